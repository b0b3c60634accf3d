// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official clients as judges: what they make of the simulated provider is what they would make of the real one.
#include "core/simulator/answers.h"
#include "core/simulator/simulatedprovider.h"
#include "tests/interop/packages.h"
#include "tests/support/faketime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace breakwater;

namespace {

const QString echo = echoOf(QStringLiteral("Grüße an 42 Möwen 🕊"), 0);

} // namespace

class TestSdk : public QObject
{
    Q_OBJECT

    FakeTime m_time;
    std::unique_ptr<SimulatedProvider> m_provider;

    /// `more`: further fields of the script, each with a comma behind it.
    void serve(const QByteArray &conditions = "{}", const QByteArray &more = {})
    {
        const auto script = WeatherScript::parse(
            '{' + more + R"("tokens_per_second":100000,"first_token_ms":0,"phases":[{"models":{"*":)" + conditions + "}}]}");
        QVERIFY2(script, qPrintable(script ? QString() : script.error().sentence));
        m_provider->setScript(*script);
    }

    /// Runs one case of sdk.mjs; empty, and the reason as a warning, when it could not.
    QJsonObject run(const QString &name)
    {
        QProcess node;
        node.setProcessChannelMode(QProcess::SeparateChannels);
        node.start(QStringLiteral("node"),
            {QStringLiteral(BREAKWATER_SOURCE_DIR "/tests/interop/sdk.mjs"), packagesFolder(),
                m_provider->baseUrl().toString(), name});
        const bool ended = QTest::qWaitFor([&] { return node.state() == QProcess::NotRunning; }, 60'000);
        const QJsonObject outcome = QJsonDocument::fromJson(node.readAllStandardOutput()).object();
        if (!ended || outcome.isEmpty())
            qWarning("node said: %s", node.readAllStandardError().constData());
        return outcome;
    }

private Q_SLOTS:
    void init()
    {
        const QString problem = packageProblem(QStringLiteral("@anthropic-ai/sdk"));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_provider = std::make_unique<SimulatedProvider>(m_time);
        QVERIFY(m_provider->listen());
        serve();
    }

    void cleanup() { m_provider.reset(); }

    void theOfficialClientStreamsAnAnswer()
    {
        const QJsonObject outcome = run(QStringLiteral("anthropicStream"));
        QCOMPARE(outcome.value(QLatin1String("text")).toString(), echo);
        QCOMPARE(outcome.value(QLatin1String("joined")).toString(), echo);
        QVERIFY(outcome.value(QLatin1String("pieces")).toInt() > 5);
        QCOMPARE(outcome.value(QLatin1String("stop")).toString(), QStringLiteral("end_turn"));
        QVERIFY(outcome.value(QLatin1String("usage"))[QLatin1String("output_tokens")].toInt() > 10);
        QVERIFY(outcome.value(QLatin1String("requestId")).toString().startsWith(QLatin1String("req_")));
        QCOMPARE(m_provider->counts().messages, 1);
    }

    void theOfficialClientReadsThinkingWithItsSignature()
    {
        const QJsonObject outcome = run(QStringLiteral("anthropicThinking"));
        QCOMPARE(outcome.value(QLatin1String("types")).toArray(),
            QJsonArray({QStringLiteral("thinking"), QStringLiteral("text")}));
        QVERIFY(!outcome.value(QLatin1String("signature")).toString().isEmpty());
        QVERIFY(outcome.value(QLatin1String("pieces")).toInt() > 3);
        QVERIFY(outcome.value(QLatin1String("thinking")).toString().startsWith(QLatin1String("I look for")));
        QCOMPARE(outcome.value(QLatin1String("replayed")).toString(), QStringLiteral("end_turn"));
    }

    void theOfficialClientReadsHiddenThinking()
    {
        const QJsonObject outcome = run(QStringLiteral("anthropicHiddenThinking"));
        QCOMPARE(outcome.value(QLatin1String("thinking")).toString(), QString());
        QVERIFY(!outcome.value(QLatin1String("signature")).toString().isEmpty());
        QVERIFY(outcome.value(QLatin1String("thought")).toInt() > 10);
    }

    void theOfficialClientGetsTextWhereItOffersTools()
    {
        const QJsonObject outcome = run(QStringLiteral("anthropicTools"));
        QCOMPARE(outcome.value(QLatin1String("text")).toString(), echo);
        QCOMPARE(outcome.value(QLatin1String("stop")).toString(), QStringLiteral("end_turn"));
    }

    void theOfficialClientReadsARefusalOfTheModel()
    {
        serve(R"({"stop":"refusal","category":"cyber","after_characters":10})");
        const QJsonObject outcome = run(QStringLiteral("anthropicTools"));
        QCOMPARE(outcome.value(QLatin1String("stop")).toString(), QStringLiteral("refusal"));
        QCOMPARE(outcome.value(QLatin1String("category")).toString(), QStringLiteral("cyber"));
    }

    void theOfficialClientWorksThroughABatch()
    {
        serve("{}", R"("batch_ms":0,)");
        const QJsonObject outcome = run(QStringLiteral("anthropicBatch"));
        QCOMPARE(outcome.value(QLatin1String("status")).toString(), QStringLiteral("ended"));
        QCOMPARE(outcome.value(QLatin1String("counts"))[QLatin1String("succeeded")].toInt(), 1);
        QCOMPARE(outcome.value(QLatin1String("counts"))[QLatin1String("errored")].toInt(), 1);
        QCOMPARE(outcome.value(QLatin1String("results"))[QLatin1String("good")].toString(), echo);
        QCOMPARE(outcome.value(QLatin1String("results"))[QLatin1String("bad")].toString(),
            QStringLiteral("invalid_request_error"));
        QCOMPARE(outcome.value(QLatin1String("listed")).toInt(), 1);
        QCOMPARE(outcome.value(QLatin1String("deleted")).toString(), QStringLiteral("message_batch_deleted"));
        QCOMPARE(outcome.value(QLatin1String("gone")).toInt(), 404);
    }

    void theOfficialClientCancelsABatch()
    {
        const QJsonObject outcome = run(QStringLiteral("anthropicCancel")); // under a clock that stands
        QCOMPARE(outcome.value(QLatin1String("before")).toString(), QStringLiteral("in_progress"));
        QCOMPARE(outcome.value(QLatin1String("after")).toString(), QStringLiteral("canceling"));
        QCOMPARE(outcome.value(QLatin1String("deleting")).toInt(), 400);
    }

    void theOfficialClientListsModelsByLifecycle()
    {
        const QJsonObject outcome = run(QStringLiteral("anthropicLifecycle"));
        QCOMPARE(outcome.value(QLatin1String("ids")).toArray(),
            QJsonArray({QStringLiteral("claude-sonnet-4-5-20250929"), QStringLiteral("claude-opus-4-1-20250805")}));
        QCOMPARE(outcome.value(QLatin1String("alias")).toString(), QStringLiteral("claude-sonnet-4-5-20250929"));
        QCOMPARE(outcome.value(QLatin1String("retires")).toString(), QStringLiteral("2026-11-30T00:00:00Z"));
        QVERIFY(outcome.value(QLatin1String("adaptive")).toBool());
    }

    void theOfficialClientReadsAnAnswerWithoutAStream()
    {
        const QJsonObject outcome = run(QStringLiteral("anthropicWhole"));
        QCOMPARE(outcome.value(QLatin1String("text")).toString(), echo);
        QCOMPARE(outcome.value(QLatin1String("stop")).toString(), QStringLiteral("end_turn"));
    }

    void theOfficialClientPagesThroughTheModels()
    {
        QCOMPARE(run(QStringLiteral("anthropicModels")).value(QLatin1String("ids")).toArray(),
            QJsonArray::fromStringList(servedModels()));
    }

    void theOfficialClientCountsTokens()
    {
        QVERIFY(run(QStringLiteral("anthropicCount")).value(QLatin1String("input_tokens")).toInt() > 3);
    }

    void theOfficialClientNamesARefusal_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *title, const char *condition, const char *call, const char *name, int status,
                             const char *type) {
            QTest::newRow(title) << QByteArray(condition) << QString::fromLatin1(call) << QString::fromLatin1(name)
                                 << status << QString::fromLatin1(type);
        };
        row("429", R"({"refuse":429,"retry_after":3})", "anthropicStream", "RateLimitError", 429, "rate_limit_error");
        row("529", R"({"refuse":529})", "anthropicStream", "OverloadedError", 529, "overloaded_error");
        row("529 without a stream", R"({"refuse":529})", "anthropicWhole", "OverloadedError", 529, "overloaded_error");
        row("500", R"({"refuse":500})", "anthropicStream", "InternalServerError", 500, "api_error");
        row("400", R"({"refuse":400})", "anthropicWhole", "BadRequestError", 400, "invalid_request_error");
        row("401", R"({"refuse":401})", "anthropicWhole", "AuthenticationError", 401, "authentication_error");
        row("404", R"({"refuse":404})", "anthropicWhole", "NotFoundError", 404, "not_found_error");
        row("409", R"({"refuse":409})", "anthropicWhole", "ConflictError", 409, "conflict_error");
        row("422", R"({"refuse":422})", "anthropicWhole", "UnprocessableEntityError", 422, "invalid_request_error");
        row("503", R"({"refuse":503})", "anthropicWhole", "ServiceUnavailableError", 503, "api_error");
        row("504", R"({"refuse":504})", "anthropicWhole", "GatewayTimeoutError", 504, "timeout_error");
        row("403", R"({"refuse":403})", "anthropicWhole", "PermissionDeniedError", 403, "permission_error");
    }

    void theOfficialClientNamesARefusal()
    {
        QFETCH(QByteArray, condition);
        QFETCH(QString, call);
        QFETCH(QString, name);
        QFETCH(int, status);
        QFETCH(QString, type);
        serve(condition);
        const QJsonValue error = run(call).value(QLatin1String("error"));
        QCOMPARE(error[QLatin1String("name")].toString(), name);
        QCOMPARE(error[QLatin1String("status")].toInt(), status);
        QCOMPARE(error[QLatin1String("type")].toString(), type);
        QVERIFY(error[QLatin1String("requestId")].toString().startsWith(QLatin1String("req_")));
        QCOMPARE(error[QLatin1String("retryAfter")].toString(), status == 429 ? QStringLiteral("3") : QString());
    }

    void theOfficialClientThrowsTheErrorInsideAStream_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("before content") << QByteArray("error_before_content");
        QTest::newRow("after content") << QByteArray("error_mid_stream");
    }

    void theOfficialClientThrowsTheErrorInsideAStream()
    {
        QFETCH(QByteArray, fault);
        serve("{\"fault\":\"" + fault + "\",\"after_characters\":40}");
        const QJsonValue error = run(QStringLiteral("anthropicStream")).value(QLatin1String("error"));
        QCOMPARE(error[QLatin1String("name")].toString(), QStringLiteral("APIError"));
        QCOMPARE(error[QLatin1String("type")].toString(), QStringLiteral("overloaded_error"));
        QVERIFY(error[QLatin1String("requestId")].toString().startsWith(QLatin1String("req_")));
    }

    void theOfficialClientDoesNotNoticeASilentTruncation()
    {
        serve(R"({"fault":"truncate_mid_stream","after_characters":40})");
        QCOMPARE(run(QStringLiteral("anthropicRawStream")).value(QLatin1String("text")).toString(), echo.left(40));
    }

    void theOtherOfficialClientStreamsAnAnswer()
    {
        const QJsonObject outcome = run(QStringLiteral("openaiStream"));
        QCOMPARE(outcome.value(QLatin1String("text")).toString(), echo);
        QVERIFY(outcome.value(QLatin1String("usage"))[QLatin1String("completion_tokens")].toInt() > 10);
    }

    void theOtherOfficialClientReadsAnAnswerWithoutAStream()
    {
        const QJsonObject outcome = run(QStringLiteral("openaiWhole"));
        QCOMPARE(outcome.value(QLatin1String("text")).toString(), echo);
        QCOMPARE(outcome.value(QLatin1String("stop")).toString(), QStringLiteral("stop"));
        QVERIFY(outcome.value(QLatin1String("requestId")).toString().startsWith(QLatin1String("req_")));
    }

    void theOtherOfficialClientListsTheModels()
    {
        QCOMPARE(run(QStringLiteral("openaiModels")).value(QLatin1String("ids")).toArray(),
            QJsonArray::fromStringList(servedModels()));
    }

    void theOtherOfficialClientNamesARefusal_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *title, const char *condition, const char *name, const char *code) {
            QTest::newRow(title) << QByteArray(condition) << QString::fromLatin1(name) << QString::fromLatin1(code);
        };
        row("401", R"({"refuse":401})", "AuthenticationError", "invalid_api_key");
        row("404", R"({"refuse":404})", "NotFoundError", "model_not_found");
        row("429", R"({"refuse":429,"retry_after":3})", "RateLimitError", "rate_limit_exceeded");
        row("429, quota", R"({"refuse":429,"error_type":"insufficient_quota","error_code":"insufficient_quota"})",
            "RateLimitError", "insufficient_quota");
        row("500", R"({"refuse":500})", "InternalServerError", "");
        row("503", R"({"refuse":503})", "InternalServerError", "server_is_overloaded");
    }

    void theOtherOfficialClientNamesARefusal()
    {
        QFETCH(QByteArray, condition);
        QFETCH(QString, name);
        QFETCH(QString, code);
        serve(condition);
        const QJsonValue error = run(QStringLiteral("openaiWhole")).value(QLatin1String("error"));
        QCOMPARE(error[QLatin1String("name")].toString(), name);
        QCOMPARE(error[QLatin1String("code")].toString(), code);
        QCOMPARE(error[QLatin1String("retryAfter")].toString(),
            condition.contains("retry_after") ? QStringLiteral("3") : QString());
    }

    void theOtherOfficialClientStreamsReasoning()
    {
        const QJsonObject outcome = run(QStringLiteral("openaiReasoning"));
        QCOMPARE(outcome.value(QLatin1String("text")).toString(), echo);
        QVERIFY(outcome.value(QLatin1String("reasoning")).toString().startsWith(QLatin1String("I look for")));
        const QJsonValue details = outcome.value(QLatin1String("usage"))[QLatin1String("completion_tokens_details")];
        QVERIFY(details[QLatin1String("reasoning_tokens")].toInt() > 10);
    }

    void theOtherOfficialClientFindsOneModel()
    {
        QCOMPARE(run(QStringLiteral("openaiModel")).value(QLatin1String("id")).toString(),
            QStringLiteral("claude-haiku-5-5"));
    }

    void theOtherOfficialClientThrowsTheErrorInsideAStream()
    {
        serve(R"({"fault":"error_mid_stream","after_characters":40})");
        const QJsonValue error = run(QStringLiteral("openaiStream")).value(QLatin1String("error"));
        QCOMPARE(error[QLatin1String("code")].toString(), QStringLiteral("server_is_overloaded"));
    }
};

QTEST_GUILESS_MAIN(TestSdk)
#include "tst_sdk.moc"
