// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>

namespace breakwater {

/// A wait as the previews write it, short: "0.5 s", "44 s", "2 min 30 s", "1 h". Never finer than a tenth, below 10 s.
[[nodiscard]] QString waitText(Duration wait);

/// A round distance of the marks of an axis up to `longest`: `most` of them at most.
[[nodiscard]] Duration axisStep(Duration longest, int most);

} // namespace breakwater
