// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/conditions.h"

namespace breakwater {

/// What keeps a step of a chain from being sent now.
enum class Obstacle {
    None,
    Resting, ///< the turn's own wait after a failure here
    OwnLimit, ///< the person's rate limit
    Paused, ///< its breaker, or its origin's, is open
    Crowded, ///< as many requests are under way as it takes at present
    NoBudget, ///< a retry here is not affordable yet
};

/// What one turn brings to a step of its chain.
struct Claim
{
    bool usable = true; ///< asking here can help at all
    bool spent = false; ///< it failed here as often as the chain allows: others first
    Instant restUntil; ///< its own wait after a failure here
    double price = 0.0; ///< of the retry, from the provider's budget
};

/// When a step may be sent, and what sending there would cost in waiting.
struct Opening
{
    std::size_t step = 0;
    Instant at;
    Obstacle obstacle = Obstacle::None;
    Duration cost {}; ///< the wait, what likely refusals would add, and what the better models before it are worth
    friend bool operator==(const Opening &, const Opening &) = default;
};

/// The opening of one step for a turn that needs `need`. Pure; takes no permit.
[[nodiscard]] Opening openingOf(
    const Chain &chain, std::size_t step, const Claim &claim, const PaceNeed &need, const Conditions &conditions, const PolicySettings &policy, Instant now);

/// The step with the least cost, the earlier one of equals; none when no claim is usable. One claim for each step.
///
/// W(r) + q(r): a turn keeps waiting for the model it wants only as long as the wait is worth it (`ChainStep::waitUpTo`),
/// and never sleeps a backoff while another route could answer sooner.
[[nodiscard]] std::optional<Opening> chooseStep(
    const Chain &chain, const std::vector<Claim> &claims, const PaceNeed &need, const Conditions &conditions, const PolicySettings &policy, Instant now);

} // namespace breakwater
