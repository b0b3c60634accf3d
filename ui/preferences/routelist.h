// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/catalogue.h"
#include "core/route/chain.h"

#include <QLabel>
#include <QWidget>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace breakwater {

class RouteCard;

/// The cards of a chain from top to bottom, and dragging among them: the card's picture is lifted, and an accent line
/// shows where it would go. Edits go out by signal; `show` sets it up afresh. UI thread.
class RouteList : public QWidget
{
    Q_OBJECT
public:
    explicit RouteList(QWidget *parent = nullptr);

    void show(const RouteTable &table, const Chain &chain, const Catalogue &catalogue);
    using QWidget::show;
    /// Gives the keyboard to the card at `place`.
    void focusCard(int place);

Q_SIGNALS:
    void stepEdited(int place, const breakwater::ChainStep &step);
    void effortChosen(const breakwater::RouteId &route, std::optional<breakwater::Effort> effort);
    void stepMoved(int from, int to);
    void stepRemoved(int place);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addCard(const RouteTable &table, const Chain &chain, int place);
    void drag(RouteCard &card, const QPoint &globalPosition);
    void drop(const RouteCard &card, const QPoint &globalPosition);
    /// The gap that a pointer at `y` is nearest to: 0 before the first card.
    [[nodiscard]] int gapAt(int y) const;

    QVBoxLayout *m_column = nullptr;
    std::vector<RouteCard *> m_cards;
    std::optional<RouteId> m_open; // the card that is open
    QWidget *m_line = nullptr;
    QLabel *m_lifted = nullptr;
    RouteTable m_table;
    Chain m_chain;
    Catalogue m_catalogue;
};

} // namespace breakwater
