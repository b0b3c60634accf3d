// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemtime.h"
#include "core/store/backup.h"
#include "core/store/archive.h"
#include "core/store/schema.h"
#include "core/store/storethread.h"
#include "tests/support/smalldisk.h"

#include <QtTest>

#include <QTemporaryDir>

using namespace breakwater;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const WallTime christmas(std::chrono::milliseconds(1'766'664'000'000)); // noon of 25 December 2025, UTC

/// A file as a program of schema 3 left it.
void makeOld(const QString &path, std::size_t version = 3)
{
    auto database = Database::open(path);
    QVERIFY(database && migrate(*database, version));
    QVERIFY(database->run(QStringLiteral("INSERT INTO conversation(id, title, title_is_manual, pinned, created_at, updated_at) VALUES('c', 'Old', 0, 0, 5, 6)")));
}

int versionOf(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    auto query = database->run(QStringLiteral("PRAGMA user_version"));
    return query && query->next() ? query->value(0).toInt() : -1;
}

} // namespace

class TestBackup : public QObject
{
    Q_OBJECT

private:
    SystemTime m_time;

private Q_SLOTS:
    void anOlderFileIsCopiedBeforeItChanges()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        makeOld(file);
        const auto copy = prepareToOpen(file, christmas);
        QVERIFY(copy);
        QCOMPARE(*copy, folder.filePath(QStringLiteral("backups/breakwater-v3-2025-12-25.db")));
        QCOMPARE(versionOf(*copy), 3);
        auto database = Database::open(*copy, Database::Mode::ReadOnly);
        auto title = database->run(QStringLiteral("SELECT title FROM conversation"));
        QVERIFY(title && title->next());
        QCOMPARE(title->value(0).toString(), QStringLiteral("Old"));
        title->finish();
        QCOMPARE(versionOf(file), 3);
        QVERIFY(Archive::open(file, m_time));
        QCOMPARE(versionOf(file), static_cast<int>(newestSchema()));
        QVERIFY(prepareToOpen(file, christmas)->isEmpty()); // nothing is left to do
    }

    void onlyTheNewestThreeCopiesStay()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        makeOld(file);
        for (int day = 0; day < 5; ++day)
            QVERIFY(prepareToOpen(file, christmas + std::chrono::days(day)));
        const QStringList all = QDir(folder.filePath(QStringLiteral("backups"))).entryList(QDir::Files, QDir::Name);
        QCOMPARE(all.size(), qsizetype(3));
        QVERIFY(all.contains(QStringLiteral("breakwater-v3-2025-12-29.db")));
    }

    void withoutACopyNothingChanges()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        makeOld(file);
        QFile inTheWay(folder.filePath(QStringLiteral("backups")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        const QByteArray before = contentOf(file);
        const auto opened = Archive::open(file, m_time);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("backup"));
        QVERIFY(contentOf(file) == before);
    }

    void aDiskWithoutRoomForTheCopyIsSeenBefore()
    {
        SmallDisk disk(qint64(8) * 1024 * 1024);
        if (!disk.why().isEmpty())
            QSKIP(qPrintable(disk.why()));
        const QString file = disk.filePath(QStringLiteral("breakwater.db"));
        makeOld(file);
        disk.fill(qint64(256) * 1024); // enough to open it
        const auto opened = Archive::open(file, m_time);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("backup"));
        QCOMPARE(opened.error().kind, FaultKind::DiskFull);
        QCOMPARE(versionOf(file), 3);
        disk.makeRoom();
        QVERIFY(Archive::open(file, m_time));
    }

    void aFileOfANewerProgramStaysAsItIsToTheByte()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        const QString copy = folder.filePath(QStringLiteral("found/breakwater.db"));
        QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("found"))));
        {
            auto database = Database::open(file);
            QVERIFY(database && migrate(*database));
            QVERIFY(database->run(QStringLiteral("UPDATE writer SET program='Breakwater 9.1'")));
            QVERIFY(database->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
            QVERIFY(database->run(QStringLiteral("PRAGMA user_version=999"))); // stands in the log alone
            for (const char *end : {"", "-wal"})
                QVERIFY(QFile::copy(file + QLatin1String(end), copy + QLatin1String(end)));
        }
        const QByteArray bytes = contentOf(copy);
        const QByteArray log = contentOf(copy + QLatin1String("-wal"));
        QVERIFY(!log.isEmpty());
        const auto refused = Archive::open(copy, m_time);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("newer"));
        QCOMPARE(refused.error().detail, QStringLiteral("Breakwater 9.1"));
        QVERIFY(contentOf(copy) == bytes);
        QVERIFY(contentOf(copy + QLatin1String("-wal")) == log);
    }

    void aCopyIsWholeWhileOthersWrite()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        StoreThread store(m_time);
        store.open(file, [](const Result<Snapshot> &) {});
        Conversation conversation;
        conversation.id = ConversationId(QStringLiteral("c"));
        Message answer;
        answer.id = MessageId(QStringLiteral("a"));
        answer.conversation = conversation.id;
        answer.role = Role::Assistant;
        bool added = false;
        store.add(conversation, {answer}, [&added](const Result<void> &written) { added = written.has_value(); });
        QTRY_VERIFY(added);
        for (int each = 0; each < 2000; ++each)
            store.checkpoint(answer.id, QStringLiteral("0123456789"));
        for (int each = 0; each < 5; ++each) {
            const QString copy = folder.filePath(QStringLiteral("copy-%1.db").arg(each));
            const auto made = backUp(file, copy);
            QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
            QCOMPARE(checkHistory(copy).value_or(0), static_cast<int>(newestSchema()));
            const auto chapter = Archive::open(copy, m_time)->chapter(conversation.id);
            QCOMPARE(chapter->messages.front().text.size() % 10, qsizetype(0));
        }
        // Writing went on.
        std::optional<qsizetype> size;
        store.chapter(conversation.id, [&size](const Result<Chapter> &chapter) { size = chapter->messages.front().text.size(); });
        QTRY_COMPARE_WITH_TIMEOUT(size.value_or(0), qsizetype(20'000), 30'000);
    }

    void whatIsNoHistoryIsNotRestored()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("letter.db"));
        {
            QFile letter(file);
            QVERIFY(letter.open(QIODevice::WriteOnly));
            letter.write("Dear harbour master");
        }
        QVERIFY(!checkHistory(file));
        QVERIFY(!checkHistory(folder.filePath(QStringLiteral("nowhere.db"))));
        {
            auto database = Database::open(folder.filePath(QStringLiteral("other.db")));
            QVERIFY(database->run(QStringLiteral("CREATE TABLE songs(id)")));
        }
        QVERIFY(!checkHistory(folder.filePath(QStringLiteral("other.db"))));
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
