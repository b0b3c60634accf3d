// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemtime.h"
#include "core/store/storethread.h"
#include "tests/support/smalldisk.h"

#include <QtTest>

#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>

#include <sys/resource.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/fsuid.h>
#endif

using namespace breakwater;

namespace {

const ConversationId talk(QStringLiteral("talk"));
const TurnId turnId(QStringLiteral("turn"));
const MessageId answerId(QStringLiteral("answer"));

Conversation conversation(const QString &title = QStringLiteral("Harbours"))
{
    Conversation made;
    made.id = talk;
    made.title = title;
    return made;
}

Message message(const MessageId &id, Role role, const QString &text)
{
    Message made;
    made.id = id;
    made.conversation = talk;
    made.turn = turnId;
    made.role = role;
    made.text = text;
    made.state = role == Role::User ? MessageState::Sent : MessageState::Streaming;
    return made;
}

TurnState turn(TurnPhase phase)
{
    TurnState made;
    made.id = turnId;
    made.conversation = talk;
    made.question = MessageId(QStringLiteral("question"));
    made.phase = phase;
    return made;
}

/// A store with one turn that is being answered.
struct Desk
{
    explicit Desk(const QString &path)
        : file(path)
    {
        bool ready = false;
        store.open(path, [](const Result<Snapshot> &) {});
        store.accept(conversation(), message(MessageId(QStringLiteral("question")), Role::User, QStringLiteral("Why?")), turn(TurnPhase::Accepted),
            [&ready](const Result<void> &written) { ready = written.has_value(); });
        store.answerBegan(message(answerId, Role::Assistant, {}));
        (void)QTest::qWaitFor([&ready] { return ready; }, 10'000);
    }
    /// Everything that was asked for before is done.
    void settle()
    {
        bool done = false;
        store.chapter(talk, [&done](const Result<Chapter> &) { done = true; });
        QVERIFY(QTest::qWaitFor([&done] { return done; }, 60'000));
    }
    [[nodiscard]] QString onDisk() const
    {
        auto archive = Archive::open(file, time);
        const auto chapter = archive ? archive->chapter(talk) : Result<Chapter>(tl::unexpected(Fault()));
        return chapter && chapter->messages.size() == 2 ? chapter->messages.back().text : QStringLiteral("(none)");
    }

    QString file;
    SystemTime time;
    StoreThread store {time};
};

} // namespace

/// What the disk refuses is kept, and written when it can be.
class TestUnsaved : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskKeepsTheAnswerUntilThereIsRoom()
    {
        SmallDisk disk(qint64(8) * 1024 * 1024);
        if (!disk.why().isEmpty())
            QSKIP(qPrintable(disk.why()));
        Desk desk(disk.filePath(QStringLiteral("breakwater.db")));
        QSignalSpy refused(&desk.store, &StoreThread::answerNotSaved);
        QSignalSpy saved(&desk.store, &StoreThread::allSaved);
        desk.store.checkpoint(answerId, QStringLiteral("before "));
        desk.settle();
        disk.fill();
        const QString piece(20'000, QLatin1Char('x'));
        for (int each = 0; each < 100; ++each)
            desk.store.checkpoint(answerId, piece);
        desk.store.saveConversation(conversation(QStringLiteral("Renamed on a full disk")));
        desk.settle();
        QVERIFY(refused.count() >= 1);
        QCOMPARE(refused.first().at(0).value<MessageId>(), answerId);
        QCOMPARE(refused.first().at(1).value<Fault>().kind, FaultKind::DiskFull);
        // A question is refused at once: the composer keeps the text.
        std::optional<Fault> answered;
        desk.store.accept(conversation(), message(MessageId(QStringLiteral("second")), Role::User, QString(100'000, QLatin1Char('q'))), turn(TurnPhase::Accepted),
            [&answered](const Result<void> &written) { answered = written ? Fault() : written.error(); });
        QTRY_VERIFY(answered.has_value());
        QCOMPARE(answered->kind, FaultKind::DiskFull);
        std::optional<bool> again;
        desk.store.saveAgain([&again](const Result<void> &written) { again = written.has_value(); });
        QTRY_VERIFY(again.has_value());
        QCOMPARE(*again, false);
        QCOMPARE(saved.count(), 0);

        disk.makeRoom();
        again.reset();
        desk.store.saveAgain([&again](const Result<void> &written) { again = written.has_value(); });
        QTRY_VERIFY(again.has_value());
        QCOMPARE(*again, true);
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(desk.onDisk().size(), QStringLiteral("before ").size() + 100 * piece.size());
        auto archive = Archive::open(desk.file, desk.time);
        QCOMPARE(archive->snapshot()->conversations.front().title, QStringLiteral("Renamed on a full disk"));
    }

    void theWholeAnswerTakesThePlaceOfItsParts()
    {
        SmallDisk disk(qint64(8) * 1024 * 1024);
        if (!disk.why().isEmpty())
            QSKIP(qPrintable(disk.why()));
        Desk desk(disk.filePath(QStringLiteral("breakwater.db")));
        disk.fill();
        const QString text(200'000, QLatin1Char('y'));
        desk.store.checkpoint(answerId, text);
        Message whole = message(answerId, Role::Assistant, text);
        whole.state = MessageState::Complete;
        std::optional<Fault> told;
        desk.store.settled(turn(TurnPhase::Answered), whole, [&told](const Result<void> &written) { told = written ? Fault() : written.error(); });
        QTRY_VERIFY(told.has_value());
        QCOMPARE(told->kind, FaultKind::DiskFull);
        disk.makeRoom();
        // A later write takes it along, without anybody asking.
        int drafts = 0;
        QTRY_COMPARE((desk.store.saveDraft(talk, {QStringLiteral("draft %1").arg(++drafts), {}}), desk.onDisk()), text);
        auto archive = Archive::open(desk.file, desk.time);
        QVERIFY(archive->snapshot()->unfinished.empty());
    }

    void whatWaitsIsWrittenWhenTheProgramEnds()
    {
        SmallDisk disk(qint64(8) * 1024 * 1024);
        if (!disk.why().isEmpty())
            QSKIP(qPrintable(disk.why()));
        std::optional<Desk> desk;
        desk.emplace(disk.filePath(QStringLiteral("breakwater.db")));
        disk.fill();
        desk->store.checkpoint(answerId, QString(300'000, QLatin1Char('z')));
        desk->settle();
        disk.makeRoom();
        const QString file = desk->file;
        desk.reset();
        SystemTime time;
        auto archive = Archive::open(file, time);
        QCOMPARE(archive->chapter(talk)->messages.back().text.size(), qsizetype(300'000));
    }

    void aFileThatAnotherProgramHoldsIsWaitedForAndNothingIsLost()
    {
        const QTemporaryDir folder;
        Desk desk(folder.filePath(QStringLiteral("breakwater.db")));
        auto other = Database::open(desk.file);
        QVERIFY(other && other->run(QStringLiteral("BEGIN EXCLUSIVE")));
        QSignalSpy refused(&desk.store, &StoreThread::answerNotSaved);
        desk.store.checkpoint(answerId, QStringLiteral("one "));
        desk.store.checkpoint(answerId, QStringLiteral("two "));
        QTRY_VERIFY_WITH_TIMEOUT(refused.count() >= 1, 20'000);
        QCOMPARE(refused.first().at(1).value<Fault>().code, QStringLiteral("locked"));
        QVERIFY(other->run(QStringLiteral("COMMIT")));
        std::optional<bool> again;
        desk.store.saveAgain([&again](const Result<void> &written) { again = written.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(again.has_value(), 20'000);
        QCOMPARE(*again, true);
        QCOMPARE(desk.onDisk(), QStringLiteral("one two "));
    }

    void aDiskThatFailsToWriteKeepsTheAnswer()
    {
#ifdef Q_OS_UNIX
        const QTemporaryDir folder;
        Desk desk(folder.filePath(QStringLiteral("breakwater.db")));
        QSignalSpy refused(&desk.store, &StoreThread::answerNotSaved);
        rlimit before {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit none = before;
        none.rlim_cur = 1024; // the system fails each write beyond: an input or output error to SQLite
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
        desk.store.checkpoint(answerId, QString(50'000, QLatin1Char('w')));
        desk.settle();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QCOMPARE(refused.count(), 1);
        std::optional<bool> again;
        desk.store.saveAgain([&again](const Result<void> &written) { again = written.has_value(); });
        QTRY_VERIFY(again.has_value());
        QCOMPARE(*again, true);
        QCOMPARE(desk.onDisk().size(), qsizetype(50'000));
#else
        QSKIP("the limit of a file's size is a thing of Unix");
#endif
    }

    void eachPlaceThatCannotBeUsedIsNamed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << QStringLiteral("missing/breakwater.db") << QStringLiteral("noFolder");
        QTest::newRow("a file") << QStringLiteral("letter/breakwater.db") << QStringLiteral("folderIsFile");
        QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("isFolder");
        QTest::newRow("not permitted") << QStringLiteral("locked/breakwater.db") << QStringLiteral("noPermission");
    }
    void eachPlaceThatCannotBeUsedIsNamed()
    {
        QFETCH(QString, file);
        QFETCH(QString, code);
        const QTemporaryDir folder;
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("folder")) && QDir(folder.path()).mkpath(QStringLiteral("locked")));
        QFile letter(folder.filePath(QStringLiteral("letter")));
        QVERIFY(letter.open(QIODevice::WriteOnly));
        letter.close();
        QVERIFY(QFile::setPermissions(folder.filePath(QStringLiteral("locked")), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
#ifdef Q_OS_LINUX
        if (::geteuid() == 0)
            (void)::setfsuid(65534); // root may write anywhere
#endif
        SystemTime time;
        const auto opened = Archive::open(folder.filePath(file), time);
#ifdef Q_OS_LINUX
        if (::geteuid() == 0)
            (void)::setfsuid(0);
#endif
        QVERIFY(QFile::setPermissions(folder.filePath(QStringLiteral("locked")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, FaultKind::ReadOnly);
        QCOMPARE(opened.error().code, code);
    }

    void whatIsWrittenBeforeTheFileCanBeOpenedIsKept()
    {
        const QTemporaryDir folder;
        SystemTime time;
        StoreThread store(time);
        const QString file = folder.filePath(QStringLiteral("later/breakwater.db"));
        std::optional<Fault> fault;
        store.open(file, [&fault](const Result<Snapshot> &opened) { fault = opened ? Fault() : opened.error(); });
        store.saveDraft(talk, {QStringLiteral("typed meanwhile"), {}});
        QTRY_VERIFY(fault.has_value());
        QCOMPARE(fault->code, QStringLiteral("noFolder"));
        QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("later"))));
        std::optional<std::size_t> drafts;
        store.open(file, [](const Result<Snapshot> &) {});
        store.saveAgain([](const Result<void> &) {});
        store.open(file, [&drafts](const Result<Snapshot> &opened) { drafts = opened ? opened->drafts.size() : 0; });
        QTRY_VERIFY(drafts.has_value());
        QCOMPARE(*drafts, std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestUnsaved)
#include "tst_unsaved.moc"
