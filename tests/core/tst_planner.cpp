// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/planner.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const Instant now {1h};
const RouteId first(QStringLiteral("first"));
const RouteId second(QStringLiteral("second"));

Chain twoSteps()
{
    Chain chain;
    chain.steps.resize(2);
    chain.steps[0].route = first;
    chain.steps[1].route = second;
    return chain;
}

void pause(Conditions &conditions, const RouteId &route)
{
    Breaker &breaker = conditions.breakers[route];
    while (breaker.phase(now) == BreakerPhase::Closed)
        breaker.settle({}, *breaker.admit({}, now), RouteOutcome::Overloaded, {}, now, 0.5);
}

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUnknownRouteIsOpen()
    {
        const Conditions conditions;
        QCOMPARE(openingOf(twoSteps(), 1, conditions, now), (Opening {1, now, Opening::Obstacle::None}));
    }

    void aPausedRouteOpensWithItsTest()
    {
        Conditions conditions;
        pause(conditions, first);
        QCOMPARE(openingOf(twoSteps(), 0, conditions, now), (Opening {0, now + 10s, Opening::Obstacle::Paused}));
        QCOMPARE(openingOf(twoSteps(), 0, conditions, now + 10s), (Opening {0, now + 10s, Opening::Obstacle::None}));
    }

    void theLaterOfPauseAndLimitHolds()
    {
        Conditions conditions;
        pause(conditions, first);
        conditions.gates[first] = now + 5s;
        QVERIFY(openingOf(twoSteps(), 0, conditions, now).obstacle == Opening::Obstacle::Paused);
        conditions.gates[first] = now + 30s;
        QCOMPARE(openingOf(twoSteps(), 0, conditions, now), (Opening {0, now + 30s, Opening::Obstacle::OwnLimit}));
    }

    void oneRoutesLimitIsNotAnothers()
    {
        Conditions conditions;
        conditions.gates[first] = now + 5s;
        QCOMPARE(openingOf(twoSteps(), 1, conditions, now).at, now);
    }

    void lookingTakesNoPermit()
    {
        Conditions conditions;
        pause(conditions, first);
        const Conditions before = conditions;
        (void)openingOf(twoSteps(), 0, conditions, now + 1min);
        (void)earliestOpening(twoSteps(), conditions, now + 1min);
        QCOMPARE(conditions, before);
    }

    void theEarliestOpeningWinsAndTheEarlierStepIfEqual()
    {
        Conditions conditions;
        QCOMPARE(earliestOpening(twoSteps(), conditions, now)->step, std::size_t(0));
        conditions.gates[first] = now + 9s;
        conditions.gates[second] = now + 4s;
        QCOMPARE(earliestOpening(twoSteps(), conditions, now), std::optional(Opening {1, now + 4s, Opening::Obstacle::OwnLimit}));
        QVERIFY(!earliestOpening({}, conditions, now));
    }

    void aStepMayBeExcluded()
    {
        const Conditions conditions;
        QCOMPARE(earliestOpening(twoSteps(), conditions, now, [](std::size_t step) { return step != 0; })->step, std::size_t(1));
        QVERIFY(!earliestOpening(twoSteps(), conditions, now, [](std::size_t) { return false; }));
    }

    void onlyStepsOfEnabledProvidersAreUsable()
    {
        RouteTable table;
        table.providers.resize(2);
        table.providers[0].id = ProviderId(QStringLiteral("on"));
        table.providers[1].id = ProviderId(QStringLiteral("off"));
        table.providers[1].enabled = false;
        table.routes = {Route {first, ProviderId(QStringLiteral("on")), {}, {}}, Route {second, ProviderId(QStringLiteral("off")), {}, {}}};
        Chain chain = twoSteps();
        chain.steps.emplace_back().route = RouteId(QStringLiteral("gone"));
        const Chain usable = table.usable(chain);
        QCOMPARE(usable.steps.size(), std::size_t(1));
        QCOMPARE(usable.steps.front().route, first);
    }

    void baseUrlsAreChecked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<BaseUrlProblem>("problem");
        QTest::newRow("https") << QStringLiteral("https://api.example.com") << BaseUrlProblem::None;
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080/v1") << BaseUrlProblem::None;
        QTest::newRow("localhost") << QStringLiteral("http://localhost:11434") << BaseUrlProblem::None;
        QTest::newRow("empty") << QString() << BaseUrlProblem::Empty;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << BaseUrlProblem::NotHttp;
        QTest::newRow("no host") << QStringLiteral("https:///v1") << BaseUrlProblem::NoHost;
        QTest::newRow("password") << QStringLiteral("https://me:secret@api.example.com") << BaseUrlProblem::HasCredentials;
        QTest::newRow("plain http") << QStringLiteral("http://192.168.1.5:8000") << BaseUrlProblem::Insecure;
    }
    void baseUrlsAreChecked()
    {
        QFETCH(QString, url);
        QTEST(checkBaseUrl(QUrl(url)), "problem");
    }

    void aKeyIsTrimmedAndPrintableOrRefused()
    {
        QCOMPARE(cleanKey(QStringLiteral("  sk-ant-abc123\n")), std::optional(QByteArray("sk-ant-abc123")));
        QVERIFY(!cleanKey(QStringLiteral("sk-ant\nx-evil: 1")));
        QVERIFY(!cleanKey(QStringLiteral("sk-ant\r\nx-evil: 1")));
        QVERIFY(!cleanKey(QStringLiteral("two words")));
        QVERIFY(!cleanKey(QStringLiteral("schlüssel")));
        QVERIFY(!cleanKey(QStringLiteral("   ")));
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
