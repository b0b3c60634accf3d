// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/chat/draft.h"

#include <QObject>

#include <functional>
#include <map>

namespace breakwater {

/// What is written and not sent in every conversation, and the word when one is to be written down: at most twice a second while a
/// person types, at once on leaving a conversation. The empty id is the new conversation. UI thread.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// `read` gives what is written in the open conversation; asked only when it is needed.
    DraftKeeper(Alarms &alarms, const TimeSource &time, std::function<Writing()> read, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// A draft of an earlier run; nobody is told.
    void restore(const ConversationId &id, const Writing &writing);
    [[nodiscard]] Writing writing(const ConversationId &id) const;
    /// Keeps the text of the conversation that was open and goes over to another one; gives what was written there.
    [[nodiscard]] Writing open(const ConversationId &id);
    /// What is written in the open conversation is different.
    void touch();
    /// Tells at once what is not told yet.
    void flush();
    /// Another conversation's draft, as when a turn comes back.
    void put(const ConversationId &id, const Writing &writing);

Q_SIGNALS:
    void changed(const breakwater::ConversationId &id, const Writing &writing);

private:
    Alarms &m_alarms;
    const TimeSource &m_time;
    std::function<Writing()> m_read;
    std::map<ConversationId, Writing> m_writings;
    ConversationId m_open;
    std::unique_ptr<Alarm> m_alarm; // armed: something is not told yet
};

} // namespace breakwater
