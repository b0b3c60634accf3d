// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchrunner.h"
#include "core/net/nettransport.h"
#include "core/simulator/answers.h"
#include "tests/support/batchstorm.h"
#include "tests/support/properties.h"
#include "tests/support/served.h"

#include <QSignalSpy>
#include <QtTest>

#include <array>
#include <iostream>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr int cases = 300;
const QByteArray secret = "secret-of-the-test";
const RouteId route {QStringLiteral("p/m")};

RouteTable tableFor(const QUrl &url)
{
    RouteTable table;
    Provider provider;
    provider.id = ProviderId(QStringLiteral("p"));
    provider.baseUrl = url;
    table.providers = {provider};
    table.routes = {{route, provider.id, QStringLiteral("m"), QStringLiteral("M")}};
    return table;
}

Batch batchOf(const std::vector<int> &rows)
{
    Batch batch;
    batch.id = BatchId(QStringLiteral("0190f6c2-7a3e-7cc1-b3a5-5f0f6a1e2d3c"));
    batch.route = route;
    for (std::size_t part = 0; part < rows.size(); ++part) {
        batch.parts.emplace_back();
        batch.parts.back().number = static_cast<int>(part) + 1;
        batch.parts.back().rows = rows[part];
        batch.counts.open += rows[part];
    }
    return batch;
}

/// One key, under a name.
class OneKey final : public Credentials
{
public:
    [[nodiscard]] std::optional<NamedKey> key(const Provider &) const override
    {
        if (locked)
            return std::nullopt;
        return NamedKey {QStringLiteral("mine"), secret};
    }
    bool locked = false;
};

/// A batch in a storm, with the program that follows it: it may stop at any moment, and finds on disk what was durable.
struct Life
{
    explicit Life(const Storm &storm)
        : chance(storm)
        , left(storm.length)
    {
        std::vector<int> parts;
        for (int part = 1 + chance.below(3); part > 0; --part)
            parts.push_back(1 + chance.below(12));
        for (const int part : parts)
            rows += part;
        books.emplace(time, chance, batchOf(parts));
        wire.emplace(time, chance, chance.of<Duration>({0s, 90s, 10min, 40min, 5h, 60h}), chance.of<Duration>({0s, 0s, 3h, -3h, 90s}));
        wire->faultsLeft = left / 2 + chance.below(1 + left / 2);
        wire->faultEvery = chance.of({2, 3, 10});
        seldom = chance.of({5, 30, 200});
        books->faultsLeft = &wire->faultsLeft;
        credentials.locked = chance.once(10);
        begin();
    }

    void begin()
    {
        BatchServices services {*wire, time, time, jitter, *books, conditions, credentials, [this]() -> const RouteTable & { return table; }, catalogue};
        runner = std::make_unique<BatchRunner>(books->durable(), std::move(services));
        runner->start();
    }

    void restart()
    {
        ++restarts;
        runner.reset();
        books->dropPending();
        conditions = {};
        begin();
    }

    [[nodiscard]] bool isSettled() const
    {
        const auto &parts = runner->batch().parts;
        return std::all_of(parts.begin(), parts.end(), [](const BatchPart &part) { return part.phase == PartPhase::Settled; });
    }

    /// Something that no wire does.
    void interfere()
    {
        switch (chance.below(9)) {
        case 0:
            if (chance.once(4)) {
                for (const BatchPart &part : runner->batch().parts) {
                    if (part.phase == PartPhase::Lost)
                        gaveUp.insert(part.number); // of what is lost, that is what it comes to
                }
                runner->cancel();
                ++cancelled;
            }
            break;
        case 1:
            wire->createAnothers(static_cast<int>(runner->batch().parts.at(static_cast<std::size_t>(chance.below(static_cast<int>(runner->batch().parts.size())))).rows));
            break;
        case 2:
            runner->lookNow();
            break;
        case 3:
            runner->networkReturned();
            break;
        case 4:
            if (!shifted) { // less than the margin for it
                time.shiftWall(chance.of<Duration>({8min, -8min}));
                shifted = true;
            }
            break;
        case 5:
            if (chance.once(8))
                (void)wire->deleteEnded();
            break;
        default:
            restart();
            break;
        }
    }

    /// A person decides, some time later, of what was refused or lost.
    void decide()
    {
        const auto &parts = runner->batch().parts;
        const auto found = std::find_if(parts.begin(), parts.end(), [](const BatchPart &part) { return part.phase == PartPhase::Refused || part.phase == PartPhase::Lost; });
        if (found == parts.end())
            return;
        const int number = found->number;
        if (found->phase == PartPhase::Lost && ++looksAtLost < 4) {
            runner->lookNow();
            return;
        }
        if (found->phase == PartPhase::Refused && chance.once(2)) {
            runner->createAnew(number);
            return;
        }
        looksAtLost = 0;
        gaveUp.insert(number);
        runner->giveUp(number);
    }

    void run()
    {
        const Instant end = time.now() + 24h * 10;
        Instant decision = time.now();
        while (!isSettled() && time.now() < end) {
            if (left > 0 && chance.once(seldom)) {
                --left;
                interfere();
            }
            if (time.now() >= decision) {
                decide();
                credentials.locked = false;
                decision = time.now() + 10min;
                tick = time.at(decision, [] {});
            }
            (void)time.advanceToNext();
        }
    }

    Chance chance;
    FakeTime time;
    SeededJitter jitter {11};
    Conditions conditions;
    Catalogue catalogue;
    OneKey credentials;
    RouteTable table = tableFor(QUrl(QStringLiteral("https://api.test")));
    std::optional<StormBooks> books;
    std::optional<StormWire> wire;
    std::unique_ptr<BatchRunner> runner;
    std::unique_ptr<Alarm> tick;
    int left; ///< interferences
    int seldom = 15; ///< one in so many steps
    qint64 rows = 0;
    int restarts = 0;
    int cancelled = 0;
    int looksAtLost = 0;
    bool shifted = false;
    std::set<int> gaveUp; ///< parts
};

/// What all storms together saw.
struct Tally
{
    std::map<std::string, qint64> seen;
    qint64 lives = 0;
    Duration longest {};
};
Tally &tally()
{
    static Tally all;
    return all;
}

void take(const Life &life)
{
    Tally &all = tally();
    ++all.lives;
    for (const auto &[what, times] : life.wire->seen)
        all.seen[what] += times;
    all.seen["restart"] += life.restarts;
    all.seen["cancelled"] += life.cancelled;
    all.seen["disk full"] += life.books->failures;
    all.seen["given up"] += static_cast<qint64>(life.gaveUp.size());
    for (const auto &[number, row] : life.books->rows)
        all.seen[std::string("rows ") + (row.state == RowState::Answered ? "answered" : row.state == RowState::Failed ? "failed" : "not sent")] += 1;
    all.longest = std::max(all.longest, Duration(life.time.now() - Instant(1h)));
}

/// Whatever befell it: each row has ended once, as what became of it at the provider; and none was worked on twice.
void checkLife(const Storm &storm)
{
    Life life(storm);
    life.run();
    take(life);
    life.wire->endAll();
    RC_ASSERT(life.wire->astray == QString());
    RC_ASSERT(life.isSettled());
    RC_ASSERT(life.wire->mostAtOnce <= static_cast<int>(life.books->durable().parts.size()));
    RC_ASSERT(static_cast<qint64>(life.books->rows.size()) == life.rows);
    RC_ASSERT(life.books->ended == static_cast<int>(life.rows));
    RC_ASSERT(life.books->counts() == life.runner->batch().counts);
    const std::vector<BatchPart> &parts = life.runner->batch().parts;
    const bool isTraceless = life.wire->seen.contains("deleted"); // by somebody else, perhaps before it was found
    qint64 row = 1;
    for (const BatchPart &part : parts) {
        for (const qint64 end = row + part.rows; row < end; ++row) {
            const int worked = life.wire->worked[row];
            if (!isTraceless)
                RC_ASSERT(worked <= 1);
            const RowResult &result = life.books->rows.at(row);
            const RowState expected = worked == 0 ? RowState::NotSent : row % 7 == 3 ? RowState::Failed : RowState::Answered;
            if (!isTraceless && !life.gaveUp.contains(part.number))
                RC_ASSERT(result.state == expected);
            if (result.state == RowState::Answered)
                RC_ASSERT(result.text == QString::number(row));
            if (result.state == RowState::Failed)
                RC_ASSERT(result.fault->kind == FaultKind::BadRequest);
        }
    }
}

/// A life without any fault, by hand.
struct Calm : Life
{
    Calm()
        : Life(Storm {7, 0})
    {
    }
};

} // namespace

/// Batches from their creation to the last row, in storms and over a socket.
class TestBatchLife : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRowEndsOnceWhateverBefallsItsBatch()
    {
        const bool hold = holds("each row ends once, as what became of it, and none is worked on twice", [] { checkLife(*storms(40)); }, cases);
        std::cerr << "lives " << tally().lives << ", the longest " << toSeconds(tally().longest) / 3600.0 << " h\n";
        for (const auto &[what, times] : tally().seen)
            std::cerr << "  " << what << ": " << times << '\n';
        QVERIFY(hold);
    }

    void inCalmWeatherEachPartIsCreatedOnceAndInItsTurn()
    {
        Calm calm;
        calm.run();
        QVERIFY(calm.isSettled());
        QCOMPARE(calm.wire->creations, static_cast<int>(calm.runner->batch().parts.size()));
        QCOMPARE(calm.books->counts().open, qint64(0));
        QVERIFY(calm.books->counts().answered > 0);
    }

    void nothingOfTheKeyIsWrittenDown()
    {
        // A provider that says it again, where it can.
        struct Echo final : Transport
        {
            explicit Echo(FakeTime &clock)
                : time(clock)
            {
            }
            std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) override
            {
                const QByteArray key = request.headers.value("x-api-key").value_or(QByteArray());
                const QByteArray body = "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"no: " + key + "\"}}";
                alarms.push_back(time.at(time.now() + 1ms, [events, body] {
                    events.head({401, {{"request-id", "req"}}});
                    events.bytes(body);
                    events.ended(std::nullopt);
                }));
                return std::make_unique<WireExchange>();
            }
            FakeTime &time;
            std::vector<std::unique_ptr<Alarm>> alarms;
        };
        Calm calm;
        Echo echo(calm.time);
        calm.runner = std::make_unique<BatchRunner>(batchOf({3}),
            BatchServices {echo, calm.time, calm.time, calm.jitter, *calm.books, calm.conditions, calm.credentials, [&calm]() -> const RouteTable & { return calm.table; }, calm.catalogue});
        calm.runner->start();
        calm.time.advance(1s);
        const BatchPart part = calm.runner->batch().parts.front();
        QCOMPARE(part.phase, PartPhase::Refused);
        QCOMPARE(part.key, QStringLiteral("mine"));
        QCOMPARE(part.fault->detail, QStringLiteral("no: [key removed]"));
    }

    void withoutItsKeyAPartWaitsUntilItIsThere()
    {
        Calm calm;
        calm.credentials.locked = true;
        calm.restart();
        calm.time.advance(1min);
        QCOMPARE(calm.runner->batch().parts.front().phase, PartPhase::Ready);
        QCOMPARE(calm.runner->batch().parts.front().fault->kind, FaultKind::Auth);
        QCOMPARE(calm.wire->creations, 0);
        calm.credentials.locked = false;
        calm.runner->lookNow();
        calm.time.advance(1min);
        QVERIFY(calm.wire->creations > 0);
    }

    void aPauseOfTheOriginIsRespectedAndRepeatedCreationsArePaidFor()
    {
        Calm calm;
        calm.wire->faultsLeft = 0;
        const PolicySettings policy;
        ProviderCondition &origin = calm.conditions.provider(ProviderId(QStringLiteral("p")), policy.budget);
        origin.breaker.pause(policy.breaker, false, 40s, calm.time.now(), 0.5);
        calm.restart(); // which forgets them
        ProviderCondition &again = calm.conditions.provider(ProviderId(QStringLiteral("p")), policy.budget);
        QVERIFY(calm.runner->batch().parts.front().phase == PartPhase::Creating);
        again.breaker.pause(policy.breaker, false, 40s, calm.time.now(), 0.5);
        calm.runner.reset();
        calm.books->dropPending();
        calm.begin();
        QVERIFY(calm.runner->batch().parts.front().phase == PartPhase::Ready);
        calm.time.advance(30s);
        QCOMPARE(calm.wire->creations, 0);
        calm.time.advance(20s);
        QVERIFY(calm.wire->creations > 0);
    }

    void overASocketABatchIsCreatedFollowedAndRead()
    {
        Served served(fast(QByteArrayLiteral(",\"batch_ms\":40000")));
        RouteTable table = tableFor(served.url());
        table.providers.front().baseUrl = served.url();
        NetTransport transport;
        SeededJitter jitter {7};
        Conditions conditions;
        Catalogue catalogue;
        OneKey credentials;
        Chance chance(Storm {1, 0});
        Batch batch = batchOf({40, 3});
        struct Books final : BatchBooks // real requests
        {
            explicit Books(StormBooks &other)
                : inner(other)
            {
            }
            void save(const Batch &saved, Answer<void> done) override { inner.save(saved, std::move(done)); }
            void land(const BatchId &id, int part, std::vector<RowResult> results, Answer<Landed> done) override { inner.land(id, part, std::move(results), std::move(done)); }
            void close(const Batch &closed, int part, Answer<RowCounts> done) override { inner.close(closed, part, std::move(done)); }
            void body(const BatchId &id, int part, Answer<QByteArray> done) override
            {
                inner.body(id, part, [done](const Result<QByteArray> &made) {
                    QJsonArray requests = QJsonDocument::fromJson(*made).object().value(QLatin1String("requests")).toArray();
                    for (QJsonValueRef each : requests) {
                        QJsonObject request = each.toObject();
                        QJsonObject params = QJsonDocument::fromJson(messagesBody(strange, false)).object();
                        if (request.value(QLatin1String("custom_id")).toString().endsWith(QLatin1String("_3")))
                            params.insert(QStringLiteral("model"), QStringLiteral("no-such-model"));
                        request.insert(QStringLiteral("params"), params);
                        each = request;
                    }
                    done(QJsonDocument(QJsonObject {{QStringLiteral("requests"), requests}}).toJson(QJsonDocument::Compact));
                });
            }
            StormBooks &inner;
        };
        StormBooks disk(served.time, chance, batch);
        Books books(disk);
        BatchRunner runner(batch,
            BatchServices {transport, served.time, served.time, jitter, books, conditions, credentials, [&table]() -> const RouteTable & { return table; }, catalogue});
        const QSignalSpy settled(&runner, &BatchRunner::settled);
        runner.start();
        const auto passed = [&] {
            served.time.advance(100ms);
            return !settled.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(passed(), 60'000);
        QCOMPARE(disk.counts().answered, qint64(42));
        QCOMPARE(disk.counts().failed, qint64(1));
        QCOMPARE(disk.rows.at(3).fault->kind, FaultKind::NoModel);
        QCOMPARE(disk.rows.at(4).text, echoOf(strange, 0));
        QVERIFY(disk.rows.at(4).usage.output.has_value());
        QCOMPARE(settled.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBatchLife)
#include "tst_batchlife.moc"
