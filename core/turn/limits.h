// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/verdict.h"
#include "core/route/conditions.h"
#include "core/turn/turnstate.h"

namespace breakwater {

/// What bounds a turn: the person's own limits, their patience, and the number of its sends. Pure.

/// The person's own limit that this turn exceeds on a route, as far as it is known: asking there cannot help.
[[nodiscard]] std::optional<RoomLeft> limitExceeded(const TurnState &state, const RouteId &route, const Conditions &conditions, Instant now);
/// That, in the place of the provider's own refusal.
[[nodiscard]] Fault tooLarge(const TurnState &state, const RoomLeft &limit);

/// The person's own limit forbids this turn on the route for now, or for good.
[[nodiscard]] bool isLimited(const TurnState &state, const RouteId &route, const Conditions &conditions, Instant now);

/// A limit of the person's own that lasts longer than any turn waits.
[[nodiscard]] bool lastsTooLong(const TurnState &state, const Fault &fault);

/// An answer that begins at `when` comes within the turn's patience.
[[nodiscard]] bool fitsPatience(const TurnState &state, Instant when);

/// Some route of the turn's chain may be asked now and refuses next to nobody, as far as is known: good enough for what has time.
[[nodiscard]] bool isCalm(const TurnState &state, const Conditions &conditions, Instant now);

/// Sends that this round may still make: those that were paid for are bounded by the policy, all together by a constant.
[[nodiscard]] int sendsLeft(const TurnState &state);

/// An earlier request of the turn was refused on the route for something that has to go from the next.
[[nodiscard]] bool wantsRewrite(const TurnState &state, const RouteId &route, Rewrite rewrite);

/// What a refusal of too long a prompt says: how many tokens it had, and how many it may have.
struct TokensSaid
{
    qint64 sent = 0;
    qint64 most = 0;
};
/// From the provider's prose, where it has the two numbers.
[[nodiscard]] std::optional<TokensSaid> tokensSaid(const QString &prose);

} // namespace breakwater
