// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"

#include <array>
#include <functional>
#include <map>
#include <span>
#include <vector>

namespace breakwater {

/// How far back a look at the weather goes.
enum class WeatherRange { QuarterHour, Hour, Day, Week };

[[nodiscard]] Duration rangeLength(WeatherRange range);
/// The width of one bar: 30 s, 2 min, 15 min, 2 h.
[[nodiscard]] Duration bucketLength(WeatherRange range);

/// How many attempts came to what.
struct Counts
{
    std::array<int, sampleClassCount> each {};

    [[nodiscard]] int of(SampleClass which) const { return each[static_cast<std::size_t>(which)]; }
    void add(SampleClass which) { ++each[static_cast<std::size_t>(which)]; }
    void add(const Counts &others);
    [[nodiscard]] int all() const;
    /// Those that got no answer, whoever is to blame.
    [[nodiscard]] int refused() const { return all() - of(SampleClass::Answered); }
    friend bool operator==(const Counts &, const Counts &) = default;
};

/// The attempts of a route in an hour.
struct HourTotal
{
    WallTime hour; ///< a whole one
    RouteId route;
    Counts counts;
    friend bool operator==(const HourTotal &, const HourTotal &) = default;
};

struct Bucket
{
    WallTime from;
    Counts counts;
    friend bool operator==(const Bucket &, const Bucket &) = default;
};

/// A wait that was spent before a retry, and what had caused it.
struct RetryWait
{
    WallTime at;
    SampleClass cause = SampleClass::Overloaded;
    SampleWait wait;
    friend bool operator==(const RetryWait &, const RetryWait &) = default;
};

/// The middle and the slow end of something measured.
struct Percentiles
{
    Duration half {}; ///< half of them took no longer
    Duration most {}; ///< 95 of 100 took no longer
    friend bool operator==(const Percentiles &, const Percentiles &) = default;
};

/// The samples of a stretch of time, counted.
struct Window
{
    WallTime from; ///< a whole bucket
    WallTime until; ///< the end of the bucket that is filling now
    Duration bucket {};
    std::vector<Bucket> buckets; ///< oldest first, without gaps
    Counts totals;
    std::map<RouteId, Counts> routes; ///< of each that was asked
    int turns = 0; ///< that asked anybody
    int turnsAnswered = 0;
    std::vector<RetryWait> waits; ///< oldest first
    std::optional<Percentiles> firstContent; ///< of answers
    std::optional<Percentiles> total; ///< of answers
    friend bool operator==(const Window &, const Window &) = default;
};

/// Whether the samples of a route are wanted; empty: those of every route.
using RouteFilter = std::function<bool(const RouteId &route)>;

/// Counts the samples of the `range` that ends with the bucket in which `now` lies. Buckets begin at whole multiples of
/// their length, so that bars do not change under the eye while time passes. Pure; samples in any order.
[[nodiscard]] Window countWindow(std::span<const Sample> samples, WallTime now, Duration range, Duration bucket, const RouteFilter &wanted = {});
[[nodiscard]] Window countWindow(std::span<const Sample> samples, WallTime now, WeatherRange range, const RouteFilter &wanted = {});
/// Adds what is known by the hour alone: it counts in its bucket, and no wait or time is known of it.
void addHours(Window &window, std::span<const HourTotal> hours, const RouteFilter &wanted = {});

/// Counts what ended in the `range` before `now`, to the millisecond.
[[nodiscard]] Counts countRecent(std::span<const Sample> samples, WallTime now, Duration range);

/// By nearest rank; none of nothing.
[[nodiscard]] std::optional<Percentiles> percentiles(std::vector<Duration> values);

} // namespace breakwater
