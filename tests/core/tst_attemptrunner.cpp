// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/attemptrunner.h"

#include "core/net/nettransport.h"
#include "tests/support/faketime.h"
#include "tests/support/properties.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <array>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

/// A wire in the test's hand.
class HeldTransport final : public Transport
{
public:
    [[nodiscard]] std::unique_ptr<WireExchange> send(const WireRequest &, ExchangeEvents events) override
    {
        class Held final : public WireExchange
        {
        public:
            explicit Held(int &dropped)
                : m_dropped(dropped)
            {
            }
            ~Held() override { ++m_dropped; }
            Q_DISABLE_COPY_MOVE(Held)

        private:
            int &m_dropped;
        };
        wire = std::move(events);
        return std::make_unique<Held>(dropped);
    }
    ExchangeEvents wire;
    int dropped = 0;
};

const QByteArray start = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":\"m\",\"usage\":{\"input_tokens\":3}}}\n\n";
const QByteArray ping = "event: ping\ndata: {\"type\":\"ping\"}\n\n";
const QByteArray stopping = "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"max_tokens\"},\"usage\":{\"output_tokens\":9}}\n\n";
const QByteArray stop = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
const QByteArray thinking = "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}}\n\n";

QByteArray delta(const QByteArray &text)
{
    return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}}\n\n";
}

/// One attempt and what it reported.
struct Trial
{
    Trial()
        : runner(std::make_unique<AttemptRunner>(time, time, [this] { return limits; }))
    {
        QObject::connect(runner.get(), &AttemptRunner::text, runner.get(), [this](const QString &piece) { text += piece; });
        QObject::connect(runner.get(), &AttemptRunner::started, runner.get(), [this](const QString &name) { model = name; });
        QObject::connect(runner.get(), &AttemptRunner::counted, runner.get(), [this](const Usage &one) { usage = one; });
        QObject::connect(runner.get(), &AttemptRunner::head, runner.get(), [this](int one, const std::vector<RoomLeft> &told) {
            status = one;
            rooms = told;
        });
        QObject::connect(runner.get(), &AttemptRunner::ended, runner.get(), [this](const std::optional<Fault> &one, StopReason why) {
            fault = one;
            reason = why;
            ++ends;
        });
        WireRequest request;
        request.url = QUrl(QStringLiteral("https://api.example.com/v1/messages"));
        runner->start(transport, request, Dialect::Anthropic);
    }
    void head(int code, Headers headers = {}) { transport.wire.head({code, std::move(headers)}); }
    void streamHead() { head(200, {{"content-type", "text/event-stream; charset=utf-8"}, {"request-id", "req_1"}}); }
    void bytes(const QByteArray &some) { transport.wire.bytes(some); }
    void end(std::optional<Fault> one = {}) { transport.wire.ended(one); }

    FakeTime time;
    SilenceLimits limits {60s, 90s, 90s};
    HeldTransport transport;
    std::unique_ptr<AttemptRunner> runner;
    QString text;
    QString model;
    Usage usage;
    int status = 0;
    std::vector<RoomLeft> rooms;
    std::optional<Fault> fault;
    StopReason reason = StopReason::Other;
    int ends = 0;
};

Fault faultOf(FaultKind kind)
{
    Fault fault;
    fault.kind = kind;
    return fault;
}

} // namespace

class TestAttemptRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeAnswerIsReadByteByByte()
    {
        Trial trial;
        trial.streamHead();
        const QByteArray whole = start + delta("Hel") + ping + delta("lo \xF0\x9F\x8C\x8A") + stopping + stop;
        for (const char each : whole)
            trial.bytes(QByteArray(1, each));
        QCOMPARE(trial.ends, 0); // the connection is let go in order
        trial.end();
        QCOMPARE(trial.ends, 1);
        QVERIFY(!trial.fault);
        QCOMPARE(trial.text, QString::fromUtf8("Hello 🌊"));
        QCOMPARE(trial.model, QStringLiteral("m"));
        QCOMPARE(trial.usage, (Usage {3, 9}));
        QCOMPARE(trial.reason, StopReason::LengthLimit);
        QCOMPARE(trial.status, 200);
        QCOMPARE(trial.runner->requestId(), QStringLiteral("req_1"));
    }

    void theEndMarkIsEnoughWhenTheConnectionStays()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start + delta("x") + stop);
        trial.time.advance(1s);
        QCOMPARE(trial.ends, 1);
        QVERIFY(!trial.fault);
    }

    void aStopReasonIsTheEndOfTheContentEvenWithoutTheMark()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start + delta("x") + stopping);
        trial.end(faultOf(FaultKind::Truncated));
        QVERIFY(!trial.fault);
        QCOMPARE(trial.ends, 1);
    }

    void aProperEndOfHttpWithoutTheMarkIsABreak()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start + delta("half"));
        trial.end();
        QCOMPARE(trial.fault->kind, FaultKind::Truncated);
        QCOMPARE(trial.fault->requestId, QStringLiteral("req_1"));
    }

    void aDropAfterContentIsABreakWhateverItWasCalled()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start + delta("half"));
        trial.end(faultOf(FaultKind::NotProcessed));
        QCOMPARE(trial.fault->kind, FaultKind::Truncated);
    }

    void aDropBeforeTheHeadKeepsItsName()
    {
        Trial trial;
        trial.end(faultOf(FaultKind::NotProcessed));
        QCOMPARE(trial.fault->kind, FaultKind::NotProcessed);
    }

    void anEndWithoutAHeadIsAFault()
    {
        Trial trial;
        trial.end();
        QCOMPARE(trial.fault->kind, FaultKind::Protocol);
    }

    void aRefusalIsReadFromItsBody()
    {
        Trial trial;
        trial.head(529, {{"content-type", "application/json"}, {"retry-after", "3"}});
        trial.bytes("{\"type\":\"error\",\"error\":{\"type\":\"overloaded_");
        trial.bytes("error\",\"message\":\"Overloaded\"}}");
        trial.end();
        QCOMPARE(trial.fault->kind, FaultKind::Overloaded);
        QCOMPARE(trial.fault->status, std::optional(529));
        QCOMPARE(trial.fault->hint->wait, Duration(3s));
        QVERIFY(trial.runner->rawResponse().startsWith(QStringLiteral("HTTP 529\n")));
        QVERIFY(trial.runner->rawResponse().contains(QStringLiteral("overloaded_error")));
    }

    void aRefusalWhoseBodyIsCutIsStillThatRefusal()
    {
        Trial trial;
        trial.head(429, {{"retry-after", "7"}});
        trial.bytes("{\"type\":");
        trial.end(faultOf(FaultKind::Truncated));
        QCOMPARE(trial.fault->kind, FaultKind::RateLimited);
        QCOMPARE(trial.fault->hint->wait, Duration(7s));
    }

    void aPageInsteadOfAStreamIsAPortal()
    {
        Trial trial;
        trial.head(200, {{"content-type", "text/html"}});
        trial.bytes("<html>");
        trial.end();
        QCOMPARE(trial.fault->kind, FaultKind::Portal);
    }

    void anErrorEventEndsTheAttemptAtOnce()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"m\"}}\n\n" + delta("late"));
        QCOMPARE(trial.ends, 1);
        QCOMPARE(trial.fault->kind, FaultKind::Overloaded);
        QVERIFY(trial.fault->inStream);
        QCOMPARE(trial.fault->host, QStringLiteral("api.example.com"));
        QCOMPARE(trial.fault->requestId, QStringLiteral("req_1"));
        QVERIFY(trial.text.isEmpty());
        QTRY_COMPARE(trial.transport.dropped, 1); // not read any further
    }

    void rubbishInsideAStreamIsAProtocolFault()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes("data: {broken\n\n");
        QCOMPARE(trial.fault->kind, FaultKind::Protocol);
    }

    void anEventWithoutEndIsGivenUpAtItsLimit()
    {
        Trial trial;
        trial.streamHead();
        for (int mebibyte = 0; mebibyte < 17 && trial.ends == 0; ++mebibyte)
            trial.bytes("data: " + QByteArray(1024 * 1024, 'x') + (mebibyte == 0 ? "" : "\n"));
        QCOMPARE(trial.fault->kind, FaultKind::Protocol);
        QVERIFY(trial.runner->rawResponse().size() <= 8 * 1024);
    }

    void withoutAHeadItIsSlowAfterAMinute()
    {
        Trial trial;
        trial.time.advance(60s - 1us);
        QCOMPARE(trial.ends, 0);
        trial.time.advance(1us);
        QCOMPARE(trial.fault->kind, FaultKind::SlowHeaders);
    }

    void aHostThatTakesNoConnectionIsGivenUpAfterTheTimeToConnect()
    {
        Trial trial;
        trial.limits.connect = 10s;
        trial.time.advance(500ms);
        trial.transport.wire.connecting();
        trial.time.advance(10s - 1us);
        QCOMPARE(trial.ends, 0);
        trial.time.advance(1us);
        QCOMPARE(trial.fault->kind, FaultKind::Connect);
        QCOMPARE(trial.fault->waited, std::optional<Duration>(10s));
        QCOMPARE(trial.fault->host, QStringLiteral("api.example.com"));
        QCOMPARE(trial.transport.dropped, 0);
        QTRY_COMPARE(trial.transport.dropped, 1);
    }

    /// A real one: its queue of connections is full, so the next gets no answer at all.
    void aHostWhoseQueueIsFullTakesNoConnection()
    {
        QTcpServer full;
        full.setListenBacklogSize(1);
        QVERIFY(full.listen(QHostAddress::LocalHost));
        full.pauseAccepting();
        std::array<QTcpSocket, 6> others;
        for (QTcpSocket &each : others)
            each.connectToHost(QHostAddress::LocalHost, full.serverPort());
        const auto connected = [&others] {
            return std::count_if(others.begin(), others.end(), [](const QTcpSocket &each) { return each.state() == QAbstractSocket::ConnectedState; });
        };
        QTRY_VERIFY(connected() >= 2);
        FakeTime time;
        NetTransport transport;
        AttemptRunner runner(time, time, [] { return SilenceLimits {60s, 90s, 90s}; });
        std::optional<Fault> fault;
        connect(&runner, &AttemptRunner::ended, this, [&fault](const std::optional<Fault> &one) { fault = one; });
        WireRequest request;
        request.url = QUrl(QStringLiteral("http://127.0.0.1:%1/v1/messages").arg(full.serverPort()));
        runner.start(transport, request, Dialect::Anthropic);
        QTRY_VERIFY((time.advance(1s), fault));
        QCOMPARE(fault->kind, FaultKind::Connect);
        QCOMPARE(fault->waited, std::optional<Duration>(10s));
        QVERIFY2(connected() < 6, "the queue was full");
    }

    void headersAreWaitedForFromTheConnectionOn_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("encrypted") << true;
        QTest::newRow("plain") << false;
    }
    void headersAreWaitedForFromTheConnectionOn()
    {
        QFETCH(bool, encrypted);
        Trial trial;
        trial.limits.headers = 3s;
        trial.limits.connect = 30s; // a person has a slow way there
        trial.transport.wire.connecting();
        trial.time.advance(20s);
        encrypted ? trial.transport.wire.secured() : trial.transport.wire.sent();
        trial.time.advance(3s - 1us);
        QCOMPARE(trial.ends, 0);
        trial.time.advance(1us);
        QCOMPARE(trial.fault->kind, FaultKind::SlowHeaders);
    }

    void aConnectionThatStoodIsNotWaitedFor()
    {
        Trial trial;
        trial.limits.connect = 1s;
        trial.transport.wire.sent();
        trial.transport.wire.connecting(); // late, and of no meaning any more
        trial.time.advance(59s);
        QCOMPARE(trial.ends, 0);
        trial.streamHead();
        trial.bytes(start + delta("x") + stop);
        trial.end();
        QVERIFY(!trial.fault);
    }

    void aSlowModelsFirstTokenIsWaitedForAsLongAsAPersonSays()
    {
        Trial trial;
        trial.limits = {300s, 300s, 2s, 10s, 300s};
        trial.streamHead();
        trial.time.advance(299s); // not a byte: it reads a long prompt
        QCOMPARE(trial.ends, 0);
        trial.bytes(start + delta("x"));
        trial.time.advance(2s);
        QCOMPARE(trial.fault->kind, FaultKind::Stalled);
    }

    void aWholeMessageIsTakenThoughAStreamWasAskedFor()
    {
        Trial trial;
        trial.head(200, {{"content-type", "application/json"}});
        const QByteArray body = R"({"type":"message","model":"m","content":[{"type":"text","text":"Hello"}],"stop_reason":"max_tokens","usage":{"input_tokens":3,"output_tokens":1}})";
        for (const char each : body)
            trial.bytes(QByteArray(1, each));
        QCOMPARE(trial.text, QString());
        trial.end();
        QVERIFY(!trial.fault);
        QCOMPARE(trial.text, QStringLiteral("Hello"));
        QCOMPARE(trial.model, QStringLiteral("m"));
        QCOMPARE(trial.usage, (Usage {3, 1}));
        QCOMPARE(trial.reason, StopReason::LengthLimit);
        QCOMPARE(trial.ends, 1);
    }

    void aWholeMessageThatWasCutIsNone()
    {
        Trial trial;
        trial.head(200, {{"content-type", "application/json"}});
        trial.bytes("{\"type\":\"message\",\"content\":[{\"type\":\"text\",\"text\":\"Hel");
        trial.end(faultOf(FaultKind::Truncated));
        QCOMPARE(trial.text, QString());
        QCOMPARE(trial.fault->kind, FaultKind::Truncated);
    }

    void pingsAloneAreNoContent()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start);
        for (int each = 0; each < 9; ++each) {
            trial.time.advance(10s - 1us);
            trial.bytes(ping);
        }
        QCOMPARE(trial.ends, 0);
        trial.time.advance(9us);
        QCOMPARE(trial.fault->kind, FaultKind::SlowContent);
    }

    void pingsBreakTheSilenceInsideAnAnswer()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start + delta("x"));
        for (int each = 0; each < 10; ++each) {
            trial.time.advance(80s);
            trial.bytes(ping);
        }
        QCOMPARE(trial.ends, 0);
        trial.time.advance(90s - 1us);
        QCOMPARE(trial.ends, 0);
        trial.time.advance(1us);
        QCOMPARE(trial.fault->kind, FaultKind::Stalled);
    }

    void aModelThatThinksMayTakeItsTime()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start + thinking);
        for (int each = 0; each < 10; ++each) {
            trial.time.advance(80s);
            trial.bytes(ping);
        }
        QCOMPARE(trial.ends, 0);
        trial.bytes(delta("so") + stop);
        trial.end();
        QVERIFY(!trial.fault);
    }

    void aModelThatFallsSilentWhileThinkingHasStalled()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start + thinking);
        trial.time.advance(90s);
        QCOMPARE(trial.fault->kind, FaultKind::Stalled);
    }

    void aSilentStreamBeforeContentIsNotWaitedForAsLongAsAPingingOne()
    {
        Trial trial;
        trial.limits.idle = 2s;
        trial.streamHead();
        trial.bytes(start);
        trial.time.advance(2s - 1us);
        trial.bytes(ping);
        trial.time.advance(2s - 1us);
        QCOMPARE(trial.ends, 0);
        trial.time.advance(1us);
        QCOMPARE(trial.fault->kind, FaultKind::Stalled);
    }

    void whatOtherRequestsTeachHoldsForThoseUnderWay()
    {
        Trial trial;
        trial.time.advance(5s);
        trial.limits.headers = 3s; // learned meanwhile
        trial.time.advance(1s);
        QCOMPARE(trial.fault->kind, FaultKind::SlowHeaders);

        Trial patient;
        patient.limits.headers = 3s;
        patient.time.advance(2s);
        patient.limits.headers = 10s;
        patient.time.advance(8s - 1us);
        QCOMPARE(patient.ends, 0);
        patient.time.advance(1us);
        QCOMPARE(patient.ends, 1);
    }

    void theLongestSilenceIsMeasuredFromTheHeadersOn()
    {
        Trial trial;
        trial.time.advance(20s);
        trial.streamHead();
        trial.time.advance(3s);
        trial.bytes(start);
        trial.time.advance(2s);
        trial.bytes(ping);
        QCOMPARE(trial.runner->longestSilence(), Duration(3s));
    }

    void invariant43AnAnswerIsWholeOnlyWithItsStopReason()
    {
        const QByteArray whole = start + delta("Half of it, ") + ping + delta("and the rest.") + stopping + stop;
        const qsizetype told = whole.indexOf(stopping) + stopping.size() - 2; // all but the ends of its lines
        QVERIFY(invariantHolds(43, [&] {
            const qsizetype cut = *rc::gen::inRange<qsizetype>(0, whole.size() + 1);
            Trial trial;
            trial.streamHead();
            for (qsizetype at = 0; at < cut;) {
                const qsizetype piece = std::min<qsizetype>(*rc::gen::inRange<qsizetype>(1, 400), cut - at);
                trial.bytes(whole.mid(at, piece));
                at += piece;
            }
            const bool orderly = *rc::gen::arbitrary<bool>();
            trial.end(orderly ? std::nullopt : std::optional(faultOf(FaultKind::Ambiguous)));
            RC_ASSERT(trial.ends == 1);
            RC_ASSERT(trial.fault.has_value() == (cut < told));
            if (trial.fault && (orderly || !trial.text.isEmpty()))
                RC_ASSERT(trial.fault->kind == FaultKind::Truncated);
        }, 2'000));
    }

    void theEndIsReportedOnce()
    {
        Trial trial;
        trial.streamHead();
        trial.bytes(start + delta("x"));
        trial.end();
        trial.end(faultOf(FaultKind::Truncated));
        trial.bytes(delta("y"));
        trial.streamHead();
        trial.time.advance(1h);
        QCOMPARE(trial.ends, 1);
        QCOMPARE(trial.text, QStringLiteral("x"));
    }

    void itMayBeDestroyedByWhatItReports_data()
    {
        QTest::addColumn<int>("by");
        QTest::newRow("head") << 0;
        QTest::newRow("model") << 1;
        QTest::newRow("text") << 2;
        QTest::newRow("end") << 3;
    }
    void itMayBeDestroyedByWhatItReports()
    {
        QFETCH(int, by);
        Trial trial;
        const auto drop = [&trial] { trial.runner.reset(); };
        auto *runner = trial.runner.get();
        if (by == 0)
            connect(runner, &AttemptRunner::head, this, drop);
        if (by == 1)
            connect(runner, &AttemptRunner::started, this, drop);
        if (by == 2)
            connect(runner, &AttemptRunner::text, this, drop);
        if (by == 3)
            connect(runner, &AttemptRunner::ended, this, drop);
        trial.streamHead();
        if (trial.runner)
            trial.bytes(start + delta("x") + delta("y") + "data: {broken\n\n");
        QVERIFY(!trial.runner);
        QTRY_COMPARE(trial.transport.dropped, 1);
        QCOMPARE(trial.time.pending(), std::size_t(0));
    }

    void whatTheServerSaysOfItsLimitsIsPassedOn()
    {
        Trial trial;
        trial.head(429, {{"anthropic-ratelimit-requests-limit", "50"}, {"anthropic-ratelimit-requests-remaining", "0"}});
        QCOMPARE(trial.rooms, (std::vector<RoomLeft> {{RoomLeft::Dimension::Requests, 50, 0, {}}}));
    }
};

QTEST_GUILESS_MAIN(TestAttemptRunner)
#include "tst_attemptrunner.moc"
