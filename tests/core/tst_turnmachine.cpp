// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/turncourse.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;
using enum FaultKind;

namespace {

const QStringList oneRoute {QStringLiteral("a/1")};
const QStringList twoRoutes {QStringLiteral("a/1"), QStringLiteral("b/1")};

Reason lastReason(const TurnCourse &course) { return course.state.decision->reason; }

/// Every model of the chain is worth a long wait to this person.
void patient(TurnCourse &course)
{
    for (ChainStep &each : course.state.chain.steps)
        each.waitUpTo = 1min;
}

/// A breaker that nothing trips.
PolicySettings withoutPauses()
{
    PolicySettings policy;
    policy.breaker.overloadsInARow = 100;
    policy.breaker.failuresInARow = 100;
    policy.breaker.failureShare = 2.0;
    return policy;
}

/// The provider refuses a key; `another` tells whether it has one more.
void refuseKey(TurnCourse &course, FaultKind kind, bool another)
{
    Fault fault;
    fault.kind = kind;
    course.tell(turnevent::Ended {fault, 0, {}, false, another});
}

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
        QVERIFY(lastReason(course) == Reason::FirstTry);
        course.time.advance(300ms);
        course.tell(turnevent::Head {200, {}});
        course.time.advance(200ms);
        course.content();
        QVERIFY(course.state.phase == TurnPhase::Streaming);
        course.time.advance(2s);
        course.tell(turnevent::Ended {});
        QVERIFY(course.state.phase == TurnPhase::Answered);
        const Attempt &attempt = course.state.attempts.at(0);
        QCOMPARE(attempt.status, std::optional(200));
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
        QVERIFY(course.budgetOf("a").withdraw(course.state.policy.budget, 2.0, course.time.now()));
        course.begin();
        course.answer();
        QCOMPARE(course.budget("a"), 3.1);
    }

    void anOverloadIsWaitedForAndItsRetryPaidWhenItIsSent()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QVERIFY(lastReason(course) == Reason::Backoff);
        QVERIFY(course.left() > 0s && course.left() < 2s);
        QCOMPARE(course.budget("a"), 5.0);
        QCOMPARE(course.samples.back().wait->total(), course.left());
        course.ring();
        QCOMPARE(course.sends, 2);
        QCOMPARE(course.state.attempts.at(1).cost, 1.0);
        QCOMPARE(course.budget("a"), 4.0);
        course.answer();
        QVERIFY(course.state.phase == TurnPhase::Answered);
        QCOMPARE(course.budget("a"), 5.0); // answered: its price came back
    }

    void aRouteThatAnswersOthersIsAskedAgainSoonAndForNothing()
    {
        TurnCourse course(oneRoute);
        for (int each = 0; each < 5; ++each)
            course.answersOthers("a/1");
        course.begin();
        for (int each = 0; each < 2; ++each) { // a third in a row would pause the route
            course.refuse(Ambiguous);
            QVERIFY(course.left() <= 400ms);
            course.ringUntilSent();
            QCOMPARE(course.state.attempts.back().cost, 0.0);
        }
        QCOMPARE(course.budget("a"), 5.0);
    }

    void anAnswerOfLongAgoIsNoReasonToHurry()
    {
        TurnCourse course(oneRoute);
        for (int each = 0; each < 5; ++each)
            course.answersOthers("a/1");
        course.time.advance(11s);
        course.begin();
        course.refuse(Ambiguous);
        course.ring();
        QCOMPARE(course.state.attempts.back().cost, 1.0);
    }

    void aRequestThatSurelyDidNotArriveGoesAgainAtOnceAndOnce()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(NotProcessed);
        QCOMPARE(course.sends, 2);
        QCOMPARE(course.state.attempts.back().cost, 0.0);
        QCOMPARE(course.conditions.provider(ProviderId(QStringLiteral("a")), {}).breaker.failuresInARow(), 0);
        course.refuse(NotProcessed);
        QCOMPARE(course.sends, 2);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QCOMPARE(course.conditions.provider(ProviderId(QStringLiteral("a")), {}).breaker.failuresInARow(), 1);
    }

    void aTestThatDidNotArriveIsNoFreeTry()
    {
        TurnCourse course(oneRoute);
        course.conditions.provider(ProviderId(QStringLiteral("a")), {}).breaker.pause(course.state.policy.breaker, false, {}, course.time.now(), 0.5);
        course.begin();
        course.ring();
        QCOMPARE(course.sends, 1);
        course.refuse(NotProcessed);
        QCOMPARE(course.sends, 1);
        QVERIFY(lastReason(course) == Reason::AllRoutesPaused); // it told what it was sent to find out
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
        QVERIFY(course.flow("a/1") == BreakerPhase::Closed); // one's own limit says nothing about the route
        QCOMPARE(course.pace("a/1").closedUntil(), course.time.now() + 7s);
        course.ring();
        QCOMPARE(course.state.attempts.back().cost, 0.5); // it did as it was told
    }

    void aLimitThatDoesNotSayHowLongHoldsForAllAsLongAsThisTurnWaits()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(RateLimited);
        QCOMPARE(course.pace("a/1").closedUntil(), course.state.wait->until);
    }

    void aShorterHintDoesNotOpenAGateEarlier()
    {
        TurnCourse course(oneRoute);
        course.begin();
        const Instant gate = course.time.now() + 60s;
        course.pace("a/1").close(gate);
        course.refuse(RateLimited, 2s);
        QCOMPARE(course.pace("a/1").closedUntil(), gate);
        QCOMPARE(course.state.wait->until, gate);
    }

    void aHintOfYearsShutsTheGateForADayAtATime()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(RateLimited, 24h * 3650);
        QCOMPARE(course.pace("a/1").closedUntil(), course.time.now() + 24h);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(lastReason(course) == Reason::WaitTooLong);
        QVERIFY(course.left() >= 24h); // looking earlier would be in vain
    }

    void aLimitThatLastsLongerThanAnyTurnWaitsIsNotWaitedForHoweverPatientThePerson()
    {
        PolicySettings policy;
        policy.patience.turn = 24h;
        TurnCourse course(oneRoute, policy);
        course.begin();
        course.refuse(RateLimited, policy.longestHint);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        course.ring();
        course.refuse(RateLimited, policy.longestHint + 1s);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(course.left() >= policy.longestHint);
        TurnCourse elsewhere(twoRoutes, policy);
        patient(elsewhere);
        elsewhere.begin();
        elsewhere.refuse(RateLimited, policy.longestHint + 1s);
        QCOMPARE(elsewhere.route(), QStringLiteral("b/1"));
        QVERIFY(elsewhere.state.attempts.front().decision->reason == Reason::WaitTooLong);
    }

    void anotherTurnsGateIsRespectedBeforeTheFirstSend()
    {
        TurnCourse course(oneRoute);
        course.pace("a/1").close(course.time.now() + 20s);
        course.begin();
        QCOMPARE(course.sends, 0);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QVERIFY(lastReason(course) == Reason::ServerHint);
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
        QCOMPARE(course.budget("a"), 5.0);
        QCOMPARE(course.budget("b"), 5.0);
    }

    void whetherItWaitsOrMovesOnIsAMatterOfWhatTheWaitIsWorth()
    {
        int waited = 0;
        int moved = 0;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            TurnCourse course(twoRoutes, {}, seed);
            course.begin();
            course.refuse(Overloaded);
            const Duration rest = course.state.rests.front().until - course.time.now();
            if (rest > 500ms)
                QCOMPARE(course.route(), QStringLiteral("b/1"));
            if (rest < 300ms)
                QVERIFY(course.state.phase == TurnPhase::Waiting && course.state.step == 0);
            (course.state.phase == TurnPhase::Waiting ? waited : moved) += 1;
        }
        QVERIFY(waited > 0 && moved > waited);
    }

    void asManyFailuresAsTheChainAllowsMoveOn()
    {
        TurnCourse course(twoRoutes, withoutPauses());
        course.state.chain.steps.front().waitUpTo = 2s;
        course.begin();
        course.refuse(Transient);
        QVERIFY(course.state.phase == TurnPhase::Waiting && course.state.step == 0);
        course.state.chain.steps.front().serverErrorTries = 1;
        course.state.chain.steps.front().waitUpTo = 500ms;
        course.tell(turnevent::Rang {});
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QVERIFY(course.state.attempts.front().afterwards->reason == Reason::TriesUsed);
    }

    void theWantedRouteIsTakenAgainWhenItAnswersSooner()
    {
        TurnCourse course(twoRoutes);
        course.pause("a/1");
        course.begin();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        course.breaker("a/1") = {}; // another turn found it well
        course.refuse(Transient);
        QCOMPARE(course.route(), QStringLiteral("a/1"));
        const Decision &decision = *course.state.attempts.front().decision;
        QVERIFY(decision.action == Action::MoveOn);
        QVERIFY(decision.reason == Reason::Sooner);
    }

    void theNextRouteIsReportedUnderItsOwnName()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.refuse(RateLimited, 40s);
        course.answer();
        QVERIFY(course.state.phase == TurnPhase::Answered);
        QCOMPARE(course.samples.size(), std::size_t(2));
        QCOMPARE(course.samples.at(0).route, RouteId(QStringLiteral("a/1"))); // reported for the route that failed
        QVERIFY(course.samples.at(0).fault == RateLimited);
        QCOMPARE(course.samples.at(0).hint, std::optional<Duration>(40s)); // although nobody waited for it
        QCOMPARE(course.samples.at(1).route, RouteId(QStringLiteral("b/1")));
        QVERIFY(!course.samples.at(1).fault);
    }

    void twoOverloadsPauseARouteThatUsedToAnswer()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(Overloaded);
        course.ring();
        course.refuse(Overloaded);
        QVERIFY(course.flow("a/1") == BreakerPhase::Open);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QVERIFY(lastReason(course) == Reason::AllRoutesPaused);
    }

    void aPausedRouteIsNotAsked()
    {
        TurnCourse course(twoRoutes);
        course.pause("a/1");
        course.begin();
        QCOMPARE(course.sends, 1);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
    }

    void whenAllArePausedTheFirstToReopenIsWaitedFor()
    {
        TurnCourse course(twoRoutes);
        course.pause("b/1");
        course.time.advance(1s);
        course.pause("a/1");
        course.begin();
        QCOMPARE(course.sends, 0);
        QVERIFY(lastReason(course) == Reason::AllRoutesPaused);
        QCOMPARE(course.left(), course.state.policy.breaker.overloadPause - 1s);
        course.ring();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QVERIFY(course.state.attempts.back().permit.probe);
        QVERIFY(course.flow("b/1") == BreakerPhase::HalfOpen);
        course.content();
        QVERIFY(course.flow("b/1") == BreakerPhase::Closed);
    }

    void whoLooksAgainSeesWhatBecameOfTheWait()
    {
        TurnCourse course(oneRoute);
        course.pause("a/1");
        course.begin();
        const Instant until = course.state.wait->until;
        course.tell(turnevent::Rang {}); // nothing changed
        QCOMPARE(course.state.wait->until, until);
        course.conditions.waiting = 3; // shared by three
        course.tell(turnevent::Rang {});
        QVERIFY(course.state.wait->until < until);
        QVERIFY(course.hasAlarm());
        course.breaker("a/1") = {}; // another turn was answered
        course.tell(turnevent::Rang {});
        QCOMPARE(course.sends, 1);
        QVERIFY(!course.hasAlarm());
    }

    void whereAsManyAreUnderWayAsItTakesOneWaitsForRoom()
    {
        TurnCourse course(oneRoute);
        Congestion &congestion = course.conditions.provider(ProviderId(QStringLiteral("a")), {}).congestion;
        for (int each = 0; each < 20; ++each) {
            congestion.sent();
            congestion.refused(course.time.now());
        }
        while (congestion.hasRoom(course.time.now()))
            congestion.sent();
        course.begin();
        QCOMPARE(course.sends, 0);
        QVERIFY(lastReason(course) == Reason::Crowded);
        congestion.dropped(); // one goes
        course.tell(turnevent::Rang {});
        QCOMPARE(course.sends, 1);
    }

    void aRetryThatCannotBePaidWaitsUntilItCan()
    {
        TurnCourse course(oneRoute);
        QVERIFY(course.budgetOf("a").withdraw(course.state.policy.budget, 5.0, course.time.now()));
        course.begin();
        QCOMPARE(course.sends, 1); // the first is free
        course.refuse(Overloaded);
        QVERIFY(lastReason(course) == Reason::BudgetEmpty);
        QVERIFY(course.left() >= 60s && course.left() < 61s);
        course.ring();
        QCOMPARE(course.sends, 2);
        QVERIFY(course.budget("a") < 0.01);
    }

    void aRetryThatCanNeverBePaidIsNotWaitedFor()
    {
        PolicySettings policy;
        policy.budget.most = 0.0;
        TurnCourse course(oneRoute, policy);
        course.begin();
        course.refuse(Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(lastReason(course) == Reason::BudgetEmpty);
    }

    void oneProvidersBudgetIsNotAnothers()
    {
        TurnCourse course(twoRoutes);
        QVERIFY(course.budgetOf("a").withdraw(course.state.policy.budget, 5.0, course.time.now()));
        course.begin();
        course.refuse(Overloaded);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QCOMPARE(course.state.attempts.back().cost, 0.0);
    }

    void aTurnThatFitsNoLimitIsNotSent()
    {
        TurnCourse course(oneRoute);
        course.pace("a/1").observe({{RoomLeft::Dimension::InputTokens, 100, 100, {}}}, course.time.now(), course.time.wall());
        course.state.need.inputTokens = 1000;
        course.begin();
        QCOMPARE(course.sends, 0);
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QVERIFY(course.state.fault->kind == TooLarge);
    }

    void aBadKeyIsNeverTriedAgainNorItsOtherModels()
    {
        TurnCourse course({QStringLiteral("a/1"), QStringLiteral("a/2"), QStringLiteral("b/1")});
        course.begin();
        course.refuse(Auth);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QCOMPARE(course.sends, 2);
    }

    void aBadKeyIsNotTriedAgainWhateverTheServerSays()
    {
        for (const FaultKind kind : {Auth, Billing, QuotaHard}) {
            TurnCourse course(oneRoute);
            course.begin();
            Fault fault;
            fault.kind = kind;
            fault.shouldRetry = true;
            course.tell(turnevent::Ended {fault, 0, {}});
            QVERIFY(course.state.phase == TurnPhase::Failed);
            QCOMPARE(course.sends, 1);
        }
    }

    void aKeyThatAnotherTurnFoundRejectedIsTheLastToBeAsked()
    {
        TurnCourse course(twoRoutes);
        course.conditions.provider(ProviderId(QStringLiteral("a")), {}).shut = Shut {Auth, {}};
        course.begin();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        TurnCourse alone(oneRoute);
        alone.conditions.provider(ProviderId(QStringLiteral("a")), {}).shut = Shut {Auth, {}};
        alone.begin();
        QCOMPARE(alone.route(), QStringLiteral("a/1")); // perhaps it was put right elsewhere
        alone.content();
        QVERIFY(!alone.conditions.isShut(RouteId(QStringLiteral("a/1")), alone.time.now()));
    }

    void aBadKeyIsNotGoneBackToWhileTheOthersArePaused()
    {
        TurnCourse course(twoRoutes);
        course.pause("b/1");
        course.begin();
        course.refuse(Auth);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QCOMPARE(course.left(), course.state.policy.breaker.overloadPause);
        course.ring();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        course.refuse(Auth);
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QCOMPARE(course.sends, 2);
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

    void anUnknownFailureIsTriedOnceMore()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(Unknown);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        course.ring();
        course.refuse(Unknown);
        QCOMPARE(course.sends, 2);
        QVERIFY(course.state.phase == TurnPhase::Kept); // the provider's trouble: later, perhaps
    }

    void anEmptyChainFails()
    {
        TurnCourse course(QStringList {});
        course.begin();
        QVERIFY(course.state.phase == TurnPhase::Failed);
        QVERIFY(lastReason(course) == Reason::NoRoute);
        QCOMPARE(course.rests, 1);
    }

    void offlineNeitherPausesTheRouteNorMovesOnNorCosts()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        for (int each = 0; each < 3; ++each) {
            course.refuse(Offline);
            QVERIFY(course.state.phase == TurnPhase::Waiting);
            course.ring();
            QCOMPARE(course.route(), QStringLiteral("a/1"));
        }
        QVERIFY(course.flow("a/1") == BreakerPhase::Closed);
        QCOMPARE(course.budget("a"), 5.0);
        QCOMPARE(course.sends, 4);
    }

    void theNetworksReturnEndsTheWaitForIt()
    {
        TurnCourse course(oneRoute);
        course.begin();
        for (int each = 0; each < 4; ++each) {
            course.refuse(Offline);
            if (each < 3)
                course.ring();
        }
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        const Instant before = course.state.wait->until;
        course.tell(turnevent::NetworkReturned {});
        QVERIFY(course.left() <= 3s && course.state.wait->until <= before);
        course.ring();
        QCOMPARE(course.sends, 5);
    }

    void theNetworksReturnDoesNotEndAWaitForAProvider()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(RateLimited, 20s);
        const TurnState before = course.state;
        course.tell(turnevent::NetworkReturned {});
        QCOMPARE(course.state, before);
    }

    void aWaitKeepsWhatCameOfIt()
    {
        TurnCourse course(twoRoutes);
        course.state.chain.steps.front().waitUpTo = 2s;
        course.begin();
        course.refuse(Transient);
        course.pause("a/1"); // by another turn, meanwhile
        course.ring();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        const Attempt &first = course.state.attempts.front();
        QVERIFY(first.decision->action == Action::Wait);
        QVERIFY(first.afterwards->action == Action::MoveOn);
        QVERIFY(first.afterwards->reason == Reason::RoutePaused);
        QCOMPARE(course.budget("a"), 5.0); // the retry that was waited for was not sent
        QCOMPARE(course.budget("b"), 5.0);
    }

    void theMostAttemptsAreTheMost()
    {
        PolicySettings policy = withoutPauses();
        policy.budget.most = 100;
        policy.patience.turn = 24h;
        TurnCourse course(oneRoute, policy);
        course.begin();
        for (int each = 1; each < policy.mostAttempts; ++each) {
            course.refuse(Overloaded);
            course.ringUntilSent();
        }
        QCOMPARE(course.sends, 8);
        course.refuse(Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(lastReason(course) == Reason::AttemptsUsed);
    }

    void evenFreeRetriesHaveAnEnd()
    {
        PolicySettings policy = withoutPauses();
        policy.patience.turn = 24h;
        TurnCourse course(oneRoute, policy);
        course.begin();
        for (int each = 0; each < 100 && course.state.phase == TurnPhase::Sending; ++each) {
            for (int others = 0; others < 10; ++others)
                course.answersOthers("a/1");
            course.refuse(Ambiguous);
            if (course.state.phase == TurnPhase::Waiting)
                course.ringUntilSent();
        }
        QCOMPARE(course.sends, 40);
        QVERIFY(course.state.phase == TurnPhase::Kept);
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
        QCOMPARE(course.budget("a"), 5.0);
    }

    void theWaitBehindAnEarlierTurnIsNotCounted()
    {
        TurnCourse course(oneRoute);
        course.time.advance(10min);
        course.begin();
        course.refuse(Transient);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
    }

    void aSilentAttemptMakesTheNextOneMorePatient()
    {
        TurnCourse course(oneRoute);
        for (int each = 0; each < 10; ++each)
            course.conditions.route(RouteId(oneRoute.first())).record.addHeaders(500ms);
        course.begin();
        const Duration first = silenceLimitsFor(course.state, course.conditions).headers;
        QCOMPARE(first, Duration(4s));
        course.refuse(SlowHeaders);
        course.ringUntilSent();
        QCOMPARE(silenceLimitsFor(course.state, course.conditions).headers, first * 3 / 2);
    }

    void theOutboxLooksOnceAndGoesBackToSleepForLongerAndAsksInTheEnd()
    {
        TurnCourse course(oneRoute, withoutPauses());
        course.begin();
        course.tell(turnevent::Keep {});
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QCOMPARE(course.rests, 1);
        Duration last = course.left();
        QVERIFY(last >= 60s && last <= 63s);
        for (int look = 0; look < 3; ++look) {
            course.ring();
            QVERIFY(course.state.phase == TurnPhase::Sending);
            QVERIFY(lastReason(course) == Reason::OutboxLook);
            course.refuse(Transient);
            QVERIFY(course.state.phase == TurnPhase::Kept);
            QVERIFY(course.left() >= 2 * last - 6s);
            last = course.left();
        }
        QCOMPARE(course.sends, 4);
        course.ring(); // after a quarter of an hour it may not be wanted any more
        QCOMPARE(course.sends, 4);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(lastReason(course) == Reason::AskFirst);
        QVERIFY(!course.hasAlarm());
        course.tell(turnevent::Again {});
        QCOMPARE(course.sends, 5);
    }

    void aLookIsPaidForLikeAnyRetry()
    {
        TurnCourse course(oneRoute, withoutPauses());
        course.begin();
        course.refuse(RateLimited, 20min);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        course.state.acceptedAt = course.time.wall() + 20min; // or it would ask
        course.ring();
        QCOMPARE(course.sends, 2);
        QCOMPARE(course.state.attempts.back().cost, 0.5);
        course.answer();
        QCOMPARE(course.budget("a"), 5.0);
    }

    void aLookIsFreeOnceTheRouteAnsweredAnother()
    {
        PolicySettings policy;
        policy.budget.most = 0.0;
        TurnCourse course(oneRoute, policy);
        course.begin();
        course.refuse(Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        course.ring();
        QCOMPARE(course.sends, 1); // there is nothing to pay with
        course.answersOthers("a/1");
        course.tell(turnevent::RouteFlows {});
        course.ring();
        QCOMPARE(course.sends, 2);
    }

    void theOutboxsLookMayBeAnswered()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.tell(turnevent::Keep {});
        course.ring();
        course.answer();
        QVERIFY(course.state.phase == TurnPhase::Answered);
        QCOMPARE(course.state.looks, 0);
    }

    void whatItsConversationOvertookAsksFirst()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.tell(turnevent::Overtaken {});
        QVERIFY(course.state.phase == TurnPhase::Sending); // only what is kept can be overtaken
        course.tell(turnevent::Keep {});
        course.tell(turnevent::Overtaken {});
        QVERIFY(lastReason(course) == Reason::AskFirst);
        QVERIFY(!course.hasAlarm());
        course.tell(turnevent::RouteFlows {});
        course.tell(turnevent::NetworkReturned {});
        course.tell(turnevent::Rang {});
        QCOMPARE(course.sends, 1);
        course.tell(turnevent::TryNow {}); // a person says so: one look
        QCOMPARE(course.sends, 2);
        course.refuse(Transient);
        QVERIFY(lastReason(course) == Reason::AskFirst);
        QVERIFY(!course.hasAlarm());
    }

    void aRouteThatReopensWakesWhatIsKept()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.tell(turnevent::Keep {});
        course.tell(turnevent::RouteFlows {});
        QVERIFY(course.left() <= 2s);
        const TurnState soon = course.state;
        course.time.advance(course.left() / 2);
        course.tell(turnevent::RouteFlows {});
        QVERIFY(course.state.wait->until <= soon.wait->until); // never later
    }

    void whatWasKeptIsKeptEvenWhereTheChainGivesUp()
    {
        TurnCourse course(oneRoute);
        course.state.chain.lastResort = LastResort::GiveUp;
        course.begin();
        course.tell(turnevent::Keep {});
        course.time.advance(course.left() - 1us);
        course.pause("a/1");
        course.ring(); // the outbox looks, and finds the route paused
        QCOMPARE(course.sends, 1);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(course.hasAlarm());
    }

    void aLookThatTookTooLongDoesNotGoOnElsewhere()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.tell(turnevent::Keep {});
        course.ring();
        QCOMPARE(course.sends, 2);
        course.time.advance(5min); // the machine slept
        course.refuse(Auth);
        QCOMPARE(course.sends, 2);
        QVERIFY(course.state.phase == TurnPhase::Kept);
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
        QCOMPARE(course.breaker("a/1").failuresInARow(), 0);
        QVERIFY(course.samples.empty());
        course.refuse(Overloaded); // late
        QVERIFY(course.state.phase == TurnPhase::Kept);
    }

    void tryNowEndsTheWaitOnceInFiveSeconds()
    {
        PolicySettings policy;
        policy.breaker.overloadPause = 40s;
        TurnCourse course(oneRoute, policy);
        course.pause("a/1");
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
        patient(course);
        course.begin();
        course.refuse(Overloaded);
        course.tell(turnevent::UseNext {});
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QVERIFY(course.state.phase == TurnPhase::Sending);
        QCOMPARE(course.budget("a"), 5.0); // the retry that was waited for is not sent
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

    void useNextBreaksNoLimitAndDoesNotComeBackToWhatItLeft()
    {
        TurnCourse course(twoRoutes);
        course.pace("b/1").close(course.time.now() + 10s);
        course.begin();
        const TurnState before = course.state;
        course.tell(turnevent::UseNext {});
        QCOMPARE(course.state, before);
        QCOMPARE(course.sends, 1);
    }

    void useNextDoesNotGoWhereTheTurnCanNeverFit()
    {
        TurnCourse course(twoRoutes);
        course.state.need = {200};
        course.pace("b/1").observe({{RoomLeft::Dimension::InputTokens, 100, 100, course.time.wall() + 1min}}, course.time.now(), course.time.wall());
        course.begin();
        const TurnState before = course.state;
        course.tell(turnevent::UseNext {});
        QCOMPARE(course.state, before);
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
        QVERIFY(course.flow("a/1") == BreakerPhase::Closed);
        course.tell(turnevent::Continue {});
        QVERIFY(course.state.phase == TurnPhase::Sending);
        QVERIFY(course.state.attempts.back().continues);
    }

    void anAnswerThatBreaksOffEarlyIsAskedForAnew()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.breakOff(2s, 3);
        QCOMPARE(course.setAside, std::vector {MessageId(QStringLiteral("answer"))});
        QVERIFY(course.state.answer.isEmpty());
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        course.ringUntilSent();
        QVERIFY(!course.state.attempts.back().continues);
        QCOMPARE(course.state.attempts.back().cost, 2.0); // the provider's work on it is lost
        course.answer();
        QVERIFY(course.state.phase == TurnPhase::Answered);
        QCOMPARE(course.budget("a"), 5.0);
    }

    void anAnswerAskedForAnewMayComeFromAnotherRoute()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.content();
        course.pause("a/1"); // other turns broke off too
        course.refuse(Truncated, {}, 1);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
    }

    void aLongAnswerIsContinuedOnceByItself()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.breakOff(10s, 2);
        QVERIFY(course.setAside.empty());
        QVERIFY(course.state.continuing);
        course.ringUntilSent();
        QVERIFY(course.state.attempts.back().continues);
        QCOMPARE(course.route(), QStringLiteral("a/1"));
        QCOMPARE(course.state.attempts.back().cost, 2.0);
        course.content();
        QCOMPARE(course.budget("a"), 5.0);
        course.time.advance(20s);
        course.refuse(Truncated, {}, 3);
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
        QCOMPARE(course.sends, 2);
    }

    void aContinuationThatBreaksOffEarlyKeepsAllThatCame()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.breakOff(10s, 2);
        course.ringUntilSent();
        course.breakOff(1s, 3);
        QVERIFY(course.setAside.empty());
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
    }

    void whatTheProviderHadBegunCostsTwice()
    {
        for (const Duration streamed : {2s, 11s}) { // asked anew, and continued
            TurnCourse course(oneRoute);
            course.begin();
            course.breakOff(streamed, 2, Overloaded);
            course.ringUntilSent();
            QCOMPARE(course.state.attempts.back().cost, 2.0);
        }
    }

    void whatCannotBeContinuedByItselfIsLeftToThePerson()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.breakOff(11s, 5, Protocol);
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
        QVERIFY(lastReason(course) == Reason::BrokeOff);
    }

    void aContinuationIsNotGivenToAnotherVoice()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.breakOff(11s, 2, Overloaded);
        for (int each = 0; each < 100 && course.state.phase != TurnPhase::BrokenOff; ++each) {
            course.ringUntilSent();
            course.refuse(Overloaded);
        }
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
        QVERIFY(course.sends > 3);
        for (const Attempt &attempt : course.state.attempts)
            QCOMPARE(attempt.route, RouteId(QStringLiteral("a/1")));
    }

    void aPersonMayGiveAContinuationToAnotherVoice()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        course.breakOff(11s, 2);
        course.tell(turnevent::UseNext {});
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QVERIFY(course.state.attempts.back().continues);
    }

    void lessThanASentenceIsLeftToThePerson()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.breakOff(11s, 0);
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
        QCOMPARE(course.budget("a"), 5.0);
    }

    void keepingAContinuationEndsIt()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.breakOff(11s, 2);
        course.tell(turnevent::Keep {});
        QVERIFY(course.state.phase == TurnPhase::BrokenOff); // half an answer is no matter for the outbox
        QVERIFY(!course.hasAlarm());
    }

    void aPersonsContinuationStaysWithTheVoiceThatSpoke()
    {
        TurnCourse course(twoRoutes);
        course.pause("a/1");
        course.begin();
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        course.breakOff(11s, 0);
        course.breaker("a/1") = {};
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
        course.breakOff(11s, 0);
        course.pause("a/1");
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
        patient(course);
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
        course.breakOff(11s, 1);
        course.ringUntilSent();
        course.tell(turnevent::DiskFailed {});
        QVERIFY(course.state.phase == TurnPhase::BrokenOff);
    }

    void anAnswerWithoutContentSaysNothingAboutTheRoute()
    {
        TurnCourse course(oneRoute);
        course.pause("a/1");
        course.begin();
        course.ring();
        course.tell(turnevent::Ended {});
        QVERIFY(course.state.phase == TurnPhase::Answered);
        QVERIFY(course.flow("a/1") == BreakerPhase::Open);
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

    void aRefusedKeyGivesWayToTheNextOneAtOnceAndForNothing()
    {
        for (const FaultKind kind : {Auth, Billing, QuotaHard}) {
            TurnCourse course(twoRoutes);
            course.begin();
            refuseKey(course, kind, true);
            QVERIFY(course.state.phase == TurnPhase::Sending);
            QCOMPARE(course.sends, 2);
            QCOMPARE(course.route(), QStringLiteral("a/1"));
            QVERIFY(!course.state.fault);
            QVERIFY(!course.conditions.isShut(RouteId(QStringLiteral("a/1")), course.time.now()));
            QCOMPARE(course.state.attempts.at(0).fault->kind, kind);
            QVERIFY(course.state.attempts.at(0).passedOn);
            QCOMPARE(course.state.attempts.at(1).cost, 0.0);
            QCOMPARE(course.budget("a"), 5.0);
            course.answer();
            QVERIFY(course.state.phase == TurnPhase::Answered);
        }
    }

    void onlyTheLastKeyOfAProviderSpeaksAgainstIt()
    {
        TurnCourse course(twoRoutes);
        course.begin();
        refuseKey(course, Auth, true);
        refuseKey(course, QuotaHard, false);
        QCOMPARE(course.route(), QStringLiteral("b/1"));
        QVERIFY(course.conditions.isShut(RouteId(QStringLiteral("a/1")), course.time.now()));
        QVERIFY(!course.state.attempts.at(1).passedOn);
    }

    void anotherKeyIsNoWayAroundALimitOrAStorm()
    {
        for (const FaultKind kind : {RateLimited, Overloaded, Transient, Forbidden}) {
            TurnCourse course(oneRoute);
            course.begin();
            refuseKey(course, kind, true);
            QVERIFY(course.state.phase != TurnPhase::Sending);
            QCOMPARE(course.sends, 1);
            QVERIFY(!course.state.attempts.at(0).passedOn);
        }
    }

    void anOverloadAfterAnotherKeyIsPaidLikeAnyOther()
    {
        TurnCourse course(oneRoute);
        course.begin();
        refuseKey(course, Auth, true);
        course.refuse(Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        QCOMPARE(course.breaker("a/1").phase(course.time.now()), BreakerPhase::Closed);
        course.ring();
        QCOMPARE(course.state.attempts.at(2).cost, 1.0);
        QCOMPARE(course.budget("a"), 4.0);
    }
};

QTEST_GUILESS_MAIN(TestTurnMachine)
#include "tst_turnmachine.moc"
