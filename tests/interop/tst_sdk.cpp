// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official clients as judges: what they make of the simulated provider is what they would make of the real one.
#include "core/simulator/answers.h"
#include "core/simulator/simulatedprovider.h"
#include "tests/support/faketime.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace breakwater;

namespace {

const QString echo = echoOf(QStringLiteral("Grüße an 42 Möwen 🕊"), 0);

/// Where tests/interop/install has put the packages.
QString packagesFolder()
{
#ifdef BREAKWATER_INTEROP
    const QString built = QStringLiteral(BREAKWATER_INTEROP);
#else
    const QString built = QStringLiteral(BREAKWATER_SOURCE_DIR "/build/interop");
#endif
    return qEnvironmentVariable("BREAKWATER_INTEROP", built);
}

} // namespace

class TestSdk : public QObject
{
    Q_OBJECT

    FakeTime m_time;
    std::unique_ptr<SimulatedProvider> m_provider;

    void serve(const QByteArray &conditions = "{}")
    {
        const auto script = WeatherScript::parse(
            R"({"tokens_per_second":100000,"first_token_ms":0,"phases":[{"models":{"*":)" + conditions + "}}]}");
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
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty(),
            "node is missing: it comes with Debian's package nodejs, and tests/run installs it.");
        QVERIFY2(QFileInfo::exists(packagesFolder() + QStringLiteral("/node_modules/@anthropic-ai/sdk/package.json")),
            qPrintable(QStringLiteral("The official clients are not in %1: run tests/interop/install with that folder.")
                           .arg(packagesFolder())));
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

    void theOtherOfficialClientNamesARefusal()
    {
        serve(R"({"refuse":429,"retry_after":3})");
        const QJsonValue error = run(QStringLiteral("openaiWhole")).value(QLatin1String("error"));
        QCOMPARE(error[QLatin1String("name")].toString(), QStringLiteral("RateLimitError"));
        QCOMPARE(error[QLatin1String("code")].toString(), QStringLiteral("rate_limit_exceeded"));
        QCOMPARE(error[QLatin1String("retryAfter")].toString(), QStringLiteral("3"));
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
