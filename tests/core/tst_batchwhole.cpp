// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batches.h"
#include "core/store/storethread.h"
#include "tests/support/batchstorm.h"
#include "tests/support/properties.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <iostream>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr int cases = 30;
const RouteId route {QStringLiteral("p/m")};
const BatchId batchId {QStringLiteral("0190f6c2-7a3e-7cc1-b3a5-5f0f6a1e2d3c")};

class OneKey final : public Credentials
{
public:
    [[nodiscard]] std::optional<NamedKey> key(const Provider &) const override { return NamedKey {QStringLiteral("mine"), "secret-of-the-test"}; }
};

RouteTable tableOfOne()
{
    RouteTable table;
    Provider provider;
    provider.id = ProviderId(QStringLiteral("p"));
    provider.baseUrl = QUrl(QStringLiteral("https://api.test"));
    table.providers = {provider};
    table.routes = {{route, provider.id, QStringLiteral("m"), QStringLiteral("M")}};
    return table;
}

/// One run of what batches are in the program: the file, its thread, the keeper and its runners.
struct Run
{
    Run(FakeTime &clock, Transport &wire, const RouteTable &table, const QString &path)
        : store(clock)
        , ledger(clock)
        , batches({wire, clock, clock, jitter, store, conditions, credentials, [&table]() -> const RouteTable & { return table; }, catalogue, {}, &ledger}, store)
    {
        store.open(path, [this](const Result<Snapshot> &opened) {
            if (!opened)
                qFatal("the history does not open");
            batches.restore(opened->batches);
        });
    }
    /// All that the store was asked for until now is done, and its answers are here.
    void settle()
    {
        bool done = false;
        store.batches([&done](const Result<std::vector<Batch>> &) { done = true; });
        while (!done)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
    }

    StoreThread store;
    SeededJitter jitter {11};
    Conditions conditions;
    OneKey credentials;
    Catalogue catalogue;
    Ledger ledger;
    Batches batches;
};

/// A batch in a storm, on a real disk. The program may end at any moment.
struct WholeLife
{
    explicit WholeLife(const Storm &storm)
        : chance(storm)
        , wire(time, chance, chance.of<Duration>({0s, 90s, 40min, 60h}), chance.of<Duration>({0s, 0s, 3h, -3h}))
        , left(storm.length)
    {
        wire.faultsLeft = left / 2 + chance.below(1 + left / 2);
        wire.faultEvery = chance.of({2, 3, 10});
        begin();
        Batch batch;
        batch.id = batchId;
        batch.title = QStringLiteral("Rows");
        batch.route = route;
        batch.createdAt = time.wall();
        const auto ignored = [](const Result<void> &) {};
        for (int part = 1 + chance.below(3); part > 0; --part) {
            batch.parts.emplace_back();
            batch.parts.back().number = static_cast<int>(batch.parts.size());
            batch.parts.back().rows = 1 + chance.below(12);
        }
        run->store.beginBatch(batch, ignored);
        for (const BatchPart &part : batch.parts) {
            std::vector<BatchRow> lines;
            for (qint64 row = 0; row < part.rows; ++row)
                lines.push_back({++rows, QString::number(rows), QByteArrayLiteral("{\"row\":") + QByteArray::number(rows) + '}'});
            run->store.addRows(batchId, part.number, lines, ignored);
        }
        batch.counts.open = rows;
        run->store.finishBatch(batch, ignored);
        run->settle();
        run->batches.begin(batch);
        go();
    }

    void begin()
    {
        run = std::make_unique<Run>(time, wire, table, folder.filePath(QStringLiteral("history.db")));
        run->settle();
        QCoreApplication::processEvents();
    }

    void restart()
    {
        ++restarts;
        run.reset();
        begin();
    }

    [[nodiscard]] bool isOver() const { return run->batches.isRestored() && run->batches.batch(batchId) != nullptr && !run->batches.isUnderWay(batchId); }

    void interfere()
    {
        switch (chance.below(7)) {
        case 0:
            if (chance.once(4)) {
                run->batches.cancel(batchId);
                ++cancelled;
            }
            break;
        case 1:
            wire.createAnothers(1 + chance.below(12));
            break;
        case 2:
            run->batches.lookNow(batchId);
            break;
        case 3:
            run->batches.networkReturned();
            break;
        default:
            restart();
            break;
        }
    }

    /// A person decides of what was refused or lost.
    void decide()
    {
        const Batch *batch = run->batches.batch(batchId);
        if (batch == nullptr)
            return;
        for (const BatchPart &part : std::vector<BatchPart>(batch->parts)) {
            if (part.phase == PartPhase::Refused && chance.once(2)) {
                run->batches.createAnew(batchId, part.number);
            } else if (part.phase == PartPhase::Refused || part.phase == PartPhase::Lost) {
                gaveUp.insert(part.number);
                run->batches.giveUp(batchId, part.number);
            }
        }
    }

    void go()
    {
        const Instant end = time.now() + 24h * 10;
        Instant decision = time.now() + 10min;
        std::unique_ptr<Alarm> tick = time.at(decision, [] {});
        while (!isOver() && time.now() < end) {
            run->settle();
            if (left > 0 && chance.once(12)) {
                --left;
                interfere();
            }
            if (time.now() >= decision) {
                decide();
                decision = time.now() + 10min;
                tick = time.at(decision, [] {});
            }
            (void)time.advanceToNext();
        }
    }

    [[nodiscard]] std::map<qint64, RowLine> written()
    {
        std::map<qint64, RowLine> all;
        std::optional<qint64> next = 0;
        while (next) {
            const qint64 after = *std::exchange(next, std::nullopt);
            run->store.rowPage(batchId, {{}, {}, after, 7}, [&](const Result<RowPage> &page) {
                for (const RowLine &line : page.value().rows)
                    all[line.number] = line;
                next = page.value().next;
            });
            run->settle();
        }
        return all;
    }

    QTemporaryDir folder;
    Chance chance;
    FakeTime time;
    StormWire wire;
    RouteTable table = tableOfOne();
    std::unique_ptr<Run> run;
    int left; ///< interferences
    qint64 rows = 0;
    int restarts = 0;
    int cancelled = 0;
    std::set<int> gaveUp; ///< parts
};

std::map<std::string, qint64> &wholeTally()
{
    static std::map<std::string, qint64> all;
    return all;
}

/// Whatever befell it, the file says of each row what became of it at the provider, and the provider worked on it once.
void checkWhole(const Storm &storm)
{
    WholeLife life(storm);
    life.wire.endAll();
    RC_ASSERT(life.isOver());
    RC_ASSERT(life.wire.astray == QString());
    const Batch batch = *life.run->batches.batch(batchId);
    const auto written = life.written();
    RC_ASSERT(static_cast<qint64>(written.size()) == life.rows);
    RowCounts counted;
    for (const auto &[number, line] : written) {
        const int worked = life.wire.worked[number];
        RC_ASSERT(worked <= 1);
        const RowState expected = worked == 0 ? RowState::NotSent : number % 7 == 3 ? RowState::Failed : RowState::Answered;
        if (!life.gaveUp.contains(line.part))
            RC_ASSERT(line.state == expected);
        if (line.state == RowState::Failed)
            RC_ASSERT(line.fault && line.fault->kind == FaultKind::BadRequest);
        if (line.state == RowState::Answered)
            RC_ASSERT(line.beginning == QString::number(number));
        counted.answered += line.state == RowState::Answered ? 1 : 0;
        counted.failed += line.state == RowState::Failed ? 1 : 0;
        counted.notSent += line.state == RowState::NotSent ? 1 : 0;
    }
    RC_ASSERT(counted == batch.counts); // none is open
    auto &tally = wholeTally();
    ++tally["lives"];
    tally["restarts"] += life.restarts;
    tally["cancelled"] += life.cancelled;
    tally["given up"] += static_cast<qint64>(life.gaveUp.size());
    tally["rows answered"] += counted.answered;
    tally["rows failed"] += counted.failed;
    tally["rows not sent"] += counted.notSent;
    for (const auto &[what, times] : life.wire.seen)
        tally[what] += times;
}

} // namespace

/// Batches with all that keeps and runs them, over a real file, against the simulated provider's batches in a storm.
class TestBatchWhole : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRowEndsOnceInTheFileWhateverBefallsTheProgram()
    {
        const bool hold = holds("each row ends once in the file, and none is worked on twice", [] { checkWhole(*storms(30)); }, cases);
        for (const auto &[what, times] : wholeTally())
            std::cerr << "  " << what << ": " << times << '\n';
        QVERIFY(hold);
    }
};

QTEST_GUILESS_MAIN(TestBatchWhole)
#include "tst_batchwhole.moc"
