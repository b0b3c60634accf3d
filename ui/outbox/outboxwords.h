// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "core/turn/turnstate.h"

#include <QString>

namespace breakwater {

/// How the list of waiting turns says why one waits, and for what. Pure.
namespace outboxwords {

/// Whether a turn rests in the outbox until it may go, rather than being under way.
[[nodiscard]] bool isResting(const TurnState &turn);

/// "Overloaded (529)", "Your limit (429)", "Not reached"; three words or so.
[[nodiscard]] QString reason(const TurnState &turn);
/// "next look in 0:42", "asks you", "sending".
[[nodiscard]] QString next(const TurnState &turn, Instant now, WallTime wall);
/// "Anthropic is overloaded (529). This is on their side, not yours."
[[nodiscard]] QString why(const TurnState &turn, const RouteTable &routes);
/// "12 attempts on 3 routes"; "Not sent yet" without any; of one that only a batch has, nothing.
[[nodiscard]] QString attempts(const TurnState &turn);

} // namespace outboxwords

} // namespace breakwater
