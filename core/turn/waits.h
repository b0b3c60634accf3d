// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/planner.h"
#include "core/turn/turnstate.h"

namespace breakwater {

/// What a turn brings to each step of its chain, by its attempts in the present round. Pure.
[[nodiscard]] std::vector<Claim> claimsOf(const TurnState &state, const Conditions &conditions, Instant now);

/// The turn's own wait on a route; null when it has none.
[[nodiscard]] const Rest *restOn(const TurnState &state, const RouteId &route);
[[nodiscard]] Rest *restOn(TurnState &state, const RouteId &route);

/// `fault` is as if it had not been: the turn's first few of its kind on the route, by the taxonomy's `freeRetries`.
/// It counts the attempts that ended with it, this one included. A test is never free: it was sent to find out.
[[nodiscard]] bool isFree(const TurnState &state, const RouteId &route, const Fault &fault);

/// The wait before the route is asked again after `fault`, which is the turn's last attempt already.
///
/// On a route that answers others it is short and does not grow: the fault was this request's own luck, and the next
/// try is likely to be answered. So it is while the route is paused or limited: that wait is the same for all, and who
/// waited longest goes first. Otherwise it is the class's backoff by how often the turn failed there.
[[nodiscard]] Delay restAfter(const TurnState &state, const RouteId &route, const Fault &fault, const Conditions &conditions, Instant now, DelayDraw draw);

} // namespace breakwater
