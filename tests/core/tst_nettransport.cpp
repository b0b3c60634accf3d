// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/nettransport.h"
#include "core/wire/httpfault.h"
#include "tests/support/rawserver.h"

#include <QtTest>

using namespace breakwater;
using After = RawServer::After;

Q_DECLARE_METATYPE(RawServer::Reply)

namespace {

/// One exchange and all it said.
struct Heard
{
    std::unique_ptr<WireExchange> exchange;
    std::optional<HttpHead> head;
    QByteArray body;
    std::optional<Fault> fault;
    int heads = 0;
    int ends = 0;

    void send(NetTransport &transport, const WireRequest &request)
    {
        exchange = transport.send(request,
            {[this](const HttpHead &one) {
                 head = one;
                 ++heads;
             },
                [this](const QByteArray &bytes) { body += bytes; },
                [this](const std::optional<Fault> &one) {
                    fault = one;
                    ++ends;
                }});
    }
};

WireRequest postTo(const QUrl &url, const QByteArray &body = "{\"a\":1}")
{
    return {"POST", url, {{"content-type", "application/json"}, {"x-api-key", "sk-test-key"}}, body};
}

const QByteArray okay = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

} // namespace

class TestNetTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerArrivesWhole()
    {
        RawServer server;
        server.respond(200, "x-a: 1\r\n", "hello");
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QCOMPARE(heard.ends + heard.heads, 0); // never before send returns
        QTRY_COMPARE(heard.ends, 1);
        QVERIFY(!heard.fault);
        QCOMPARE(heard.heads, 1);
        QCOMPARE(heard.head->status, 200);
        QCOMPARE(heard.head->headers.value("X-A"), std::optional(QByteArray("1")));
        QCOMPARE(heard.body, QByteArray("hello"));
        const QByteArray request = server.requests().first();
        QVERIFY(request.startsWith("POST / HTTP/1.1\r\n"));
        QVERIFY(request.contains("x-api-key: sk-test-key\r\n"));
        QVERIFY(request.contains("User-Agent: Breakwater/"));
        QVERIFY(request.endsWith("\r\n\r\n{\"a\":1}"));
    }

    void everyStatusIsAnAnswerNotAFault_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504, 520, 529})
            QTest::addRow("%d", status) << status;
    }
    void everyStatusIsAnAnswerNotAFault()
    {
        QFETCH(int, status);
        RawServer server;
        server.respond(status, "retry-after: 3\r\n", "{\"error\":{}}");
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        QVERIFY(!heard.fault);
        QCOMPARE(heard.head->status, status);
        QCOMPARE(heard.body, QByteArray("{\"error\":{}}"));
        QCOMPARE(server.posts(), 1);
    }

    void oneAttemptIsOnePostHoweverTheConnectionDies_data()
    {
        QTest::addColumn<bool>("keptAlive");
        QTest::addColumn<RawServer::Reply>("death");
        for (const bool keptAlive : {false, true}) {
            const auto row = [keptAlive](const char *name, const QByteArray &bytes, After after) {
                QTest::addRow("%s, %s", keptAlive ? "kept alive" : "fresh", name) << keptAlive << RawServer::Reply {bytes, after};
            };
            row("closed after the request", {}, After::Close);
            row("reset after the request", {}, After::Reset);
            row("closed inside the status line", "HTTP/1.", After::Close);
            row("reset inside the status line", "HTTP/1.", After::Reset);
            row("closed inside the headers", "HTTP/1.1 200 OK\r\ncontent-le", After::Close);
            row("reset inside the headers", "HTTP/1.1 200 OK\r\ncontent-le", After::Reset);
            row("closed inside the body", "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf", After::Close);
            row("reset inside the body", "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf", After::Reset);
        }
    }
    void oneAttemptIsOnePostHoweverTheConnectionDies()
    {
        QFETCH(bool, keptAlive);
        QFETCH(RawServer::Reply, death);
        RawServer server;
        NetTransport transport;
        if (keptAlive) {
            server.enqueue({okay, After::KeepOpen});
            Heard first;
            first.send(transport, postTo(server.url()));
            QTRY_COMPARE(first.ends, 1);
        }
        server.enqueue(death);
        for (int spare = 0; spare < 4; ++spare)
            server.enqueue({okay, After::KeepOpen}); // a hidden second try would be answered, and seen
        const int before = server.posts();
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(server.posts() - before, 1);
        QVERIFY(heard.body != "ok");
        if (!death.bytes.contains("half"))
            QVERIFY(heard.fault.has_value());

        Heard next; // and the manager is as good as before
        next.send(transport, postTo(server.url()));
        QTRY_COMPARE(next.ends, 1);
        QCOMPARE(next.body, QByteArray("ok"));
        QCOMPARE(server.posts() - before, 2);
    }

    void aConnectionThatDiedWhileIdleIsReplacedWithoutHarm()
    {
        RawServer server;
        server.enqueue({okay, After::KeepOpen});
        server.enqueue({okay, After::KeepOpen});
        NetTransport transport;
        Heard first;
        first.send(transport, postTo(server.url()));
        QTRY_COMPARE(first.ends, 1);
        server.closeNewest();
        QTRY_COMPARE(server.hungUp(), 1);
        for (int each = 0; each < 20; ++each)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5); // the client has nothing to say when it sees the end
        Heard second;
        second.send(transport, postTo(server.url()));
        QTRY_COMPARE(second.ends, 1);
        // The manager's own thread may not have seen the end yet. Then it says that nothing was processed, and nothing was.
        const bool told = second.fault && second.fault->kind == FaultKind::NotProcessed;
        QVERIFY(told || second.body == "ok");
        QCOMPARE(server.posts(), told ? 1 : 2);
    }

    void aRefusedConnectionIsNamedSo()
    {
        QUrl url;
        {
            RawServer gone;
            url = gone.url();
        }
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(url));
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.fault->kind, FaultKind::Connect);
        QCOMPARE(heard.fault->host, QStringLiteral("127.0.0.1"));
        QVERIFY(!heard.head);
    }

    void noRedirectIsFollowedWithTheKey_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void noRedirectIsFollowedWithTheKey()
    {
        QFETCH(int, status);
        RawServer server;
        RawServer thief;
        server.respond(status, "location: " + thief.url().toEncoded() + "/x\r\n", {});
        thief.enqueue({okay, After::KeepOpen});
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.head->status, status);
        QCOMPARE(thief.connections(), 0);
        const Fault fault = faultFromResponse(*heard.head, heard.body, server.url(), {});
        QCOMPARE(fault.kind, FaultKind::Redirected);
        QCOMPARE(QUrl(fault.detail).port(), thief.url().port());
    }

    void cookiesAreNotSentBack()
    {
        RawServer server;
        server.respond(200, "set-cookie: session=1; Path=/\r\n", "ok");
        server.respond(200, {}, "ok");
        NetTransport transport;
        for (int each = 1; each <= 2; ++each) {
            Heard heard;
            heard.send(transport, postTo(server.url()));
            QTRY_COMPARE(heard.ends, 1);
        }
        QVERIFY(!server.requests().at(1).toLower().contains("cookie"));
    }

    void destroyingAnExchangeHangsUpAndIsSilent()
    {
        RawServer server;
        server.enqueue({"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: 1\n\n", After::KeepOpen});
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.body, QByteArray("data: 1\n\n"));
        heard.exchange.reset();
        QTRY_COMPARE(server.hungUp(), 1);
        QCOMPARE(heard.ends, 0);
    }

    void anExchangeMayBeDestroyedByWhatItReports_data()
    {
        QTest::addColumn<int>("when");
        QTest::newRow("head") << 0;
        QTest::newRow("bytes") << 1;
        QTest::newRow("end") << 2;
    }
    void anExchangeMayBeDestroyedByWhatItReports()
    {
        QFETCH(int, when);
        RawServer server;
        server.respond(200, {}, "ok");
        NetTransport transport;
        std::unique_ptr<WireExchange> exchange;
        int calls = 0;
        const auto drop = [&](int now) {
            ++calls;
            if (now == when)
                exchange.reset();
        };
        exchange = transport.send(postTo(server.url()),
            {[&](const HttpHead &) { drop(0); }, [&](const QByteArray &) { drop(1); }, [&](const std::optional<Fault> &) { drop(2); }});
        QTRY_VERIFY(!exchange);
        QCOMPARE(calls, when + 1);
    }

    void aLargeBodyArrivesIntact()
    {
        QByteArray body(3 * 1024 * 1024, '\0');
        for (qsizetype at = 0; at < body.size(); ++at)
            body[at] = static_cast<char>('a' + at % 26);
        RawServer server;
        server.respond(200, {}, body);
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url(), body));
        QTRY_COMPARE(heard.ends, 1);
        QVERIFY(server.requests().first().endsWith(QByteArray("\r\n\r\n" + body)));
        QVERIFY(heard.body == body);
    }

    void rubbishIsAFaultNotACrash_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no HTTP") << QByteArray("220 smtp.example.com ESMTP\r\n");
        QTest::newRow("TLS") << QByteArray("\x15\x03\x01\x00\x02\x02\x28", 7);
        QTest::newRow("zeros") << QByteArray(1000, '\0');
        QTest::newRow("only a line end") << QByteArray("\r\n\r\n");
        QTest::newRow("no status") << QByteArray("HTTP/1.1 \r\n\r\n");
    }
    void rubbishIsAFaultNotACrash()
    {
        QFETCH(QByteArray, bytes);
        RawServer server;
        server.enqueue({bytes, After::Close});
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        QVERIFY(heard.fault || !heard.head || heard.head->status != 200 || heard.body.isEmpty());
        QCOMPARE(server.posts(), 1);
    }

    void aPortalPageIsSeenAsOne()
    {
        RawServer server;
        server.respond(200, "content-type: text/html\r\n", "<html>Sign in</html>");
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(faultFromResponse(*heard.head, heard.body, server.url(), {}).kind, FaultKind::Portal);
    }

    void aGetHasNoBody()
    {
        RawServer server;
        server.respond(200, {}, "{}");
        NetTransport transport;
        Heard heard;
        heard.send(transport, {"GET", server.url(), {{"x-api-key", "k"}}, {}});
        QTRY_COMPARE(heard.ends, 1);
        QVERIFY(server.requests().first().startsWith("GET / HTTP/1.1\r\n"));
        QVERIFY(!server.requests().first().toLower().contains("content-length"));
    }
};

QTEST_GUILESS_MAIN(TestNetTransport)
#include "tst_nettransport.moc"
