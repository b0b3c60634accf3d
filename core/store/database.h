// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace breakwater {

/// Fault::code of what the store says by name; other codes are SQLite's own numbers.
namespace faultcode {
inline constexpr const char *locked = "locked"; ///< another program holds the file
inline constexpr const char *damaged = "damaged";
inline constexpr const char *newer = "newer"; ///< a newer program wrote it; `detail` says which
inline constexpr const char *taken = "taken"; ///< there is a history already
inline constexpr const char *backup = "backup"; ///< no copy could be made before a change of the file, so nothing was changed
} // namespace faultcode

/// An open SQLite file. Belongs to the thread that opened it. Closes itself.
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };
    /// Opens or makes `path` (WAL, foreign keys, a busy timeout of 5 s). Faults: DiskFull, ReadOnly, Store.
    [[nodiscard]] static Result<Database> open(const QString &path, Mode mode = Mode::ReadWrite);
    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&) = delete;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement with its values.
    Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    /// A statement that is run many times.
    Result<QSqlQuery> prepare(const QString &statement);
    /// Runs it with the values that are bound.
    Result<void> exec(QSqlQuery &prepared);

private:
    explicit Database(QString connection)
        : m_connection(std::move(connection))
    {
    }
    QString m_connection;
};

/// Begins on construction, rolls back on destruction unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)
    /// Whether it began: without it, statements would each stand alone.
    [[nodiscard]] const Result<void> &begun() const { return m_begun; }
    [[nodiscard]] Result<void> commit();

private:
    Database &m_database;
    Result<void> m_begun;
    bool m_open = false;
};

} // namespace breakwater
