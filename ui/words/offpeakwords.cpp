// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/offpeakwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace breakwater::offpeakwords {

namespace {

struct Offpeakwords
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::offpeakwords)
};

QDateTime onTheWall(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

QString timeOf(WallTime at)
{
    return onTheWall(at).toString(QStringLiteral("HH:mm"));
}

QString dayOf(WallTime at)
{
    return QLocale().dayName(onTheWall(at).date().dayOfWeek(), QLocale::ShortFormat);
}

bool isSoon(WallTime at, WallTime now)
{
    return at - now < std::chrono::hours(24);
}

/// What people call tonight: the hours after the coming evening, or those of the night that is on.
bool isTonight(WallTime at, WallTime now)
{
    const int hour = onTheWall(at).time().hour();
    return (hour >= 18 || hour < 6) && at - now < std::chrono::hours(18);
}

} // namespace

QString hours(const Stretch &stretch, WallTime now)
{
    const QString span = Offpeakwords::tr("%1 to %2").arg(timeOf(stretch.from), timeOf(stretch.until));
    return isSoon(stretch.from, now) ? span : QString(dayOf(stretch.from) + QLatin1Char(' ') + span);
}

QString sentence(const Stretch &stretch, WallTime now)
{
    if (stretch.from <= now)
        return Offpeakwords::tr("Now, until %1").arg(timeOf(stretch.until));
    if (isTonight(stretch.from, now))
        return Offpeakwords::tr("Tonight between %1 and %2").arg(timeOf(stretch.from), timeOf(stretch.until));
    if (isSoon(stretch.from, now))
        return Offpeakwords::tr("Between %1 and %2").arg(timeOf(stretch.from), timeOf(stretch.until));
    return Offpeakwords::tr("%1 between %2 and %3").arg(dayOf(stretch.from), timeOf(stretch.from), timeOf(stretch.until));
}

QString moment(WallTime at, WallTime now)
{
    return isSoon(at, now) ? Offpeakwords::tr("at %1").arg(timeOf(at)) : Offpeakwords::tr("%1 at %2").arg(dayOf(at), timeOf(at));
}

QString dayAndTime(WallTime at)
{
    return dayOf(at) + QLatin1Char(' ') + timeOf(at);
}

} // namespace breakwater::offpeakwords
