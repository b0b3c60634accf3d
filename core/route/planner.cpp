// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/planner.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration testLook = std::chrono::milliseconds(500); // a test under way is heard of at any moment
constexpr Duration shutWorth = std::chrono::hours(1); // behind every route that is not shut
constexpr Duration triesSpent = std::chrono::seconds(1); // what it takes to stay where the chain says to move on
constexpr Duration never = std::chrono::hours(24 * 365); // far beyond every patience, and sums with it stay in range
constexpr Duration shortestOutage = std::chrono::seconds(1);
constexpr double retrySeconds = 0.2; // between two tries on a route that answers others
constexpr double mostExtra = 5.0;

/// Expected seconds that refusals add: (1 - s) / s further tries.
double expectedExtra(const TrackRecord &record, Instant now)
{
    const double share = record.share(now);
    return std::min(mostExtra, (1.0 - share) / share * retrySeconds);
}

void hold(Opening &opening, Instant until, Obstacle obstacle)
{
    if (until <= opening.at)
        return;
    opening.at = until;
    opening.obstacle = obstacle;
}

Instant reopening(const Breaker &breaker, const PolicySettings &policy, int waiting, Instant now)
{
    const Instant until = breaker.notBefore(policy.breaker, now, waiting);
    return breaker.phase(now) == BreakerPhase::HalfOpen ? std::min(until, now + testLook) : until;
}

} // namespace

Opening openingOf(
    const Chain &chain, std::size_t step, const Claim &claim, const PaceNeed &need, const Conditions &conditions, const PolicySettings &policy, Instant now)
{
    const RouteId &route = chain.steps.at(step).route;
    const RouteCondition &condition = conditions.route(route);
    Opening opening {step, now, Obstacle::None, {}};
    Duration originDown {};
    if (const ProviderCondition *provider = conditions.knownProvider(conditions.ownerOf(route))) {
        hold(opening, reopening(provider->breaker, policy, conditions.waiting, now), Obstacle::Paused);
        originDown = provider->breaker.downFor(now);
        const bool probing = condition.breaker.phase(now) != BreakerPhase::Closed; // a test is free
        const auto affordable = provider->budget.affordableAt(policy.budget, probing ? 0.0 : claim.price, now);
        hold(opening, affordable.value_or(now + never), Obstacle::NoBudget);
        hold(opening, provider->congestion.lookAgainAt(now), Obstacle::Crowded);
    }
    hold(opening, reopening(condition.breaker, policy, conditions.waiting, now), condition.breaker.ramping() ? Obstacle::Crowded : Obstacle::Paused);
    if (const Pace *pace = conditions.knownPace(route))
        hold(opening, pace->notBefore(need, now), Obstacle::OwnLimit);
    hold(opening, claim.restUntil, Obstacle::Resting);

    Duration worth {};
    for (std::size_t before = 0; before < step; ++before)
        worth += chain.steps[before].waitUpTo;
    // One turn will test a paused route; for all others it is down as long again as it has been.
    const bool isPaused = opening.obstacle == Obstacle::Paused;
    const Duration outage = isPaused ? std::max({shortestOutage, condition.breaker.downFor(now), originDown}) : Duration::zero();
    // A test costs a moment, whatever the route did before; its record is of use again once it flows.
    const double extra = condition.breaker.phase(now) == BreakerPhase::Closed ? expectedExtra(condition.record, now) : 0.0;
    opening.cost = std::max(Duration(opening.at - now), outage) + fromSeconds(extra) + worth + (claim.spent ? triesSpent : Duration::zero())
        + (conditions.isShut(route, now) ? shutWorth : Duration::zero());
    return opening;
}

std::optional<Opening> chooseStep(
    const Chain &chain, const std::vector<Claim> &claims, const PaceNeed &need, const Conditions &conditions, const PolicySettings &policy, Instant now)
{
    std::optional<Opening> best;
    for (std::size_t step = 0; step < chain.steps.size(); ++step) {
        if (!claims.at(step).usable)
            continue;
        const Opening opening = openingOf(chain, step, claims[step], need, conditions, policy, now);
        if (!best || opening.cost < best->cost)
            best = opening;
    }
    return best;
}

} // namespace breakwater
