// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/batchexport.h"

#include "core/batch/batchcost.h"
#include "core/store/batchjson.h"
#include "core/store/columns.h"
#include "core/store/database.h"
#include "core/store/durable.h"
#include "core/store/idcolumn.h"
#include "core/store/names.h"

namespace breakwater {

namespace {

/// "BadRequest: max_tokens is too large": a name that never changes, and the provider's words.
QString reasonOf(const std::optional<Fault> &fault)
{
    if (!fault)
        return {};
    const QString kind = nameOf(fault->kind);
    return fault->detail.isEmpty() ? kind : QString(kind + QLatin1String(": ") + fault->detail);
}

ExportedRow exportedRowAt(const QSqlQuery &query, const Prices &prices)
{
    ExportedRow row;
    row.number = query.value(0).toLongLong();
    row.label = query.value(1).toString();
    row.state = valueOf<RowState>(query.value(2).toString()).value_or(RowState::Failed);
    row.model = query.value(3).toString();
    row.usage = usageFromText(query.value(4).toString());
    row.reason = reasonOf(faultFromText(query.value(5).toString()));
    row.answer = fromQuickText(query.value(6));
    row.dollars = batchCostOf(prices, row.model, row.usage);
    return row;
}

} // namespace

Result<qint64> exportBatch(const BatchExport &wanted, const std::atomic<bool> &stop)
{
    auto database = Database::open(wanted.history, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    auto query = database->run(QStringLiteral("SELECT batch_row.number, label, state, model, batch_row.usage, fault, %1 FROM batch JOIN batch_row ON batch_row.batch = batch.number "
                                              "WHERE batch.id=? AND whole=1 AND (?='' OR state=?) ORDER BY batch_row.number")
                                   .arg(quickText("text")),
        {toDisk(wanted.batch), orEmpty(wanted.state ? nameOf(*wanted.state) : QString()), orEmpty(wanted.state ? nameOf(*wanted.state) : QString())});
    if (!query)
        return tl::unexpected(query.error());
    QSaveFile file(wanted.target);
    if (!file.open(QIODevice::WriteOnly) || file.write(exportHead(wanted.format)) < 0)
        return tl::unexpected(writeFault(file));
    qint64 rows = 0;
    while (query->next()) {
        if (stop) {
            Fault cancelled;
            cancelled.kind = FaultKind::Cancelled;
            return tl::unexpected(cancelled);
        }
        if (file.write(exportLine(wanted.format, exportedRowAt(*query, wanted.prices))) < 0)
            return tl::unexpected(writeFault(file));
        ++rows;
    }
    if (!file.commit())
        return tl::unexpected(writeFault(file));
    return rows;
}

} // namespace breakwater
