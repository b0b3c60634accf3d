// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/time.h"

#include <optional>

namespace breakwater {

/// How a wait is drawn from its range.
enum class Randomness { Full, Half, None };

/// First and longest ceiling of a wait.
struct DelayRule
{
    Duration base {};
    Duration cap {};
    friend bool operator==(const DelayRule &, const DelayRule &) = default;
};

/// A wait before the next attempt, in its parts.
struct Delay
{
    Duration hint {}; ///< what the server asked for; never cut short
    Duration random {}; ///< what chance added
    Duration ceiling {}; ///< the end of the range that chance drew from
    [[nodiscard]] Duration total() const { return hint + random; }
    friend bool operator==(const Delay &, const Delay &) = default;
};

/// Two draws in [0, 1): one for the wait, one for the spread after a hint.
struct DelayDraw
{
    double wait = 0.0;
    double spread = 0.0;
};

/// min(cap, base * 2^failures), saturating; `failures` from 0.
[[nodiscard]] Duration delayCeiling(const DelayRule &rule, int failures);

/// The wait after `failures` earlier failures of this turn on this route (0 before the first retry).
///
/// Full jitter: uniform in [0, ceiling), so that clients do not return together (Brooker, "Exponential Backoff And
/// Jitter"). With a hint: never shorter than the hint, plus a spread of a tenth of it (0.25 s to 5 s), so that clients
/// that share a key do not return together either. Pure.
[[nodiscard]] Delay delayBefore(
    const DelayRule &rule, Randomness randomness, int failures, const std::optional<Hint> &hint, DelayDraw draw);

} // namespace breakwater
