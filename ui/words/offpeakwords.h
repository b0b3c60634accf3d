// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/offpeak.h"

#include <QString>

namespace breakwater {

/// How hours that turns wait for are said, by the clock of this computer. Pure but for its time zone.
namespace offpeakwords {

/// "01:00 to 05:00"; with the day, where that is none of the next 24 hours.
[[nodiscard]] QString hours(const Stretch &stretch, WallTime now);
/// "Tonight between 01:00 and 05:00", "Now, until 05:00", "Sat between 22:00 and 06:00".
[[nodiscard]] QString sentence(const Stretch &stretch, WallTime now);
/// "at 02:13"; "Sat at 02:13" where that is none of the next 24 hours.
[[nodiscard]] QString moment(WallTime at, WallTime now);
/// "Sat 02:13", for places that do not know the time of now.
[[nodiscard]] QString dayAndTime(WallTime at);

} // namespace offpeakwords

} // namespace breakwater
