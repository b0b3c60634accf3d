// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/patience.h"

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr double growth = 1.5; // of the limit with each silent attempt of a turn

Duration learned(const PatienceSettings &settings, const std::optional<Duration> &usual, int silent, Duration most)
{
    if (!usual)
        return most;
    const double seconds = std::max(toSeconds(*usual) * settings.silenceFactor, toSeconds(settings.shortestSilence));
    return std::min(fromSeconds(seconds * std::pow(growth, std::min(silent, 20))), most);
}

} // namespace

SilenceLimits silenceLimits(const PatienceSettings &settings, const TrackRecord &record, int silent, const OwnPatience &own)
{
    SilenceLimits limits;
    limits.headers = learned(settings, record.usualHeaders(), silent, own.firstContent.value_or(settings.headers));
    limits.firstContent = own.firstContent.value_or(settings.firstContent);
    limits.idle = learned(settings, record.usualSilence(), silent, settings.idle);
    // Whoever is quick to answer is quicker still to take a connection.
    limits.connect = own.connect.value_or(std::min(settings.connect, limits.headers));
    if (own.firstContent)
        limits.idleBefore = learned(settings, record.usualSilence(), silent, *own.firstContent);
    return limits;
}

} // namespace breakwater
