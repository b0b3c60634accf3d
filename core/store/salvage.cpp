// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/base/logging.h"
#include "core/store/durable.h"
#include "core/store/pages.h"
#include "core/store/salvagebatches.h"
#include "core/store/schema.h"

#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <map>

namespace breakwater {

namespace {

/// A table as the schema has it: what a row must be like to be one of its rows.
struct Table
{
    struct Column
    {
        QString type;
        bool mayBeNull = true;
        bool isRowId = false; ///< stands in the row's number instead of the record
    };
    QString name;
    std::vector<Column> columns;
    qsizetype fewest = 0; ///< columns that came later have a default, and older records lack them

    [[nodiscard]] bool fits(const RawRow &row) const
    {
        if (row.values.size() < fewest || row.values.size() > static_cast<qsizetype>(columns.size()))
            return false;
        for (qsizetype each = 0; each < row.values.size(); ++each) {
            const Column &column = columns[static_cast<std::size_t>(each)];
            const QVariant &value = row.values.at(each);
            if (!value.isValid()) {
                if (!column.mayBeNull && !column.isRowId)
                    return false;
                continue;
            }
            const int type = value.typeId();
            const bool right = column.type == QLatin1String("TEXT") ? type == QMetaType::QString
                : column.type == QLatin1String("BLOB")              ? type == QMetaType::QByteArray
                : column.type == QLatin1String("ID_BLOB")           ? type == QMetaType::QByteArray || type == QMetaType::QString
                : column.type == QLatin1String("REAL")              ? type == QMetaType::Double || type == QMetaType::LongLong
                                                                    : type == QMetaType::LongLong && !column.isRowId;
            if (!right)
                return false;
        }
        return true;
    }

    Result<void> add(Database &database, const RawRow &row) const
    {
        QStringList places;
        QStringList names;
        QVariantList values = row.values;
        for (qsizetype each = 0; each < values.size(); ++each) {
            if (columns[static_cast<std::size_t>(each)].isRowId)
                values[each] = row.id;
            else if (values.at(each).typeId() == QMetaType::QString && values.at(each).toString().isNull())
                values[each] = QStringLiteral("");
            else if (values.at(each).typeId() == QMetaType::QByteArray && values.at(each).toByteArray().isNull())
                values[each] = QByteArray("");
            places.append(QStringLiteral("?"));
            names.append(columnNames.at(each));
        }
        const auto done = database.run(QStringLiteral("INSERT OR IGNORE INTO %1(%2) VALUES(%3)").arg(name, names.join(QLatin1Char(',')), places.join(QLatin1Char(','))), values);
        return done ? Result<void> {} : tl::unexpected(done.error());
    }
    QStringList columnNames;
};

Result<void> ran(Database &database, const QString &statement, const QVariantList &values = {})
{
    const auto done = database.run(statement, values);
    return done ? Result<void> {} : tl::unexpected(done.error());
}

Result<std::vector<Table>> tablesIn(Database &database)
{
    // What a virtual table keeps its own things in is made anew from the rest.
    auto names = database.run(QStringLiteral("SELECT name FROM sqlite_master AS each WHERE type='table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' "
                                             "AND NOT EXISTS (SELECT 1 FROM sqlite_master AS whole WHERE whole.sql LIKE 'CREATE VIRTUAL%' "
                                             "AND substr(each.name, 1, length(whole.name) + 1) = whole.name || '_')"));
    if (!names)
        return tl::unexpected(names.error());
    std::vector<Table> tables;
    while (names->next()) {
        Table table;
        table.name = names->value(0).toString();
        tables.push_back(std::move(table));
    }
    names->finish();
    for (Table &table : tables) {
        auto columns = database.run(QStringLiteral("SELECT name, type, \"notnull\", dflt_value IS NOT NULL, pk, (SELECT COUNT(*) FROM pragma_table_info(?) WHERE pk > 0) FROM pragma_table_info(?)"),
            {table.name, table.name});
        if (!columns)
            return tl::unexpected(columns.error());
        while (columns->next()) {
            const QString type = columns->value(1).toString();
            const bool mayBeNull = !columns->value(2).toBool();
            const bool isRowId = columns->value(4).toInt() == 1 && columns->value(5).toInt() == 1 && type == QLatin1String("INTEGER");
            table.columnNames.append(columns->value(0).toString());
            table.columns.push_back({type, mayBeNull && columns->value(4).toInt() == 0, isRowId});
            if (!mayBeNull && !columns->value(3).toBool())
                table.fewest = static_cast<qsizetype>(table.columns.size());
        }
    }
    return tables;
}

/// What refers to a row that is lost goes, but for messages: those are what a person wrote.
Result<void> reconcile(Database &database, const std::vector<Table> &tables, const QString &recovered)
{
    const auto has = [&tables](const char *table, const char *column) {
        const auto found = std::find_if(tables.begin(), tables.end(), [table](const Table &each) { return each.name == QLatin1String(table); });
        return found != tables.end() && found->columnNames.contains(QLatin1String(column));
    };
    QStringList statements {
        QStringLiteral("DELETE FROM piece WHERE message NOT IN (SELECT id FROM message)"),
        // Without its question a turn has nothing to send, and nothing to show.
        QStringLiteral("DELETE FROM turn WHERE conversation NOT IN (SELECT id FROM conversation) OR (settled=0 AND NOT EXISTS "
                       "(SELECT 1 FROM message WHERE message.turn = turn.id AND message.role='User'))"),
    };
    for (const char *table : {"attachment", "draft_attachment"}) {
        if (!has(table, "owner"))
            continue;
        const QString owners = QLatin1String(table) == QLatin1String("attachment") ? QStringLiteral("SELECT id FROM message") : QStringLiteral("SELECT conversation FROM draft");
        statements.append(QStringLiteral("DELETE FROM %1 WHERE owner NOT IN (%2)").arg(QLatin1String(table), owners));
        if (has(table, "file"))
            statements.append(QStringLiteral("DELETE FROM %1 WHERE file NOT IN (SELECT key FROM file)").arg(QLatin1String(table)));
    }
    if (has("file", "key"))
        statements.append(QStringLiteral("DELETE FROM file WHERE key NOT IN (SELECT file FROM attachment) AND key NOT IN (SELECT file FROM draft_attachment)"));
    if (has("message", "indexed"))
        statements.append(QStringLiteral("UPDATE message SET indexed=0"));
    if (auto made = ran(database,
            QStringLiteral("INSERT INTO conversation(id, title, title_is_manual, pinned, created_at, updated_at) SELECT conversation, ?, 1, 0, MIN(at), MAX(at) FROM message "
                           "WHERE conversation NOT IN (SELECT id FROM conversation) GROUP BY conversation"),
            {recovered});
        !made)
        return made;
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = ran(database, statement); !done)
            return done;
    }
    return has("batch_row", "batch") ? reconcileBatches(database, recovered) : Result<void> {};
}

Result<int> countOf(Database &database, const QString &table)
{
    auto query = database.run(QStringLiteral("SELECT COUNT(*) FROM %1").arg(table));
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toInt() : 0;
}

Fault unreadable(const QString &path)
{
    Fault fault;
    fault.kind = FaultKind::Store;
    fault.code = QLatin1String(faultcode::damaged);
    fault.detail = path;
    return fault;
}

/// The rows of one page go to the table that it belongs to, or to all that they fit where that is not known any more.
Result<void> copyPage(Pages &pages, quint32 page, const Table *owner, const std::vector<Table> &tables, Database &database)
{
    for (const RawRow &row : pages.rowsIn(page).rows) {
        for (const Table &table : tables) {
            if ((owner != nullptr && owner != &table) || !table.fits(row))
                continue;
            if (auto added = table.add(database, row); !added)
                return added;
        }
    }
    return {};
}

QString freshName(const QString &path)
{
    return path + QLatin1String(".salvaged");
}

/// Into a file of the schema `version`, which is brought to the newest one then.
Result<Salvaged> salvageAs(Pages &pages, std::size_t version, const QString &fresh, const QString &recovered)
{
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(fresh + QLatin1String(end));
    auto database = Database::open(fresh);
    if (!database)
        return tl::unexpected(database.error());
    if (auto made = migrate(*database, version); !made)
        return tl::unexpected(made.error());
    const auto tables = tablesIn(*database);
    if (!tables)
        return tl::unexpected(tables.error());
    if (auto done = ran(*database, QStringLiteral("PRAGMA foreign_keys=OFF")); !done)
        return tl::unexpected(done.error());
    const QHash<QString, quint32> roots = pages.roots();
    std::map<quint32, const Table *> owners;
    for (const Table &table : *tables) {
        if (const auto root = roots.constFind(table.name); root != roots.cend()) {
            for (const quint32 leaf : pages.leavesOf(*root))
                owners.emplace(leaf, &table);
        }
    }
    // What other tables hold, such as the search's, has no rows that fit ours.
    for (const quint32 leaf : pages.allLeaves())
        owners.emplace(leaf, nullptr);
    {
        Transaction transaction(*database);
        if (!transaction.begun())
            return tl::unexpected(transaction.begun().error());
        for (const auto &[page, owner] : owners) {
            if (auto copied = copyPage(pages, page, owner, *tables, *database); !copied)
                return tl::unexpected(copied.error());
        }
        if (auto fitting = reconcile(*database, *tables, recovered); !fitting)
            return tl::unexpected(fitting.error());
        if (auto written = transaction.commit(); !written)
            return tl::unexpected(written.error());
    }
    if (auto migrated = migrate(*database); !migrated)
        return tl::unexpected(migrated.error());
    const auto conversations = countOf(*database, QStringLiteral("conversation"));
    const auto messages = countOf(*database, QStringLiteral("message"));
    if (!conversations || !messages)
        return tl::unexpected(conversations ? messages.error() : conversations.error());
    Salvaged result {*conversations, *messages, {}, {}};
    if (const auto index = roots.constFind(QStringLiteral("sqlite_autoindex_message_1")); index != roots.cend())
        result.messagesKnown = std::max(*messages, static_cast<int>(pages.indexed(*index).size()));
    if (auto whole = ran(*database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")); !whole)
        return tl::unexpected(whole.error());
    return result;
}

} // namespace

Result<Salvaged> salvage(const QString &damaged, const QString &fresh, const QString &recovered)
{
    auto pages = Pages::open(damaged);
    if (!pages)
        return tl::unexpected(unreadable(damaged));
    const auto said = static_cast<std::size_t>(std::max(0, pages->version().value_or(0)));
    const bool known = said >= 1 && said <= newestSchema();
    auto result = salvageAs(*pages, known ? said : newestSchema(), fresh, recovered);
    // The first page does not tell any more, and an older schema has other rows.
    for (std::size_t older = newestSchema() - 1; !known && older > 0 && result && result->messages == 0; --older) {
        auto other = salvageAs(*pages, older, fresh, recovered);
        if (!other || other->messages > 0)
            result = other;
        else if (older == 1)
            result = salvageAs(*pages, newestSchema(), fresh, recovered); // there are none
    }
    if (result)
        qCWarning(logStore) << "salvaged messages=" << result->messages << "conversations=" << result->conversations;
    return result;
}

Result<Salvaged> mend(const QString &path, const QString &stamp, const QString &recovered)
{
    const QString part = freshName(path) + QLatin1String(".part");
    auto read = salvage(path, part, recovered);
    if (!read)
        return read;
    // From here on the new file counts: finishMending goes on where this is cut short.
    if (auto there = moveDurably(part, freshName(path)); !there)
        return tl::unexpected(there.error());
    if (auto swapped = finishMending(path, stamp); !swapped)
        return tl::unexpected(swapped.error());
    const QFileInfo file(path);
    read->keptAt = file.absolutePath() + QStringLiteral("/damaged/%1-%2.db").arg(file.completeBaseName(), stamp);
    return read;
}

Result<void> finishMending(const QString &path, const QString &stamp)
{
    const QFileInfo file(path);
    return swapIn(freshName(path), path, file.absolutePath() + QStringLiteral("/damaged/%1-%2.db").arg(file.completeBaseName(), stamp));
}

} // namespace breakwater
