// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/nettransport.h"
#include "core/wire/httpfault.h"
#include "tests/support/heard.h"
#include "tests/support/rawserver.h"

#include <QNetworkProxy>
#include <QScopeGuard>
#include <QtTest>

using namespace breakwater;
using After = RawServer::After;

namespace {

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

    void manyAtOnceAllReachTheServerBeforeAnyIsAnswered()
    {
        constexpr int many = 24; // a manager of Qt's alone would let 18 of them wait
        RawServer server;
        NetTransport transport;
        std::vector<Heard> heard(many);
        for (Heard &each : heard)
            each.send(transport, postTo(server.url()));
        QTRY_COMPARE(server.posts(), many);
        QCOMPARE(server.connections(), many);
        server.answerWaiting({okay, After::KeepOpen});
        for (const Heard &each : heard) {
            QTRY_COMPARE(each.ends, 1);
            QVERIFY(!each.fault);
            QCOMPARE(each.body, QByteArray("ok"));
        }
        QCOMPARE(server.posts(), many);

        for (Heard &each : heard) // and again over the same connections
            each.send(transport, postTo(server.url()));
        QTRY_COMPARE(server.posts(), 2 * many);
        QCOMPARE(server.connections(), many);
        server.answerWaiting({okay, After::KeepOpen});
        for (const Heard &each : heard)
            QTRY_COMPARE(each.ends, 2);
    }

    void oneAfterAnotherUsesOneConnection()
    {
        RawServer server;
        NetTransport transport;
        for (int each = 1; each <= 30; ++each) {
            server.respond(200, {}, "ok");
            Heard heard;
            heard.send(transport, postTo(server.url()));
            QTRY_COMPARE(heard.ends, 1);
            QCOMPARE(server.posts(), each);
        }
        QCOMPARE(server.connections(), 1);
    }

    void whoHearsOfAnEndMaySendTheNextOverTheSameConnection()
    {
        RawServer server;
        server.respond(200, {}, "ok");
        NetTransport transport;
        std::vector<std::unique_ptr<WireExchange>> exchanges;
        int ends = 0;
        std::function<void()> send = [&] {
            exchanges.push_back(transport.send(postTo(server.url()), {[](const HttpHead &) { }, [](const QByteArray &) { }, [&](const std::optional<Fault> &) {
                if (++ends < 20) {
                    server.respond(200, {}, "ok");
                    send();
                }
            }}));
        };
        send();
        QTRY_COMPARE(ends, 20);
        QCOMPARE(server.posts(), 20);
        QCOMPARE(server.connections(), 1);
    }

    void anAbandonedExchangeGivesItsPlaceBack()
    {
        RawServer server;
        NetTransport transport;
        for (int round = 1; round <= 20; ++round) { // 120 in all: more than there are places
            std::vector<Heard> heard(6);
            for (Heard &each : heard)
                each.send(transport, postTo(server.url()));
            QTRY_COMPARE(server.posts(), 6 * round);
        }
        QTRY_COMPARE(server.hungUp(), 120);
    }

    void whatIsHeldWaitsWithItsEnd()
    {
        RawServer server;
        const QByteArray body(6 * 1024 * 1024, 'x');
        server.respond(200, {}, body);
        NetTransport transport;
        Heard heard;
        ExchangeEvents events = heard.events();
        qsizetype came = 0;
        bool holds = true;
        events.bytes = [&](const QByteArray &bytes) {
            came += bytes.size();
            if (holds)
                heard.exchange->hold(); // as one who has enough
        };
        heard.exchange = transport.send(postTo(server.url()), events);
        QTRY_VERIFY(came > 0);
        const qsizetype first = came;
        for (int each = 0; each < 20; ++each)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QCOMPARE(came, first);
        QVERIFY(first <= 1024 * 1024); // the rest is not in memory
        heard.exchange->goOn();
        QTRY_VERIFY(came > first);
        QCOMPARE(heard.ends, 0);
        holds = false;
        heard.exchange->goOn();
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(came, body.size());
        QVERIFY(!heard.fault);
    }

    void anEndThatCameMeanwhileIsToldAfterTheRest()
    {
        RawServer server;
        server.respond(200, {}, "all of it");
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        heard.exchange->hold();
        for (int each = 0; each < 40 && server.posts() == 0; ++each)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        for (int each = 0; each < 20; ++each)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QCOMPARE(heard.ends, 0);
        QCOMPARE(heard.body, QByteArray());
        heard.exchange->goOn();
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.body, QByteArray("all of it"));
    }

    void aProxyOfTheApplicationIsUsed()
    {
        RawServer proxy;
        proxy.enqueue({okay, After::KeepOpen});
        QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), static_cast<quint16>(proxy.url().port())});
        const auto restore = qScopeGuard([] { QNetworkProxyFactory::setUseSystemConfiguration(true); });
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(QUrl(QStringLiteral("http://provider.invalid/v1"))));
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.body, QByteArray("ok"));
        QVERIFY(proxy.requests().first().startsWith("POST http://provider.invalid/v1 HTTP/1.1\r\n"));
    }

    void theSystemsProxyIsUsed()
    {
        RawServer proxy;
        proxy.enqueue({okay, After::KeepOpen});
        QVERIFY2(QNetworkProxyFactory::usesSystemConfiguration(), "nobody has to ask for it");
        qputenv("http_proxy", "http://me:secret@127.0.0.1:" + QByteArray::number(proxy.url().port()));
        const auto restore = qScopeGuard([] { qunsetenv("http_proxy"); });
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(QUrl(QStringLiteral("http://provider.invalid/v1"))));
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.body, QByteArray("ok"));
        QVERIFY(proxy.requests().first().startsWith("POST http://provider.invalid/v1 HTTP/1.1\r\n"));
    }

    void aProxyThatWantsAPasswordSaysSo_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("plain") << QStringLiteral("http://provider.invalid/v1") << QByteArray("POST http://provider.invalid/v1 ");
        QTest::newRow("encrypted") << QStringLiteral("https://provider.invalid/v1") << QByteArray("CONNECT provider.invalid:443 ");
    }
    void aProxyThatWantsAPasswordSaysSo()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, asked);
        RawServer proxy;
        for (int each = 0; each < 3; ++each)
            proxy.respond(407, "proxy-authenticate: Basic realm=\"office\"\r\n", {});
        QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), static_cast<quint16>(proxy.url().port())});
        const auto restore = qScopeGuard([] { QNetworkProxyFactory::setUseSystemConfiguration(true); });
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(QUrl(url)));
        QTRY_COMPARE(heard.ends, 1);
        const Fault fault = heard.fault ? *heard.fault : faultFromResponse(*heard.head, heard.body, QUrl(url), {});
        QCOMPARE(fault.kind, FaultKind::Proxy);
        QCOMPARE(fault.status, std::optional(407));
        QCOMPARE(proxy.requests().size(), 1);
        QVERIFY(proxy.requests().first().startsWith(asked));
    }

    void anAnswerMayBeCompressed()
    {
        RawServer server;
        // gzip of "event: ping\ndata: {}\n\n"
        const QByteArray packed = QByteArray::fromHex("1f8b08000000000002034b2d4bcd2bb15228c8cc4be74a492c49b452a8aee5e2020059f6ba3c16000000");
        server.respond(200, "content-type: text/event-stream\r\ncontent-encoding: gzip\r\n", packed);
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        QVERIFY(!heard.fault);
        QCOMPARE(heard.body, QByteArray("event: ping\ndata: {}\n\n"));
        QVERIFY(server.requests().first().toLower().contains("accept-encoding: ") && server.requests().first().contains("gzip"));
    }

    void anAddressOfVersion6IsReached()
    {
        RawServer server(QHostAddress::LocalHostIPv6);
        server.respond(200, {}, "ok");
        QVERIFY(server.url().toString().startsWith(QStringLiteral("http://[::1]:")));
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(server.url()));
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.body, QByteArray("ok"));
        QVERIFY(server.requests().first().contains(QByteArray("Host: [::1]:" + QByteArray::number(server.url().port()))));
    }

    void itIsToldWhenAConnectionIsMadeAndWhenOneStood()
    {
        RawServer server;
        NetTransport transport;
        for (const bool first : {true, false}) {
            server.respond(200, {}, "ok");
            QByteArrayList told;
            bool ended = false;
            ExchangeEvents events {[&](const HttpHead &) { told += "head"; }, [](const QByteArray &) { }, [&](const std::optional<Fault> &) { ended = true; }};
            events.connecting = [&] { told += "connecting"; };
            events.sent = [&] { told += "sent"; };
            const auto exchange = transport.send(postTo(server.url()), events);
            QTRY_VERIFY(ended);
            QCOMPARE(told, first ? QByteArrayList({"connecting", "sent", "head"}) : QByteArrayList({"sent", "head"}));
        }
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
