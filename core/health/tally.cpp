// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/tally.h"

#include <algorithm>
#include <numeric>

namespace breakwater {

namespace {

// Seconds. Fixed for good: a Prometheus that has kept old bounds cannot add them to new ones.
constexpr std::array waitBounds {0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0, 300.0, 900.0};
constexpr std::array firstContentBounds {0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 20.0, 30.0, 60.0, 120.0};
constexpr std::array answerBounds {0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0};

} // namespace

Histogram::Histogram(std::span<const double> bounds)
    : m_bounds(bounds)
    , m_each(bounds.size())
{
}

void Histogram::add(Duration duration)
{
    const Duration counted = std::max(duration, Duration::zero()); // a clock that jumped must not make a sum fall
    const auto bound = std::lower_bound(m_bounds.begin(), m_bounds.end(), toSeconds(counted));
    if (bound != m_bounds.end())
        ++m_each[static_cast<std::size_t>(bound - m_bounds.begin())];
    ++m_count;
    m_sum += counted;
}

quint64 Histogram::within(std::size_t index) const
{
    return std::accumulate(m_each.begin(), m_each.begin() + static_cast<std::ptrdiff_t>(index) + 1, quint64(0));
}

RouteTally::RouteTally()
    : firstContent(firstContentBounds)
    , answer(answerBounds)
{
}

Tally::Tally()
    : m_waits(sampleClassCount, Histogram(waitBounds))
{
}

void Tally::add(const Sample &sample, const RouteLabels &labels)
{
    RouteTally &route = m_routes[labels];
    ++route.attempts[static_cast<std::size_t>(sample.result)];
    if (sample.wait)
        m_waits[static_cast<std::size_t>(sample.result)].add(sample.wait->total());
    if (sample.result != SampleClass::Answered)
        return;
    if (sample.firstContent)
        route.firstContent.add(*sample.firstContent);
    route.answer.add(sample.total);
}

} // namespace breakwater
