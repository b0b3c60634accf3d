// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/check.h"

#include "core/store/database.h"

#include <QStringList>

namespace breakwater {

Result<void> checkTables(const QString &path, const std::atomic<bool> &stop)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    auto names = database->run(QStringLiteral("SELECT name FROM sqlite_master WHERE type='table' AND rootpage > 0 AND name NOT LIKE 'sqlite_%'"));
    if (!names)
        return tl::unexpected(names.error());
    QStringList tables;
    while (names->next())
        tables.append(names->value(0).toString());
    names->finish();
    for (const QString &table : std::as_const(tables)) {
        if (stop)
            return {};
        auto check = database->run(QStringLiteral("PRAGMA quick_check('%1')").arg(QString(table).replace(QLatin1Char('\''), QLatin1String("''"))));
        if (!check)
            return tl::unexpected(check.error());
        if (!check->next() || check->value(0).toString() != QLatin1String("ok")) {
            Fault fault;
            fault.kind = FaultKind::Store;
            fault.code = QLatin1String(faultcode::damaged);
            fault.detail = check->value(0).toString();
            return tl::unexpected(fault);
        }
    }
    return {};
}

} // namespace breakwater
