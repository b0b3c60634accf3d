// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"

namespace breakwater {

/// The parts of a message that stand on disk as JSON. Empty text is nothing; what cannot be read is left out.
[[nodiscard]] QString thoughtsToJson(const std::vector<Thought> &thoughts);
[[nodiscard]] std::vector<Thought> thoughtsFromJson(const QString &json);

/// What the provider counted and explained, and how long it thought.
[[nodiscard]] QString moreToJson(const Message &message);
void moreFromJson(const QString &json, Message &message);

} // namespace breakwater
