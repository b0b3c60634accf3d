// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/window.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace breakwater {

using std::chrono::milliseconds;

Duration rangeLength(WeatherRange range)
{
    switch (range) {
    case WeatherRange::QuarterHour:
        return std::chrono::minutes(15);
    case WeatherRange::Hour:
        return std::chrono::hours(1);
    case WeatherRange::Day:
        return std::chrono::hours(24);
    case WeatherRange::Week:
        return std::chrono::hours(24 * 7);
    }
    return {};
}

Duration bucketLength(WeatherRange range)
{
    switch (range) {
    case WeatherRange::QuarterHour:
        return std::chrono::seconds(30);
    case WeatherRange::Hour:
        return std::chrono::minutes(2);
    case WeatherRange::Day:
        return std::chrono::minutes(15);
    case WeatherRange::Week:
        return std::chrono::hours(2);
    }
    return {};
}

int Counts::all() const
{
    return std::accumulate(each.begin(), each.end(), 0);
}

void Counts::add(const Counts &others)
{
    for (std::size_t which = 0; which < each.size(); ++which)
        each[which] += others.each[which];
}

std::optional<Percentiles> percentiles(std::vector<Duration> values)
{
    if (values.empty())
        return std::nullopt;
    const auto ranked = [&values](double share) {
        const double rank = std::ceil(share * static_cast<double>(values.size()));
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::max(rank, 1.0)) - 1;
        std::nth_element(values.begin(), place, values.end()); // a week of them need not be sorted
        return *place;
    };
    return Percentiles { ranked(0.5), ranked(0.95) };
}

Window countWindow(std::span<const Sample> samples, WallTime now, Duration range, Duration bucket, const RouteFilter &wanted)
{
    const auto step = std::max(std::chrono::floor<milliseconds>(bucket), milliseconds(1));
    const auto count = std::max<milliseconds::rep>(std::chrono::ceil<milliseconds>(range) / step, 1);

    Window window;
    window.bucket = step;
    const auto since = now.time_since_epoch();
    auto filling = since - since % step;
    if (since % step < milliseconds(0))
        filling -= step;
    window.until = WallTime(filling + step);
    window.from = window.until - step * count;
    window.buckets.resize(static_cast<std::size_t>(count));
    for (std::size_t index = 0; index < window.buckets.size(); ++index)
        window.buckets[index].from = window.from + step * static_cast<milliseconds::rep>(index);

    std::vector<Duration> firstContents;
    std::vector<Duration> totals;
    std::map<RouteId, Counts>::iterator route = window.routes.end();
    QHash<TurnId, bool> turns; // whether it was answered
    turns.reserve(static_cast<qsizetype>(samples.size()));
    for (const Sample &sample : samples) {
        if (sample.at < window.from || sample.at >= window.until || (wanted && !wanted(sample.route)))
            continue;
        window.buckets[static_cast<std::size_t>((sample.at - window.from) / step)].counts.add(sample.result);
        window.totals.add(sample.result);
        if (route == window.routes.end() || route->first != sample.route)
            route = window.routes.try_emplace(sample.route).first;
        route->second.add(sample.result);
        bool &answered = turns[sample.turn];
        answered = answered || sample.result == SampleClass::Answered;
        if (sample.wait)
            window.waits.push_back({ sample.at, sample.result, *sample.wait });
        if (sample.result == SampleClass::Answered) {
            totals.push_back(sample.total);
            if (sample.firstContent)
                firstContents.push_back(*sample.firstContent);
        }
    }
    window.turns = static_cast<int>(turns.size());
    window.turnsAnswered = static_cast<int>(std::count(turns.cbegin(), turns.cend(), true));
    const auto earlier = [](const RetryWait &left, const RetryWait &right) { return left.at < right.at; };
    if (!std::is_sorted(window.waits.begin(), window.waits.end(), earlier))
        std::stable_sort(window.waits.begin(), window.waits.end(), earlier);
    window.firstContent = percentiles(std::move(firstContents));
    window.total = percentiles(std::move(totals));
    return window;
}

Window countWindow(std::span<const Sample> samples, WallTime now, WeatherRange range, const RouteFilter &wanted)
{
    return countWindow(samples, now, rangeLength(range), bucketLength(range), wanted);
}

void addHours(Window &window, std::span<const HourTotal> hours, const RouteFilter &wanted)
{
    const auto step = std::max(std::chrono::floor<milliseconds>(window.bucket), milliseconds(1));
    for (const HourTotal &hour : hours) {
        if (hour.hour < window.from || hour.hour >= window.until || (wanted && !wanted(hour.route)))
            continue;
        window.buckets[static_cast<std::size_t>((hour.hour - window.from) / step)].counts.add(hour.counts);
        window.totals.add(hour.counts);
        window.routes[hour.route].add(hour.counts);
    }
}

Counts countRecent(std::span<const Sample> samples, WallTime now, Duration range)
{
    Counts counts;
    for (const Sample &sample : samples) {
        if (sample.at <= now && now - sample.at < range)
            counts.add(sample.result);
    }
    return counts;
}

} // namespace breakwater
