// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"
#include "app/firstroutes.h"
#include "app/historykeeping.h"

#include <QtTest>

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>

using namespace breakwater;

/// What the Data page asks for, on real files.
class TestHistoryKeeping : public QObject
{
    Q_OBJECT

private:
    /// A program with a history that is open.
    struct Program
    {
        explicit Program(const QString &folder)
            : engine(folder)
            , port(makeDataPort(engine))
        {
            (void)engine.setWeather(QStringLiteral("clear"), 100);
            bool open = false;
            engine.open(Engine::Resume::Yes, [&open](const Result<void> &opened) { open = opened.has_value(); });
            (void)QTest::qWaitFor([&open] { return open; }, 20'000);
        }
        void ask(const QString &question)
        {
            const auto turn = engine.outbox().submit({{}, question, {}});
            QVERIFY(turn);
            QTRY_COMPARE_WITH_TIMEOUT(engine.outbox().turn(*turn)->phase, TurnPhase::Answered, 20'000);
        }
        /// The index follows a moment later: asks until it is found.
        bool finds(const QString &typed)
        {
            const auto hits = std::make_shared<std::size_t>(0);
            const auto asked = std::make_shared<bool>(false);
            return QTest::qWaitFor(
                [&] {
                    if (*hits == 0 && !std::exchange(*asked, true)) {
                        engine.findMessages({parseSearch(typed)}, [hits, asked](const Result<SearchAnswer> &answer) {
                            *hits = answer ? answer->hits.size() : 0;
                            *asked = false;
                        });
                    }
                    return *hits > 0;
                },
                20'000);
        }
        /// Does it, and waits for how it ended.
        DataOutcome wait(const std::function<void(const DataPort::Done &)> &what)
        {
            std::optional<DataOutcome> outcome;
            what([&outcome](const DataOutcome &ended) { outcome = ended; });
            (void)QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000);
            DataOutcome none;
            none.fault.emplace();
            return outcome.value_or(none);
        }
        Engine engine;
        DataPort port;
    };

private Q_SLOTS:
    void aMoveIsFoundAtTheNextStart()
    {
        const QTemporaryDir folder;
        const QTemporaryDir other;
        {
            Program program(folder.path());
            program.ask(QStringLiteral("Before the move"));
            QVERIFY(program.finds(QStringLiteral("before ")));
            const DataOutcome moved = program.wait([&](const auto &done) { program.port.move(other.path(), done); });
            QVERIFY(!moved.fault);
            QVERIFY(QFile::exists(folder.filePath(QStringLiteral("breakwater.db"))));
            QVERIFY(program.finds(QStringLiteral("before "))); // in the place where it was read before, too
            program.ask(QStringLiteral("After the move"));
            QVERIFY(program.finds(QStringLiteral("after ")));
            const DataOutcome again = program.wait([&](const auto &done) { program.port.move(other.path(), done); });
            QVERIFY(again.fault && again.fault->code == QStringLiteral("taken"));
        }
        Program program(folder.path());
        QCOMPARE(program.engine.historyFile(), other.filePath(QStringLiteral("breakwater.db")));
        QVERIFY(program.finds(QStringLiteral("after ")));
        QCOMPARE(program.engine.library().conversations().size(), std::size_t(2));
    }

    void aBackupIsRestoredAtTheNextStartAndWhatWasThereIsKept()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.db"));
        {
            Program program(folder.path());
            program.ask(QStringLiteral("In the backup"));
            QVERIFY(!program.wait([&](const auto &done) { program.port.backUp(copy, done); }).fault);
            program.ask(QStringLiteral("After the backup"));
            QVERIFY(program.wait([&](const auto &done) { program.port.restore(folder.filePath(QStringLiteral("settings.json")), done); }).fault);
            QVERIFY(!program.wait([&](const auto &done) { program.port.restore(copy, done); }).fault);
            QCOMPARE(program.engine.library().conversations().size(), std::size_t(2));
        }
        {
            Program program(folder.path());
            QCOMPARE(program.engine.library().conversations().size(), std::size_t(1));
        }
        QCOMPARE(QDir(folder.filePath(QStringLiteral("backups"))).entryList({QStringLiteral("breakwater-replaced-*.db")}).size(), qsizetype(1));
    }

    void everythingIsDeletedOnTheDiskToo()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        program.ask(QStringLiteral("A secret of the harbour master"));
        QVERIFY(!program.wait([&](const auto &done) { program.port.eraseAll({true, false}, done); }).fault);
        QVERIFY(program.engine.library().conversations().empty());
        for (const char *end : {"", "-wal"}) {
            QFile file(folder.filePath(QStringLiteral("breakwater.db")) + QLatin1String(end));
            if (file.open(QIODevice::ReadOnly))
                QVERIFY(!file.readAll().contains("harbour master"));
        }
        QVERIFY(!program.wait([&](const auto &done) { program.port.compact(done); }).fault);
        program.ask(QStringLiteral("Life goes on"));
    }

    void whatNobodyTouchedGoesWhenThePersonWantsIt()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        program.ask(QStringLiteral("Recent"));
        const auto add = [&](const QString &id, bool pinned) {
            Conversation old;
            old.id = ConversationId(id);
            old.pinned = pinned;
            old.updatedAt = program.engine.time().wall() - std::chrono::days(40);
            program.engine.library().addConversation(old);
            program.engine.store().saveConversation(old);
        };
        add(QStringLiteral("old"), false);
        add(QStringLiteral("pinned"), true);
        QCOMPARE(program.port.countUntouched(30), 1);
        QCOMPARE(program.port.countUntouched(60), 0);
        Preferences preferences = program.engine.settings().preferences;
        preferences.keepDays = 30;
        program.engine.apply(preferences);
        QVERIFY(program.engine.library().conversation(ConversationId(QStringLiteral("old"))) == nullptr);
        QCOMPARE(program.engine.library().conversations().size(), std::size_t(2));
        QCOMPARE(loadSettings(folder.filePath(QStringLiteral("settings.json"))).preferences.keepDays, std::optional(30));
    }

    void aDraftThatIsWrittenMeanwhileKeepsItsConversation()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        for (const char *name : {"plain", "draft", "aside"}) {
            Conversation old;
            old.id = ConversationId(QLatin1String(name));
            old.updatedAt = program.engine.time().wall() - std::chrono::days(40);
            program.engine.library().addConversation(old);
            program.engine.store().saveConversation(old);
        }
        const ConversationId draft(QStringLiteral("draft"));
        QCOMPARE(program.port.countUntouched(30), 3);
        program.engine.saveDraft(draft, {QStringLiteral("half a thought"), {}});
        program.engine.saveDraft(asideOf(ConversationId(QStringLiteral("aside"))), {QStringLiteral("another"), {}});
        QCOMPARE(program.port.countUntouched(30), 1);
        Preferences preferences = program.engine.settings().preferences;
        preferences.keepDays = 30;
        program.engine.apply(preferences);
        QCOMPARE(program.engine.library().conversations().size(), std::size_t(2));
        program.engine.saveDraft(draft, {}); // it was sent, or given up
        QCOMPARE(program.port.countUntouched(30), 1);
    }

    void theKeysGoWithEverythingWhereThePersonWantsIt()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        Preferences preferences = program.engine.settings().preferences;
        const ProviderId id = addServer(preferences.routes, QUrl(QStringLiteral("https://gateway.example")), QStringLiteral("qwen"));
        program.engine.apply(preferences);
        const Provider server = *program.engine.routes().provider(id);
        const auto secret = [&]() -> QByteArray { return program.engine.keyring().key(server).value_or(NamedKey()).secret; };
        QVERIFY(secret().isEmpty());
        program.engine.keyring().setKey(server, QStringLiteral("Key 1"), QByteArrayLiteral("sk-secret"), KeyPlace::PrivateFile, [](KeyTrouble trouble) { QCOMPARE(trouble, KeyTrouble::None); });
        QTRY_COMPARE(secret(), QByteArray("sk-secret"));
        QVERIFY(!program.wait([&](const auto &done) { program.port.eraseAll({false, false}, done); }).fault);
        QCOMPARE(secret(), QByteArray("sk-secret")); // not ticked
        QVERIFY(!program.wait([&](const auto &done) { program.port.eraseAll({false, true}, done); }).fault);
        QVERIFY(secret().isEmpty());
        for (QDirIterator each(folder.path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("sk-secret"), qPrintable(file.fileName()));
        }
    }

    void whatIsUnderWayTellsHowFarItIs()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        program.ask(QStringLiteral("How far?"));
        QVERIFY(!program.port.share());
        bool ended = false;
        program.port.compact([&ended](const DataOutcome &) { ended = true; });
        const auto share = program.port.share(); // of the log, in which there is something already
        QVERIFY(share && *share > 0.0 && *share <= 1.0);
        QTRY_VERIFY(ended);
        QVERIFY(!program.port.share());
    }

    void aCommandWorksBesideTheWindow()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        QProcess ask;
        ask.start(QStringLiteral(BREAKWATER_BINARY), {QStringLiteral("--data"), folder.path(), QStringLiteral("--weather"), QStringLiteral("clear"), QStringLiteral("--speed"), QStringLiteral("50"),
                                                         QStringLiteral("ask"), QStringLiteral("Hello")});
        QVERIFY(ask.waitForStarted());
        for (int each = 0; each < 3; ++each)
            program.ask(QStringLiteral("Beside it %1").arg(each));
        QTRY_COMPARE_WITH_TIMEOUT(ask.state(), QProcess::NotRunning, 60'000);
        QCOMPARE(ask.exitCode(), 0);
        std::optional<DataFacts> facts;
        program.port.readFacts([&facts](const std::optional<DataFacts> &read) { facts = read; });
        QTRY_VERIFY(facts.has_value());
        QCOMPARE(facts->conversations, 4);
        QCOMPARE(facts->messages, 8);
    }
};

QTEST_MAIN(TestHistoryKeeping)
#include "tst_historykeeping.moc"
