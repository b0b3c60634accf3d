// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/conversation.h"

namespace breakwater {

/// A conversation that begins like another one.
struct Fork
{
    Conversation conversation;
    std::vector<Message> messages;
};

/// Copies the way from the beginning to `upTo` under new names; an answer that is still growing is copied as it stands.
/// The turns of a copy are over: what befell them is told in the original only. Unknown `upTo`: no messages. Any thread.
[[nodiscard]] Fork forkOf(const Conversation &original, const std::vector<Message> &messages, const TurnId &upTo, WallTime now);

} // namespace breakwater
