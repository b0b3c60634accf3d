// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/delay.h"

#include <vector>

namespace breakwater {

/// The waits of one turn on one route added up, when all tries but the last fail: how likely each sum is.
struct WaitSum
{
    Duration longest {}; ///< no sum is longer
    std::vector<double> shares; ///< of all turns, in even steps from zero to `longest`; empty when nothing is waited
    Duration half {}; ///< half of all turns wait no longer
    Duration nineInTen {};
    bool drawn = false; ///< false: every turn waits the same
};

/// From what `delayBefore` draws, evenly over its range of chance; the sums are added up rather than drawn, so that the
/// same settings always give the same figures. `steps` shares. Pure.
[[nodiscard]] WaitSum waitsTogether(const DelayRule &rule, Randomness randomness, int waits, std::size_t steps = 30);

} // namespace breakwater
