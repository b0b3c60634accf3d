// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/durable.h"
#include "core/store/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace breakwater {

namespace {

constexpr qsizetype mostBackups = 3; // that are made by themselves
constexpr qint64 spareRoom = 1024 * 1024; // bytes, besides the copy

Result<qint64> numberFrom(Database &database, const QString &statement)
{
    auto query = database.run(statement);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toLongLong() : 0;
}

/// What the program that wrote the file calls itself; empty where it does not say.
QString writerOf(Database &database)
{
    auto query = database.run(QStringLiteral("SELECT program FROM writer"));
    return query && query->next() ? query->value(0).toString() : QString();
}

Fault namedFault(const char *code, const QString &detail)
{
    Fault fault;
    fault.kind = FaultKind::Store;
    fault.code = QLatin1String(code);
    fault.detail = detail;
    return fault;
}

void dropOldBackups(const QString &folder, const QString &name)
{
    const QStringList all = QDir(folder).entryList({name + QStringLiteral("-v*.db")}, QDir::Files, QDir::Time); // newest first
    for (qsizetype each = mostBackups; each < all.size(); ++each)
        QFile::remove(folder + QLatin1Char('/') + all.at(each));
}

} // namespace

Result<void> backUp(const QString &path, const QString &target)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    const auto pages = numberFrom(*database, QStringLiteral("PRAGMA page_count"));
    const auto size = numberFrom(*database, QStringLiteral("PRAGMA page_size"));
    if (!pages || !size)
        return tl::unexpected(pages ? size.error() : pages.error());
    if (const qint64 room = roomAt(target); room < *pages * *size + spareRoom) {
        Fault full;
        full.kind = FaultKind::DiskFull;
        full.detail = QStringLiteral("%1 of %2 bytes").arg(room).arg(*pages * *size + spareRoom);
        return tl::unexpected(full);
    }
    QDir().mkpath(QFileInfo(target).absolutePath());
    const QString part = target + QLatin1String(".part");
    QFile::remove(part);
    // Reads as of one moment, whatever is written meanwhile, and leaves out what was deleted.
    if (const auto copied = database->run(QStringLiteral("VACUUM INTO ?"), {part}); !copied) {
        QFile::remove(part);
        return tl::unexpected(copied.error());
    }
    if (const auto whole = checkHistory(part); !whole) {
        QFile::remove(part);
        return tl::unexpected(whole.error());
    }
    QFile::remove(target);
    return moveDurably(part, target);
}

Result<int> checkHistory(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return tl::unexpected(namedFault(faultcode::damaged, path));
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    const auto version = numberFrom(*database, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (*version > static_cast<qint64>(newestSchema()))
        return tl::unexpected(namedFault(faultcode::newer, writerOf(*database)));
    const auto tables = numberFrom(*database, QStringLiteral("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('conversation', 'message', 'turn')"));
    if (!tables || *version < 1 || *tables != 3)
        return tl::unexpected(tables ? namedFault(faultcode::damaged, path) : tables.error());
    auto check = database->run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check)
        return tl::unexpected(check.error());
    if (!check->next() || check->value(0).toString() != QLatin1String("ok"))
        return tl::unexpected(namedFault(faultcode::damaged, path));
    return static_cast<int>(*version);
}

Result<QString> prepareToOpen(const QString &path, WallTime today)
{
    const QFileInfo file(path);
    if (!file.isFile() || file.size() == 0)
        return QString();
    qint64 have = 0;
    {
        // Only read: to open it for writing may write already.
        auto database = Database::open(path, Database::Mode::ReadOnly);
        if (!database)
            return tl::unexpected(database.error());
        const auto version = numberFrom(*database, QStringLiteral("PRAGMA user_version"));
        if (!version)
            return tl::unexpected(version.error());
        have = *version;
        if (have > static_cast<qint64>(newestSchema()))
            return tl::unexpected(namedFault(faultcode::newer, writerOf(*database)));
    }
    if (have < 1 || have == static_cast<qint64>(newestSchema()))
        return QString();
    const QString folder = file.absolutePath() + QLatin1String("/backups");
    const QString date = QDateTime::fromMSecsSinceEpoch(today.time_since_epoch().count()).date().toString(Qt::ISODate);
    const QString target = folder + QStringLiteral("/%1-v%2-%3.db").arg(file.completeBaseName()).arg(have).arg(date);
    if (const auto copied = backUp(path, target); !copied) {
        if (copied.error().code == QLatin1String(faultcode::damaged))
            return tl::unexpected(copied.error()); // to be mended, not to be copied
        Fault fault = copied.error();
        fault.code = QLatin1String(faultcode::backup);
        return tl::unexpected(fault);
    }
    dropOldBackups(folder, file.completeBaseName());
    return target;
}

} // namespace breakwater
