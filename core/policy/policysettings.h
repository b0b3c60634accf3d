// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/breaker.h"
#include "core/policy/budget.h"
#include "core/policy/delay.h"
#include "core/policy/patience.h"
#include "core/policy/verdict.h"

namespace breakwater {

/// The wait rules, one for each class of fault. Overloads last seconds to minutes; blips need speed.
struct DelaySettings
{
    DelayRule transient {std::chrono::milliseconds(500), std::chrono::seconds(15)};
    DelayRule overloaded {std::chrono::seconds(2), std::chrono::seconds(30)};
    DelayRule rateLimitedBlind {std::chrono::seconds(4), std::chrono::seconds(60)};
    DelayRule ambiguous {std::chrono::seconds(1), std::chrono::seconds(15)};
    DelayRule connect {std::chrono::milliseconds(500), std::chrono::seconds(30)};
    DelayRule offline {std::chrono::seconds(5), std::chrono::seconds(60)};
    Randomness randomness = Randomness::Full;
    friend bool operator==(const DelaySettings &, const DelaySettings &) = default;
};

[[nodiscard]] constexpr const DelayRule &delayRule(const DelaySettings &settings, DelayClass which)
{
    switch (which) {
    case DelayClass::Transient:
        return settings.transient;
    case DelayClass::Overloaded:
        return settings.overloaded;
    case DelayClass::RateLimitedBlind:
        return settings.rateLimitedBlind;
    case DelayClass::Ambiguous:
        return settings.ambiguous;
    case DelayClass::Connect:
        return settings.connect;
    case DelayClass::Offline:
        return settings.offline;
    }
    return settings.transient;
}

/// Every value of the policy. Taken at the start of a turn; a change holds from the next turn on.
struct PolicySettings
{
    DelaySettings delay;
    BreakerSettings breaker;
    BudgetSettings budget;
    PatienceSettings patience;
    int mostAttempts = 8; ///< of one turn, over all routes
    Duration longestHint = std::chrono::minutes(15); ///< a 429 that asks for more is not waited for in this turn
    friend bool operator==(const PolicySettings &, const PolicySettings &) = default;
};

} // namespace breakwater
