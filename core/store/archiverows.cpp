// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a batch, as they are looked at.
#include "core/store/archive.h"
#include "core/store/batchjson.h"
#include "core/store/columns.h"
#include "core/store/names.h"

#include <QStringMatcher>

namespace breakwater {

namespace {

constexpr int looksAtOnce = 2000; // rows that are searched in one go: what else is to be written waits for it
constexpr qsizetype beginningOfAnAnswer = 200; // letters

RowState rowStateAt(const QVariant &value)
{
    return valueOf<RowState>(value.toString()).value_or(RowState::Failed);
}

} // namespace

Result<RowPage> Archive::rowPage(const BatchId &batch, const RowQuery &query)
{
    const auto number = numberOf(batch, 1);
    if (!number)
        return tl::unexpected(number.error());
    const bool searched = !query.words.isEmpty();
    const int most = std::max(1, searched ? looksAtOnce : query.most);
    // The rest of an answer is read only to be searched: it stands on pages of its own.
    auto rows = m_database.run(QStringLiteral("SELECT number, part, state, label, model, usage, fault, %1 FROM batch_row WHERE batch=? AND number>? %2 ORDER BY number LIMIT ?")
                                   .arg(searched ? quickText("text") : QStringLiteral("CAST(substr(text, 1, %1) AS BLOB)").arg(beginningOfAnAnswer),
                                       query.state ? QStringLiteral("AND state='%1'").arg(nameOf(*query.state)) : QString()),
        {*number, query.after, most});
    if (!rows)
        return tl::unexpected(rows.error());
    const QStringMatcher words(query.words, Qt::CaseInsensitive);
    RowPage page;
    qint64 last = query.after;
    int looked = 0;
    while (static_cast<int>(page.rows.size()) < query.most && rows->next()) {
        ++looked;
        last = rows->value(0).toLongLong();
        const QString label = rows->value(3).toString();
        const QString text = fromQuickText(rows->value(7));
        if (searched && words.indexIn(label) < 0 && words.indexIn(text) < 0)
            continue;
        page.rows.push_back({last, rows->value(1).toInt(), rowStateAt(rows->value(2)), label, text.left(beginningOfAnAnswer), rows->value(4).toString(), usageFromText(rows->value(5).toString()),
            faultFromText(rows->value(6).toString())});
    }
    if (looked == most || static_cast<int>(page.rows.size()) == query.most)
        page.next = last;
    return page;
}

Result<std::optional<WholeRow>> Archive::wholeRow(const BatchId &batch, qint64 number)
{
    const auto known = numberOf(batch, 1);
    if (!known)
        return tl::unexpected(known.error());
    auto query = m_database.run(QStringLiteral("SELECT part, state, label, model, usage, fault, %1, message, params FROM batch_row WHERE batch=? AND number=?").arg(quickText("text")), {*known, number});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<WholeRow>();
    WholeRow whole;
    whole.row = {number, query->value(2).toString(), query->value(8).toByteArray()};
    whole.part = query->value(0).toInt();
    whole.result = {number, rowStateAt(query->value(1)), fromQuickText(query->value(6)), query->value(3).toString(), usageFromText(query->value(4).toString()), faultFromText(query->value(5).toString()),
        query->value(7).toByteArray()};
    return std::optional(std::move(whole));
}

} // namespace breakwater
