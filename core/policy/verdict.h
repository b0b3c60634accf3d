// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/sampleclass.h"
#include "core/policy/breaker.h"
#include "core/policy/delay.h"

#include <optional>

namespace breakwater {

/// Who has to act, or whose trouble it is.
enum class Blame { You, YourLimit, Provider, Network, Nobody };

/// Which rule draws the wait after a fault.
enum class DelayClass { Transient, Overloaded, RateLimitedBlind, Ambiguous, Connect, Offline };

/// Whether a fault speaks against the whole provider, not only against one of its routes.
enum class OriginCount { None, Counts, Half };

/// What a fault closes, and for whom. A gate says "not before" or "not at all"; it is no breaker and is not tested.
enum class GateKind {
    None,
    RateLimit, ///< this model's limits with this key, until the hint
    Credential, ///< everything with this key, until the person acts or the quota's date
    Model, ///< this model alone, until the person acts
    Network, ///< everything, until the network changes
};

/// What has to go from the request for a retry to make sense.
enum class Rewrite { None, WithoutParameter, WithoutThinking };

/// What follows from a fault: one row of the taxonomy.
struct Verdict
{
    Blame blame = Blame::Nobody;
    int retriesHere = 0; ///< at most, on the same route in one turn; 0: never. Budget, patience and breaker bind earlier
    bool mayFallBack = false;
    RouteOutcome outcome = RouteOutcome::Neutral; ///< for the route's breaker
    OriginCount origin = OriginCount::None; ///< for the breaker of all routes there
    GateKind gate = GateKind::None;
    DelayClass delay = DelayClass::Transient;
    double cost = 1.0; ///< of the retry, from the budget
    bool continues = false; ///< an answer that broke off with it may be continued without asking the person
    std::optional<SampleClass> weather; ///< how the weather and a chain's limits count it; none: not weather
    Rewrite rewrite = Rewrite::None;
    /// The first so many on a route in one turn are as if they had not been: the retry goes at once, is free of cost,
    /// and nothing is told to a breaker.
    int freeRetries = 0;
};

inline constexpr int unboundedRetries = 1'000'000;
/// What a retry costs at least once something of the answer had come: the provider's work on it is lost.
inline constexpr double restartCost = 2.0;
/// What a retry costs that waits as long as the server asked.
inline constexpr double hintedCost = 0.5;

/// The row for `fault`, with x-should-retry taken in: false forbids a retry here; true allows one where there was none,
/// but only where the fault is the provider's or nobody's, never for keys, bills, quotas and sizes.
[[nodiscard]] Verdict verdictOn(const Fault &fault);

/// How the weather counts a fault; none for faults that are not weather.
[[nodiscard]] std::optional<SampleClass> sampleClass(const Fault &fault);

} // namespace breakwater
