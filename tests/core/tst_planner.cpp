// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/planner.h"
#include "tests/support/properties.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const Instant now {1h};
const RouteId first(QStringLiteral("first"));
const RouteId second(QStringLiteral("second"));
const RouteId third(QStringLiteral("third"));
const PolicySettings policy;

Chain chainOf(const std::vector<RouteId> &routes)
{
    Chain chain;
    for (const RouteId &route : routes)
        chain.steps.emplace_back().route = route;
    return chain;
}

Opening openingOfStep(std::size_t step, const Conditions &conditions, const Claim &claim = {}, Instant at = now)
{
    return openingOf(chainOf({first, second}), step, claim, {}, conditions, policy, at);
}

std::size_t chosen(const Conditions &conditions, const std::vector<Claim> &claims = std::vector<Claim>(2), Instant at = now)
{
    return chooseStep(chainOf({first, second}), claims, {}, conditions, policy, at)->step;
}

void pause(Conditions &conditions, const RouteId &route, Instant at = now)
{
    conditions.route(route).breaker.pause(policy.breaker, true, {}, at, 0.5);
}

ProviderCondition &ownerOf(Conditions &conditions, const RouteId &route)
{
    return conditions.provider(conditions.ownerOf(route), policy.budget);
}

/// Conditions in which anything may be the matter with each of three routes at two providers.
Conditions someConditions()
{
    Conditions conditions;
    conditions.waiting = *rc::gen::inRange(1, 30);
    const std::array routes {first, second, third};
    for (std::size_t each = 0; each < routes.size(); ++each) {
        conditions.learn(routes[each], ProviderId(each < 2 ? QStringLiteral("a") : QStringLiteral("b")), routes[each].text());
        const auto ago = [] { return std::chrono::milliseconds(*rc::gen::inRange(0, 200'000)); };
        const int matter = *rc::gen::inRange(0, 8);
        if (matter == 1)
            pause(conditions, routes[each], now - ago());
        if (matter == 2)
            ownerOf(conditions, routes[each]).breaker.pause(policy.breaker, false, {}, now - ago(), 0.5);
        if (matter == 3)
            conditions.pace(routes[each]).close(now - 100s + ago());
        if (matter == 4)
            (void)ownerOf(conditions, routes[each]).budget.withdraw(policy.budget, *rc::gen::inRange(0, 6), now - ago());
        if (matter == 5)
            conditions.route(routes[each]).shut = Shut {FaultKind::Auth, now - 100s + ago()};
        for (int outcome = *rc::gen::inRange(0, 6); outcome > 0; --outcome)
            conditions.route(routes[each]).record.addOutcome(*rc::gen::arbitrary<bool>(), now - 1s);
    }
    return conditions;
}

std::vector<Claim> someClaims()
{
    std::vector<Claim> claims(3);
    for (Claim &claim : claims) {
        claim.usable = *rc::gen::inRange(0, 5) != 0;
        claim.spent = *rc::gen::inRange(0, 4) == 0;
        claim.restUntil = now + std::chrono::milliseconds(*rc::gen::inRange(-2000, 20'000));
        claim.price = *rc::gen::element(0.0, 0.5, 1.0, 2.0);
    }
    return claims;
}

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUnknownRouteIsOpen()
    {
        const Opening opening = openingOfStep(0, {});
        QCOMPARE(opening.at, now);
        QCOMPARE(opening.obstacle, Obstacle::None);
        QVERIFY(opening.cost < 50ms);
    }

    void aPausedRouteOpensWithItsTest()
    {
        Conditions conditions;
        pause(conditions, first);
        QCOMPARE(openingOfStep(0, conditions).at, now + policy.breaker.overloadPause);
        QCOMPARE(openingOfStep(0, conditions).obstacle, Obstacle::Paused);
        QCOMPARE(openingOfStep(0, conditions, {}, now + policy.breaker.overloadPause).obstacle, Obstacle::None);
    }

    void aPauseOfTheHostPausesItsRoutes()
    {
        Conditions conditions;
        ownerOf(conditions, first).breaker.pause(policy.breaker, false, {}, now, 0.5);
        QCOMPARE(openingOfStep(0, conditions).at, now + policy.breaker.transportPause);
        QCOMPARE(openingOfStep(0, conditions).obstacle, Obstacle::Paused);
        QCOMPARE(openingOfStep(1, conditions).obstacle, Obstacle::None);
    }

    void aPauseIsSharedByThoseWhoWait()
    {
        Conditions conditions;
        pause(conditions, first);
        conditions.waiting = 6;
        QCOMPARE(openingOfStep(0, conditions).at, now + policy.breaker.overloadPause / 6);
    }

    void theOutcomeOfATestUnderWayIsHeardOfAtAnyMoment()
    {
        Conditions conditions;
        pause(conditions, first);
        const Instant testing = now + policy.breaker.overloadPause;
        QVERIFY(conditions.route(first).breaker.admit(policy.breaker, testing));
        QCOMPARE(openingOfStep(0, conditions, {}, testing).at, testing + 500ms); // not the end of the lease
    }

    void theLaterOfPauseAndLimitHolds()
    {
        Conditions conditions;
        pause(conditions, first);
        conditions.pace(first).close(now + 2s);
        QCOMPARE(openingOfStep(0, conditions).obstacle, Obstacle::Paused);
        conditions.pace(first).close(now + 30s);
        QCOMPARE(openingOfStep(0, conditions).at, now + 30s);
        QCOMPARE(openingOfStep(0, conditions).obstacle, Obstacle::OwnLimit);
    }

    void aTurnRestsAfterItsOwnFailure()
    {
        Claim claim;
        claim.restUntil = now + 3s;
        QCOMPARE(openingOfStep(0, {}, claim).at, now + 3s);
        QCOMPARE(openingOfStep(0, {}, claim).obstacle, Obstacle::Resting);
        QCOMPARE(openingOfStep(0, {}, claim, now + 3s).at, now + 3s);
    }

    void aRetryWaitsUntilItCanBePaid()
    {
        Conditions conditions;
        QVERIFY(ownerOf(conditions, first).budget.withdraw(policy.budget, policy.budget.most, now));
        Claim claim;
        claim.price = 1.0;
        const Opening opening = openingOfStep(0, conditions, claim);
        QCOMPARE(opening.obstacle, Obstacle::NoBudget);
        QVERIFY(opening.at >= now + 1min && opening.at <= now + 1min + 1ms);
        QCOMPARE(openingOfStep(0, conditions).obstacle, Obstacle::None); // a first try is free
    }

    void aTestIsFreeHoweverPoorTheBudget()
    {
        Conditions conditions;
        QVERIFY(ownerOf(conditions, first).budget.withdraw(policy.budget, policy.budget.most, now));
        pause(conditions, first, now - policy.breaker.overloadPause);
        Claim claim;
        claim.price = 2.0;
        QCOMPARE(openingOfStep(0, conditions, claim).at, now);
    }

    void whatCanNeverBePaidIsFarAwayAndNoNumberOverflows()
    {
        PolicySettings poor;
        poor.budget.most = 0.0;
        Claim claim;
        claim.price = 1.0;
        Conditions conditions;
        (void)conditions.provider(conditions.ownerOf(first), poor.budget);
        conditions.route(first).shut = Shut {FaultKind::Auth, {}};
        const Opening opening = openingOf(chainOf({first}), 0, claim, {}, conditions, poor, now);
        QCOMPARE(opening.obstacle, Obstacle::NoBudget);
        QVERIFY(opening.at > now + 24h * 300);
        QVERIFY(opening.cost > 24h * 300);
        QVERIFY(opening.at + 24h > opening.at);
    }

    void lookingTakesNothing()
    {
        Conditions conditions;
        pause(conditions, first);
        (void)ownerOf(conditions, first);
        const Conditions before = conditions;
        (void)openingOfStep(0, conditions, {}, now + 1min);
        (void)chosen(conditions, std::vector<Claim>(2), now + 1min);
        QCOMPARE(conditions, before);
    }

    void theEarlierOfEqualStepsIsChosen()
    {
        Chain equal = chainOf({first, second});
        equal.steps.front().waitUpTo = 0s;
        QCOMPARE(chooseStep(equal, std::vector<Claim>(2), {}, {}, policy, now)->step, std::size_t(0));
    }

    void aTurnWaitsForTheModelItWantsAsLongAsThatIsWorthIt()
    {
        std::vector<Claim> claims(2);
        claims[0].restUntil = now + 499ms;
        QCOMPARE(chosen({}, claims), std::size_t(0));
        claims[0].restUntil = now + 501ms;
        QCOMPARE(chosen({}, claims), std::size_t(1));
        Chain patient = chainOf({first, second});
        patient.steps.front().waitUpTo = 1min;
        QCOMPARE(chooseStep(patient, claims, {}, {}, policy, now)->step, std::size_t(0));
    }

    void aRouteThatRefusesManyIsWorthLess()
    {
        Conditions conditions;
        for (int each = 0; each < 20; ++each)
            conditions.route(first).record.addOutcome(false, now);
        QCOMPARE(chosen(conditions), std::size_t(1));
    }

    void aPausedRouteCountsAsDownForAsLongAsItHasBeen()
    {
        Conditions conditions;
        pause(conditions, first, now - policy.breaker.overloadPause + 1ms); // its test is due in a millisecond
        QVERIFY(openingOfStep(0, conditions).cost >= policy.breaker.overloadPause - 1ms);
        QCOMPARE(chosen(conditions), std::size_t(1));
        QCOMPARE(chosen(conditions, std::vector<Claim>(2), now + 1ms), std::size_t(0)); // one turn tests it
    }

    void whereTheTriesAreSpentOthersComeFirst()
    {
        std::vector<Claim> claims(2);
        claims[0].spent = true;
        QCOMPARE(chosen({}, claims), std::size_t(1));
        claims[1].restUntil = now + 5s; // but not at any price
        QCOMPARE(chosen({}, claims), std::size_t(0));
    }

    void aShutRouteIsTheLastToBeAsked()
    {
        Conditions conditions;
        conditions.route(first).shut = Shut {FaultKind::NoModel, {}};
        std::vector<Claim> claims(2);
        claims[1].restUntil = now + 50min;
        QCOMPARE(chosen(conditions, claims), std::size_t(1));
        claims[1].usable = false;
        QCOMPARE(chosen(conditions, claims), std::size_t(0)); // nobody else: perhaps it was put right
    }

    void aStepThatCannotHelpIsNotChosen()
    {
        std::vector<Claim> claims(2);
        claims[0].usable = false;
        QCOMPARE(chosen({}, claims), std::size_t(1));
        claims[1].usable = false;
        QVERIFY(!chooseStep(chainOf({first, second}), claims, {}, {}, policy, now));
        QVERIFY(!chooseStep({}, {}, {}, {}, policy, now));
    }

    void invariant30NobodyWaitsWhereAnotherRouteCouldAnswerSooner()
    {
        QVERIFY(invariantHolds(30, [] {
            const Conditions conditions = someConditions();
            const std::vector<Claim> claims = someClaims();
            Chain chain = chainOf({first, second, third});
            for (ChainStep &each : chain.steps)
                each.waitUpTo = std::chrono::milliseconds(*rc::gen::inRange(0, 20'000));
            const auto best = chooseStep(chain, claims, {}, conditions, policy, now);
            RC_ASSERT(best.has_value() == std::any_of(claims.begin(), claims.end(), [](const Claim &each) { return each.usable; }));
            if (!best)
                return;
            RC_ASSERT(claims.at(best->step).usable);
            RC_ASSERT(best->at >= now);
            Duration worthOfBest {};
            for (std::size_t before = 0; before < best->step; ++before)
                worthOfBest += chain.steps[before].waitUpTo;
            Duration worth {};
            for (std::size_t step = 0; step < chain.steps.size(); worth += chain.steps[step++].waitUpTo) {
                if (!claims[step].usable)
                    continue;
                const Opening other = openingOf(chain, step, claims[step], {}, conditions, policy, now);
                RC_ASSERT(other.cost >= best->cost);
                if (other.obstacle != Obstacle::None)
                    continue;
                // It could be asked now. What it is worth less, what its refusals would cost and the chain's own words
                // are the only reasons to wait for another.
                const Duration reasons = other.cost - worth;
                RC_ASSERT(best->at - now + worthOfBest <= worth + reasons);
            }
        }));
    }

    void anOpeningIsTheSumOfItsParts()
    {
        QVERIFY(holds("an opening is never earlier than any of its gates", [] {
            const Conditions conditions = someConditions();
            const std::vector<Claim> claims = someClaims();
            const Chain chain = chainOf({first, second, third});
            for (std::size_t step = 0; step < chain.steps.size(); ++step) {
                const RouteId &route = chain.steps[step].route;
                const Opening opening = openingOf(chain, step, claims[step], {}, conditions, policy, now);
                RC_ASSERT(opening.at >= claims[step].restUntil);
                RC_ASSERT(opening.at >= conditions.route(route).breaker.notBefore(policy.breaker, now, conditions.waiting));
                if (const Pace *pace = conditions.knownPace(route))
                    RC_ASSERT(opening.at >= pace->closedUntil());
                RC_ASSERT((opening.at > now) == (opening.obstacle != Obstacle::None));
                RC_ASSERT(opening.cost >= opening.at - now);
            }
        }));
    }

    void onlyStepsOfEnabledProvidersAreUsable()
    {
        RouteTable table;
        table.providers.resize(2);
        table.providers[0].id = ProviderId(QStringLiteral("on"));
        table.providers[1].id = ProviderId(QStringLiteral("off"));
        table.providers[1].enabled = false;
        table.routes = {Route {first, ProviderId(QStringLiteral("on")), {}, {}}, Route {second, ProviderId(QStringLiteral("off")), {}, {}}};
        const Chain usable = table.usable(chainOf({first, second, RouteId(QStringLiteral("gone"))}));
        QCOMPARE(usable.steps.size(), std::size_t(1));
        QCOMPARE(usable.steps.front().route, first);
    }

    void aProviderThatNobodyAgreedToReachUnencryptedIsPassedBy()
    {
        RouteTable table;
        table.providers.resize(2);
        table.providers[0].id = ProviderId(QStringLiteral("open"));
        table.providers[0].baseUrl = QUrl(QStringLiteral("http://gateway.example:8080/v1"));
        table.providers[1].id = ProviderId(QStringLiteral("safe"));
        table.providers[1].baseUrl = QUrl(QStringLiteral("https://gateway.example"));
        table.routes = {Route {first, table.providers[0].id, {}, {}}, Route {second, table.providers[1].id, {}, {}}};
        const Chain chain = chainOf({first, second});
        QVERIFY(awaitsConsent(table.providers[0]));
        QCOMPARE(table.usable(chain).steps.size(), std::size_t(1));
        QCOMPARE(table.usable(chain).steps.front().route, second);
        QCOMPARE(table.awaitingConsent(chain), &table.providers[0]);

        consentToPlainHttp(table.providers[0]);
        QCOMPARE(table.usable(chain).steps.size(), std::size_t(2));
        QVERIFY(table.awaitingConsent(chain) == nullptr);
        table.providers[0].baseUrl = QUrl(QStringLiteral("http://gateway.example:9090")); // the host is what was agreed to
        QVERIFY(!awaitsConsent(table.providers[0]));
        table.providers[0].baseUrl = QUrl(QStringLiteral("http://elsewhere.example"));
        QVERIFY2(awaitsConsent(table.providers[0]), "another host asks again");
        table.providers[0].enabled = false;
        QVERIFY2(table.awaitingConsent(chain) == nullptr, "what is off needs no word");
    }

    void baseUrlsAreChecked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<BaseUrlProblem>("problem");
        QTest::newRow("https") << QStringLiteral("https://api.example.com") << BaseUrlProblem::None;
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080/v1") << BaseUrlProblem::None;
        QTest::newRow("localhost") << QStringLiteral("http://localhost:11434") << BaseUrlProblem::None;
        QTest::newRow("loopback, version 6") << QStringLiteral("http://[::1]:11434/v1") << BaseUrlProblem::None;
        QTest::newRow("version 6") << QStringLiteral("http://[2001:db8::5]:8000") << BaseUrlProblem::Insecure;
        QTest::newRow("version 6, encrypted") << QStringLiteral("https://[2001:db8::5]/v1") << BaseUrlProblem::None;
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

    void onlyLoopbackIsOnThisMachine()
    {
        for (const char *url : {"http://127.0.0.1:8080/v1", "http://[::1]:1", "http://localhost:11434", "https://LOCALHOST"})
            QVERIFY2(isOnThisMachine(QUrl(QString::fromLatin1(url))), url);
        for (const char *url : {"http://192.168.1.5", "https://localhost.example.com", "https://api.example.com", ""})
            QVERIFY2(!isOnThisMachine(QUrl(QString::fromLatin1(url))), url);
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
