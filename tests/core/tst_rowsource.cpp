// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/rowsource.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;

namespace {

std::unique_ptr<QIODevice> bytes(const QByteArray &content)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(content);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

/// A file that is made while it is read: as many rows as are wanted, and nobody's memory.
class Made final : public QIODevice
{
public:
    Made(QByteArray head, std::function<QByteArray(qint64)> row, qint64 rows)
        : m_left(std::move(head))
        , m_row(std::move(row))
        , m_rows(rows)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        while (m_left.size() < most && m_made < m_rows)
            m_left += m_row(++m_made);
        const qint64 count = std::min<qint64>(most, m_left.size());
        std::copy_n(m_left.constData(), count, data);
        m_left.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_left;
    std::function<QByteArray(qint64)> m_row;
    qint64 m_rows;
    qint64 m_made = 0;
};

/// "2: a=1 b=2" for a row; "3! TooFewFields detail found/wanted" for a problem.
QString told(const RowSource::Next &next, const QStringList &names)
{
    if (const auto *row = std::get_if<SourceRow>(&next)) {
        QStringList words {QString(QString::number(row->line) + QLatin1Char(':'))};
        for (const QString &name : names) {
            if (row->values.contains(name))
                words += QString(name + QLatin1Char('=') + row->values.value(name));
        }
        return words.join(QLatin1Char(' '));
    }
    const auto *problem = std::get_if<RowProblem>(&next);
    if (problem == nullptr)
        return QStringLiteral("end");
    static const std::map<RowTrouble, QString> troubles {{RowTrouble::NoHeader, QStringLiteral("NoHeader")}, {RowTrouble::NameTwice, QStringLiteral("NameTwice")},
        {RowTrouble::QuoteNotClosed, QStringLiteral("QuoteNotClosed")}, {RowTrouble::TextAfterQuote, QStringLiteral("TextAfterQuote")},
        {RowTrouble::TooFewFields, QStringLiteral("TooFewFields")}, {RowTrouble::TooManyFields, QStringLiteral("TooManyFields")}, {RowTrouble::NotText, QStringLiteral("NotText")},
        {RowTrouble::NotJson, QStringLiteral("NotJson")}, {RowTrouble::NotAnObject, QStringLiteral("NotAnObject")}, {RowTrouble::TooLong, QStringLiteral("TooLong")},
        {RowTrouble::BadFile, QStringLiteral("BadFile")}, {RowTrouble::CannotRead, QStringLiteral("CannotRead")}};
    QString text = QStringLiteral("%1! %2").arg(problem->line).arg(troubles.at(problem->trouble));
    if (!problem->detail.isEmpty())
        text += QString(QLatin1Char(' ') + problem->detail);
    if (problem->wanted > 0)
        text += QStringLiteral(" %1/%2").arg(problem->found).arg(problem->wanted);
    return text;
}

QStringList all(RowSource &source)
{
    const QStringList names = source.names();
    QStringList rows;
    while (true) {
        const auto next = source.next();
        if (std::holds_alternative<RowSource::End>(next))
            return rows;
        rows += told(next, names);
    }
}

/// Bytes of memory that this process has had at most, since it was last asked to forget.
qint64 mostMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

bool forgetMostMemory()
{
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    return references.open(QIODevice::WriteOnly) && references.write("5") == 1;
}

// What is let go of is kept for a while by the sanitizer, so that there memory says less and takes longer.
#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 manyRows = 200'000;
#else
constexpr qint64 manyRows = 1'000'000;
#endif

} // namespace

class TestRowSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsAreNamedByTheFirstLine_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *name, const QByteArray &csv, const QStringList &rows) { QTest::newRow(name) << csv << rows; };
        row("rows", "a,b\n1,2\n3,\n", {QStringLiteral("2: a=1 b=2"), QStringLiteral("3: a=3 b=")});
        row("names without blanks around them", " a ; b\n1; 2", {QStringLiteral("2: a=1 b= 2")});
        row("letters", "länge,\xe6\xb3\xa2\n1,\xf0\x9f\x8c\x8a", {QString::fromUtf8("2: länge=1 波=🌊")});
        row("a column without a name", ",a,\n0,1,2", {QStringLiteral("2: a=1")});
        row("no rows", "a,b\n", {});
        row("too few and too many", "a,b\n1\n1,2,3\n1,2", {QStringLiteral("2! TooFewFields 1/2"), QStringLiteral("3! TooManyFields 3/2"), QStringLiteral("4: a=1 b=2")});
        row("nothing", "", {QStringLiteral("1! NoHeader")});
        row("no names", ",,\n1,2,3", {QStringLiteral("1! NoHeader")});
        row("a name twice", "a,b, a\n1,2,3\n4,5,6", {QStringLiteral("1! NameTwice a")});
        row("bytes that are no UTF-8", "a,b\n1,2\n\"x\ny\",\"z\n\xe4\"\n5,6", {QStringLiteral("2: a=1 b=2"), QStringLiteral("5! NotText"), QStringLiteral("6: a=5 b=6")});
        row("the same in the header", "a,\xe4\n1,2", {QStringLiteral("1! NotText")});
        row("UTF-16", QByteArray("\xff\xfe" "a\0,\0b\0\n\0", 10), {QStringLiteral("1! NotText")});
        row("a NUL", QByteArray("a\n1\0", 4), {QStringLiteral("2! NotText")});
        row("a quote that is never closed", "a,b\n1,2\n\"3,4\n5,6\n", {QStringLiteral("2: a=1 b=2"), QStringLiteral("3! QuoteNotClosed")});
        row("the same in the header", "a,\"b\n1,2\n", {QStringLiteral("1! QuoteNotClosed")});
    }
    void columnsAreNamedByTheFirstLine()
    {
        QFETCH(const QByteArray, csv);
        QFETCH(const QStringList, rows);
        const auto source = csvRows(bytes(csv));
        QCOMPARE(all(*source), rows);
        QVERIFY(std::holds_alternative<RowSource::End>(source->next()));
        const auto unasked = csvRows(bytes(csv)); // without its names
        for (qsizetype each = 0; each < rows.size(); ++each)
            QVERIFY(!std::holds_alternative<RowSource::End>(unasked->next()));
        QVERIFY(std::holds_alternative<RowSource::End>(unasked->next()));
    }

    void eachLineOfJsonIsARow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *name, const QByteArray &json, const QStringList &rows) { QTest::newRow(name) << json << rows; };
        row("rows", "{\"a\":\"1\",\"b\":\"x\\ny\"}\r\n\n{\"a\":\"2\"}", {QStringLiteral("1: a=1 b=x\ny"), QStringLiteral("3: a=2")});
        row("a byte order mark", "\xef\xbb\xbf{\"a\":\"1\"}", {QStringLiteral("1: a=1")});
        row("other values", "{\"a\":1,\"b\":0.5,\"c\":true,\"d\":null,\"e\":9007199254740993}", {QStringLiteral("1: a=1 b=0.5 c=true d= e=9007199254740993")});
        row("nested values", "{\"a\":{\"y\": [1, 2]},\"b\":[ ]}", {QStringLiteral("1: a={\"y\":[1,2]} b=[]")});
        row("no objects", "{\"a\":1}\n[1]\n\"x\"\n7\n{\"a\":2}", {QStringLiteral("1: a=1"), QStringLiteral("2! NotAnObject"), QStringLiteral("3! NotAnObject"), QStringLiteral("4! NotAnObject"), QStringLiteral("5: a=2")});
        row("no JSON", "{\"a\":1}\n{\"a\":\nx\n{\"a\":2}", {QStringLiteral("1: a=1"), QStringLiteral("2! NotJson"), QStringLiteral("3! NotJson"), QStringLiteral("4: a=2")});
        row("bytes that are no UTF-8", "{\"a\":1}\n{\"a\":\"\xe4\"}\n", {QStringLiteral("1: a=1"), QStringLiteral("2! NotText")});
        row("too deep", "{\"a\":1}\n{\"a\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}\n", {QStringLiteral("1: a=1"), QStringLiteral("2! NotJson")});
        row("nothing", "", {QStringLiteral("1! NoHeader")});
    }
    void eachLineOfJsonIsARow()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QStringList, rows);
        const auto source = jsonRows(bytes(json));
        QCOMPARE(all(*source), rows);
        QVERIFY(std::holds_alternative<RowSource::End>(source->next()));
    }

    void namesMayBeAskedForAtAnyTime()
    {
        for (const QByteArray &content : {QByteArray("b,a\n1,2\n3,4"), QByteArray("{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}")}) {
            const auto source = rowsFrom(bytes(content));
            const QStringList names = source->names();
            QCOMPARE(names, content.startsWith('{') ? (QStringList {QStringLiteral("a"), QStringLiteral("b")}) : (QStringList {QStringLiteral("b"), QStringLiteral("a")}));
            QCOMPARE(source->names(), names);
            QVERIFY(std::holds_alternative<SourceRow>(source->next()));
            QCOMPARE(source->names(), names);
            QVERIFY(std::holds_alternative<SourceRow>(source->next()));
            QVERIFY(std::holds_alternative<RowSource::End>(source->next()));
            QCOMPARE(source->progress(), 1.0);
        }
        const auto broken = csvRows(bytes("a,a\n1,2"));
        QCOMPARE(broken->names(), QStringList());
        QCOMPARE(broken->names(), QStringList());
        QVERIFY(std::holds_alternative<RowProblem>(broken->next())); // told once
        QVERIFY(std::holds_alternative<RowSource::End>(broken->next()));
    }

    void aFileIsKnownByHowItBegins()
    {
        QVERIFY(std::holds_alternative<SourceRow>(rowsFrom(bytes("\xef\xbb\xbf\n {\"a\":1}"))->next()));
        QCOMPARE(rowsFrom(bytes("a,{b}\n1,2"))->names(), (QStringList {QStringLiteral("a"), QStringLiteral("{b}")}));
    }

    void aRowTooLongToSendIsPassedOver()
    {
        const QByteArray big(33 * 1024 * 1024, 'x');
        const auto csv = csvRows(bytes("a\n1\n" + big + "\n2"));
        QCOMPARE(all(*csv), (QStringList {QStringLiteral("2: a=1"), QStringLiteral("3! TooLong %1/%2").arg(big.size()).arg(32 * 1024 * 1024), QStringLiteral("4: a=2")}));
        const auto json = jsonRows(bytes("{\"a\":1}\n" + big + "\n{\"a\":2}"));
        QCOMPARE(all(*json), (QStringList {QStringLiteral("1: a=1"), QStringLiteral("2! TooLong %1/%2").arg(big.size()).arg(32 * 1024 * 1024), QStringLiteral("3: a=2")}));
    }

    void eachFileIsARow()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const char *name, const QByteArray &content) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
        };
        const QByteArray png("\x89PNG\r\n\x1a\n1234");
        const auto source = fileRows({write("tide.txt", "High at noon {{file}}"), write("map.png", png), folder.filePath(QStringLiteral("gone.txt")), write("empty.txt", ""),
            write("program", QByteArray("\x7f" "ELF\0\0", 6)), write("last.md", "Low")});
        QCOMPARE(source->names(), (QStringList {QStringLiteral("file"), QStringLiteral("filename")}));
        const auto text = std::get<SourceRow>(source->next());
        QCOMPARE(text.line, qint64(1));
        QCOMPARE(text.values.value(QStringLiteral("file")), QStringLiteral("High at noon {{file}}"));
        QCOMPARE(text.values.value(QStringLiteral("filename")), QStringLiteral("tide.txt"));
        QVERIFY(text.attachments.empty());
        const auto image = std::get<SourceRow>(source->next());
        QCOMPARE(image.values.value(QStringLiteral("file")), QStringLiteral("map.png"));
        QCOMPARE(image.attachments.size(), std::size_t(1));
        QCOMPARE(image.attachments.front().data, png);
        QCOMPARE(std::get<RowProblem>(source->next()), (RowProblem {RowTrouble::BadFile, 3, QStringLiteral("gone.txt")}));
        QCOMPARE(std::get<RowProblem>(source->next()), (RowProblem {RowTrouble::BadFile, 4, QStringLiteral("empty.txt"), 0, 0, AttachmentProblem::Empty}));
        QCOMPARE(std::get<RowProblem>(source->next()), (RowProblem {RowTrouble::BadFile, 5, QStringLiteral("program"), 0, 0, AttachmentProblem::UnknownKind}));
        QCOMPARE(std::get<SourceRow>(source->next()).line, qint64(6));
        QVERIFY(std::holds_alternative<RowSource::End>(source->next()));
    }

    void aMillionRowsTakeNoMoreMemoryThanOne_data()
    {
        QTest::addColumn<bool>("json");
        QTest::newRow("CSV") << false;
        QTest::newRow("JSONL") << true;
    }
    void aMillionRowsTakeNoMoreMemoryThanOne()
    {
        QFETCH(const bool, json);
        const auto make = [json](qint64 rows) -> std::unique_ptr<RowSource> {
            if (json)
                return jsonRows(std::make_unique<Made>(QByteArray(), [](qint64 row) -> QByteArray { return "{\"number\":" + QByteArray::number(row) + ",\"text\":\"the sea is \\\"high\\\" and wide\"}\n"; }, rows));
            return csvRows(std::make_unique<Made>("number,text\r\n", [](qint64 row) -> QByteArray { return QByteArray::number(row) + ",\"the sea is \"\"high\"\",\nand wide\"\r\n"; }, rows));
        };
        const auto read = [&make](qint64 rows) {
            const auto source = make(rows);
            qint64 sum = 0;
            for (qint64 each = 0; each < rows; ++each)
                sum += std::get<SourceRow>(source->next()).values.value(QStringLiteral("number")).toLongLong();
            return std::holds_alternative<RowSource::End>(source->next()) ? sum : -1;
        };
        QCOMPARE(read(1000), qint64(1000 * 1001 / 2));
        if (!forgetMostMemory())
            QSKIP("the system does not let memory be measured anew");
        const qint64 before = mostMemory();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(read(manyRows), manyRows * (manyRows + 1) / 2);
        const qint64 more = mostMemory() - before;
        qInfo("rows=%lld ms=%lld more_kib=%lld", static_cast<long long>(manyRows), static_cast<long long>(timer.elapsed()), static_cast<long long>(more / 1024));
#if !defined(__SANITIZE_ADDRESS__)
        QVERIFY2(more < 4 * 1024 * 1024, qPrintable(QString::number(more)));
#else
        QVERIFY2(more < 400 * 1024 * 1024, qPrintable(QString::number(more))); // of which the sanitizer keeps 256 MiB
#endif
    }

    void readingMayStopInTheMiddle()
    {
        auto source = csvRows(std::make_unique<Made>("a\n", [](qint64 row) -> QByteArray { return QByteArray::number(row) + "\n"; }, std::numeric_limits<qint64>::max()));
        for (int each = 0; each < 1000; ++each)
            QVERIFY(std::holds_alternative<SourceRow>(source->next()));
        source.reset();
    }
};

QTEST_GUILESS_MAIN(TestRowSource)
#include "tst_rowsource.moc"
