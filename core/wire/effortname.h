// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/model.h"

namespace breakwater {

/// "xhigh": as all dialects write it.
[[nodiscard]] QLatin1String effortName(Effort effort);

} // namespace breakwater
