// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/httprequest.h"

#include <QTest>

using namespace breakwater;

class TestSimulatedHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsReadHoweverItsBytesAreSplit()
    {
        const QByteArray bytes =
            "POST /v1/messages?x=a%20b HTTP/1.1\r\nHost: h\r\nX-API-Key:  k \r\nContent-Length: 5\r\n\r\nhello";
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            HttpRequestReader reader;
            reader.feed(bytes.first(cut));
            auto request = reader.take();
            if (cut < bytes.size()) {
                QVERIFY(!request);
                reader.feed(bytes.sliced(cut));
                request = reader.take();
            }
            QVERIFY(request);
            QCOMPARE(request->method, QByteArray("POST"));
            QCOMPARE(request->path(), QStringLiteral("/v1/messages"));
            QCOMPARE(request->query(QStringLiteral("x")), QStringLiteral("a b"));
            QCOMPARE(request->header("x-api-key"), QByteArray("k"));
            QCOMPARE(request->body, QByteArray("hello"));
            QVERIFY(request->keepAlive);
        }
    }

    void aChunkedBodyIsJoined()
    {
        const QByteArray bytes = "POST / HTTP/1.1\r\nTransfer-Encoding: "
                                 "chunked\r\n\r\n3\r\nhel\r\n2;note=x\r\nlo\r\n0\r\nTrailer: x\r\n\r\n";
        HttpRequestReader reader;
        for (const char byte : bytes.chopped(1)) {
            reader.feed(QByteArray(1, byte));
            QVERIFY(!reader.take());
        }
        reader.feed(bytes.last(1));
        const auto request = reader.take();
        QVERIFY(request);
        QCOMPARE(request->body, QByteArray("hello"));
    }

    void requestsFollowOneAnotherOnOneConnection()
    {
        HttpRequestReader reader;
        reader.feed("GET /a HTTP/1.1\r\n\r\n\r\nPOST /b HTTP/1.1\r\nContent-Length: 1\r\n\r\nxGET /c "
                    "HTTP/1.1\r\nConnection: close\r\n\r\n");
        QCOMPARE(reader.take()->path(), QStringLiteral("/a"));
        QCOMPARE(reader.take()->body, QByteArray("x"));
        const auto last = reader.take();
        QCOMPARE(last->path(), QStringLiteral("/c"));
        QVERIFY(!last->keepAlive);
        QVERIFY(!reader.take());
        QVERIFY(!reader.refusal());
    }

    void anOldClientClosesUnlessItSaysOtherwise()
    {
        HttpRequestReader reader;
        reader.feed("GET /a HTTP/1.0\r\n\r\nGET /b HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        QVERIFY(!reader.take()->keepAlive);
        QVERIFY(reader.take()->keepAlive);
    }

    void hostileBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("not HTTP", "hello there\r\n\r\n", 400);
        row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10), 400);
        row("no target", "GET HTTP/1.1\r\n\r\n", 400);
        row("foreign version", "GET / HTTP/2.0\r\n\r\n", 505);
        row("header without a colon", "GET / HTTP/1.1\r\nnonsense\r\n\r\n", 400);
        row("space before the colon", "GET / HTTP/1.1\r\nContent-Length : 3\r\n\r\n", 400);
        row("zero byte in a header", QByteArray("GET / HTTP/1.1\r\na: \0b\r\n\r\n", 26), 400);
        row("negative length", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400);
        row("length in words", "POST / HTTP/1.1\r\nContent-Length: five\r\n\r\n", 400);
        row("two lengths", "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400);
        row("length and chunks", "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        row("unknown coding", "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501);
        row("length beyond 32 MiB", "POST / HTTP/1.1\r\nContent-Length: 33554433\r\n\r\n", 413);
        row("length beyond numbers", "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", 413);
        row("chunk beyond 32 MiB", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n", 413);
        row("chunk size of nonsense", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
        row("negative chunk", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", 400);
        row("chunk longer than it said", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", 400);
        row("endless head", "GET / HTTP/1.1\r\na: " + QByteArray(70'000, 'x'), 431);
        row("endless chunk size", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray(2000, '1'), 400);
    }

    void hostileBytesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        HttpRequestReader reader;
        reader.feed(bytes);
        QVERIFY(!reader.take());
        QCOMPARE(reader.refusal(), std::optional(status));
        reader.feed("GET / HTTP/1.1\r\n\r\n");
        QVERIFY(!reader.take()); // nothing after it is believed
    }

    void aBodyOf32MiBIsRead()
    {
        HttpRequestReader reader;
        reader.feed("POST / HTTP/1.1\r\nContent-Length: 33554432\r\n\r\n");
        reader.feed(QByteArray(HttpRequestReader::mostBody, 'x'));
        QCOMPARE(reader.take()->body.size(), HttpRequestReader::mostBody);
    }

    void aClientThatWaitsForLeaveToSendItsBodyIsSeen()
    {
        HttpRequestReader reader;
        reader.feed("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
        QVERIFY(!reader.take());
        QVERIFY(reader.takeExpectation());
        QVERIFY(!reader.takeExpectation());
    }
};

QTEST_GUILESS_MAIN(TestSimulatedHttp)
#include "tst_simulatedhttp.moc"
