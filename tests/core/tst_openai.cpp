// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/openai.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace breakwater;

namespace {

using Events = std::vector<WireEvent>;

/// What a decoder that has begun says to one more chunk.
Events decoded(const QByteArray &data, const QByteArray &name = {})
{
    openai::ChunkDecoder decoder;
    (void)decoder.decode({{}, R"({"model":"m","choices":[]})"});
    return decoder.decode({name, data});
}

Provider providerAt(const char *url)
{
    Provider provider;
    provider.dialect = Dialect::OpenAi;
    provider.baseUrl = QUrl(QString::fromLatin1(url));
    return provider;
}

} // namespace

class TestOpenAi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRequestIsAsTheApiWantsIt()
    {
        const Ask ask {QStringLiteral("m"), {{Role::User, QStringLiteral("Hi")}}, 4096, QStringLiteral("Be brief.")};
        const WireRequest request = openai::encode(providerAt("https://api.openai.com/v1/"), "sk-x", ask);
        QCOMPARE(request.url, QUrl(QStringLiteral("https://api.openai.com/v1/chat/completions")));
        QCOMPARE(request.headers.value("authorization"), std::optional(QByteArray("Bearer sk-x")));
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QVERIFY(body.value(QLatin1String("stream")).toBool());
        QVERIFY(body.value(QLatin1String("stream_options")).toObject().value(QLatin1String("include_usage")).toBool());
        QVERIFY(!body.contains(QLatin1String("max_tokens"))); // refused by reasoning models
        const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
        QCOMPARE(messages.at(0).toObject().value(QLatin1String("role")).toString(), QStringLiteral("system"));
        QCOMPARE(messages.at(1).toObject().value(QLatin1String("role")).toString(), QStringLiteral("user"));
    }

    void aLimitOfTheAnswerHasTheNameThatTheServerKnows()
    {
        Ask ask {QStringLiteral("m"), {{Role::User, QStringLiteral("Hi")}}, 700, {}};
        ask.limits = true;
        ask.temperature = 0.5;
        ask.topP = 0.25;
        const QJsonObject theirs = QJsonDocument::fromJson(openai::encode(providerAt("https://api.openai.com/v1"), {}, ask).body).object();
        QCOMPARE(theirs.value(QLatin1String("max_completion_tokens")), QJsonValue(700));
        QVERIFY(!theirs.contains(QLatin1String("max_tokens"))); // refused by reasoning models
        QCOMPARE(theirs.value(QLatin1String("temperature")), QJsonValue(0.5));
        QCOMPARE(theirs.value(QLatin1String("top_p")), QJsonValue(0.25));
        const QJsonObject local = QJsonDocument::fromJson(openai::encode(providerAt("http://localhost:11434"), {}, ask).body).object();
        QCOMPARE(local.value(QLatin1String("max_tokens")), QJsonValue(700));
        QVERIFY(!local.contains(QLatin1String("max_completion_tokens")));
    }

    void aBareHostHasItsApiBelowV1()
    {
        QCOMPARE(openai::encodeModelList(providerAt("http://localhost:11434"), {}).url, QUrl(QStringLiteral("http://localhost:11434/v1/models")));
        QCOMPARE(openai::encodeModelList(providerAt("https://h/v1beta/openai/"), {}).url, QUrl(QStringLiteral("https://h/v1beta/openai/models")));
        QVERIFY(!openai::encodeModelList(providerAt("http://localhost"), {}).headers.value("authorization"));
    }

    void theFirstChunkNamesTheModel()
    {
        openai::ChunkDecoder decoder;
        const QByteArray chunk = R"({"id":"1","model":"gpt-x","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null})";
        QCOMPARE(decoder.decode({{}, chunk}), (Events {wire::Started {QStringLiteral("gpt-x")}}));
        QVERIFY(decoder.decode({{}, chunk}).empty());
    }

    void chunksMeanWhatTheApiSays_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<Events>("expected");
        const auto row = [](const char *name, const char *data, Events expected) { QTest::newRow(name) << QByteArray(data) << expected; };
        row("text", R"({"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}],"usage":null,"obfuscation":"abc"})", {wire::Text {QStringLiteral("Hi")}});
        row("finish", R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})", {wire::Stopping {StopReason::EndOfTurn}});
        row("length", R"({"choices":[{"index":0,"delta":{},"finish_reason":"length"}]})", {wire::Stopping {StopReason::LengthLimit}});
        row("filter", R"({"choices":[{"index":0,"delta":{},"finish_reason":"content_filter"}]})", {wire::Stopping {StopReason::Declined}});
        row("tools", R"({"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]})", {wire::Stopping {StopReason::Other}});
        row("usage has no choices", R"({"choices":[],"usage":{"prompt_tokens":2,"completion_tokens":3,"total_tokens":5}})", {wire::Counted {{2, 3}}});
        row("text and finish", R"({"choices":[{"index":0,"delta":{"content":"."},"finish_reason":"stop"}]})", {wire::Text {QStringLiteral(".")}, wire::Stopping {StopReason::EndOfTurn}});
        row("DeepSeek's reasoning", R"({"choices":[{"index":0,"delta":{"reasoning_content":"hm"}}]})", {wire::Thinking {QStringLiteral("hm")}});
        row("Ollama's reasoning", R"({"choices":[{"index":0,"delta":{"reasoning":"hm","content":""}}]})", {wire::Thinking {QStringLiteral("hm")}});
        row("another choice", R"({"choices":[{"index":1,"delta":{"content":"no"}}]})", {});
        row("null content", R"({"choices":[{"index":0,"delta":{"content":null}}]})", {});
        row("null error", R"({"error":null,"choices":[]})", {});
        row("done", "[DONE]", {wire::Finished {}});
        row("done with spaces", "[DONE] ", {wire::Finished {}});
    }
    void chunksMeanWhatTheApiSays()
    {
        QFETCH(QByteArray, data);
        QFETCH(Events, expected);
        QCOMPARE(decoded(data), expected);
    }

    void anErrorInsideTheStreamFails_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<FaultKind>("kind");
        const auto row = [](const char *title, const char *name, const char *data, FaultKind kind) { QTest::newRow(title) << QByteArray(name) << QByteArray(data) << kind; };
        row("OpenRouter", "", R"({"error":{"code":502,"message":"x"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]})", FaultKind::TransientGateway);
        row("OpenRouter overloaded", "", R"({"error":{"code":529,"message":"x"}})", FaultKind::Overloaded);
        row("OpenRouter own limit", "", R"({"error":{"code":429,"message":"x"}})", FaultKind::RateLimited);
        row("OpenAI overloaded", "", R"({"error":{"type":"service_unavailable_error","code":"server_is_overloaded","message":"x"}})", FaultKind::Overloaded);
        row("OpenAI", "", R"({"error":{"type":"server_error","code":null,"message":"x"}})", FaultKind::Transient);
        row("quota", "", R"({"error":{"type":"insufficient_quota","code":"insufficient_quota","message":"x"}})", FaultKind::QuotaHard);
        row("text", "", R"({"error":"the model crashed"})", FaultKind::Unknown);
        row("new llama.cpp", "", R"({"error":{"code":500,"message":"x","type":"server_error"}})", FaultKind::Transient);
        row("old llama.cpp", "error", R"({"code":503,"message":"Loading model","type":"unavailable_error"})", FaultKind::Transient);
        row("broken JSON", "", "{\"choices\":[{", FaultKind::Protocol);
    }
    void anErrorInsideTheStreamFails()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, data);
        QFETCH(FaultKind, kind);
        const Events events = decoded(data, name);
        QCOMPARE(events.size(), std::size_t(1));
        const auto *failed = std::get_if<wire::Failed>(&events.front());
        QVERIFY(failed != nullptr);
        QCOMPARE(failed->fault.kind, kind);
        QVERIFY(failed->fault.inStream);
    }
};

QTEST_GUILESS_MAIN(TestOpenAi)
#include "tst_openai.moc"
