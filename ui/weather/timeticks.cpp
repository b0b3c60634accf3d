// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/timeticks.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace breakwater {

std::vector<TimeTick> timeTicks(const Window &window)
{
    constexpr qint64 minute = 60;
    constexpr std::array steps {5 * minute, 10 * minute, 60 * minute, 4 * 60 * minute, 24 * 60 * minute};
    const qint64 span = std::chrono::floor<std::chrono::seconds>(window.until - window.from).count();
    qint64 step = steps.back();
    for (const qint64 each : steps) {
        if (span <= each * 8) {
            step = each;
            break;
        }
    }
    std::vector<TimeTick> ticks;
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(window.until.time_since_epoch().count());
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(window.from.time_since_epoch().count());
    // By the local day, so that the hour that a summer time adds or takes moves nothing but itself.
    for (QDate day = begin.date(); day <= end.date(); day = day.addDays(1)) {
        for (qint64 second = 0; second < 24 * 60 * minute; second += step) {
            const QDateTime when(day, QTime(0, 0).addSecs(static_cast<int>(second)));
            if (!when.isValid() || when <= begin || when >= end)
                continue;
            const bool midnight = second == 0;
            const QString name = QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat);
            const QString text = step == steps.back() ? QString(name + QLatin1Char(' ') + QLocale().toString(day.day()))
                : midnight                            ? QString(name + QStringLiteral(" 00:00"))
                                                      : when.toString(QStringLiteral("HH:mm"));
            ticks.push_back({WallTime(std::chrono::milliseconds(when.toMSecsSinceEpoch())), text});
        }
    }
    return ticks;
}

} // namespace breakwater
