// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QtGlobal>

#include <optional>

namespace breakwater {

/// One limit that a provider reported of itself.
struct RoomLeft
{
    enum class Dimension { Requests, InputTokens, OutputTokens, Tokens };
    Dimension dimension = Dimension::Requests;
    qint64 limit = 0;
    qint64 remaining = 0;
    std::optional<WallTime> resetAt; ///< by this machine's clock
    friend bool operator==(const RoomLeft &, const RoomLeft &) = default;
};

} // namespace breakwater
