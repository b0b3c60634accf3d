// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/window.h"

namespace breakwater {

inline constexpr auto healthKept = std::chrono::hours(24 * 7); ///< at full detail; by the hour for a year
inline constexpr std::size_t mostSamplesInMemory = 100'000; ///< a client that hammers must not grow without bound

/// What was measured in earlier runs, of the last `healthKept`.
struct HealthPast
{
    std::vector<Sample> samples; ///< the newest `mostSamplesInMemory`, oldest first
    std::vector<HourTotal> older; ///< what came before those, by the hour
    std::vector<FlowChange> flows; ///< oldest first
    std::vector<RoomMark> rooms; ///< oldest first
};

} // namespace breakwater
