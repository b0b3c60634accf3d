// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchindex.h"

#include "core/chat/searchwords.h"
#include "core/store/columns.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr int quarterBits = 17; // 131,072 minutes
constexpr int mostFileBytes = 64 * 1024; // searched of each file that is a text
constexpr qsizetype enoughCharacters = 256 * 1024; // in one go: some milliseconds

struct IndexRow
{
    qint64 number = 0;
    QVariant id; // as it stands on disk
    QString text;
};

QString wordsOf(const QStringList &texts)
{
    QStringList words;
    for (const QString &text : texts)
        words += termsOf(unitsOf(text));
    return words.join(QLatin1Char(' '));
}

Result<std::vector<IndexRow>> readIndexRows(Database &database, const QString &rest, const QVariantList &values)
{
    auto query = database.run(QStringLiteral("SELECT number, id, %1 FROM message WHERE ").arg(quickText("text")) + rest, values);
    if (!query)
        return tl::unexpected(query.error());
    std::vector<IndexRow> rows;
    qsizetype characters = 0;
    while (characters < enoughCharacters && query->next()) {
        rows.push_back({query->value(0).toLongLong(), query->value(1), fromQuickText(query->value(2))});
        characters += rows.back().text.size();
    }
    return rows;
}

} // namespace

Result<QStringList> searchedTexts(Database &database, const QVariant &message, const QString &text)
{
    QStringList texts {text};
    auto query = database.run(QStringLiteral("SELECT name, CASE kind WHEN 'Text' THEN substr(data, 1, %1) END FROM attachment JOIN file ON file.key = attachment.file "
                                             "WHERE owner=? ORDER BY place")
                                  .arg(mostFileBytes),
        {message});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        texts += query->value(0).toString();
        if (!query->value(1).isNull())
            texts += QString::fromUtf8(query->value(1).toByteArray());
    }
    return texts;
}

QString SearchIndex::tableOf(Quarter quarter)
{
    return QStringLiteral("search_%1").arg(quarter);
}

qint64 SearchIndex::beginOf(Quarter quarter)
{
    return quarter << quarterBits;
}

Quarter SearchIndex::quarterOf(qint64 number)
{
    return number >> quarterBits;
}

Result<std::vector<Quarter>> SearchIndex::quarters()
{
    auto names = m_database.run(QStringLiteral("SELECT substr(name, 8) + 0 FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%' AND name LIKE 'search\\_%' ESCAPE '\\'"));
    if (!names)
        return tl::unexpected(names.error());
    std::vector<Quarter> all;
    while (names->next())
        all.push_back(names->value(0).toLongLong());
    std::sort(all.begin(), all.end(), std::greater<>());
    return all;
}

Result<int> SearchIndex::indexSome(int most)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return tl::unexpected(transaction.begun().error());
    // What is still growing comes when it is whole.
    auto rows = readIndexRows(m_database, QStringLiteral("indexed=0 AND state<>'Streaming' ORDER BY number DESC LIMIT ?"), {most});
    if (!rows)
        return tl::unexpected(rows.error());
    std::set<Quarter> made;
    for (const IndexRow &row : *rows) {
        const Quarter quarter = quarterOf(row.number);
        if (made.insert(quarter).second) {
            if (const auto there = m_database.run(QStringLiteral("CREATE VIRTUAL TABLE IF NOT EXISTS %1 USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii', prefix='%2')")
                                                      .arg(tableOf(quarter))
                                                      .arg(keptBeginning));
                !there)
                return tl::unexpected(there.error());
        }
        const auto texts = searchedTexts(m_database, row.id, row.text);
        if (!texts)
            return tl::unexpected(texts.error());
        if (const auto put = m_database.run(QStringLiteral("INSERT INTO %1(rowid, words) VALUES(?,?)").arg(tableOf(quarter)), {row.number, wordsOf(*texts)}); !put)
            return tl::unexpected(put.error());
        if (const auto marked = m_database.run(QStringLiteral("UPDATE message SET indexed=1 WHERE number=?"), {row.number}); !marked)
            return tl::unexpected(marked.error());
    }
    if (const auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return static_cast<int>(rows->size());
}

Result<std::set<Quarter>> SearchIndex::takeOut(const QString &condition, const QVariantList &values)
{
    std::set<Quarter> touched;
    for (;;) {
        auto rows = readIndexRows(m_database, QStringLiteral("indexed=1 AND (%1)").arg(condition), values);
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return touched;
        for (const IndexRow &row : *rows) {
            const auto texts = searchedTexts(m_database, row.id, row.text);
            if (!texts)
                return tl::unexpected(texts.error());
            const QString table = tableOf(*touched.insert(quarterOf(row.number)).first);
            if (const auto out = m_database.run(QStringLiteral("INSERT INTO %1(%1, rowid, words) VALUES('delete',?,?)").arg(table), {row.number, wordsOf(*texts)}); !out)
                return tl::unexpected(out.error());
            if (const auto marked = m_database.run(QStringLiteral("UPDATE message SET indexed=0 WHERE number=?"), {row.number}); !marked)
                return tl::unexpected(marked.error());
        }
    }
}

Result<bool> SearchIndex::tidySome(Quarter quarter, Merge merge)
{
    const auto changes = [this]() -> Result<qint64> {
        auto query = m_database.run(QStringLiteral("SELECT total_changes()"));
        if (!query)
            return tl::unexpected(query.error());
        return query->next() ? query->value(0).toLongLong() : 0;
    };
    const auto before = changes();
    if (!before)
        return tl::unexpected(before.error());
    // Below zero it begins to merge all into one; above it goes on with that (fts5.html, 6.8).
    if (const auto merged = m_database.run(QStringLiteral("INSERT INTO %1(%1, rank) VALUES('merge', ?)").arg(tableOf(quarter)), {merge == Merge::Begin ? -64 : 64}); !merged)
        return tl::unexpected(merged.error());
    const auto after = changes();
    if (!after)
        return tl::unexpected(after.error());
    return *after - *before > 1; // fts5.html: below two nothing was merged
}

Result<bool> SearchIndex::isBehind()
{
    auto query = m_database.run(QStringLiteral("SELECT EXISTS (SELECT 1 FROM message WHERE indexed=0 AND state<>'Streaming')"));
    if (!query)
        return tl::unexpected(query.error());
    return query->next() && query->value(0).toBool();
}

Result<void> SearchIndex::eraseAll()
{
    const auto all = quarters();
    if (!all)
        return tl::unexpected(all.error());
    for (const Quarter quarter : *all) {
        if (const auto dropped = m_database.run(QStringLiteral("DROP TABLE ") + tableOf(quarter)); !dropped)
            return tl::unexpected(dropped.error());
    }
    return {};
}

Result<void> SearchIndex::check()
{
    const auto all = quarters();
    if (!all)
        return tl::unexpected(all.error());
    for (const Quarter quarter : *all) {
        if (const auto sound = m_database.run(QStringLiteral("INSERT INTO %1(%1) VALUES('integrity-check')").arg(tableOf(quarter))); !sound)
            return tl::unexpected(sound.error());
    }
    return {};
}

} // namespace breakwater
