// SPDX-License-Identifier: GPL-3.0-or-later
// Batches and their rows.
#include "core/batch/batchparts.h"
#include "core/store/archive.h"
#include "core/store/batchjson.h"
#include "core/store/columns.h"
#include "core/store/idcolumn.h"
#include "core/store/names.h"

#include <algorithm>

namespace breakwater {

namespace {

Fault batchFault(const char *code)
{
    Fault fault;
    fault.kind = FaultKind::Store;
    fault.code = QLatin1String(code);
    return fault;
}

QByteArray orNoBytes(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes; // as orEmpty
}

void addTo(std::optional<qint64> &sum, std::optional<qint64> more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

void addTo(Usage &sum, const Usage &more)
{
    for (const auto count : {&Usage::input, &Usage::output, &Usage::cacheRead, &Usage::cacheWritten, &Usage::thinking})
        addTo(sum.*count, more.*count);
}

qint64 &countIn(RowCounts &counts, RowState state)
{
    switch (state) {
    case RowState::Open:
        break;
    case RowState::Answered:
        return counts.answered;
    case RowState::Failed:
        return counts.failed;
    case RowState::NotSent:
        return counts.notSent;
    }
    return counts.open;
}

} // namespace

Result<qint64> Archive::numberOf(const BatchId &batch, int whole)
{
    const auto number = one(QStringLiteral("SELECT number FROM batch WHERE id=? AND whole=?"), {toDisk(batch), whole});
    if (!number)
        return tl::unexpected(number.error());
    return *number ? Result<qint64>((*number)->toLongLong()) : tl::unexpected(batchFault("gone"));
}

Result<RowCounts> Archive::countsOf(qint64 number)
{
    auto query = m_database.run(QStringLiteral("SELECT open, answered, failed, not_sent FROM batch WHERE number=?"), {number});
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? RowCounts {query->value(0).toLongLong(), query->value(1).toLongLong(), query->value(2).toLongLong(), query->value(3).toLongLong()} : RowCounts {};
}

Result<void> Archive::beginBatch(const Batch &batch)
{
    return outcomeOf(m_database.run(QStringLiteral("INSERT INTO batch(id, whole, title, route, created_at, conversation, turn, open, answered, failed, not_sent, usage, parts) "
                                              "VALUES(?,0,?,?,?,?,?,0,0,0,0,'','[]')"),
        {toDisk(batch.id), orEmpty(batch.title), orEmpty(batch.route.text()), toDisk(batch.createdAt), toDisk(batch.conversation), toDisk(batch.turn)}));
}

Result<void> Archive::addRows(const BatchId &batch, int part, const std::vector<BatchRow> &rows)
{
    // Many commits: nobody has been told that they are there. `finishBatch` makes them last.
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=NORMAL"));
    const auto careful = qScopeGuard([this] { (void)m_database.run(QStringLiteral("PRAGMA synchronous=FULL")); });
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    const auto number = numberOf(batch, 0);
    if (!number)
        return tl::unexpected(number.error());
    auto insert = m_database.prepare(QStringLiteral("INSERT INTO batch_row(batch, number, part, state, label, model, usage, fault, text, message, params) VALUES(?,?,?,'Open',?,'','','','',x'',?)"));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const BatchRow &row : rows) {
        const QVariantList values {*number, row.number, part, orEmpty(row.label), orNoBytes(row.params)};
        for (int each = 0; each < values.size(); ++each)
            insert->bindValue(each, values.at(each));
        if (auto added = m_database.exec(*insert); !added)
            return added;
    }
    insert->finish();
    if (auto counted = outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET open = open + ? WHERE number=?"), {static_cast<qlonglong>(rows.size()), *number})); !counted)
        return counted;
    return transaction.commit();
}

Result<void> Archive::finishBatch(const Batch &batch)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    const auto number = numberOf(batch.id, 0);
    if (!number)
        return tl::unexpected(number.error());
    const auto counts = countsOf(*number);
    if (!counts)
        return tl::unexpected(counts.error());
    qint64 rows = 0;
    for (const BatchPart &part : batch.parts)
        rows += part.rows;
    if (rows != counts->open)
        return tl::unexpected(batchFault("incomplete"));
    if (auto saved = saveParts(*number, batch); !saved)
        return saved;
    if (auto there = outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET whole=1 WHERE number=?"), {*number})); !there)
        return there;
    return transaction.commit();
}

Result<void> Archive::saveParts(qint64 number, const Batch &batch)
{
    const auto known = one(QStringLiteral("SELECT parts FROM batch WHERE number=?"), {number});
    if (!known)
        return tl::unexpected(known.error());
    // Rows may have been moved into new parts while somebody works on the old ones.
    std::vector<BatchPart> parts = batch.parts;
    for (const BatchPart &part : partsFromJson(*known ? (*known)->toString() : QString())) {
        if (std::none_of(batch.parts.begin(), batch.parts.end(), [&part](const BatchPart &each) { return each.number == part.number; }))
            parts.push_back(part);
    }
    return outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET title=?, parts=?, dollars=? WHERE number=?"), {orEmpty(batch.title), partsToJson(parts), orNull(batch.dollars), number}));
}

Result<void> Archive::saveBatch(const Batch &batch)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    const auto number = numberOf(batch.id, 1);
    if (!number)
        return tl::unexpected(number.error());
    if (auto saved = saveParts(*number, batch); !saved)
        return saved;
    return transaction.commit();
}

Result<QByteArray> Archive::partBody(const BatchId &batch, int part)
{
    const auto number = numberOf(batch, 1);
    if (!number)
        return tl::unexpected(number.error());
    auto query = m_database.run(QStringLiteral("SELECT number, params FROM batch_row WHERE batch=? AND state='Open' AND part=? ORDER BY number"), {*number, part});
    if (!query)
        return tl::unexpected(query.error());
    QByteArray body("{\"requests\":[");
    bool isFirst = true;
    while (query->next()) {
        body += isFirst ? "{\"custom_id\":\"" : ",{\"custom_id\":\"";
        body += customIdOf(batch, part, query->value(0).toLongLong()).toLatin1();
        body += "\",\"params\":";
        body += query->value(1).toByteArray();
        body += '}';
        isFirst = false;
    }
    body += "]}";
    return body;
}

Result<Landed> Archive::land(const BatchId &batch, int part, const std::vector<RowResult> &results)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return tl::unexpected(transaction.begun().error());
    const auto number = numberOf(batch, 1);
    if (!number)
        return tl::unexpected(number.error());
    auto end = m_database.prepare(QStringLiteral("UPDATE batch_row SET state=?, model=?, usage=?, fault=?, text=?, message=? WHERE batch=? AND number=? AND part=? AND state='Open'"));
    if (!end)
        return tl::unexpected(end.error());
    Landed landed;
    RowCounts ended;
    Usage used;
    for (const RowResult &result : results) {
        const QVariantList values {nameOf(result.state), orEmpty(result.model), usageToText(result.usage), faultToText(result.fault), orEmpty(result.text), orNoBytes(result.message),
            *number, result.number, part};
        for (int each = 0; each < values.size(); ++each)
            end->bindValue(each, values.at(each));
        if (auto done = result.state == RowState::Open ? Result<void> {} : m_database.exec(*end); !done)
            return tl::unexpected(done.error());
        if (result.state != RowState::Open && end->numRowsAffected() > 0) {
            ++landed.fresh;
            ++countIn(ended, result.state);
            addTo(used, result.usage);
            continue;
        }
        const auto known = one(QStringLiteral("SELECT 1 FROM batch_row WHERE batch=? AND number=? AND part=?"), {*number, result.number, part});
        if (!known)
            return tl::unexpected(known.error());
        ++(*known ? landed.known : landed.unknown);
    }
    end->finish();
    const auto usage = one(QStringLiteral("SELECT usage FROM batch WHERE number=?"), {*number});
    if (!usage)
        return tl::unexpected(usage.error());
    addTo(used, usageFromText((*usage)->toString()));
    if (auto counted = outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET open = open - ?, answered = answered + ?, failed = failed + ?, not_sent = not_sent + ?, usage=? WHERE number=?"),
            {landed.fresh, ended.answered, ended.failed, ended.notSent, usageToText(used), *number}));
        !counted)
        return tl::unexpected(counted.error());
    const auto counts = countsOf(*number);
    if (!counts)
        return tl::unexpected(counts.error());
    landed.counts = *counts;
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return landed;
}

Result<RowCounts> Archive::closePart(const Batch &batch, int part)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return tl::unexpected(transaction.begun().error());
    const auto number = numberOf(batch.id, 1);
    if (!number)
        return tl::unexpected(number.error());
    auto ended = m_database.run(QStringLiteral("UPDATE batch_row SET state='NotSent' WHERE batch=? AND state='Open' AND part=?"), {*number, part});
    if (!ended)
        return tl::unexpected(ended.error());
    const auto rows = static_cast<qint64>(ended->numRowsAffected());
    ended->finish();
    if (auto counted = outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET open = open - ?, not_sent = not_sent + ? WHERE number=?"), {rows, rows, *number})); !counted)
        return tl::unexpected(counted.error());
    if (auto saved = saveParts(*number, batch); !saved)
        return tl::unexpected(saved.error());
    auto counts = countsOf(*number);
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return counts;
}

Result<Batch> Archive::askAgain(const BatchId &batch, const std::vector<RowState> &states)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return tl::unexpected(transaction.begun().error());
    const auto number = numberOf(batch, 1);
    if (!number)
        return tl::unexpected(number.error());
    auto known = batches(QStringLiteral("number=?"), {*number});
    if (!known)
        return tl::unexpected(known.error());
    Batch changed = std::move(known->front());
    struct Moved
    {
        qint64 row = 0;
        qint64 bytes = 0;
    };
    std::vector<Moved> moved;
    auto query = m_database.run(QStringLiteral("SELECT number, state, length(params) FROM batch_row WHERE batch=? AND state<>'Open' ORDER BY number"), {*number});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        const auto state = valueOf<RowState>(query->value(1).toString());
        if (!state || std::find(states.begin(), states.end(), *state) == states.end())
            continue;
        moved.push_back({query->value(0).toLongLong(), query->value(2).toLongLong()});
        --countIn(changed.counts, *state);
        ++changed.counts.open;
    }
    query->finish();
    auto open = m_database.prepare(QStringLiteral("UPDATE batch_row SET state='Open', part=?, model='', usage='', fault='', text='', message=x'' WHERE batch=? AND number=?"));
    if (!open)
        return tl::unexpected(open.error());
    int last = 0;
    for (const BatchPart &part : changed.parts)
        last = std::max(last, part.number);
    PartFilling filling({}, last);
    for (const Moved &row : moved) {
        const int part = filling.partFor(row.bytes);
        if (part != last)
            changed.parts.emplace_back().number = last = part;
        ++changed.parts.back().rows;
        const QVariantList values {part, *number, row.row};
        for (int each = 0; each < values.size(); ++each)
            open->bindValue(each, values.at(each));
        if (auto done = m_database.exec(*open); !done)
            return tl::unexpected(done.error());
    }
    open->finish();
    if (auto counted = outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET open=?, answered=?, failed=?, not_sent=? WHERE number=?"),
            {changed.counts.open, changed.counts.answered, changed.counts.failed, changed.counts.notSent, *number}));
        !counted)
        return tl::unexpected(counted.error());
    if (auto saved = saveParts(*number, changed); !saved)
        return tl::unexpected(saved.error());
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return changed;
}

Result<std::vector<Batch>> Archive::batches(const QString &condition, const QVariantList &values)
{
    auto query = m_database.run(
        QStringLiteral("SELECT id, title, route, created_at, conversation, turn, open, answered, failed, not_sent, dollars, usage, parts FROM batch WHERE %1 ORDER BY created_at, number").arg(condition), values);
    if (!query)
        return tl::unexpected(query.error());
    std::vector<Batch> all;
    while (query->next()) {
        Batch batch;
        batch.id = idAt<BatchId>(query->value(0));
        batch.title = query->value(1).toString();
        batch.route = RouteId(query->value(2).toString());
        batch.createdAt = wallFromDisk(query->value(3));
        batch.conversation = idAt<ConversationId>(query->value(4));
        batch.turn = idAt<TurnId>(query->value(5));
        batch.counts = {query->value(6).toLongLong(), query->value(7).toLongLong(), query->value(8).toLongLong(), query->value(9).toLongLong()};
        if (!query->value(10).isNull())
            batch.dollars = query->value(10).toDouble();
        batch.usage = usageFromText(query->value(11).toString());
        batch.parts = partsFromJson(query->value(12).toString());
        all.push_back(std::move(batch));
    }
    return all;
}

Result<std::vector<Batch>> Archive::batches()
{
    return batches(QStringLiteral("whole=1"), {});
}

Result<void> Archive::removeBatch(const BatchId &batch)
{
    // Its id is free at once.
    return outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET whole=-1, id='gone ' || number WHERE id=?"), {toDisk(batch)}));
}

/// What was being added when the program ended.
Result<void> Archive::dropHalfBatches()
{
    return outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET whole=-1 WHERE whole=0")));
}

Result<bool> Archive::dropRows(int most)
{
    const auto number = one(QStringLiteral("SELECT number FROM batch WHERE whole=-1"), {});
    if (!number)
        return tl::unexpected(number.error());
    if (!*number)
        return false;
    auto dropped = m_database.run(QStringLiteral("DELETE FROM batch_row WHERE id IN (SELECT id FROM batch_row WHERE batch=? LIMIT ?)"), {**number, most});
    if (!dropped)
        return tl::unexpected(dropped.error());
    const bool isEmpty = dropped->numRowsAffected() < most;
    dropped->finish();
    if (!isEmpty)
        return true;
    if (auto removed = outcomeOf(m_database.run(QStringLiteral("DELETE FROM batch WHERE number=?"), {**number})); !removed)
        return tl::unexpected(removed.error());
    // The log of changes still holds what was deleted.
    (void)m_database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return true;
}

} // namespace breakwater
