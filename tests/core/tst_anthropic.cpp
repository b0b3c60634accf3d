// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/anthropic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace breakwater;

namespace {

using Events = std::vector<WireEvent>;

Events decoded(const QByteArray &json, const QByteArray &name = {})
{
    anthropic::MessagesDecoder decoder;
    return decoder.decode({name, json});
}

Provider providerAt(const char *url)
{
    Provider provider;
    provider.baseUrl = QUrl(QString::fromLatin1(url));
    return provider;
}

const Ask ask {QStringLiteral("claude-opus-5-5"), {{Role::User, QStringLiteral("Hi")}, {Role::Assistant, QStringLiteral("Hello")}, {Role::User, QStringLiteral("Why?")}}, 4096, {}};

} // namespace

class TestAnthropic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRequestIsAsTheApiWantsIt()
    {
        const WireRequest request = anthropic::encode(providerAt("https://api.anthropic.com"), "sk-ant-x", ask);
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.url, QUrl(QStringLiteral("https://api.anthropic.com/v1/messages")));
        QCOMPARE(request.headers.value("x-api-key"), std::optional(QByteArray("sk-ant-x")));
        QCOMPARE(request.headers.value("anthropic-version"), std::optional(QByteArray("2026-10-21")));
        QCOMPARE(request.headers.value("content-type"), std::optional(QByteArray("application/json")));
        QVERIFY(!request.headers.value("authorization"));
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body.value(QLatin1String("model")).toString(), ask.model);
        QCOMPARE(body.value(QLatin1String("max_tokens")).toInt(), 4096);
        QVERIFY(body.value(QLatin1String("stream")).toBool());
        QVERIFY(!body.contains(QLatin1String("system")));
        QVERIFY(!body.contains(QLatin1String("temperature"))); // a 400 since this version of the API
        const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
        QCOMPARE(messages.size(), 3);
        QCOMPARE(messages.at(1).toObject().value(QLatin1String("role")).toString(), QStringLiteral("assistant"));
        QCOMPARE(messages.at(2).toObject().value(QLatin1String("content")).toString(), QStringLiteral("Why?"));
    }

    void theSystemPromptIsAFieldOfItsOwn()
    {
        Ask instructed = ask;
        instructed.system = QStringLiteral("Be brief.");
        const auto body = QJsonDocument::fromJson(anthropic::encode(providerAt("https://h"), "k", instructed).body).object();
        QCOMPARE(body.value(QLatin1String("system")).toString(), QStringLiteral("Be brief."));
        QCOMPARE(body.value(QLatin1String("messages")).toArray().size(), 3);
    }

    void theBaseUrlMayNameTheVersionOrAPath_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QString>("url");
        QTest::newRow("slash") << QByteArray("https://h/") << QStringLiteral("https://h/v1/messages");
        QTest::newRow("version") << QByteArray("https://h/v1") << QStringLiteral("https://h/v1/messages");
        QTest::newRow("version and slash") << QByteArray("https://h/v1/") << QStringLiteral("https://h/v1/messages");
        QTest::newRow("path") << QByteArray("http://127.0.0.1:99/proxy") << QStringLiteral("http://127.0.0.1:99/proxy/v1/messages");
    }
    void theBaseUrlMayNameTheVersionOrAPath()
    {
        QFETCH(QByteArray, base);
        QFETCH(QString, url);
        QCOMPARE(anthropic::encode(providerAt(base.constData()), "k", ask).url, QUrl(url));
    }

    void withoutAKeyNoKeyHeaderIsSent()
    {
        QVERIFY(!anthropic::encode(providerAt("http://localhost"), {}, ask).headers.value("x-api-key"));
    }

    void theModelListIsTheCheapestQuestion()
    {
        const WireRequest request = anthropic::encodeModelList(providerAt("https://h"), "k");
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.url, QUrl(QStringLiteral("https://h/v1/models?limit=1000")));
        QVERIFY(request.body.isEmpty());
    }

    void eventsMeanWhatTheApiSays_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Events>("expected");
        const auto row = [](const char *name, const char *json, Events expected) { QTest::newRow(name) << QByteArray(json) << expected; };
        row("start", R"({"type":"message_start","message":{"model":"claude-opus-5-5","usage":{"input_tokens":25,"cache_creation_input_tokens":5,"cache_read_input_tokens":70,"output_tokens":1}}})",
            {wire::Started {QStringLiteral("claude-opus-5-5")}, wire::Counted {{100, 1, 70, 5}}});
        row("start without usage", R"({"type":"message_start","message":{"model":"m"}})", {wire::Started {QStringLiteral("m")}});
        row("empty block", R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})", {});
        row("block with its first text", R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Hi"}})", {wire::Text {QStringLiteral("Hi")}});
        row("text", R"({"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Héllo 🌊"}})", {wire::Text {QStringLiteral("Héllo 🌊")}});
        row("thinking", R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}})", {wire::Thinking {QStringLiteral("hm")}});
        row("thinking that is not shown", R"({"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}})", {wire::Thinking {QString()}});
        row("signature", R"({"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"Eq"}})", {});
        row("tool input", R"({"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{}"}})", {});
        row("block stop", R"({"type":"content_block_stop","index":0})", {});
        row("ping", R"({"type":"ping"})", {});
        row("end of turn", R"({"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":15}})",
            {wire::Counted {{{}, 15}}, wire::Stopping {StopReason::EndOfTurn}});
        row("stop sequence", R"({"type":"message_delta","delta":{"stop_reason":"stop_sequence"}})", {wire::Stopping {StopReason::EndOfTurn}});
        row("length", R"({"type":"message_delta","delta":{"stop_reason":"max_tokens"}})", {wire::Stopping {StopReason::LengthLimit}});
        row("window", R"({"type":"message_delta","delta":{"stop_reason":"model_context_window_exceeded"}})", {wire::Stopping {StopReason::WindowFull}});
        row("refusal", R"({"type":"message_delta","delta":{"stop_reason":"refusal","stop_details":{"type":"refusal"}}})", {wire::Stopping {StopReason::Declined}});
        row("pause", R"({"type":"message_delta","delta":{"stop_reason":"pause_turn"}})", {wire::Stopping {StopReason::Paused}});
        row("a new reason", R"({"type":"message_delta","delta":{"stop_reason":"something_new"}})", {wire::Stopping {StopReason::Other}});
        row("usage in between", R"({"type":"message_delta","delta":{"stop_reason":null},"usage":{"input_tokens":null,"output_tokens":7}})", {wire::Counted {{{}, 7}}});
        row("stop", R"({"type":"message_stop"})", {wire::Finished {}});
        row("a new event", R"({"type":"message_sparkle","x":1})", {});
        row("a new delta", R"({"type":"content_block_delta","index":0,"delta":{"type":"sparkle_delta"}})", {});
        row("no type", R"({})", {});
        row("an array", R"([1])", {});
    }
    void eventsMeanWhatTheApiSays()
    {
        QFETCH(QByteArray, json);
        QFETCH(Events, expected);
        QCOMPARE(decoded(json), expected);
    }

    void anErrorEventFailsAsItsTypeSays_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<FaultKind>("kind");
        const auto row = [](const char *name, const char *json, FaultKind kind) { QTest::newRow(name) << QByteArray(json) << kind; };
        row("overloaded", R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_1"})", FaultKind::Overloaded);
        row("api", R"({"type":"error","error":{"type":"api_error","message":"x"}})", FaultKind::Transient);
        row("own limit", R"({"type":"error","error":{"type":"rate_limit_error","message":"x"}})", FaultKind::RateLimited);
        row("spent", R"({"type":"error","error":{"type":"rate_limit_error","message":"x","details":{"error_code":"enforced_spend_limit_reached"}}})", FaultKind::QuotaHard);
        row("timeout", R"({"type":"error","error":{"type":"timeout_error","message":"x"}})", FaultKind::TransientGateway);
        row("bad request", R"({"type":"error","error":{"type":"invalid_request_error","message":"x"}})", FaultKind::BadRequest);
        row("key", R"({"type":"error","error":{"type":"authentication_error","message":"x"}})", FaultKind::Auth);
        row("unknown", R"({"type":"error","error":{"type":"brand_new_error","message":"x"}})", FaultKind::Unknown);
        row("inner object alone", R"({"code":503,"message":"Loading model","type":"unavailable_error"})", FaultKind::Transient);
    }
    void anErrorEventFailsAsItsTypeSays()
    {
        QFETCH(QByteArray, json);
        QFETCH(FaultKind, kind);
        const Events events = decoded(json, "error");
        QCOMPARE(events.size(), std::size_t(1));
        const auto *failed = std::get_if<wire::Failed>(&events.front());
        QVERIFY(failed != nullptr);
        QCOMPARE(failed->fault.kind, kind);
        QVERIFY(failed->fault.inStream);
        if (json.contains("req_1"))
            QCOMPARE(failed->fault.requestId, QStringLiteral("req_1"));
    }

    void anErrorWithoutItsEventNameIsAnErrorToo()
    {
        QVERIFY(std::holds_alternative<wire::Failed>(decoded(R"({"type":"error","error":{"type":"overloaded_error"}})").at(0)));
    }

    void brokenJsonIsAProtocolFault()
    {
        const Events events = decoded("{\"type\":\"content_block_delta\",\"delta\":{");
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(std::get<wire::Failed>(events.front()).fault.kind, FaultKind::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestAnthropic)
#include "tst_anthropic.moc"
