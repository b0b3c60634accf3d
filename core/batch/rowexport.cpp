// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/rowexport.h"

#include "core/base/csvtext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>

namespace breakwater {

namespace {

/// The columns in their order: one list, used for both.
constexpr std::array exportColumns {"number", "label", "status", "answer", "model", "input_tokens", "output_tokens", "cost_usd", "reason"};
using Cells = std::array<QJsonValue, exportColumns.size()>;

QString statusOf(RowState state)
{
    switch (state) {
    case RowState::Open:
        break;
    case RowState::Answered:
        return QStringLiteral("answered");
    case RowState::Failed:
        return QStringLiteral("failed");
    case RowState::NotSent:
        return QStringLiteral("not_sent");
    }
    return QStringLiteral("open");
}

template <class Value>
QJsonValue orNone(const std::optional<Value> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue orNone(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// Without the last digits, which come from reckoning.
QJsonValue inNanodollars(const std::optional<double> &dollars)
{
    constexpr double nano = 1e9;
    return dollars ? QJsonValue(std::round(*dollars * nano) / nano) : QJsonValue();
}

Cells cellsOf(const ExportedRow &row)
{
    return {row.number, row.label, statusOf(row.state), row.state == RowState::Answered ? QJsonValue(row.answer) : QJsonValue(), orNone(row.model), orNone(row.usage.input),
        orNone(row.usage.output), inNanodollars(row.dollars), orNone(row.reason)};
}

} // namespace

QByteArray exportHead(RowFormat format)
{
    switch (format) {
    case RowFormat::Csv:
        return csvLine(std::vector<QByteArray>(exportColumns.begin(), exportColumns.end()));
    case RowFormat::JsonLines:
        break;
    }
    return {};
}

QByteArray exportLine(RowFormat format, const ExportedRow &row)
{
    const Cells cells = cellsOf(row);
    switch (format) {
    case RowFormat::Csv: {
        std::vector<QByteArray> fields;
        for (const QJsonValue &cell : cells)
            fields.push_back(cell.isString() ? csvText(cell.toString()) : cell.toVariant().toString().toUtf8());
        return csvLine(fields);
    }
    case RowFormat::JsonLines:
        break;
    }
    QJsonObject object;
    for (std::size_t each = 0; each < cells.size(); ++each)
        object.insert(QLatin1String(exportColumns[each]), cells[each]);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace breakwater
