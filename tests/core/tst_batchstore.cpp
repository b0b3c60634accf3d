// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchparts.h"
#include "core/store/batchexport.h"
#include "core/store/batchjson.h"
#include "core/store/names.h"
#include "core/store/schema.h"
#include "core/store/storethread.h"
#include "tests/support/chance.h"
#include "tests/support/faketime.h"
#include "tests/support/properties.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const BatchId batchId(QStringLiteral("019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"));

/// A folder of its own, and batches whose rows are made by their numbers.
struct Desk
{
    QTemporaryDir folder;
    FakeTime time;
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("library.sqlite")); }
    [[nodiscard]] Archive open() const
    {
        auto archive = Archive::open(path(), time);
        if (!archive)
            qFatal("%s", qPrintable(archive.error().detail));
        return std::move(*archive);
    }
    [[nodiscard]] Batch batch(const std::vector<qint64> &parts = {3, 2}) const
    {
        Batch made;
        made.id = batchId;
        made.title = QStringLiteral("Reviews");
        made.route = RouteId(QStringLiteral("haiku"));
        made.createdAt = time.wall();
        for (const qint64 rows : parts) {
            BatchPart part;
            part.number = static_cast<int>(made.parts.size()) + 1;
            part.rows = rows;
            made.parts.push_back(part);
            made.counts.open += rows;
        }
        return made;
    }
    [[nodiscard]] static BatchRow row(qint64 number)
    {
        return {number, QStringLiteral("Row %1 „波“").arg(number), "{\"max_tokens\":10,\"number\":" + QByteArray::number(number) + "}"};
    }
    /// The batch with all its rows, in chunks of two.
    void add(Archive &archive, const Batch &batch) const
    {
        QVERIFY(archive.beginBatch(batch));
        qint64 next = 1;
        for (const BatchPart &part : batch.parts) {
            for (qint64 left = part.rows; left > 0; left -= 2) {
                std::vector<BatchRow> chunk;
                for (qint64 each = 0; each < std::min<qint64>(left, 2); ++each)
                    chunk.push_back(row(next++));
                QVERIFY(archive.addRows(batch.id, part.number, chunk));
            }
        }
        const auto finished = archive.finishBatch(batch);
        QVERIFY2(finished, qPrintable(finished ? QString() : finished.error().code));
    }
};

RowResult answered(qint64 number, const QString &text = QStringLiteral("yes"))
{
    RowResult result {number, RowState::Answered, text, QStringLiteral("claude-haiku-4-5"), {}, {}, "{\"id\":\"msg\"}"};
    result.usage.input = 10;
    result.usage.output = 2;
    return result;
}

/// What so many of them used.
Usage usedBy(qint64 answers)
{
    return answers == 0 ? Usage {} : Usage {10 * answers, 2 * answers};
}

RowResult failed(qint64 number)
{
    RowResult result {number, RowState::Failed, {}, {}, {}, Fault {}, {}};
    result.fault->kind = FaultKind::BadRequest;
    result.fault->type = QStringLiteral("invalid_request_error");
    result.fault->detail = QStringLiteral("too large");
    return result;
}

RowResult notSent(qint64 number)
{
    RowResult result;
    result.number = number;
    result.state = RowState::NotSent;
    return result;
}

BatchPart part(int number, PartPhase phase, qint64 rows)
{
    BatchPart made;
    made.number = number;
    made.phase = phase;
    made.rows = rows;
    return made;
}

/// The rows on disk, counted one by one.
RowCounts counted(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    auto query = database->run(QStringLiteral("SELECT TOTAL(state='Open'), TOTAL(state='Answered'), TOTAL(state='Failed'), TOTAL(state='NotSent') FROM batch_row"));
    return query && query->next() ? RowCounts {query->value(0).toLongLong(), query->value(1).toLongLong(), query->value(2).toLongLong(), query->value(3).toLongLong()} : RowCounts {-1};
}

std::vector<qint64> numbersIn(const QByteArray &body)
{
    std::vector<qint64> numbers;
    for (const QJsonValue &each : QJsonDocument::fromJson(body).object().value(QStringLiteral("requests")).toArray())
        numbers.push_back(each.toObject().value(QStringLiteral("params")).toObject().value(QStringLiteral("number")).toInteger());
    return numbers;
}

template <class Value>
bool isGone(const Result<Value> &result)
{
    return !result && result.error().code == QLatin1String("gone");
}

} // namespace

class TestBatchStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBatchIsThereAfterTheNextStart()
    {
        Desk desk;
        Batch batch = desk.batch();
        batch.conversation = ConversationId(QStringLiteral("talk"));
        batch.turn = TurnId(QStringLiteral("turn"));
        {
            Archive archive = desk.open();
            desk.add(archive, batch);
        }
        Archive archive = desk.open();
        QCOMPARE(archive.snapshot()->batches, std::vector<Batch> {batch});
        QCOMPARE(*archive.batches(), std::vector<Batch> {batch});
        QCOMPARE(counted(desk.path()), batch.counts);
        const auto whole = archive.wholeRow(batchId, 4);
        QVERIFY(whole && *whole);
        QCOMPARE((*whole)->row, Desk::row(4));
        QCOMPARE((*whole)->part, 2);
        QVERIFY((*whole)->result.state == RowState::Open);
        QVERIFY(!*archive.wholeRow(batchId, 6));
    }

    void partsComeBackAsTheyWere()
    {
        BatchPart kept;
        kept.number = 7;
        kept.phase = PartPhase::Cancelling;
        kept.rows = 12;
        kept.remote = QStringLiteral("msgbatch_1");
        kept.candidates = {QStringLiteral("msgbatch_2"), QStringLiteral("msgbatch_3")};
        kept.key = QStringLiteral("Work");
        kept.sentAt = WallTime(1s);
        kept.creates = 3;
        kept.expiresAt = WallTime(86401s);
        kept.endedAt = WallTime(500s);
        kept.results = QStringLiteral("https://api.anthropic.com/results");
        kept.cancelWanted = true;
        kept.fault = failed(1).fault;
        kept.fault->hint = Hint {3s, HintSource::RetryAfterMs};
        kept.nextLook = WallTime(600s);
        kept.failures = 4;
        QCOMPARE(partsFromJson(partsToJson({kept, BatchPart()})), (std::vector<BatchPart> {kept, BatchPart()}));
        for (const auto &[phase, name] : Names<PartPhase>::all) {
            kept.phase = phase;
            QVERIFY2(partsFromJson(partsToJson({kept})) == std::vector {kept}, name.data());
        }
        static_assert(Names<PartPhase>::all.size() == static_cast<std::size_t>(PartPhase::Lost) + 1);
        static_assert(Names<RowState>::all.size() == static_cast<std::size_t>(RowState::NotSent) + 1);
        // A newer program's phase: it may be at the provider.
        QCOMPARE(partsFromJson(QStringLiteral("[{\"number\":2,\"phase\":\"Novel\"}, 3]")), (std::vector<BatchPart> {part(2, PartPhase::Searching, 0)}));
        QVERIFY(partsFromJson(QStringLiteral("nonsense")).empty());
    }

    void aHalfAddedBatchIsThereForNobody()
    {
        Desk desk;
        {
            Archive archive = desk.open();
            QVERIFY(archive.beginBatch(desk.batch()));
            QVERIFY(archive.addRows(batchId, 1, {Desk::row(1), Desk::row(2)}));
            QVERIFY(archive.snapshot()->batches.empty());
            QVERIFY(archive.batches()->empty());
            QVERIFY(isGone(archive.partBody(batchId, 1)));
            QVERIFY(isGone(archive.land(batchId, 1, {answered(1)})));
            QVERIFY(isGone(archive.saveBatch(desk.batch())));
            QVERIFY(isGone(archive.closePart(desk.batch(), 1)));
            QVERIFY(isGone(archive.rowPage(batchId, {})));
        } // and the program ends
        Archive archive = desk.open();
        QVERIFY(isGone(archive.addRows(batchId, 1, {Desk::row(3)}))); // it does not go on after that
        QVERIFY(isGone(archive.finishBatch(desk.batch())));
        QCOMPARE(counted(desk.path()).all(), qint64(2));
        while (*archive.dropRows(1)) { }
        QCOMPARE(counted(desk.path()).all(), qint64(0));
        desk.add(archive, desk.batch()); // its id is free
    }

    void aBatchIsNotFinishedWithOtherRowsThanWereAdded()
    {
        Desk desk;
        Archive archive = desk.open();
        QVERIFY(archive.beginBatch(desk.batch()));
        QVERIFY(archive.addRows(batchId, 1, {Desk::row(1), Desk::row(2)}));
        const auto finished = archive.finishBatch(desk.batch());
        QVERIFY(!finished);
        QCOMPARE(finished.error().code, QStringLiteral("incomplete"));
        // A number twice: the whole chunk is refused, and counts nothing.
        QVERIFY(!archive.addRows(batchId, 1, {Desk::row(3), Desk::row(2)}));
        QVERIFY(archive.addRows(batchId, 1, {Desk::row(3)}));
        QVERIFY(archive.addRows(batchId, 2, {Desk::row(4), Desk::row(5)}));
        QVERIFY(archive.finishBatch(desk.batch()));
        QVERIFY(!archive.addRows(batchId, 2, {Desk::row(6)})); // it is finished
        QVERIFY(!archive.beginBatch(desk.batch())); // and there
        QCOMPARE(archive.batches()->front().counts, counted(desk.path()));
    }

    void thePartsBodyIsItsOpenRows()
    {
        Desk desk;
        Archive archive = desk.open();
        desk.add(archive, desk.batch());
        QCOMPARE(*archive.partBody(batchId, 2),
            QByteArray("{\"requests\":[{\"custom_id\":\"019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b_2_4\",\"params\":{\"max_tokens\":10,\"number\":4}},"
                       "{\"custom_id\":\"019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b_2_5\",\"params\":{\"max_tokens\":10,\"number\":5}}]}"));
        QVERIFY(archive.land(batchId, 1, {answered(2)}));
        QCOMPARE(numbersIn(*archive.partBody(batchId, 1)), (std::vector<qint64> {1, 3}));
        QCOMPARE(*archive.partBody(batchId, 9), QByteArray("{\"requests\":[]}"));
    }

    void aResultEndsItsRowOnce()
    {
        Desk desk;
        Archive archive = desk.open();
        desk.add(archive, desk.batch());
        const auto first = archive.land(batchId, 1, {answered(1, QStringLiteral("first")), failed(2)});
        QCOMPARE(*first, (Landed {{3, 1, 1, 0}, 2, 0, 0, usedBy(1)}));
        // The same again, in another order, with others, and with names of nobody.
        const auto second = archive.land(batchId, 1, {failed(1), answered(2), answered(1, QStringLiteral("second")), answered(3), answered(4), answered(77)});
        QCOMPARE(*second, (Landed {{2, 2, 1, 0}, 1, 3, 2, usedBy(2)}));
        // Twice in one go.
        QCOMPARE(*archive.land(batchId, 2, {answered(4), answered(4)}), (Landed {{1, 3, 1, 0}, 1, 1, 0, usedBy(3)}));
        RowResult none = answered(5);
        none.state = RowState::Open;
        QCOMPARE(*archive.land(batchId, 2, {none}), (Landed {{1, 3, 1, 0}, 0, 1, 0, usedBy(3)}));
        QCOMPARE((*archive.wholeRow(batchId, 1))->result, answered(1, QStringLiteral("first")));
        QCOMPARE((*archive.wholeRow(batchId, 2))->result, failed(2));
        QCOMPARE(archive.batches()->front().counts, counted(desk.path()));
        QCOMPARE(archive.batches()->front().usage, (Usage {30, 6})); // of three answers, each once
        QCOMPARE(*archive.land(batchId, 2, {}), (Landed {{1, 3, 1, 0}, 0, 0, 0, usedBy(3)}));
    }

    void aClosedPartLeavesNoRowOpen()
    {
        Desk desk;
        Archive archive = desk.open();
        Batch batch = desk.batch();
        desk.add(archive, batch);
        QVERIFY(archive.land(batchId, 1, {answered(2)}));
        batch.parts[0].phase = PartPhase::Settled;
        QCOMPARE(*archive.closePart(batch, 1), (RowCounts {2, 1, 0, 2}));
        QCOMPARE(archive.batches()->front().parts, batch.parts);
        QCOMPARE(archive.batches()->front().counts, counted(desk.path()));
        QCOMPARE(*archive.land(batchId, 1, {answered(1)}), (Landed {{2, 1, 0, 2}, 0, 1, 0, usedBy(1)})); // too late
        QCOMPARE(archive.snapshot()->batches.size(), std::size_t(1));
        QVERIFY(archive.land(batchId, 2, {answered(4), answered(5)}));
        QCOMPARE(archive.snapshot()->batches.size(), std::size_t(1)); // a part does not know yet
        batch.parts[1].phase = PartPhase::Settled;
        QVERIFY(archive.closePart(batch, 2));
        QVERIFY(archive.snapshot()->batches.empty()); // over
        QCOMPARE(archive.batches()->size(), std::size_t(1));
    }

    void whatAnswersCostIsAddedUpOnceForEachRow()
    {
        Desk desk;
        Archive archive = desk.open();
        Batch batch = desk.batch();
        desk.add(archive, batch);
        RowResult first = answered(1);
        RowResult second = answered(2);
        first.dollars = 0.25;
        second.dollars = 0.5;
        QVERIFY(!archive.land(batchId, 1, {failed(3)})->dollars); // no price is known
        QCOMPARE(archive.land(batchId, 1, {first})->dollars, std::optional(0.25));
        const auto landed = archive.land(batchId, 1, {first, second}); // the first again
        QCOMPARE(landed->dollars, std::optional(0.75));
        QCOMPARE(landed->usage, archive.batches()->front().usage);
        batch.title = QStringLiteral("Another title");
        batch.dollars = 9.0; // who saves it does not know better
        QVERIFY(archive.saveBatch(batch));
        QCOMPARE(archive.batches()->front().dollars, std::optional(0.75));
    }

    void whatFailedIsAskedAgainUnderAnotherName()
    {
        Desk desk;
        Archive archive = desk.open();
        Batch batch = desk.batch();
        desk.add(archive, batch);
        QVERIFY(archive.land(batchId, 1, {answered(1), failed(2), failed(3)}));
        QVERIFY(archive.land(batchId, 2, {failed(4)}));
        QVERIFY(archive.closePart(batch, 2));
        const auto again = archive.askAgain(batchId, {RowState::Failed});
        QVERIFY(again);
        QCOMPARE(again->counts, (RowCounts {3, 1, 0, 1}));
        QCOMPARE(again->counts, counted(desk.path()));
        QCOMPARE(again->parts.size(), std::size_t(3));
        QCOMPARE(again->parts.back(), part(3, PartPhase::Ready, 3));
        QCOMPARE(*archive.batches(), std::vector<Batch> {*again});
        QCOMPARE(numbersIn(*archive.partBody(batchId, 3)), (std::vector<qint64> {2, 3, 4}));
        QVERIFY(!(*archive.wholeRow(batchId, 2))->result.fault);
        // A late result of the first time is not one of the second.
        QCOMPARE(*archive.land(batchId, 1, {answered(2)}), (Landed {again->counts, 0, 0, 1, usedBy(1)}));
        QCOMPARE(archive.land(batchId, 3, {answered(2)})->fresh, qint64(1));
        // Who works on the old parts does not take the new one away.
        QVERIFY(archive.saveBatch(batch));
        QCOMPARE(archive.batches()->front().parts.size(), std::size_t(3));
        // And those that were never sent.
        const auto rest = archive.askAgain(batchId, {RowState::NotSent});
        QCOMPARE(rest->parts.back(), part(4, PartPhase::Ready, 1));
        // Nothing to ask again: nothing changes.
        QCOMPARE(archive.askAgain(batchId, {RowState::Failed})->parts, rest->parts);
    }

    void whatIsAskedAgainKeepsToTheSizeOfAPart()
    {
        Desk desk;
        Archive archive = desk.open();
        const Batch batch = desk.batch({5});
        QVERIFY(archive.beginBatch(batch));
        for (qint64 each = 1; each <= 5; ++each)
            QVERIFY(archive.addRows(batchId, 1, {{each, {}, "\"" + QByteArray(12 * 1024 * 1024, 'x') + "\""}}));
        QVERIFY(archive.finishBatch(batch));
        for (qint64 each = 1; each <= 5; ++each)
            QVERIFY(archive.land(batchId, 1, {failed(each)}));
        const auto again = archive.askAgain(batchId, {RowState::Failed});
        QCOMPARE(again->parts.size(), std::size_t(4)); // two rows each
        for (int part = 2; part <= 4; ++part)
            QVERIFY(archive.partBody(batchId, part)->size() <= BatchLimits().partBytes);
    }

    void rowsAreReadByThePage()
    {
        Desk desk;
        Archive archive = desk.open();
        desk.add(archive, desk.batch({10}));
        QVERIFY(archive.land(batchId, 1, {answered(2, QStringLiteral("The Ärger")), failed(5), answered(7, QString(5000, QLatin1Char('x')) + QStringLiteral("needle")), failed(9)}));
        const auto numbers = [&archive](const RowQuery &query) -> std::vector<qint64> {
            std::vector<qint64> all;
            RowQuery next = query;
            while (true) {
                const auto page = archive.rowPage(batchId, next);
                for (const RowLine &row : page->rows)
                    all.push_back(row.number);
                if (!page->next)
                    return all;
                next.after = *page->next;
            }
        };
        QCOMPARE(numbers({{}, {}, 0, 3}), (std::vector<qint64> {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        QCOMPARE(numbers({RowState::Failed, {}, 0, 1}), (std::vector<qint64> {5, 9}));
        QCOMPARE(numbers({RowState::Open, {}, 4, 2}), (std::vector<qint64> {6, 8, 10}));
        QCOMPARE(numbers({{}, QStringLiteral("ärger"), 0, 10}), std::vector<qint64> {2}); // large or small
        QCOMPARE(numbers({{}, QStringLiteral("NEEDLE"), 0, 10}), std::vector<qint64> {7}); // far behind in the answer
        QCOMPARE(numbers({{}, QStringLiteral("row 1"), 0, 10}), (std::vector<qint64> {1, 10}));
        QCOMPARE(numbers({RowState::Answered, QStringLiteral("row"), 0, 1}), (std::vector<qint64> {2, 7}));
        QCOMPARE(numbers({{}, QStringLiteral("nothing"), 0, 10}), std::vector<qint64>());
        const auto page = archive.rowPage(batchId, {RowState::Failed, {}, 0, 1});
        QCOMPARE(page->rows.front(), (RowLine {5, 1, RowState::Failed, Desk::row(5).label, {}, {}, {}, failed(5).fault}));
        QCOMPARE(archive.rowPage(batchId, {RowState::Answered, {}, 2, 1})->rows.front().beginning.size(), qsizetype(200));
    }

    void aRemovedBatchGoesBitByBit()
    {
        Desk desk;
        Archive archive = desk.open();
        desk.add(archive, desk.batch({10}));
        QVERIFY(archive.removeBatch(batchId));
        QVERIFY(archive.batches()->empty());
        QVERIFY(isGone(archive.land(batchId, 1, {answered(1)})));
        desk.add(archive, desk.batch({4})); // the id is free at once
        int calls = 0;
        while (*archive.dropRows(3))
            ++calls;
        QCOMPARE(calls, 4);
        QCOMPARE(counted(desk.path()), (RowCounts {4}));
        QCOMPARE(archive.batches()->size(), std::size_t(1));
    }

    void aDeletedConversationTakesItsBatchAlong()
    {
        Desk desk;
        Archive archive = desk.open();
        Conversation conversation;
        conversation.id = ConversationId(QStringLiteral("talk"));
        QVERIFY(archive.saveConversation(conversation));
        Batch batch = desk.batch({1});
        batch.conversation = conversation.id;
        desk.add(archive, batch);
        Batch other = desk.batch({1});
        other.id = BatchId(QStringLiteral("other"));
        desk.add(archive, other);
        QVERIFY(archive.removeConversation(conversation.id));
        QCOMPARE(*archive.batches(), std::vector<Batch> {other});
        while (*archive.dropRows(100)) { }
        QCOMPARE(counted(desk.path()).all(), qint64(1));
    }

    void erasingAllErasesBatches()
    {
        Desk desk;
        Archive archive = desk.open();
        Batch batch = desk.batch({3});
        batch.title = QStringLiteral("a secret title");
        desk.add(archive, batch);
        QVERIFY(archive.compact());
        QCOMPARE(*archive.batches(), std::vector<Batch> {batch});
        QVERIFY(archive.eraseAll());
        QVERIFY(archive.batches()->empty());
        QCOMPARE(counted(desk.path()).all(), qint64(0));
        for (const char *end : {"", "-wal"}) {
            QFile file(desk.path() + QLatin1String(end));
            QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("a secret title"));
        }
    }

    void aFileOfEachOlderVersionTakesBatches_data()
    {
        QTest::addColumn<std::size_t>("version");
        for (std::size_t version = 1; version <= newestSchema(); ++version)
            QTest::addRow("version %d", static_cast<int>(version)) << version;
    }
    void aFileOfEachOlderVersionTakesBatches()
    {
        QFETCH(const std::size_t, version);
        Desk desk;
        {
            auto database = Database::open(desk.path());
            QVERIFY(migrate(*database, version));
        }
        Archive archive = desk.open();
        desk.add(archive, desk.batch());
        QCOMPARE(*archive.batches(), std::vector<Batch> {desk.batch()});
    }

    void whatCanBeReadOfADamagedFileIsSaved()
    {
        Desk desk;
        Batch batch = desk.batch({200});
        {
            Archive archive = desk.open();
            desk.add(archive, batch);
            std::vector<RowResult> results;
            for (qint64 each = 1; each <= 150; ++each)
                results.push_back(answered(each, QStringLiteral("answer %1 ").arg(each).repeated(200)));
            QVERIFY(archive.land(batchId, 1, results));
        }
        const QString fresh = desk.folder.filePath(QStringLiteral("fresh.db"));
        QVERIFY(salvage(desk.path(), fresh, QStringLiteral("Recovered")));
        {
            auto archive = Archive::open(fresh, desk.time);
            QVERIFY(archive);
            const auto all = archive->batches();
            QCOMPARE(all->size(), std::size_t(1));
            QCOMPARE(all->front().parts, batch.parts);
            QCOMPARE(all->front().counts, (RowCounts {50, 150, 0, 0}));
            QCOMPARE((*archive->wholeRow(batchId, 150))->result, answered(150, QStringLiteral("answer 150 ").repeated(200)));
            QCOMPARE((*archive->wholeRow(batchId, 200))->row, Desk::row(200));
        }
        // Without the row of the batch: its rows get another, whose parts are lost.
        {
            auto database = Database::open(desk.path());
            QVERIFY(database->run(QStringLiteral("PRAGMA foreign_keys=OFF")));
            QVERIFY(database->run(QStringLiteral("DELETE FROM batch")));
            QVERIFY(database->run(QStringLiteral("DELETE FROM batch_row WHERE number > 120 AND number <= 150")));
        }
        QVERIFY(salvage(desk.path(), fresh, QStringLiteral("Recovered")));
        auto archive = Archive::open(fresh, desk.time);
        QVERIFY(archive);
        const auto all = archive->batches();
        QCOMPARE(all->size(), std::size_t(1));
        QCOMPARE(all->front().title, QStringLiteral("Recovered"));
        QCOMPARE(all->front().counts, (RowCounts {50, 120, 0, 0}));
        QCOMPARE(all->front().counts, counted(fresh));
        QCOMPARE(all->front().parts, std::vector<BatchPart> {part(1, PartPhase::Lost, 170)});
    }

    /// Whatever lands in whatever pieces, and however often the program ends: the counts are those of the rows, a row that
    /// has ended stays as it is, and what was paid is counted once.
    void countsAlwaysAddUp()
    {
        Desk desk;
        std::optional<Archive> archive = desk.open(); // for all of them: a new file takes longer than a storm
        QVERIFY(rc::check("landings", [&desk, &archive] {
            const Storm storm = *storms(20);
            Chance chance(storm);
            RC_ASSERT(archive->removeBatch(batchId).has_value());
            while (*archive->dropRows(1000)) { }
            Batch batch = desk.batch({1 + chance.below(5), 1 + chance.below(5)});
            desk.add(*archive, batch);
            const qint64 rows = batch.counts.open;
            std::map<qint64, int> parts; // of the rows
            std::map<qint64, RowResult> ended;
            for (qint64 each = 1; each <= rows; ++each)
                parts[each] = each <= batch.parts[0].rows ? 1 : 2;
            qint64 input = 0;
            for (int left = storm.length; left > 0; --left) {
                const int which = 1 + chance.below(static_cast<int>(batch.parts.size()));
                const int what = chance.below(8);
                if (what < 5) {
                    std::vector<RowResult> results;
                    Landed expected;
                    for (int each = chance.below(6); each > 0; --each) {
                        const qint64 number = 1 + chance.below(static_cast<int>(rows) + 2);
                        results.push_back(chance.once(3) ? failed(number) : answered(number, QString::number(left)));
                        const bool isOurs = number <= rows && parts[number] == which;
                        if (!isOurs)
                            ++expected.unknown;
                        else if (!ended.emplace(number, results.back()).second)
                            ++expected.known;
                        else {
                            ++expected.fresh;
                            input += results.back().usage.input.value_or(0);
                        }
                    }
                    const auto landed = archive->land(batchId, which, results);
                    RC_ASSERT(landed.has_value());
                    expected.counts = landed->counts;
                    expected.usage = usedBy(input / 10);
                    RC_ASSERT(*landed == expected);
                } else if (what == 5) {
                    archive.reset();
                    archive.emplace(desk.open());
                } else if (what == 6) {
                    RC_ASSERT(archive->closePart(batch, which).has_value());
                    for (const auto &[number, itsPart] : parts) {
                        if (itsPart == which)
                            ended.emplace(number, notSent(number));
                    }
                } else {
                    const auto again = archive->askAgain(batchId, {RowState::Failed});
                    RC_ASSERT(again.has_value());
                    batch.parts = again->parts;
                    for (auto each = ended.begin(); each != ended.end();) {
                        if (each->second.state == RowState::Failed) {
                            parts[each->first] = batch.parts.back().number;
                            each = ended.erase(each);
                        } else {
                            ++each;
                        }
                    }
                }
                const auto there = archive->batches();
                RC_ASSERT(there.has_value());
                RC_ASSERT(there->front().counts == counted(desk.path()));
                RC_ASSERT(there->front().counts.all() == rows);
                RC_ASSERT(there->front().counts.open == rows - static_cast<qint64>(ended.size()));
                RC_ASSERT(there->front().usage.input.value_or(0) == input);
            }
            for (const auto &[number, result] : ended) {
                const auto row = archive->wholeRow(batchId, number);
                const bool same = row && *row && (*row)->result == result && (*row)->part == parts[number];
                RC_ASSERT(same);
            }
        }));
    }

    void rowsAreExportedWithTheirResults()
    {
        Desk desk;
        Archive archive = desk.open();
        Batch batch = desk.batch({4});
        QVERIFY(archive.beginBatch(batch));
        QVERIFY(archive.addRows(batchId, 1, {{1, QStringLiteral("=1+1"), "{}"}, {2, QStringLiteral("two, \"2\""), "{}"}, {3, QStringLiteral("three"), "{}"}, {4, QStringLiteral("four"), "{}"}}));
        QVERIFY(archive.finishBatch(batch));
        RowResult second = answered(2, QStringLiteral("- one\n- ‘two’"));
        second.usage = {1'000'000, 1'000'000};
        QVERIFY(archive.land(batchId, 1, {answered(1), second, failed(3)}));
        BatchExport wanted {desk.path(), desk.folder.filePath(QStringLiteral("rows")), batchId, RowFormat::Csv, {}, {{QStringLiteral("claude-haiku-4-5"), 1.0, 5.0}}};
        const std::atomic<bool> stop = false;
        const auto content = [&wanted]() -> QByteArray {
            QFile file(wanted.target);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
        };
        QCOMPARE(*exportBatch(wanted, stop), qint64(4));
        QCOMPARE(content(), QByteArray("number,label,status,answer,model,input_tokens,output_tokens,cost_usd,reason\r\n"
                                       "1,'=1+1,answered,yes,claude-haiku-4-5,10,2,1e-05,\r\n"
                                       "2,\"two, \"\"2\"\"\",answered,\"'- one\n- \xe2\x80\x98two\xe2\x80\x99\",claude-haiku-4-5,1000000,1000000,3,\r\n"
                                       "3,three,failed,,,,,,BadRequest: too large\r\n"
                                       "4,four,open,,,,,,\r\n"));
        wanted.format = RowFormat::JsonLines;
        wanted.state = RowState::Answered;
        QCOMPARE(*exportBatch(wanted, stop), qint64(2));
        const QByteArrayList lines = content().split('\n');
        QCOMPARE(lines.size(), qsizetype(3)); // the last one ends, too
        const QJsonObject object = QJsonDocument::fromJson(lines.at(1)).object();
        QCOMPARE(object.value(QStringLiteral("answer")).toString(), second.text); // as it is
        QCOMPARE(object.value(QStringLiteral("cost_usd")).toDouble(), 3.0);
        QVERIFY(object.value(QStringLiteral("reason")).isNull());
        wanted.batch = BatchId(QStringLiteral("another"));
        QCOMPARE(*exportBatch(wanted, stop), qint64(0));
        wanted.batch = batchId;
        wanted.target = desk.folder.filePath(QStringLiteral("other"));
        const std::atomic<bool> stopped = true;
        QVERIFY(exportBatch(wanted, stopped).error().kind == FaultKind::Cancelled);
        QCOMPARE(content(), QByteArray("none")); // whole or not at all
        wanted.target = desk.folder.filePath(QStringLiteral("no folder/rows"));
        QVERIFY(!exportBatch(wanted, stop));
    }

    void theThreadKeepsTheBooks()
    {
        Desk desk;
        StoreThread store(desk.time);
        QStringList told;
        const auto note = [&told](const QString &what) { told.append(what); };
        store.open(desk.path(), [&](const Result<Snapshot> &snapshot) { note(QStringLiteral("open %1").arg(snapshot->batches.size())); });
        BatchBooks &books = store;
        const Batch batch = desk.batch({2});
        store.addBatch(batch, {Desk::row(1)}, [&](const Result<void> &done) { note(done ? QStringLiteral("added") : done.error().code); });
        store.addBatch(batch, {Desk::row(1), Desk::row(2)}, [&](const Result<void> &done) { note(done ? QStringLiteral("added") : done.error().code); });
        books.save(batch, [&](const Result<void> &done) { note(done ? QStringLiteral("saved") : done.error().code); });
        books.body(batchId, 1, [&](const Result<QByteArray> &body) { note(QStringLiteral("body %1").arg(numbersIn(*body).size())); });
        books.land(batchId, 1, {answered(1)}, [&](const Result<Landed> &landed) { note(QStringLiteral("landed %1").arg(landed->fresh)); });
        store.rowPage(batchId, {}, [&](const Result<RowPage> &page) { note(QStringLiteral("page %1").arg(page->rows.size())); });
        store.wholeRow(batchId, 1, [&](const Result<std::optional<WholeRow>> &row) { note((*row)->result.text); });
        books.close(batch, 1, [&](const Result<RowCounts> &counts) { note(QStringLiteral("closed %1").arg(counts->notSent)); });
        store.askAgain(batchId, {RowState::NotSent}, [&](const Result<Batch> &again) { note(QStringLiteral("again %1").arg(again->counts.open)); });
        store.batches([&](const Result<std::vector<Batch>> &all) { note(QStringLiteral("batches %1").arg(all->size())); });
        store.removeBatch(batchId, [&](const Result<void> &done) { note(done ? QStringLiteral("removed") : done.error().code); });
        books.save(batch, [&](const Result<void> &done) { note(done ? QStringLiteral("saved") : done.error().code); });
        QVERIFY(told.isEmpty()); // nothing is said within the call
        QTRY_COMPARE(told.size(), 13);
        QCOMPARE(told, (QStringList {QStringLiteral("open 0"), QStringLiteral("incomplete"), QStringLiteral("added"), QStringLiteral("saved"), QStringLiteral("body 2"), QStringLiteral("landed 1"),
                           QStringLiteral("page 2"), QStringLiteral("yes"), QStringLiteral("closed 1"), QStringLiteral("again 1"), QStringLiteral("batches 1"), QStringLiteral("removed"), QStringLiteral("gone")}));
        QSignalSpy idle(&store, &StoreThread::indexed);
        QVERIFY(idle.wait());
        QCOMPARE(counted(desk.path()).all(), qint64(0)); // taken away while nothing else was to be done
    }

    /// Fewer rows under the sanitizer, which takes ten times as long. Times are told, not judged.
    void manyRowsAreAddedAndLanded()
    {
#if defined(__SANITIZE_ADDRESS__)
        constexpr qint64 all = 20'000;
#else
        constexpr qint64 all = 100'000;
#endif
        Desk desk;
        Archive archive = desk.open();
        const Batch batch = desk.batch({all});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(archive.beginBatch(batch));
        for (qint64 first = 1; first <= all; first += 1000) {
            std::vector<BatchRow> chunk;
            for (qint64 each = first; each < first + 1000; ++each)
                chunk.push_back({each, QStringLiteral("label"), QByteArray(200, 'p')});
            QVERIFY(archive.addRows(batchId, 1, chunk));
        }
        QVERIFY(archive.finishBatch(batch));
        const qint64 added = timer.restart();
        const auto body = archive.partBody(batchId, 1);
        QVERIFY(body && body->size() > all * 200);
        const qint64 composed = timer.restart();
        qint64 longest = 0;
        for (qint64 first = 1; first <= all; first += 500) {
            std::vector<RowResult> results;
            for (qint64 each = first; each < first + 500; ++each)
                results.push_back(answered(each, QString(400, QLatin1Char('a'))));
            QElapsedTimer one;
            one.start();
            QCOMPARE(archive.land(batchId, 1, results)->fresh, qint64(500));
            longest = std::max(longest, one.elapsed());
        }
        const qint64 landed = timer.restart();
        RowQuery search {{}, QStringLiteral("nowhere"), 0, 100};
        for (auto page = archive.rowPage(batchId, search); page->next; page = archive.rowPage(batchId, search))
            search.after = *page->next;
        const qint64 searched = timer.restart();
        QVERIFY(archive.removeBatch(batchId));
        while (*archive.dropRows(500)) { }
        qInfo("rows=%lld add_ms=%lld body_ms=%lld land_ms=%lld longest_landing_ms=%lld search_ms=%lld drop_ms=%lld", static_cast<long long>(all), static_cast<long long>(added),
            static_cast<long long>(composed), static_cast<long long>(landed), static_cast<long long>(longest), static_cast<long long>(searched), static_cast<long long>(timer.elapsed()));
        QCOMPARE(counted(desk.path()).all(), qint64(0));
    }
};

QTEST_GUILESS_MAIN(TestBatchStore)
#include "tst_batchstore.moc"
