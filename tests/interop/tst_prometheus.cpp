// SPDX-License-Identifier: GPL-3.0-or-later
//
// Debian's Prometheus as judge of our numbers: it scrapes them over loopback, and its query API has to answer the right ones.
#include "app/metricsserver.h"
#include "core/base/systemtime.h"
#include "core/health/metrics.h"
#include "core/net/nettransport.h"
#include "tests/support/heard.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrlQuery>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr int longestStart = 60'000; // milliseconds; a machine that builds meanwhile is slow

/// A name that a person could give, and that every careless writer of the format trips over.
const QString nastyModel = QString::fromUtf8("say \"hi\\there\" {a=\"b\"} 9\nbreakwater_outbox_turns 77 # 🌊");

Sample attempt(SampleClass result)
{
    Sample sample;
    sample.result = result;
    sample.firstContent = 1500ms;
    sample.total = 12s;
    if (result != SampleClass::Answered)
        sample.wait = SampleWait {2s, 1s};
    return sample;
}

MetricsFacts someFacts()
{
    const RouteLabels opus {QStringLiteral("opus"), QStringLiteral("anthropic"), QStringLiteral("claude-opus-5")};
    const RouteLabels nasty {QStringLiteral("nasty"), QStringLiteral("local"), nastyModel};
    MetricsFacts facts;
    for (int i = 0; i < 3; ++i)
        facts.tally.add(attempt(SampleClass::OwnLimit), opus);
    for (int i = 0; i < 2; ++i)
        facts.tally.add(attempt(SampleClass::Overloaded), opus);
    facts.tally.add(attempt(SampleClass::Answered), opus);
    facts.tally.add(attempt(SampleClass::Overloaded), nasty);
    facts.tally.add(TurnEnd::Answered);
    facts.routes = {{opus, RouteFlow::Paused}, {nasty, RouteFlow::Flowing}};
    facts.rooms[ProviderId(QStringLiteral("anthropic"))] = {{RoomLeft::Dimension::Requests, 50, 10, std::nullopt}};
    facts.budgets[ProviderId(QStringLiteral("anthropic"))] = 3.25;
    facts.sea = SeaState::Storm;
    facts.version = QStringLiteral("0.1.0");
    return facts;
}

/// What a program prints that reads `input` and ends; none: it cannot be started, or failed.
struct Ran
{
    int code = -1;
    QByteArray said;
};
Ran runWith(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(longestStart) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAll()};
}

bool isInstalled()
{
    return !QStandardPaths::findExecutable(QStringLiteral("prometheus")).isEmpty() && !QStandardPaths::findExecutable(QStringLiteral("promtool")).isEmpty();
}

} // namespace

#define NEEDS_PROMETHEUS() \
    if (!isInstalled()) \
        QSKIP("prometheus is missing: it is Debian's package of that name, and tests/run installs it.")

class TestPrometheus : public QObject
{
    Q_OBJECT

    SystemTime m_time;
    SystemAlarms m_alarms {m_time};
    MetricsFacts m_facts = someFacts();
    MetricsServer m_server {m_alarms, m_time, [this] { return metricsText(m_facts); }};
    NetTransport m_transport;
    QTemporaryDir m_folder;
    QProcess m_prometheus;
    QByteArray m_log;
    QUrl m_url;

    /// Starts Prometheus at a free port of loopback, with the configuration that we ship but for its address and haste.
    bool start()
    {
        m_server.listen(0);
        QFile shipped(QStringLiteral(BREAKWATER_SOURCE_DIR "/resources/prometheus/prometheus.yml"));
        if (!shipped.open(QIODevice::ReadOnly))
            return false;
        QByteArray configuration = shipped.readAll();
        configuration.replace("127.0.0.1:9529", QByteArray("127.0.0.1:" + QByteArray::number(*m_server.port())));
        configuration.replace("scrape_interval: 5s", "scrape_interval: 1s").replace("scrape_timeout: 5s", "scrape_timeout: 1s");
        QFile file(m_folder.filePath(QStringLiteral("prometheus.yml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(configuration) != configuration.size())
            return false;
        file.close();
        m_prometheus.setProcessChannelMode(QProcess::MergedChannels);
        m_prometheus.start(QStringLiteral("prometheus"),
            {QStringLiteral("--config.file=") + file.fileName(), QStringLiteral("--storage.tsdb.path=") + m_folder.filePath(QStringLiteral("data")),
                QStringLiteral("--web.listen-address=127.0.0.1:0")});
        static const QRegularExpression address(QStringLiteral("Listening on\" address=(127\\.0\\.0\\.1:\\d+)"));
        QRegularExpressionMatch match;
        (void)QTest::qWaitFor(
            [&] {
                m_log += m_prometheus.readAll();
                match = address.match(QString::fromUtf8(m_log));
                return match.hasMatch() || m_prometheus.state() == QProcess::NotRunning;
            },
            longestStart);
        m_url = QUrl(QStringLiteral("http://") + match.captured(1));
        return match.hasMatch();
    }

    /// What Prometheus answers to a query with one number; empty: no answer, or none yet.
    QString ask(const QString &query)
    {
        QUrl url = m_url;
        url.setPath(QStringLiteral("/api/v1/query"));
        QUrlQuery parameters;
        parameters.addQueryItem(QStringLiteral("query"), QString::fromLatin1(QUrl::toPercentEncoding(query)));
        url.setQuery(parameters);
        Heard heard;
        heard.send(m_transport, {"GET", url, {}, {}});
        if (!QTest::qWaitFor([&heard] { return heard.ends > 0; }, longestStart))
            return {};
        const QJsonArray result = QJsonDocument::fromJson(heard.body)[QLatin1String("data")][QLatin1String("result")].toArray();
        return result.size() == 1 ? result.at(0)[QLatin1String("value")][1].toString() : QString();
    }

    /// Asks until the answer is that.
    bool answers(const QString &query, const QString &number)
    {
        QString last;
        const bool right = QTest::qWaitFor([&] { return (last = ask(query)) == number; }, longestStart);
        if (!right)
            qWarning().noquote() << query << "is" << last << "and not" << number << '\n' << QString::fromUtf8(m_log) << QString::fromUtf8(m_prometheus.readAll());
        return right;
    }

private Q_SLOTS:
    void cleanup()
    {
        if (m_prometheus.state() != QProcess::NotRunning) {
            m_prometheus.kill();
            m_prometheus.waitForFinished();
        }
    }

    void promtoolFindsNothingToSay_data()
    {
        QTest::addColumn<bool>("empty");
        QTest::newRow("with numbers") << false;
        QTest::newRow("before the first attempt") << true;
    }

    void promtoolFindsNothingToSay()
    {
        NEEDS_PROMETHEUS();
        QFETCH(bool, empty);
        const Ran ran = runWith(QStringLiteral("promtool"), {QStringLiteral("check"), QStringLiteral("metrics")}, metricsText(empty ? MetricsFacts {} : m_facts));
        QCOMPARE(ran.said, QByteArray());
        QCOMPARE(ran.code, 0);
    }

    void promtoolTakesTheConfiguration()
    {
        NEEDS_PROMETHEUS();
        const Ran ran = runWith(QStringLiteral("promtool"),
            {QStringLiteral("check"), QStringLiteral("config"), QStringLiteral(BREAKWATER_SOURCE_DIR "/resources/prometheus/prometheus.yml")}, {});
        QVERIFY2(ran.code == 0, ran.said.constData());
    }

    void itsQueriesAnswerWhatWasCounted()
    {
        NEEDS_PROMETHEUS();
        QVERIFY2(start(), m_log.constData());
        const QString attempts = QStringLiteral("breakwater_attempts_total{model=\"claude-opus-5\",result=\"%1\"}");
        QVERIFY(answers(attempts.arg(QStringLiteral("rate_limited_429")), QStringLiteral("3")));
        QVERIFY(answers(attempts.arg(QStringLiteral("overloaded_529")), QStringLiteral("2")));
        QVERIFY(answers(QStringLiteral("sum(breakwater_attempts_total)"), QStringLiteral("7")));
        QVERIFY(answers(QStringLiteral("breakwater_breaker_state{route=\"opus\"} == 1"), QStringLiteral("1")));
        QVERIFY(answers(QStringLiteral("breakwater_room_left_ratio"), QStringLiteral("0.2")));
        QVERIFY(answers(QStringLiteral("breakwater_outbox_turns"), QStringLiteral("0"))); // whatever a model is called
        QVERIFY(answers(QStringLiteral("count(breakwater_attempts_total{route=\"nasty\",model=~\"say \\\"hi\\\\\\\\there\\\".*\\n.*🌊\"})"), QStringLiteral("5")));
        // Every wait was of 3 s: between the bounds 2 and 4, where the middle is taken for them.
        QVERIFY(answers(QStringLiteral("histogram_quantile(0.5, breakwater_retry_wait_seconds_bucket{cause=\"overloaded_529\"})"), QStringLiteral("3")));
        QVERIFY(answers(QStringLiteral("up{job=\"breakwater\"}"), QStringLiteral("1")));

        m_facts.tally.add(attempt(SampleClass::Overloaded), m_facts.routes.front().labels);
        QVERIFY(answers(attempts.arg(QStringLiteral("overloaded_529")), QStringLiteral("3")));

        // What the dashboard asks is understood.
        QFile dashboard(QStringLiteral(BREAKWATER_SOURCE_DIR "/resources/prometheus/breakwater.json"));
        QVERIFY(dashboard.open(QIODevice::ReadOnly));
        int asked = 0;
        for (const QJsonValue &panel : QJsonDocument::fromJson(dashboard.readAll())[QLatin1String("panels")].toArray()) {
            for (const QJsonValue &target : panel[QLatin1String("targets")].toArray()) {
                const QString expression = target[QLatin1String("expr")].toString().replace(QLatin1String("$__rate_interval"), QLatin1String("1m"));
                QVERIFY2(answers(QStringLiteral("count(%1) > bool 0").arg(expression), QStringLiteral("1")), qPrintable(expression));
                ++asked;
            }
        }
        QVERIFY(asked >= 8);
    }
};

QTEST_GUILESS_MAIN(TestPrometheus)
#include "tst_prometheus.moc"
