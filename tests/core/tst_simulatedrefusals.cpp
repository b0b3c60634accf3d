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
        row("unknown effort", good,
            with("output_config", QJsonObject {{QStringLiteral("effort"), QStringLiteral("extreme")}}), 400, invalid);
        row("unknown display", good,
            with("thinking",
                QJsonObject {{QStringLiteral("type"), QStringLiteral("adaptive")},
                    {QStringLiteral("display"), QStringLiteral("full")}}),
            400, invalid);
        row("forced tool", good,
            with("tool_choice", QJsonObject {{QStringLiteral("type"), QStringLiteral("any")}}), 400, invalid);
        const auto blocks = [](const char *role, QJsonObject block) {
            QJsonArray messages {said("user", strange)};
            QJsonObject message {{QStringLiteral("role"), QLatin1String(role)},
                {QStringLiteral("content"), QJsonArray {block}}};
            messages.append(message);
            if (QLatin1String(role) == QLatin1String("assistant"))
                messages.append(said("user", strange));
            return conversation(messages, 10);
        };
        const auto source = [](const char *type, const char *mediaType, const QByteArray &bytes) {
            const QString data = QString::fromLatin1(bytes.toBase64());
            return QJsonObject {{QStringLiteral("type"), QLatin1String(type)},
                {QStringLiteral("source"),
                    QJsonObject {{QStringLiteral("type"), QStringLiteral("base64")},
                        {QStringLiteral("media_type"), QLatin1String(mediaType)}, {QStringLiteral("data"), data}}}};
        };
        row("no picture", good, blocks("user", source("image", "image/png", "GIF89a")), 400, invalid);
        row("a picture of another kind", good, blocks("user", source("image", "image/bmp", "BM")), 400, invalid);
        row("no PDF", good, blocks("user", source("document", "application/pdf", "hello")), 400, invalid);
        row("too large a picture", good,
            blocks("user", source("image", "image/gif", "GIF89a" + QByteArray(8 * 1024 * 1024, 'x'))), 400, invalid);
        QJsonObject noBase64 = source("image", "image/png", {});
        noBase64.insert(QStringLiteral("source"),
            QJsonObject {{QStringLiteral("type"), QStringLiteral("base64")},
                {QStringLiteral("media_type"), QStringLiteral("image/png")}, {QStringLiteral("data"), QStringLiteral("!!")}});
        row("no base64", good, blocks("user", noBase64), 400, invalid);
        row("document of the assistant", good, blocks("assistant", source("document", "application/pdf", "%PDF-1.7")),
            400, invalid);
        row("citations of the user", good,
            blocks("user",
                {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), strange},
                    {QStringLiteral("citations"), QJsonArray {QJsonObject {{QStringLiteral("type"), QStringLiteral("x")}}}}}),
            400, invalid);
        row("edited thinking", good,
            blocks("assistant",
                {{QStringLiteral("type"), QStringLiteral("thinking")}, {QStringLiteral("thinking"), QStringLiteral("x")},
                    {QStringLiteral("signature"), QStringLiteral("made up")}}),
            400, invalid);
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

    void aPictureThatIsOneIsTakenInBothDialects()
    {
        Served served;
        const QString data = QString::fromLatin1(QByteArray("\x89PNG\r\n\x1a\n and more").toBase64());
        const QJsonObject source {{QStringLiteral("type"), QStringLiteral("base64")},
            {QStringLiteral("media_type"), QStringLiteral("image/png")}, {QStringLiteral("data"), data}};
        const QJsonObject image {{QStringLiteral("type"), QStringLiteral("image")}, {QStringLiteral("source"), source}};
        const QString url = QStringLiteral("data:image/png;base64,") + data;
        const QJsonObject part {{QStringLiteral("type"), QStringLiteral("image_url")},
            {QStringLiteral("image_url"), QJsonObject {{QStringLiteral("url"), url}}}};
        const auto textOf = [&](const QByteArray &path, const QJsonObject &block) {
            const QJsonObject message {{QStringLiteral("role"), QStringLiteral("user")},
                {QStringLiteral("content"), QJsonArray {block}}};
            RawHttp client(served.url());
            client.post(path, conversation({message}));
            return QTest::qWaitFor([&] { return client.answer().whole; }) ? client.answer().text() : QString();
        };
        QVERIFY(textOf("/v1/messages", image).contains(QStringLiteral("It came with 1 attached")));
        QVERIFY(textOf("/v1/chat/completions", part).contains(QStringLiteral("It came with 1 attached")));
    }

    void anOldModelTakesWhatTheOldVersionHad()
    {
        Served served;
        RawHttp client(served.url());
        QJsonObject body = QJsonDocument::fromJson(messagesBody(strange, true, QStringLiteral("claude-sonnet-4-5"))).object();
        body.insert(QStringLiteral("temperature"), 0.3);
        body.insert(QStringLiteral("messages"), QJsonArray {said("user", strange), said("assistant", QStringLiteral("You wrote:"))});
        client.post("/v1/messages", QJsonDocument(body).toJson(), "x-api-key: k\r\nanthropic-version: 2023-06-01\r\n");
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().status, 200);
        QVERIFY(client.answer().text().startsWith(QStringLiteral("\n\n> Zw"))); // what was begun goes on
        client.forgetAnswer();
        body.insert(QStringLiteral("top_p"), 0.9);
        client.post("/v1/messages", QJsonDocument(body).toJson(), "x-api-key: k\r\nanthropic-version: 2023-06-01\r\n");
        QTRY_COMPARE(client.answer().status, 400);
    }

    void aServerMayKnowOnlyTheOldVersion()
    {
        Served served(fast(R"(,"versions":["2023-06-01"])"));
        RawHttp client(served.url());
        client.post("/v1/messages", messagesBody(strange));
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().status, 400);
        QVERIFY(client.answer().json().value(QLatin1String("error"))[QLatin1String("message")].toString().contains(
            QStringLiteral("anthropic-version")));
        client.forgetAnswer();
        client.post("/v1/messages", messagesBody(strange), "x-api-key: k\r\nanthropic-version: 2023-06-01\r\n");
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

    void aProxyInFrontRefusesWithoutAnEnvelope()
    {
        Served served(fast(R"(,"bare_413":true)"));
        RawHttp client(served.url());
        client.send("POST /v1/messages HTTP/1.1\r\ncontent-length: 40000000\r\n\r\n");
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().status, 413);
        QCOMPARE(client.answer().headers.value("content-type"), QByteArray("text/html"));
        QVERIFY(!client.answer().headers.contains("request-id"));
    }
};

QTEST_GUILESS_MAIN(TestSimulatedRefusals)
#include "tst_simulatedrefusals.moc"
