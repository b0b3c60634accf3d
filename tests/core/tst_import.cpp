// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/branch.h"
#include "core/store/importer.h"
#include "core/store/importreader.h"
#include "core/store/ziparchive.h"
#include "tests/support/faketime.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;

namespace {

QString fixture(const char *name)
{
    return QStringLiteral(BREAKWATER_SOURCE_DIR "/tests/data/import/") + QLatin1String(name);
}

struct Read
{
    std::vector<Parcel> parcels;
    std::vector<Skipped> skipped;
    std::optional<ImportTrouble> trouble;

    [[nodiscard]] int count(SkipReason reason) const
    {
        return static_cast<int>(std::count_if(skipped.begin(), skipped.end(), [reason](const Skipped &each) { return each.reason == reason; }));
    }
};

Read readAll(const QString &path)
{
    Read read;
    ImportReader reader(path);
    for (;;) {
        const ImportReader::Step step = reader.next();
        read.skipped.insert(read.skipped.end(), step.skipped.begin(), step.skipped.end());
        if (step.parcel)
            read.parcels.push_back(*step.parcel);
        if (step.over) {
            read.trouble = step.trouble;
            return read;
        }
    }
}

struct Folder
{
    QTemporaryDir folder;
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
};

/// The texts of the branch that is shown.
QStringList shown(const Parcel &parcel)
{
    QStringList texts;
    for (const Message *each : branchOf(parcel.messages, parcel.conversation.leaf))
        texts.append(each->text);
    return texts;
}

QByteArray chatGpt(const QByteArray &mapping, const QByteArray &current = "null")
{
    return "[{\"title\":\"T\",\"conversation_id\":\"c\",\"create_time\":1,\"current_node\":" + current + ",\"mapping\":{" + mapping + "}}]";
}

QByteArray node(const QByteArray &id, const QByteArray &parent, const QByteArray &role = "user")
{
    return '"' + id + "\":{\"id\":\"" + id + "\",\"parent\":" + (parent.isEmpty() ? QByteArray("null") : '"' + parent + '"') + ",\"children\":[],\"message\":{\"author\":{\"role\":\"" + role
        + "\"},\"create_time\":5,\"content\":{\"content_type\":\"text\",\"parts\":[\"text of " + id + "\"]}}}";
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsChatGptInShardsWithBranchesFilesAndHiddenNodes()
    {
        const Read read = readAll(fixture("chatgpt"));
        QVERIFY(!read.trouble);
        QCOMPARE(read.parcels.size(), std::size_t(3));
        const Parcel &tides = read.parcels[0];
        QCOMPARE(tides.conversation.title, QStringLiteral("Tides"));
        QVERIFY(tides.conversation.archived);
        const QStringList texts = shown(tides);
        QCOMPARE(texts.size(), 4);
        QCOMPARE(texts[0], QStringLiteral("[file-missing1]\n\nWhy is there a tide?"));
        QCOMPARE(texts[1], QStringLiteral("The moon pulls."));
        QCOMPARE(texts[2], QStringLiteral("Compute it."));
        QCOMPARE(texts[3], QStringLiteral("```python\nprint(2)\n```\n\n```\n2\n```\n\nIt is two."));
        const Message &question = tides.messages.front();
        QCOMPARE(question.attachments.size(), std::size_t(1));
        QCOMPARE(question.attachments.front().mediaType, QByteArray("image/png"));
        QCOMPARE(read.count(SkipReason::FileMissing), 1);
        // The question has two answers: two turns that follow the same one.
        const TurnTree tree(tides.messages);
        QCOMPARE(tree.versionsOf(question.turn).size(), std::size_t(2));
        QCOMPARE(shown(read.parcels[1]), (QStringList {QStringLiteral("Hello there")}));
        QCOMPARE(read.parcels[1].conversation.title, QStringLiteral("Hello there"));
        QCOMPARE(read.parcels[2].conversation.title, QStringLiteral("In the second shard"));
        QCOMPARE(read.count(SkipReason::NoMessages), 1);
    }

    void readsClaudeWithItsTreeThinkingAndAttachments()
    {
        const Read read = readAll(fixture("claude"));
        QVERIFY(!read.trouble);
        QCOMPARE(read.parcels.size(), std::size_t(2));
        const Parcel &sails = read.parcels[0];
        QVERIFY(sails.conversation.pinned);
        QCOMPARE(shown(sails), (QStringList {QStringLiteral("Which sail?\n\n[photo.png]"), QStringLiteral("The jib.\n\n````\n<svg/>\n````"), QStringLiteral("Why not the genoa?"), QStringLiteral("Too large.")}));
        const Message &question = sails.messages[0];
        QCOMPARE(question.attachments.front().name, QStringLiteral("log.txt")); // a label, not a path
        QCOMPARE(question.attachments.front().data, QByteArray("wind 5"));
        const Message &answer = sails.messages[1];
        QCOMPARE(answer.thoughts, (std::vector<Thought> {{QStringLiteral("Hm, the jib."), {}, {}}}));
        QVERIFY(!answer.thoughts.front().isSealed()); // and so never sent
        const TurnTree tree(sails.messages);
        QCOMPARE(tree.versionsOf(sails.conversation.leaf).size(), std::size_t(2));
        QCOMPARE(shown(read.parcels[1]), (QStringList {QStringLiteral("In order"), QStringLiteral("it is.")}));
    }

    void whatIsSaidTwiceHasTheSameNames()
    {
        for (const char *name : {"chatgpt", "claude"})
            QVERIFY(readAll(fixture(name)).parcels == readAll(fixture(name)).parcels);
    }

    void readsAZipInPlace()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("zip")).isEmpty())
            QSKIP("there is no zip here");
        Folder folder;
        const QString path = folder.folder.filePath(QStringLiteral("export.bin")); // its name says nothing
        QProcess zip;
        zip.setWorkingDirectory(fixture("chatgpt"));
        zip.start(QStringLiteral("zip"), {QStringLiteral("-qr"), path + QStringLiteral(".zip"), QStringLiteral(".")});
        QVERIFY(zip.waitForFinished());
        QVERIFY(QFile::rename(path + QStringLiteral(".zip"), path));
        const Read read = readAll(path);
        QVERIFY(!read.trouble);
        QVERIFY(read.parcels == readAll(fixture("chatgpt")).parcels);

        QFile whole(path);
        QVERIFY(whole.resize(whole.size() / 2));
        QCOMPARE(readAll(path).trouble, std::optional(ImportTrouble::Damaged));
    }

    void anEncryptedZipIsSaidToBe()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("zip")).isEmpty())
            QSKIP("there is no zip here");
        Folder folder;
        const QString path = folder.folder.filePath(QStringLiteral("locked.zip"));
        QProcess zip;
        zip.setWorkingDirectory(fixture("claude"));
        zip.start(QStringLiteral("zip"), {QStringLiteral("-qrP"), QStringLiteral("secret"), path, QStringLiteral(".")});
        QVERIFY(zip.waitForFinished());
        QCOMPARE(readAll(path).trouble, std::optional(ImportTrouble::Locked));
    }

    void aZipBombIsReadNoFurther()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("zip")).isEmpty())
            QSKIP("there is no zip here");
        Folder folder;
        QFile bomb(folder.folder.filePath(QStringLiteral("conversations.json")));
        QVERIFY(bomb.open(QIODevice::WriteOnly) && bomb.write("[") == 1 && bomb.resize(2 * ZipArchive::freeBytes)); // NULs, which take no room
        bomb.close();
        QProcess zip;
        zip.setWorkingDirectory(folder.folder.path());
        zip.start(QStringLiteral("zip"), {QStringLiteral("-q"), QStringLiteral("bomb.zip"), QStringLiteral("conversations.json")});
        QVERIFY(zip.waitForFinished(120'000));
        const Read read = readAll(folder.folder.filePath(QStringLiteral("bomb.zip")));
        QCOMPARE(read.trouble, std::optional(ImportTrouble::Bomb));
        QVERIFY(read.parcels.empty());
    }

    void whatIsNoExportIsSaidToBeNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("Dear diary");
        QTest::newRow("a number") << QByteArray("12");
        QTest::newRow("NUL bytes") << QByteArray(100, '\0');
        QTest::newRow("an empty array") << QByteArray("[]");
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("other values") << QByteArray("[1, null, \"x\", [], {}, true]");
        QTest::newRow("another object") << QByteArray("{\"name\": \"x\", \"conversations\": 7}");
        QTest::newRow("cut off at once") << QByteArray("[{\"mapping\": {\"a\"");
        QTest::newRow("commas") << QByteArray("[,,,,]");
        QTest::newRow("brackets that do not match") << QByteArray("[{\"mapping\": [}]");
        QTest::newRow("a million deep") << QByteArray(1'000'000, '[');
        QTest::newRow("a million objects deep") << "[" + QByteArray("{\"mapping\":").repeated(1'000'000) + "1" + QByteArray(1'000'000, '}') + "]";
    }
    void whatIsNoExportIsSaidToBeNone()
    {
        QFETCH(QByteArray, bytes);
        Folder folder;
        const Read read = readAll(folder.write(QStringLiteral("x.json"), bytes));
        QCOMPARE(read.trouble, std::optional(ImportTrouble::NoExport));
        QVERIFY(read.parcels.empty());
    }

    void aMissingFileIsSaidInTheSystemsWords()
    {
        QCOMPARE(readAll(QStringLiteral("/nowhere/at/all.zip")).trouble, std::optional(ImportTrouble::CannotOpen));
    }

    void aNewerExportOfOursIsLeftAlone()
    {
        Folder folder;
        QCOMPARE(readAll(folder.write(QStringLiteral("x.json"), "{\"breakwater\": 2, \"items\": [{}]}")).trouble, std::optional(ImportTrouble::NewerFormat));
    }

    void wrongTypesEverywhereHarmNothing()
    {
        Folder folder;
        const QList<QByteArray> values {"null", "1e308", "-5", "\"x\"", "[]", "{}", "true", "[[[]]]", "\"\\ud800\"", "\"\\u0000\""};
        const QList<QByteArray> keys {"title", "create_time", "update_time", "conversation_id", "id", "current_node", "is_archived", "mapping", "chat_messages", "uuid", "name", "created_at"};
        QByteArray all = "[";
        for (const QByteArray &key : keys) {
            for (const QByteArray &value : values)
                all += "{\"mapping\":{" + node("a", {}) + "},\"" + key + "\":" + value + "},";
        }
        for (const char *key : {"parent", "message", "children"}) {
            for (const QByteArray &value : values)
                all += "{\"mapping\":{\"a\":{\"message\":{\"author\":{\"role\":\"user\"},\"content\":{\"parts\":[\"x\"]}},\"" + QByteArray(key) + "\":" + value + "}}},";
        }
        for (const char *key : {"author", "content", "create_time", "metadata", "weight", "recipient"}) {
            for (const QByteArray &value : values)
                all += "{\"mapping\":{\"a\":{\"message\":{\"author\":{\"role\":\"user\"},\"content\":{\"parts\":[" + value + "]},\"" + QByteArray(key) + "\":" + value + "}}}},";
        }
        for (const char *key : {"sender", "text", "content", "attachments", "files", "created_at", "parent_message_uuid", "uuid"}) {
            for (const QByteArray &value : values)
                all += "{\"uuid\":\"k\",\"chat_messages\":[" + value + ",{\"sender\":\"human\",\"text\":\"x\",\"" + QByteArray(key) + "\":" + value + "}]},";
        }
        const Read read = readAll(folder.write(QStringLiteral("x.json"), all + "{}]"));
        QVERIFY(!read.trouble);
        QVERIFY(read.parcels.size() > 100);
        for (const Parcel &parcel : read.parcels) {
            for (const Message &message : parcel.messages) {
                QVERIFY(!message.id.isEmpty() && !message.turn.isEmpty());
                QVERIFY(message.text.isValidUtf16() && !message.text.contains(QChar(0)));
                QVERIFY(message.at >= WallTime {});
            }
        }
    }

    void ringsAndMissingParentsAreCut()
    {
        Folder folder;
        const QByteArray mapping = node("a", "c") + ',' + node("b", "a", "assistant") + ',' + node("c", "b") + ',' + node("d", "nowhere") + ',' + node("e", "e");
        const Read read = readAll(folder.write(QStringLiteral("x.json"), chatGpt(mapping, "\"c\"")));
        QCOMPARE(read.parcels.size(), std::size_t(1));
        QCOMPARE(read.parcels.front().messages.size(), std::size_t(5));
        QVERIFY(!shown(read.parcels.front()).isEmpty());
    }

    void aLongChainOfNodesIsNotTooDeep()
    {
        Folder folder;
        QByteArray mapping = node("n0", {});
        for (int i = 1; i < 50'000; ++i)
            mapping += ',' + node("n" + QByteArray::number(i), "n" + QByteArray::number(i - 1), i % 2 == 0 ? "user" : "assistant");
        const Read read = readAll(folder.write(QStringLiteral("x.json"), chatGpt(mapping, "\"n49999\"")));
        QCOMPARE(read.parcels.size(), std::size_t(1));
        QCOMPARE(shown(read.parcels.front()).size(), 50'000);
    }

    void anElementThatIsTooLargeIsPassedOver()
    {
        Folder folder;
        const QByteArray huge = "{\"title\":\"" + QByteArray(70 * 1024 * 1024, 'x') + "\"}";
        const QByteArray many = "{\"a\":[" + QByteArray("0,").repeated(5'000'000) + "0]}";
        const Read read = readAll(folder.write(QStringLiteral("x.json"), "[" + huge + "," + many + "," + chatGpt(node("a", {})).mid(1)));
        QCOMPARE(read.count(SkipReason::TooLarge), 2);
        QCOMPARE(read.parcels.size(), std::size_t(1));
    }

    void aHundredThousandConversationsComeOneAtATime()
    {
        Folder folder;
        QByteArray all = "[";
        for (int i = 0; i < 100'000; ++i)
            all += "{\"conversation_id\":\"" + QByteArray::number(i) + "\",\"title\":\"T\",\"mapping\":{" + node("a", {}) + "}},";
        all.chop(1);
        ImportReader reader(folder.write(QStringLiteral("x.json"), all + "]"));
        std::set<ConversationId> ids;
        for (ImportReader::Step step = reader.next(); !step.over; step = reader.next()) {
            if (step.parcel)
                ids.insert(step.parcel->conversation.id);
        }
        QCOMPARE(ids.size(), std::size_t(100'000));
    }

    void anImportWritesTellsAndAddsNothingTwice()
    {
        Folder folder;
        FakeTime time;
        StoreThread store(time);
        store.open(folder.folder.filePath(QStringLiteral("a.db")), [](const Result<Snapshot> &) {});
        ImportReport first;
        for (const bool again : {false, true}) {
            Importer importer(store);
            QSignalSpy arrived(&importer, &Importer::arrived);
            std::optional<ImportReport> report;
            connect(&importer, &Importer::finished, this, [&](const ImportReport &each) { report = each; });
            importer.start(fixture("chatgpt"));
            QTRY_VERIFY(report);
            QVERIFY(!report->trouble);
            QCOMPARE(report->added, again ? 0 : 3);
            QCOMPARE(report->known, again ? 3 : 0);
            QCOMPARE(arrived.count(), again ? 0 : 3);
            QCOMPARE(report->messages, again ? 0 : 8);
            QCOMPARE(report->left, 2); // an empty conversation, a missing image
        }
    }

    void whatIsInStaysWhenAnImportIsCancelled()
    {
        Folder folder;
        FakeTime time;
        StoreThread store(time);
        store.open(folder.folder.filePath(QStringLiteral("a.db")), [](const Result<Snapshot> &) {});
        Importer importer(store);
        std::optional<ImportReport> report;
        connect(&importer, &Importer::finished, this, [&](const ImportReport &each) { report = each; });
        connect(&importer, &Importer::arrived, &importer, &Importer::cancel);
        importer.start(fixture("chatgpt"));
        QTRY_VERIFY(report);
        QVERIFY(report->cancelled);
        QCOMPARE(report->added, 1);
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
