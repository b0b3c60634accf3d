// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/statuspage.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype mostWords = 160; // characters
constexpr qsizetype mostRows = 500; // looked at of any list
constexpr std::size_t mostIncidents = 20;

std::optional<QJsonObject> statusObject(const QByteArray &json)
{
    if (json.size() > mostOfAStatusPage)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    // What names no page is some other JSON, of a proxy perhaps.
    if (!document.isObject() || !document[QLatin1String("page")].isObject())
        return std::nullopt;
    return document.object();
}

StatusLevel levelOfComponent(const QString &status)
{
    if (status == QLatin1String("operational"))
        return StatusLevel::Working;
    if (status == QLatin1String("degraded_performance"))
        return StatusLevel::Degraded;
    if (status == QLatin1String("partial_outage"))
        return StatusLevel::PartialOutage;
    if (status == QLatin1String("major_outage") || status == QLatin1String("full_outage"))
        return StatusLevel::MajorOutage;
    if (status == QLatin1String("under_maintenance"))
        return StatusLevel::Maintenance;
    return StatusLevel::Unknown;
}

StatusLevel levelOfIndicator(const QString &indicator)
{
    if (indicator == QLatin1String("none"))
        return StatusLevel::Working;
    if (indicator == QLatin1String("minor"))
        return StatusLevel::Degraded;
    if (indicator == QLatin1String("major"))
        return StatusLevel::PartialOutage;
    if (indicator == QLatin1String("critical"))
        return StatusLevel::MajorOutage;
    if (indicator == QLatin1String("maintenance"))
        return StatusLevel::Maintenance;
    return StatusLevel::Unknown;
}

IncidentImpact impactOf(const QString &word)
{
    if (word == QLatin1String("none"))
        return IncidentImpact::None;
    if (word == QLatin1String("minor"))
        return IncidentImpact::Minor;
    if (word == QLatin1String("major"))
        return IncidentImpact::Major;
    if (word == QLatin1String("critical"))
        return IncidentImpact::Critical;
    if (word == QLatin1String("maintenance"))
        return IncidentImpact::Maintenance;
    return IncidentImpact::Unknown;
}

/// None for what is no date, or one that no status page can have.
std::optional<WallTime> statusDate(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text.size() > 40)
        return std::nullopt;
    QDateTime date = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (date.timeSpec() == Qt::LocalTime)
        date.setTimeSpec(Qt::UTC); // it said no zone: not the one of this machine
    if (!date.isValid() || date.date().year() < 2000 || date.date().year() > 2200)
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(date.toMSecsSinceEpoch()));
}

std::optional<Incident> incidentFrom(const QJsonValue &row)
{
    Incident incident;
    incident.name = tamedWords(row[QLatin1String("name")].toString());
    incident.impact = impactOf(row[QLatin1String("impact")].toString());
    const auto started = statusDate(row[QLatin1String("started_at")]);
    const auto began = started ? started : statusDate(row[QLatin1String("created_at")]);
    if (incident.name.isEmpty() || !began)
        return std::nullopt;
    incident.began = *began;
    incident.resolved = statusDate(row[QLatin1String("resolved_at")]);
    const QString status = row[QLatin1String("status")].toString();
    if (!incident.resolved && (status == QLatin1String("resolved") || status == QLatin1String("postmortem")))
        incident.resolved = statusDate(row[QLatin1String("updated_at")]).value_or(incident.began);
    if (incident.resolved)
        incident.resolved = std::max(*incident.resolved, incident.began);
    return incident;
}

std::vector<Incident> incidentsFrom(const QJsonArray &rows, std::optional<WallTime> since)
{
    std::vector<Incident> incidents;
    for (qsizetype index = 0; index < std::min<qsizetype>(rows.size(), mostRows); ++index) {
        const auto incident = incidentFrom(rows.at(index));
        if (incident && (!incident->resolved || !since || *incident->resolved > *since))
            incidents.push_back(*incident);
    }
    std::stable_sort(incidents.begin(), incidents.end(), [](const Incident &left, const Incident &right) { return left.began > right.began; });
    incidents.resize(std::min(incidents.size(), mostIncidents));
    return incidents;
}

/// The row of the API's component; undefined when it is not listed.
QJsonValue findComponent(const QJsonArray &rows, const ApiComponent &api)
{
    const qsizetype most = std::min<qsizetype>(rows.size(), mostRows);
    for (const QString &id : api.ids) {
        for (qsizetype index = 0; index < most; ++index) {
            if (rows.at(index)[QLatin1String("id")].toString() == id)
                return rows.at(index);
        }
    }
    for (qsizetype index = 0; index < most && !api.host.isEmpty(); ++index) {
        if (rows.at(index)[QLatin1String("name")].toString().contains(api.host, Qt::CaseInsensitive))
            return rows.at(index);
    }
    return QJsonValue(QJsonValue::Undefined);
}

} // namespace

QString tamedWords(const QString &text)
{
    QString tamed;
    for (const QChar &sign : text.left(mostWords * 4)) {
        const QChar::Category category = sign.category();
        if (sign.isSpace() || category == QChar::Other_Control)
            tamed += u' ';
        else if (category != QChar::Other_Format && category != QChar::Other_PrivateUse && category != QChar::Other_NotAssigned)
            tamed += sign;
    }
    tamed = tamed.simplified();
    if (tamed.size() > mostWords)
        tamed = tamed.left(mostWords - 1) + QChar(0x2026);
    // Half of a pair would be shown as a box.
    const QString whole = tamed;
    tamed.clear();
    for (qsizetype index = 0; index < whole.size(); ++index) {
        const bool pair = whole.at(index).isHighSurrogate() && index + 1 < whole.size() && whole.at(index + 1).isLowSurrogate();
        if (pair)
            tamed += whole.at(index++);
        if (pair || !whole.at(index).isSurrogate())
            tamed += whole.at(index);
    }
    return tamed;
}

StatusSummary readStatusSummary(const QByteArray &json, const ApiComponent &api)
{
    StatusSummary summary;
    const auto page = statusObject(json);
    if (!page)
        return summary;
    const QJsonValue said = (*page)[QLatin1String("status")];
    const StatusLevel whole = levelOfIndicator(said[QLatin1String("indicator")].toString());
    const QString description = tamedWords(said[QLatin1String("description")].toString());
    const QJsonValue components = (*page)[QLatin1String("components")];
    const QJsonValue component = findComponent(components.toArray(), api);
    if (component.isObject())
        summary.status.level = levelOfComponent(component[QLatin1String("status")].toString());
    else if (!components.isArray() || whole == StatusLevel::Working)
        summary.status.level = whole; // with components and without ours, what is wrong may be wrong elsewhere
    if (summary.status.level == whole && whole != StatusLevel::Unknown)
        summary.status.words = description;
    const QJsonValue incidents = (*page)[QLatin1String("incidents")];
    summary.listsIncidents = incidents.isArray();
    summary.status = withIncidents(std::move(summary.status), incidentsFrom(incidents.toArray(), {}));
    return summary;
}

std::optional<std::vector<Incident>> readIncidents(const QByteArray &json, WallTime since)
{
    const auto page = statusObject(json);
    if (!page || !(*page)[QLatin1String("incidents")].isArray())
        return std::nullopt;
    return incidentsFrom((*page)[QLatin1String("incidents")].toArray(), since);
}

ProviderStatus withIncidents(ProviderStatus status, std::vector<Incident> incidents)
{
    status.incidents = std::move(incidents);
    if (status.level == StatusLevel::Unknown || status.level == StatusLevel::Working)
        return status;
    const auto open = std::find_if(status.incidents.begin(), status.incidents.end(), [](const Incident &each) { return !each.resolved; });
    if (open != status.incidents.end())
        status.words = open->name;
    return status;
}

} // namespace breakwater
