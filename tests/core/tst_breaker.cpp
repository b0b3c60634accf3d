// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/breaker.h"

#include <QtTest>

#include <algorithm>
#include <limits>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const Instant start {1h};
constexpr double middle = 0.5; // a pause drawn with it is exactly its base

/// Values of the tests' own, so that a tuned default moves none of them but theShippedValues().
BreakerSettings testSettings()
{
    BreakerSettings settings;
    settings.overloadPause = 10s;
    settings.transportPause = 5s;
    settings.longestPause = 60s;
    settings.shortestPause = 200ms;
    settings.falseAlarm = 4s;
    settings.rampStart = 2;
    settings.rampAnswers = 3;
    settings.probeLease = 95s;
    return settings;
}
const BreakerSettings settings = testSettings();

void report(Breaker &breaker, RouteOutcome outcome, Instant now, Duration hint = {}, double jitter = middle)
{
    const auto permit = breaker.admit(settings, now);
    QVERIFY(permit);
    breaker.settle(settings, *permit, outcome, hint, now, jitter);
}

Breaker openedByOverload(Duration hint = {}, double jitter = middle)
{
    Breaker breaker;
    report(breaker, RouteOutcome::Overloaded, start);
    report(breaker, RouteOutcome::Overloaded, start, hint, jitter);
    return breaker;
}

/// A route that has come to refuse `refusals` of `refusals` + 1 requests, all of it longer ago than the window.
Breaker usedTo(int refusals)
{
    Breaker breaker;
    Instant now = start - 72h;
    for (int refused = std::min(refusals, 1); refused <= refusals; ++refused) {
        for (int round = 0; round < 60; ++round) {
            for (int each = 0; each < refused; ++each)
                report(breaker, RouteOutcome::Overloaded, now += 31s); // never twenty in the window
            report(breaker, RouteOutcome::Answered, now += 31s);
        }
    }
    return breaker;
}

/// How many overloads in a row it takes from now on, too far apart for the window to count them.
int overloadsToPause(Breaker breaker, Instant now = start)
{
    for (int run = 1; run <= 100; ++run) {
        report(breaker, RouteOutcome::Overloaded, now += 31s);
        if (breaker.phase(now) == BreakerPhase::Open)
            return run;
    }
    return 0;
}

/// Leaves that it gives at once.
int leaves(Breaker &breaker, Instant now)
{
    int given = 0;
    while (given < 100 && breaker.admit(settings, now))
        ++given;
    return given;
}

} // namespace

class TestBreaker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theShippedValues()
    {
        const BreakerSettings shipped;
        QCOMPARE(shipped.overloadsInARow, 2);
        QCOMPARE(shipped.failuresInARow, 3);
        QCOMPARE(shipped.surprise, 0.001);
        QCOMPARE(shipped.longestRun, 20);
        QCOMPARE(shipped.failureShare, 0.95);
        QCOMPARE(shipped.fewestOutcomes, 20);
        QCOMPARE(shipped.window, Duration(120s));
        QCOMPARE(shipped.overloadPause, Duration(6s));
        QCOMPARE(shipped.transportPause, Duration(5s));
        QCOMPARE(shipped.longestPause, Duration(60s));
        QCOMPARE(shipped.shortestPause, Duration(200ms));
        QCOMPARE(shipped.falseAlarm, Duration(4s));
        QCOMPARE(shipped.rampStart, 4);
        QCOMPARE(shipped.rampAnswers, 8);
        QCOMPARE(shipped.decay, Duration(5min));
        QCOMPARE(shipped.probeLease, Duration(95s));
    }

    // What pauses a route

    void aNewRouteFlows()
    {
        Breaker breaker;
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
        QCOMPARE(breaker.notBefore(settings, start), start);
        QCOMPARE(breaker.downFor(start), Duration::zero());
        QCOMPARE(leaves(breaker, start), 100);
        QVERIFY(!breaker.admit(settings, start)->probe);
    }

    void twoOverloadsInARowPauseARouteThatUsedToAnswer()
    {
        Breaker breaker;
        report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
        report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Open);
        QCOMPARE(breaker.notBefore(settings, start), start + 10s);
        QVERIFY(!breaker.admit(settings, start + 10s - 1us));
        QVERIFY(breaker.admit(settings, start + 10s)->probe);
    }

    void threeFailuresOfAnyKindPauseItForLess()
    {
        Breaker breaker;
        report(breaker, RouteOutcome::Failed, start);
        report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
        QCOMPARE(breaker.failuresInARow(), 2);
        report(breaker, RouteOutcome::Failed, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Open);
        QCOMPARE(breaker.notBefore(settings, start), start + 5s);
    }

    void anotherFailureBetweenEndsARowOfOverloads()
    {
        BreakerSettings patient = settings;
        patient.failuresInARow = 5;
        Breaker breaker;
        const auto tell = [&](RouteOutcome outcome) { breaker.settle(patient, *breaker.admit(patient, start), outcome, {}, start, middle); };
        tell(RouteOutcome::Overloaded);
        tell(RouteOutcome::Failed);
        tell(RouteOutcome::Overloaded);
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
        tell(RouteOutcome::Overloaded);
        QVERIFY(breaker.phase(start) == BreakerPhase::Open);
    }

    void anAnswerBetweenEndsTheRow()
    {
        Breaker breaker;
        for (int round = 0; round < 2; ++round) {
            report(breaker, RouteOutcome::Overloaded, start);
            report(breaker, RouteOutcome::Answered, start);
        }
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
        QCOMPARE(breaker.failuresInARow(), 0);
    }

    void theRunThatPausesGrowsWithTheShareRefusedBefore_data()
    {
        QTest::addColumn<int>("refusals");
        QTest::addColumn<int>("run");
        QTest::newRow("refused none") << 0 << 2;
        QTest::newRow("refused half") << 1 << 10;
        QTest::newRow("refused two in three") << 2 << 17;
        QTest::newRow("refused nine in ten: the longest run") << 9 << 20;
    }
    void theRunThatPausesGrowsWithTheShareRefusedBefore()
    {
        QFETCH(int, refusals);
        QFETCH(int, run);
        QCOMPARE(overloadsToPause(usedTo(refusals)), run);
    }

    void aRouteThatAnswersAgainForAWhileSurprisesSoonAgain()
    {
        Breaker breaker = usedTo(2);
        for (int each = 0; each < 40; ++each)
            report(breaker, RouteOutcome::Answered, start);
        QCOMPARE(overloadsToPause(breaker), 3);
        for (int each = 0; each < 40; ++each)
            report(breaker, RouteOutcome::Answered, start);
        QCOMPARE(overloadsToPause(breaker), 2);
    }

    void hardlyAnAnswerAmongManyOutcomesPausesIt()
    {
        Breaker breaker = usedTo(2);
        for (int each = 0; each < 10; ++each)
            report(breaker, RouteOutcome::Overloaded, start);
        report(breaker, RouteOutcome::Answered, start);
        for (int each = 0; each < 8; ++each)
            report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed); // 18 of 19
        report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Open); // 19 of 20
    }

    void anAnswerMoreAmongManyDoesNot()
    {
        Breaker breaker = usedTo(2);
        for (int each = 0; each < 10; ++each)
            report(breaker, RouteOutcome::Overloaded, start);
        report(breaker, RouteOutcome::Answered, start);
        report(breaker, RouteOutcome::Answered, start);
        for (int each = 0; each < 9; ++each)
            report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed); // 19 of 21
    }

    void outcomesOlderThanTheWindowDoNotCount()
    {
        Breaker breaker = usedTo(2);
        for (int each = 0; each < 10; ++each)
            report(breaker, RouteOutcome::Overloaded, start);
        const Instant later = start + settings.window + 1us;
        report(breaker, RouteOutcome::Answered, later);
        for (int each = 0; each < 9; ++each)
            report(breaker, RouteOutcome::Overloaded, later);
        QVERIFY(breaker.phase(later) == BreakerPhase::Closed);
    }

    void aNeutralOutcomeSaysNothing()
    {
        Breaker breaker;
        report(breaker, RouteOutcome::Overloaded, start);
        const Breaker before = breaker;
        for (int each = 0; each < 50; ++each)
            report(breaker, RouteOutcome::Neutral, start);
        QCOMPARE(breaker, before);
        report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Open);
    }

    void aReasonFromOutsidePausesAFlowingRouteOnly()
    {
        Breaker breaker;
        breaker.pause(settings, false, 0s, start, middle);
        QCOMPARE(breaker.notBefore(settings, start), start + 5s);
        const Breaker paused = breaker;
        breaker.pause(settings, true, 1h, start + 1s, middle);
        QCOMPARE(breaker, paused);
    }

    // How long

    void chanceSpreadsThePauseByHalf_data()
    {
        QTest::addColumn<double>("jitter");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("least") << 0.0 << qint64(5'000);
        QTest::newRow("middle") << 0.5 << qint64(10'000);
        QTest::newRow("three quarters") << 0.75 << qint64(12'500);
    }
    void chanceSpreadsThePauseByHalf()
    {
        QFETCH(double, jitter);
        QFETCH(qint64, milliseconds);
        QCOMPARE(openedByOverload({}, jitter).notBefore(settings, start), start + std::chrono::milliseconds(milliseconds));
    }

    void aHintLengthensThePauseButNeverForMoreThanADay()
    {
        QCOMPARE(openedByOverload(40s).notBefore(settings, start), start + 40s);
        QCOMPARE(openedByOverload(3s).notBefore(settings, start), start + 10s);
        QCOMPARE(openedByOverload(-40s).notBefore(settings, start), start + 10s);
        QCOMPARE(openedByOverload(24h * 365 * 1000).notBefore(settings, start), start + 24h);
        QCOMPARE(openedByOverload(Duration::max()).notBefore(settings, start), start + 24h);
    }

    void turnsThatWaitTogetherShareThePause_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("one") << 1 << qint64(10'000);
        QTest::newRow("four") << 4 << qint64(2'500);
        QTest::newRow("fifty") << 50 << qint64(200);
        QTest::newRow("a million: the shortest") << 1'000'000 << qint64(200);
        QTest::newRow("the largest number") << std::numeric_limits<int>::max() << qint64(200);
        QTest::newRow("nobody counts as one") << 0 << qint64(10'000);
        QTest::newRow("less than nobody as well") << -3 << qint64(10'000);
    }
    void turnsThatWaitTogetherShareThePause()
    {
        QFETCH(int, waiting);
        QFETCH(qint64, milliseconds);
        Breaker breaker = openedByOverload();
        const Instant at = start + std::chrono::milliseconds(milliseconds);
        QCOMPARE(breaker.notBefore(settings, start, waiting), at);
        QVERIFY(!breaker.admit(settings, at - 1us, waiting));
        QVERIFY(breaker.admit(settings, at, waiting)->probe);
    }

    void nobodySharesAHint()
    {
        QCOMPARE(openedByOverload(40s).notBefore(settings, start, 1'000), start + 40s);
    }

    void aPauseShorterThanTheShortestStaysAsItIs()
    {
        BreakerSettings brief = settings;
        brief.overloadPause = 100ms;
        Breaker breaker;
        breaker.pause(brief, true, 0s, start, middle);
        QCOMPARE(breaker.notBefore(brief, start, 1), start + 100ms);
        QCOMPARE(breaker.notBefore(brief, start, 10), start + 100ms);
    }

    void aFailedProbeDoublesThePauseUpToTheLongest()
    {
        Breaker breaker = openedByOverload();
        Instant now = start;
        for (const Duration expected : {20s, 40s, 60s, 60s}) {
            now = breaker.notBefore(settings, now);
            report(breaker, RouteOutcome::Overloaded, now);
            QCOMPARE(breaker.notBefore(settings, now), now + expected);
        }
        QCOMPARE(breaker.doublings(), 4);
    }

    void aThousandDoublingsAreStillTheLongestPause()
    {
        Breaker breaker = openedByOverload();
        Instant now = start;
        for (int each = 0; each < 1'000; ++each)
            report(breaker, RouteOutcome::Failed, now = breaker.notBefore(settings, now));
        QCOMPARE(breaker.doublings(), 1'000);
        QCOMPARE(breaker.notBefore(settings, now), now + 60s);
    }

    void nobodyWaitsMoreThanTheLongestPause()
    {
        constexpr double long90s = 0.999;
        Breaker breaker = openedByOverload();
        Instant now = start;
        for (int each = 0; each < 3; ++each)
            report(breaker, RouteOutcome::Overloaded, now = breaker.notBefore(settings, now), {}, long90s);
        QCOMPARE(breaker.notBefore(settings, now), now + 60s);
        QCOMPARE(breaker.doublings(), 3);
        report(breaker, RouteOutcome::Overloaded, now = breaker.notBefore(settings, now)); // 60 s were the whole of it
        QCOMPARE(breaker.doublings(), 4);
        // Two who wait share what was drawn, or they would test a dead server twice as often as one.
        Breaker shared = openedByOverload({}, long90s);
        QCOMPARE(shared.notBefore(settings, start, 2), start + fromSeconds(10.0 * (0.5 + long90s) / 2));
    }

    void aProbeThatWentBeforeTheWholePauseDoublesNothing()
    {
        Breaker breaker = openedByOverload();
        const auto shared = breaker.admit(settings, start + 5s, 2);
        breaker.settle(settings, *shared, RouteOutcome::Overloaded, {}, start + 6s, middle);
        QCOMPARE(breaker.doublings(), 0);
        const auto next = breaker.admit(settings, start + 11s, 2);
        breaker.settle(settings, *next, RouteOutcome::Overloaded, {}, start + 11s, middle); // ten since the first
        QCOMPARE(breaker.doublings(), 1);
    }

    void doublingsFadeWhileItFlows()
    {
        Breaker breaker = openedByOverload();
        report(breaker, RouteOutcome::Overloaded, start + 10s);
        report(breaker, RouteOutcome::Overloaded, start + 30s);
        report(breaker, RouteOutcome::Answered, start + 70s); // closes; two doublings stay
        QCOMPARE(breaker.doublings(), 2);
        report(breaker, RouteOutcome::Answered, start + 70s + 5min - 1us);
        QCOMPARE(breaker.doublings(), 2);
        report(breaker, RouteOutcome::Answered, start + 70s + 5min);
        QCOMPARE(breaker.doublings(), 1);
        report(breaker, RouteOutcome::Answered, start + 70s + 30min);
        QCOMPARE(breaker.doublings(), 0);
    }

    void doublingsFadeAlsoWhileNobodyAsks()
    {
        Breaker breaker = openedByOverload();
        report(breaker, RouteOutcome::Overloaded, start + 10s);
        report(breaker, RouteOutcome::Answered, start + 30s);
        QCOMPARE(breaker.doublings(), 1);
        breaker.pause(settings, true, 0s, start + 1h, middle);
        QCOMPARE(breaker.notBefore(settings, start + 1h), start + 1h + 10s);
    }

    void itKnowsHowLongARouteHasBeenDown()
    {
        Breaker breaker = openedByOverload();
        QCOMPARE(breaker.downFor(start + 4s), Duration(4s));
        report(breaker, RouteOutcome::Overloaded, start + 10s);
        QCOMPARE(breaker.downFor(start + 12s), Duration(12s));
        report(breaker, RouteOutcome::Answered, start + 30s);
        QCOMPARE(breaker.downFor(start + 31s), Duration::zero());
    }

    // The probe

    void admitsOneProbeAtATime()
    {
        Breaker breaker = openedByOverload();
        const auto probe = breaker.admit(settings, start + 10s);
        QVERIFY(probe && probe->probe);
        QVERIFY(breaker.phase(start + 10s) == BreakerPhase::HalfOpen);
        QVERIFY(!breaker.admit(settings, start + 10s));
        QVERIFY(!breaker.admit(settings, start + 60s, 1'000, true));
        breaker.settle(settings, *probe, RouteOutcome::Answered, {}, start + 11s, middle);
        QVERIFY(breaker.phase(start + 11s) == BreakerPhase::Closed);
        QVERIFY(breaker.admit(settings, start + 11s));
    }

    void aCancelledProbeGivesItsLeaveBack()
    {
        Breaker breaker = openedByOverload();
        const auto probe = breaker.admit(settings, start + 10s);
        breaker.settle(settings, *probe, RouteOutcome::Neutral, {}, start + 12s, middle);
        QVERIFY(breaker.phase(start + 12s) == BreakerPhase::Open);
        QCOMPARE(breaker.doublings(), 0);
        QVERIFY(breaker.admit(settings, start + 12s)->probe);
    }

    void aProbeTakenEarlyAndCancelledDoesNotShortenThePause()
    {
        for (const Duration hint : {0s, 40s}) {
            Breaker breaker = openedByOverload(hint);
            const Instant over = breaker.notBefore(settings, start);
            const auto early = breaker.admit(settings, start + 1s, 1, true);
            breaker.settle(settings, *early, RouteOutcome::Neutral, {}, start + 2s, middle);
            QCOMPARE(breaker.notBefore(settings, start + 2s), over);
            QVERIFY(!breaker.admit(settings, over - 1us));
        }
    }

    void aSilentProbeIsGivenUpWithItsLease()
    {
        Breaker breaker = openedByOverload();
        const auto silent = breaker.admit(settings, start + 10s);
        const Instant over = start + 10s + settings.probeLease;
        QCOMPARE(breaker.notBefore(settings, start + 11s), over);
        QVERIFY(!breaker.admit(settings, over - 1us));
        QVERIFY(breaker.phase(over) == BreakerPhase::Open);
        const Breaker expired = breaker;
        for (const RouteOutcome late : {RouteOutcome::Answered, RouteOutcome::Overloaded, RouteOutcome::Failed, RouteOutcome::Neutral}) {
            breaker.settle(settings, *silent, late, {}, over, middle); // it reports after all
            QCOMPARE(breaker, expired);
        }
        QVERIFY(breaker.admit(settings, over)->probe);
        QCOMPARE(breaker.doublings(), 0);
    }

    void aSilentProbeTakenEarlyEndsNoPauseToo()
    {
        Breaker breaker = openedByOverload(1h);
        QVERIFY(breaker.admit(settings, start + 1s, 1, true));
        const Instant given = start + 1s + settings.probeLease;
        QCOMPARE(breaker.notBefore(settings, given), start + 1h);
        QVERIFY(!breaker.admit(settings, start + 1h - 1us));
        QCOMPARE(Breaker::restored(breaker.remembered(), given).notBefore(settings, given), start + 1h);
        QVERIFY(breaker.admit(settings, given, 1, true)); // a person may insist again
    }

    void aLateOutcomeOfAnEarlierGenerationChangesNothing()
    {
        Breaker breaker;
        const auto late = breaker.admit(settings, start);
        report(breaker, RouteOutcome::Overloaded, start);
        report(breaker, RouteOutcome::Overloaded, start);
        const Breaker open = breaker;
        breaker.settle(settings, *late, RouteOutcome::Answered, {}, start + 1s, middle);
        QCOMPARE(breaker, open);
        const auto probe = breaker.admit(settings, start + 10s);
        const Breaker testing = breaker;
        breaker.settle(settings, *late, RouteOutcome::Answered, {}, start + 10s, middle);
        QCOMPARE(breaker, testing);
        breaker.settle(settings, *probe, RouteOutcome::Answered, {}, start + 10s, middle);
        const Breaker closed = breaker;
        breaker.settle(settings, *late, RouteOutcome::Failed, {}, start + 11s, middle);
        QCOMPARE(breaker, closed);
    }

    void aPersonMayTakeTheProbeEarly()
    {
        Breaker breaker = openedByOverload(1h);
        const auto early = breaker.admit(settings, start + 1s, 1, true);
        QVERIFY(early && early->probe);
        QVERIFY(!breaker.admit(settings, start + 1s, 1, true));
    }

    void aClockThatStepsBackOpensNothing()
    {
        Breaker breaker = openedByOverload();
        QVERIFY(!breaker.admit(settings, start - 24h));
        QCOMPARE(breaker.notBefore(settings, start - 24h), start + 10s);
        const auto early = breaker.admit(settings, start - 24h, 1, true);
        breaker.settle(settings, *early, RouteOutcome::Overloaded, {}, start - 24h, middle);
        QCOMPARE(breaker.doublings(), 0);
    }

    // Well again

    void afterAPauseRequestsAreLetInOneMoreWithEachAnswer()
    {
        Breaker breaker = openedByOverload();
        const Instant well = start + 10s;
        report(breaker, RouteOutcome::Answered, well);
        QVERIFY(breaker.ramping());
        const auto first = breaker.admit(settings, well);
        const auto second = breaker.admit(settings, well);
        QVERIFY(first && second && !first->probe);
        QVERIFY(!breaker.admit(settings, well));
        QCOMPARE(breaker.notBefore(settings, well), well + 100ms); // look again soon
        breaker.settle(settings, *first, RouteOutcome::Answered, {}, well, middle); // its place, and one more
        QCOMPARE(leaves(breaker, well), 2);
        breaker.settle(settings, *second, RouteOutcome::Neutral, {}, well, middle); // its place alone
        QCOMPARE(leaves(breaker, well), 1);
        QVERIFY(breaker.admit(settings, well, 1, true)); // a person does not wait for a place
    }

    void theRampEndsAfterSoManyAnswers()
    {
        Breaker breaker = openedByOverload();
        const Instant well = start + 10s;
        report(breaker, RouteOutcome::Answered, well); // the probe is not one of them
        report(breaker, RouteOutcome::Answered, well);
        report(breaker, RouteOutcome::Answered, well);
        QVERIFY(breaker.ramping());
        report(breaker, RouteOutcome::Answered, well);
        QVERIFY(!breaker.ramping());
        QCOMPARE(leaves(breaker, well), 100);
    }

    void aPlaceInTheRampIsNotHeldForGood()
    {
        Breaker breaker = openedByOverload();
        const Instant well = start + 10s;
        report(breaker, RouteOutcome::Answered, well);
        QCOMPARE(leaves(breaker, well), 2); // and nobody ever reports
        QVERIFY(!breaker.admit(settings, well + settings.probeLease - 1us));
        QVERIFY(breaker.admit(settings, well + settings.probeLease));
    }

    void withoutRampAnswersThereIsNoRamp()
    {
        BreakerSettings none = settings;
        none.rampAnswers = 0;
        Breaker breaker = openedByOverload();
        const auto probe = breaker.admit(none, start + 10s);
        breaker.settle(none, *probe, RouteOutcome::Answered, {}, start + 10s, middle);
        QVERIFY(!breaker.ramping());
    }

    void aNewPauseEndsTheRamp()
    {
        Breaker breaker = openedByOverload();
        report(breaker, RouteOutcome::Answered, start + 10s);
        report(breaker, RouteOutcome::Overloaded, start + 10s);
        report(breaker, RouteOutcome::Overloaded, start + 10s);
        report(breaker, RouteOutcome::Overloaded, start + 10s);
        QVERIFY(breaker.phase(start + 10s) == BreakerPhase::Open);
        QVERIFY(!breaker.ramping());
    }

    void aFalseAlarmNeedsNoRampAndIsLearnedFrom()
    {
        const auto wellAfter = [](Duration after) {
            Breaker breaker = openedByOverload();
            const auto probe = breaker.admit(settings, start + after, 1, true);
            breaker.settle(settings, *probe, RouteOutcome::Answered, {}, start + after, middle);
            return breaker;
        };
        const Breaker alarm = wellAfter(4s);
        QVERIFY(!alarm.ramping());
        QCOMPARE(overloadsToPause(alarm, start + 4s), 6);
        const Breaker outage = wellAfter(4s + 1us);
        QVERIFY(outage.ramping());
        QCOMPARE(overloadsToPause(outage, start + 5s), 3);
    }
};

QTEST_GUILESS_MAIN(TestBreaker)
#include "tst_breaker.moc"
