// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/attachment.h"
#include "core/chat/instructions.h"

#include <optional>
#include <vector>

namespace breakwater {

/// What a person has written and not sent.
struct Writing
{
    QString text;
    std::vector<Attachment> attachments;
    Instructions instructions = {}; ///< of the conversation that begins with it; one that is there has its own
    TurnId replaces = {}; ///< the turn whose question this is another version of; empty: of none
    std::optional<qsizetype> cursor = {}; ///< its place in `text`; none: at the end
    [[nodiscard]] bool isBlank() const { return text.trimmed().isEmpty() && attachments.empty(); }
    friend bool operator==(const Writing &, const Writing &) = default;
};

/// Under which name a draft is kept that stands aside while a question of its conversation is written anew.
[[nodiscard]] inline ConversationId asideOf(const ConversationId &id)
{
    return ConversationId(id.text() + QLatin1String("/aside"));
}

/// When a turn shall go.
enum class Timing {
    Now,
    OffPeak, ///< in the person's off-peak hours
    Batch, ///< at half the price, answered within 24 hours (Message Batches)
};

/// Unsent text and files, and where they should go.
struct Draft
{
    ConversationId conversation;
    QString text;
    ChainId chain; ///< empty: the default chain
    std::vector<Attachment> attachments = {};
    Instructions instructions = {}; ///< where it makes the conversation
    TurnId replaces = {}; ///< begins a branch beside this turn; empty: goes on where the shown branch ends
    Timing timing = Timing::Now;
};

} // namespace breakwater
