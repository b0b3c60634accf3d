// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/csv.h"
#include "tests/support/chance.h"
#include "tests/support/properties.h"

#include <QBuffer>
#include <QtTest>

using namespace breakwater;

namespace {

/// Gives its bytes a few at a time, or fails after them.
class Drip final : public QIODevice
{
public:
    Drip(QByteArray bytes, qint64 atOnce, bool fails = false)
        : m_bytes(std::move(bytes))
        , m_atOnce(atOnce)
        , m_fails(fails)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min({most, m_atOnce, static_cast<qint64>(m_bytes.size()) - m_at});
        if (count == 0 && m_fails) {
            setErrorString(QStringLiteral("the disk is gone"));
            return -1;
        }
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_atOnce;
    qint64 m_at = 0;
    bool m_fails;
};

/// "1:a|b" is a record of two fields on line 1; "3!QuoteNotClosed" what is wrong on line 3.
QByteArray told(CsvReader &reader)
{
    static const std::map<RowTrouble, QByteArray> names {{RowTrouble::CannotRead, "CannotRead"}, {RowTrouble::QuoteNotClosed, "QuoteNotClosed"},
        {RowTrouble::TextAfterQuote, "TextAfterQuote"}, {RowTrouble::TooLong, "TooLong"}};
    QByteArrayList all;
    while (true) {
        const auto read = reader.next();
        if (std::holds_alternative<CsvReader::End>(read))
            return all.join(' ');
        if (const auto *problem = std::get_if<RowProblem>(&read)) {
            all += QByteArray::number(problem->line) + '!' + names.at(problem->trouble);
            continue;
        }
        const auto &record = std::get<CsvReader::Record>(read);
        all += QByteArray::number(record.line) + ':' + QByteArrayList(record.fields.begin(), record.fields.end()).join('|');
    }
}

QByteArray told(const QByteArray &csv, qint64 longest = CsvReader::longestRecord)
{
    QBuffer buffer;
    buffer.setData(csv);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, longest);
    return told(reader);
}

QByteArray written(const std::vector<std::vector<QByteArray>> &records, char separator, const QByteArray &lineEnd, Chance &chance)
{
    QByteArray csv;
    for (const auto &record : records) {
        for (std::size_t each = 0; each < record.size(); ++each) {
            QByteArray field = record[each];
            const bool quoted = field.isEmpty() || field.contains(separator) || field.contains('"') || field.contains('\n') || field.contains('\r') || chance.once(3);
            if (quoted)
                field = '"' + field.replace("\"", "\"\"") + '"';
            csv += (each > 0 ? QByteArray(1, separator) : QByteArray()) + field;
        }
        csv += lineEnd;
    }
    return csv;
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordsAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("records");
        const auto row = [](const char *name, const char *csv, const char *records) { QTest::newRow(name) << QByteArray(csv) << QByteArray(records); };
        row("nothing", "", "");
        row("blank lines only", "\n\r\n\n", "");
        row("one field", "a", "1:a");
        row("LF", "a,b\n1,2\n", "1:a|b 2:1|2");
        row("CRLF", "a,b\r\n1,2\r\n", "1:a|b 2:1|2");
        row("CR", "a,b\r1,2\r", "1:a|b 2:1|2");
        row("no break at the end", "a,b\n1,2", "1:a|b 2:1|2");
        row("blank lines are no records", "\na,b\n\n1,2\r\n\r\n3,4", "2:a|b 4:1|2 6:3|4");
        row("empty fields", "a,b,c\n,,\n1,,\n,,3", "1:a|b|c 2:|| 3:1|| 4:||3");
        row("a byte order mark", "\xef\xbb\xbf" "a,b\n1,2", "1:a|b 2:1|2");
        row("a byte order mark before a quote", "\xef\xbb\xbf\"a\",b", "1:a|b");
        row("quotes", "\"a\",\"b c\"\n\"\",\"x\"", "1:a|b c 2:|x");
        row("an empty field in quotes is a record", "a\n\"\"\n", "1:a 2:");
        row("separators in quotes", "a,b\n\"1,2\",\"3;4\"", "1:a|b 2:1,2|3;4");
        row("doubled quotes", "a\n\"say \"\"hi\"\"\"\n\"\"\"\"", "1:a 2:say \"hi\" 3:\"");
        row("line breaks in quotes", "a,b\n\"1\r\n2\n3\",4\n5,6", "1:a|b 2:1\r\n2\n3|4 5:5|6");
        row("a quote inside a field stands for itself", "a,b\n5\" disk,x\"y\"z", "1:a|b 2:5\" disk|x\"y\"z");
        row("blanks are part of a field", " a , b \n 1 , 2 ", "1: a | b  2: 1 | 2 ");
        row("semicolons", "a;b;c\n1,5;2;3", "1:a|b|c 2:1,5|2|3");
        row("tabs", "a\tb\n1\t2", "1:a|b 2:1|2");
        row("what is in quotes does not choose the separator", "\"a,b,c\";d\n1;2", "1:a,b,c|d 2:1|2");
        row("a line break in quotes is not the end of the first line", "\"a\n,,,\";b;c\n1;2;3", "1:a\n,,,|b|c 3:1|2|3");
        row("of two the comma", "a,b;c\n1,2;3", "1:a|b;c 2:1|2;3");
        row("a separator that is named", "sep=|\na|b\n1|2,3", "2:a|b 3:1|2,3");
        row("a column that only looks so", "sep=,b\n1,2", "1:sep=|b 2:1|2");
        row("bytes that are no text are not looked at", "a\n\xff\xfe\n", "1:a 2:\xff\xfe");
        row("a quote that is never closed", "a,b\n1,\"2\n3,4\n5,6\n", "1:a|b 2!QuoteNotClosed");
        row("the same in a later field", "a,b\n1,2\n\"x\ny\",\"z\n", "1:a|b 2:1|2 4!QuoteNotClosed");
        row("a quote at the very end", "a\n1\n\"", "1:a 2:1 3!QuoteNotClosed");
        row("text after a quote", "a,b\n\"1\"2,3\n4,5", "1:a|b 2!TextAfterQuote 3:4|5");
        row("the same on the last line", "a,b\n\"1\" ,3", "1:a|b 2!TextAfterQuote");
    }
    void recordsAreReadAsTheyAreWritten()
    {
        QFETCH(const QByteArray, csv);
        QFETCH(const QByteArray, records);
        QCOMPARE(told(csv), records);
        for (const qint64 atOnce : {1, 2, 7}) { // wherever the file is cut
            Drip drip(csv, atOnce);
            CsvReader reader(drip);
            QCOMPARE(told(reader), records);
        }
    }

    void aRecordThatIsTooLongIsPassedOver()
    {
        const QByteArray big(5000, 'x');
        QCOMPARE(told("a,b\n1," + big + "\n3,4\n", 1000), QByteArray("1:a|b 2!TooLong 3:3|4"));
        QCOMPARE(told("a,b\n1,\"" + big + "\n\n\"\n3,4\n", 1000), QByteArray("1:a|b 2!TooLong 5:3|4"));
        QCOMPARE(told("a,b\n" + QByteArray(5000, ',') + "\n3,4\n", 1000), QByteArray("1:a|b 2!TooLong 3:3|4")); // empty fields take memory, too
        QCOMPARE(told("a,b\n1,\"" + big, 1000), QByteArray("1:a|b 2!QuoteNotClosed"));
    }

    void aDiskThatFailsIsNotTheEndOfTheFile()
    {
        for (const char *csv : {"a,b\n1,2\n", "a,b\n1,", "a,b\n1,\"2"}) {
            Drip drip(csv, 3, true);
            CsvReader reader(drip);
            QVERIFY2(told(reader).endsWith("!CannotRead"), csv);
            QVERIFY(std::holds_alternative<CsvReader::End>(reader.next()));
        }
    }

    void whateverIsWrittenIsReadBack()
    {
        QVERIFY(rc::check("what is written is read back", [] {
            const Storm storm = *storms(12);
            Chance chance(storm);
            const char separator = chance.of({',', ';', '\t'});
            const QByteArray lineEnd = chance.of({QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r")});
            const int width = 2 + chance.below(4);
            std::vector<std::vector<QByteArray>> records {std::vector<QByteArray>(static_cast<std::size_t>(width), "name")};
            for (int each = 0; each < storm.length; ++each) {
                std::vector<QByteArray> record;
                for (int field = 0; field < width; ++field) {
                    QByteArray text;
                    for (int letters = chance.below(6); letters > 0; --letters)
                        text += chance.of({'a', '"', ',', ';', '\t', '\n', '\r', ' ', '\xc3'});
                    record.push_back(text);
                }
                records.push_back(std::move(record));
            }
            const QByteArray csv = written(records, separator, lineEnd, chance);
            Drip drip(csv, 1 + chance.below(20));
            CsvReader reader(drip);
            for (const auto &record : records) {
                const auto read = reader.next();
                RC_ASSERT(std::holds_alternative<CsvReader::Record>(read));
                RC_ASSERT(std::get<CsvReader::Record>(read).fields == record);
            }
            RC_ASSERT(std::holds_alternative<CsvReader::End>(reader.next()));
            RC_ASSERT(reader.position() == csv.size());
        }));
    }

    void anyBytesAreSafe()
    {
        QVERIFY(rc::check("any bytes end", [] {
            const Storm storm = *storms(200);
            Chance chance(storm);
            QByteArray csv;
            for (int each = 0; each < storm.length; ++each)
                csv += chance.of({'a', '"', ',', ';', '\n', '\r', '\0', '\xff', '\xef', '\xbb', '\xbf', '='});
            Drip drip(csv, 1 + chance.below(20));
            CsvReader reader(drip, 50);
            int calls = 0;
            while (!std::holds_alternative<CsvReader::End>(reader.next()))
                RC_ASSERT(++calls <= csv.size() + 1);
        }));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
