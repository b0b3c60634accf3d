// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/planner.h"
#include "tests/support/properties.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const Instant now {1h};
const PolicySettings policy;
const ProviderId a(QStringLiteral("a"));
const ProviderId b(QStringLiteral("b"));
const RouteId sonnet(QStringLiteral("a/sonnet"));
const RouteId olderSonnet(QStringLiteral("a/older-sonnet"));
const RouteId haiku(QStringLiteral("a/haiku"));
const RouteId elsewhere(QStringLiteral("b/sonnet"));

Conditions known()
{
    Conditions conditions;
    conditions.learn(sonnet, a, QStringLiteral("claude-sonnet-5-5"));
    conditions.learn(olderSonnet, a, QStringLiteral("Claude-SONNET-4"));
    conditions.learn(haiku, a, QStringLiteral("claude-haiku-4-5"));
    conditions.learn(elsewhere, b, QStringLiteral("claude-sonnet-5-5"));
    return conditions;
}

} // namespace

class TestConditions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void modelsOfOneKindShareTheirLimit()
    {
        QCOMPARE(familyName(QStringLiteral("claude-opus-4-7")), QStringLiteral("opus"));
        QCOMPARE(familyName(QStringLiteral("gpt-4.1")), QStringLiteral("gpt-4.1"));
        Conditions conditions = known();
        conditions.pace(sonnet).close(now + 5s);
        QCOMPARE(conditions.knownPace(olderSonnet)->closedUntil(), now + 5s);
        QVERIFY(conditions.knownPace(haiku) == nullptr);
        QVERIFY(conditions.knownPace(elsewhere) == nullptr); // another key
    }

    void modelsOfOneProviderShareItsBudgetAndItsHost()
    {
        const Conditions conditions = known();
        QCOMPARE(conditions.ownerOf(sonnet), a);
        QCOMPARE(conditions.ownerOf(haiku), a);
        QCOMPARE(conditions.ownerOf(elsewhere), b);
    }

    void aRouteOfWhichNothingWasToldIsItsOwnProvider()
    {
        Conditions conditions;
        QCOMPARE(conditions.ownerOf(sonnet), ProviderId(sonnet.text()));
        QVERIFY(conditions.knownProvider(ProviderId(sonnet.text())) == nullptr);
        QVERIFY(conditions.knownPace(sonnet) == nullptr);
        QCOMPARE(std::as_const(conditions).route(sonnet), RouteCondition {});
        QVERIFY(conditions.routes().empty()); // asking made nothing
    }

    void aProviderBeginsWithAFullBudget()
    {
        Conditions conditions;
        BudgetSettings settings;
        settings.most = 3.0;
        QCOMPARE(conditions.provider(a, settings).budget.level(settings, now), 3.0);
        QVERIFY(conditions.provider(a, settings).budget.withdraw(settings, 2.0, now));
        QCOMPARE(conditions.provider(a, settings).budget.level(settings, now), 1.0); // the same one
    }

    void aShutKeyShutsAllItsModels()
    {
        Conditions conditions = known();
        conditions.provider(a, {}).shut = Shut {FaultKind::Auth, {}};
        QVERIFY(conditions.isShut(sonnet, now));
        QVERIFY(conditions.isShut(haiku, now + 24h * 365));
        QVERIFY(!conditions.isShut(elsewhere, now));
    }

    void aShutModelShutsItselfAlone()
    {
        Conditions conditions = known();
        conditions.route(sonnet).shut = Shut {FaultKind::NoModel, {}};
        QVERIFY(conditions.isShut(sonnet, now));
        QVERIFY(!conditions.isShut(olderSonnet, now));
    }

    void aQuotaIsShutUntilItsDate()
    {
        Conditions conditions = known();
        conditions.provider(a, {}).shut = Shut {FaultKind::QuotaHard, now + 1h};
        QVERIFY(conditions.isShut(sonnet, now + 1h - 1us));
        QVERIFY(!conditions.isShut(sonnet, now + 1h));
    }

    void aPersonsChangeOpensEverythingThere()
    {
        Conditions conditions = known();
        conditions.provider(a, {}).shut = Shut {FaultKind::Auth, {}};
        conditions.route(haiku).shut = Shut {FaultKind::Forbidden, {}};
        conditions.route(elsewhere).shut = Shut {FaultKind::NoModel, {}};
        conditions.reopen(a);
        QVERIFY(!conditions.isShut(sonnet, now));
        QVERIFY(!conditions.isShut(haiku, now));
        QVERIFY(conditions.isShut(elsewhere, now));
        conditions.reopen(ProviderId(QStringLiteral("nobody")));
    }

    void invariant19AClosedRateGateDelaysItsFamilyAlone()
    {
        QVERIFY(invariantHolds(19, [] {
            Chain chain;
            for (const RouteId &route : {sonnet, olderSonnet, haiku, elsewhere})
                chain.steps.emplace_back().route = route;
            Conditions conditions = known();
            for (const ChainStep &each : chain.steps) {
                if (*rc::gen::arbitrary<bool>())
                    conditions.route(each.route).breaker.pause(policy.breaker, true, {}, now - std::chrono::seconds(*rc::gen::inRange(0, 20)), 0.5);
                if (*rc::gen::arbitrary<bool>())
                    conditions.pace(each.route).observe({{RoomLeft::Dimension::Requests, 60, *rc::gen::inRange(0, 3), {}}}, now, {});
            }
            const PaceNeed need {static_cast<double>(*rc::gen::inRange(0, 1000))};
            Conditions closed = conditions;
            const RouteId limited = *rc::gen::element(sonnet, haiku, elsewhere);
            const Duration hint = std::chrono::seconds(*rc::gen::inRange(1, 100'000));
            closed.pace(limited).close(now + hint);
            for (std::size_t step = 0; step < chain.steps.size(); ++step) {
                const Opening before = openingOf(chain, step, {}, need, conditions, policy, now);
                const Opening after = openingOf(chain, step, {}, need, closed, policy, now);
                const bool its = closed.familyOf(chain.steps[step].route) == closed.familyOf(limited);
                RC_ASSERT(its || after == before);
                RC_ASSERT(!its || after.at >= now + hint);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"
