// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/trackrecord.h"

namespace breakwater {

/// How long a turn and each phase of an attempt may take.
struct PatienceSettings
{
    Duration turn = std::chrono::seconds(120); ///< to first content, over all attempts
    Duration usefulRest = std::chrono::seconds(3); ///< a retry with less of it left is not scheduled
    Duration connect = std::chrono::seconds(10); ///< one attempt, to a connection that can carry the request
    Duration headers = std::chrono::seconds(60); ///< one attempt, to the response's headers
    Duration firstContent = std::chrono::seconds(90); ///< one attempt, to the first content
    Duration idle = std::chrono::seconds(90); ///< silence inside an answer; pings count as life
    Duration shortestSilence = std::chrono::milliseconds(1800); ///< no limit that is learned from a route is shorter
    double silenceFactor = 8.0; ///< a learned limit is so many times what three of four requests stay below
    Duration startOver = std::chrono::seconds(10); ///< an answer that broke off sooner is asked for anew, a longer one continued
    Duration askAfter = std::chrono::minutes(10); ///< what waited longer in the outbox is not sent without asking
    friend bool operator==(const PatienceSettings &, const PatienceSettings &) = default;
};

/// What a person set for one provider in the place of the policy's; none: as the policy has it.
struct OwnPatience
{
    std::optional<Duration> connect;
    std::optional<Duration> firstContent; ///< holds for the headers too: many servers send none before the first word
    friend bool operator==(const OwnPatience &, const OwnPatience &) = default;
};

/// How long one attempt may be silent, by phase.
struct SilenceLimits
{
    Duration headers {};
    Duration firstContent {};
    Duration idle {};
    Duration connect = std::chrono::seconds(10); ///< while a connection is made; headers are waited for from then on
    std::optional<Duration> idleBefore = {}; ///< before the first content; none: as `idle`
    friend bool operator==(const SilenceLimits &, const SilenceLimits &) = default;
};

/// The limits for an attempt on a route with this record, after `silent` attempts of the turn that were given up for
/// silence. Pure.
///
/// Learned from the route's own recent times, so that one hung request in ten is noticed in seconds where answers are
/// quick. What protects an overloaded server from impatience: an attempt given up counts as a time too, so when a
/// quarter of all are slow the limit grows past them at once; each attempt of a turn waits longer than the one before;
/// a byte of any kind, a ping too, is life. (A fixed limit shorter than the server's queue is the surest way to hold
/// an overload up.) What a person set for the provider bounds what is learned, and is never cut short while connecting:
/// a connection costs a server nothing.
[[nodiscard]] SilenceLimits silenceLimits(const PatienceSettings &settings, const TrackRecord &record, int silent, const OwnPatience &own = {});

} // namespace breakwater
