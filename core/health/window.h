// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"

#include <array>
#include <span>
#include <vector>

namespace breakwater {

/// How far back a look at the weather goes.
enum class WeatherRange { QuarterHour, Hour, Day };

[[nodiscard]] Duration rangeLength(WeatherRange range);
/// The width of one bar: 30 s, 2 min, 30 min.
[[nodiscard]] Duration bucketLength(WeatherRange range);

/// How many attempts came to what.
struct Counts
{
    std::array<int, sampleClassCount> each {};

    [[nodiscard]] int of(SampleClass which) const { return each[static_cast<std::size_t>(which)]; }
    void add(SampleClass which) { ++each[static_cast<std::size_t>(which)]; }
    [[nodiscard]] int all() const;
    /// Those that got no answer, whoever is to blame.
    [[nodiscard]] int refused() const { return all() - of(SampleClass::Answered); }
    friend bool operator==(const Counts &, const Counts &) = default;
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
    std::vector<RetryWait> waits; ///< oldest first
    std::optional<Percentiles> firstContent; ///< of answers
    std::optional<Percentiles> total; ///< of answers
    friend bool operator==(const Window &, const Window &) = default;
};

/// Counts the samples of the `range` that ends with the bucket in which `now` lies. Buckets begin at whole multiples of
/// their length, so that bars do not change under the eye while time passes. Pure; samples in any order.
[[nodiscard]] Window countWindow(std::span<const Sample> samples, WallTime now, Duration range, Duration bucket);
[[nodiscard]] Window countWindow(std::span<const Sample> samples, WallTime now, WeatherRange range);

/// Counts what ended in the `range` before `now`, to the millisecond.
[[nodiscard]] Counts countRecent(std::span<const Sample> samples, WallTime now, Duration range);

/// By nearest rank; none of nothing.
[[nodiscard]] std::optional<Percentiles> percentiles(std::vector<Duration> values);

} // namespace breakwater
