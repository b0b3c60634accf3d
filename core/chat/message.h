// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/base/usage.h"
#include "core/chat/attachment.h"
#include "core/chat/thought.h"

#include <QString>

#include <optional>
#include <vector>

namespace breakwater {

enum class Role { User, Assistant };

enum class MessageState {
    Sent, ///< a user's message, on disk
    Streaming, ///< an answer that is growing
    Complete,
    BrokenOff, ///< an answer that ended without the provider's end mark; what came is kept
    SetAside, ///< an answer that broke off early and was asked for anew, as another message; part of no history
    Stopped, ///< an answer that the person stopped
    LengthLimit, ///< an answer that reached its length limit
    WindowFull, ///< an answer that ended where the conversation filled the model's window
    Paused, ///< the provider paused the answer; the rest may be asked for
    Declined, ///< the model refused; what came is kept but not complete
};

/// One role's content. `text` is Markdown as it was written or received.
struct Message
{
    MessageId id;
    ConversationId conversation;
    TurnId turn;
    TurnId after; ///< on the first message of a turn: the turn that it follows; empty where the conversation begins
    Role role = Role::User;
    MessageState state = MessageState::Sent;
    QString text;
    std::vector<Attachment> attachments; ///< of a question
    QString model; ///< the model that answered; empty for a user's message
    RouteId route; ///< and where; empty where it is not known
    WallTime at; ///< written, or for an answer: begun
    int attempts = 0; ///< requests that the answer took
    bool fellBack = false; ///< answered by another route than the first of its chain
    Duration took {}; ///< from acceptance of the turn to the end of the answer
    std::vector<qsizetype> seams; ///< places in `text` where an answer was continued after a break
    std::vector<Thought> thoughts; ///< before the answer
    Duration thoughtFor {}; ///< from the first thinking to the first text
    Usage usage; ///< of the last attempt
    std::optional<double> dollars; ///< for all attempts; none: no price was known
    QString explanation; ///< why the model declined, in the provider's words

    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace breakwater
