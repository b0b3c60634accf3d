// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/conversation.h"

namespace breakwater {

/// A whole conversation as Markdown: its title, then each message under the name of who wrote it. Pure.
[[nodiscard]] QString conversationAsMarkdown(const Conversation &conversation, const std::vector<const Message *> &messages);

} // namespace breakwater
