// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <QSqlQuery>
#include <QVariant>

namespace breakwater {

// What stands in the columns of the history. Pure.

/// An empty text: QtSql makes NULL of a null one.
inline QString orEmpty(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// A column of long texts, and what it gives: as bytes they are copied; as text, SQLite makes UTF-16 of them letter by
/// letter, which was a third of the time that a long conversation takes to be read.
inline QString quickText(const char *column)
{
    return QStringLiteral("CAST(%1 AS BLOB)").arg(QLatin1String(column));
}

inline QString fromQuickText(const QVariant &value)
{
    return QString::fromUtf8(value.toByteArray());
}

inline qint64 toDisk(WallTime time)
{
    return time.time_since_epoch().count();
}

inline WallTime wallFromDisk(const QVariant &value)
{
    return WallTime(std::chrono::milliseconds(value.toLongLong()));
}

template <class Value>
QVariant orNull(const std::optional<Value> &value)
{
    return value ? QVariant(*value) : QVariant();
}

inline QVariant orNull(const std::optional<Duration> &value)
{
    return value ? QVariant(static_cast<qlonglong>(value->count())) : QVariant();
}

inline std::optional<Duration> spanFromDisk(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(Duration(value.toLongLong()));
}

inline Result<void> outcomeOf(const Result<QSqlQuery> &query)
{
    return query ? Result<void> {} : tl::unexpected(query.error());
}

} // namespace breakwater
