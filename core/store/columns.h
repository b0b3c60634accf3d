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
