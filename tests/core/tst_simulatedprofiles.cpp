// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"
#include "tests/support/served.h"

#include <QTest>

using namespace breakwater;

namespace {

/// Asks a server of this profile; `more` are further fields of the script. Empty when nothing whole came.
RawAnswer askOf(const QByteArray &profile, const QByteArray &more = {}, const QByteArray &effort = {})
{
    Served served(fast(",\"profile\":\"" + profile + '"' + more));
    RawHttp client(served.url());
    QJsonObject body = QJsonDocument::fromJson(completionsBody(strange)).object();
    if (!effort.isEmpty())
        body.insert(QStringLiteral("reasoning_effort"), QString::fromLatin1(effort));
    client.post("/v1/chat/completions", QJsonDocument(body).toJson(), "authorization: Bearer k\r\n");
    return QTest::qWaitFor([&] { return client.answer().whole; }) ? client.answer() : RawAnswer {};
}

QByteArray always(const QByteArray &condition)
{
    return ",\"phases\":[{\"models\":{\"*\":" + condition + "}}]";
}

QString reasoning(const RawAnswer &answer, const char *field)
{
    QString text;
    for (const QJsonObject &event : answer.events())
        text += event.value(QLatin1String("choices"))[0][QLatin1String("delta")][QLatin1String(field)].toString();
    return text;
}

} // namespace

class TestSimulatedProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachServerHasItsOwnShapeOfAnError_data()
    {
        QTest::addColumn<QByteArray>("profile");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *profile, const char *body) {
            QTest::newRow(profile) << QByteArray(profile) << QByteArray(body);
        };
        row("openai", R"({"error":{"message":"m","type":"requests","param":null,"code":"rate_limit_exceeded"}})");
        row("ollama", R"({"error":{"message":"m","type":"invalid_request_error","param":null,"code":null}})");
        row("llamacpp", R"({"error":{"code":429,"message":"m","type":"invalid_request_error"}})");
        row("openrouter", R"({"error":{"code":429,"message":"m"}})");
        row("groq", R"({"error":{"message":"m","type":"tokens","param":null,"code":"rate_limit_exceeded"}})");
        row("gemini", R"([{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED"}}])");
        row("litellm",
            R"({"error":{"message":"litellm.RateLimitError: m","type":"throttling_error","param":null,"code":"429"}})");
    }

    void eachServerHasItsOwnShapeOfAnError()
    {
        QFETCH(QByteArray, profile);
        QFETCH(QByteArray, body);
        const RawAnswer answer = askOf(profile, always(R"({"refuse":429,"message":"m"})"));
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.body, body);
    }

    void anErrorInsideAStreamIsWrittenInItsOwnWay_data()
    {
        QTest::addColumn<QByteArray>("profile");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("openai") << QByteArray("openai") << QByteArray(R"(data: {"error":{"message":"Overloaded")");
        QTest::newRow("llamacpp") << QByteArray("llamacpp") << QByteArray("\nerror: {\"code\":529");
        QTest::newRow("openrouter") << QByteArray("openrouter") << QByteArray(R"("finish_reason":"error")");
        QTest::newRow("ollama") << QByteArray("ollama") << QByteArray(R"("content":"")");
    }

    void anErrorInsideAStreamIsWrittenInItsOwnWay()
    {
        QFETCH(QByteArray, profile);
        QFETCH(QByteArray, part);
        const RawAnswer answer = askOf(profile, always(R"({"fault":"error_mid_stream"})"));
        QVERIFY2(answer.body.mid(answer.body.size() / 2).contains(part), answer.body.constData());
        QVERIFY(!answer.body.contains("[DONE]"));
    }

    void reasoningIsStreamedUnderTheNameThatTheServerUses()
    {
        const RawAnswer openai = askOf("openai", {}, "high");
        QVERIFY(reasoning(openai, "reasoning_content").startsWith(QLatin1String("I look for")));
        QCOMPARE(openai.text(), echoOf(strange, 0));
        const QJsonValue usage = openai.events().last().value(QLatin1String("usage"));
        QVERIFY(usage[QLatin1String("completion_tokens_details")][QLatin1String("reasoning_tokens")].toInt() > 10);
        QVERIFY(usage[QLatin1String("prompt_tokens_details")][QLatin1String("cached_tokens")].isDouble());
        QVERIFY(reasoning(askOf("ollama", {}, "low"), "reasoning").startsWith(QLatin1String("I look for")));
        QVERIFY(reasoning(askOf("openai", {}, "none"), "reasoning_content").isEmpty());
        QCOMPARE(askOf("openai", {}, "extreme").status, 400);
    }

    void groqTellsUsageAndLimitsInItsOwnWay()
    {
        const RawAnswer answer = askOf("groq", always(R"({"refuse":429,"retry_after":7.66,"times":0})"));
        QVERIFY(answer.body.contains(R"("x_groq":{"id":)"));
        const RawAnswer refused = askOf("groq", always(R"({"refuse":429,"retry_after":7.66})"));
        QCOMPARE(refused.headers.value("x-ratelimit-reset-requests"), QByteArray("7.66s"));
    }

    void openRouterKeepsTheConnectionAliveWithComments()
    {
        QVERIFY(askOf("openrouter").body.startsWith(": OPENROUTER PROCESSING\n\ndata: "));
    }

    void aStreamMayLackItsEndMark()
    {
        const RawAnswer answer = askOf("openai", always(R"({"fault":"no_end_mark"})"));
        QVERIFY(!answer.body.contains("[DONE]"));
        QVERIFY(answer.body.contains(R"("finish_reason":"stop")"));
        QCOMPARE(answer.text(), echoOf(strange, 0));
    }
};

QTEST_GUILESS_MAIN(TestSimulatedProfiles)
#include "tst_simulatedprofiles.moc"
