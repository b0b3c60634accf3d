// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/breakerlife.h"

namespace breakwater {

BreakerLife breakerLife(const BreakerSettings &settings)
{
    constexpr double middle = 0.5;
    constexpr int enough = 1000; // settings under which it never pauses end here
    BreakerLife life;
    Breaker breaker;
    Instant now {};
    while (breaker.phase(now) == BreakerPhase::Closed && life.failures < enough) {
        if (const std::optional<Permit> permit = breaker.admit(settings, now))
            breaker.settle(settings, *permit, RouteOutcome::Overloaded, Duration::zero(), now, middle);
        ++life.failures;
        now += std::chrono::milliseconds(1);
    }
    now -= std::chrono::milliseconds(1); // the moment of the last failure
    for (const RouteOutcome test : {RouteOutcome::Overloaded, RouteOutcome::Answered}) {
        if (breaker.phase(now) == BreakerPhase::Closed)
            break;
        const Instant next = breaker.notBefore(settings, now);
        life.pauses.push_back(next - now);
        now = next;
        if (const std::optional<Permit> permit = breaker.admit(settings, now))
            breaker.settle(settings, *permit, test, Duration::zero(), now, middle);
    }
    return life;
}

} // namespace breakwater
