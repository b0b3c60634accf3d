// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/names.h"
#include "core/store/routejson.h"
#include "core/store/turnjson.h"

#include <QtTest>

#include <QJsonArray>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const Instant now {5h};
const WallTime wall = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 12h;

Fault fault()
{
    Fault made;
    made.kind = FaultKind::RateLimited;
    made.status = 429;
    made.type = QStringLiteral("rate_limit_error");
    made.code = QStringLiteral("ramp_limit_exceeded");
    made.detail = QStringLiteral("slower, please – ruhig");
    made.host = QStringLiteral("api.example.com");
    made.requestId = QStringLiteral("req_1");
    made.hint = Hint {7500ms, HintSource::RetryAfterMs};
    made.returnsAt = wall + 26h;
    made.shouldRetry = true;
    made.inStream = true;
    made.waited = 10s;
    made.tls = TlsFacts {TlsProblem::Expired,
        CertificateFacts {QStringLiteral("api.example.com"), QStringLiteral("Example CA"), {QStringLiteral("api.example.com"), QStringLiteral("*.example.com")}, wall - 24h, wall, QStringLiteral("AB:CD")},
        QStringLiteral("/etc/ca.pem")};
    return made;
}

TurnState turn(TurnPhase phase)
{
    TurnState state;
    state.id = TurnId(QStringLiteral("t"));
    state.conversation = ConversationId(QStringLiteral("c"));
    state.question = MessageId(QStringLiteral("q"));
    state.answer = MessageId(QStringLiteral("a"));
    state.chain.id = ChainId(QStringLiteral("chain"));
    state.chain.name = QStringLiteral("Chain");
    state.chain.lastResort = LastResort::GiveUp;
    state.chain.steps.resize(2);
    state.chain.steps[0].route = RouteId(QStringLiteral("r1"));
    state.chain.steps[0].waitUpTo = 8s;
    state.chain.steps[0].overloadedTries = std::nullopt;
    state.chain.steps[0].ownLimitTries = 4;
    state.chain.steps[1].route = RouteId(QStringLiteral("r2"));
    state.phase = phase;
    state.step = 1;
    state.acceptedAt = wall - 90s;
    state.accepted = now - 90s;
    state.ended = isSettled(phase) ? now - 10s : state.accepted;
    state.looks = 3;
    state.continuedByItself = true;
    state.roundFrom = 1;
    state.fault = fault();
    state.decision = Decision {Action::Keep, Reason::PatienceOver, {}, {}, {}};

    Attempt attempt;
    attempt.number = 1;
    attempt.route = RouteId(QStringLiteral("r1"));
    attempt.cost = 0.5;
    attempt.sentAt = wall - 88s;
    attempt.startedAfter = 2s;
    attempt.headersAfter = 100ms;
    attempt.endedAfter = 150ms;
    attempt.status = 429;
    attempt.fault = fault();
    attempt.requestId = QStringLiteral("req_1");
    attempt.key = QStringLiteral("Home");
    attempt.passedOn = true;
    attempt.rewritable = true;
    attempt.rawResponse = QStringLiteral("HTTP 429\n\n{\"a\":\"\\\"\"}");
    attempt.budgetBefore = 5.0;
    attempt.budgetAfter = 4.5;
    attempt.decision = Decision {Action::Wait, Reason::ServerHint, Delay {7500ms, 300ms, 4s}, {}, {}};
    attempt.afterwards = Decision {Action::MoveOn, Reason::RoutePaused, {}, RouteId(QStringLiteral("r1")), RouteId(QStringLiteral("r2"))};
    Attempt next;
    next.number = 2;
    next.route = RouteId(QStringLiteral("r2"));
    next.continues = true;
    next.firstContentAfter = 900ms;
    state.attempts = {attempt, next};
    return state;
}

} // namespace

class TestTurnJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aProviderIsKeptWithAllThatAPersonSet()
    {
        RouteTable table;
        Provider provider;
        provider.id = ProviderId(QStringLiteral("p"));
        provider.baseUrl = QUrl(QStringLiteral("http://gateway.example"));
        provider.patience = {25s, 300s};
        provider.certificates = QStringLiteral("/certificates/office ca.pem");
        provider.unencryptedTo = QStringLiteral("gateway.example");
        table.providers = {provider, Provider {}};
        QVERIFY(routesFromJson(routesToJson(table)) == table);
    }

    void aProviderOfAnEarlierVersionHasNothingOfItsOwn()
    {
        const QJsonObject written {{QStringLiteral("id"), QStringLiteral("p")}, {QStringLiteral("baseUrl"), QStringLiteral("http://gateway.example")}, {QStringLiteral("connectWithin"), -5}};
        const Provider read = routesFromJson({{QStringLiteral("providers"), QJsonArray {written}}}).providers.front();
        QCOMPARE(read.patience, OwnPatience {});
        QCOMPARE(read.certificates, QString());
        QVERIFY2(awaitsConsent(read), "nobody was asked yet");
    }

    void aChainOfTheFirstVersionLosesItsLongestWait()
    {
        Chain chain;
        chain.steps.resize(1);
        QJsonObject object = chainToJson(chain);
        object.insert(QStringLiteral("steps"), QJsonArray {QJsonObject {{QStringLiteral("route"), QStringLiteral("r1")}, {QStringLiteral("waitUpTo"), 15'000'000}}});
        QCOMPARE(chainFromJson(object).steps.at(0).waitUpTo, ChainStep().waitUpTo);
    }

    void aTurnComesBackAsItWas_data()
    {
        QTest::addColumn<TurnPhase>("phase");
        for (const auto &[phase, name] : Names<TurnPhase>::all)
            QTest::newRow(name.data()) << phase;
    }
    void aTurnComesBackAsItWas()
    {
        QFETCH(TurnPhase, phase);
        const TurnState state = turn(phase);
        const auto back = turnFromJson(turnToJson(state, now), now, wall);
        QVERIFY(back);
        QCOMPARE(back->attempts, state.attempts);
        QCOMPARE(back->chain, state.chain);
        QCOMPARE(*back, state);
    }

    void theNextRunHasAnotherSteadyClock()
    {
        TurnState state = turn(TurnPhase::Kept);
        state.wait = Wait {now, now + 60s};
        const Instant later {17s};
        const auto back = turnFromJson(turnToJson(state, now), later, wall + 20s);
        QVERIFY(back);
        QCOMPARE(back->wait->until, later + 40s);
        QCOMPARE(later - back->accepted, Duration(110s));
        const auto muchLater = turnFromJson(turnToJson(state, now), later, wall + 24h);
        QVERIFY(muchLater->wait->until < later); // due at once
    }

    void theTimeItTookStays()
    {
        const TurnState state = turn(TurnPhase::Answered);
        const auto back = turnFromJson(turnToJson(state, now), Instant {1s}, wall + 24h * 30);
        QCOMPARE(back->took(), Duration(80s));
    }

    void whatIsNoTurnIsNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << turnToJson(turn(TurnPhase::Kept), now).chopped(5);
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("a phase of a newer program") << QByteArray(R"({"id":"t","phase":"Sideways"})");
        QTest::newRow("no id") << QByteArray(R"({"phase":"Kept"})");
    }
    void whatIsNoTurnIsNone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!turnFromJson(json, now, wall));
    }

    void numbersThatMakeNoSenseAreBounded()
    {
        const auto back = turnFromJson(R"({"id":"t","phase":"Kept","step":-4,"roundFrom":99,"attempts":[{"number":1,"route":"r"}]})", now, wall);
        QVERIFY(back);
        QCOMPARE(back->step, std::size_t(0));
        QCOMPARE(back->roundFrom, std::size_t(1));
    }

    void everyNameReadsBack()
    {
        for (const auto &[kind, name] : Names<FaultKind>::all)
            QCOMPARE(valueOf<FaultKind>(nameOf(kind)), std::optional(kind));
        for (int each = 0; each <= static_cast<int>(FaultKind::Cancelled); ++each)
            QVERIFY(!nameOf(static_cast<FaultKind>(each)).isEmpty());
        for (int each = 0; each <= static_cast<int>(Reason::DiskFailed); ++each)
            QVERIFY(!nameOf(static_cast<Reason>(each)).isEmpty());
        for (int each = 0; each <= static_cast<int>(TurnPhase::Cancelled); ++each)
            QVERIFY(!nameOf(static_cast<TurnPhase>(each)).isEmpty());
        QVERIFY(!valueOf<FaultKind>(QStringLiteral("Nonsense")));
    }
};

QTEST_GUILESS_MAIN(TestTurnJson)
#include "tst_turnjson.moc"
