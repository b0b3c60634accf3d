// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/health/weatherfile.h"

#include <map>

namespace breakwater {

/// What a route is, for those who read the file elsewhere.
struct RouteNames
{
    QString provider;
    QString model;
};

struct HealthExport
{
    QString history; ///< the file that the history is in
    QString target; ///< replaced whole or not at all
    WeatherFile file = WeatherFile::AttemptsCsv;
    WallTime from; ///< times are UTC in the file, spans are seconds
    WallTime until;
    std::map<RouteId, RouteNames> names;
};

/// Writes what ended from `from` until before `until`, oldest first; gives the number of rows. No text of any turn is in it. Reads
/// with a connection of its own: any thread. Faults: DiskFull, ReadOnly, Store.
[[nodiscard]] Result<qint64> exportHealth(const HealthExport &wanted);

} // namespace breakwater
