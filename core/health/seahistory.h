// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/weather.h"

namespace breakwater {

/// The sea became another.
struct SeaChange
{
    WallTime at;
    SeaState state = SeaState::Clear;
    friend bool operator==(const SeaChange &, const SeaChange &) = default;
};

/// What the sea was between `from` and `until`, as the rules of `seaStateOf` and `weatherHold` have it: from the samples and
/// the changes of the routes that make a storm, each oldest first. It begins clear. Pure; being offline leaves no record.
[[nodiscard]] std::vector<SeaChange> seaHistory(std::span<const Sample> samples, std::span<const FlowChange> changes, WallTime from, WallTime until);

/// A stretch of storm, and what came of the turns in it.
struct Storm
{
    WallTime from;
    std::optional<WallTime> until; ///< none: it is on
    Counts counts;
    int turns = 0;
    int turnsAnswered = 0; ///< in the storm or by the end of `samples`
    friend bool operator==(const Storm &, const Storm &) = default;
};

inline constexpr Duration stormGap = std::chrono::minutes(15); ///< a shorter lull is part of the storm

/// The storms of a history, oldest first.
[[nodiscard]] std::vector<Storm> stormsIn(std::span<const SeaChange> history, std::span<const Sample> samples);

} // namespace breakwater
