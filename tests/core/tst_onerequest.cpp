// SPDX-License-Identifier: GPL-3.0-or-later
//
// Invariant 50: requests on the wire equal exchanges, however a connection dies. QNetworkAccessManager alone would
// resend a POST up to three times.
#include "core/net/netexchange.h"
#include "core/net/nettransport.h"
#include "tests/support/heard.h"
#include "tests/support/rawserver.h"

#include <QtTest>

using namespace breakwater;
using After = RawServer::After;
using At = RawServer::At;
using Kinds = QList<std::optional<FaultKind>>; // none: ended without a fault

Q_DECLARE_METATYPE(RawServer::Reply)

namespace {

const QByteArray okay = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
const QByteArray chunkedHead = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

/// A reply of Qt's in the test's hand.
class HandReply final : public QNetworkReply
{
public:
    HandReply()
    {
        setOperation(QNetworkAccessManager::PostOperation);
        setUrl(QUrl(QStringLiteral("http://example.test/")));
        open(QIODevice::ReadOnly);
    }
    void abort() override
    {
        ++aborts;
        Q_EMIT finished(); // as Qt's own does, from within
    }
    void sent() { Q_EMIT requestSent(); }
    int aborts = 0;

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

} // namespace

class TestOneRequest : public QObject
{
    Q_OBJECT

    /// A server with `times` deaths ahead, then good answers: a hidden second try would be answered, and seen.
    static void prepare(RawServer &server, const RawServer::Reply &death, int times)
    {
        for (int each = 0; each < times; ++each)
            server.enqueue(death);
        for (int spare = 0; spare < 4 * times; ++spare)
            server.enqueue({okay, After::KeepOpen});
    }

    static void warmUp(RawServer &server, NetTransport &transport)
    {
        server.enqueue({okay, After::KeepOpen});
        Heard first;
        first.send(transport, postTo(server.url()));
        QTRY_COMPARE(first.ends, 1);
        QCOMPARE(first.body, QByteArray("ok"));
    }

    static void compareEnd(const Heard &heard, const Kinds &kinds)
    {
        QCOMPARE(heard.ends, 1);
        const std::optional<FaultKind> kind = heard.fault ? std::optional(heard.fault->kind) : std::nullopt;
        QVERIFY2(kinds.contains(kind),
            qPrintable(heard.fault ? QString::number(static_cast<int>(*kind)) + QLatin1Char(' ') + heard.fault->detail : QStringLiteral("no fault")));
        if (heard.fault)
            QCOMPARE(heard.fault->host, QStringLiteral("127.0.0.1"));
    }

private Q_SLOTS:
    void oneExchangeIsOnePostHoweverTheConnectionDies_data()
    {
        QTest::addColumn<bool>("keptAlive");
        QTest::addColumn<RawServer::Reply>("death");
        QTest::addColumn<Kinds>("kinds");
        const std::optional<FaultKind> clean;
        const std::optional unknown(FaultKind::Ambiguous);
        const std::optional truncated(FaultKind::Truncated);
        for (const bool keptAlive : {false, true}) {
            const auto row = [keptAlive](const char *name, const RawServer::Reply &death, const Kinds &kinds) {
                QTest::addRow("%s, %s", keptAlive ? "kept alive" : "fresh", name) << keptAlive << death << kinds;
            };
            for (const After after : {After::Close, After::Reset}) {
                const auto named = [after, &row](const char *where, const RawServer::Reply &death, const Kinds &kinds) {
                    row(qPrintable(QLatin1String(after == After::Close ? "closed " : "reset ") + QLatin1String(where)), death, kinds);
                };
                using namespace std::chrono_literals;
                named("after the headers were read", {{}, after, At::Head}, {unknown});
                named("after the request was read", {{}, after}, {unknown});
                named("after thinking", {{}, after, At::Request, 100ms}, {unknown});
                named("inside the status line", {"HTTP/1.", after}, {unknown});
                named("after the status line", {"HTTP/1.1 200 OK\r\n", after}, {unknown});
                named("inside the headers", {"HTTP/1.1 200 OK\r\ncontent-le", after}, {unknown});
                // Qt lets some cut bodies end without an error; only the answer's own end mark tells.
                named("after the headers", {chunkedHead, after}, {truncated, clean});
                named("inside a chunk's size", {chunkedHead + "1", after}, {truncated, clean});
                named("inside a chunk", {chunkedHead + "10\r\ndata: ", after}, {truncated, clean});
                named("between chunks", {chunkedHead + "7\r\ndata: 1\r\n", after}, {truncated, clean});
                // A Content-Length tells too.
                named("before a promised body", {"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n", after}, {truncated});
                named("inside a promised body", {"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf", after}, {truncated});
            }
            // Its end is the end of the connection, which Qt now and then takes for a drop.
            row("closed after an answer of HTTP/1.0", {"HTTP/1.0 200 OK\r\n\r\nold", After::Close}, {clean, truncated});
            row("closed after a garbage status line", {"220 smtp.example.com ESMTP\r\n", After::Close}, {unknown});
            row("closed after 100 Continue", {"HTTP/1.1 100 Continue\r\n\r\n", After::Close}, {unknown});
            row("closed after a refusal", {"HTTP/1.1 529 X\r\ncontent-length: 2\r\n\r\n{}", After::Close}, {clean});
        }
    }
    void oneExchangeIsOnePostHoweverTheConnectionDies()
    {
        QFETCH(bool, keptAlive);
        QFETCH(RawServer::Reply, death);
        QFETCH(Kinds, kinds);
        RawServer server;
        NetTransport transport;
        if (keptAlive)
            warmUp(server, transport);
        prepare(server, death, 1);
        const int before = server.postsBegun();
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        compareEnd(heard, kinds);
        QVERIFY(heard.body != "ok");

        Heard next; // the transport is as good as before, and its answer is its own
        next.send(transport, postTo(server.url()));
        QTRY_COMPARE(next.ends, 1);
        QCOMPARE(next.body, QByteArray("ok"));
        QCOMPARE(server.postsBegun() - before, 2);
        QCOMPARE(heard.ends, 1);
    }

    void manyThatDieAtOnceAreOnePostEach_data() { oneExchangeIsOnePostHoweverTheConnectionDies_data(); }
    void manyThatDieAtOnceAreOnePostEach()
    {
        QFETCH(bool, keptAlive);
        QFETCH(RawServer::Reply, death);
        QFETCH(Kinds, kinds);
        constexpr int many = 24;
        RawServer server;
        NetTransport transport;
        std::vector<Heard> heard(many);
        if (keptAlive) {
            for (Heard &each : heard)
                each.send(transport, postTo(server.url()));
            QTRY_COMPARE(server.posts(), many);
            server.answerWaiting({okay, After::KeepOpen});
            for (Heard &each : heard) {
                QTRY_COMPARE(each.ends, 1);
                each.ends = 0;
                each.body.clear();
            }
        }
        prepare(server, death, many);
        const int before = server.postsBegun();
        for (Heard &each : heard)
            each.send(transport, postTo(server.url()));
        for (const Heard &each : heard)
            QTRY_COMPARE(each.ends, 1);
        for (const Heard &each : heard)
            compareEnd(each, kinds);
        QCOMPARE(server.postsBegun() - before, many);
    }

    void aConnectionThatDiesBeforeAnythingIsReadCostsNoPost_data()
    {
        QTest::addColumn<After>("after");
        QTest::newRow("closed") << After::Close;
        QTest::newRow("reset") << After::Reset;
    }
    void aConnectionThatDiesBeforeAnythingIsReadCostsNoPost()
    {
        QFETCH(After, after);
        RawServer server;
        for (int each = 0; each < 8; ++each)
            server.enqueue({{}, after, At::Connection});
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        // Whether the request left for the kernel before the end was seen is chance; the client cannot tell who read it.
        compareEnd(heard, {FaultKind::NotProcessed, FaultKind::Connect, FaultKind::Ambiguous});
        QCOMPARE(server.postsBegun(), 0);
    }

    void aRefusedConnectionIsNamedSo()
    {
        QUrl url;
        {
            RawServer gone;
            url = gone.url();
        }
        NetTransport transport;
        std::vector<Heard> heard(24);
        for (Heard &each : heard)
            each.send(transport, postTo(url));
        for (const Heard &each : heard) {
            QTRY_COMPARE(each.ends, 1);
            compareEnd(each, {FaultKind::Connect});
            QVERIFY(!each.head);
        }
    }

    void aMachineWithoutAWayIsOfflineNotTheServersFault_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("a name that nobody knows") << QUrl(QStringLiteral("http://nobody.invalid/"));
        // TCP to a group of hosts: the kernel finds no way, with or without a network.
        QTest::newRow("no way to the network") << QUrl(QStringLiteral("http://224.0.0.1:9/"));
    }
    void aMachineWithoutAWayIsOfflineNotTheServersFault()
    {
        QFETCH(QUrl, url);
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(url));
        QTRY_COMPARE_WITH_TIMEOUT(heard.ends, 1, 60'000); // a resolver takes its time
        QCOMPARE(heard.fault->kind, FaultKind::Offline);
        QCOMPARE(heard.fault->host, url.host());
    }

    void aConnectionClosedWhileIdleIsReplaced()
    {
        RawServer server;
        NetTransport transport;
        warmUp(server, transport);
        server.closeNewest();
        QTRY_COMPARE(server.hungUp(), 1);
        server.enqueue({okay, After::KeepOpen});
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        // Qt's thread may see the end only now: then nothing was sent, and that is what it says.
        compareEnd(heard, {std::nullopt, FaultKind::NotProcessed});
        QCOMPARE(heard.body == "ok", !heard.fault);
        QCOMPARE(server.postsBegun(), heard.fault ? 1 : 2);
    }

    void aConnectionClosedInTheSameMomentIsNeverUsedTwice()
    {
        for (int round = 0; round < 20; ++round) {
            RawServer server;
            NetTransport transport;
            warmUp(server, transport);
            server.closeNewest(); // and at once:
            server.enqueue({okay, After::KeepOpen});
            Heard heard;
            heard.send(transport, postTo(server.url()));
            QTRY_COMPARE(heard.ends, 1);
            // The end may be seen before the request leaves, or after it: then nobody can say who read it.
            compareEnd(heard, {std::nullopt, FaultKind::Ambiguous, FaultKind::NotProcessed});
            QVERIFY(server.postsBegun() <= 2);
            QCOMPARE(heard.fault.has_value(), heard.body != "ok");
        }
    }

    void whatComesBehindAnAnswerAnswersNobody()
    {
        RawServer server;
        NetTransport transport;
        server.enqueue({okay + "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nwrong", After::KeepOpen});
        server.enqueue({okay, After::KeepOpen});
        for (int each = 1; each <= 2; ++each) {
            Heard heard;
            heard.send(transport, postTo(server.url()));
            QTRY_COMPARE(heard.ends, 1);
            QCOMPARE(heard.body, QByteArray("ok"));
            QCOMPARE(server.posts(), each);
        }
    }

    void anInterimAnswerIsNeverTheAnswerNorLeftForTheNext_data()
    {
        QTest::addColumn<QByteArray>("interim");
        QTest::addColumn<bool>("understood");
        QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << true;
        // Qt 6.4 takes these for the whole answer. That they come as a fault is all that can be had.
        QTest::newRow("102") << QByteArray("HTTP/1.1 102 Processing\r\n\r\n") << false;
        QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n") << false;
    }
    void anInterimAnswerIsNeverTheAnswerNorLeftForTheNext()
    {
        QFETCH(QByteArray, interim);
        QFETCH(bool, understood);
        RawServer server;
        NetTransport transport;
        server.enqueue({interim, After::KeepOpen});
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(server.posts(), 1);
        if (!understood)
            QTRY_COMPARE(heard.ends, 1);
        server.send("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nfirst");
        QTRY_COMPARE(heard.ends, 1);
        compareEnd(heard, {understood ? std::nullopt : std::optional(FaultKind::Protocol)});
        QCOMPARE(heard.body, understood ? QByteArray("first") : QByteArray());

        server.enqueue({okay, After::KeepOpen});
        Heard next; // must not get what was meant for the first
        next.send(transport, postTo(server.url()));
        QTRY_COMPARE(next.ends, 1);
        QCOMPARE(next.body, QByteArray("ok"));
        QCOMPARE(server.posts(), 2);
    }

    void anEarlyRefusalOfALargeBodyEndsInOnePost_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("413") << QByteArray("413 Content Too Large");
        QTest::newRow("429") << QByteArray("429 Too Many Requests");
    }
    void anEarlyRefusalOfALargeBodyEndsInOnePost()
    {
        QFETCH(QByteArray, status);
        RawServer server;
        prepare(server, {"HTTP/1.1 " + status + "\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}", After::Close, At::Head}, 1);
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url(), QByteArray(3 * 1024 * 1024, 'x')));
        QTRY_COMPARE(heard.ends, 1);
        // Qt does not look at an answer before it has sent all: the close is all that is seen. No server answers half a
        // request, so nothing was worked on.
        compareEnd(heard, {FaultKind::NotProcessed});
        QVERIFY(!heard.head);
        QCOMPARE(server.postsBegun(), 1);
    }

    void aRequestThatWasSentTwiceIsAFault()
    {
        auto *reply = new HandReply;
        Heard heard;
        heard.exchange = std::make_unique<NetExchange>(reply, nullptr, heard.events(), ManagerPool::Loan());
        reply->sent();
        QCOMPARE(heard.ends, 0);
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("event=resent sends=2 host=example.test")));
        reply->sent();
        QCOMPARE(heard.ends, 1);
        QCOMPARE(heard.fault->kind, FaultKind::Protocol);
        QCOMPARE(heard.fault->detail, QStringLiteral("sent twice"));
        QCOMPARE(reply->aborts, 1);
        heard.exchange.reset();
        QCOMPARE(heard.ends, 1);
    }
};

QTEST_GUILESS_MAIN(TestOneRequest)
#include "tst_onerequest.moc"
