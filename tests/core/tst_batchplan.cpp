// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchplan.h"
#include "tests/support/chance.h"
#include "tests/support/properties.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace breakwater;

namespace {

std::unique_ptr<RowSource> rows(const QByteArray &content)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(content);
    buffer->open(QIODevice::ReadOnly);
    return rowsFrom(std::move(buffer));
}

BatchOrder order(const QString &prompt)
{
    BatchOrder made;
    made.prompt = prompt;
    made.ask.model = QStringLiteral("claude-haiku-4-5");
    made.ask.mostTokens = 1000;
    return made;
}

struct Whole
{
    std::vector<PlannedRow> rows;
    PlanFacts facts;
};

Whole whole(const BatchOrder &order, std::unique_ptr<RowSource> source, int atOnce = 1000)
{
    BatchPlan plan(order, std::move(source));
    Whole all;
    while (!plan.isOver()) {
        for (PlannedRow &row : plan.next(atOnce))
            all.rows.push_back(std::move(row));
    }
    all.facts = plan.facts();
    return all;
}

QJsonObject paramsOf(const PlannedRow &row)
{
    return QJsonDocument::fromJson(row.row.params).object();
}

QString promptIn(const PlannedRow &row)
{
    return paramsOf(row).value(QStringLiteral("messages")).toArray().at(0).toObject().value(QStringLiteral("content")).toString();
}

QByteArray numbered(int count)
{
    QByteArray csv("text\n");
    for (int each = 1; each <= count; ++each)
        csv += "row " + QByteArray::number(each) + "\n";
    return csv;
}

} // namespace

class TestBatchPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstRowsAreThePreview()
    {
        BatchPlan plan(order(QStringLiteral("Translate {{text}} into {{language}}.")), rows("text,language\nsea,German\n\"the {{text}}\",French\nsky,Danish\n"));
        const auto first = plan.next(2);
        QCOMPARE(first.size(), std::size_t(2));
        QCOMPARE(first[0].prompt, QStringLiteral("Translate sea into German."));
        QCOMPARE(first[0].row.number, qint64(1));
        QCOMPARE(first[0].line, qint64(2));
        QCOMPARE(first[0].row.label, QStringLiteral("sea · German"));
        QCOMPARE(first[1].prompt, QStringLiteral("Translate the {{text}} into French.")); // filled in once
        QVERIFY(!plan.isOver());
        QCOMPARE(plan.facts().rows, qint64(2));
        QCOMPARE(plan.next(2).size(), std::size_t(1));
        QVERIFY(plan.isOver());
        QVERIFY(plan.next(2).empty());
    }

    void aRequestIsABodyWithoutAStream()
    {
        BatchOrder wanted = order(QStringLiteral("Say {{text}}"));
        wanted.ask.system = QStringLiteral("Be brief.");
        wanted.ask.effort = Effort::Low;
        wanted.ask.temperature = 0.5;
        const auto plan = whole(wanted, rows("text\n\"\xe2\x80\x9ehi\xe2\x80\x9c\"\n"));
        QCOMPARE(paramsOf(plan.rows.at(0)), QJsonDocument::fromJson("{\"model\":\"claude-haiku-4-5\",\"max_tokens\":1000,\"system\":\"Be brief.\",\"temperature\":0.5,"
                                                                     "\"output_config\":{\"effort\":\"low\"},\"messages\":[{\"role\":\"user\",\"content\":\"Say \xe2\x80\x9ehi\xe2\x80\x9c\"}]}")
                                                .object());
        for (const char *forbidden : {"stream", "speed", "fallbacks"})
            QVERIFY(!paramsOf(plan.rows.at(0)).contains(QLatin1String(forbidden)));
    }

    void rowsThatCannotBeAskedAreNamedAndLeftOut()
    {
        const auto plan = whole(order(QStringLiteral("{{a}}")), rows("a,b\n1,x\n2\n\" \",x\n\"3\"4,x\n\xe4,x\n5,x\n"));
        QCOMPARE(plan.rows.size(), std::size_t(2));
        QCOMPARE(plan.rows[1].row.number, qint64(2)); // numbers have no gaps
        QCOMPARE(plan.rows[1].line, qint64(7));
        QCOMPARE(plan.facts.problems, (std::vector<RowProblem> {{RowTrouble::TooFewFields, 3, {}, 1, 2}, {RowTrouble::BlankPrompt, 4}, {RowTrouble::TextAfterQuote, 5}, {RowTrouble::NotText, 6}}));
        QCOMPARE(plan.facts.leftOut(), qint64(4));
        QCOMPARE(plan.facts.rows, qint64(2));
    }

    void aVariableWithoutAValueIsNamed()
    {
        const auto csv = whole(order(QStringLiteral("{{a}} {{c}} {{d}}")), rows("a,b\n1,2\n3,4\n"));
        QVERIFY(csv.rows.empty());
        QCOMPARE(csv.facts.missing, (QStringList {QStringLiteral("c"), QStringLiteral("d")}));
        QCOMPARE(csv.facts.troubles, (std::map<RowTrouble, qint64> {{RowTrouble::NoValue, 2}}));
        QCOMPARE(csv.facts.problems.front(), (RowProblem {RowTrouble::NoValue, 2, QStringLiteral("c")}));
        const auto json = whole(order(QStringLiteral("{{a}}")), rows("{\"a\":\"1\"}\n{\"b\":\"2\"}\n{\"a\":\"\"}\n{\"a\":null,\"b\":1}\n{\"a\":\"3\"}"));
        QCOMPARE(json.rows.size(), std::size_t(2));
        QCOMPARE(json.facts.problems, (std::vector<RowProblem> {{RowTrouble::NoValue, 2, QStringLiteral("a")}, {RowTrouble::BlankPrompt, 3}, {RowTrouble::BlankPrompt, 4}}));
    }

    void aFileThatEndsEarlySaysWhere()
    {
        const auto plan = whole(order(QStringLiteral("{{a}}")), rows("a\n1\n\"2\n3\n"));
        QCOMPARE(plan.rows.size(), std::size_t(1));
        QCOMPARE(plan.facts.problems, (std::vector<RowProblem> {{RowTrouble::QuoteNotClosed, 3}}));
        QCOMPARE(plan.facts.leftOut(), qint64(0)); // nobody knows how many
        QVERIFY(plan.facts.isWhole);
    }

    void problemsAreCountedAndTheFirstOfThemKept()
    {
        QByteArray csv("a,b\n");
        for (int each = 0; each < 1000; ++each)
            csv += "1\n";
        const auto plan = whole(order(QStringLiteral("{{a}}")), rows(csv));
        QCOMPARE(plan.facts.troubles.at(RowTrouble::TooFewFields), qint64(1000));
        QCOMPARE(plan.facts.problems.size(), BatchPlan::mostProblems);
        QCOMPARE(plan.facts.leftOut(), qint64(1000));
    }

    void sameQuestionsAreCounted()
    {
        QCOMPARE(whole(order(QStringLiteral("{{a}}")), rows("a,b\n1,1\n2,2\n1,3\n1,4\n")).facts.alike, qint64(2));
        QCOMPARE(whole(order(QStringLiteral("{{a}} {{b}}")), rows("a,b\n1,1\n2,2\n1,3\n1,4\n")).facts.alike, qint64(0));
        QCOMPARE(whole(order(QStringLiteral("always the same")), rows(numbered(300))).facts.alike, qint64(299));
    }

    void partsKeepToTheLimits()
    {
        BatchOrder wanted = order(QStringLiteral("{{text}}"));
        wanted.limits.requests = 4;
        const auto plan = whole(wanted, rows(numbered(10)), 3);
        QCOMPARE(plan.facts.parts, (std::vector<qint64> {4, 4, 2}));
        QCOMPARE(plan.rows[3].part, 1);
        QCOMPARE(plan.rows[4].part, 2);

        wanted.limits = {};
        wanted.limits.partBytes = 1000;
        const auto small = whole(wanted, rows(numbered(20)));
        QVERIFY(small.facts.parts.size() > 1);
        std::map<int, qint64> bytes;
        for (const PlannedRow &row : small.rows)
            bytes[row.part] += bytesOfRequest(row.row.params.size());
        for (const auto &[part, sum] : bytes)
            QVERIFY2(sum < 1000, qPrintable(QString::number(sum)));
    }

    void aRowOverTheLimitIsNamed()
    {
        BatchOrder wanted = order(QStringLiteral("{{text}}"));
        wanted.limits.bytes = 5000;
        wanted.limits.partBytes = 1000;
        const auto plan = whole(wanted, rows("text\nshort\n" + QByteArray(4000, 'x') + "\nshort\n" + QByteArray(5000, 'x') + "\nshort\n"));
        QCOMPARE(plan.facts.parts, (std::vector<qint64> {1, 1, 2})); // larger than a part should be: one of its own
        QCOMPARE(plan.facts.problems.size(), std::size_t(1));
        QCOMPARE(plan.facts.problems.front().trouble, RowTrouble::TooManyBytes);
        QCOMPARE(plan.facts.problems.front().line, qint64(5));
        QVERIFY(plan.facts.problems.front().found > plan.facts.problems.front().wanted);
    }

    void aRowOverTheWindowIsNamedAndAsked()
    {
        BatchOrder wanted = order(QStringLiteral("{{text}}"));
        wanted.window = 100;
        const auto plan = whole(wanted, rows("text\nshort\n" + QByteArray(400, 'x') + "\n" + QByteArray(404, 'x') + "\n"));
        QCOMPARE(plan.rows.size(), std::size_t(3));
        QCOMPARE(plan.facts.problems, (std::vector<RowProblem> {{RowTrouble::TooManyTokens, 4, {}, 101, 100}}));
        QCOMPARE(plan.facts.leftOut(), qint64(0));
    }

    void thePriceIsHalf()
    {
        BatchOrder wanted = order(QStringLiteral("{{text}}"));
        wanted.prices = {{wanted.ask.model, 1.0, 5.0}};
        wanted.ask.system = QString(800, QLatin1Char('s')); // 200 tokens
        const auto plan = whole(wanted, rows("text\n" + QByteArray(400, 'x') + "\n" + QByteArray(400, 'y') + "\n")); // 100 each
        QCOMPARE(plan.facts.tokens, qint64(600));
        QCOMPARE(*plan.facts.least, 600 * 1.0 / 1e6 / 2);
        QCOMPARE(*plan.facts.most, (600 * 1.0 + 2000 * 5.0) / 1e6 / 2);
        wanted.prices = {{QStringLiteral("another"), 1.0, 5.0}};
        QVERIFY(!whole(wanted, rows(numbered(2))).facts.least);
    }

    void filesGoAlong()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const char *name, const QByteArray &content) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
        };
        const auto plan = whole(order(QStringLiteral("Look: {{file}}")), fileRows({write("a.txt", "high tide"), write("b.png", "\x89PNG\r\n\x1a\nx"), write("c.bin", QByteArray("\0\1", 2))}));
        QCOMPARE(plan.rows.size(), std::size_t(2));
        QCOMPARE(promptIn(plan.rows[0]), QStringLiteral("Look: high tide"));
        QCOMPARE(plan.rows[0].row.label, QStringLiteral("a.txt"));
        const QJsonArray blocks = paramsOf(plan.rows[1]).value(QStringLiteral("messages")).toArray().at(0).toObject().value(QStringLiteral("content")).toArray();
        QCOMPARE(blocks.at(0).toObject().value(QStringLiteral("type")).toString(), QStringLiteral("image"));
        QCOMPARE(blocks.at(1).toObject().value(QStringLiteral("text")).toString(), QStringLiteral("Look: b.png"));
        QCOMPARE(plan.facts.problems.front().attachment, std::optional(AttachmentProblem::UnknownKind));
        // The file of a row before goes with no other.
        const auto text = whole(order(QStringLiteral("{{file}}")), fileRows({folder.filePath(QStringLiteral("b.png")), folder.filePath(QStringLiteral("a.txt"))}));
        QCOMPARE(promptIn(text.rows[1]), QStringLiteral("high tide"));
    }

    void aSliceIsBoundedByItsBytes()
    {
        QByteArray csv("text\n");
        for (int each = 0; each < 5; ++each)
            csv += QByteArray(3 * 1024 * 1024, static_cast<char>('a' + each)) + '\n';
        BatchPlan plan(order(QStringLiteral("{{text}}")), rows(csv));
        QCOMPARE(plan.next(1000).size(), std::size_t(3));
        QCOMPARE(plan.next(1000).size(), std::size_t(2));
    }

    /// However it is cut into slices, a plan is the same, and its sums are those of its rows.
    void aPlanIsTheSameInAnySlices()
    {
        QVERIFY(rc::check("slices do not matter", [] {
            const Storm storm = *storms(60);
            Chance chance(storm);
            BatchOrder wanted = order(QStringLiteral("{{text}}: {{more}}"));
            wanted.prices = {{wanted.ask.model, 1.0, 5.0}};
            wanted.window = 20;
            wanted.limits.requests = 1 + chance.below(9);
            wanted.limits.partBytes = 500 + chance.below(2000);
            wanted.limits.bytes = 1000;
            QByteArray csv("text,more\n");
            for (int each = 0; each < storm.length; ++each)
                csv += chance.of<QByteArray>({QByteArray("a,b\n"), QByteArray("a\n"), QByteArray(",\n"), "x" + QByteArray::number(each) + ",y\n", QByteArray(chance.below(1500), 'z') + ",y\n", QByteArray("\"a\"b,c\n")});
            const Whole once = whole(wanted, rows(csv), 1'000'000);
            const Whole pieces = whole(wanted, rows(csv), 1 + chance.below(7));
            RC_ASSERT(once.rows == pieces.rows);
            RC_ASSERT(once.facts.parts == pieces.facts.parts);
            RC_ASSERT(once.facts.problems == pieces.facts.problems);
            RC_ASSERT(once.facts.rows + once.facts.leftOut() == storm.length);
            std::set<QByteArray> different;
            std::map<int, qint64> parts;
            std::map<int, qint64> bytes;
            qint64 tokens = 0;
            qint64 number = 0;
            for (const PlannedRow &row : once.rows) {
                RC_ASSERT(row.row.number == ++number);
                const int last = parts.empty() ? 1 : parts.rbegin()->first;
                RC_ASSERT(row.part >= last);
                ++parts[row.part];
                bytes[row.part] += bytesOfRequest(row.row.params.size());
                tokens += row.tokens;
                different.insert(row.row.params);
            }
            RC_ASSERT(tokens == once.facts.tokens);
            RC_ASSERT(once.facts.rows - once.facts.alike == static_cast<qint64>(different.size()));
            RC_ASSERT(parts.size() == once.facts.parts.size());
            for (const auto &[part, count] : parts) {
                RC_ASSERT(count == once.facts.parts[static_cast<std::size_t>(part - 1)]);
                RC_ASSERT(count <= wanted.limits.requests);
                const bool fits = count == 1 || bytes[part] <= wanted.limits.partBytes;
                RC_ASSERT(fits);
            }
        }));
    }

    /// As large as a part may be; fewer under the sanitizer, which takes ten times as long. Times are told, not judged.
    void aHundredThousandRowsArePlannedInSlices()
    {
#if defined(__SANITIZE_ADDRESS__)
        constexpr int all = 20'000;
#else
        constexpr int all = 100'000;
#endif
        BatchPlan plan(order(QStringLiteral("{{text}}")), rows(numbered(all)));
        QElapsedTimer timer;
        timer.start();
        qint64 longest = 0;
        qint64 count = 0;
        while (!plan.isOver()) {
            QElapsedTimer slice;
            slice.start();
            count += static_cast<qint64>(plan.next(200).size());
            longest = std::max(longest, slice.nsecsElapsed());
        }
        qInfo("rows=%lld ms=%lld longest_slice_us=%lld parts=%zu", static_cast<long long>(count), static_cast<long long>(timer.elapsed()), static_cast<long long>(longest / 1000), plan.facts().parts.size());
        QCOMPARE(count, qint64(all));
        QCOMPARE(plan.facts().alike, qint64(0));
    }
};

QTEST_GUILESS_MAIN(TestBatchPlan)
#include "tst_batchplan.moc"
