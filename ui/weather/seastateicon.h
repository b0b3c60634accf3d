// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/weather.h"
#include "ui/style/icons.h"

namespace breakwater {

/// Sun on flat water, two ripples, breaking wave, crossed arcs.
[[nodiscard]] Icon seaStateIcon(SeaState state);

/// Clear is the one state in the accent, as it is the one where all is live; the others stay in ink.
[[nodiscard]] QColor seaStateColor(SeaState state, const Tokens &tokens);

} // namespace breakwater
