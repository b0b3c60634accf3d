// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"
#include "tests/support/served.h"

#include <QTest>

using namespace breakwater;

class TestSimulatedRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        const QByteArray good = RawHttp::standardHeaders;
        const QByteArray old = "x-api-key: k\r\nanthropic-version: 2023-06-01\r\n";
        const QString invalid = QStringLiteral("invalid_request_error");
        const auto with = [](const char *name, const QJsonValue &value) {
            return conversation({said("user", strange)}, 10, {{QLatin1String(name), value}});
        };
        const auto row = [&](const char *name, const QByteArray &headers, const QByteArray &body, int status,
                             const QString &type) { QTest::newRow(name) << headers << body << status << type; };
        row("no key", "anthropic-version: 2026-10-21\r\n", messagesBody(strange), 401,
            QStringLiteral("authentication_error"));
        row("bad key", "x-api-key: sk-bad-1\r\nanthropic-version: 2026-10-21\r\n", messagesBody(strange), 401,
            QStringLiteral("authentication_error"));
        row("no version", "x-api-key: k\r\n", messagesBody(strange), 400, invalid);
        row("unknown version", "x-api-key: k\r\nanthropic-version: 2020-01-01\r\n", messagesBody(strange), 400,
            invalid);
        row("no JSON", good, "{", 400, invalid);
        row("a list", good, "[]", 400, invalid);
        row("no model", good, R"({"max_tokens":1,"messages":[{"role":"user","content":"a"}]})", 400, invalid);
        row("unknown model", good, messagesBody(strange, true, QStringLiteral("claude-2")), 404,
            QStringLiteral("not_found_error"));
        row("no max_tokens", good, R"({"model":"claude-opus-5-5","messages":[{"role":"user","content":"a"}]})", 400,
            invalid);
        row("max_tokens a fraction", good, with("x", 1).replace("10", "1.5"), 400, invalid);
        row("no messages", good, conversation({}), 400, invalid);
        row("empty message", good, conversation({said("user", QString())}), 400, invalid);
        row("unknown role", good, conversation({said("tool", strange)}), 400, invalid);
        row("prefill", good, conversation({said("user", strange), said("assistant", strange)}), 400, invalid);
        row("temperature", good, with("temperature", 1), 400, invalid);
        row("top_p", good, with("top_p", 0.9), 400, invalid);
        row("top_k with the old version", old, with("top_k", 5), 400, invalid);
        row("thinking budget", good,
            with("thinking", QJsonObject {{QStringLiteral("type"), QStringLiteral("enabled")}}), 400, invalid);
    }

    void aRequestIsRefusedWithItsReason()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, type);
        Served served;
        RawHttp client(served.url());
        client.post("/v1/messages", body, headers);
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().status, status);
        QCOMPARE(errorType(client.answer()), type);
        QCOMPARE(client.answer().json().value(QLatin1String("type")).toString(), QStringLiteral("error"));
        QCOMPARE(client.answer().json().value(QLatin1String("request_id")).toString().toLatin1(),
            client.answer().headers.value("request-id"));
        QVERIFY(!client.answer().json().value(QLatin1String("error"))[QLatin1String("message")].toString().isEmpty());
    }

    void theDefaultTemperatureIsStillTakenWithTheOldVersion()
    {
        Served served;
        RawHttp client(served.url());
        client.post("/v1/messages", conversation({said("user", strange)}, 100, {{QStringLiteral("temperature"), 1}}),
            "x-api-key: k\r\nanthropic-version: 2023-06-01\r\n");
        QTRY_COMPARE(client.answer().status, 200);
    }

    void theRefusalOfAPrefillSaysWhatIsDocumented()
    {
        Served served;
        RawHttp client(served.url());
        client.post("/v1/messages", conversation({said("user", strange), said("assistant", strange)}));
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().json().value(QLatin1String("error"))[QLatin1String("message")].toString(),
            QStringLiteral("This model does not support assistant message prefill. The conversation must end with a "
                           "user message."));
    }

    void completionsRefuseInTheirOwnShape()
    {
        Served served(fast(R"(,"phases":[{"models":{"*":{"refuse":429,"retry_after":2}}}])"));
        RawHttp client(served.url());
        client.post("/v1/chat/completions", completionsBody(strange), "authorization: Bearer k\r\n");
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().json().value(QLatin1String("error"))[QLatin1String("code")].toString(),
            QStringLiteral("rate_limit_exceeded"));
        QCOMPARE(client.answer().headers.value("retry-after"), QByteArray("2"));
        QCOMPARE(client.answer().headers.value("x-ratelimit-remaining-requests"), QByteArray("0"));
        QCOMPARE(client.answer().headers.value("x-ratelimit-reset-requests"), QByteArray("2s"));
    }

    void unknownPathsAndMethodsAreNotFoundOrNotAllowed()
    {
        Served served;
        RawHttp client(served.url());
        client.get("/v1/nothing");
        QTRY_COMPARE(client.answer().status, 404);
        QTRY_VERIFY(client.answer().whole);
        client.forgetAnswer();
        client.get("/v1/messages");
        QTRY_COMPARE(client.answer().status, 405);
    }

    void bytesThatAreNoRequestGetAnAnswerAndAnEnd()
    {
        Served served;
        RawHttp client(served.url());
        client.send("POST /v1/messages HTTP/1.1\r\ncontent-length: -5\r\n\r\n");
        QTRY_COMPARE(client.answer().status, 400);
        QCOMPARE(client.answer().headers.value("connection"), QByteArray("close"));
        QTRY_VERIFY(client.isClosed());
    }

    void aBodyOver32MiBIsRefusedBeforeItIsSent()
    {
        Served served;
        RawHttp client(served.url());
        client.send("POST /v1/messages HTTP/1.1\r\ncontent-length: 40000000\r\n\r\n");
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().status, 413);
        QCOMPARE(errorType(client.answer()), QStringLiteral("request_too_large"));
    }
};

QTEST_GUILESS_MAIN(TestSimulatedRefusals)
#include "tst_simulatedrefusals.moc"
