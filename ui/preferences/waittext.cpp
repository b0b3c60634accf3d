// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/waittext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace breakwater {

namespace {

struct WaitTextSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::WaitText)
};

} // namespace

QString waitText(Duration wait)
{
    const double seconds = toSeconds(wait);
    const qint64 tenths = std::llround(seconds * 10);
    if (tenths < 100)
        return WaitTextSaying::tr("%1 s").arg(QLocale().toString(static_cast<double>(tenths) / 10, 'f', tenths % 10 == 0 ? 0 : 1));
    const qint64 whole = std::llround(seconds);
    if (whole < 120)
        return WaitTextSaying::tr("%1 s").arg(whole);
    if (whole < 3600)
        return whole % 60 == 0 ? WaitTextSaying::tr("%1 min").arg(whole / 60) : WaitTextSaying::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    const qint64 minutes = std::llround(seconds / 60);
    return minutes % 60 == 0 ? WaitTextSaying::tr("%1 h").arg(minutes / 60) : WaitTextSaying::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

Duration axisStep(Duration longest, int most)
{
    using std::chrono::hours;
    using std::chrono::milliseconds;
    using std::chrono::minutes;
    using std::chrono::seconds;
    constexpr std::array<Duration, 19> round {milliseconds(100), milliseconds(200), milliseconds(500), seconds(1), seconds(2), seconds(5), seconds(10),
        seconds(15), seconds(30), minutes(1), minutes(2), minutes(5), minutes(10), minutes(15), minutes(30), hours(1), hours(2), hours(6), hours(12)};
    for (const Duration step : round) {
        if (step * most >= longest)
            return step;
    }
    return hours(24) * (longest / (hours(24) * most) + 1);
}

} // namespace breakwater
