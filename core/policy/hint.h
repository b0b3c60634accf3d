// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/http.h"
#include "core/base/time.h"

#include <optional>

namespace breakwater {

/// What the headers of a failed response say about the next try; none when they say nothing usable.
///
/// In this order: `retry-after-ms`; `retry-after` in seconds, as a date (the three forms of RFC 9110, 5.6.7) or as
/// "<date>, <seconds>", where the later of the two holds; for a 429 only, the latest reset among the limits that have
/// nothing left (`anthropic-ratelimit-*-reset`, `x-ratelimit-reset-*`). Dates are measured against the response's own
/// `Date`, else against `now`. NaN, infinite, zero, negative and past values are no hint. Digits beyond all reason are
/// the longest wait there is for a 429, else no hint. Never an earlier moment than the server named. Any bytes, any
/// clock; any thread.
[[nodiscard]] std::optional<Hint> parseHint(int status, const Headers &headers, WallTime now);

/// The response's own clock: its `Date`, else `now`.
[[nodiscard]] WallTime serverTime(const Headers &headers, WallTime now);

/// An HTTP-date (IMF-fixdate, RFC 850, asctime), none when it is not one. `now` tells the century of a year of two
/// digits. The name of the day is not compared with the date.
[[nodiscard]] std::optional<WallTime> parseHttpDate(QByteArrayView text, WallTime now);

/// A moment as RFC 3339 writes it; without a zone it is UTC.
[[nodiscard]] std::optional<WallTime> parseTimestamp(QByteArrayView text);

/// A duration as OpenAI's reset headers write it: "12ms", "1s", "6m0s", "1m30.5s"; none when it is not one.
[[nodiscard]] std::optional<Duration> parseGoDuration(QByteArrayView text);

} // namespace breakwater
