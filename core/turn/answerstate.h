// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"
#include "core/wire/wireevent.h"

namespace breakwater {

/// How an answer stands that ended well, by why the provider ended it.
[[nodiscard]] MessageState stateAfter(StopReason reason);

} // namespace breakwater
