// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/offpeak.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int daysAhead = 8; // a week, and the day on which it ends

WallTime moment(QDate day, std::chrono::minutes afterMidnight, const QTimeZone &zone)
{
    const QTime time = QTime::fromMSecsSinceStartOfDay(static_cast<int>(std::chrono::milliseconds(afterMidnight).count()));
    return WallTime(std::chrono::milliseconds(QDateTime(day, time, zone).toMSecsSinceEpoch()));
}

} // namespace

std::optional<Stretch> offPeakStretch(const OffPeakHours &hours, WallTime now, const QTimeZone &computer)
{
    constexpr auto day = std::chrono::hours(24);
    const bool isTime = hours.from >= std::chrono::minutes(0) && hours.from < day && hours.until >= std::chrono::minutes(0) && hours.until < day;
    if (!isTime || hours.from == hours.until)
        return std::nullopt;
    const QTimeZone named(hours.zone);
    const QTimeZone &zone = hours.zone.isEmpty() || !named.isValid() ? computer : named;
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone).date();
    for (int ahead = -1; ahead <= daysAhead; ++ahead) { // last night's may be on still
        const QDate begins = today.addDays(ahead);
        if (!hours.days.test(static_cast<std::size_t>(begins.dayOfWeek() - 1)))
            continue;
        const QDate ends = begins.addDays(hours.until > hours.from ? 0 : 1);
        const Stretch stretch {moment(begins, hours.from, zone), moment(ends, hours.until, zone)};
        if (stretch.from < stretch.until && now < stretch.until)
            return stretch;
    }
    return std::nullopt;
}

WallTime startWithin(const Stretch &stretch, WallTime now, double jitter)
{
    const WallTime earliest = std::max(stretch.from, now);
    const double left = static_cast<double>(std::max<WallTime::rep>(0, (stretch.until - earliest).count()));
    return earliest + std::chrono::milliseconds(static_cast<WallTime::rep>(left / 2.0 * std::clamp(jitter, 0.0, 1.0)));
}

} // namespace breakwater
