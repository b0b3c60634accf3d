// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/turnstate.h"

#include <QByteArray>

#include <optional>

namespace breakwater {

/// A turn as it stands on disk: its chain, its attempts and decisions. Instants become spans since `now`, because a
/// steady clock means nothing to the next run. The policy is not kept: a restored turn follows the one in force.
[[nodiscard]] QByteArray turnToJson(const TurnState &turn, Instant now);

/// None for what is not a turn. `now` and `wall` are those of the reading program.
[[nodiscard]] std::optional<TurnState> turnFromJson(const QByteArray &json, Instant now, WallTime wall);

} // namespace breakwater
