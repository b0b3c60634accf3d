// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/resultslanding.h"
#include "tests/support/faketime.h"

#include <QtTest>

#include <algorithm>
#include <deque>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const BatchId id {QStringLiteral("0190f6c2-7a3e-7cc1-b3a5-5f0f6a1e2d3c")};

QByteArray lineOf(int part, qint64 row, const QByteArray &text = "hello")
{
    return "{\"custom_id\":\"" + customIdOf(id, part, row).toLatin1() + "\",\"result\":{\"type\":\"succeeded\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}}}\n";
}

/// Books that acknowledge a landing when they are told to.
class SlowBooks final : public BatchBooks
{
public:
    void save(const Batch &, Answer<void>) override { }
    void body(const BatchId &, int, Answer<QByteArray>) override { }
    void close(const Batch &, int, Answer<RowCounts>) override { }
    void land(const BatchId &, int, std::vector<RowResult> results, Answer<Landed> done) override
    {
        chunks.push_back(results.size());
        for (const RowResult &each : results)
            rows.push_back(each);
        waiting.push_back(std::move(done));
    }
    void acknowledge(const Result<Landed> &landed = Landed {})
    {
        const auto done = std::move(waiting.front());
        waiting.pop_front();
        done(landed);
    }
    std::vector<std::size_t> chunks;
    std::vector<RowResult> rows;
    std::deque<Answer<Landed>> waiting;
};

struct Bench
{
    FakeTime time;
    SlowBooks books;
    qint64 ours = 0;
    qint64 unknown = 0;
    int landed = 0;
    std::vector<bool> full;
    int ends = 0;
    std::optional<Fault> fault;
    std::optional<ResultsLanding> landing;

    explicit Bench(const QByteArray &secret = {})
    {
        landing.emplace(books, time, time, id, 2, secret,
            ResultsLanding::Events {{}, [this](qint64 ourRows, qint64 others) {
                                        ours += ourRows;
                                        unknown += others;
                                    },
                [this](const Landed &) { ++landed; }, [this](bool isFull) { full.push_back(isFull); },
                [this](const std::optional<Fault> &why) {
                    ++ends;
                    fault = why;
                }});
    }
    void settle()
    {
        time.advance(1ms);
        while (!books.waiting.empty()) {
            books.acknowledge();
            time.advance(1ms);
        }
    }
};

} // namespace

/// Results on their way from the wire to the disk.
class TestResultsLanding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void resultsAreLandedSomeHundredAtATime()
    {
        Bench bench;
        for (qint64 row = 1; row <= 1200; ++row)
            bench.landing->take(lineOf(2, row));
        bench.landing->finish();
        QVERIFY(bench.books.chunks.empty()); // never from within
        bench.settle();
        QCOMPARE(bench.books.chunks, (std::vector<std::size_t> {500, 500, 200}));
        QCOMPARE(bench.ours, qint64(1200));
        QCOMPARE(bench.landed, 3);
        QCOMPARE(bench.ends, 1);
        QVERIFY(!bench.fault);
    }

    void largeResultsAreLandedFewAtATime()
    {
        Bench bench;
        for (qint64 row = 1; row <= 10; ++row)
            bench.landing->take(lineOf(2, row, QByteArray(1024 * 1024, 'x')));
        bench.landing->finish();
        bench.settle();
        QVERIFY(*std::max_element(bench.books.chunks.begin(), bench.books.chunks.end()) <= 4);
        QCOMPARE(bench.books.rows.size(), std::size_t(10));
    }

    void aSlowDiskLetsTheWireWait()
    {
        Bench bench;
        qint64 row = 0;
        while (bench.full.empty() && row < 100'000) {
            bench.landing->take(lineOf(2, ++row, QByteArray(2000, 'x')));
            bench.time.advance(1us);
        }
        QCOMPARE(bench.full, std::vector<bool> {true});
        QCOMPARE(bench.books.waiting.size(), std::size_t(2)); // no more is handed over
        QVERIFY(row < 4000);
        bench.settle();
        QCOMPARE(bench.full, (std::vector<bool> {true, false}));
        bench.landing->finish();
        bench.settle();
        QCOMPARE(bench.books.rows.size(), static_cast<std::size_t>(row));
        QCOMPARE(bench.ends, 1);
    }

    void theEndIsToldOnceAllIsOnDisk()
    {
        Bench bench;
        bench.landing->take(lineOf(2, 1));
        bench.landing->finish();
        bench.time.advance(1ms);
        QCOMPARE(bench.books.chunks.size(), std::size_t(1));
        QCOMPARE(bench.ends, 0);
        bench.settle();
        QCOMPARE(bench.ends, 1);
    }

    void nothingAtAllEndsToo()
    {
        Bench bench;
        bench.landing->finish();
        bench.settle();
        QCOMPARE(bench.ends, 1);
        QCOMPARE(bench.ours, qint64(0));
    }

    void aRowThatIsNamedTwiceCountsOnceAndAnothersIsUnknown()
    {
        Bench bench;
        bench.landing->take(lineOf(2, 1, "first") + lineOf(2, 1, "second") + lineOf(1, 1) + "garbage\n" + lineOf(2, 7).chopped(1)); // the last without its end
        bench.landing->finish();
        bench.settle();
        QCOMPARE(bench.ours, qint64(2));
        QCOMPARE(bench.unknown, qint64(1));
        QCOMPARE(bench.books.rows.size(), std::size_t(2));
        QCOMPARE(bench.books.rows.at(0).text, QStringLiteral("first"));
        QCOMPARE(bench.books.rows.at(1).number, qint64(7));
    }

    void aDiskThatFailsEndsIt()
    {
        Bench bench;
        bench.landing->take(lineOf(2, 1));
        bench.landing->finish();
        bench.time.advance(1ms);
        Fault full;
        full.kind = FaultKind::DiskFull;
        bench.books.acknowledge(tl::unexpected(full));
        bench.time.advance(1s);
        QCOMPARE(bench.ends, 1);
        QCOMPARE(bench.fault->kind, FaultKind::DiskFull);
    }

    void afterItsDestructionNothingIsTold()
    {
        Bench bench;
        for (qint64 row = 1; row <= 600; ++row)
            bench.landing->take(lineOf(2, row));
        bench.time.advance(1ms);
        bench.landing.reset();
        bench.settle();
        bench.time.advance(1s);
        QCOMPARE(bench.landed, 0);
        QCOMPARE(bench.ends, 0);
    }

    void theKeyIsNotWrittenDown()
    {
        Bench bench("sk-test-secret");
        bench.landing->take(lineOf(2, 1, "your key is sk-test-secret, is it not"));
        bench.landing->finish();
        bench.settle();
        QCOMPARE(bench.books.rows.front().text, QStringLiteral("your key is [key removed], is it not"));
        QVERIFY(!bench.books.rows.front().message.contains("sk-test"));
    }
};

QTEST_GUILESS_MAIN(TestResultsLanding)
#include "tst_resultslanding.moc"
