// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/offpeak.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <rapidcheck.h>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const QTimeZone berlin("Europe/Berlin");

WallTime at(const char *iso, const QTimeZone &zone = berlin)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
    time.setTimeZone(zone);
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString shown(WallTime time, const QTimeZone &zone = berlin)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), zone).toString(QStringLiteral("ddd yyyy-MM-dd HH:mm t"));
}

QString shown(const std::optional<Stretch> &stretch, const QTimeZone &zone = berlin)
{
    return stretch ? QString(shown(stretch->from, zone) + QStringLiteral(" to ") + shown(stretch->until, zone)) : QStringLiteral("none");
}

} // namespace

class TestOffPeak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hoursAreOnOrTheNextToCome_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("stretch");
        const auto row = [](const char *name, const char *now, const char *stretch) { QTest::newRow(name) << QString::fromLatin1(now) << QString::fromLatin1(stretch); };
        row("before", "2026-11-27T00:30:00", "Fri 2026-11-27 01:00 CET to Fri 2026-11-27 05:00 CET");
        row("as they begin", "2026-11-27T01:00:00", "Fri 2026-11-27 01:00 CET to Fri 2026-11-27 05:00 CET");
        row("while they are on", "2026-11-27T04:59:59", "Fri 2026-11-27 01:00 CET to Fri 2026-11-27 05:00 CET");
        row("as they end", "2026-11-27T05:00:00", "Sat 2026-11-28 01:00 CET to Sat 2026-11-28 05:00 CET");
        row("in the evening", "2026-12-31T22:00:00", "Fri 2027-01-01 01:00 CET to Fri 2027-01-01 05:00 CET");
    }

    void hoursAreOnOrTheNextToCome()
    {
        QFETCH(QString, now);
        QTEST(shown(offPeakStretch({}, at(qPrintable(now)), berlin)), "stretch");
    }

    void hoursMayGoOverMidnight()
    {
        OffPeakHours hours;
        hours.from = 22h;
        hours.until = 6h;
        const QString night = QStringLiteral("Thu 2026-11-26 22:00 CET to Fri 2026-11-27 06:00 CET");
        QCOMPARE(shown(offPeakStretch(hours, at("2026-11-27T03:00:00"), berlin)), night);
        QCOMPARE(shown(offPeakStretch(hours, at("2026-11-26T21:00:00"), berlin)), night);
        QCOMPARE(shown(offPeakStretch(hours, at("2026-11-27T07:00:00"), berlin)), QStringLiteral("Fri 2026-11-27 22:00 CET to Sat 2026-11-28 06:00 CET"));
    }

    void aDayIsThatOnWhichTheyBegin()
    {
        OffPeakHours hours;
        hours.from = 22h;
        hours.until = 6h;
        hours.days = std::bitset<7>("0010000"); // Friday; Monday is the last digit
        QCOMPARE(shown(offPeakStretch(hours, at("2026-11-28T03:00:00"), berlin)), QStringLiteral("Fri 2026-11-27 22:00 CET to Sat 2026-11-28 06:00 CET"));
        QCOMPARE(shown(offPeakStretch(hours, at("2026-11-28T06:00:00"), berlin)), QStringLiteral("Fri 2026-12-04 22:00 CET to Sat 2026-12-05 06:00 CET"));
    }

    void withoutADayThereAreNone()
    {
        OffPeakHours none;
        none.days.reset();
        QVERIFY(!offPeakStretch(none, at("2026-11-27T03:00:00"), berlin));
        OffPeakHours empty;
        empty.until = empty.from;
        QVERIFY(!offPeakStretch(empty, at("2026-11-27T03:00:00"), berlin));
        OffPeakHours mad;
        mad.from = 25h;
        QVERIFY(!offPeakStretch(mad, at("2026-11-27T03:00:00"), berlin));
    }

    void theClockOfAnotherPlaceCounts()
    {
        OffPeakHours hours;
        hours.zone = "America/Los_Angeles";
        QCOMPARE(shown(offPeakStretch(hours, at("2026-11-27T03:00:00"), berlin)), QStringLiteral("Fri 2026-11-27 10:00 CET to Fri 2026-11-27 14:00 CET"));
        hours.zone = "Atlantis/Capital";
        QCOMPARE(shown(offPeakStretch(hours, at("2026-11-27T03:00:00"), berlin)), QStringLiteral("Fri 2026-11-27 01:00 CET to Fri 2026-11-27 05:00 CET"));
    }

    void aNightInWhichTheClocksChangeIsShorterOrLonger()
    {
        const auto spring = offPeakStretch({}, at("2026-03-28T23:00:00"), berlin);
        QCOMPARE(shown(spring), QStringLiteral("Sun 2026-03-29 01:00 CET to Sun 2026-03-29 05:00 CEST"));
        QCOMPARE(spring->until - spring->from, WallTime::duration(3h));
        const auto autumn = offPeakStretch({}, at("2026-10-24T23:00:00"), berlin);
        QCOMPARE(shown(autumn), QStringLiteral("Sun 2026-10-25 01:00 CEST to Sun 2026-10-25 05:00 CET"));
        QCOMPARE(autumn->until - autumn->from, WallTime::duration(5h));
    }

    void hoursInTheGapOfAChangeComeAfterIt()
    {
        OffPeakHours hours;
        hours.from = 125min; // 02:05
        hours.until = 130min;
        const auto stretch = offPeakStretch(hours, at("2026-03-29T00:00:00"), berlin);
        QVERIFY(stretch);
        QVERIFY(stretch->from < stretch->until);
        QVERIFY(stretch->until - stretch->from <= 5min);
    }

    void anyHoursAtAnyTimeAreAheadAndBounded()
    {
        const QStringList zones {QStringLiteral("Europe/Berlin"), QStringLiteral("America/St_Johns"), QStringLiteral("Australia/Lord_Howe"), QStringLiteral("Pacific/Apia"), QStringLiteral("UTC")};
        QVERIFY(rc::check([&zones] {
            OffPeakHours hours;
            hours.from = std::chrono::minutes(*rc::gen::inRange(0, 24 * 60));
            hours.until = std::chrono::minutes(*rc::gen::inRange(0, 24 * 60));
            hours.days = std::bitset<7>(*rc::gen::inRange(0U, 128U));
            const QTimeZone zone(zones.at(*rc::gen::inRange(0, static_cast<int>(zones.size()))).toLatin1());
            const WallTime now(std::chrono::seconds(*rc::gen::inRange<qint64>(0, 4'000'000'000)));
            const auto stretch = offPeakStretch(hours, now, zone);
            if (hours.days.none() || hours.from == hours.until) {
                RC_ASSERT(!stretch);
                return;
            }
            RC_ASSERT(stretch.has_value());
            RC_ASSERT(now < stretch->until);
            RC_ASSERT(stretch->from < stretch->until);
            RC_ASSERT(stretch->until - stretch->from <= 25h);
            RC_ASSERT(stretch->from - now <= 24h * 15);
            const double jitter = *rc::gen::inRange(0, 1000) / 1000.0;
            const WallTime start = startWithin(*stretch, now, jitter);
            RC_ASSERT(start >= now);
            RC_ASSERT(start >= stretch->from);
            RC_ASSERT(start < stretch->until);
        }));
    }

    void aStartLeavesHalfOfTheHoursForWaiting()
    {
        const Stretch night {at("2026-11-27T01:00:00"), at("2026-11-27T05:00:00")};
        QCOMPARE(shown(startWithin(night, at("2026-11-26T12:00:00"), 0.0)), QStringLiteral("Fri 2026-11-27 01:00 CET"));
        QCOMPARE(shown(startWithin(night, at("2026-11-26T12:00:00"), 1.0)), QStringLiteral("Fri 2026-11-27 03:00 CET"));
        QCOMPARE(shown(startWithin(night, at("2026-11-27T04:00:00"), 1.0)), QStringLiteral("Fri 2026-11-27 04:30 CET"));
    }
};

QTEST_GUILESS_MAIN(TestOffPeak)
#include "tst_offpeak.moc"
