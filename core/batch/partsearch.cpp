// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/partsearch.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration skewMargin = std::chrono::minutes(10);
constexpr Duration slowestCreation = std::chrono::hours(1); // 256 MB on a thin line

/// From the sending to the creation, by our clock.
Duration laterBy(const BatchPart &part, const RemoteBatch &remote, Duration ahead)
{
    return remote.createdAt + ahead - part.sentAt;
}

} // namespace

bool looksLike(const BatchPart &part, const RemoteBatch &remote, Duration ahead)
{
    const Duration later = laterBy(part, remote, ahead);
    // Created anew, it may have fewer rows than it had: some have ended.
    const bool asMany = remote.requests == part.rows || (part.creates > 1 && remote.requests > 0 && remote.requests < part.rows);
    return asMany && later >= -skewMargin && later <= slowestCreation;
}

bool isTooOld(const BatchPart &part, const RemoteBatch &remote, Duration ahead)
{
    return laterBy(part, remote, ahead) < -skewMargin;
}

std::vector<QString> likeliestFirst(const BatchPart &part, std::vector<RemoteBatch> matches, Duration ahead)
{
    const auto distance = [&](const RemoteBatch &each) { return std::chrono::abs(laterBy(part, each, ahead)); };
    std::stable_sort(matches.begin(), matches.end(), [&](const auto &left, const auto &right) { return distance(left) < distance(right); });
    std::vector<QString> ids;
    for (const RemoteBatch &each : matches)
        ids.push_back(each.id);
    return ids;
}

} // namespace breakwater
