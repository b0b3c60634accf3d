// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include <QtTest>

#include <QFile>
#include <QTemporaryDir>

using namespace breakwater;

namespace {

const RouteId opus(QStringLiteral("simulated/claude-opus-5-5"));

/// Every model is overloaded, and says for how long.
QString writeScript(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("refusing.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no script");
    file.write(R"({"phases":[{"models":{"*":[{"refuse":529,"retry_after":300}]}}]})");
    return path;
}

bool isPaused(const Engine &engine)
{
    return engine.conditions().route(opus).breaker.phase(engine.time().now()) == BreakerPhase::Open;
}

Duration pauseLeft(const Engine &engine)
{
    return engine.conditions().route(opus).breaker.notBefore({}, engine.time().now()) - engine.time().now();
}

/// Sends turns until the route is paused.
void pauseOpus(Engine &engine, const QTemporaryDir &folder)
{
    const auto problem = engine.setWeather(writeScript(folder), 1);
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    bool open = false;
    engine.open(Engine::Resume::Yes, [&open](const Result<void> &result) { open = result.has_value(); });
    QTRY_VERIFY(open);
    for (int turn = 0; turn < 2; ++turn)
        QVERIFY(engine.outbox().submit({{}, QStringLiteral("Hello %1").arg(turn), chainIdOf(opus)}));
    QTRY_VERIFY_WITH_TIMEOUT(isPaused(engine), 20'000);
}

} // namespace

/// What one run of the program learns of its routes is known to the next.
class TestRestart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNextRunFindsTheRoutePaused()
    {
        const QTemporaryDir folder;
        {
            Engine first(folder.path());
            pauseOpus(first, folder);
        }
        Engine second(folder.path());
        QVERIFY(isPaused(second));
        QVERIFY(pauseLeft(second) > std::chrono::seconds(200));
        QVERIFY(pauseLeft(second) <= std::chrono::seconds(300));
        // And says so to whoever shows it.
        bool open = false;
        second.open(Engine::Resume::Yes, [&open](const Result<void> &result) { open = result.has_value(); });
        QTRY_VERIFY(open);
        QVERIFY(second.health().flow(opus).flow == RouteFlow::Paused);
    }

    void itIsWrittenDownWhileTheProgramRuns()
    {
        const QTemporaryDir folder;
        Engine first(folder.path());
        pauseOpus(first, folder);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(QStringLiteral("conditions.json"))), 15'000);
        const auto pausedOnDisk = [&folder] { return isPaused(Engine(folder.path())); };
        QTRY_VERIFY_WITH_TIMEOUT(pausedOnDisk(), 15'000);
    }

    void aRunThatLearnedNothingWritesNothing()
    {
        const QTemporaryDir folder;
        {
            Engine engine(folder.path());
        }
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("conditions.json"))));
    }

    void aNewKeyOfTheShellFindsItsGateOpen()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("conditions.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"savedAt":1767621600000000,"providers":[{"id":"anthropic","shut":{"why":"Auth"}}]})");
        file.close();
        const RouteId route(QStringLiteral("anthropic/claude-opus-5-5"));
        const QByteArray before = qgetenv("ANTHROPIC_API_KEY");
        qputenv("ANTHROPIC_API_KEY", "another");
        {
            const Engine engine(folder.path());
            QVERIFY(engine.routes().route(route) != nullptr);
            QVERIFY(!engine.conditions().isShut(route, engine.time().now()));
        }
        before.isNull() ? qunsetenv("ANTHROPIC_API_KEY") : qputenv("ANTHROPIC_API_KEY", before);
    }

    void aDamagedFileIsAsIfThereWereNone()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("conditions.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"savedAt\":12,\"routes\":[{\"id\":\"simul");
        file.close();
        const Engine engine(folder.path());
        QVERIFY(engine.conditions().routes().empty());
    }

    void aChangeOfThePreferencesOpensWhatOnlyAPersonCanOpen()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("conditions.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"savedAt":1767621600000000,"routes":[{"id":"simulated/claude-opus-5-5","shut":{"why":"NoModel"}}]})");
        file.close();
        Engine engine(folder.path());
        QVERIFY(engine.conditions().isShut(opus, engine.time().now()));
        engine.apply(engine.settings().preferences);
        QVERIFY(!engine.conditions().isShut(opus, engine.time().now()));
    }
};

QTEST_GUILESS_MAIN(TestRestart)
#include "tst_restart.moc"
