// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/instructions.h"
#include "core/chat/message.h"

#include <set>

namespace breakwater {

/// A durable tree of messages under one title, shown as one branch (core/chat/branch.h).
struct Conversation
{
    ConversationId id;
    QString title;
    bool titleIsManual = false; ///< a person named it; nothing automatic may rename it
    bool pinned = false;
    bool archived = false; ///< put away: out of the list, not out of the search
    QString folder; ///< its name; empty: in none
    TurnId leaf; ///< the turn that ends the branch which is shown; empty: the newest one
    WallTime createdAt;
    WallTime updatedAt;
    TurnId lastLeftOut = {}; ///< this turn and those before it on the branch are not sent along any more; empty: all are
    Instructions instructions = {};
    /// Routes that refused the thinking in its history: a bond of this history, of no model in general.
    std::set<RouteId> withoutThinking = {};

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

/// A title from the first words of a prompt: one line, at most 48 characters, cut at a word.
[[nodiscard]] QString titleFromPrompt(const QString &prompt);

} // namespace breakwater
