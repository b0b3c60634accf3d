// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightscale.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace breakwater {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Duration shortestAxis = milliseconds(500);
constexpr Duration shortestFold = seconds(10); // a wait of seconds is seen at its length
constexpr Duration shortestRequest = milliseconds(200);
constexpr int mostRequests = 80; // so many usual ones may fit beside each other: at least 8 px each in a wide window
constexpr std::size_t mostFolds = 6;
constexpr int standsOut = 4; // times as long as the next longest
constexpr double foldShare = 0.08; // of the axis, one fold
constexpr double mostFolded = 0.45; // of the axis, all folds together

/// What lies between the requests, from acceptance to the end.
std::vector<FlightStretch> gapsBetween(std::vector<FlightStretch> requests, Duration end)
{
    std::sort(requests.begin(), requests.end(), [](const auto &one, const auto &other) { return one.from < other.from; });
    std::vector<FlightStretch> gaps;
    Duration busyUntil {};
    for (const FlightStretch &request : requests) {
        if (request.from > busyUntil)
            gaps.push_back({busyUntil, request.from});
        busyUntil = std::max(busyUntil, request.until);
    }
    if (end > busyUntil)
        gaps.push_back({busyUntil, end});
    return gaps;
}

Duration lengthOf(const FlightStretch &stretch)
{
    return stretch.until - stretch.from;
}

} // namespace

FlightScale::FlightScale(std::vector<FlightStretch> requests, Duration end)
{
    Duration busy {};
    for (const FlightStretch &request : requests) {
        busy += std::max(lengthOf(request), shortestRequest);
        end = std::max(end, request.until);
    }
    m_end = std::max(end, shortestAxis);
    if (!requests.empty()) {
        const Duration usual = busy / static_cast<Duration::rep>(requests.size());
        fold(gapsBetween(std::move(requests), m_end), usual);
    }
    mark();
}

/// Folds the longest waits first, until a usual request can be seen beside what is left. Where that would fold all of
/// many waits alike, an even axis says more: then only those that stand out from the others are folded.
void FlightScale::fold(const std::vector<FlightStretch> &gaps, Duration usual)
{
    std::vector<FlightStretch> longest = gaps;
    std::stable_sort(longest.begin(), longest.end(), [](const auto &one, const auto &other) { return lengthOf(one) > lengthOf(other); });
    Duration open = m_end;
    std::size_t folded = 0;
    while (folded < longest.size() && open > usual * mostRequests && lengthOf(longest[folded]) > std::max(shortestFold, usual * 2))
        open -= lengthOf(longest[folded++]);
    if (folded > mostFolds) {
        folded = mostFolds;
        while (folded > 0 && lengthOf(longest[folded - 1]) < lengthOf(longest[folded]) * standsOut)
            --folded;
    }
    m_folds.assign(longest.begin(), longest.begin() + static_cast<std::ptrdiff_t>(folded));
    std::sort(m_folds.begin(), m_folds.end(), [](const auto &one, const auto &other) { return one.from < other.from; });
}

double FlightScale::place(Duration at) const
{
    at = std::clamp(at, Duration::zero(), m_end);
    Duration folded {};
    for (const FlightStretch &fold : m_folds)
        folded += lengthOf(fold);
    const double each = m_folds.empty() ? 0.0 : std::min(foldShare, mostFolded / static_cast<double>(m_folds.size()));
    const double even = 1.0 - each * static_cast<double>(m_folds.size());
    const double all = toSeconds(std::max(m_end - folded, Duration(1)));

    double place = toSeconds(at) / all * even;
    for (const FlightStretch &fold : m_folds) {
        if (at <= fold.from)
            break;
        const double inside = toSeconds(std::min(at, fold.until) - fold.from);
        place += each * inside / toSeconds(lengthOf(fold)) - inside / all * even;
    }
    return std::clamp(place, 0.0, 1.0);
}

Duration FlightScale::stepFor(Duration longest, int most)
{
    constexpr std::array<Duration, 21> round {milliseconds(100), milliseconds(200), milliseconds(500), seconds(1), seconds(2), seconds(5), seconds(10),
        seconds(20), seconds(30), minutes(1), minutes(2), minutes(5), minutes(10), minutes(20), minutes(30), hours(1), hours(2), hours(3), hours(6), hours(12),
        hours(24)};
    for (const Duration step : round) {
        if (step * most >= longest)
            return step;
    }
    const Duration::rep days = (longest + hours(24) * most - Duration(1)) / (hours(24) * most);
    return hours(24) * days;
}

void FlightScale::mark()
{
    Duration open = m_end;
    for (const FlightStretch &fold : m_folds)
        open -= lengthOf(fold);
    m_step = stepFor(std::max(open, shortestAxis));
    // The axis ends at a mark where it can.
    if (m_folds.empty() || m_folds.back().until < m_end)
        m_end += (m_step - open % m_step) % m_step;

    Duration from {};
    const auto steps = [this](Duration first, Duration until) {
        for (Duration at = first; at <= until; at += m_step)
            m_marks.push_back({at, place(at)});
    };
    for (const FlightStretch &fold : m_folds) {
        if (fold.from > from || from == Duration::zero())
            steps(from, fold.from);
        from = fold.until;
    }
    steps(from, m_end);
}

QString FlightScale::label(const Mark &mark) const
{
    if (m_end <= minutes(2)) {
        const bool whole = m_step % seconds(1) == Duration::zero() && mark.at % seconds(1) == Duration::zero();
        return QCoreApplication::translate("breakwater::FlightRecord", "%1 s").arg(QLocale().toString(toSeconds(mark.at), 'f', whole ? 0 : 1));
    }
    const qint64 all = std::llround(toSeconds(mark.at));
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    if (m_end < hours(1))
        return QStringLiteral("%1:%2").arg(all / 60).arg(two(all % 60));
    return QStringLiteral("%1:%2:%3").arg(all / 3600).arg(two(all / 60 % 60), two(all % 60));
}

} // namespace breakwater
