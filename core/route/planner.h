// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/conditions.h"

#include <functional>

namespace breakwater {

/// When a step of a chain may send, and what keeps it from sending now.
struct Opening
{
    enum class Obstacle { None, OwnLimit, Paused };
    std::size_t step = 0;
    Instant at;
    Obstacle obstacle = Obstacle::None;
    friend bool operator==(const Opening &, const Opening &) = default;
};

/// The opening of one step at `now`. Pure; takes no permit.
[[nodiscard]] Opening openingOf(const Chain &chain, std::size_t step, const Conditions &conditions, Instant now);

/// The step that may send first, the earlier one in the chain if two may at the same time; none if there is no step
/// that `mayUse` (when given) allows.
[[nodiscard]] std::optional<Opening> earliestOpening(
    const Chain &chain, const Conditions &conditions, Instant now, const std::function<bool(std::size_t step)> &mayUse = {});

} // namespace breakwater
