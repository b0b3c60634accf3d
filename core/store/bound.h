// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QByteArray>

namespace breakwater {

/// Runs a prepared statement with these values in their order.
inline Result<void> execWith(Database &database, QSqlQuery &prepared, const QVariantList &values)
{
    for (int each = 0; each < values.size(); ++each)
        prepared.bindValue(each, values.at(each));
    return database.exec(prepared);
}

/// Empty bytes: QtSql makes NULL of null ones.
inline QByteArray orNoBytes(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace breakwater
