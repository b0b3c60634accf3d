// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/turncourse.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;
using enum FaultKind;

namespace {

const QStringList oneRoute {QStringLiteral("a/1")};
const QStringList twoRoutes {QStringLiteral("a/1"), QStringLiteral("b/1")};

void pause(TurnCourse &course, const char *route)
{
    Breaker &breaker = course.conditions.breakers[RouteId(QLatin1String(route))];
    const Instant now = course.time.now();
    while (breaker.phase(now) == BreakerPhase::Closed)
        breaker.settle(course.state.policy.breaker, *breaker.admit(course.state.policy.breaker, now), RouteOutcome::Overloaded, {}, now, 0.5);
}

BreakerPhase flow(TurnCourse &course, const char *route)
{
    return course.conditions.breakers[RouteId(QLatin1String(route))].phase(course.time.now());
}

Action lastAction(const TurnCourse &course) { return course.state.decision->action; }
Reason lastReason(const TurnCourse &course) { return course.state.decision->reason; }

} // namespace

class TestTurnMachine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClearTurnIsOneAttempt()
    {
        TurnCourse course(oneRoute);
        course.begin();
        QVERIFY(course.state.phase == TurnPhase::Sending);
        QCOMPARE(course.sends, 1);
        course.time.advance(300ms);
        course.tell(turnevent::Head {200});
        course.time.advance(200ms);
        course.content();
        QVERIFY(course.state.phase == TurnPhase::Streaming);
        course.time.advance(2s);
        course.tell(turnevent::Ended {});
        QVERIFY(course.state.phase == TurnPhase::Answered);
        const Attempt &attempt = course.state.attempts.at(0);
        QCOMPARE(attempt.headersAfter, std::optional(Duration(300ms)));
        QCOMPARE(attempt.firstContentAfter, std::optional(Duration(500ms)));
        QCOMPARE(attempt.endedAfter, std::optional(Duration(2500ms)));
        QCOMPARE(course.state.took(), Duration(2500ms));
        QCOMPARE(course.rests, 1);
        QCOMPARE(course.samples.size(), std::size_t(1));
        QVERIFY(course.samples.front().result == SampleClass::Answered);
        QVERIFY(!course.hasAlarm());
    }

    void anAnswerAtTheFirstAttemptEarnsATenth()
    {
        TurnCourse course(oneRoute);
        QVERIFY(course.conditions.budget(RouteId(oneRoute.first()), course.state.policy.budget).withdraw(course.state.policy.budget, 2.0, course.time.now()));
        course.begin();
        course.answer();
        QCOMPARE(course.budget("a"), 3.1);
    }

    void anOverloadIsWaitedForAndPaidFor()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QVERIFY(lastReason(course) == Reason::Backoff);
        QVERIFY(course.left() >= 0s && course.left() < 2s);
        QCOMPARE(course.budget("a"), 4.0);
        QCOMPARE(course.samples.back().wait->total(), course.left());
        course.ring();
        QCOMPARE(course.sends, 2);
        course.answer();
        QVERIFY(course.state.phase == TurnPhase::Answered);
        QVERIFY(course.budget("a") >= 4.99); // the retry was answered: its price came back, and nothing was earned on top
        QCOMPARE(course.state.attempts.at(1).cost, 1.0);
    }

    void aHintIsWaitedForAtLeast()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(RateLimited, 7s);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QVERIFY(lastReason(course) == Reason::ServerHint);
        QCOMPARE(course.state.decision->delay->hint, Duration(7s));
        QVERIFY(course.left() >= 7s && course.left() <= 12s);
        QCOMPARE(course.budget("a"), 4.5);
        QVERIFY(flow(course, "a/1") == BreakerPhase::Closed); // one's own limit says nothing about the route
        QCOMPARE(course.conditions.gates.at(RouteId(oneRoute.first())), course.time.now() + 7s);
    }

    void aShorterHintDoesNotOpenAGateEarlier()
    {
        TurnCourse course(oneRoute);
        course.conditions.gates[RouteId(oneRoute.first())] = course.time.now() + 60s;
        course.begin();
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        course.ring();
        course.conditions.gates[RouteId(oneRoute.first())] = course.time.now() + 60s;
        course.refuse(RateLimited, 2s);
        QCOMPARE(course.conditions.gates.at(RouteId(oneRoute.first())), course.time.now() + 60s);
    }

    void aHintOfYearsShutsTheGateForADayAtATime()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(RateLimited, 24h * 3650);
        QCOMPARE(course.conditions.gates.at(RouteId(oneRoute.first())), course.time.now() + 24h);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(lastReason(course) == Reason::PatienceOver);
    }

    void anotherTurnsGateIsRespectedBeforeTheFirstSend()
    {
        TurnCourse course(oneRoute);
        course.conditions.gates[RouteId(oneRoute.first())] = course.time.now() + 20s;
        course.begin();
        QCOMPARE(course.sends, 0);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QCOMPARE(course.left(), Duration(20s));
        course.ring();
        QCOMPARE(course.sends, 1);
    }

    void aLongLimitMovesOnAtOnce()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.refuse(RateLimited, 40s);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QVERIFY(course.state.phase == TurnPhase::Sending);
        QVERIFY(course.state.attempts.at(0).decision->action == Action::MoveOn);
        QVERIFY(course.state.attempts.at(0).decision->reason == Reason::WaitTooLong);
        QCOMPARE(*course.state.attempts.at(0).decision->to, RouteId(QStringLiteral("b/1")));
        QCOMPARE(course.budget("a"), 5.0); // nothing waited for, nothing paid
        QCOMPARE(course.budget("b"), 5.0);
    }

    void twoOverloadsMoveOn()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.refuse(Overloaded);
        course.ring();
        course.refuse(Overloaded);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QCOMPARE(course.sends, 3);
        QVERIFY(course.state.attempts.at(1).decision->reason == Reason::TriesUsed);
        QVERIFY(flow(course, "a/1") == BreakerPhase::Open);
        course.answer();
        QVERIFY(course.state.phase == TurnPhase::Answered);
        QVERIFY(course.samples.size() == 3);
        QCOMPARE(course.samples.at(1).route, RouteId(QStringLiteral("a/1"))); // reported for the route that failed
    }

    void aPausedRouteIsNotAsked()
    {
        TurnCourse course(twoRoutes);
        pause(course, "a/1");
        course.begin();
        QCOMPARE(course.sends, 1);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
    }

    void whenAllArePausedTheFirstToReopenIsWaitedFor()
    {
        TurnCourse course(twoRoutes);
        pause(course, "b/1");
        course.time.advance(1s);
        pause(course, "a/1");
        course.begin();
        QCOMPARE(course.sends, 0);
        QVERIFY(lastReason(course) == Reason::AllRoutesPaused);
        QCOMPARE(course.left(), Duration(9s));
        course.ring();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QVERIFY(course.state.attempts.back().permit.probe);
        QVERIFY(flow(course, "b/1") == BreakerPhase::HalfOpen);
        course.content();
        QVERIFY(flow(course, "b/1") == BreakerPhase::Closed);
    }

    void aRouteThatReopensWakesThoseWhoWait()
    {
        TurnCourse course(oneRoute);
        pause(course, "a/1");
        course.begin();
        QCOMPARE(course.left(), Duration(10s));
        course.tell(turnevent::RouteFlows {});
        QVERIFY(course.left() <= 2s);
        course.conditions.breakers.clear();
        course.ring();
        QCOMPARE(course.sends, 1);
    }

    void aRouteThatReopensDoesNotLengthenAWait()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(Overloaded);
        const TurnState before = course.state;
        course.tell(turnevent::RouteFlows {}); // this wait is a backoff, not a pause
        QCOMPARE(course.state, before);
    }

    void aBadKeyIsNeverTriedAgainNorItsOtherModels()
    {
        TurnCourse course({QStringLiteral("a/1"), QStringLiteral("a/2"), QStringLiteral("b/1")});
        course.begin();
        course.refuse(Auth);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QCOMPARE(course.sends, 2);
    }

    void aBadKeyIsNotGoneBackToWhileTheOthersArePaused()
    {
        TurnCourse course(twoRoutes);
        pause(course, "b/1");
        course.begin();
        course.refuse(Auth);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QCOMPARE(course.left(), Duration(10s));
        course.ring();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        course.refuse(Auth);
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QCOMPARE(course.sends, 2);
    }

    void aRouteThatIsGoneBackToIsWaitedForAndPaidFor()
    {
        TurnCourse course(twoRoutes);
        pause(course, "b/1");
        course.begin();
        course.refuse(Transient);
        course.ring();
        course.refuse(Transient); // the tries here are used up, but the next one is paused
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QVERIFY(lastReason(course) == Reason::Backoff);
        QVERIFY(course.budget("a") < 3.1);
        course.ring();
        QCOMPARE(course.route(), QStringLiteral("a/1"));
    }

    void withoutAnotherRouteABadKeyFails()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(Auth);
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QVERIFY(lastReason(course) == Reason::NotRetryable);
        QVERIFY(course.samples.empty()); // not weather
        QVERIFY(!course.hasAlarm());
    }

    void aBadRequestFailsWithoutTryingElsewhere()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.refuse(BadRequest);
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QCOMPARE(course.sends, 1);
    }

    void anEmptyChainFails()
    {
        TurnCourse course(QStringList {});
        course.begin();
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QVERIFY(lastReason(course) == Reason::NoRoute);
        QCOMPARE(course.rests, 1);
    }

    void offlineDoesNotPauseTheRouteNorMoveOn()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        for (int each = 0; each < 3; ++each) {
            course.refuse(Offline);
            QVERIFY(course.state.phase == TurnPhase::Waiting);
            course.ring();
        }
        QCOMPARE(course.route(), QStringLiteral("a/1"));
        QVERIFY(flow(course, "a/1") == BreakerPhase::Closed);
        QCOMPARE(course.budget("a"), 5.0);
    }

    void aConflictIsTriedTwiceMore()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        for (int each = 0; each < 2; ++each) {
            course.refuse(Conflict);
            course.ring();
        }
        course.refuse(Conflict);
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QCOMPARE(course.sends, 3);
    }

    void anEmptyBudgetMovesOnOrKeeps()
    {
        for (const QStringList &routes : {twoRoutes, oneRoute}) {
            TurnCourse course(routes);
            QVERIFY(course.conditions.budget(RouteId(routes.first()), course.state.policy.budget).withdraw(course.state.policy.budget, 4.5, course.time.now()));
            course.begin();
            course.refuse(Overloaded);
            const bool moved = routes.size() == 2;
            QVERIFY(course.state.phase == (moved ? TurnPhase::Sending : TurnPhase::Kept));
            QVERIFY(course.state.attempts.front().decision->reason == Reason::BudgetEmpty);
        }
    }

    void theMostAttemptsAreTheMost()
    {
        PolicySettings policy;
        policy.breaker.overloadsInARow = 100;
        policy.breaker.failuresInARow = 100;
        policy.breaker.failureShare = 2.0;
        policy.budget.most = 100;
        policy.patience.turn = 24h;
        TurnCourse course(oneRoute, policy);
        course.begin();
        for (int each = 1; each < policy.mostAttempts; ++each) {
            course.refuse(Overloaded);
            course.ring();
        }
        QCOMPARE(course.sends, 8);
        course.refuse(Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(lastReason(course) == Reason::AttemptsUsed);
    }

    void patienceEndsInTheOutboxOrInFailure()
    {
        for (const LastResort resort : {LastResort::KeepInOutbox, LastResort::GiveUp}) {
            TurnCourse course(oneRoute);
            course.state.chain.lastResort = resort;
            course.begin();
            course.time.advance(119s);
            course.refuse(Transient);
            QVERIFY(course.state.phase == (resort == LastResort::KeepInOutbox ? TurnPhase::Kept : TurnPhase::Failed));
            QVERIFY(lastReason(course) == Reason::PatienceOver);
            QCOMPARE(course.budget("a"), 5.0);
            QCOMPARE(course.hasAlarm(), resort == LastResort::KeepInOutbox);
        }
    }

    void afterPatienceNoOtherRouteIsTriedEither()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.time.advance(118s);
        course.refuse(SlowContent);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QCOMPARE(course.sends, 1);
    }

    void aWaitThatWasSleptThroughSendsNothing()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(Overloaded);
        course.state.deadline = course.time.now() - 1h; // the machine slept
        course.ring();
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QCOMPARE(course.sends, 1);
        QVERIFY(course.budget("a") > 4.99); // the price of the retry that was not sent came back
    }

    void theWaitBehindAnEarlierTurnIsNotCounted()
    {
        TurnCourse course(oneRoute);
        course.time.advance(10min);
        course.begin();
        course.refuse(Transient);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
    }

    void theOutboxLooksOnceAndGoesBackToSleepForLonger()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.tell(turnevent::Keep {});
        QVERIFY(course.state.phase == TurnPhase::Kept);
        Duration last = course.left();
        QVERIFY(last >= 60s && last <= 63s);
        for (int look = 0; look < 3; ++look) {
            course.ring();
            QVERIFY(course.state.phase == TurnPhase::Sending);
            course.refuse(Transient);
            QVERIFY(course.state.phase == TurnPhase::Kept);
            QVERIFY(course.left() > last);
            last = course.left();
        }
        QCOMPARE(course.sends, 4);
        course.ring();
        course.answer();
        QVERIFY(course.state.phase == TurnPhase::Answered);
    }

    void whatWasKeptIsKeptEvenWhereTheChainGivesUp()
    {
        TurnCourse course(oneRoute);
        course.state.chain.lastResort = LastResort::GiveUp;
        course.begin();
        course.tell(turnevent::Keep {});
        course.time.advance(course.left() - 1us);
        pause(course, "a/1");
        course.ring(); // the outbox looks, and finds the route paused
        QCOMPARE(course.sends, 1);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(course.hasAlarm());
    }

    void aKeyThatIsRefusedWhileLookingNeedsThePerson()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.tell(turnevent::Keep {});
        course.ring();
        course.refuse(Auth);
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QVERIFY(!course.hasAlarm());
    }

    void keepingAbortsTheAttemptWithoutBlame()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.tell(turnevent::Keep {});
        QVERIFY(course.state.attempts.front().fault->kind == Cancelled);
        QVERIFY(lastReason(course) == Reason::AskedByPerson);
        QCOMPARE(course.conditions.breakers.begin()->second.failuresInARow(), 0);
        QVERIFY(course.samples.empty());
        course.refuse(Overloaded); // late
        QVERIFY(course.state.phase == TurnPhase::Kept);
    }

    void tryNowEndsTheWaitOnceInFiveSeconds()
    {
        TurnCourse course(oneRoute);
        pause(course, "a/1");
        course.begin();
        course.tell(turnevent::TryNow {});
        QCOMPARE(course.sends, 1);
        QVERIFY(course.state.attempts.front().permit.probe);
        course.refuse(Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        course.tell(turnevent::TryNow {});
        QCOMPARE(course.sends, 1);
        QVERIFY(course.hasAlarm());
        course.time.advance(5s);
        course.tell(turnevent::TryNow {});
        QCOMPARE(course.sends, 2);
    }

    void tryNowDoesNotBreakOnesOwnLimit()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(RateLimited, 10s);
        course.tell(turnevent::TryNow {});
        QCOMPARE(course.sends, 1);
        QVERIFY(course.hasAlarm());
    }

    void tryNowOnAKeptTurnIsOneLook()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.tell(turnevent::Keep {});
        course.time.advance(30s);
        course.tell(turnevent::TryNow {});
        QVERIFY(course.state.phase == TurnPhase::Sending);
        course.refuse(Transient);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(course.hasAlarm());
    }

    void useNextLeavesTheRouteAtOnce()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.refuse(Overloaded);
        course.tell(turnevent::UseNext {});
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QVERIFY(course.state.phase == TurnPhase::Sending);
        QVERIFY(course.budget("a") > 4.99); // the retry that was waited for is not sent
        QCOMPARE(course.state.attempts.back().cost, 0.0);
        course.tell(turnevent::UseNext {}); // there is no other
        QCOMPARE(course.sends, 2);
    }

    void useNextAbortsAnAttemptThatHangs()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.tell(turnevent::UseNext {});
        QVERIFY(course.state.attempts.at(0).fault->kind == Cancelled);
        QVERIFY(course.state.attempts.at(0).decision->reason == Reason::AskedByPerson);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
    }

    void useNextRespectsItsLimit()
    {
        TurnCourse course(twoRoutes);
        course.conditions.gates[RouteId(QStringLiteral("b/1"))] = course.time.now() + 10s;
        course.begin();
        course.tell(turnevent::UseNext {});
        QCOMPARE(course.sends, 1);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QCOMPARE(course.left(), Duration(10s));
    }

    void cancelEndsEverythingAtOnce_data()
    {
        QTest::addColumn<int>("until");
        QTest::newRow("accepted") << 0;
        QTest::newRow("sending") << 1;
        QTest::newRow("waiting") << 2;
        QTest::newRow("kept") << 3;
    }
    void cancelEndsEverythingAtOnce()
    {
        QFETCH(int, until);
        TurnCourse course(oneRoute);
        if (until > 0)
            course.begin();
        if (until == 2)
            course.refuse(Overloaded);
        if (until == 3)
            course.tell(turnevent::Keep {});
        course.tell(turnevent::Cancel {});
        QVERIFY(course.state.phase == TurnPhase::Cancelled);
        QVERIFY(!course.hasAlarm());
        QVERIFY(course.budget("a") > 4.99);
        const TurnState settled = course.state;
        const int sends = course.sends;
        course.tell(turnevent::Cancel {});
        course.refuse(Overloaded);
        course.content();
        course.tell(turnevent::Rang {});
        course.tell(turnevent::Again {});
        course.tell(turnevent::Continue {});
        QCOMPARE(course.state, settled);
        QCOMPARE(course.sends, sends);
    }

    void stoppingAnAnswerKeepsIt()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.content();
        course.tell(turnevent::Cancel {});
        QVERIFY(course.state.phase == TurnPhase::Stopped);
        QVERIFY(flow(course, "a/1") == BreakerPhase::Closed);
        course.tell(turnevent::Continue {});
        QVERIFY(course.state.phase == TurnPhase::Sending);
        QVERIFY(course.state.attempts.back().continues);
    }

    void aCutAnswerIsContinuedOnceByItself()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.content();
        course.refuse(Truncated, {}, 2);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QVERIFY(lastAction(course) == Action::Continue);
        QVERIFY(course.budget("a") < 3.1);
        course.ring();
        QVERIFY(course.state.attempts.back().continues);
        QCOMPARE(course.route(), QStringLiteral("a/1"));
        QCOMPARE(course.state.attempts.back().cost, 2.0);
        course.content();
        QVERIFY(course.budget("a") > 4.99);
        course.refuse(Truncated, {}, 3);
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
        QCOMPARE(course.sends, 2);
    }

    void aContinuationIsNotGivenToAnotherVoice()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.content();
        course.refuse(Overloaded, {}, 2);
        course.ring();
        for (int each = 0; course.state.phase != TurnPhase::BrokenOff && each < 20; ++each) {
            course.refuse(Overloaded);
            if (course.state.phase == TurnPhase::Waiting)
                course.ring();
        }
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
        for (const Attempt &attempt : course.state.attempts)
            QCOMPARE(attempt.route, RouteId(QStringLiteral("a/1")));
    }

    void aPersonMayGiveAContinuationToAnotherVoice()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.content();
        course.refuse(Truncated, {}, 2);
        course.tell(turnevent::UseNext {});
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QVERIFY(course.state.attempts.back().continues);
    }

    void lessThanASentenceIsLeftToThePerson()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.content();
        course.refuse(Truncated, {}, 0);
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
        QCOMPARE(course.budget("a"), 5.0);
    }

    void aPersonsContinuationStaysWithTheVoiceThatSpoke()
    {
        TurnCourse course(twoRoutes);
        pause(course, "a/1");
        course.begin();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        course.content();
        course.refuse(Truncated, {}, 0);
        course.conditions.breakers.clear();
        course.tell(turnevent::Continue {});
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        course.answer();
        QVERIFY(course.state.phase == TurnPhase::Answered);
        QVERIFY(!course.state.continuing);
    }

    void aPersonsContinuationDoesNotWaitForAPause()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.content();
        course.refuse(Truncated, {}, 0);
        pause(course, "a/1");
        course.tell(turnevent::Continue {});
        QVERIFY(course.state.phase == TurnPhase::Sending);
        QVERIFY(course.state.attempts.back().permit.probe);
    }

    void aFailedTurnIsSentAgainFromTheTop()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.refuse(Auth);
        course.refuse(Auth);
        QVERIFY(course.state.phase == TurnPhase::Failed);
        course.time.advance(1h);
        course.tell(turnevent::Again {});
        QCOMPARE(course.route(), QStringLiteral("a/1"));
        QCOMPARE(course.state.roundFrom, std::size_t(2));
        course.refuse(Transient);
        QVERIFY(course.state.phase == TurnPhase::Waiting); // with new patience
    }

    void anUnknownTurnMovesOnlyWhenAsked()
    {
        TurnCourse course(oneRoute);
        course.state.phase = TurnPhase::Unknown;
        course.begin();
        course.tell(turnevent::Rang {});
        course.tell(turnevent::RouteFlows {});
        course.tell(turnevent::TryNow {});
        course.tell(turnevent::UseNext {});
        course.tell(turnevent::Keep {});
        QCOMPARE(course.sends, 0);
        QVERIFY(course.state.phase == TurnPhase::Unknown);
        course.tell(turnevent::Again {});
        QCOMPARE(course.sends, 1);
    }

    void aDiskThatFailsStopsTheTurn()
    {
        Fault full;
        full.kind = DiskFull;
        TurnCourse course(oneRoute);
        course.tell(turnevent::DiskFailed {full});
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QVERIFY(lastReason(course) == Reason::DiskFailed);
        QVERIFY(course.state.fault->kind == DiskFull);
        QCOMPARE(course.sends, 0);
    }

    void aDiskThatFailsBeforeAContinuationLeavesTheAnswer()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.content();
        course.refuse(Truncated, {}, 1);
        course.ring();
        course.tell(turnevent::DiskFailed {});
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
    }

    void aWaitKeepsWhatCameOfIt()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.refuse(Transient);
        pause(course, "a/1"); // by another turn, meanwhile
        course.ring();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        const Attempt &first = course.state.attempts.front();
        QVERIFY(first.decision->action == Action::Wait);
        QVERIFY(first.afterwards->action == Action::MoveOn);
        QVERIFY(first.afterwards->reason == Reason::RoutePaused);
        QVERIFY(course.budget("a") > 4.99);
        QCOMPARE(course.budget("b"), 5.0);
    }

    void anAnswerWithoutContentSaysNothingAboutTheRoute()
    {
        TurnCourse course(oneRoute);
        pause(course, "a/1");
        course.begin();
        course.ring();
        course.tell(turnevent::Ended {});
        QVERIFY(course.state.phase == TurnPhase::Answered);
        QVERIFY(flow(course, "a/1") == BreakerPhase::Open);
    }

    void theSameSeedGivesTheSameCourse()
    {
        const auto run = [] {
            TurnCourse course(twoRoutes, {}, 42);
            course.begin();
            for (const FaultKind kind : {Overloaded, Transient, Ambiguous, Overloaded}) {
                course.refuse(kind);
                if (course.state.phase == TurnPhase::Waiting)
                    course.ring();
            }
            return course.state;
        };
        QCOMPARE(run(), run());
    }
};

QTEST_GUILESS_MAIN(TestTurnMachine)
#include "tst_turnmachine.moc"
