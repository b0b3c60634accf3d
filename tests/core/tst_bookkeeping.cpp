// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/bookkeeping.h"
#include "tests/support/properties.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;
using enum FaultKind;

namespace {

const RouteId sonnet(QStringLiteral("a/sonnet"));
const RouteId haiku(QStringLiteral("a/haiku"));
const RouteId elsewhere(QStringLiteral("b/other"));
const PaceNeed need {100.0};

Fault faultOf(FaultKind kind)
{
    Fault fault;
    fault.kind = kind;
    return fault;
}

/// The books of one process, with three routes at two providers.
struct Office
{
    Office()
    {
        for (const RouteId &route : {sonnet, haiku, elsewhere}) {
            conditions.learn(route, ProviderId(route.text().left(1)), route.text());
            (void)provider(route);
            (void)conditions.route(route);
            (void)conditions.pace(route);
        }
    }
    [[nodiscard]] Bookkeeping books() { return {conditions, policy, now, WallTime {} + 1h, jitter}; }
    [[nodiscard]] ProviderCondition &provider(const RouteId &route) { return conditions.provider(conditions.ownerOf(route), policy.budget); }
    [[nodiscard]] Breaker &breaker(const RouteId &route) { return conditions.route(route).breaker; }
    [[nodiscard]] double level(const RouteId &route) { return provider(route).budget.level(policy.budget, now); }

    /// Sends, or says that it may not.
    [[nodiscard]] std::optional<Attempt> send(const RouteId &route, double price = 0.0, bool early = false)
    {
        Attempt attempt;
        attempt.route = route;
        return books().sent(attempt, need, price, early) ? std::optional(attempt) : std::nullopt;
    }
    void head(Attempt &attempt, const std::vector<RoomLeft> &rooms = {})
    {
        attempt.headersAfter = 100ms;
        books().heads(attempt, need, rooms);
    }
    void content(Attempt &attempt, bool firstOfTurn = false)
    {
        attempt.firstContentAfter = 200ms;
        books().content(attempt, firstOfTurn);
    }
    void refuse(Attempt &attempt, const Fault &fault, bool free = false)
    {
        attempt.endedAfter = 150ms;
        books().refused(attempt, need, fault, free);
    }

    PolicySettings policy;
    Conditions conditions;
    SeededJitter jitter {3};
    Instant now {1h};
};

} // namespace

class TestBookkeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRequestReservesUntilItsHeadersTell()
    {
        Office office;
        auto attempt = office.send(sonnet);
        QCOMPARE(office.conditions.pace(sonnet).reservedRequests(), 1.0);
        QCOMPARE(office.conditions.pace(sonnet).reservedInput(), 100.0);
        QCOMPARE(office.provider(sonnet).congestion.underWay(), 1);
        office.head(*attempt, {{RoomLeft::Dimension::Requests, 50, 0, {}}});
        QCOMPARE(office.conditions.pace(sonnet).reservedRequests(), 0.0);
        QCOMPARE(office.conditions.pace(sonnet).reservedInput(), 0.0);
        QVERIFY(office.conditions.pace(sonnet).notBefore(need, office.now) > office.now); // what they told
    }

    void aRequestThatToldGivesNothingBackASecondTime()
    {
        for (const bool refused : {true, false}) {
            Office office;
            auto told = office.send(sonnet);
            auto other = office.send(sonnet);
            office.head(*told);
            refused ? office.refuse(*told, faultOf(Transient)) : office.books().abandoned(*told, need);
            QCOMPARE(office.conditions.pace(sonnet).reservedRequests(), 1.0); // the other's
            QCOMPARE(office.conditions.pace(sonnet).reservedInput(), 100.0);
        }
    }

    void aRetryIsPaidForAndItsPriceComesBackWithTheAnswer()
    {
        Office office;
        auto attempt = office.send(sonnet, 1.5);
        QCOMPARE(*attempt->budgetBefore, 5.0);
        QCOMPARE(attempt->cost, 1.5);
        QCOMPARE(office.level(sonnet), 3.5);
        office.content(*attempt);
        QCOMPARE(office.level(sonnet), 5.0);
        QCOMPARE(*attempt->budgetAfter, 5.0);
    }

    void theFirstAnswerOfATurnEarnsALittleAndALaterOneNothing()
    {
        Office office;
        QVERIFY(office.provider(sonnet).budget.withdraw(office.policy.budget, 3.0, office.now));
        auto first = office.send(sonnet);
        office.content(*first, true);
        QCOMPARE(office.level(sonnet), 2.1);
        auto later = office.send(sonnet);
        office.content(*later);
        QCOMPARE(office.level(sonnet), 2.1);
    }

    void whatCannotBePaidIsNotSent()
    {
        Office office;
        QVERIFY(office.provider(sonnet).budget.withdraw(office.policy.budget, 4.5, office.now));
        QVERIFY(!office.send(sonnet, 1.0));
        QVERIFY(office.send(sonnet, 0.5));
    }

    void aPersonPaysNothing()
    {
        Office office;
        QVERIFY(office.provider(sonnet).budget.withdraw(office.policy.budget, 5.0, office.now));
        QVERIFY(office.send(sonnet, 2.0, true));
    }

    void aTestIsFree()
    {
        Office office;
        office.breaker(sonnet).pause(office.policy.breaker, true, {}, office.now, 0.5);
        QVERIFY(!office.send(sonnet, 1.0));
        office.now += office.policy.breaker.overloadPause;
        const auto test = office.send(sonnet, 1.0);
        QVERIFY(test && test->permit.probe);
        QCOMPARE(test->cost, 0.0);
        QVERIFY(!office.send(sonnet)); // one at a time
    }

    void aPausedHostRefusesItsRoutesAndAPersonMayTestIt()
    {
        Office office;
        office.provider(sonnet).breaker.pause(office.policy.breaker, false, {}, office.now, 0.5);
        QVERIFY(!office.send(haiku));
        QVERIFY(office.send(elsewhere));
        auto insisting = office.send(haiku, 0.0, true);
        QVERIFY(insisting && insisting->originPermit.probe);
        QVERIFY(!office.send(sonnet, 0.0, true)); // the host is being tested
        office.content(*insisting);
        QVERIFY(office.provider(sonnet).breaker.phase(office.now) == BreakerPhase::Closed);
    }

    void overloadsPauseTheRouteAndServerErrorsTheHostToo()
    {
        Office office;
        for (int each = 0; each < 2; ++each) {
            auto attempt = office.send(sonnet);
            office.refuse(*attempt, faultOf(Overloaded));
        }
        QVERIFY(office.breaker(sonnet).phase(office.now) == BreakerPhase::Open);
        QVERIFY(office.breaker(haiku).phase(office.now) == BreakerPhase::Closed);
        QVERIFY(office.provider(sonnet).breaker.phase(office.now) == BreakerPhase::Closed);
        for (const RouteId &route : {haiku, haiku, haiku}) {
            auto attempt = office.send(route);
            office.refuse(*attempt, faultOf(TransientGateway));
        }
        QVERIFY(office.provider(sonnet).breaker.phase(office.now) == BreakerPhase::Open);
        QVERIFY(office.provider(elsewhere).breaker.phase(office.now) == BreakerPhase::Closed);
    }

    void aHintKeepsAPausedRoutePaused()
    {
        Office office;
        Fault busy = faultOf(Overloaded);
        busy.hint = Hint {100s, HintSource::RetryAfterSeconds};
        for (int each = 0; each < 2; ++each) {
            auto attempt = office.send(sonnet);
            office.refuse(*attempt, busy);
        }
        QCOMPARE(office.breaker(sonnet).notBefore(office.policy.breaker, office.now, 50), office.now + 100s);
    }

    void whatIsFreeTellsNothingAgainstAnybody()
    {
        Office office;
        for (int each = 0; each < 5; ++each) {
            auto attempt = office.send(sonnet);
            office.refuse(*attempt, faultOf(NotProcessed), true);
        }
        QVERIFY(office.provider(sonnet).breaker.phase(office.now) == BreakerPhase::Closed);
        QCOMPARE(office.provider(sonnet).breaker.failuresInARow(), 0);
        auto busy = office.send(sonnet);
        office.refuse(*busy, faultOf(Overloaded), true); // whatever it was called
        QCOMPARE(office.breaker(sonnet).failuresInARow(), 0);
        auto counted = office.send(sonnet);
        office.refuse(*counted, faultOf(NotProcessed));
        QCOMPARE(office.provider(sonnet).breaker.failuresInARow(), 1);
    }

    void aRejectedKeyIsShutAndAnAnswerOpensIt()
    {
        Office office;
        auto attempt = office.send(sonnet);
        office.refuse(*attempt, faultOf(Auth));
        QVERIFY(office.conditions.isShut(haiku, office.now + 24h));
        auto good = office.send(haiku);
        office.content(*good);
        QVERIFY(!office.conditions.isShut(sonnet, office.now));
    }

    void aModelThatIsNotThereIsShutAlone()
    {
        Office office;
        auto attempt = office.send(sonnet);
        office.refuse(*attempt, faultOf(NoModel));
        QVERIFY(office.conditions.isShut(sonnet, office.now));
        QVERIFY(!office.conditions.isShut(haiku, office.now));
        auto other = office.send(haiku);
        office.content(*other);
        QVERIFY(office.conditions.isShut(sonnet, office.now));
        auto good = office.send(sonnet);
        office.content(*good);
        QVERIFY(!office.conditions.isShut(sonnet, office.now));
    }

    void aQuotaIsShutUntilTheDateThatIsTold()
    {
        Office office;
        Fault spent = faultOf(QuotaHard);
        spent.returnsAt = WallTime {} + 3h; // the wall clock stands at one hour
        auto attempt = office.send(sonnet);
        office.refuse(*attempt, spent);
        QVERIFY(office.conditions.isShut(sonnet, office.now + 2h - 1us));
        QVERIFY(!office.conditions.isShut(sonnet, office.now + 2h));
    }

    void aBreakInsideAnAnswerCountsAgainstItsRoute()
    {
        Office office;
        auto attempt = office.send(sonnet);
        office.content(*attempt);
        office.books().ended(*attempt, faultOf(Truncated), 2s);
        QCOMPARE(office.breaker(sonnet).failuresInARow(), 1);
        QCOMPARE(office.provider(sonnet).congestion.underWay(), 0);
    }

    void howLongARouteIsSilentIsLearned()
    {
        Office office;
        for (int each = 0; each < 10; ++each) {
            auto attempt = office.send(sonnet);
            office.head(*attempt);
            office.content(*attempt);
            office.books().ended(*attempt, std::nullopt, 700ms);
        }
        QCOMPARE(office.conditions.route(sonnet).record.usualHeaders(), std::optional(Duration(100ms)));
        QCOMPARE(office.conditions.route(sonnet).record.usualSilence(), std::optional(Duration(700ms)));
        for (int each = 0; each < 4; ++each) { // given up while silent: it would have taken longer still
            auto attempt = office.send(sonnet);
            attempt->endedAfter = 5s;
            office.books().refused(*attempt, need, faultOf(SlowHeaders), false);
        }
        QCOMPARE(office.conditions.route(sonnet).record.usualHeaders(), std::optional(Duration(5s)));
    }

    void aRouteThatIsWellAgainIsNotHeldToWhatWasBefore()
    {
        Office office;
        for (int each = 0; each < 2; ++each) {
            auto attempt = office.send(sonnet);
            office.refuse(*attempt, faultOf(Overloaded));
        }
        const double bad = office.conditions.route(sonnet).record.share(office.now);
        office.now += 30s;
        auto test = office.send(sonnet);
        office.content(*test);
        QVERIFY(office.conditions.route(sonnet).record.share(office.now) > bad + 0.2);
    }

    void whatAPersonEndsSaysNothing()
    {
        Office office;
        auto attempt = office.send(sonnet);
        office.books().abandoned(*attempt, need);
        QCOMPARE(office.breaker(sonnet), Breaker {});
        QCOMPARE(office.provider(sonnet).breaker, Breaker {});
        QCOMPARE(office.provider(sonnet).congestion.underWay(), 0);
        QCOMPARE(office.conditions.pace(sonnet).reservedRequests(), 0.0);
    }

    void whatIsRefusedTakesNothing()
    {
        QVERIFY(holds("a send that is refused takes nothing", [] {
            Office office;
            for (int each = *rc::gen::inRange(0, 3); each > 0; --each) {
                const RouteId route = *rc::gen::element(sonnet, haiku);
                const int what = *rc::gen::inRange(0, 4);
                if (what == 0)
                    office.breaker(route).pause(office.policy.breaker, true, {}, office.now, 0.5);
                if (what == 1)
                    office.provider(route).breaker.pause(office.policy.breaker, true, {}, office.now, 0.5);
                if (what == 2)
                    (void)office.provider(route).budget.withdraw(office.policy.budget, *rc::gen::inRange(0, 6), office.now);
                if (what == 3)
                    (void)office.send(route, 0.0, true);
            }
            office.now += std::chrono::seconds(*rc::gen::inRange(0, 20));
            (void)office.provider(sonnet).budget.withdraw(office.policy.budget, 0.0, office.now); // the level as of now
            const Conditions before = office.conditions;
            if (!office.send(sonnet, *rc::gen::element(0.0, 1.0, 2.0), *rc::gen::arbitrary<bool>()))
                RC_ASSERT(office.conditions == before);
        }));
    }

    void invariant16ARefundIsNoMoreThanItsPriceAndComesOnce()
    {
        QVERIFY(invariantHolds(16, [] {
            Office office;
            office.policy.budget.perMinute = 0.0;
            office.policy.budget.perAnswer = 0.0;
            double spent = 0.0;
            for (int each = *rc::gen::inRange(0, 12); each > 0; --each) {
                auto attempt = office.send(*rc::gen::element(sonnet, haiku), *rc::gen::element(0.5, 1.0, 2.0));
                if (!attempt)
                    continue;
                spent += attempt->cost;
                office.head(*attempt);
                if (*rc::gen::arbitrary<bool>()) {
                    office.content(*attempt);
                    spent -= attempt->cost;
                    office.books().ended(*attempt, *rc::gen::arbitrary<bool>() ? std::optional(faultOf(BadRequest)) : std::nullopt, 1s);
                } else if (*rc::gen::arbitrary<bool>()) {
                    office.refuse(*attempt, faultOf(BadRequest));
                } else {
                    office.books().abandoned(*attempt, need);
                }
                RC_ASSERT(std::abs(office.level(sonnet) + spent - office.policy.budget.most) < 1e-9);
            }
        }));
    }

    void invariant17WhatIsNotTheProvidersFaultLeavesItsBreakersAsTheyAre()
    {
        QVERIFY(invariantHolds(17, [] {
            Office office;
            const Fault fault = faultOf(*rc::gen::element(BadRequest, TooLarge, Capability, HistoryBound, NoModel, Auth, Billing, QuotaHard, Forbidden, Legal, RateLimited,
                Offline, Tls, Proxy, ProxyTimeout, Portal, Redirected));
            for (int each = *rc::gen::inRange(0, 3); each > 0; --each) {
                auto before = office.send(sonnet);
                if (before)
                    office.refuse(*before, faultOf(Transient));
                office.now += std::chrono::seconds(*rc::gen::inRange(0, 30));
            }
            const bool flows = office.breaker(sonnet).phase(office.now) == BreakerPhase::Closed;
            const int failures = office.breaker(sonnet).failuresInARow();
            const int hostFailures = office.provider(sonnet).breaker.failuresInARow();
            const int doublings = office.breaker(sonnet).doublings();
            for (int each = *rc::gen::inRange(1, 10); each > 0; --each) {
                auto attempt = office.send(sonnet);
                if (!attempt)
                    continue;
                office.refuse(*attempt, fault);
            }
            RC_ASSERT(office.breaker(sonnet).phase(office.now) == (flows ? BreakerPhase::Closed : BreakerPhase::Open)); // a test that tells nothing tells nothing
            RC_ASSERT(office.breaker(sonnet).failuresInARow() == failures);
            RC_ASSERT(office.breaker(sonnet).doublings() == doublings);
            RC_ASSERT(office.provider(sonnet).breaker.failuresInARow() == hostFailures);
        }));
    }

    void invariant18ALimitOpensNoBreakerAndAnOverloadClosesNoGate()
    {
        QVERIFY(invariantHolds(18, [] {
            Office office;
            for (int each = *rc::gen::inRange(1, 30); each > 0; --each) {
                Fault limited = faultOf(RateLimited);
                if (*rc::gen::arbitrary<bool>())
                    limited.hint = Hint {std::chrono::seconds(*rc::gen::inRange(1, 100'000)), HintSource::RetryAfterSeconds};
                auto attempt = office.send(sonnet);
                RC_ASSERT(attempt.has_value());
                office.refuse(*attempt, limited);
                RC_ASSERT(office.breaker(sonnet).phase(office.now) == BreakerPhase::Closed);
                RC_ASSERT(!limited.hint || office.conditions.pace(sonnet).closedUntil() >= office.now + std::min<Duration>(limited.hint->wait, 24h));
                office.now += std::chrono::seconds(*rc::gen::inRange(0, 100));
            }
            const Pace gate = office.conditions.pace(haiku);
            Fault busy = faultOf(Overloaded);
            busy.hint = Hint {std::chrono::seconds(*rc::gen::inRange(1, 1000)), HintSource::RetryAfterSeconds};
            for (int each = 0; each < 3; ++each) {
                if (auto attempt = office.send(haiku))
                    office.refuse(*attempt, busy);
            }
            RC_ASSERT(office.conditions.pace(haiku) == gate);
        }));
    }

    void invariant36WhatIsTakenIsGivenBackHoweverARequestEnds()
    {
        QVERIFY(invariantHolds(36, [] {
            Office office;
            std::vector<Attempt> underWay;
            const auto end = [&](std::size_t which) {
                Attempt attempt = underWay.at(which);
                underWay.erase(underWay.begin() + static_cast<std::ptrdiff_t>(which));
                const Fault fault = faultOf(static_cast<FaultKind>(*rc::gen::inRange(0, static_cast<int>(faultKindCount))));
                if (attempt.firstContentAfter && *rc::gen::arbitrary<bool>())
                    office.books().ended(attempt, *rc::gen::arbitrary<bool>() ? std::optional(fault) : std::nullopt, 1s);
                else if (attempt.firstContentAfter || *rc::gen::arbitrary<bool>())
                    office.books().abandoned(attempt, need);
                else
                    office.refuse(attempt, fault, *rc::gen::arbitrary<bool>());
            };
            for (int each = *rc::gen::inRange(0, 40); each > 0; --each) {
                office.now += std::chrono::milliseconds(*rc::gen::inRange(0, 5000));
                const int what = *rc::gen::inRange(0, 4);
                if (what == 0 || underWay.empty()) {
                    if (const auto attempt = office.send(*rc::gen::element(sonnet, haiku, elsewhere), *rc::gen::element(0.0, 1.0), *rc::gen::inRange(0, 5) == 0))
                        underWay.push_back(*attempt);
                    continue;
                }
                const std::size_t which = *rc::gen::inRange<std::size_t>(0, underWay.size());
                if (what == 1)
                    end(which);
                else if (!underWay[which].headersAfter)
                    office.head(underWay[which]);
                else if (!underWay[which].firstContentAfter)
                    office.content(underWay[which]);
            }
            while (!underWay.empty())
                end(underWay.size() - 1);
            for (const auto &[provider, condition] : office.conditions.providers())
                RC_ASSERT(condition.congestion.underWay() == 0);
            for (const auto &[family, pace] : office.conditions.paces()) {
                RC_ASSERT(pace.reservedRequests() == 0.0);
                RC_ASSERT(pace.reservedInput() == 0.0);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestBookkeeping)
#include "tst_bookkeeping.moc"
