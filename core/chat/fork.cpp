// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/fork.h"

#include "core/chat/branch.h"

namespace breakwater {

Fork forkOf(const Conversation &original, const std::vector<Message> &messages, const TurnId &upTo, WallTime now)
{
    Fork fork {original, {}};
    fork.conversation.id = makeId<ConversationId>(now);
    fork.conversation.pinned = false;
    fork.conversation.archived = false;
    fork.conversation.createdAt = now;
    fork.conversation.updatedAt = now;
    QHash<TurnId, TurnId> names;
    for (const Message *each : TurnTree(messages).branchTo(upTo)) {
        Message copy = *each;
        if (!names.contains(copy.turn))
            names.insert(copy.turn, makeId<TurnId>(now));
        copy.id = makeId<MessageId>(now);
        copy.conversation = fork.conversation.id;
        copy.turn = names.value(copy.turn);
        copy.after = names.value(copy.after);
        if (copy.state == MessageState::Streaming)
            copy.state = MessageState::Stopped;
        fork.messages.push_back(std::move(copy));
    }
    fork.conversation.leaf = names.value(upTo);
    fork.conversation.lastLeftOut = names.value(original.lastLeftOut);
    return fork;
}

} // namespace breakwater
