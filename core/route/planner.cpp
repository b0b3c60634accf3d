// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/planner.h"

namespace breakwater {

Opening openingOf(const Chain &chain, std::size_t step, const Conditions &conditions, Instant now)
{
    const RouteId &route = chain.steps.at(step).route;
    Opening opening {step, now, Opening::Obstacle::None};
    if (const auto breaker = conditions.breakers.find(route); breaker != conditions.breakers.end()) {
        const Instant reopens = breaker->second.notBefore(now);
        if (reopens > opening.at)
            opening = {step, reopens, Opening::Obstacle::Paused};
    }
    if (const auto gate = conditions.gates.find(route); gate != conditions.gates.end() && gate->second > opening.at)
        opening = {step, gate->second, Opening::Obstacle::OwnLimit};
    return opening;
}

std::optional<Opening> earliestOpening(const Chain &chain, const Conditions &conditions, Instant now, const std::function<bool(std::size_t)> &mayUse)
{
    std::optional<Opening> earliest;
    for (std::size_t step = 0; step < chain.steps.size(); ++step) {
        if (mayUse && !mayUse(step))
            continue;
        const Opening opening = openingOf(chain, step, conditions, now);
        if (!earliest || opening.at < earliest->at)
            earliest = opening;
    }
    return earliest;
}

} // namespace breakwater
