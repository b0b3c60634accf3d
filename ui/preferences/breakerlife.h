// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/breaker.h"

#include <vector>

namespace breakwater {

/// What a real Breaker does when a route is overloaded, its first test fails and its second is answered.
struct BreakerLife
{
    int failures = 0; ///< until it paused
    std::vector<Duration> pauses; ///< one before each test, with chance at its middle
    friend bool operator==(const BreakerLife &, const BreakerLife &) = default;
};

/// Lives it through with a Breaker of these settings. Pure.
[[nodiscard]] BreakerLife breakerLife(const BreakerSettings &settings);

} // namespace breakwater
