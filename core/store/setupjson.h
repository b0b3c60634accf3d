// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/conversation.h"

namespace breakwater {

/// What a person set for a conversation, as one column has it; empty where that is nothing. Pure.
[[nodiscard]] QString instructionsToJson(const Instructions &instructions);
/// Values out of their range are none: no server has to refuse what a file says.
[[nodiscard]] Instructions instructionsFromJson(const QString &json);

/// The same, with what its routes refused of its history.
[[nodiscard]] QString setupToJson(const Conversation &conversation);
void setupFromJson(const QString &json, Conversation &conversation);

} // namespace breakwater
