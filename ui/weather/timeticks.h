// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/window.h"

#include <QString>

namespace breakwater {

/// A moment on the time axis that carries its name.
struct TimeTick
{
    WallTime at;
    QString text; ///< "16:00", "Tue 00:00", "Tue 24"
    friend bool operator==(const TimeTick &, const TimeTick &) = default;
};

/// Whole local times within a window, three to eight of them, oldest first.
[[nodiscard]] std::vector<TimeTick> timeTicks(const Window &window);

} // namespace breakwater
