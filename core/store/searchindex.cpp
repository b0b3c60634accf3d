// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchindex.h"

#include "core/chat/searchwords.h"

namespace breakwater {

namespace {

constexpr int mostFileBytes = 64 * 1024; // searched of each file that is a text
constexpr qsizetype enoughCharacters = 256 * 1024; // in one go: some milliseconds

struct IndexRow
{
    qint64 number = 0;
    QString id;
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
    auto query = database.run(QStringLiteral("SELECT number, id, text FROM message WHERE ") + rest, values);
    if (!query)
        return tl::unexpected(query.error());
    std::vector<IndexRow> rows;
    qsizetype characters = 0;
    while (characters < enoughCharacters && query->next()) {
        rows.push_back({query->value(0).toLongLong(), query->value(1).toString(), query->value(2).toString()});
        characters += rows.back().text.size();
    }
    return rows;
}

} // namespace

Result<QStringList> searchedTexts(Database &database, const QString &id, const QString &text)
{
    QStringList texts {text};
    auto query = database.run(QStringLiteral("SELECT name, CASE kind WHEN 'Text' THEN substr(data, 1, %1) END FROM attachment JOIN file ON file.key = attachment.file "
                                             "WHERE owner=? ORDER BY place")
                                  .arg(mostFileBytes),
        {id});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        texts += query->value(0).toString();
        if (!query->value(1).isNull())
            texts += QString::fromUtf8(query->value(1).toByteArray());
    }
    return texts;
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
    for (const IndexRow &row : *rows) {
        const auto texts = searchedTexts(m_database, row.id, row.text);
        if (!texts)
            return tl::unexpected(texts.error());
        if (const auto put = m_database.run(QStringLiteral("INSERT INTO search(rowid, words) VALUES(?,?)"), {row.number, wordsOf(*texts)}); !put)
            return tl::unexpected(put.error());
        if (const auto marked = m_database.run(QStringLiteral("UPDATE message SET indexed=1 WHERE number=?"), {row.number}); !marked)
            return tl::unexpected(marked.error());
    }
    if (const auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return static_cast<int>(rows->size());
}

Result<void> SearchIndex::takeOut(const QString &condition, const QVariantList &values)
{
    for (;;) {
        auto rows = readIndexRows(m_database, QStringLiteral("indexed=1 AND (%1)").arg(condition), values);
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return {};
        for (const IndexRow &row : *rows) {
            const auto texts = searchedTexts(m_database, row.id, row.text);
            if (!texts)
                return tl::unexpected(texts.error());
            if (const auto out = m_database.run(QStringLiteral("INSERT INTO search(search, rowid, words) VALUES('delete',?,?)"), {row.number, wordsOf(*texts)}); !out)
                return tl::unexpected(out.error());
            if (const auto marked = m_database.run(QStringLiteral("UPDATE message SET indexed=0 WHERE number=?"), {row.number}); !marked)
                return tl::unexpected(marked.error());
        }
    }
}

Result<bool> SearchIndex::tidySome(Merge merge)
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
    if (const auto merged = m_database.run(QStringLiteral("INSERT INTO search(search, rank) VALUES('merge', ?)"), {merge == Merge::Begin ? -64 : 64}); !merged)
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

Result<void> SearchIndex::check()
{
    const auto checked = m_database.run(QStringLiteral("INSERT INTO search(search) VALUES('integrity-check')"));
    return checked ? Result<void> {} : tl::unexpected(checked.error());
}

} // namespace breakwater
