// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/healthexport.h"

#include "core/base/csvtext.h"
#include "core/store/columns.h"
#include "core/store/database.h"
#include "core/store/durable.h"
#include "core/store/idcolumn.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace breakwater {

namespace {

constexpr std::array attemptColumns {"ended_at", "provider", "model", "route", "turn", "result", "fault", "status", "server_hint_s", "sent_after_s", "first_content_s", "total_s",
    "wait_hint_s", "wait_random_s"};
constexpr std::array hourColumns {"hour", "provider", "model", "route", "result", "attempts", "total_s", "first_contents", "first_content_s", "waits", "wait_s"};
using Columns = std::span<const char *const>;
using Row = std::vector<QVariant>; ///< in the order of the columns; null: unknown

QString utc(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

QVariant seconds(const QVariant &microseconds)
{
    return microseconds.isNull() ? QVariant() : QVariant(static_cast<double>(microseconds.toLongLong()) / 1e6);
}

QByteArray csvField(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? csvText(value.toString()) : value.toString().toUtf8();
}

QByteArray csvHead(Columns columns)
{
    return csvLine(std::vector<QByteArray>(columns.begin(), columns.end()));
}

QByteArray csvRow(const Row &row)
{
    std::vector<QByteArray> fields;
    std::transform(row.begin(), row.end(), std::back_inserter(fields), csvField);
    return csvLine(fields);
}

QByteArray jsonRow(Columns columns, const Row &row)
{
    QJsonObject object;
    for (std::size_t each = 0; each < row.size(); ++each)
        object.insert(QLatin1String(columns[each]), QJsonValue::fromVariant(row[each]));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QVariant textOrNone(const QVariant &value)
{
    return value.toString().isEmpty() ? QVariant() : QVariant(value.toString());
}

std::array<QVariant, 2> namesOf(const QString &route, const HealthExport &wanted)
{
    const auto names = wanted.names.find(RouteId(route));
    return names == wanted.names.end() ? std::array<QVariant, 2> {} : std::array<QVariant, 2> {names->second.provider, names->second.model};
}

Row attemptRow(const QSqlQuery &query, const HealthExport &wanted)
{
    const QString route = query.value(1).toString();
    const auto [provider, model] = namesOf(route, wanted);
    return {utc(query.value(0).toLongLong()), provider, model, route, idFromDisk(query.value(2)), query.value(3).toString(), textOrNone(query.value(4)),
        query.value(5).isNull() ? QVariant() : QVariant(query.value(5).toInt()), seconds(query.value(6)), seconds(query.value(7)), seconds(query.value(8)), seconds(query.value(9)),
        seconds(query.value(10)), seconds(query.value(11))};
}

Row hourRow(const QSqlQuery &query, const HealthExport &wanted)
{
    const QString route = query.value(1).toString();
    const auto [provider, model] = namesOf(route, wanted);
    return {utc(query.value(0).toLongLong() * 3'600'000), provider, model, route, query.value(2).toString(), query.value(3).toLongLong(), seconds(query.value(4)),
        query.value(5).toLongLong(), seconds(query.value(6)), query.value(7).toLongLong(), seconds(query.value(8))};
}

} // namespace

Result<qint64> exportHealth(const HealthExport &wanted)
{
    auto database = Database::open(wanted.history, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    const bool hours = wanted.file == WeatherFile::HoursCsv;
    auto query = hours ? database->run(QStringLiteral("SELECT hour, route, result, count, total, first_contents, first_content, waits, wait FROM sample_hour "
                                                      "WHERE hour * 3600000 >= ? AND hour * 3600000 < ? ORDER BY hour, route, result"),
                             {toDisk(wanted.from), toDisk(wanted.until)})
                       : database->run(QStringLiteral("SELECT at, route, turn, result, fault, status, hint, sent_after, first_content, total, wait_hint, wait_random FROM sample "
                                                      "WHERE at >= ? AND at < ? ORDER BY at, id"),
                           {toDisk(wanted.from), toDisk(wanted.until)});
    if (!query)
        return tl::unexpected(query.error());
    QSaveFile file(wanted.target);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(writeFault(file));
    const Columns columns = hours ? Columns(hourColumns) : Columns(attemptColumns);
    const bool json = wanted.file == WeatherFile::AttemptsJson;
    if (json)
        file.write("{\"from\":\"" + utc(toDisk(wanted.from)).toLatin1() + "\",\"until\":\"" + utc(toDisk(wanted.until)).toLatin1() + "\",\"attempts\":[");
    else
        file.write(csvHead(columns));
    qint64 rows = 0;
    while (query->next()) {
        const Row row = hours ? hourRow(*query, wanted) : attemptRow(*query, wanted);
        if (file.write(json ? QByteArray((rows > 0 ? ",\n" : "\n") + jsonRow(columns, row)) : csvRow(row)) < 0)
            return tl::unexpected(writeFault(file));
        ++rows;
    }
    if (json)
        file.write("\n]}\n");
    if (!file.commit())
        return tl::unexpected(writeFault(file));
    return rows;
}

} // namespace breakwater
