// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/paletteitem.h"
#include "ui/style/card.h"

#include <QPointer>

class QLineEdit;
class QListView;

namespace breakwater {

class PaletteList;

/// A line to type in and what fits it: conversations, commands, settings. Lies over the window it belongs to; goes when something
/// is chosen, at Esc, and when the focus leaves it. Deletes itself. UI thread.
class CommandPalette : public Card
{
    Q_OBJECT
public:
    /// `recent` are shown while nothing is typed.
    CommandPalette(std::vector<PaletteItem> items, std::size_t recent, QWidget *window);

    /// More to choose from, which took a moment to be known.
    void add(const std::vector<PaletteItem> &items);
    [[nodiscard]] QLineEdit &field() const { return *m_field; }
    [[nodiscard]] QListView &view() const { return *m_view; }

Q_SIGNALS:
    void chosen(const breakwater::PaletteItem &item);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();
    void move(int by);
    void choose();
    void leave();
    void place();
    void focusMoved(const QWidget *now);

    std::vector<PaletteItem> m_items;
    std::size_t m_recent;
    QLineEdit *m_field;
    QListView *m_view;
    PaletteList *m_list;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace breakwater
