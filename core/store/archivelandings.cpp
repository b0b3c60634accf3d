// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a batch on their way: sent, ended, asked again.
#include "core/batch/batchparts.h"
#include "core/store/archive.h"
#include "core/store/batchjson.h"
#include "core/store/bound.h"
#include "core/store/columns.h"
#include "core/store/names.h"

#include <algorithm>

namespace breakwater {

namespace {

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
    std::optional<double> dollars;
    for (const RowResult &result : results) {
        const bool ends = result.state != RowState::Open;
        const auto done = ends ? execWith(m_database, *end, {nameOf(result.state), orEmpty(result.model), usageToText(result.usage), faultToText(result.fault), orEmpty(result.text),
                                                                orNoBytes(result.message), *number, result.number, part})
                               : Result<void> {};
        if (!done)
            return tl::unexpected(done.error());
        if (ends && end->numRowsAffected() > 0) {
            ++landed.fresh;
            ++countIn(ended, result.state);
            addTo(used, result.usage);
            if (result.dollars)
                dollars = dollars.value_or(0.0) + *result.dollars;
            continue;
        }
        const auto known = one(QStringLiteral("SELECT 1 FROM batch_row WHERE batch=? AND number=? AND part=?"), {*number, result.number, part});
        if (!known)
            return tl::unexpected(known.error());
        ++(*known ? landed.known : landed.unknown);
    }
    end->finish();
    const auto usage = one(QStringLiteral("SELECT usage FROM batch WHERE number=?"), {*number});
    const auto spent = one(QStringLiteral("SELECT dollars FROM batch WHERE number=?"), {*number});
    if (!usage || !spent)
        return tl::unexpected(usage ? spent.error() : usage.error());
    addTo(used, usageFromText((*usage)->toString()));
    if (*spent && !(*spent)->isNull())
        dollars = dollars.value_or(0.0) + (*spent)->toDouble();
    landed.usage = used;
    landed.dollars = dollars;
    if (auto counted = outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET open = open - ?, answered = answered + ?, failed = failed + ?, not_sent = not_sent + ?, usage=?, dollars=? WHERE number=?"),
            {landed.fresh, ended.answered, ended.failed, ended.notSent, usageToText(used), orNull(dollars), *number}));
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
        if (auto done = execWith(m_database, *open, {part, *number, row.row}); !done)
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

} // namespace breakwater
