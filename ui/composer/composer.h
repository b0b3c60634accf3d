// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "ui/composer/composeredit.h"

#include <QWidget>

#include <functional>

namespace breakwater {

class Button;
class RouteChip;
class TextLabel;

/// Where a person writes: the text, what it goes to, about how much it is, and Send. Never empties itself: whoever
/// takes the text does so once it is accepted. UI thread.
class Composer : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(std::function<const RouteTable &()> routes, QWidget *parent = nullptr);

    [[nodiscard]] ComposerEdit &edit() const { return *m_edit; }
    [[nodiscard]] RouteChip &chip() const { return *m_chip; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isEmpty() const;
    /// The text of another conversation: there is nothing to undo.
    void setText(const QString &text);
    void setSendKey(SendKey key) { m_edit->setSendKey(key); }
    /// A turn is under way here: what is sent now waits its turn.
    void setTurnUnderWay(bool underWay);
    /// Characters that are sent along with the text: the conversation so far.
    void setContext(qsizetype characters);
    /// "about 4,100 tokens"; empty when there is no text.
    [[nodiscard]] QString estimate() const;

Q_SIGNALS:
    void submitted(const QString &text);
    void edited();
    void previousWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void submit();
    void refresh();

    ComposerEdit *m_edit;
    RouteChip *m_chip;
    TextLabel *m_estimate;
    Button *m_send;
    qsizetype m_context = 0;
};

/// "about 4,100 tokens" for a number of characters: a quarter of them, rounded to two figures. Pure.
[[nodiscard]] QString tokenEstimate(qsizetype characters);

} // namespace breakwater
