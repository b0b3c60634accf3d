// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metricsserver.h"
#include "tests/support/faketime.h"
#include "tests/support/turnbench.h"

#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

/// The server of the metrics, as clients of every kind meet it.
class TestMetricsServer : public QObject
{
    Q_OBJECT

    struct Bench
    {
        FakeTime time;
        int asked = 0;
        QByteArray text = "breakwater_outbox_turns 0\n";
        MetricsServer server {time, time, [this] {
                                  ++asked;
                                  return text;
                              }};
        QSignalSpy failed {&server, &MetricsServer::failed};
    };

    /// A client, and all that it heard.
    struct Client
    {
        QTcpSocket socket;
        QByteArray heard;

        explicit Client(const MetricsServer &server)
        {
            QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { heard += socket.readAll(); });
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port().value_or(0));
        }
        void send(const QByteArray &bytes) { socket.write(bytes); }
        [[nodiscard]] bool isConnected() { return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; }); }
        [[nodiscard]] bool isCutOff() { return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; }); }
        [[nodiscard]] int status() const { return heard.mid(9, 3).toInt(); }
    };

private Q_SLOTS:
    void itIsOffUntilItIsSwitchedOn()
    {
        Bench bench;
        QVERIFY(!bench.server.port().has_value());
        bench.server.listen(0);
        QVERIFY(bench.server.port().has_value());
        bench.server.stop();
        QVERIFY(!bench.server.port().has_value());
        QCOMPARE(bench.failed.count(), 0);
    }

    void theTextComesWithItsType()
    {
        Bench bench;
        bench.server.listen(0);
        Client client(bench.server);
        client.send("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1:9529\r\nAccept: text/plain\r\n\r\n");
        QTRY_VERIFY(client.heard.endsWith(bench.text));
        QVERIFY(client.heard.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(client.heard.contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"));
        QVERIFY(client.heard.contains(QByteArray("\r\nContent-Length: " + QByteArray::number(bench.text.size()) + "\r\n")));
    }

    void oneConnectionServesOneRequestAfterAnother()
    {
        Bench bench;
        bench.server.listen(0);
        Client client(bench.server);
        const QByteArray request = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
        client.send(request);
        QTRY_COMPARE(client.heard.count(bench.text), 1);
        bench.time.advance(100s);
        client.send(request + request); // and two at once, in their order
        QTRY_COMPARE(client.heard.count(bench.text), 3);
        client.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QVERIFY(client.isCutOff());
        QCOMPARE(client.heard.count(bench.text), 4);
    }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: 127.0.0.1\r\n\r\n";
        QTest::newRow("another page") << QByteArray("GET / HTTP/1.1\r\n" + host) << 404;
        QTest::newRow("below it") << QByteArray("GET /metrics/x HTTP/1.1\r\n" + host) << 404;
        QTest::newRow("around it") << QByteArray("GET /metrics/../secret HTTP/1.1\r\n" + host) << 404;
        QTest::newRow("POST") << QByteArray("POST /metrics HTTP/1.1\r\nContent-Length: 0\r\n" + host) << 405;
        QTest::newRow("HEAD") << QByteArray("HEAD /metrics HTTP/1.1\r\n" + host) << 405;
        QTest::newRow("OPTIONS") << QByteArray("OPTIONS /metrics HTTP/1.1\r\n" + host) << 405;
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
        QTest::newRow("TLS") << QByteArray::fromHex("16030100c8010000c4").append("\r\n\r\n") << 400;
        QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\n") << 400;
        QTest::newRow("no host") << QByteArray("GET /metrics HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two hosts") << QByteArray("GET /metrics HTTP/1.1\r\nHost: evil.example\r\n" + host) << 400;
        QTest::newRow("a length and chunks") << QByteArray("GET /metrics HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n" + host) << 400;
        QTest::newRow("a name bound anew") << QByteArray("GET /metrics HTTP/1.1\r\nHost: evil.example:9529\r\n\r\n") << 403;
        QTest::newRow("a longer name") << QByteArray("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n\r\n") << 403;
        QTest::newRow("an address of the network") << QByteArray("GET /metrics HTTP/1.1\r\nHost: 192.168.1.7\r\n\r\n") << 403;
        QTest::newRow("a user before it") << QByteArray("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1@evil.example\r\n\r\n") << 403;
        QTest::newRow("an empty host") << QByteArray("GET /metrics HTTP/1.1\r\nHost:\r\n\r\n") << 403;
        QTest::newRow("a long head") << QByteArray("GET /metrics HTTP/1.1\r\nX: " + QByteArray(9000, 'x')) << 431;
        QTest::newRow("a long body") << QByteArray("GET /metrics HTTP/1.1\r\nContent-Length: 9000\r\n" + host + QByteArray(8500, 'x')) << 431;
    }

    void everythingElseIsRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        Bench bench;
        bench.server.listen(0);
        Client client(bench.server);
        client.send(request);
        QTRY_COMPARE(client.status(), status);
        QCOMPARE(bench.asked, 0);
        if (status != 404 && status != 405)
            QVERIFY(client.isCutOff());
        else
            QVERIFY(status == 404 || client.heard.contains("\r\nAllow: GET\r\n"));
    }

    void loopbackHasManyNames_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host : {"127.0.0.1", "127.0.0.1:9529", "localhost", "LocalHost:1", "[::1]", "[::1]:9529"})
            QTest::newRow(host) << QByteArray(host);
    }

    void loopbackHasManyNames()
    {
        QFETCH(QByteArray, host);
        Bench bench;
        bench.server.listen(0);
        Client client(bench.server);
        client.send("GET /metrics?name%5B%5D=x HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        QTRY_COMPARE(client.status(), 200);
    }

    void whoTakesTooLongIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("says nothing") << QByteArray();
        QTest::newRow("half a request") << QByteArray("GET /metrics HTTP/1.1\r\nHo");
        QTest::newRow("no body") << QByteArray("GET /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n");
    }

    void whoTakesTooLongIsCutOff()
    {
        QFETCH(QByteArray, said);
        Bench bench;
        bench.server.listen(0);
        Client client(bench.server);
        client.send(said);
        QVERIFY(client.isConnected());
        QTRY_COMPARE(bench.time.pending(), std::size_t(1)); // the server knows of it
        TurnBench::settleDown(); // and has read what it said
        bench.time.advance(10s);
        QVERIFY(client.isCutOff());
        QTRY_COMPARE(bench.time.pending(), std::size_t(0));
    }

    void aConnectionWithoutRequestsEndsAtLast()
    {
        Bench bench;
        bench.server.listen(0);
        Client client(bench.server);
        client.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_COMPARE(client.status(), 200);
        bench.time.advance(179s);
        QCOMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
        bench.time.advance(1s);
        QVERIFY(client.isCutOff());
    }

    void whoReadsNothingIsCutOff()
    {
        Bench bench;
        bench.text = QByteArray(32 * 1024 * 1024, 'x'); // more than the kernel takes
        bench.server.listen(0);
        QTcpSocket socket;
        socket.setReadBufferSize(1);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), *bench.server.port());
        socket.write("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_COMPARE(bench.asked, 1);
        bench.time.advance(10s);
        QTRY_COMPARE(bench.time.pending(), std::size_t(0)); // its limit went with it
    }

    void manyConnectionsAtOnceAreNotTaken()
    {
        Bench bench;
        bench.server.listen(0);
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 12; ++i) {
            clients.push_back(std::make_unique<Client>(bench.server));
            QVERIFY(clients.back()->isConnected());
        }
        const auto open = [&clients] {
            return std::count_if(clients.begin(), clients.end(), [](const auto &each) { return each->socket.state() == QAbstractSocket::ConnectedState; });
        };
        QTRY_COMPARE(open(), std::ptrdiff_t(8));
        clients.front()->send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_COMPARE(clients.front()->status(), 200);
    }

    void aPortThatIsTakenIsSaidInASentence()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
        Bench bench;
        bench.server.listen(other.serverPort());
        QCOMPARE(bench.failed.count(), 1);
        const QString sentence = bench.failed.front().front().toString();
        QVERIFY2(sentence.contains(QString::number(other.serverPort())) && sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        QCOMPARE(bench.server.problem(), sentence);
        QVERIFY(!bench.server.port());
        const int port = other.serverPort();
        other.close();
        bench.server.listen(port); // the person tries again
        QCOMPARE(bench.server.port(), std::optional<quint16>(port));
        QVERIFY(bench.server.problem().isEmpty());
    }

    void anotherPortTakesThePlaceOfTheFirst()
    {
        Bench bench;
        bench.server.listen(0);
        const quint16 first = *bench.server.port();
        Client client(bench.server);
        QVERIFY(client.isConnected());
        bench.server.listen(0);
        QCOMPARE(*bench.server.port(), first); // the same wish changes nothing
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress(QHostAddress::LocalHost)));
        const int port = free.serverPort();
        free.close();
        bench.server.listen(port);
        QCOMPARE(int(*bench.server.port()), port);
        QVERIFY(client.isCutOff());
    }

    void nobodyElseOfTheNetworkReachesIt()
    {
        Bench bench;
        bench.server.listen(0);
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address == QHostAddress(QHostAddress::LocalHost))
                continue;
            QTcpSocket socket;
            socket.connectToHost(address, *bench.server.port());
            QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.state() == QAbstractSocket::ConnectedState);
            QVERIFY2(socket.state() == QAbstractSocket::UnconnectedState, qPrintable(address.toString()));
        }
    }
};

QTEST_GUILESS_MAIN(TestMetricsServer)
#include "tst_metricsserver.moc"
