// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/window.h"

namespace breakwater {

/// The least share of a limit that was left in each bucket; none where nobody said.
using RoomLine = std::vector<std::optional<double>>;

/// Of the limits of one kind, whose providers are `wanted` (empty: all). Pure; marks in any order.
[[nodiscard]] RoomLine roomLine(std::span<const RoomMark> marks, const Window &window, RoomLeft::Dimension limit,
    const std::function<bool(const ProviderId &provider)> &wanted = {});

} // namespace breakwater
