// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/words/faultwords.h"

#include <QWidget>

namespace breakwater {

class Button;

/// What became of a turn that needs a word: an icon, a title, one sentence, one action. At most one in a turn. UI thread.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(TurnId turn, QWidget *parent = nullptr);

    /// `actionLabel` is the text of the one button; empty leaves it out.
    void setNotice(const Notice &notice, const QString &actionLabel);
    [[nodiscard]] const Notice &notice() const { return m_notice; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void actionWanted(const breakwater::TurnId &turn, breakwater::WordsAction action);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int textWidth(int width) const;
    void placeButton();

    TurnId m_turn;
    Notice m_notice;
    Button *m_button;
};

} // namespace breakwater
