// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"
#include "app/engine.h"
#include "tests/support/failingdisk.h"
#include "tests/support/smalldisk.h"
#include "ui/composer/composer.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"
#include "ui/style/button.h"
#include "ui/transcript/banner.h"
#include "ui/transcript/transcriptview.h"

#include <QtTest>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace breakwater;

namespace {

/// This process as another user, who may not write everywhere as root may.
class AsNobody
{
public:
    explicit AsNobody(const QString &home)
    {
#ifdef Q_OS_LINUX
        constexpr uid_t nobody = 65534;
        m_root = ::geteuid() == 0;
        if (m_root && (::chown(QFile::encodeName(home).constData(), nobody, nobody) != 0 || ::setresuid(nobody, nobody, 0) != 0)) // what SQLite asks of its temporary folder goes by the real one
            m_why = QStringLiteral("no other user can be taken on here");
        else if (!QFileInfo(home).isWritable())
            m_why = QStringLiteral("another user cannot reach %1").arg(home);
#else
        Q_UNUSED(home)
        m_why = QStringLiteral("permissions of folders are another matter here");
#endif
    }
    ~AsNobody()
    {
#ifdef Q_OS_LINUX
        if (m_root && ::setresuid(0, 0, 0) != 0)
            qFatal("root again: refused");
#endif
    }
    Q_DISABLE_COPY_MOVE(AsNobody)
    [[nodiscard]] QString why() const { return m_why; }

private:
    QString m_why;
    bool m_root = false;
};

void setWritable(const QString &folder, bool writable)
{
    const QFile::Permissions file = writable ? QFile::ReadOwner | QFile::WriteOwner : QFile::Permissions(QFile::ReadOwner);
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    for (const QFileInfo &each : files)
        QVERIFY(QFile::setPermissions(each.filePath(), file));
    QVERIFY(QFile::setPermissions(folder, file | QFile::ExeOwner));
}

const QString question = QStringLiteral("Why do harbours have breakwaters? ").repeated(120);

} // namespace

/// The disk becomes read-only, fails or is away while an answer arrives, in the whole program with its window.
class TestLostDisk : public QObject
{
    Q_OBJECT

private:
    struct Program
    {
        Program(const QString &folder, double speed)
            : engine(folder)
        {
            engine.settings().welcomed = true;
            engine.settings().preferences.writesTitles = false; // it would count as an attempt, sooner or later
            problem = engine.setWeather(QStringLiteral("clear"), speed);
            desktop.emplace(engine);
            desktop->start();
        }
        /// Asks, and shows the answer that begins.
        void ask(const QString &text)
        {
            QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
            const auto made = engine.outbox().submit({{}, text, {}});
            QVERIFY(made);
            turn = *made;
            conversation = state().conversation;
            desktop->window().showConversation(conversation);
        }
        [[nodiscard]] const TurnState &state() { return *engine.outbox().turn(turn); }
        [[nodiscard]] const Message &answer() { return engine.library().messages(conversation).back(); }
        ConversationPane &pane() { return desktop->window().pane(); }
        [[nodiscard]] Banner *banner()
        {
            const auto all = pane().transcript().findChildren<Banner *>();
            const auto shown = std::find_if(all.begin(), all.end(), [](const Banner *each) { return each->isVisible(); });
            return shown == all.end() ? nullptr : *shown;
        }
        [[nodiscard]] QString title() { return banner() != nullptr ? banner()->notice().words.title : QString(); }
        void clickBanner()
        {
            QVERIFY(banner() != nullptr);
            QTest::mouseClick(banner()->findChild<Button *>(), Qt::LeftButton);
        }
        /// After a restart: shows the answer, whole.
        void showsWhole(const ConversationId &wanted, const QString &text)
        {
            QTRY_COMPARE(desktop->window().currentConversation(), wanted);
            QTRY_COMPARE(engine.library().messages(wanted).size(), std::size_t(2));
            QCOMPARE(engine.library().messages(wanted).back().text, text);
            QCOMPARE(engine.library().messages(wanted).back().state, MessageState::Complete);
            QVERIFY(banner() == nullptr);
        }

        Engine engine;
        std::optional<QString> problem;
        std::optional<Desktop> desktop;
        TurnId turn;
        ConversationId conversation;
    };

private Q_SLOTS:
    void permissionsThatChangeUnderOpenFilesLoseNothing()
    {
        const QTemporaryDir folder;
        const AsNobody nobody(folder.path());
        if (!nobody.why().isEmpty())
            QSKIP(qPrintable(nobody.why()));
        ConversationId conversation;
        QString text;
        {
            Program program(folder.path(), 6);
            QSignalSpy refused(&program.engine, &Engine::notSaved);
            program.ask(question);
            QTRY_COMPARE_WITH_TIMEOUT(program.state().phase, TurnPhase::Streaming, 20'000);
            setWritable(folder.path(), false);
            QVERIFY(!QFile(folder.filePath(QStringLiteral("new"))).open(QIODevice::WriteOnly));
            QTRY_COMPARE_WITH_TIMEOUT(program.state().phase, TurnPhase::Answered, 60'000);
            conversation = program.conversation;
            text = program.answer().text;
            bool written = false;
            program.engine.store().saveAgain([&written](const Result<void> &done) { written = done.has_value(); });
            QTRY_VERIFY(written);
            QVERIFY(program.banner() == nullptr && refused.isEmpty()); // nothing failed: nothing to say
        }
        setWritable(folder.path(), true);
        Program program(folder.path(), 6);
        program.showsWhole(conversation, text);
    }

    void anAnswerOnADiskThatFailsIsSavedOnceItIsConnectedAgain_data()
    {
        QTest::addColumn<bool>("readOnly");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("read-only") << true << QStringLiteral("The disk is read-only.") << QStringLiteral("This answer is on screen but not saved. The disk has to be made writable, or connected again.");
        QTest::newRow("broken") << false << QStringLiteral("The disk does not work as it should.") << QStringLiteral("This answer is on screen but not saved. The disk has to be repaired, or connected again.");
    }
    void anAnswerOnADiskThatFailsIsSavedOnceItIsConnectedAgain()
    {
        QFETCH(const bool, readOnly);
        QFETCH(const QString, title);
        QFETCH(const QString, sentence);
        FailingDisk disk;
        if (!disk.why().isEmpty())
            QSKIP(qPrintable(disk.why()));
        ConversationId conversation;
        QString text;
        {
            Program program(disk.path(), 6);
            program.ask(question);
            conversation = program.conversation;
            QTRY_COMPARE_WITH_TIMEOUT(program.state().phase, TurnPhase::Streaming, 20'000);
            QVERIFY(readOnly ? disk.turnReadOnly() : disk.breakDown());
            QTRY_VERIFY_WITH_TIMEOUT(program.banner() != nullptr, 20'000);
            QVERIFY(program.state().phase == TurnPhase::Streaming); // in the turn where it happens, while it happens
            QTRY_COMPARE_WITH_TIMEOUT(program.state().phase, TurnPhase::Answered, 60'000);
            QCOMPARE(program.answer().state, MessageState::Complete);
            text = program.answer().text;
            QVERIFY(text.size() > 500);
            QTRY_COMPARE(program.title(), title);
            QCOMPARE(program.banner()->notice().words.sentence, sentence);
            QCOMPARE(program.banner()->notice().kind, NoticeKind::Disk);
            QCOMPARE(program.banner()->findChild<Button *>()->text(), QStringLiteral("Save again"));

            program.clickBanner(); // it is as it was
            QTRY_COMPARE(program.title(), title);
            disk.disconnect(); // its folder is empty: no place for a history
            program.clickBanner();
            QTRY_COMPARE(program.title(), QStringLiteral("Breakwater’s folder is not there."));
            QCOMPARE(program.banner()->notice().words.sentence, QStringLiteral("What you see is on screen but not saved. Bring it back, or connect the disk that it is on."));
            QVERIFY(!QFile::exists(disk.filePath(QStringLiteral("breakwater.db"))));

            QVERIFY(disk.connectAgain());
            QTRY_VERIFY(program.banner() != nullptr);
            program.clickBanner();
            QTRY_VERIFY_WITH_TIMEOUT(program.banner() == nullptr, 20'000);
            QCOMPARE(program.state().attempts.size(), std::size_t(1)); // nobody was asked again
            QCOMPARE(program.answer().text, text);
            program.ask(QStringLiteral("And now?")); // and everything goes on
            QTRY_COMPARE_WITH_TIMEOUT(program.state().phase, TurnPhase::Answered, 20'000);
            program.desktop->window().showConversation(conversation);
        }
        QVERIFY(!QFile::exists(disk.filePath(QStringLiteral("damaged")))); // it was whole all the time
        Program program(disk.path(), 6);
        program.showsWhole(conversation, text);
        QCOMPARE(program.engine.library().conversations().size(), std::size_t(2));
    }

    void aHistoryThatCannotBeWrittenIsShown_data()
    {
        QTest::addColumn<bool>("crashed");
        QTest::newRow("ended well") << false;
        QTest::newRow("with a log of changes") << true;
    }
    void aHistoryThatCannotBeWrittenIsShown()
    {
        QFETCH(const bool, crashed);
        SmallDisk disk(qint64(32) * 1024 * 1024);
        if (!disk.why().isEmpty())
            QSKIP(qPrintable(disk.why()));
        const QString file = disk.filePath(QStringLiteral("breakwater.db"));
        ConversationId conversation;
        QString text;
        {
            Program program(disk.path(), 60);
            program.ask(question);
            QTRY_COMPARE_WITH_TIMEOUT(program.state().phase, TurnPhase::Answered, 60'000);
            conversation = program.conversation;
            text = program.answer().text;
            QSignalSpy indexed(&program.engine.store(), &StoreThread::indexed);
            program.engine.store().chapter(conversation, [](const Result<Chapter> &) {});
            QTRY_VERIFY(indexed.count() > 0);
            if (crashed) { // what a program that ended in the midst of it leaves
                QVERIFY(QFile::copy(file, disk.filePath(QStringLiteral("kept"))) && QFile::copy(file + QStringLiteral("-wal"), disk.filePath(QStringLiteral("kept-wal"))));
            }
        }
        if (crashed) {
            QVERIFY(QFile::remove(file) && QFile::rename(disk.filePath(QStringLiteral("kept")), file));
            QVERIFY(QFile::rename(disk.filePath(QStringLiteral("kept-wal")), file + QStringLiteral("-wal")));
        }
        QVERIFY(disk.setReadOnly(true));
        Program program(disk.path(), 60);
        NoticeBar &notice = program.pane().notice();
        QTRY_COMPARE(notice.title(), QStringLiteral("The disk is read-only."));
        QCOMPARE(notice.accessibleName(), QStringLiteral("The disk is read-only. Your history can be read, but nothing can be sent or changed before %1 can be written.").arg(disk.path()));
        program.showsWhole(conversation, text);
        std::optional<std::size_t> hits;
        program.engine.findMessages({parseSearch(QStringLiteral("harbours"))}, [&hits](const Result<SearchAnswer> &answer) { hits = answer ? answer->hits.size() : 0; });
        QTRY_VERIFY(hits.has_value());
        QVERIFY(*hits > 0);
        const Total spent = program.engine.ledger().on(program.engine.ledger().today());

        // A question is not sent, and its text is kept.
        program.ask(QStringLiteral("And now?"));
        QTRY_COMPARE(program.state().phase, TurnPhase::Failed);
        QVERIFY(program.state().attempts.empty());
        QTRY_COMPARE(program.title(), QStringLiteral("The disk is read-only."));
        const Conversation *shown = program.engine.library().conversation(conversation);
        QVERIFY(shown != nullptr);
        Conversation renamed = *shown;
        renamed.title = QStringLiteral("Renamed meanwhile");
        program.engine.library().updateConversation(renamed);
        program.engine.store().saveConversation(renamed);
        QTRY_VERIFY(notice.isVisible());
        notice.clickAction(); // it is as it was
        QTRY_VERIFY(program.engine.isOnlyShown() && notice.isVisible());

        QVERIFY(disk.setReadOnly(false));
        notice.clickAction();
        QTRY_VERIFY(!notice.isVisible() && !program.engine.isOnlyShown());
        program.clickBanner();
        QTRY_COMPARE_WITH_TIMEOUT(program.state().phase, TurnPhase::Answered, 20'000);
        QCOMPARE(program.engine.library().conversations().size(), std::size_t(2));
        QCOMPARE(program.engine.library().messages(conversation).size(), std::size_t(2));
        QCOMPARE(program.engine.library().conversation(conversation)->title, QStringLiteral("Renamed meanwhile"));
        QCOMPARE(program.engine.ledger().on(program.engine.ledger().today()).attempts, spent.attempts + 1); // not what was there twice
        auto archive = Archive::open(file, program.engine.time());
        QVERIFY(archive && archive->chapter(program.conversation)->messages.size() == 2);
        QCOMPARE(archive->parcel(conversation)->value().conversation.title, QStringLiteral("Renamed meanwhile"));
    }

    void aQuestionOnAReadOnlyDiskIsSentOnceItIsConnectedAgain()
    {
        FailingDisk disk;
        if (!disk.why().isEmpty())
            QSKIP(qPrintable(disk.why()));
        Program program(disk.path(), 30);
        bool open = false;
        program.engine.store().saveAgain([&open](const Result<void> &) { open = true; });
        QTRY_VERIFY(open);
        QVERIFY(disk.turnReadOnly());
        program.ask(QStringLiteral("Why?"));
        QTRY_COMPARE(program.state().phase, TurnPhase::Failed);
        QTRY_COMPARE(program.title(), QStringLiteral("The disk is read-only."));
        QCOMPARE(program.banner()->notice().words.sentence, QStringLiteral("This turn was not sent. Your text is kept. The disk has to be made writable, or connected again."));
        QVERIFY(disk.connectAgain());
        program.clickBanner(); // sends it: it is written first
        QTRY_COMPARE_WITH_TIMEOUT(program.state().phase, TurnPhase::Answered, 20'000);
        std::optional<std::size_t> onDisk;
        program.engine.store().chapter(program.conversation, [&onDisk](const Result<Chapter> &read) { onDisk = read ? read->messages.size() : 0; });
        QTRY_COMPARE(onDisk.value_or(0), std::size_t(2));
    }
};

QTEST_MAIN(TestLostDisk)
#include "tst_lostdisk.moc"
