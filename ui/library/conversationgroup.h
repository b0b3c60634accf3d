// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/conversation.h"

#include <QDateTime>

namespace breakwater {

/// Under which heading a conversation stands in the sidebar, in this order.
enum class ConversationGroup { Pinned, Today, Yesterday, LastWeek, Older };

/// The day counts in the time zone of `now`. Pure.
[[nodiscard]] ConversationGroup groupOf(const Conversation &conversation, const QDateTime &now);
[[nodiscard]] QString groupTitle(ConversationGroup group);

/// A moment of the core in the person's own time zone.
[[nodiscard]] QDateTime localTime(WallTime at);

} // namespace breakwater
