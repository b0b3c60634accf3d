// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/rowpage.h"
#include "core/chat/conversation.h"

namespace breakwater {

/// A conversation of one turn, made of a row of a batch.
struct RowConversation
{
    Conversation conversation;
    std::vector<Message> messages; ///< the question, the answer
};

/// The row with its answer under new names, as if its prompt had been written and sent by itself: what goes along with it
/// goes along again, and the system prompt holds for what follows. `dollars`: what the answer cost. None: the row was not
/// answered. Pure but for the names.
[[nodiscard]] std::optional<RowConversation> conversationOf(const Batch &batch, const WholeRow &row, std::optional<double> dollars, WallTime now);

} // namespace breakwater
