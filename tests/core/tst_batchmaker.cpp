// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchmaker.h"
#include "core/store/storethread.h"
#include "tests/support/faketime.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace breakwater;

namespace {

constexpr int patience = 60'000; // ms

/// Passes on to a shelf, counts what it has in hand, and refuses when told to.
class WatchedShelf final : public BatchShelf
{
public:
    explicit WatchedShelf(BatchShelf &shelf)
        : m_shelf(shelf)
    {
    }
    void beginBatch(const Batch &batch, Answer<void> done) override { m_shelf.beginBatch(batch, std::move(done)); }
    void addRows(const BatchId &batch, int part, std::vector<BatchRow> rows, Answer<void> done) override
    {
        mostInHand = std::max(mostInHand, ++m_inHand);
        const auto answered = [this, done = std::move(done), refuses = ++added == refusesAt](const Result<void> &written) {
            --m_inHand;
            Fault full;
            full.kind = FaultKind::DiskFull;
            done(refuses ? Result<void>(tl::unexpected(full)) : written);
        };
        m_shelf.addRows(batch, part, std::move(rows), answered);
    }
    void finishBatch(const Batch &batch, Answer<void> done) override { m_shelf.finishBatch(batch, std::move(done)); }
    void addBatch(const Batch &batch, std::vector<BatchRow> rows, Answer<void> done) override { m_shelf.addBatch(batch, std::move(rows), std::move(done)); }
    void askAgain(const BatchId &batch, const std::vector<RowState> &states, Answer<Batch> done) override { m_shelf.askAgain(batch, states, std::move(done)); }
    void removeBatch(const BatchId &batch, Answer<void> done) override { m_shelf.removeBatch(batch, std::move(done)); }
    void batches(Answer<std::vector<Batch>> done) override { m_shelf.batches(std::move(done)); }
    void rowPage(const BatchId &batch, const RowQuery &query, Answer<RowPage> done) override { m_shelf.rowPage(batch, query, std::move(done)); }
    void wholeRow(const BatchId &batch, qint64 number, Answer<std::optional<WholeRow>> done) override { m_shelf.wholeRow(batch, number, std::move(done)); }

    int mostInHand = 0;
    int added = 0; ///< pieces of rows
    int refusesAt = -1; ///< which of them

private:
    BatchShelf &m_shelf;
    int m_inHand = 0;
};

BatchOrder order(const QString &prompt)
{
    BatchOrder made;
    made.prompt = prompt;
    made.ask.model = QStringLiteral("claude-haiku-4-5");
    made.ask.mostTokens = 1000;
    return made;
}

QByteArray numbered(int count)
{
    QByteArray csv("text\n");
    for (int each = 1; each <= count; ++each)
        csv += "row " + QByteArray::number(each) + "\n";
    return csv;
}

/// A history, a maker of batches, and files for it.
struct Workshop
{
    QTemporaryDir folder;
    FakeTime time;
    StoreThread store {time};
    WatchedShelf shelf {store};
    BatchMaker maker {shelf};
    bool isOpen = false;

    void open()
    {
        store.open(folder.filePath(QStringLiteral("library.sqlite")), [this](const Result<Snapshot> &opened) { isOpen = opened.has_value(); });
        QTRY_VERIFY(isOpen);
    }
    [[nodiscard]] RowFiles file(const QByteArray &content, const QString &name = QStringLiteral("rows.csv")) const
    {
        QFile made(folder.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("%s", qPrintable(made.errorString()));
        return {{made.fileName()}, false};
    }
    void read(const BatchOrder &wanted, const RowFiles &files)
    {
        maker.read(wanted, files);
        QTRY_VERIFY_WITH_TIMEOUT(!maker.isReading(), patience);
    }
    [[nodiscard]] Batch batch() const
    {
        Batch made;
        made.id = makeId<BatchId>(time.wall());
        made.title = QStringLiteral("Rows");
        made.route = RouteId(QStringLiteral("haiku"));
        made.createdAt = time.wall();
        return made;
    }
    /// What came of it; none: nothing yet.
    std::optional<Result<Batch>> outcome;
    void make(const Batch &wanted)
    {
        outcome.reset();
        maker.make(wanted, [this](const Result<Batch> &made) { outcome = made; });
    }
    [[nodiscard]] std::vector<Batch> onTheShelf()
    {
        std::optional<std::vector<Batch>> all;
        store.batches([&all](const Result<std::vector<Batch>> &read) { all = read.value_or(std::vector<Batch>()); });
        if (!QTest::qWaitFor([&all] { return all.has_value(); }, patience))
            qFatal("the shelf does not answer");
        return *all;
    }
    /// Every row of a batch, as it was asked.
    [[nodiscard]] std::vector<WholeRow> rowsOf(const Batch &batch)
    {
        std::vector<WholeRow> rows;
        qint64 told = 0;
        for (qint64 number = 1; number <= batch.counts.all(); ++number) {
            store.wholeRow(batch.id, number, [&](const Result<std::optional<WholeRow>> &row) {
                ++told;
                if (row && *row)
                    rows.push_back(**row);
            });
        }
        if (!QTest::qWaitFor([&] { return told == batch.counts.all(); }, patience))
            qFatal("the shelf does not answer");
        return rows;
    }
};

QString promptIn(const WholeRow &row)
{
    return QJsonDocument::fromJson(row.row.params).object().value(QStringLiteral("messages")).toArray().at(0).toObject().value(QStringLiteral("content")).toString();
}

} // namespace

class TestBatchMaker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstRowsAreShown()
    {
        Workshop shop;
        shop.read(order(QStringLiteral("Translate {{text}} into {{language}}.")), shop.file("text,language\nsea,German\n" + QByteArray("sky,French\n").repeated(99)));
        const BatchPreview &preview = shop.maker.preview();
        QCOMPARE(preview.first.size(), BatchMaker::shownFirst);
        QCOMPARE(preview.first.front(), (RowPreview {1, 2, QStringLiteral("sea · German"), QStringLiteral("Translate sea into German."), preview.first.front().tokens}));
        QVERIFY(preview.first.front().tokens > 0);
        QCOMPARE(preview.first.back().number, qint64(20));
        QCOMPARE(preview.names, (QStringList {QStringLiteral("text"), QStringLiteral("language")}));
        QCOMPARE(preview.facts.rows, qint64(100));
        QCOMPARE(preview.facts.alike, qint64(98));
        QVERIFY(preview.facts.isWhole);
        QVERIFY(shop.maker.canMake());
    }

    void aLongPromptIsShownByItsBeginning()
    {
        Workshop shop;
        shop.read(order(QStringLiteral("{{text}}")), shop.file("text\n" + QByteArray(1'000'000, 'x') + "\n"));
        QCOMPARE(shop.maker.preview().first.front().prompt.size(), BatchMaker::longestPrompt);
    }

    void whatIsWrongWithAFileIsTold()
    {
        Workshop shop;
        shop.read(order(QStringLiteral("{{a}}")), shop.file("a,b\n1,2\n3\n\"4\"5,6\n7,8\n\"9,10\n11,12\n"));
        QCOMPARE(shop.maker.preview().facts.problems, (std::vector<RowProblem> {{RowTrouble::TooFewFields, 3, {}, 1, 2}, {RowTrouble::TextAfterQuote, 4}, {RowTrouble::QuoteNotClosed, 6}}));
        QCOMPARE(shop.maker.preview().facts.rows, qint64(2));

        shop.read(order(QStringLiteral("{{city}}")), shop.file("a,b\n1,2\n"));
        QCOMPARE(shop.maker.preview().facts.missing, QStringList {QStringLiteral("city")});
        QVERIFY(!shop.maker.canMake());

        shop.read(order(QStringLiteral("{{a}}")), {{shop.folder.filePath(QStringLiteral("nowhere.csv"))}, false});
        QCOMPARE(shop.maker.preview().facts.troubles, (std::map<RowTrouble, qint64> {{RowTrouble::CannotRead, 1}}));
        QVERIFY(!shop.maker.preview().facts.problems.front().detail.isEmpty());
        QVERIFY(!shop.maker.canMake());
    }

    void manyFilesAreARowEach()
    {
        Workshop shop;
        QStringList paths;
        for (const char *name : {"one.txt", "two.txt"})
            paths += shop.file(QByteArray("This is ") + name, QLatin1String(name)).paths;
        paths += shop.folder.filePath(QStringLiteral("gone.txt"));
        shop.read(order(QStringLiteral("{{filename}}: {{file}}")), {paths, true});
        QCOMPARE(shop.maker.preview().first.at(1).prompt, QStringLiteral("two.txt: This is two.txt"));
        QCOMPARE(shop.maker.preview().facts.troubles, (std::map<RowTrouble, qint64> {{RowTrouble::BadFile, 1}}));
    }

    /// The old one may have reports under way; none of them is heard of.
    void anotherDraftGivesOnlyItsOwnFacts()
    {
        Workshop shop;
        const RowFiles many = shop.file(numbered(50'000));
        const RowFiles few = shop.file("text\nonly\n", QStringLiteral("few.csv"));
        QSignalSpy reports(&shop.maker, &BatchMaker::readOn);
        shop.maker.read(order(QStringLiteral("Old {{text}}")), many);
        QVERIFY(reports.wait(patience));
        QVERIFY(shop.maker.isReading());
        QVERIFY(!shop.maker.canMake());
        QStringList heard;
        connect(&shop.maker, &BatchMaker::readOn, this, [&] {
            for (const RowPreview &each : shop.maker.preview().first)
                heard += each.prompt;
        });
        shop.read(order(QStringLiteral("New {{text}}")), few);
        QCOMPARE(heard, QStringList {QStringLiteral("New only")});
        QCOMPARE(shop.maker.preview().facts.rows, qint64(1));
    }

    void whatIsStoppedTellsNothingMore()
    {
        Workshop shop;
        QSignalSpy reports(&shop.maker, &BatchMaker::readOn);
        shop.maker.read(order(QStringLiteral("{{text}}")), shop.file(numbered(50'000)));
        QVERIFY(reports.wait(patience));
        shop.maker.stop();
        reports.clear();
        QVERIFY(!shop.maker.isReading());
        QVERIFY(!shop.maker.canMake());
        BatchMaker::pool().waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(reports.count(), 0);
    }

    void rowsAreWrittenWholeAndInOrder()
    {
        Workshop shop;
        shop.open();
        BatchOrder wanted = order(QStringLiteral("Say {{text}}"));
        wanted.limits.requests = 8000;
        shop.read(wanted, shop.file(numbered(20'000)));
        qint64 told = 0;
        connect(&shop.maker, &BatchMaker::madeOn, this, [&told](qint64 rows) {
            QVERIFY(rows > told);
            told = rows;
        });
        const Batch begun = shop.batch();
        shop.make(begun);
        QVERIFY(shop.maker.isMaking());
        QVERIFY(!shop.maker.canMake()); // one at a time
        QTRY_VERIFY_WITH_TIMEOUT(shop.outcome.has_value(), patience);
        QVERIFY(*shop.outcome);
        QCOMPARE(told, qint64(20'000));
        QVERIFY(shop.shelf.mostInHand <= BatchMaker::mostInHand + 1); // a piece may fall into two parts
        const Batch &made = **shop.outcome;
        QCOMPARE(made.title, begun.title);
        QCOMPARE(made.counts.open, qint64(20'000));
        QCOMPARE(made.parts.size(), std::size_t(3));
        QCOMPARE(made.parts[2].number, 3);
        QCOMPARE(made.parts[2].rows, qint64(4000));
        QVERIFY(made.parts[2].phase == PartPhase::Ready);
        QCOMPARE(shop.onTheShelf(), std::vector<Batch> {made});
        const std::vector<WholeRow> rows = shop.rowsOf(made);
        QCOMPARE(rows.size(), std::size_t(20'000));
        for (const WholeRow &row : rows) {
            QCOMPARE(promptIn(row), QStringLiteral("Say row %1").arg(row.row.number));
            QCOMPARE(row.part, static_cast<int>((row.row.number - 1) / 8000) + 1);
        }
        QVERIFY(shop.maker.canMake()); // once more, if somebody wants it
    }

    void aFileThatChangedIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::newRow("more rows") << numbered(3001);
        QTest::newRow("fewer rows") << numbered(2999);
        QTest::newRow("other words") << numbered(3000).replace("row 2500", "roW 2500");
        QTest::newRow("nothing") << QByteArray();
    }
    void aFileThatChangedIsNoticed()
    {
        QFETCH(const QByteArray, now);
        Workshop shop;
        shop.open();
        shop.read(order(QStringLiteral("{{text}}")), shop.file(numbered(3000)));
        (void)shop.file(now);
        shop.make(shop.batch());
        QTRY_VERIFY_WITH_TIMEOUT(shop.outcome.has_value(), patience);
        QVERIFY(!*shop.outcome);
        QCOMPARE(shop.outcome->error().code, QStringLiteral("changed"));
        QVERIFY(!shop.maker.isMaking());
        QVERIFY(shop.onTheShelf().empty());
    }

    void aFileThatIsGoneIsNoticed()
    {
        Workshop shop;
        shop.open();
        const RowFiles files = shop.file(numbered(10));
        shop.read(order(QStringLiteral("{{text}}")), files);
        QVERIFY(QFile::remove(files.paths.front()));
        shop.make(shop.batch());
        QTRY_VERIFY_WITH_TIMEOUT(shop.outcome.has_value(), patience);
        QCOMPARE(shop.outcome->error().code, QStringLiteral("changed"));
    }

    void whatIsCancelledLeavesNothing()
    {
        Workshop shop;
        shop.open();
        shop.read(order(QStringLiteral("{{text}}")), shop.file(numbered(20'000)));
        QSignalSpy written(&shop.maker, &BatchMaker::madeOn);
        const Batch batch = shop.batch();
        shop.make(batch);
        QVERIFY(written.wait(patience));
        shop.maker.cancel();
        QVERIFY(shop.outcome && !*shop.outcome);
        QVERIFY(shop.outcome->error().kind == FaultKind::Cancelled);
        QVERIFY(!shop.maker.isMaking());
        QVERIFY(shop.onTheShelf().empty());
        written.clear();
        BatchMaker::pool().waitForDone();
        QVERIFY(shop.onTheShelf().empty());
        QCOMPARE(written.count(), 0);

        shop.make(batch); // the same again, and to the end
        QTRY_VERIFY_WITH_TIMEOUT(shop.outcome.has_value(), patience);
        QCOMPARE(shop.onTheShelf().size(), std::size_t(1));
    }

    void whatEndsWithTheMakerLeavesNothing()
    {
        Workshop shop;
        shop.open();
        {
            BatchMaker passing(shop.shelf);
            passing.read(order(QStringLiteral("{{text}}")), shop.file(numbered(20'000)));
            QTRY_VERIFY_WITH_TIMEOUT(!passing.isReading(), patience);
            QSignalSpy written(&passing, &BatchMaker::madeOn);
            passing.make(shop.batch(), [](const Result<Batch> &) { QFAIL("nobody is there to be told"); });
            QVERIFY(written.wait(patience));
        }
        BatchMaker::pool().waitForDone();
        QVERIFY(shop.onTheShelf().empty());
    }

    void aRefusalOfTheDiskIsTold()
    {
        Workshop shop;
        shop.open();
        shop.shelf.refusesAt = 3;
        shop.read(order(QStringLiteral("{{text}}")), shop.file(numbered(5000)));
        shop.make(shop.batch());
        QTRY_VERIFY_WITH_TIMEOUT(shop.outcome.has_value(), patience);
        QVERIFY(!*shop.outcome);
        QVERIFY(shop.outcome->error().kind == FaultKind::DiskFull);
        QVERIFY(shop.onTheShelf().empty());
        QVERIFY(shop.maker.canMake()); // when there is room
    }

    void aShelfThatIsNotOpenIsTold()
    {
        Workshop shop;
        shop.read(order(QStringLiteral("{{text}}")), shop.file(numbered(10)));
        shop.make(shop.batch());
        QTRY_VERIFY(shop.outcome.has_value());
        QVERIFY(!*shop.outcome);
        QCOMPARE(shop.outcome->error().code, QStringLiteral("closed"));
    }

    void whatWasNotReadWholeIsNotMade()
    {
        Workshop shop;
        shop.open();
        shop.make(shop.batch());
        QVERIFY(!shop.outcome); // nothing is said within the call
        QTRY_VERIFY(shop.outcome.has_value());
        QCOMPARE(shop.outcome->error().code, QStringLiteral("incomplete"));
        QVERIFY(shop.onTheShelf().empty());
    }

    /// Fewer rows under the sanitizer, which takes ten times as long. Times are told, not judged.
    void manyRowsHoldNothingUp()
    {
#if defined(__SANITIZE_ADDRESS__)
        constexpr int all = 30'000;
#else
        constexpr int all = 1'000'000;
#endif
        Workshop shop;
        shop.open();
        const RowFiles files = shop.file(numbered(all));
        QElapsedTimer since;
        qint64 longest = 0;
        QTimer tick;
        connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
        tick.start(1);
        since.start();
        QElapsedTimer took;
        took.start();
        QSignalSpy reports(&shop.maker, &BatchMaker::readOn);
        shop.read(order(QStringLiteral("{{text}}")), files);
        QCOMPARE(shop.maker.preview().facts.rows, qint64(all));
        const qint64 read = took.restart();
        QVERIFY(reports.count() <= 3 + read / 100);
        shop.make(shop.batch());
        QTRY_VERIFY_WITH_TIMEOUT(shop.outcome.has_value(), 10 * patience);
        QVERIFY(*shop.outcome);
        qInfo("rows=%d read_ms=%lld reports=%d make_ms=%lld longest_pause_ms=%lld", all, static_cast<long long>(read), static_cast<int>(reports.count()),
            static_cast<long long>(took.elapsed()), static_cast<long long>(longest));
    }
};

QTEST_GUILESS_MAIN(TestBatchMaker)
#include "tst_batchmaker.moc"
