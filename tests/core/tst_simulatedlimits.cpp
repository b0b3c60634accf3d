// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"
#include "tests/support/served.h"

#include <QRegularExpression>
#include <QTest>

using namespace breakwater;
using namespace std::chrono_literals;

class TestSimulatedLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerHasAnIdADateAndTheLimits_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("status");
        QTest::newRow("answered") << QByteArray() << 200;
        QTest::newRow("overloaded") << QByteArray(R"(,"phases":[{"models":{"*":{"refuse":529}}}])") << 529;
        QTest::newRow("own limit") << QByteArray(R"(,"phases":[{"models":{"*":{"refuse":429,"retry_after":3}}}])")
                                   << 429;
        QTest::newRow("internal") << QByteArray(R"(,"phases":[{"models":{"*":{"refuse":500}}}])") << 500;
    }

    void everyAnswerHasAnIdADateAndTheLimits()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, status);
        Served served(fast(script));
        RawHttp client(served.url());
        client.post("/v1/messages", messagesBody(strange));
        QTRY_VERIFY(client.answer().whole);
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, status);
        QVERIFY(answer.headers.value("request-id").startsWith("req_"));
        QCOMPARE(answer.headers.value("date"), QByteArray("Mon, 05 Jan 2026 14:00:00 GMT"));
        const QRegularExpression rfc3339(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"));
        for (const QByteArray name : {"requests", "tokens", "input-tokens", "output-tokens"}) {
            QVERIFY(answer.headers.value("anthropic-ratelimit-" + name + "-limit").toInt() > 0);
            QVERIFY(answer.headers.contains("anthropic-ratelimit-" + name + "-remaining"));
            QVERIFY(rfc3339.match(QString::fromLatin1(answer.headers.value("anthropic-ratelimit-" + name + "-reset")))
                        .hasMatch());
        }
    }

    void theOwnLimitIsARealBucketThatRefills()
    {
        Served served(fast(R"(,"limits":{"requests_per_minute":2})"));
        RawHttp client(served.url());
        const auto ask = [&] {
            client.post("/v1/messages", messagesBody(strange));
            return QTest::qWaitFor([&] { return client.answer().whole; });
        };
        QVERIFY(ask());
        QCOMPARE(client.answer().headers.value("anthropic-ratelimit-requests-remaining"), QByteArray("1"));
        QCOMPARE(
            client.answer().headers.value("anthropic-ratelimit-requests-reset"), QByteArray("2026-01-05T14:00:30Z"));
        client.forgetAnswer();
        QVERIFY(ask());
        client.forgetAnswer();
        QVERIFY(ask());
        QCOMPARE(client.answer().status, 429);
        QCOMPARE(errorType(client.answer()), QStringLiteral("rate_limit_error"));
        QCOMPARE(client.answer().headers.value("retry-after"), QByteArray("30"));
        client.forgetAnswer();
        served.time.advance(29s);
        QVERIFY(ask());
        QCOMPARE(client.answer().status, 429);
        QCOMPARE(client.answer().headers.value("retry-after"), QByteArray("1"));
        client.forgetAnswer();
        served.time.advance(1s);
        QVERIFY(ask());
        QCOMPARE(client.answer().status, 200);
    }

    void anotherKeyAndAnotherClassOfModelsHaveLimitsOfTheirOwn()
    {
        Served served(fast(R"(,"limits":{"requests_per_minute":1})"));
        const auto ask = [&](const QByteArray &key, const QString &model) {
            RawHttp client(served.url());
            client.post("/v1/messages", messagesBody(strange, true, model),
                "anthropic-version: 2026-10-21\r\nx-api-key: " + key + "\r\n");
            return QTest::qWaitFor([&] { return client.answer().whole; }) ? client.answer().status : 0;
        };
        QCOMPARE(ask("one", QStringLiteral("claude-opus-5-5")), 200);
        QCOMPARE(ask("one", QStringLiteral("claude-opus-5-5")), 429);
        QCOMPARE(ask("two", QStringLiteral("claude-opus-5-5")), 200);
        QCOMPARE(ask("one", QStringLiteral("claude-sonnet-5-5")), 200);
    }

    void outputTokensCountAsTheyAreMadeNotAsTheyAreAllowed()
    {
        Served served(fast(R"(,"limits":{"output_tokens_per_minute":20})"));
        RawHttp client(served.url());
        client.post("/v1/messages", messagesBody(strange));
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().status, 200); // although max_tokens is 4096
        client.forgetAnswer();
        client.post("/v1/messages", messagesBody(strange));
        QTRY_COMPARE(client.answer().status, 429);
        QVERIFY(client.answer().headers.value("retry-after").toInt() > 1);
    }

    void sharedCapacityRefusesWithOverloadAndRefusalsCostCapacity()
    {
        Served served(fast(R"(,"capacity":{"requests_per_second":1,"burst":2,"refusal_cost":0.5})"));
        const auto ask = [&] {
            RawHttp client(served.url());
            client.post("/v1/messages", messagesBody(strange));
            return QTest::qWaitFor([&] { return client.answer().whole; }) ? client.answer().status : 0;
        };
        QCOMPARE(ask(), 200);
        QCOMPARE(ask(), 200);
        QCOMPARE(ask(), 529);
        QCOMPARE(ask(), 529);
        served.time.advance(1s); // without the two refusals there were room now
        QCOMPARE(ask(), 529);
        served.time.advance(3s);
        QCOMPARE(ask(), 200);
    }

    void aModelMayHaveLimitsOfItsOwn()
    {
        Served served(fast(R"(,"phases":[{"model_limits":{"claude-opus-*":{"requests_per_minute":20}}}])"));
        const auto ask = [&](const QString &model) {
            RawHttp client(served.url());
            client.post("/v1/messages", messagesBody(strange, true, model));
            return QTest::qWaitFor([&] { return client.answer().whole; }) ? client.answer() : RawAnswer {};
        };
        for (int i = 0; i < 20; ++i)
            QCOMPARE(ask(QStringLiteral("claude-opus-5-5")).status, 200);
        const RawAnswer refused = ask(QStringLiteral("claude-opus-5-5"));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.headers.value("retry-after"), QByteArray("3"));
        QCOMPARE(refused.headers.value("anthropic-ratelimit-requests-limit"), QByteArray("20"));
        QCOMPARE(ask(QStringLiteral("claude-sonnet-5-5")).status, 200);
    }

    void capacityMayBeSlotsThatAreFreeAgainWhenAnAnswerEnds()
    {
        Served served(fast(R"(,"capacity":{"requests_per_second":1000,"burst":1000,"slots":1},
            "phases":[{"for_requests":1,"models":{"*":{"fault":"hang"}}}])"));
        RawHttp first(served.url());
        first.post("/v1/messages", messagesBody(strange));
        QTRY_COMPARE(served.provider.counts().inFlight, 1);
        RawHttp second(served.url());
        second.post("/v1/messages", messagesBody(strange));
        QTRY_COMPARE(second.answer().status, 529);
        QTRY_VERIFY(second.answer().whole);
        second.forgetAnswer();
        first.leave();
        QTRY_COMPARE(served.provider.counts().inFlight, 0);
        second.post("/v1/messages", messagesBody(strange));
        QTRY_COMPARE(second.answer().status, 200);
    }

    void speedMovesPhasesAndHintsToo()
    {
        Served served(fast(R"(,"phases":[{"for_seconds":30,"models":{"*":{"refuse":429,"retry_after":20}}}])"));
        served.provider.setSpeed(10);
        RawHttp client(served.url());
        client.post("/v1/messages", messagesBody(strange));
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().headers.value("retry-after"), QByteArray("2"));
        client.forgetAnswer();
        served.time.advance(3s);
        client.post("/v1/messages", messagesBody(strange));
        QTRY_COMPARE(client.answer().status, 200);
    }
};

QTEST_GUILESS_MAIN(TestSimulatedLimits)
#include "tst_simulatedlimits.moc"
