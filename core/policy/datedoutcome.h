// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace breakwater {

/// What became of one request, and when: of such are the memories made that outlive a run of the program.
struct DatedOutcome
{
    Instant at;
    bool good = false; ///< answered, or accepted
    friend bool operator==(const DatedOutcome &, const DatedOutcome &) = default;
};

} // namespace breakwater
