// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"
#include "core/store/backup.h"
#include "core/store/pages.h"
#include "core/store/salvage.h"
#include "core/store/schema.h"
#include "core/store/storethread.h"
#include "core/base/systemtime.h"

#include <QtTest>

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace breakwater;

namespace {

const QString recovered = QStringLiteral("Recovered");
constexpr int conversationCount = 30;
constexpr int messagesInEach = 14;

QString textOf(int conversation, int message)
{
    // Some overflow into pages of their own.
    const QString line = QStringLiteral("Message %1 of conversation %2: „Wellenbrecher“ 波止場. ").arg(message).arg(conversation);
    return line.repeated(message % 7 == 3 ? 300 : message % 3 + 1);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

Conversation conversationOf(int number)
{
    Conversation made;
    made.id = ConversationId(QStringLiteral("conversation-%1").arg(number));
    made.title = QStringLiteral("Title %1").arg(number);
    made.createdAt = made.updatedAt = WallTime(std::chrono::milliseconds(1'700'000'000'000 + number * 60'000));
    return made;
}

std::vector<Message> messagesOf(int number)
{
    std::vector<Message> all;
    for (int each = 0; each < messagesInEach; ++each) {
        Message message;
        message.id = MessageId(QStringLiteral("message-%1-%2").arg(number).arg(each));
        message.conversation = conversationOf(number).id;
        message.turn = TurnId(QStringLiteral("turn-%1-%2").arg(number).arg(each / 2));
        message.role = each % 2 == 0 ? Role::User : Role::Assistant;
        message.state = each % 2 == 0 ? MessageState::Sent : MessageState::Complete;
        message.text = textOf(number, each);
        message.at = WallTime(std::chrono::milliseconds(1'700'000'000'000 + (number * messagesInEach + each) * 1000));
        if (each == 4)
            message.attachments.push_back({AttachmentId(QStringLiteral("file-%1").arg(number)), QStringLiteral("chart.png"), AttachmentKind::Image, QByteArrayLiteral("image/png"),
                QByteArray(9000, static_cast<char>('a' + number % 26)), {}});
        all.push_back(std::move(message));
    }
    return all;
}

/// What a page of the undamaged file has to do with messages.
struct PageFacts
{
    QString table;
    QString kind;
    int cells = 0;
};

} // namespace

/// Real files, damaged in every way that disks know.
class TestSalvage : public QObject
{
    Q_OBJECT

private:
    SystemTime m_time;
    QTemporaryDir m_folder;
    QByteArray m_whole; ///< the file
    std::map<int, PageFacts> m_pages;
    int m_pageSize = 0;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Whether the new file holds together, and what stands in it is what was written. The messages in it.
    void verify(const QString &fresh, int &messages, int mayDiffer = 0)
    {
        auto database = Database::open(fresh);
        QVERIFY(database);
        auto check = database->run(QStringLiteral("PRAGMA integrity_check"));
        QVERIFY(check && check->next());
        QCOMPARE(check->value(0).toString(), QStringLiteral("ok"));
        check->finish();
        auto orphans = database->run(QStringLiteral("PRAGMA foreign_key_check"));
        QVERIFY(orphans && !orphans->next());
        auto rows = database->run(QStringLiteral("SELECT id, text, conversation FROM message"));
        QVERIFY(rows);
        messages = 0;
        int different = 0;
        while (rows->next()) {
            const QStringList words = rows->value(0).toString().split(QLatin1Char('-'));
            QCOMPARE(words.size(), 3);
            different += rows->value(1).toString() != textOf(words.at(1).toInt(), words.at(2).toInt());
            ++messages;
        }
        QVERIFY2(different <= mayDiffer, qPrintable(QStringLiteral("%1 messages are other ones").arg(different)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString file = path(QStringLiteral("whole.db"));
        {
            auto archive = Archive::open(file, m_time);
            QVERIFY(archive);
            for (int each = 0; each < conversationCount; ++each)
                QVERIFY(archive->add(conversationOf(each), messagesOf(each)));
            TurnState turn;
            turn.id = TurnId(QStringLiteral("turn-3-1"));
            turn.conversation = conversationOf(3).id;
            turn.question = MessageId(QStringLiteral("message-3-2"));
            turn.phase = TurnPhase::Kept;
            QVERIFY(archive->saveTurn(turn));
            QVERIFY(archive->saveDraft(conversationOf(5).id, {QStringLiteral("a draft"), {}}));
        }
        m_whole = contentOf(file);
        auto database = Database::open(file);
        QVERIFY(database);
        auto size = database->run(QStringLiteral("PRAGMA page_size"));
        QVERIFY(size && size->next());
        m_pageSize = size->value(0).toInt();
        size->finish();
        auto pages = database->run(QStringLiteral("SELECT pageno, name, pagetype, ncell FROM dbstat"));
        if (!pages)
            QSKIP("this SQLite does not tell of its pages (dbstat)");
        while (pages->next())
            m_pages[pages->value(0).toInt()] = {pages->value(1).toString(), pages->value(2).toString(), pages->value(3).toInt()};
    }

    void aWholeFileIsReadWhole()
    {
        const auto read = salvage(path(QStringLiteral("whole.db")), path(QStringLiteral("again.db")), recovered);
        QVERIFY(read);
        QCOMPARE(read->conversations, conversationCount);
        QCOMPARE(read->messages, conversationCount * messagesInEach);
        QCOMPARE(read->messagesKnown, std::optional(conversationCount * messagesInEach));
        int messages = 0;
        verify(path(QStringLiteral("again.db")), messages);
        auto archive = Archive::open(path(QStringLiteral("again.db")), m_time);
        QVERIFY(archive);
        const auto snapshot = archive->snapshot();
        QCOMPARE(snapshot->unfinished.size(), std::size_t(1));
        QCOMPARE(snapshot->drafts.front().second.text, QStringLiteral("a draft"));
        for (int each = 0; each < conversationCount; ++each) {
            const auto chapter = archive->chapter(conversationOf(each).id);
            QVERIFY(chapter->messages == messagesOf(each));
        }
    }

    void damagedPagesTakeOnlyWhatWasOnThem_data()
    {
        QTest::addColumn<bool>("zeros");
        QTest::newRow("noise") << false;
        QTest::newRow("zeros") << true;
    }
    /// Over many seeds: some pages are overwritten, and no message is lost that had no part on them.
    void damagedPagesTakeOnlyWhatWasOnThem()
    {
        QFETCH(bool, zeros);
        for (quint32 seed = 1; seed <= 40; ++seed) {
            QRandomGenerator chance(seed);
            QByteArray damaged = m_whole;
            const int count = static_cast<int>(damaged.size() / m_pageSize);
            int mayBeLost = 0;
            int overflows = 0;
            std::set<int> hit;
            for (int each = chance.bounded(1, 12); each > 0; --each)
                hit.insert(chance.bounded(1, count + 1));
            for (const int page : hit) {
                for (int at = 0; at < m_pageSize; ++at)
                    damaged[static_cast<qsizetype>(page - 1) * m_pageSize + at] = zeros ? '\0' : static_cast<char>(chance.bounded(256));
                const PageFacts facts = m_pages[page];
                if (facts.table != QLatin1String("message"))
                    continue;
                mayBeLost += facts.kind == QLatin1String("leaf") ? facts.cells : facts.kind == QLatin1String("overflow") ? 1 : 0;
                overflows += facts.kind == QLatin1String("overflow");
            }
            write(path(QStringLiteral("damaged.db")), damaged);
            const auto read = salvage(path(QStringLiteral("damaged.db")), path(QStringLiteral("saved.db")), recovered);
            QVERIFY2(read, qPrintable(QStringLiteral("seed %1").arg(seed)));
            QVERIFY(contentOf(path(QStringLiteral("damaged.db"))) == damaged);
            const int all = conversationCount * messagesInEach;
            QVERIFY2(read->messages >= all - mayBeLost, qPrintable(QStringLiteral("seed %1: %2 of %3 read, at most %4 lost").arg(seed).arg(read->messages).arg(all).arg(mayBeLost)));
            QVERIFY(!read->messagesKnown || *read->messagesKnown >= read->messages);
            int messages = 0;
            verify(path(QStringLiteral("saved.db")), messages, overflows);
            QCOMPARE(messages, read->messages);
            if (QTest::currentTestFailed()) {
                qWarning("seed %u", seed);
                return;
            }
        }
    }

    void someBytesAnywhereNeverCrashIt()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QRandomGenerator chance(seed);
            QByteArray damaged = m_whole;
            for (int each = chance.bounded(1, 200); each > 0; --each)
                damaged[static_cast<qsizetype>(chance.bounded(static_cast<quint32>(damaged.size())))] = static_cast<char>(chance.bounded(256));
            write(path(QStringLiteral("damaged.db")), damaged);
            const auto read = salvage(path(QStringLiteral("damaged.db")), path(QStringLiteral("saved.db")), recovered);
            QVERIFY2(read, qPrintable(QStringLiteral("seed %1").arg(seed)));
            QVERIFY2(read->messages > conversationCount * messagesInEach / 3, qPrintable(QStringLiteral("seed %1: %2 read").arg(seed).arg(read->messages)));
            auto database = Database::open(path(QStringLiteral("saved.db")));
            auto check = database->run(QStringLiteral("PRAGMA integrity_check"));
            QVERIFY(check && check->next());
            QCOMPARE(check->value(0).toString(), QStringLiteral("ok"));
        }
    }

    void aTruncatedFileKeepsWhatIsLeft()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator chance(seed);
            const qsizetype left = m_pageSize * 2 + static_cast<qsizetype>(chance.bounded(static_cast<quint32>(m_whole.size() - m_pageSize * 2)));
            write(path(QStringLiteral("damaged.db")), m_whole.left(left));
            int kept = 0;
            for (const auto &[page, facts] : m_pages) {
                const bool isThere = static_cast<qsizetype>(page) * m_pageSize <= left;
                kept += facts.table == QLatin1String("message") && facts.kind == QLatin1String("leaf") && isThere ? facts.cells : 0;
                kept -= facts.table == QLatin1String("message") && facts.kind == QLatin1String("overflow") && !isThere ? 1 : 0;
            }
            const auto read = salvage(path(QStringLiteral("damaged.db")), path(QStringLiteral("saved.db")), recovered);
            QVERIFY(read);
            QVERIFY2(read->messages >= kept, qPrintable(QStringLiteral("seed %1: %2 read, %3 were left").arg(seed).arg(read->messages).arg(kept)));
            int messages = 0;
            verify(path(QStringLiteral("saved.db")), messages);
        }
    }

    void withoutItsHeaderEverythingIsFound()
    {
        for (const int bytes : {16, 100, m_pageSize}) {
            QByteArray damaged = m_whole;
            damaged.replace(0, bytes, QByteArray(bytes, '\0'));
            write(path(QStringLiteral("damaged.db")), damaged);
            const auto read = salvage(path(QStringLiteral("damaged.db")), path(QStringLiteral("saved.db")), recovered);
            QVERIFY(read);
            QCOMPARE(read->messages, conversationCount * messagesInEach);
            QCOMPARE(read->conversations, conversationCount);
            auto archive = Archive::open(path(QStringLiteral("saved.db")), m_time);
            QCOMPARE(archive->chapter(conversationOf(7).id)->messages, messagesOf(7)); // with its file
        }
    }

    void anOlderSchemaIsFoundToo()
    {
        for (const bool header : {true, false}) {
            const QString file = path(QStringLiteral("old.db"));
            QFile::remove(file);
            {
                auto database = Database::open(file);
                QVERIFY(database && migrate(*database, 1));
                QVERIFY(database->run(QStringLiteral("INSERT INTO conversation VALUES('c', 'Old', 0, 0, 5, 6)")));
                for (int each = 0; each < 200; ++each)
                    QVERIFY(database->run(QStringLiteral("INSERT INTO message VALUES(?, 'c', 't', 'User', 'Sent', ?, '', ?, 0, 0, 0, '')"),
                        {QStringLiteral("m%1").arg(each), QStringLiteral("old words ").repeated(20), each}));
            }
            QByteArray damaged = contentOf(file);
            if (!header)
                damaged.replace(0, 100, QByteArray(100, '\0'));
            write(path(QStringLiteral("damaged.db")), damaged);
            const auto read = salvage(path(QStringLiteral("damaged.db")), path(QStringLiteral("saved.db")), recovered);
            QVERIFY(read);
            QCOMPARE(read->messages, 200);
            QCOMPARE(checkHistory(path(QStringLiteral("saved.db"))).value_or(0), static_cast<int>(newestSchema()));
        }
    }

    void theLogIsReadAsFarAsItHolds()
    {
        for (const int cut : {0, 1, 3000, 40'000}) {
            const QString file = path(QStringLiteral("logged.db"));
            for (const char *end : {"", "-wal", "-shm"})
                QFile::remove(file + QLatin1String(end));
            QByteArray bytes;
            QByteArray log;
            {
                auto archive = Archive::open(file, m_time);
                for (int each = 0; each < 3; ++each)
                    QVERIFY(archive->add(conversationOf(each), messagesOf(each)));
                bytes = contentOf(file);
                log = contentOf(file + QLatin1String("-wal"));
            }
            QVERIFY(log.size() > 50'000);
            write(path(QStringLiteral("damaged.db")), bytes);
            write(path(QStringLiteral("damaged.db-wal")), log.left(log.size() - cut));
            const auto read = salvage(path(QStringLiteral("damaged.db")), path(QStringLiteral("saved.db")), recovered);
            QVERIFY(read);
            // The last commit is incomplete in a log that was cut; those before it are whole.
            QCOMPARE(read->conversations, cut == 0 ? 3 : 2);
            QCOMPARE(read->messages, (cut == 0 ? 3 : 2) * messagesInEach);
            QFile::remove(path(QStringLiteral("damaged.db-wal")));
        }
    }

    void messagesWithoutTheirConversationGetOne()
    {
        const QString file = path(QStringLiteral("orphans.db"));
        write(file, m_whole);
        {
            auto database = Database::open(file);
            QVERIFY(database->run(QStringLiteral("PRAGMA foreign_keys=OFF")));
            QVERIFY(database->run(QStringLiteral("DELETE FROM conversation WHERE id='conversation-4'")));
        }
        const auto read = salvage(file, path(QStringLiteral("saved.db")), recovered);
        QVERIFY(read);
        QCOMPARE(read->conversations, conversationCount);
        auto archive = Archive::open(path(QStringLiteral("saved.db")), m_time);
        const auto snapshot = archive->snapshot();
        const auto made = std::find_if(snapshot->conversations.begin(), snapshot->conversations.end(), [](const Conversation &each) { return each.id == conversationOf(4).id; });
        QVERIFY(made != snapshot->conversations.end());
        QCOMPARE(made->title, recovered);
        QVERIFY(made->titleIsManual);
    }

    void aHalfWrittenFileLeavesItsMessage()
    {
        QByteArray damaged = m_whole;
        for (const auto &[page, facts] : m_pages) {
            if (facts.table == QLatin1String("file"))
                damaged.replace(static_cast<qsizetype>(page - 1) * m_pageSize, m_pageSize, QByteArray(m_pageSize, '\xFF'));
        }
        write(path(QStringLiteral("damaged.db")), damaged);
        const auto read = salvage(path(QStringLiteral("damaged.db")), path(QStringLiteral("saved.db")), recovered);
        QVERIFY(read);
        QCOMPARE(read->messages, conversationCount * messagesInEach);
        auto archive = Archive::open(path(QStringLiteral("saved.db")), m_time);
        QVERIFY(archive->chapter(conversationOf(2).id)->messages.at(4).attachments.empty());
    }

    void mendingSetsTheDamagedFileAsideAsItWas()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        QByteArray damaged = m_whole;
        damaged.replace(0, 100, QByteArray(100, '\0'));
        write(file, damaged);
        write(file + QLatin1String("-wal"), QByteArrayLiteral("no log"));
        const auto read = mend(file, QStringLiteral("today"), recovered);
        QVERIFY(read);
        QCOMPARE(read->keptAt, folder.filePath(QStringLiteral("damaged/breakwater-today.db")));
        QVERIFY(contentOf(read->keptAt) == damaged);
        QCOMPARE(contentOf(read->keptAt + QLatin1String("-wal")), QByteArrayLiteral("no log"));
        QCOMPARE(Archive::open(file, m_time)->snapshot()->conversations.size(), std::size_t(conversationCount));
        QVERIFY(!QFile::exists(file + QLatin1String(".salvaged")));
    }

    void aMendingThatWasCutShortIsFinished()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        write(file, QByteArrayLiteral("damaged"));
        write(file + QLatin1String(".salvaged"), m_whole);
        write(folder.filePath(QStringLiteral("breakwater.db-wal")), QByteArrayLiteral("its log"));
        QVERIFY(finishMending(file, QStringLiteral("then")));
        QVERIFY(contentOf(file) == m_whole);
        QCOMPARE(contentOf(folder.filePath(QStringLiteral("damaged/breakwater-then.db"))), QByteArrayLiteral("damaged"));
        QVERIFY(!QFile::exists(file + QLatin1String("-wal")));
    }

    void whatIsNoHistoryAtAllIsSetAsideAndBegunAnew()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        write(file, QByteArrayLiteral("This is a diary, not a database. ") + QByteArray(9000, 'x'));
        StoreThread store(m_time);
        QSignalSpy mended(&store, &StoreThread::mended);
        std::optional<bool> open;
        store.open(file, [&open](const Result<Snapshot> &opened) { open = opened.has_value(); });
        QTRY_VERIFY(open.has_value());
        // Nothing in it looks like a page: it may be anything, so it stays where it is.
        QCOMPARE(*open, false);
        QVERIFY(contentOf(file).startsWith("This is a diary"));
    }

    void aDamagedFileIsMendedWhenItIsOpened()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        QByteArray damaged = m_whole;
        damaged.replace(0, 100, QByteArray(100, '\0'));
        write(file, damaged);
        StoreThread store(m_time);
        QSignalSpy mended(&store, &StoreThread::mended);
        std::optional<std::size_t> conversations;
        store.open(file, [&conversations](const Result<Snapshot> &opened) { conversations = opened ? opened->conversations.size() : 0; });
        QTRY_VERIFY(conversations.has_value());
        QCOMPARE(*conversations, std::size_t(conversationCount));
        QCOMPARE(mended.count(), 1);
        QCOMPARE(mended.first().first().value<Salvaged>().messages, conversationCount * messagesInEach);
    }

    void damageThatALaterCallMeetsIsMendedThen()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        QByteArray damaged = m_whole;
        int lost = 0;
        for (const auto &[page, facts] : m_pages) {
            if (facts.table == QLatin1String("message") && facts.kind == QLatin1String("leaf") && lost == 0) {
                damaged.replace(static_cast<qsizetype>(page - 1) * m_pageSize, m_pageSize, QByteArray(m_pageSize, '\xEE'));
                lost = facts.cells;
            }
        }
        QVERIFY(lost > 0);
        write(file, damaged);
        StoreThread store(m_time);
        QSignalSpy mended(&store, &StoreThread::mended);
        bool open = false;
        store.open(file, [&open](const Result<Snapshot> &opened) { open = opened.has_value(); });
        QTRY_VERIFY(open);
        int read = 0;
        int answered = 0;
        for (int each = 0; each < conversationCount; ++each) {
            store.chapter(conversationOf(each).id, [&](const Result<Chapter> &chapter) {
                ++answered;
                read += chapter ? static_cast<int>(chapter->messages.size()) : 0;
            });
        }
        QTRY_COMPARE(answered, conversationCount);
        QCOMPARE(mended.count(), 1);
        QCOMPARE(mended.first().first().value<Salvaged>().messagesKnown, std::optional(conversationCount * messagesInEach));
        QVERIFY2(read >= conversationCount * messagesInEach - lost, qPrintable(QString::number(read)));
    }

    void afterAnUncleanEndTheFileIsReadThrough()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("breakwater.db"));
        QByteArray damaged = m_whole;
        for (const auto &[page, facts] : m_pages) {
            if (facts.table == QLatin1String("message") && facts.kind == QLatin1String("leaf"))
                damaged.replace(static_cast<qsizetype>(page - 1) * m_pageSize, m_pageSize, QByteArray(m_pageSize, '\xEE'));
        }
        write(file, damaged);
        write(file + QLatin1String("-wal"), QByteArrayLiteral("left by a program that was killed"));
        StoreThread store(m_time);
        QSignalSpy mended(&store, &StoreThread::mended);
        store.open(file, [](const Result<Snapshot> &) {});
        QTRY_COMPARE_WITH_TIMEOUT(mended.count(), 1, 20'000);
        QCOMPARE(mended.first().first().value<Salvaged>().conversations, conversationCount);
    }
};

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
