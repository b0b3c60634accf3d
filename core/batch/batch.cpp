// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batch.h"

#include <QStringList>

namespace breakwater {

QString customIdOf(const BatchId &batch, int part, qint64 row)
{
    return QString(batch.text() + QLatin1Char('_') + QString::number(part) + QLatin1Char('_') + QString::number(row));
}

std::optional<RowName> rowNamed(const QString &customId, const BatchId &batch)
{
    const QString prefix = QString(batch.text() + QLatin1Char('_'));
    const QStringList numbers = customId.startsWith(prefix) ? customId.mid(prefix.size()).split(QLatin1Char('_')) : QStringList();
    if (numbers.size() != 2)
        return std::nullopt;
    bool partIsNumber = false;
    bool rowIsNumber = false;
    const RowName name {numbers.first().toInt(&partIsNumber), numbers.last().toLongLong(&rowIsNumber)};
    const bool isOurs = partIsNumber && rowIsNumber && customIdOf(batch, name.part, name.row) == customId; // no "+1", no "01"
    return isOurs && name.part > 0 && name.row > 0 ? std::optional(name) : std::nullopt;
}

} // namespace breakwater
