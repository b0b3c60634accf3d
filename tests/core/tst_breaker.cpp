// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/breaker.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const Instant start {1h};
const BreakerSettings settings;
constexpr double middle = 0.5; // a pause drawn with it is exactly its base

/// One request, permitted and settled at once.
void report(Breaker &breaker, RouteOutcome outcome, Instant now, Duration hint = {}, double jitter = middle)
{
    const auto permit = breaker.admit(settings, now);
    QVERIFY(permit);
    breaker.settle(settings, *permit, outcome, hint, now, jitter);
}

Breaker openedByOverload(Instant now = start)
{
    Breaker breaker;
    report(breaker, RouteOutcome::Overloaded, now);
    report(breaker, RouteOutcome::Overloaded, now);
    return breaker;
}

} // namespace

class TestBreaker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewRouteFlows()
    {
        Breaker breaker;
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
        QCOMPARE(breaker.notBefore(start), start);
        QVERIFY(!breaker.admit(settings, start)->probe);
    }

    void twoOverloadsInARowPauseIt()
    {
        Breaker breaker;
        report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
        report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Open);
        QCOMPARE(breaker.notBefore(start), start + 10s);
        QVERIFY(!breaker.admit(settings, start + 10s - 1us));
    }

    void threeFailuresOfAnyKindPauseItForLess()
    {
        Breaker breaker;
        report(breaker, RouteOutcome::Failed, start);
        report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
        report(breaker, RouteOutcome::Failed, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Open);
        QCOMPARE(breaker.notBefore(start), start + 5s);
    }

    void anAnswerBetweenEndsTheRow()
    {
        Breaker breaker;
        for (int round = 0; round < 2; ++round) {
            report(breaker, RouteOutcome::Overloaded, start);
            report(breaker, RouteOutcome::Answered, start);
        }
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
    }

    void halfOfSixWithinTheWindowPauseIt()
    {
        Breaker breaker;
        for (int pair = 0; pair < 2; ++pair) {
            report(breaker, RouteOutcome::Failed, start);
            report(breaker, RouteOutcome::Answered, start);
        }
        report(breaker, RouteOutcome::Answered, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Closed);
        report(breaker, RouteOutcome::Failed, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Open);
    }

    void outcomesOlderThanTheWindowDoNotCount()
    {
        Breaker breaker;
        for (int pair = 0; pair < 2; ++pair) {
            report(breaker, RouteOutcome::Failed, start);
            report(breaker, RouteOutcome::Answered, start);
        }
        report(breaker, RouteOutcome::Answered, start + 121s);
        report(breaker, RouteOutcome::Failed, start + 121s);
        QVERIFY(breaker.phase(start + 121s) == BreakerPhase::Closed);
    }

    void aNeutralOutcomeSaysNothing()
    {
        Breaker breaker;
        report(breaker, RouteOutcome::Overloaded, start);
        report(breaker, RouteOutcome::Neutral, start);
        const Breaker before = breaker;
        report(breaker, RouteOutcome::Neutral, start);
        QCOMPARE(breaker, before);
        report(breaker, RouteOutcome::Overloaded, start);
        QVERIFY(breaker.phase(start) == BreakerPhase::Open);
    }

    void chanceSpreadsThePauseByHalf()
    {
        for (const auto &[jitter, pause] : {std::pair(0.0, Duration(5s)), std::pair(0.75, Duration(12500ms))}) {
            Breaker breaker;
            report(breaker, RouteOutcome::Overloaded, start);
            report(breaker, RouteOutcome::Overloaded, start, {}, jitter);
            QCOMPARE(breaker.notBefore(start), start + pause);
        }
    }

    void aHintLengthensThePauseButNeverForMoreThanADay()
    {
        Breaker breaker;
        report(breaker, RouteOutcome::Overloaded, start);
        report(breaker, RouteOutcome::Overloaded, start, 40s);
        QCOMPARE(breaker.notBefore(start), start + 40s);
        Breaker mad;
        report(mad, RouteOutcome::Overloaded, start);
        report(mad, RouteOutcome::Overloaded, start, 24h * 365 * 1000);
        QCOMPARE(mad.notBefore(start), start + 24h);
    }

    void admitsOneProbeAtATime()
    {
        Breaker breaker = openedByOverload();
        const auto probe = breaker.admit(settings, start + 10s);
        QVERIFY(probe && probe->probe);
        QVERIFY(breaker.phase(start + 10s) == BreakerPhase::HalfOpen);
        QVERIFY(!breaker.admit(settings, start + 10s));
        QVERIFY(!breaker.admit(settings, start + 60s, true));
        breaker.settle(settings, *probe, RouteOutcome::Answered, {}, start + 11s, middle);
        QVERIFY(breaker.phase(start + 11s) == BreakerPhase::Closed);
        QVERIFY(breaker.admit(settings, start + 11s));
    }

    void aFailedProbeDoublesThePauseUpToTheLongest()
    {
        Breaker breaker = openedByOverload();
        Instant now = start;
        for (const Duration expected : {20s, 40s, 60s, 60s}) {
            now = breaker.notBefore(now);
            report(breaker, RouteOutcome::Overloaded, now);
            QCOMPARE(breaker.notBefore(now), now + expected);
        }
        QCOMPARE(breaker.doublings(), 4);
    }

    void aCancelledProbeGivesItsLeaveBack()
    {
        Breaker breaker = openedByOverload();
        const auto probe = breaker.admit(settings, start + 10s);
        breaker.settle(settings, *probe, RouteOutcome::Neutral, {}, start + 12s, middle);
        QVERIFY(breaker.phase(start + 12s) == BreakerPhase::Open);
        QCOMPARE(breaker.doublings(), 0);
        const auto next = breaker.admit(settings, start + 12s);
        QVERIFY(next && next->probe);
    }

    void aSilentProbeIsGivenUpWithItsLease()
    {
        Breaker breaker = openedByOverload();
        const auto silent = breaker.admit(settings, start + 10s);
        const Instant over = start + 10s + settings.probeLease;
        QVERIFY(!breaker.admit(settings, over - 1us));
        QVERIFY(breaker.phase(over) == BreakerPhase::Open);
        const auto next = breaker.admit(settings, over);
        QVERIFY(next && next->probe);
        const Breaker before = breaker;
        breaker.settle(settings, *silent, RouteOutcome::Overloaded, {}, over, middle); // it reports after all
        QCOMPARE(breaker, before);
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
        report(breaker, RouteOutcome::Answered, start + 10s); // the probe
        const Breaker closed = breaker;
        breaker.settle(settings, *late, RouteOutcome::Failed, {}, start + 11s, middle);
        QCOMPARE(breaker, closed);
    }

    void aPersonMayTakeTheProbeEarly()
    {
        Breaker breaker = openedByOverload();
        const auto early = breaker.admit(settings, start + 1s, true);
        QVERIFY(early && early->probe);
        QVERIFY(!breaker.admit(settings, start + 1s, true));
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
};

QTEST_GUILESS_MAIN(TestBreaker)
#include "tst_breaker.moc"
