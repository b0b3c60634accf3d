// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectiontest.h"
#include "tests/support/turnbench.h"
#include "ui/words/faultwords.h"

#include <QtTest>

using namespace breakwater;

/// A server that points elsewhere is not followed there: the key would go along. Two servers that count.
class TestRedirect : public QObject
{
    Q_OBJECT

    static void rows()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("host");
        for (const int status : {301, 302, 303, 307, 308}) {
            // Another port of the same host is another origin too.
            for (const char *host : {"127.0.0.1", "localhost"})
                QTest::addRow("%d to another port of %s", status, host) << status << QString::fromLatin1(host);
        }
    }

    static QUrl target(const RawServer &server, const QString &host)
    {
        QUrl url = server.url();
        url.setHost(host);
        return url;
    }

    static QByteArray pointingTo(const QUrl &url) { return "location: " + url.toEncoded() + "/elsewhere\r\ncontent-type: application/json\r\n"; }

private Q_SLOTS:
    void noTurnFollowsARedirect_data() { rows(); }
    void noTurnFollowsARedirect()
    {
        QFETCH(const int, status);
        QFETCH(const QString, host);
        TurnBench bench;
        bench.table.chains.front().steps.resize(1);
        RawServer second;
        const QUrl elsewhere = target(second, host);
        bench.server.respond(status, pointingTo(elsewhere), "{}");
        const auto id = bench.submit(QStringLiteral("Where to?"));
        QTRY_VERIFY(isSettled(bench.phase(*id)));
        TurnBench::settleDown();
        QCOMPARE(bench.server.posts(), 1); // nor is it tried again
        QCOMPARE(second.connections(), 0);
        const Fault fault = bench.turn(*id).fault.value();
        QCOMPARE(fault.kind, FaultKind::Redirected);
        const Words words = wordsFor(fault, {});
        QVERIFY2(words.sentence.contains(elsewhere.authority()), qPrintable(words.sentence));
        QVERIFY2(words.title.contains(QStringLiteral("127.0.0.1")), qPrintable(words.title));
    }

    void noConnectionTestFollowsARedirect_data() { rows(); }
    void noConnectionTestFollowsARedirect()
    {
        QFETCH(const int, status);
        QFETCH(const QString, host);
        TurnBench bench;
        RawServer second;
        const QUrl elsewhere = target(second, host);
        bench.server.respond(status, pointingTo(elsewhere), "{}");
        ConnectionTest test(bench.transport, bench.time, bench.time);
        std::optional<TestResult> result;
        connect(&test, &ConnectionTest::finished, this, [&result](const ProviderId &, const TestResult &found) { result = found; });
        test.start(bench.table.providers.front(), "sk-test", {});
        QTRY_VERIFY(result);
        TurnBench::settleDown();
        QCOMPARE(bench.server.requests().size(), 1);
        QVERIFY(bench.server.requests().front().startsWith("GET "));
        QVERIFY(bench.server.requests().front().contains("sk-test")); // the first one is asked with it
        QCOMPARE(second.connections(), 0);
        QVERIFY(!result->passed());
        QVERIFY2(result->steps.back().detail.contains(elsewhere.authority()), qPrintable(result->steps.back().detail));
        QVERIFY(result->steps.back().stage != TestStage::KeyAccepted); // nobody looked at the key
    }
};

QTEST_GUILESS_MAIN(TestRedirect)
#include "tst_redirect.moc"
