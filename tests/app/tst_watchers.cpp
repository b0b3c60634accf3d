// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"
#include "core/net/nettransport.h"
#include "tests/support/heard.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;

namespace {

const RouteId simulatedOpus(QStringLiteral("simulated/claude-opus-5-5"));

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress(QHostAddress::LocalHost)) ? server.serverPort() : 0;
}

/// A script by which every request is refused so.
QString refusingScript(const QTemporaryDir &folder, int status)
{
    const QString path = folder.filePath(QStringLiteral("refusing.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no script");
    file.write("{\"phases\":[{\"models\":{\"*\":[{\"refuse\":" + QByteArray::number(status) + ",\"retry_after\":3}]}}]}");
    return path;
}

} // namespace

/// What the engine tells others of the weather, as the preferences say.
class TestWatchers : public QObject
{
    Q_OBJECT

    NetTransport m_transport;

    static void open(Engine &engine, Engine::Resume resume)
    {
        bool open = false;
        engine.open(resume, [&open](const Result<void> &result) { open = result.has_value(); });
        QTRY_VERIFY(open);
    }

    static void serve(Engine &engine, bool serves, int port)
    {
        Preferences preferences = engine.settings().preferences;
        preferences.weather.servesMetrics = serves;
        preferences.weather.metricsPort = port;
        engine.apply(preferences);
    }

    QByteArray metricsOf(Engine &engine)
    {
        if (!engine.metrics().port())
            return {};
        QUrl url(QStringLiteral("http://127.0.0.1/metrics"));
        url.setPort(*engine.metrics().port());
        Heard heard;
        heard.send(m_transport, {"GET", url, {}, {}});
        return QTest::qWaitFor([&heard] { return heard.ends > 0; }) ? heard.body : QByteArray();
    }

private Q_SLOTS:
    void theMetricsAreServedWhileThePreferencesSaySo()
    {
        const QTemporaryDir folder;
        const int port = freePort();
        Engine engine(folder.path());
        open(engine, Engine::Resume::Yes);
        QVERIFY(!engine.metrics().port()); // off by default
        serve(engine, true, port);
        QCOMPARE(int(engine.metrics().port().value_or(0)), port);
        const QByteArray text = metricsOf(engine);
        QVERIFY2(text.contains("\nbreakwater_build_info{version=\"" BREAKWATER_VERSION "\"} 1\n"), text.constData());
        QVERIFY2(text.contains("\nbreakwater_breaker_state{route=\"simulated/claude-opus-5-5\",state=\"flowing\"} 1\n"), text.constData());
        serve(engine, false, port);
        QVERIFY(!engine.metrics().port());
    }

    void aRunWithoutAWindowServesNothing()
    {
        const QTemporaryDir folder;
        const int port = freePort();
        Engine engine(folder.path());
        serve(engine, true, port);
        QVERIFY(!engine.metrics().port());
        open(engine, Engine::Resume::No);
        QVERIFY(!engine.metrics().port());
    }

    void aPortThatIsTakenIsToldAndTheRestGoesOn()
    {
        const QTemporaryDir folder;
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
        Engine engine(folder.path());
        open(engine, Engine::Resume::Yes);
        const QSignalSpy failed(&engine.metrics(), &MetricsServer::failed);
        serve(engine, true, other.serverPort());
        QCOMPARE(failed.count(), 1);
        QVERIFY(engine.outbox().submit({{}, QStringLiteral("Hello"), chainIdOf(simulatedOpus)}));
    }

    void aTurnIsCountedWithItsRefusal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("own limit") << 429 << QByteArray("rate_limited_429");
        QTest::newRow("overloaded") << 529 << QByteArray("overloaded_529");
    }

    void aTurnIsCountedWithItsRefusal()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, result);
        const QTemporaryDir folder;
        Engine engine(folder.path());
        const auto problem = engine.setWeather(refusingScript(folder, status), 1);
        QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
        open(engine, Engine::Resume::Yes);
        const auto turn = engine.outbox().submit({{}, QStringLiteral("A secret of mine"), chainIdOf(simulatedOpus)});
        QVERIFY(turn.has_value());
        QTRY_VERIFY_WITH_TIMEOUT(engine.outbox().turn(*turn)->phase == TurnPhase::Waiting, 20'000);
        QVERIFY(!engine.setWeather(QStringLiteral("clear"), 1));
        serve(engine, true, freePort());
        const QByteArray series = "\nbreakwater_attempts_total{route=\"simulated/claude-opus-5-5\",provider=\"simulated\",model=\"claude-opus-5-5\",result=\"";
        QByteArray text = metricsOf(engine);
        QVERIFY2(text.contains(QByteArray(series + result + "\"} 1\n")), text.constData());
        QVERIFY2(text.contains(QByteArray("\nbreakwater_retry_wait_seconds_count{cause=\"" + result + "\"} 1\n")), text.constData());
        QVERIFY2(text.contains("\nbreakwater_outbox_turns 1\n"), text.constData());
        QTRY_VERIFY_WITH_TIMEOUT(engine.outbox().turn(*turn)->phase == TurnPhase::Answered, 30'000);
        QTRY_VERIFY(metricsOf(engine).contains("\nbreakwater_turns_total{end=\"answered\"} 1\n"));
        text = metricsOf(engine);
        QVERIFY2(text.contains(QByteArray(series + "answered\"} 1\n")), text.constData());
        QVERIFY2(text.contains("\nbreakwater_outbox_turns 0\n"), text.constData());
        QVERIFY(!text.contains("secret") && !text.contains(turn->text().toUtf8()));
        for (const Conversation *each : engine.library().conversations())
            QVERIFY(!text.contains(each->id.text().toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestWatchers)
#include "tst_watchers.moc"
