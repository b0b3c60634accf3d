// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <QObject>

#include <functional>
#include <map>

namespace breakwater {

/// The unsent text of every conversation, and the word when one is to be written down: at most twice a second while a
/// person types, at once on leaving a conversation. The empty id is the new conversation. UI thread.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// `read` gives the text of the open conversation; asked only when it is needed.
    DraftKeeper(Alarms &alarms, const TimeSource &time, std::function<QString()> read, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// A draft of an earlier run; nobody is told.
    void restore(const ConversationId &id, const QString &text);
    [[nodiscard]] QString text(const ConversationId &id) const;
    /// Keeps the text of the conversation that was open and goes over to another one; gives its text.
    [[nodiscard]] QString open(const ConversationId &id);
    /// The text of the open conversation is a different one.
    void touch();
    /// Tells at once what is not told yet.
    void flush();
    /// Another conversation's draft, as when a turn comes back.
    void put(const ConversationId &id, const QString &text);

Q_SIGNALS:
    void changed(const breakwater::ConversationId &id, const QString &text);

private:
    Alarms &m_alarms;
    const TimeSource &m_time;
    std::function<QString()> m_read;
    std::map<ConversationId, QString> m_texts;
    ConversationId m_open;
    std::unique_ptr<Alarm> m_alarm; // armed: something is not told yet
};

} // namespace breakwater
