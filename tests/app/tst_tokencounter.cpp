// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokencounter.h"
#include "core/net/nettransport.h"
#include "tests/support/faketime.h"
#include "tests/support/rawserver.h"
#include "tests/support/turnbench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

/// Counting before sending, against a real socket under fake time.
class TestTokenCounter : public QObject
{
    Q_OBJECT

    struct Bench
    {
        FakeTime time;
        NetTransport transport;
        RawServer server;
        TokenCounter counter {transport, time, time};
        QSignalSpy counted {&counter, &TokenCounter::counted};

        TokenCounter::Make asking(const QString &text)
        {
            return [this, text]() -> std::optional<TokenCounter::Wanted> {
                Provider provider;
                provider.baseUrl = server.url();
                TokenCounter::Wanted wanted {provider, "key", {}};
                wanted.ask.model = QStringLiteral("m");
                wanted.ask.said = {{Role::User, text}};
                return wanted;
            };
        }
    };

private Q_SLOTS:
    void onlyTheLastOfWhatIsTypedIsCounted()
    {
        Bench bench;
        bench.server.respond(200, {}, "{\"input_tokens\":17}");
        for (const char *text : {"W", "Wh", "Why?"}) {
            bench.counter.countSoon(bench.asking(QString::fromLatin1(text)));
            bench.time.advance(300ms);
        }
        bench.time.advance(1s);
        QTRY_COMPARE(bench.counted.count(), 1);
        QCOMPARE(bench.counted.front().front().toLongLong(), 17);
        QCOMPARE(bench.server.requests().size(), 1);
        const QByteArray request = bench.server.requests().front();
        QVERIFY(request.startsWith("POST /v1/messages/count_tokens "));
        const QJsonObject body = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
        QVERIFY(request.contains("Why?"));
        QVERIFY(!body.contains(QLatin1String("max_tokens")) && !body.contains(QLatin1String("stream"))); // the call knows neither
    }

    void whatWasSentMeanwhileIsNotCounted()
    {
        Bench bench;
        bench.counter.countSoon(bench.asking(QStringLiteral("Why?")));
        bench.counter.forget();
        bench.time.advance(5s);
        TurnBench::settleDown();
        QCOMPARE(bench.server.connections(), 0);
    }

    void aProviderThatRefusesIsLeftAloneForAWhile()
    {
        Bench bench;
        bench.server.respond(529, {}, "no");
        bench.counter.countSoon(bench.asking(QStringLiteral("Why?")));
        bench.time.advance(1s);
        QTRY_VERIFY(bench.counter.rests());
        bench.counter.countSoon(bench.asking(QStringLiteral("Why now?")));
        bench.time.advance(1s);
        TurnBench::settleDown();
        QCOMPARE(bench.server.requests().size(), 1);
        QCOMPARE(bench.counted.count(), 0);
        bench.server.respond(200, {}, "{\"input_tokens\":3}");
        bench.time.advance(std::chrono::minutes(3));
        bench.counter.countSoon(bench.asking(QStringLiteral("Why then?")));
        bench.time.advance(1s);
        QTRY_COMPARE(bench.counted.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTokenCounter)
#include "tst_tokencounter.moc"
