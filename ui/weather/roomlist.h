// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"
#include "core/route/chain.h"
#include "ui/weather/roombars.h"

namespace breakwater {

/// The limits and the retry budgets as bars, and when the next limit resets.
struct RoomList
{
    std::vector<RoomBars::Bar> bars;
    QString note; ///< "limits reset in 12 s"
};

/// For the providers of `routes`, in that order; with more than one provider each bar names its own. Pure.
[[nodiscard]] RoomList roomList(const HealthLog &log, const RouteTable &table, const std::vector<RouteId> &routes, WallTime now);

} // namespace breakwater
