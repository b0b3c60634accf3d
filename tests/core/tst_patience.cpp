// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/patience.h"

#include <QtTest>

#include <limits>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

/// Values of the tests' own, so that a tuned default moves none of them but theShippedValues().
PatienceSettings testSettings()
{
    PatienceSettings settings;
    settings.headers = 60s;
    settings.firstContent = 90s;
    settings.idle = 80s;
    settings.shortestSilence = 2s;
    settings.silenceFactor = 8.0;
    return settings;
}
const PatienceSettings settings = testSettings();

TrackRecord usual(Duration headers, Duration silence, int times = 10)
{
    TrackRecord record;
    for (int each = 0; each < times; ++each) {
        record.addHeaders(headers);
        record.addSilence(silence);
    }
    return record;
}

} // namespace

class TestPatience : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theShippedValues()
    {
        const PatienceSettings shipped;
        QCOMPARE(shipped.turn, Duration(120s));
        QCOMPARE(shipped.usefulRest, Duration(3s));
        QCOMPARE(shipped.connect, Duration(10s));
        QCOMPARE(shipped.headers, Duration(60s));
        QCOMPARE(shipped.firstContent, Duration(90s));
        QCOMPARE(shipped.idle, Duration(90s));
        QCOMPARE(shipped.shortestSilence, Duration(1800ms));
        QCOMPARE(shipped.silenceFactor, 8.0);
        QCOMPARE(shipped.startOver, Duration(10s));
        QCOMPARE(shipped.askAfter, Duration(10min));
    }

    void anUnknownRouteHasTheFixedLimits()
    {
        const SilenceLimits fixed {60s, 90s, 80s};
        QCOMPARE(silenceLimits(settings, {}, 0), fixed);
        QCOMPARE(silenceLimits(settings, {}, 5), fixed);
        QCOMPARE(silenceLimits(settings, usual(100ms, 100ms, 9), 0), fixed);
    }

    void aLimitIsSoManyTimesWhatIsUsual()
    {
        QCOMPARE(silenceLimits(settings, usual(1s, 500ms), 0), (SilenceLimits {8s, 90s, 4s, 8s}));
    }

    void noLimitIsShorterThanTheShortest()
    {
        QCOMPARE(silenceLimits(settings, usual(1ms, 0s), 0), (SilenceLimits {2s, 90s, 2s, 2s}));
    }

    void noLimitIsLongerThanTheFixedOne()
    {
        QCOMPARE(silenceLimits(settings, usual(1h, 24h * 365 * 100'000), 0), (SilenceLimits {60s, 90s, 80s}));
    }

    void eachSilentAttemptOfATurnWaitsLongerThanTheOneBefore_data()
    {
        QTest::addColumn<int>("silent");
        QTest::addColumn<qint64>("headers"); // milliseconds
        QTest::addColumn<qint64>("idle");
        QTest::newRow("first") << 0 << qint64(8'000) << qint64(8'000);
        QTest::newRow("second") << 1 << qint64(12'000) << qint64(12'000);
        QTest::newRow("third") << 2 << qint64(18'000) << qint64(18'000);
        QTest::newRow("seventh: the fixed ones") << 6 << qint64(60'000) << qint64(80'000);
        QTest::newRow("any number") << std::numeric_limits<int>::max() << qint64(60'000) << qint64(80'000);
    }
    void eachSilentAttemptOfATurnWaitsLongerThanTheOneBefore()
    {
        QFETCH(int, silent);
        QFETCH(qint64, headers);
        QFETCH(qint64, idle);
        QCOMPARE(silenceLimits(settings, usual(1s, 1s), silent), (SilenceLimits {std::chrono::milliseconds(headers), 90s, std::chrono::milliseconds(idle), std::min<Duration>(std::chrono::milliseconds(headers), 10s)}));
    }

    void whatAPersonSetForAProviderIsTheMostThatIsWaitedThere()
    {
        const OwnPatience own {25s, 300s};
        const SilenceLimits slow = silenceLimits(settings, {}, 0, own);
        QCOMPARE(slow, (SilenceLimits {300s, 300s, 80s, 25s, 300s}));
        const SilenceLimits quick = silenceLimits(settings, usual(1s, 500ms), 0, own);
        QCOMPARE(quick, (SilenceLimits {8s, 300s, 4s, 25s, 4s})); // learned as ever; to connect may take what they said
        QCOMPARE(silenceLimits(settings, {}, 0, {{}, 5s}), (SilenceLimits {5s, 5s, 80s, 5s, 5s}));
        QCOMPARE(silenceLimits(settings, {}, 0, {}), silenceLimits(settings, {}, 0));
    }

    void aHungRequestInTenIsNoticedInSeconds()
    {
        TrackRecord record;
        for (int each = 0; each < 40; ++each)
            record.addHeaders(each % 10 == 0 ? 30s : Duration(400ms));
        QCOMPARE(silenceLimits(settings, record, 0).headers, Duration(3200ms));
    }

    void whenMoreThanAQuarterIsSlowTheLimitGrowsPastThem()
    {
        TrackRecord record;
        for (int each = 0; each < 40; ++each)
            record.addHeaders(each % 4 == 0 ? 3200ms : Duration(400ms)); // given up at the limit, which counts as a time
        QVERIFY(silenceLimits(settings, record, 0).headers > 25s);
    }
};

QTEST_GUILESS_MAIN(TestPatience)
#include "tst_patience.moc"
