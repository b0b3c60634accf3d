// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/deletion.h"

#include <utility>

namespace breakwater {

Deletion::Deletion(Library &library, Outbox &outbox, Alarms &alarms, const TimeSource &time, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_outbox(outbox)
    , m_alarms(alarms)
    , m_time(time)
{
}

Deletion::~Deletion() = default;

void Deletion::remove(const ConversationId &id)
{
    finish();
    const Conversation *known = m_library.conversation(id);
    if (known == nullptr)
        return;
    std::vector<TurnId> turns;
    for (const TurnState *turn : m_outbox.unsettled()) {
        if (turn->conversation == id)
            turns.push_back(turn->id);
    }
    for (const TurnId &turn : turns)
        m_outbox.cancel(turn);
    m_held = Held {*known, m_library.messages(id)}; // after the turns: with what they left
    m_library.removeConversation(id);
    m_alarm = m_alarms.at(m_time.now() + std::chrono::seconds(10), [this] { finish(); });
    Q_EMIT removed(m_held->conversation);
}

bool Deletion::undo()
{
    m_alarm.reset();
    const auto held = std::exchange(m_held, std::nullopt);
    if (!held)
        return false;
    m_library.addConversation(held->conversation, held->messages);
    Q_EMIT restored(held->conversation.id);
    return true;
}

void Deletion::finish()
{
    m_alarm.reset();
    if (const auto held = std::exchange(m_held, std::nullopt))
        Q_EMIT gone(held->conversation.id);
}

} // namespace breakwater
