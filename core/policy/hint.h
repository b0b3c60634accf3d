// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/http.h"
#include "core/base/time.h"

#include <optional>

namespace breakwater {

/// What the headers of a failed response say about the next try; none when they say nothing usable.
///
/// In this order: `retry-after-ms`; `retry-after` in seconds; `retry-after` as a date (the three forms of RFC 9110,
/// 5.6.7); for a 429 only, the latest `anthropic-ratelimit-*-reset` among the dimensions that have nothing left.
/// Dates are measured against the response's own `Date`, else against `now`. NaN, infinite, zero, negative and past
/// values are no hint.
[[nodiscard]] std::optional<Hint> parseHint(int status, const Headers &headers, WallTime now);

/// An HTTP-date (IMF-fixdate, RFC 850, asctime), none when it is not one.
[[nodiscard]] std::optional<WallTime> parseHttpDate(QByteArrayView text, WallTime now);

/// A duration as OpenAI's reset headers write it: "12ms", "1s", "6m0s", "1m30.5s"; none when it is not one.
[[nodiscard]] std::optional<Duration> parseGoDuration(QByteArrayView text);

} // namespace breakwater
