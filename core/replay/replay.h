// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policysettings.h"
#include "core/replay/recordedweather.h"
#include "core/route/chain.h"

#include <atomic>

namespace breakwater {

/// Under which settings a recorded weather is met again.
struct ReplaySettings
{
    RouteTable routes; ///< whose routes they are, and how patient with each provider
    ChainId chain; ///< every turn follows this one
    PolicySettings policy;
    std::uint64_t seed = 1;
};

/// What the turns of a record would have come to.
struct ReplayResult
{
    struct Bucket
    {
        WallTime begins;
        int turns = 0; ///< accepted within
        int answered = 0; ///< of those
        friend bool operator==(const Bucket &, const Bucket &) = default;
    };
    struct Share
    {
        RouteId route;
        int answered = 0;
        friend bool operator==(const Share &, const Share &) = default;
    };

    int turns = 0;
    int answered = 0;
    int left = 0; ///< in the outbox at the end
    int requests = 0;
    int estimated = 0; ///< requests that met what nobody recorded
    Duration waitHalf {}; ///< from the acceptance to the request that was answered: half of the answered turns
    Duration waitSlow {}; ///< all but the slowest twentieth
    std::vector<Share> by; ///< who answered, in the order of the chain
    std::vector<Bucket> course; ///< twelve, from the first acceptance to the last end
    bool stopped = false; ///< it was told to: nothing in here counts

    [[nodiscard]] double answeredShare() const { return turns == 0 ? 0.0 : static_cast<double>(answered) / turns; }
    friend bool operator==(const ReplayResult &, const ReplayResult &) = default;
};

/// Plays the turns of a record again: when they were accepted then, against its weather, by the turn machine and the
/// Outbox's line. Virtual time; the same seed gives the same result. Any thread; ends soon after `stop` is set.
///
/// Nobody cancels, insists or sends again: a turn whose record has no end was given up by its person, or waits still,
/// and is played like all others. When the record is over, turns under way still come to their end, in the last weather
/// known; the outbox looks no more. Turns that never met any weather are in no record, hence not here. Everything is
/// learned from the record's first sample on.
[[nodiscard]] ReplayResult replay(const RecordedWeather &weather, const ReplaySettings &settings, const std::atomic<bool> &stop);
[[nodiscard]] ReplayResult replay(const RecordedWeather &weather, const ReplaySettings &settings);

/// The middle one of several runs, by what was answered and how late: one run may have been lucky, or waited for a long
/// pause while all turns gave up. As `replay` besides; a record of very many turns is played once, as its chances even out.
[[nodiscard]] ReplayResult typicalReplay(const RecordedWeather &weather, const ReplaySettings &settings, const std::atomic<bool> &stop);
[[nodiscard]] ReplayResult typicalReplay(const RecordedWeather &weather, const ReplaySettings &settings);

/// Whose routes they are, for a RecordedWeather.
[[nodiscard]] std::map<RouteId, ProviderId> ownersIn(const RouteTable &routes);

} // namespace breakwater
