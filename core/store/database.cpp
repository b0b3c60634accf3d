// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/logging.h"

#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

#include <atomic>

namespace breakwater {

namespace {

// Result codes of sqlite3.h; QtSql hands them through as text.
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteInputOutput = 10;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCantOpen = 14;
constexpr int sqliteNotADatabase = 26;
constexpr int primaryCode = 0xFF;
constexpr qint64 leastRoom = 64 * 1024; // bytes: SQLite cannot make its smaller files with less

/// Why a file cannot be opened, as far as its folder tells.
QString reasonAt(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (folder.exists() && !folder.isDir())
        return QStringLiteral("folderIsFile");
    if (!folder.exists())
        return QStringLiteral("noFolder");
    if (file.isDir())
        return QStringLiteral("isFolder");
    return QStringLiteral("noPermission");
}

Fault faultFrom(const QSqlError &error, const QString &path)
{
    Fault fault;
    const int code = error.nativeErrorCode().toInt() & primaryCode;
    fault.kind = FaultKind::Store;
    fault.code = error.nativeErrorCode();
    fault.detail = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    if (code == sqliteBusy || code == sqliteLocked)
        fault.code = QLatin1String(faultcode::locked);
    else if (code == sqliteCorrupt || code == sqliteNotADatabase)
        fault.code = QLatin1String(faultcode::damaged);
    else if (code == sqliteFull)
        fault.kind = FaultKind::DiskFull;
    else if ((code == sqliteCantOpen || code == sqliteInputOutput) && QStorageInfo(QFileInfo(path).absolutePath()).isValid()
        && QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable() < leastRoom)
        fault.kind = FaultKind::DiskFull;
    else if (code == sqliteReadOnly)
        fault.kind = FaultKind::ReadOnly;
    else if (code == sqliteCantOpen) {
        fault.kind = FaultKind::ReadOnly;
        fault.code = reasonAt(path);
    }
    qCWarning(logStore).nospace().noquote() << "code=" << fault.code << " detail=\"" << fault.detail << '"';
    return fault;
}

} // namespace

Result<Database> Database::open(const QString &path, Mode mode)
{
    static std::atomic<int> counter {0};
    const QString name = QStringLiteral("breakwater-%1").arg(counter.fetch_add(1));
    Database database(name); // before the handle, so that none is left when a failure closes it
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    if (!connection.isValid())
        return tl::unexpected(faultFrom(connection.lastError(), path));
    connection.setDatabaseName(path);
    connection.setConnectOptions(
        mode == Mode::ReadOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000") : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection.open())
        return tl::unexpected(faultFrom(connection.lastError(), path));
    if (mode == Mode::ReadWrite) {
        // Of a new file: messages are longer than SQLite's usual page, and each that does not fit wastes the rest of one.
        for (const auto &pragma : {QStringLiteral("PRAGMA page_size=16384"), QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"), QStringLiteral("PRAGMA foreign_keys=ON"),
                 QStringLiteral("PRAGMA secure_delete=ON")}) {
            if (const auto done = database.run(pragma); !done)
                return tl::unexpected(done.error());
        }
    }
    return database;
}

Database::Database(Database &&other) noexcept
    : m_connection(std::exchange(other.m_connection, {}))
{
}

Database::~Database()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<QSqlQuery> Database::prepare(const QString &statement)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::unexpected(faultFrom(query.lastError(), QSqlDatabase::database(m_connection, false).databaseName()));
    return query;
}

Result<QSqlQuery> Database::run(const QString &statement, const QVariantList &values)
{
    auto query = prepare(statement);
    if (!query)
        return query;
    for (const QVariant &value : values)
        query->addBindValue(value);
    if (const auto done = exec(*query); !done)
        return tl::unexpected(done.error());
    return query;
}

Result<void> Database::exec(QSqlQuery &prepared)
{
    if (!prepared.exec())
        return tl::unexpected(faultFrom(prepared.lastError(), QSqlDatabase::database(m_connection, false).databaseName()));
    return {};
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    const auto begun = database.run(QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun)
        m_begun = tl::unexpected(begun.error());
    m_open = begun.has_value();
}

Transaction::~Transaction()
{
    if (m_open)
        (void)m_database.run(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    if (!m_begun)
        return m_begun;
    const auto done = m_database.run(QStringLiteral("COMMIT"));
    if (!done)
        return tl::unexpected(done.error());
    m_open = false;
    return {};
}

} // namespace breakwater
