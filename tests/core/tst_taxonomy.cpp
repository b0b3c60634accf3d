// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/verdict.h"
#include "tests/support/turnbench.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;
using After = RawServer::After;
using At = RawServer::At;

namespace {

const RouteId one(QStringLiteral("p/one"));
const ProviderId owner(QStringLiteral("p"));
const QString why = QStringLiteral("Why are there tides?");

/// What is at the other end of the first route.
enum class Place {
    Server, ///< a server that gives the row's reply
    NoWay, ///< no way out of this machine
    NoPort, ///< nobody listens
    NoTls, ///< a server that does not speak TLS
};

/// Why time has to pass for the fault to show.
enum class Silence { None, BeforeHeaders, BeforeContent, InsideAnswer };

/// How often a turn asks one route in all when each of its tries meets the same fault, up to three times.
constexpr int never = 1;
constexpr int onceMore = 2;
constexpr int twiceMore = 3;
constexpr int asOftenAsItTakes = 4;

enum class Elsewhere { No, Yes, Asks }; ///< Asks: only a person moves what has begun to another voice

/// One row of the taxonomy (design/resilience.md, 2.1).
struct Row
{
    RawServer::Reply reply {};
    FaultKind kind = FaultKind::Unknown;
    int asked = never;
    Elsewhere elsewhere = Elsewhere::No;
    bool route = false; ///< counts for the route's breaker
    bool origin = false; ///< counts for the breaker of the whole provider
    double cost = 1.0; ///< of the first retry
    std::optional<Duration> hint {};
    Place place = Place::Server;
    Silence silence = Silence::None;
    bool large = false; ///< a question of some megabytes
};

RawServer::Reply response(int status, const QByteArray &body = {}, const QByteArray &headers = {})
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers + "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body, After::KeepOpen};
}

RawServer::Reply refusal(int status, const QByteArray &type, const QByteArray &headers = {}, const QByteArray &more = {})
{
    return response(status, R"({"type":"error","error":{"type":")" + type + R"(","message":"m")" + more + R"(},"request_id":"req_1"})",
        "content-type: application/json\r\nrequest-id: req_1\r\n" + headers);
}

RawServer::Reply saying(int status, const QByteArray &message)
{
    return response(status, R"({"type":"error","error":{"type":"invalid_request_error","message":")" + message + R"("}})", "content-type: application/json\r\nrequest-id: req_1\r\n");
}

RawServer::Reply page(int status, const QByteArray &headers = {})
{
    return response(status, "<!doctype html><title>Sign in</title>", "content-type: text/html\r\n" + headers);
}

RawServer::Reply stream(const QByteArray &events, After after = After::Close)
{
    return {"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nrequest-id: req_1\r\n\r\n" + events, after};
}

QByteArray errorEvent(const QByteArray &type)
{
    return "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"m\"}}\n\n";
}

QByteArray spent(const QByteArray &code)
{
    return R"(,"details":{"error_code":")" + code + R"("})";
}

/// A turn on the route "p/one" alone, with none of a chain's own limits, so that the taxonomy alone is seen; or on that
/// and, at another server, "q/two", with a chain that moves on after two failures of any kind.
class Course
{
public:
    Course(const Row &row, bool alone)
        : m_row(row)
    {
        QUrl first = m_bench.server.url();
        if (row.place == Place::NoWay)
            first = QUrl(QStringLiteral("http://224.0.0.1:9")); // a group of hosts: TCP finds no way to it
        else if (row.place == Place::NoPort)
            first = freePort();
        else if (row.place == Place::NoTls)
            first.setScheme(QStringLiteral("https"));
        m_bench.table.providers.at(0).baseUrl = first;
        consentToPlainHttp(m_bench.table.providers.at(0));
        m_bench.table.providers.at(1).baseUrl = m_second.url();
        Chain &chain = m_bench.table.chains.front();
        const auto tries = alone ? std::nullopt : std::optional(2);
        for (ChainStep &step : chain.steps)
            step.overloadedTries = step.serverErrorTries = step.networkTries = step.ownLimitTries = tries;
        if (alone)
            chain.steps.resize(1);
        m_bench.outbox.learnRoutes();
        PolicySettings policy;
        policy.patience.turn = 2h;
        if (row.silence == Silence::BeforeContent)
            policy.patience.idle = 2 * policy.patience.firstContent;
        m_bench.outbox.setPolicy(policy);
        QObject::connect(&m_bench.outbox, &Outbox::turnChanged, &m_here, [this](const TurnId &id) { look(id); });
    }

    RawServer &server() { return m_bench.server; }
    RawServer &second() { return m_second; }

    /// To the end of the turn, or to the outbox. False when it hangs.
    [[nodiscard]] bool run()
    {
        m_id = m_bench.submit(m_row.large ? QString(3 * 1024 * 1024, QLatin1Char('x')) : why);
        while (QTest::qWaitFor([this] { return rests() || waits() || isSilent(); }, 20'000)) {
            if (rests())
                return true;
            waits() ? m_bench.passWait(*m_id) : void(m_bench.time.advanceToNext());
        }
        return false;
    }

    [[nodiscard]] const TurnState &turn() const { return m_bench.turn(*m_id); }
    [[nodiscard]] int triesOnFirst() const
    {
        const auto &attempts = turn().attempts;
        return static_cast<int>(std::count_if(attempts.begin(), attempts.end(), [](const Attempt &each) { return each.route == one; }));
    }
    [[nodiscard]] std::optional<Fault> firstFault() const { return m_first; }
    /// As the breakers stood when the first fault had just been seen.
    [[nodiscard]] int routeFailures() const { return m_routeFailures; }
    [[nodiscard]] int originFailures() const { return m_originFailures; }

private:
    static QUrl freePort()
    {
        const RawServer gone;
        return gone.url();
    }
    [[nodiscard]] bool rests() const { return isSettled(turn().phase) || turn().phase == TurnPhase::Kept; }
    [[nodiscard]] bool waits() const { return turn().phase == TurnPhase::Waiting; }
    /// The attempt under way has come as far as it will; only time goes on.
    [[nodiscard]] bool isSilent() const
    {
        const TurnPhase phase = turn().phase;
        if (m_row.silence == Silence::None || turn().attempts.empty() || turn().attempts.back().route != one || m_bench.server.posts() < triesOnFirst())
            return false;
        const bool head = turn().attempts.back().headersAfter.has_value();
        switch (m_row.silence) {
        case Silence::BeforeHeaders:
            return phase == TurnPhase::Sending && !head;
        case Silence::BeforeContent:
            return phase == TurnPhase::Sending && head;
        case Silence::InsideAnswer:
            return phase == TurnPhase::Streaming;
        case Silence::None:
            break;
        }
        return false;
    }
    void look(const TurnId &id)
    {
        const TurnState &state = m_bench.turn(id);
        if (m_first || state.attempts.empty() || !state.attempts.front().fault)
            return;
        m_first = state.attempts.front().fault;
        m_routeFailures = m_bench.conditions.route(one).breaker.failuresInARow();
        const ProviderCondition *provider = m_bench.conditions.knownProvider(owner);
        m_originFailures = provider != nullptr ? provider->breaker.failuresInARow() : 0;
    }

    Row m_row;
    RawServer m_second;
    TurnBench m_bench;
    QObject m_here;
    std::optional<TurnId> m_id;
    std::optional<Fault> m_first;
    int m_routeFailures = 0;
    int m_originFailures = 0;
};

} // namespace

Q_DECLARE_METATYPE(Row)

/// Each row of the taxonomy over a real socket: how often its route is asked, what that costs, whom it speaks against,
/// and whether the next route may be asked instead.
class TestTaxonomy : public QObject
{
    Q_OBJECT

    enum class Answers { AnyToo, BegunNot }; ///< what has begun to be answered moves nowhere by itself: 2.10 has the word

    static void rows(Answers which)
    {
        using enum FaultKind;
        using enum Elsewhere;
        QTest::addColumn<Row>("row");
        const auto row = [which](const QByteArray &name, Row each) {
            if (which == Answers::AnyToo || each.elsewhere != Asks)
                QTest::newRow(name.constData()) << std::move(each);
        };
        const auto number = [](int status) { return QByteArray::number(status); };

        row("400", {refusal(400, "invalid_request_error"), BadRequest});
        row("400 too long", {saying(400, "prompt is too long: 210000 tokens > 200000 maximum"), TooLarge});
        row("413", {refusal(413, "request_too_large"), TooLarge});
        row("413 from the edge", {page(413), TooLarge});
        row("400 prefill", {saying(400, "This model does not support assistant message prefill."), Capability, never, Yes, false, false, 0.0});
        row("400 spend limit of one's own", {saying(400, "You have reached your specified API usage limits. You will regain access on 2026-02-01 at 00:00 UTC."), QuotaHard, never, Yes});
        row("400 thinking of another conversation", {saying(400, "messages.1.content.0: Invalid `signature` in `thinking` block"), HistoryBound, never, No, false, false, 0.0});
        row("401", {refusal(401, "authentication_error"), Auth, never, Yes});
        row("401 whatever the server says", {refusal(401, "authentication_error", "x-should-retry: true\r\n"), Auth, never, Yes});
        row("402", {refusal(402, "billing_error"), Billing, never, Yes});
        row("429 quota", {response(429, R"({"error":{"message":"m","type":"insufficient_quota","code":"insufficient_quota"}})", "retry-after: 1\r\n"), QuotaHard, never, Yes, false, false, 1.0, 1s});
        row("403", {refusal(403, "permission_error"), Forbidden, never, Yes});
        for (const int status : {400, 401, 403, 404, 418})
            row(number(status) + " page", {page(status), Intermediary, never, Yes});
        row("403 without a trace", {response(403), Intermediary, never, Yes});
        row("404 model", {refusal(404, "not_found_error"), NoModel, never, Yes});
        for (const int status : {405, 410, 415, 418, 421, 422, 426, 428, 431})
            row(number(status), {refusal(status, "invalid_request_error"), BadRequest});
        row("407", {page(407), Proxy});
        row("511", {page(511), Portal});
        row("200 page", {page(200), Portal});
        row("302 to another host", {page(302, "location: http://portal.example/login\r\n"), Portal});
        row("308", {response(308, {}, "location: https://elsewhere.example/v1/messages\r\n"), Redirected});
        row("408", {response(408), TimeoutServer, asOftenAsItTakes, Yes, true});
        row("409", {refusal(409, "conflict_error"), Conflict, twiceMore, No});
        row("425", {response(425), TooEarly, onceMore, Yes, true});
        row("499", {response(499), TooEarly, onceMore, Yes, true});
        row("429", {refusal(429, "rate_limit_error", "retry-after: 7\r\n"), RateLimited, asOftenAsItTakes, Yes, false, false, 0.5, 7s});
        row("429 blind", {refusal(429, "rate_limit_error"), RateLimited, asOftenAsItTakes, Yes, false, false, 1.0});
        row("429 monthly cap", {refusal(429, "rate_limit_error", "x-should-retry: true\r\n", spent("enforced_spend_limit_reached")), QuotaHard, never, Yes});
        row("429 for long", {refusal(429, "rate_limit_error", "retry-after: 1000\r\n"), RateLimited, never, Yes, false, false, 0.5, 1000s});
        row("451", {response(451, "{}"), Legal});
        row("500", {refusal(500, "api_error"), Transient, asOftenAsItTakes, Yes, true, true});
        row("501", {response(501, "{}"), BadRequest});
        row("505", {response(505, "{}"), BadRequest});
        for (const int status : {502, 520, 521, 522, 523, 524, 525, 526, 527, 530})
            row(number(status), {page(status), TransientGateway, asOftenAsItTakes, Yes, true, true});
        row("504", {refusal(504, "timeout_error"), TransientGateway, asOftenAsItTakes, Yes, true, true});
        row("503", {response(503), Transient, asOftenAsItTakes, Yes, true, true});
        row("503 with a hint", {response(503, {}, "retry-after: 3\r\n"), Overloaded, asOftenAsItTakes, Yes, true, false, 1.0, 3s});
        row("503 overloaded", {refusal(503, "overloaded_error"), Overloaded, asOftenAsItTakes, Yes, true});
        row("529", {refusal(529, "overloaded_error"), Overloaded, asOftenAsItTakes, Yes, true});
        row("529 bare", {response(529), Overloaded, asOftenAsItTakes, Yes, true});
        row("529 not again", {refusal(529, "overloaded_error", "x-should-retry: false\r\n"), Overloaded, never, Yes, true});
        row("507", {response(507), Unknown, onceMore, Yes, true});
        row("200 with an error", {response(200, R"({"error":{"code":529,"message":"m"}})", "content-type: application/json\r\n"), Overloaded, asOftenAsItTakes, Yes, true});
        row("200 with nonsense", {response(200, R"({"a":1})", "content-type: application/json\r\n"), Protocol, onceMore, Yes, true, false, 2.0});

        row("no way out", {{}, Offline, asOftenAsItTakes, No, false, false, 0.0, {}, Place::NoWay});
        row("connection refused", {{}, Connect, asOftenAsItTakes, Yes, false, true, 0.0, {}, Place::NoPort});
        row("no TLS", {{"HTTP/1.1 400 X\r\n\r\n", After::Close, At::Connection}, Tls, never, No, false, false, 1.0, {}, Place::NoTls});
        row("closed before the request was whole", {{{}, After::Close, At::Head}, NotProcessed, asOftenAsItTakes, Yes, false, false, 0.0, {}, Place::Server, Silence::None, true});
        row("closed without a word", {{{}, After::Close}, Ambiguous, asOftenAsItTakes, Yes, true});
        row("reset", {{{}, After::Reset}, Ambiguous, asOftenAsItTakes, Yes, true});
        row("no headers", {{}, SlowHeaders, asOftenAsItTakes, Yes, true, false, 1.0, {}, Place::Server, Silence::BeforeHeaders});
        row("no content", {stream(answerStart(), After::KeepOpen), SlowContent, asOftenAsItTakes, Yes, true, false, 1.0, {}, Place::Server, Silence::BeforeContent});

        row("overloaded in the stream", {stream(answerStart() + errorEvent("overloaded_error")), Overloaded, asOftenAsItTakes, Yes, true});
        row("limit in the stream", {stream(errorEvent("rate_limit_error")), RateLimited, asOftenAsItTakes, Yes});
        row("error in the stream", {stream(errorEvent("api_error")), Transient, asOftenAsItTakes, Yes, true, true});
        row("timeout in the stream", {stream(errorEvent("timeout_error")), TransientGateway, asOftenAsItTakes, Yes, true, true});
        row("key refused in the stream", {stream(errorEvent("authentication_error")), Auth, never, Yes});
        row("unknown error in the stream", {stream(errorEvent("brand_new_error")), Unknown, onceMore, Yes, true});
        row("an end before content", {stream(answerStart()), Truncated, asOftenAsItTakes, Yes, true, false, 2.0});
        row("broken JSON", {stream(answerStart() + "event: content_block_delta\ndata: {\"type\":\n\n"), Protocol, onceMore, Yes, true, false, 2.0});

        const QByteArray begun = answerStart() + answerPiece(QStringLiteral("The tide rises. And then "));
        row("an end inside the answer", {stream(begun), Truncated, onceMore, Asks, true, false, 2.0});
        row("overloaded inside the answer", {stream(begun + errorEvent("overloaded_error")), Overloaded, onceMore, Asks, true, false, 2.0});
        row("error inside the answer", {stream(begun + errorEvent("api_error")), Transient, onceMore, Asks, true, true, 2.0});
        row("silence inside the answer", {stream(begun, After::KeepOpen), Stalled, onceMore, Asks, true, false, 2.0, {}, Place::Server, Silence::InsideAnswer});
    }

private Q_SLOTS:
    void aRouteAloneIsAskedAsOftenAsItHelps_data() { rows(Answers::AnyToo); }
    void aRouteAloneIsAskedAsOftenAsItHelps()
    {
        QFETCH(Row, row);
        Course course(row, true);
        const int failures = row.cost < restartCost ? 3 : 2; // the budget has no more for the dear ones
        const bool ends = row.silence == Silence::None && row.place == Place::Server;
        for (int each = 0; each < (ends ? failures : 50) && row.silence != Silence::BeforeHeaders; ++each)
            course.server().enqueue(row.reply);
        if (ends)
            course.server().enqueue(stream(wholeAnswer(QStringLiteral("Because of the moon."))));
        QVERIFY(course.run());

        QVERIFY(course.firstFault());
        QCOMPARE(course.firstFault()->kind, row.kind);
        QCOMPARE(course.firstFault()->hint ? std::optional(course.firstFault()->hint->wait) : std::nullopt, row.hint);
        QCOMPARE(course.routeFailures(), row.route ? 1 : 0);
        if (row.kind != FaultKind::Intermediary) // which counts half
            QCOMPARE(course.originFailures(), row.origin ? 1 : 0);

        if (row.elsewhere == Elsewhere::Asks)
            QVERIFY(course.triesOnFirst() >= row.asked); // 2.10 has the word
        else if (row.asked < asOftenAsItTakes || ends)
            QCOMPARE(course.triesOnFirst(), std::min(row.asked, failures + 1));
        else
            QVERIFY(course.triesOnFirst() >= row.asked); // until nothing is left of the turn's tries
        if (row.place == Place::Server && !row.large)
            QCOMPARE(course.server().posts(), course.triesOnFirst());
        if (ends && row.asked == asOftenAsItTakes)
            QCOMPARE(course.turn().phase, TurnPhase::Answered);
        if (row.asked > never) {
            const Attempt &first = course.turn().attempts.at(0);
            const Attempt &again = course.turn().attempts.at(1);
            QCOMPARE(again.cost, row.cost);
            if (row.hint)
                QVERIFY(again.startedAfter >= first.startedAfter + *first.endedAfter + *row.hint);
        }
    }

    void theNextRouteIsAskedWhereItMayHelp_data() { rows(Answers::BegunNot); }
    void theNextRouteIsAskedWhereItMayHelp()
    {
        QFETCH(Row, row);
        Course course(row, false);
        for (int each = 0; each < 8 && row.silence != Silence::BeforeHeaders; ++each)
            course.server().enqueue(row.reply);
        for (int each = 0; each < 2; ++each)
            course.second().enqueue(stream(wholeAnswer(QStringLiteral("Because of the moon."))));
        QVERIFY(course.run());
        QCOMPARE(course.second().posts(), row.elsewhere == Elsewhere::Yes ? 1 : 0);
        QCOMPARE(course.turn().phase == TurnPhase::Answered, row.elsewhere == Elsewhere::Yes);
        if (row.asked < asOftenAsItTakes)
            QVERIFY(course.triesOnFirst() <= row.asked);
    }

    // The rows that are no fault.

    void whatIsNotKnownInAStreamIsPassedOver()
    {
        Course course({}, true);
        course.server().enqueue(stream(answerStart() + "event: moon_phase\ndata: {\"type\":\"moon_phase\"}\n\n" + answerPiece(QStringLiteral("Yes.")) + answerEnd()));
        QVERIFY(course.run());
        QCOMPARE(course.turn().phase, TurnPhase::Answered);
        QCOMPARE(course.server().posts(), 1);
    }

    void aRefusalAndAFullLengthAreAnswers_data()
    {
        QTest::addColumn<QByteArray>("reason");
        for (const char *reason : {"refusal", "max_tokens", "model_context_window_exceeded"})
            QTest::newRow(reason) << QByteArray(reason);
    }
    void aRefusalAndAFullLengthAreAnswers()
    {
        QFETCH(QByteArray, reason);
        Course course({}, true);
        course.server().enqueue(stream(answerStart() + answerPiece(QStringLiteral("No.")) + answerEnd().replace("end_turn", reason)));
        QVERIFY(course.run());
        QCOMPARE(course.turn().phase, TurnPhase::Answered);
        QCOMPARE(course.server().posts(), 1);
        QVERIFY(!course.firstFault());
    }
};

QTEST_GUILESS_MAIN(TestTaxonomy)
#include "tst_taxonomy.moc"
