// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"
#include "app/engine.h"
#include "tests/support/smalldisk.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"
#include "ui/style/button.h"
#include "ui/transcript/banner.h"
#include "ui/transcript/transcriptview.h"

#include <QtTest>

using namespace breakwater;

/// The disk becomes full while an answer arrives, in the whole program with its window.
class TestFullDisk : public QObject
{
    Q_OBJECT

private:
    struct Program
    {
        Program(const QString &folder, double speed)
            : engine(folder)
        {
            engine.settings().welcomed = true;
            problem = engine.setWeather(QStringLiteral("clear"), speed);
            desktop.emplace(engine);
            desktop->start();
        }
        ConversationPane &pane() { return desktop->window().pane(); }
        [[nodiscard]] Banner *banner()
        {
            const auto all = pane().transcript().findChildren<Banner *>();
            const auto shown = std::find_if(all.begin(), all.end(), [](const Banner *each) { return each->isVisible(); });
            return shown == all.end() ? nullptr : *shown;
        }
        void clickBanner()
        {
            QVERIFY(banner() != nullptr);
            QTest::mouseClick(banner()->findChild<Button *>(), Qt::LeftButton);
        }

        Engine engine;
        std::optional<QString> problem;
        std::optional<Desktop> desktop;
    };

private Q_SLOTS:
    void theAnswerStaysAndIsSavedOnceThereIsRoom()
    {
        SmallDisk disk(qint64(8) * 1024 * 1024);
        if (!disk.why().isEmpty())
            QSKIP(qPrintable(disk.why()));
        ConversationId conversation;
        QString text;
        {
            Program program(disk.path(), 6);
            QVERIFY2(!program.problem, qPrintable(program.problem.value_or(QString())));
            const auto turn = program.engine.outbox().submit({{}, QStringLiteral("Why do harbours have breakwaters? ").repeated(120), {}});
            QVERIFY(turn);
            const auto state = [&]() -> const TurnState & { return *program.engine.outbox().turn(*turn); };
            conversation = state().conversation;
            program.desktop->window().showConversation(conversation);
            QTRY_COMPARE_WITH_TIMEOUT(state().phase, TurnPhase::Streaming, 20'000);
            disk.fill();
            // In the turn where it happens, while it happens.
            QTRY_VERIFY_WITH_TIMEOUT(program.banner() != nullptr, 20'000);
            QVERIFY(state().phase == TurnPhase::Streaming);
            QTRY_COMPARE_WITH_TIMEOUT(state().phase, TurnPhase::Answered, 60'000);
            const auto answer = [&]() -> const Message & { return program.engine.library().messages(conversation).back(); };
            QCOMPARE(answer().state, MessageState::Complete);
            text = answer().text;
            QVERIFY(text.size() > 500);
            QTRY_VERIFY(program.banner() != nullptr && program.banner()->notice().words.title == QStringLiteral("The disk is full."));
            QCOMPARE(program.banner()->notice().words.sentence, QStringLiteral("This answer is on screen but not saved. About 20 MB is enough."));
            QCOMPARE(program.banner()->notice().kind, NoticeKind::Disk);
            QCOMPARE(program.banner()->findChild<Button *>()->text(), QStringLiteral("Save again"));
            QVERIFY(!program.pane().notice().isVisible()); // said once

            program.clickBanner(); // still no room
                QTRY_VERIFY(program.banner() != nullptr);
            disk.makeRoom();
            program.clickBanner();
            QTRY_VERIFY(program.banner() == nullptr);
            QCOMPARE(state().phase, TurnPhase::Answered);
            QCOMPARE(state().attempts.size(), std::size_t(1)); // nobody was asked again
            QCOMPARE(answer().text, text);
        }
        Program program(disk.path(), 6);
        QTRY_COMPARE(program.desktop->window().currentConversation(), conversation);
        QTRY_COMPARE(program.engine.library().messages(conversation).size(), std::size_t(2));
        QCOMPARE(program.engine.library().messages(conversation).back().text, text);
        QCOMPARE(program.engine.library().messages(conversation).back().state, MessageState::Complete);
        QVERIFY(program.banner() == nullptr);
    }

    void aQuestionThatTheDiskRefusesIsNotSentAndComesBack()
    {
        SmallDisk disk(qint64(8) * 1024 * 1024);
        if (!disk.why().isEmpty())
            QSKIP(qPrintable(disk.why()));
        Program program(disk.path(), 30);
        bool open = false;
        program.engine.store().saveAgain([&open](const Result<void> &) { open = true; });
        QTRY_VERIFY(open);
        disk.fill();
        const QString question = QStringLiteral("Why?\n\n").repeated(2000);
        const auto turn = program.engine.outbox().submit({{}, question, {}});
        QVERIFY(turn);
        const ConversationId conversation = program.engine.outbox().turn(*turn)->conversation;
        program.desktop->window().showConversation(conversation);
        QTRY_COMPARE(program.engine.outbox().turn(*turn)->phase, TurnPhase::Failed);
        QVERIFY(program.engine.outbox().turn(*turn)->attempts.empty());
        QTRY_VERIFY(program.banner() != nullptr);
        QCOMPARE(program.banner()->notice().words.title, QStringLiteral("The disk is full."));
        QCOMPARE(program.banner()->notice().words.sentence, QStringLiteral("This turn was not sent. Your text is kept. About 20 MB is enough."));
        disk.makeRoom();
        program.clickBanner(); // sends it: it is written first
        QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*turn)->phase, TurnPhase::Answered, 20'000);
        std::optional<std::size_t> onDisk;
        program.engine.store().chapter(conversation, [&onDisk](const Result<Chapter> &read) { onDisk = read ? read->messages.size() : 0; });
        QTRY_COMPARE(onDisk.value_or(0), std::size_t(2));
    }

    void aFolderThatIsNotThereIsSaidAndTriedAgain()
    {
        const QTemporaryDir folder;
        QFile inTheWay(folder.filePath(QStringLiteral("breakwater.db")));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("breakwater.db")));
        Program program(folder.path(), 30);
        QTRY_VERIFY(program.pane().notice().isVisible());
        QCOMPARE(program.pane().notice().title(), QStringLiteral("A folder is in the place of Breakwater’s history."));
        QVERIFY(QDir(folder.path()).rmdir(QStringLiteral("breakwater.db")));
        program.pane().notice().clickAction();
        QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("breakwater.db"))));
        const auto turn = program.engine.outbox().submit({{}, QStringLiteral("Hello"), {}});
        QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*turn)->phase, TurnPhase::Answered, 20'000);
    }

    void aNewerHistoryIsRefusedInTheWindowAndUnchanged()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        {
            auto database = Database::open(file);
            QVERIFY(database && database->run(QStringLiteral("CREATE TABLE writer(program)")) && database->run(QStringLiteral("INSERT INTO writer VALUES('Breakwater 9.1')")));
            QVERIFY(database->run(QStringLiteral("PRAGMA user_version=999")));
        }
        const auto content = [&file] {
            QFile read(file);
            return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
        };
        const QByteArray before = content();
        {
            Program program(folder.path(), 30);
            QTRY_VERIFY(program.pane().notice().isVisible());
            QCOMPARE(program.pane().notice().title(), QStringLiteral("A newer Breakwater wrote your history."));
            program.desktop->window().draftChanged({}, {QStringLiteral("typed meanwhile"), {}});
            bool done = false;
            program.engine.store().saveAgain([&done](const Result<void> &) { done = true; });
            QTRY_VERIFY(done);
        }
        QVERIFY(content() == before);
    }
};

QTEST_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
