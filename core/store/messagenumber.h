// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QtGlobal>

#include <algorithm>

namespace breakwater {

/// Messages are numbered by their time: one a minute since 1970, and where a number is taken the next that is free within
/// a day. So the newest are found first, and the numbers lie so close that the index of words stays small.

/// The least number that a message of that time may have.
[[nodiscard]] constexpr qint64 leastNumberAt(WallTime at)
{
    return std::max<qint64>(0, at.time_since_epoch().count() / 60'000);
}

/// Numbers of a day.
inline constexpr qint64 numbersADay = 24 * 60;

} // namespace breakwater
