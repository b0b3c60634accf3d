// SPDX-License-Identifier: GPL-3.0-or-later
//
// A provider that others wrote, as judge of our client: real bytes of both dialects, and a journal of what we sent.
#include "core/turn/attemptrunner.h"
#include "tests/interop/packages.h"
#include "tests/support/heard.h"
#include "tests/support/turnbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const QByteArray key = "sk-interop-secret";
const QString hello = QString::fromUtf8("Hello from the mock, 12 Möwen 🕊.");

/// One attempt with all that our client has below a turn, and what it reported.
struct Trial
{
    FakeTime time; // stands: nothing here may hang on a silence
    NetTransport transport;
    AttemptRunner runner {time, time, [] { return SilenceLimits {60s, 60s, 60s}; }};
    QString text;
    std::optional<Fault> fault;
    int ends = 0;

    Trial(const QUrl &url, Dialect dialect, const QString &question, const QByteArray &chaos = {})
    {
        QObject::connect(&runner, &AttemptRunner::text, &runner, [this](const QString &piece) { text += piece; });
        QObject::connect(&runner, &AttemptRunner::ended, &runner, [this](const std::optional<Fault> &one) {
            fault = one;
            ++ends;
        });
        Provider provider;
        provider.dialect = dialect;
        provider.baseUrl = url;
        Ask ask;
        ask.model = QStringLiteral("some-model");
        ask.said = {{Role::User, question}};
        WireRequest request = encode(provider, key, ask);
        if (!chaos.isEmpty())
            request.headers.add(chaos, "1");
        runner.start(transport, request, dialect);
    }
    [[nodiscard]] bool ended() const
    {
        return QTest::qWaitFor([this] { return ends > 0; }, 20'000);
    }
};

} // namespace

Q_DECLARE_METATYPE(breakwater::Dialect)

class TestAimock : public QObject
{
    Q_OBJECT

    std::unique_ptr<QProcess> m_mock;
    QUrl m_url;

    /// What the mock has seen of requests with this question.
    QJsonArray journal(const QString &question)
    {
        NetTransport transport;
        Heard heard;
        QUrl url = m_url;
        url.setPath(QStringLiteral("/__aimock/journal"));
        heard.send(transport, {"GET", url, {}, {}});
        if (!QTest::qWaitFor([&] { return heard.ends > 0; }, 10'000))
            return {};
        QJsonArray entries;
        for (const QJsonValue &entry : QJsonDocument::fromJson(heard.body).array()) {
            if (entry[QLatin1String("body")][QLatin1String("messages")][0][QLatin1String("content")] == question)
                entries.append(entry);
        }
        return entries;
    }

    static void bothDialects()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("Anthropic") << Dialect::Anthropic;
        QTest::newRow("OpenAI") << Dialect::OpenAi;
    }

private Q_SLOTS:
    void init()
    {
        const QString problem = packageProblem(QStringLiteral("@copilotkit/aimock"));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_mock = std::make_unique<QProcess>();
        m_mock->setProcessChannelMode(QProcess::MergedChannels);
        m_mock->start(QStringLiteral("node"),
            {packagesFolder() + QStringLiteral("/node_modules/@copilotkit/aimock/dist/cli.js"), QStringLiteral("-p"),
                QStringLiteral("0"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-f"),
                QStringLiteral(BREAKWATER_SOURCE_DIR "/tests/interop/aimock.json")});
        static const QRegularExpression address(QStringLiteral("listening on (http://127\\.0\\.0\\.1:\\d+)"));
        QString said;
        QRegularExpressionMatch match;
        const bool up = QTest::qWaitFor(
            [&] {
                said += QString::fromUtf8(m_mock->readAll());
                match = address.match(said);
                return match.hasMatch() || m_mock->state() == QProcess::NotRunning;
            },
            30'000);
        QVERIFY2(up && match.hasMatch(), qPrintable(said));
        m_url = QUrl(match.captured(1));
    }

    void cleanup()
    {
        if (m_mock) {
            m_mock->kill();
            m_mock->waitForFinished();
        }
        m_mock.reset();
    }

    void anAnswerIsReadWhole_data() { bothDialects(); }
    void anAnswerIsReadWhole()
    {
        QFETCH(Dialect, dialect);
        Trial trial(m_url, dialect, QStringLiteral("hello"));
        QVERIFY(trial.ended());
        QVERIFY(!trial.fault);
        QCOMPARE(trial.text, hello);
    }

    void whatWeSendIsOneRequestWithTheKeyInItsHeader_data() { bothDialects(); }
    void whatWeSendIsOneRequestWithTheKeyInItsHeader()
    {
        QFETCH(Dialect, dialect);
        Trial trial(m_url, dialect, QStringLiteral("hello"));
        QVERIFY(trial.ended());
        const QJsonArray seen = journal(QStringLiteral("hello"));
        QCOMPARE(seen.size(), 1);
        const QJsonValue entry = seen.at(0);
        QCOMPARE(entry[QLatin1String("path")].toString(),
            dialect == Dialect::Anthropic ? QStringLiteral("/v1/messages") : QStringLiteral("/v1/chat/completions"));
        QVERIFY(entry[QLatin1String("headers")].toObject().contains(
            dialect == Dialect::Anthropic ? QStringLiteral("x-api-key") : QStringLiteral("authorization")));
        QCOMPARE(entry[QLatin1String("body")][QLatin1String("model")].toString(), QStringLiteral("some-model"));
        QVERIFY(entry[QLatin1String("body")][QLatin1String("stream")].toBool());
        QCOMPARE(entry[QLatin1String("body")][QLatin1String("messages")].toArray().size(), 1);
        QVERIFY(!QJsonDocument(seen).toJson().contains(key)); // only its header has it, and the journal hides that one
    }

    void aRefusalIsNamed_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("question");
        QTest::addColumn<int>("kind");
        for (const auto &[name, dialect] :
            {std::pair("Anthropic", Dialect::Anthropic), std::pair("OpenAI", Dialect::OpenAi)}) {
            const auto row = [&, dialect = dialect, name = name](const char *question, FaultKind kind) {
                QTest::addRow("%s, %s", name, question) << dialect << QString::fromLatin1(question) << static_cast<int>(kind);
            };
            row("own limit", FaultKind::RateLimited);
            row("overloaded", FaultKind::Overloaded);
            row("unavailable", FaultKind::Transient);
        }
    }

    void aRefusalIsNamed()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, question);
        QFETCH(int, kind);
        Trial trial(m_url, dialect, question);
        QVERIFY(trial.ended());
        QVERIFY(trial.fault.has_value());
        QCOMPARE(static_cast<int>(trial.fault->kind), kind);
        QCOMPARE(trial.fault->hint.has_value(), kind == static_cast<int>(FaultKind::RateLimited));
        if (trial.fault->hint)
            QVERIFY(trial.fault->hint->wait == 7s);
        QCOMPARE(journal(question).size(), 1);
    }

    void anAnswerThatIsCutKeepsWhatCame_data() { bothDialects(); }
    void anAnswerThatIsCutKeepsWhatCame()
    {
        QFETCH(Dialect, dialect);
        Trial trial(m_url, dialect, QStringLiteral("cut"));
        QVERIFY(trial.ended());
        QVERIFY(trial.fault.has_value());
        QCOMPARE(static_cast<int>(trial.fault->kind), static_cast<int>(FaultKind::Truncated));
        QVERIFY(!trial.text.isEmpty());
        QVERIFY(QStringLiteral("This text breaks off in the middle of it.").startsWith(trial.text));
    }

    void aBodyThatIsNoJsonIsAProtocolFault_data() { bothDialects(); }
    void aBodyThatIsNoJsonIsAProtocolFault()
    {
        QFETCH(Dialect, dialect);
        Trial trial(m_url, dialect, QStringLiteral("hello"), "x-aimock-chaos-malformed");
        QVERIFY(trial.ended());
        QVERIFY(trial.fault.has_value());
        QCOMPARE(static_cast<int>(trial.fault->kind), static_cast<int>(FaultKind::Protocol));
        QVERIFY(trial.text.isEmpty());
    }

    void aDroppedConnectionIsAmbiguousAndAskedOnce_data() { bothDialects(); }
    void aDroppedConnectionIsAmbiguousAndAskedOnce()
    {
        QFETCH(Dialect, dialect);
        Trial trial(m_url, dialect, QStringLiteral("hello"), "x-aimock-chaos-disconnect");
        QVERIFY(trial.ended());
        QVERIFY(trial.fault.has_value());
        QCOMPARE(static_cast<int>(trial.fault->kind), static_cast<int>(FaultKind::Ambiguous));
        QCOMPARE(journal(QStringLiteral("hello")).size(), 1);
    }

    void aTurnIsAnsweredAfterOneOverload()
    {
        TurnBench bench(nullptr, m_url);
        bench.table.chains.front().steps.resize(1);
        bench.outbox.learnRoutes();
        const auto id = bench.submit(QStringLiteral("once"));
        QVERIFY(id.has_value());
        QTRY_COMPARE(bench.phase(*id), TurnPhase::Waiting);
        bench.passWait(*id);
        QTRY_COMPARE(bench.phase(*id), TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("Answered at the second try."));
        QCOMPARE(bench.turn(*id).attempts.size(), std::size_t(2));
        QCOMPARE(journal(QStringLiteral("once")).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestAimock)
#include "tst_aimock.moc"
