// SPDX-License-Identifier: GPL-3.0-or-later
// Batches: how they come into the history, are kept there and go.
#include "core/store/archive.h"
#include "core/store/batchjson.h"
#include "core/store/bound.h"
#include "core/store/columns.h"
#include "core/store/idcolumn.h"

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
        if (auto added = execWith(m_database, *insert, {*number, row.number, part, orEmpty(row.label), orNoBytes(row.params)}); !added)
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
    return outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET title=?, turn=?, parts=? WHERE number=?"),
        {orEmpty(batch.title), toDisk(batch.turn), partsToJson(parts), number}));
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
