// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importer.h"
#include "core/store/importreader.h"
#include "tests/support/faketime.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <array>

using namespace breakwater;

namespace {

/// A zip archive, made by hand: no program packs what a hostile one may.
class Zip
{
public:
    void add(const QByteArray &name, const QByteArray &content)
    {
        QByteArray facts; // what both headers say of it
        put<quint16>(facts, 20);
        put<quint16>(facts, 0x0800); // names are UTF-8
        put<quint16>(facts, 0); // as it is
        put<quint32>(facts, 0x00210000);
        put<quint32>(facts, checksum(content));
        put<quint32>(facts, static_cast<quint32>(content.size()));
        put<quint32>(facts, static_cast<quint32>(content.size()));
        put<quint16>(facts, static_cast<quint16>(name.size()));
        put<quint16>(facts, 0);
        const auto at = static_cast<quint32>(m_files.size());
        put<quint32>(m_files, 0x04034b50);
        m_files += facts + name + content;
        put<quint32>(m_index, 0x02014b50);
        put<quint16>(m_index, 20);
        m_index += facts;
        m_index += QByteArray(10, '\0');
        put<quint32>(m_index, at);
        m_index += name;
        ++m_count;
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray all = m_files + m_index;
        const auto end = static_cast<quint64>(all.size());
        if (m_count > 0xfffe) {
            put<quint32>(all, 0x06064b50);
            put<quint64>(all, 44);
            put<quint16>(all, 45);
            put<quint16>(all, 45);
            put<quint64>(all, 0);
            put<quint64>(all, m_count);
            put<quint64>(all, m_count);
            put<quint64>(all, static_cast<quint64>(m_index.size()));
            put<quint64>(all, static_cast<quint64>(m_files.size()));
            put<quint32>(all, 0x07064b50);
            put<quint32>(all, 0);
            put<quint64>(all, end);
            put<quint32>(all, 1);
        }
        const auto count = static_cast<quint16>(std::min<quint64>(m_count, 0xffff));
        put<quint32>(all, 0x06054b50);
        put<quint32>(all, 0);
        put<quint16>(all, count);
        put<quint16>(all, count);
        put<quint32>(all, static_cast<quint32>(m_index.size()));
        put<quint32>(all, static_cast<quint32>(m_files.size()));
        put<quint16>(all, 0);
        return all;
    }

private:
    template <class Number>
    static void put(QByteArray &into, Number number)
    {
        std::array<char, sizeof(Number)> raw {};
        qToLittleEndian(number, raw.data());
        into.append(raw.data(), raw.size());
    }
    static quint32 checksum(const QByteArray &content)
    {
        quint32 sum = ~0U;
        for (const char each : content) {
            sum ^= static_cast<unsigned char>(each);
            for (int bit = 0; bit < 8; ++bit)
                sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xedb88320U : 0U);
        }
        return ~sum;
    }
    QByteArray m_files;
    QByteArray m_index;
    quint64 m_count = 0;
};

/// A conversation as ChatGPT exports it, whose question names these files.
QByteArray conversation(const QByteArray &id, const QByteArray &text, const QByteArray &files = {})
{
    return "{\"conversation_id\":\"" + id + "\",\"title\":\"T\",\"create_time\":1,\"mapping\":{\"a\":{\"id\":\"a\",\"parent\":null,\"children\":[],\"message\":{\"author\":{\"role\":\"user\"},"
           "\"create_time\":5,\"content\":{\"content_type\":\"text\",\"parts\":[\""
        + text + "\"]},\"metadata\":{\"attachments\":[" + files + "]}}}}}";
}

QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

struct Read
{
    std::vector<Parcel> parcels;
    std::vector<Skipped> skipped;
    std::optional<ImportTrouble> trouble;
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

/// What the system says of this process, in bytes: "VmRSS" now, "VmHWM" at most.
qint64 memory(const QByteArray &name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf(QByteArray(name + ':'));
    return at < 0 ? 0 : all.mid(at + name.size() + 1, 40).simplified().split(' ').front().toLongLong() * 1024;
}

/// From now on the most is counted anew; false where the system does not.
bool forgetMost()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

/// An import into a new history, and what it took of memory.
struct Import
{
    explicit Import(const QString &path)
    {
        store.open(folder.filePath(QStringLiteral("a.db")), [](const Result<Snapshot> &) {});
        QObject::connect(&importer, &Importer::finished, &importer, [this](const ImportReport &each) { report = each; });
        importer.start(path);
    }
    QTemporaryDir folder;
    FakeTime time;
    StoreThread store {time};
    Importer importer {store};
    std::optional<ImportReport> report;
};

/// Entries of a large zip: the whole hundred thousand takes a minute with the sanitizers.
int manyEntries()
{
    bool asked = false;
    const int entries = qEnvironmentVariableIntValue("BREAKWATER_IMPORT_ENTRIES", &asked);
    return asked ? std::max(1000, entries) : 15'000;
}

} // namespace

/// Imports that are very large, or that somebody made to do harm. BREAKWATER_IMPORT_ENTRIES: how large.
class TestImportLarge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aZipOfManyFilesIsRead()
    {
        const int entries = manyEntries();
        Zip zip;
        QByteArray all = "[";
        for (int each = 0; each < entries; ++each) {
            const QByteArray id = "file-" + QByteArray::number(100'000 + each);
            zip.add(id + "-note.txt", "note " + id);
            if (each % 50 == 0) // by their beginnings, as they are named; the last of them is missing
                all += conversation(id, "Why?", "{\"id\":\"" + id + "\",\"name\":\"note.txt\"}") + ',';
        }
        all += conversation("last", "Why?", R"({"id":"file-missing","name":"note.txt"})");
        zip.add("conversations.json", all + "]");
        const QTemporaryDir folder;
        const QString path = write(folder, QStringLiteral("x.zip"), zip.bytes());
        const Read read = readAll(path);
        QVERIFY(!read.trouble);
        QCOMPARE(read.parcels.size(), static_cast<std::size_t>((entries + 49) / 50 + 1));
        QCOMPARE(read.parcels[10].messages.front().attachments.size(), std::size_t(1));
        QCOMPARE(read.parcels[10].messages.front().attachments.front().data, QByteArray("note file-100500"));
        QVERIFY(read.parcels.back().messages.front().attachments.empty());
    }

    void conversationsInManyPartsAreRead()
    {
        const int entries = manyEntries();
        Zip zip;
        for (int each = 0; each < entries; ++each)
            zip.add("conversations-" + QByteArray::number(each) + ".json", each % 100 == 0 ? '[' + conversation(QByteArray::number(each), "Why?") + ']' : QByteArray("[]"));
        const QTemporaryDir folder;
        const Read read = readAll(write(folder, QStringLiteral("x.zip"), zip.bytes()));
        QVERIFY(!read.trouble);
        QCOMPARE(read.parcels.size(), static_cast<std::size_t>((entries + 99) / 100));
    }

    void namesAreOnlyLabels()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a/b")));
        Zip zip;
        QByteArray files;
        for (const QByteArray name : {"../../../evil-00001", "/tmp/evil-00002", "..\\\\..\\\\evil-00003", "C:\\\\evil-00004", "a/../../../../evil-00005", "./evil-00006/.", "//evil-00007"}) {
            zip.add(QByteArray(name).replace("\\\\", "\\"), "harm");
            files += (files.isEmpty() ? "" : ",") + ("{\"id\":\"" + name + "\",\"name\":\"" + name + "\"}");
        }
        zip.add("../../conversations.json", '[' + conversation("c", "Why?", files) + ']');
        const QString path = write(folder, QStringLiteral("a/b/x.zip"), zip.bytes());
        const auto everything = [&folder] {
            QStringList found;
            for (QDirIterator each(folder.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories); each.hasNext();)
                found.append(each.next());
            found.sort();
            return found;
        };
        const QStringList before = everything();
        const Read read = readAll(path);
        QVERIFY(!read.trouble);
        QCOMPARE(read.parcels.size(), std::size_t(1));
        QCOMPARE(everything(), before);
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/evil-00002")));
        for (const Attachment &each : read.parcels.front().messages.front().attachments) {
            QVERIFY2(!each.name.contains(QLatin1Char('/')) && !each.name.contains(QLatin1Char('\\')), qPrintable(each.name));
            QVERIFY2(!each.name.startsWith(QLatin1Char('.')), qPrintable(each.name));
        }
    }

    void aZipInAZipIsNotUnpacked()
    {
        Zip inner;
        inner.add("conversations.json", '[' + conversation("c", "Why?") + ']');
        Zip outer;
        outer.add("export.zip", inner.bytes());
        const QTemporaryDir folder;
        const Read alone = readAll(write(folder, QStringLiteral("alone.zip"), outer.bytes()));
        QCOMPARE(alone.trouble, std::optional(ImportTrouble::NoExport));
        outer.add("conversations.json", '[' + conversation("d", "How?") + ']');
        const Read beside = readAll(write(folder, QStringLiteral("beside.zip"), outer.bytes()));
        QVERIFY(!beside.trouble);
        QCOMPARE(beside.parcels.size(), std::size_t(1));
        QCOMPARE(beside.parcels.front().messages.front().text, QStringLiteral("How?"));
    }

    void memoryDoesNotGrowWithTheFile()
    {
        if (memory("VmHWM") == 0 || !forgetMost())
            QSKIP("this system does not tell how much memory was used at most");
        const QTemporaryDir folder;
        const QByteArray text = QByteArray("All work and no play makes the tide a dull thing. ").repeated(5000); // 250 kB
        const auto exportOf = [&](const QString &name, int conversations) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("%s", qPrintable(file.errorString()));
            file.write("[");
            for (int each = 0; each < conversations; ++each)
                file.write((each > 0 ? "," : "") + conversation(QByteArray::number(each), text));
            file.write("]");
            return file.fileName();
        };
        const QString small = exportOf(QStringLiteral("small.json"), 40);
        const QString large = exportOf(QStringLiteral("large.json"), 600);
        QVERIFY(QFileInfo(large).size() > 150'000'000);
        for (int each = 0; each < 600; ++each)
            (void)QByteArray(1024 * 1024, 'x'); // what AddressSanitizer keeps of what was freed is at its most by then
        const auto mostFor = [](const QString &path, int conversations) -> qint64 {
            (void)forgetMost();
            const qint64 before = memory("VmRSS");
            Import import(path);
            if (!QTest::qWaitFor([&import] { return import.report.has_value(); }, 280'000) || import.report->added != conversations || import.report->trouble)
                return -1;
            return memory("VmHWM") - before;
        };
        const qint64 forSmall = mostFor(small, 40);
        const qint64 forLarge = mostFor(large, 600);
        QVERIFY(forSmall >= 0 && forLarge >= 0);
        qInfo("%lld MB for 10 MB, %lld MB for 150 MB", static_cast<long long>(forSmall >> 20), static_cast<long long>(forLarge >> 20));
        QVERIFY(forLarge < forSmall + 64 * 1024 * 1024);
    }

    void anImportEndsSoonInTheMidstOfAHugeElement()
    {
        const QTemporaryDir folder;
        const QString path = write(folder, QStringLiteral("x.json"), '[' + conversation("c", "Why?") + ",\"");
        QFile file(path);
        if (!file.resize(qint64(16) * 1024 * 1024 * 1024)) // NULs, which take no room
            QSKIP("no file can be as large here");
        Import import(path);
        // When it was asked for the next one, which is all the rest.
        connect(&import.importer, &Importer::progressed, &import.importer, &Importer::cancel, Qt::QueuedConnection);
        QTRY_VERIFY_WITH_TIMEOUT(import.report.has_value(), 20'000);
        QVERIFY(import.report->cancelled && !import.report->trouble);
        QCOMPARE(import.report->added, 1);
        QCOMPARE(import.report->left, 0); // what was not read was not left out
    }

    void anImportThatIsLetGoOfEndsSoon()
    {
        const QTemporaryDir folder;
        const QString path = write(folder, QStringLiteral("x.json"), "[\"");
        QFile file(path);
        if (!file.resize(qint64(16) * 1024 * 1024 * 1024))
            QSKIP("no file can be as large here");
        QElapsedTimer clock;
        clock.start();
        {
            const Import import(path);
        }
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestImportLarge)
#include "tst_importlarge.moc"
