// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

namespace breakwater {

class Button;
class Card;
class TextLabel;

/// The one banner above the composer: what happened, one sentence, one thing to do about it. UI thread.
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Replaces what is shown. `act` is called when the action is chosen; the banner goes then.
    void show(const QString &title, const QString &sentence, const QString &action, std::function<void()> act);
    void dismiss();
    [[nodiscard]] QString title() const;
    void clickAction();

Q_SIGNALS:
    /// What was shown is gone: replaced, closed or acted on.
    void dismissed();

private:
    Card *m_card;
    TextLabel *m_title;
    TextLabel *m_sentence;
    Button *m_action;
    std::function<void()> m_act;
};

} // namespace breakwater
