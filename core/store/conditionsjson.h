// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/conditions.h"

#include <QJsonObject>

namespace breakwater {

/// What the process has learned about its routes, as the next run of the program takes it up: pauses, limits, budgets,
/// shut gates and track records with their moments as wall times, so that a pause goes on while nothing runs. Not what
/// is under way, nor whose each route is: of that the Conditions are told anew.
[[nodiscard]] QJsonObject toJson(const Conditions &conditions, Instant now, WallTime wall);

/// Any JSON at all gives conditions: what cannot be is as if never learned. `now` and `wall` are those of the reading
/// program. Whatever the clocks did, no pause has longer to go than it had when it was written, and none a day.
[[nodiscard]] Conditions conditionsFrom(const QJsonObject &object, Instant now, WallTime wall);

} // namespace breakwater
