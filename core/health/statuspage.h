// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace breakwater {

/// What a provider says of its own health.
enum class StatusLevel { Unknown, Working, Degraded, PartialOutage, MajorOutage, Maintenance };

/// How much of the service an incident touches, by the provider's own judgement.
enum class IncidentImpact { Unknown, None, Minor, Major, Critical, Maintenance };

/// One incident that a provider tells of.
struct Incident
{
    QString name; ///< the provider's words: one line, short, without control characters
    IncidentImpact impact = IncidentImpact::Unknown;
    WallTime began;
    std::optional<WallTime> resolved;
    friend bool operator==(const Incident &, const Incident &) = default;
};

/// What a status page said when it was last asked.
struct ProviderStatus
{
    StatusLevel level = StatusLevel::Unknown;
    QString words; ///< the provider's, as those of an incident; empty where its words speak of something else than its API
    std::vector<Incident> incidents; ///< newest first
    std::optional<WallTime> checkedAt;
    friend bool operator==(const ProviderStatus &, const ProviderStatus &) = default;
};

/// The part of a page that speaks of an API.
struct ApiComponent
{
    QStringList ids; ///< the first that the page lists counts
    QString host; ///< in the name of the component, for a page that was built anew
};

/// A page as read. A page without a list of incidents (incident.io leaves it out) has it in `incidents.json`.
struct StatusSummary
{
    ProviderStatus status;
    bool listsIncidents = false;
};

inline constexpr qsizetype mostOfAStatusPage = qsizetype(256) * 1024; ///< bytes

/// Reads `summary.json` or `status.json` of the Statuspage API, version 2.
///
/// Judges by the API's component where the page lists it: the page's indicator speaks of everything that the provider
/// runs, its web site too. Whatever is not of that form (HTML, half a body, a word that no rule knows) is Unknown, never
/// an outage: a page that cannot be read says nothing about the API. Pure.
[[nodiscard]] StatusSummary readStatusSummary(const QByteArray &json, const ApiComponent &api);

/// Reads `incidents.json`: what is not resolved, or was resolved after `since`, newest first. None: not of that form.
[[nodiscard]] std::optional<std::vector<Incident>> readIncidents(const QByteArray &json, WallTime since);

/// What a page says in all: a level other than Working is told in the words of its newest open incident.
[[nodiscard]] ProviderStatus withIncidents(ProviderStatus status, std::vector<Incident> incidents);

/// Somebody else's text as a window may show it: one line of at most 160 characters, without controls and without the
/// marks that turn text around.
[[nodiscard]] QString tamedWords(const QString &text);

} // namespace breakwater
