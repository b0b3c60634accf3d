// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"

#include <array>
#include <map>
#include <span>
#include <tuple>
#include <vector>

namespace breakwater {

/// Durations, counted by fixed bounds since the start of the program.
class Histogram
{
public:
    /// `bounds` in seconds, ascending. They outlive it.
    explicit Histogram(std::span<const double> bounds);

    void add(Duration duration);

    [[nodiscard]] std::span<const double> bounds() const { return m_bounds; }
    /// How many took no longer than the bound of that index.
    [[nodiscard]] quint64 within(std::size_t index) const;
    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] Duration sum() const { return m_sum; }

private:
    std::span<const double> m_bounds;
    std::vector<quint64> m_each; ///< of one bucket alone
    quint64 m_count = 0;
    Duration m_sum {};
};

/// What a route is called in the numbers. A route that a person gave another model counts anew.
struct RouteLabels
{
    QString route;
    QString provider;
    QString model;
    friend bool operator==(const RouteLabels &, const RouteLabels &) = default;
    friend bool operator<(const RouteLabels &left, const RouteLabels &right)
    {
        return std::tie(left.route, left.provider, left.model) < std::tie(right.route, right.provider, right.model);
    }
};

/// How a turn ended.
enum class TurnEnd { Answered, BrokenOff, Stopped, Failed, Cancelled };
inline constexpr int turnEndCount = 5;

/// One route's numbers.
struct RouteTally
{
    std::array<quint64, sampleClassCount> attempts {};
    Histogram firstContent; ///< of answers
    Histogram answer; ///< of answers
    RouteTally();
};

/// All that was counted since the start of the program. It only grows: whoever reads it takes differences. A value.
class Tally
{
public:
    Tally();

    void add(const Sample &sample, const RouteLabels &labels);
    void add(TurnEnd end) { ++m_ends[static_cast<std::size_t>(end)]; }

    [[nodiscard]] const std::map<RouteLabels, RouteTally> &routes() const { return m_routes; }
    /// The waits that were chosen before a retry, by what had made them necessary.
    [[nodiscard]] const Histogram &waits(SampleClass cause) const { return m_waits[static_cast<std::size_t>(cause)]; }
    [[nodiscard]] quint64 turns(TurnEnd end) const { return m_ends[static_cast<std::size_t>(end)]; }

private:
    std::map<RouteLabels, RouteTally> m_routes;
    std::vector<Histogram> m_waits;
    std::array<quint64, turnEndCount> m_ends {};
};

} // namespace breakwater
