// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/chance.h"

namespace breakwater {

/// What came of asking a server that keeps exact token buckets.
struct TokenCourse
{
    int answered = 0;
    int refused = 0; ///< 429s
};

/// One client sends `storm.length` requests as its Pace allows, a few at a time, with random pauses between, to a server
/// that refuses whatever its buckets (requests, input tokens) do not hold and tells them in the headers of each answer,
/// in virtual time. Its buckets are full again within 5 to 50 seconds, so that no observation grows stale while it is
/// waited for. Answers arrive in the order in which they left; the client knows how much input it sends.
[[nodiscard]] TokenCourse runAgainstTokenServer(const Storm &storm);

} // namespace breakwater
