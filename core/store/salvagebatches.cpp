// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvagebatches.h"

#include "core/store/batchjson.h"

#include <map>

namespace breakwater {

namespace {

/// The parts of batches that are lost, by the numbers of those.
Result<std::map<qint64, std::vector<BatchPart>>> lostParts(Database &database)
{
    auto query = database.run(QStringLiteral("SELECT batch, part, COUNT(*) FROM batch_row WHERE batch NOT IN (SELECT number FROM batch) GROUP BY batch, part"));
    if (!query)
        return tl::unexpected(query.error());
    std::map<qint64, std::vector<BatchPart>> lost;
    while (query->next()) {
        BatchPart &part = lost[query->value(0).toLongLong()].emplace_back();
        part.number = query->value(1).toInt();
        part.phase = PartPhase::Lost;
        part.rows = query->value(2).toLongLong();
    }
    return lost;
}

} // namespace

Result<void> reconcileBatches(Database &database, const QString &recovered)
{
    const auto lost = lostParts(database);
    if (!lost)
        return tl::unexpected(lost.error());
    for (const auto &[number, parts] : *lost) {
        const auto made = database.run(QStringLiteral("INSERT INTO batch(number, id, whole, title, route, created_at, conversation, turn, open, answered, failed, not_sent, usage, parts) "
                                                      "VALUES(?,?,1,?,'',0,'','',0,0,0,0,'',?)"),
            {number, QStringLiteral("recovered-%1").arg(number), recovered, partsToJson(parts)});
        if (!made)
            return tl::unexpected(made.error());
    }
    const auto counted = database.run(QStringLiteral("UPDATE batch SET (open, answered, failed, not_sent) = (SELECT TOTAL(state='Open'), TOTAL(state='Answered'), TOTAL(state='Failed'), "
                                                     "TOTAL(state='NotSent') FROM batch_row WHERE batch_row.batch = batch.number)"));
    return counted ? Result<void> {} : tl::unexpected(counted.error());
}

} // namespace breakwater
