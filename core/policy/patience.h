// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace breakwater {

/// How long a turn and each phase of an attempt may take.
struct PatienceSettings
{
    Duration turn = std::chrono::seconds(120); ///< to first content, over all attempts
    Duration usefulRest = std::chrono::seconds(3); ///< a retry with less of it left is not scheduled
    Duration headers = std::chrono::seconds(60); ///< one attempt, to the response's headers (with connecting)
    Duration firstContent = std::chrono::seconds(90); ///< one attempt, to the first content
    Duration idle = std::chrono::seconds(90); ///< silence inside an answer; pings count as life
    friend bool operator==(const PatienceSettings &, const PatienceSettings &) = default;
};

} // namespace breakwater
