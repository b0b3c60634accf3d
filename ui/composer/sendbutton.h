// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/draft.h"

#include <QWidget>

#include <functional>

namespace breakwater {

class Button;

/// Send, and beside it the menu of the other times to send. It remembers nothing: Send always sends now. UI thread.
class SendButton : public QWidget
{
    Q_OBJECT
public:
    explicit SendButton(QWidget *parent = nullptr);

    /// What the menu says below its lines, asked when it opens.
    struct Words
    {
        QString now; ///< who answers: "Sonnet 4.5, then Haiku 4.5"
        QString offPeak; ///< "Tonight between 01:00 and 05:00"; empty: off-peak has no hours
        QString batch; ///< the model that answers: "Sonnet 5.5"; empty: none takes batches
    };
    void setWords(std::function<Words()> words) { m_words = std::move(words); }
    /// The key that sends now, as people read it.
    void setKeys(const QString &keys);
    void openMenu();

Q_SIGNALS:
    void sendWanted(breakwater::Timing timing);
    /// Off-peak shall get hours.
    void hoursWanted();

private:
    Button *m_send;
    Button *m_more;
    QString m_keys;
    std::function<Words()> m_words;
};

} // namespace breakwater
