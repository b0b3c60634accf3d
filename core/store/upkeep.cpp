// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep.h"

#include "core/store/backup.h"
#include "core/store/database.h"
#include "core/store/durable.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

constexpr std::array copyFolders {"/backups", "/damaged"};

Result<qint64> sumFrom(Database &database, const QString &statement)
{
    auto query = database.run(statement);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toLongLong() : 0;
}

/// What full-text search keeps of its own, in the tables of its virtual tables.
Result<qint64> searchBytes(Database &database)
{
    auto names = database.run(QStringLiteral("SELECT name || '_data' FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"));
    if (!names)
        return tl::unexpected(names.error());
    QStringList tables;
    while (names->next())
        tables.append(names->value(0).toString());
    names->finish();
    qint64 bytes = 0;
    for (const QString &table : std::as_const(tables)) {
        const auto sum = sumFrom(database, QStringLiteral("SELECT COALESCE(SUM(LENGTH(block)), 0) FROM %1").arg(table));
        if (!sum)
            return sum;
        bytes += *sum;
    }
    return bytes;
}

QString restoredName(const QString &path)
{
    return path + QLatin1String(".restored");
}

} // namespace

Result<StoreFacts> readFacts(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    StoreFacts facts;
    const auto conversations = sumFrom(*database, QStringLiteral("SELECT COUNT(*) FROM conversation"));
    const auto messages = sumFrom(*database, QStringLiteral("SELECT COUNT(*) FROM message"));
    const auto attachments = sumFrom(*database, QStringLiteral("SELECT COALESCE(SUM(LENGTH(data)), 0) FROM file"));
    const auto search = searchBytes(*database);
    for (const auto &each : {conversations, messages, attachments, search}) {
        if (!each)
            return tl::unexpected(each.error());
    }
    facts.conversations = static_cast<int>(*conversations);
    facts.messages = static_cast<int>(*messages);
    facts.attachments = *attachments;
    facts.search = *search;
    const qint64 whole = QFileInfo(path).size() + QFileInfo(path + QLatin1String("-wal")).size();
    facts.history = std::max<qint64>(0, whole - facts.attachments - facts.search);
    for (const char *folder : copyFolders) {
        for (QDirIterator each(QFileInfo(path).absolutePath() + QLatin1String(folder), QDir::Files); each.hasNext();) {
            each.next();
            facts.backups += each.fileInfo().size();
        }
    }
    facts.room = roomAt(path);
    return facts;
}

Result<void> stageRestore(const QString &from, const QString &path)
{
    if (const auto whole = checkHistory(from); !whole)
        return tl::unexpected(whole.error());
    return backUp(from, restoredName(path)); // with what its own log holds, and its copy is checked too
}

Result<void> finishRestoring(const QString &path, const QString &stamp)
{
    const QFileInfo file(path);
    return swapIn(restoredName(path), path, file.absolutePath() + QStringLiteral("/backups/%1-replaced-%2.db").arg(file.completeBaseName(), stamp));
}

void removeCopies(const QString &path)
{
    for (const char *folder : copyFolders)
        QDir(QFileInfo(path).absolutePath() + QLatin1String(folder)).removeRecursively();
}

} // namespace breakwater
