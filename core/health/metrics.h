// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/tally.h"
#include "core/health/weather.h"

namespace breakwater {

/// A route as it is set up now, and its phase.
struct RouteNow
{
    RouteLabels labels;
    RouteFlow flow = RouteFlow::Flowing;
};

/// All that the metrics tell. Names of routes, providers and models are in it; no prompt, key or id of a conversation.
struct MetricsFacts
{
    Tally tally;
    std::vector<RouteNow> routes;
    std::map<ProviderId, std::vector<RoomLeft>> rooms;
    std::map<ProviderId, double> budgets; ///< tokens left for retries
    SeaState sea = SeaState::Clear;
    std::size_t unsettledTurns = 0;
    QString version;
    WallTime at; ///< now: a limit whose time of return is past is free again
};

inline constexpr const char *metricsContentType = "text/plain; version=0.0.4; charset=utf-8";

/// The facts in the text format of Prometheus, version 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/). Every series is there from the beginning, with zero,
/// so that its first increase is seen as one. Pure.
[[nodiscard]] QByteArray metricsText(const MetricsFacts &facts);

/// A label's value as the format has it: backslash, quote and line feed escaped.
[[nodiscard]] QByteArray escapedLabel(const QString &value);

} // namespace breakwater
