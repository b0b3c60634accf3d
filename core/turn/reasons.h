// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/planner.h"
#include "core/turn/turnstate.h"

namespace breakwater {

/// Why a turn does what it does, as its retry card and its flight record tell it. Pure.

/// Why a turn that cannot be sent within its patience is not waited for; `best` is what it would wait for.
[[nodiscard]] Reason reasonToStop(const TurnState &state, const Opening &best);

/// Why the turn leaves its present step for `best`.
[[nodiscard]] Reason reasonToLeave(const TurnState &state, const Opening &best, const Conditions &conditions, Instant now);

/// The wait for `opening` until `until`, with what it is made of.
[[nodiscard]] Decision decisionToWait(const TurnState &state, const Opening &opening, Instant now, Instant until);

} // namespace breakwater
