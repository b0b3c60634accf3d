// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/policy/breaker.h"
#include "core/policy/delay.h"

namespace breakwater {

/// Who has to act, or whose trouble it is.
enum class Blame { You, YourLimit, Provider, Network, Nobody };

/// Which rule draws the wait after a fault.
enum class DelayClass { Transient, Overloaded, RateLimitedBlind, Ambiguous, Connect, Offline };

/// What follows from a fault: one row of the taxonomy.
struct Verdict
{
    Blame blame = Blame::Nobody;
    int retriesHere = 0; ///< at most, on the same route in one turn; 0: never. Budget, patience and breaker bind earlier
    bool mayFallBack = false;
    RouteOutcome outcome = RouteOutcome::Neutral;
    DelayClass delay = DelayClass::Transient;
    double cost = 1.0; ///< of the retry, from the budget
};

inline constexpr int unboundedRetries = 1'000'000;

/// The row for `fault`, with x-should-retry taken in: false forbids a retry here; true allows one, but only where the
/// fault is the provider's or nobody's, never for keys, bills, quotas and sizes.
[[nodiscard]] Verdict verdictOn(const Fault &fault);

} // namespace breakwater
