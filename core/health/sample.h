// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/ids.h"
#include "core/base/roomleft.h"
#include "core/base/sampleclass.h"

#include <optional>

namespace breakwater {

/// The wait chosen after a failed attempt: what the server asked for and what chance added.
struct SampleWait
{
    Duration hint {};
    Duration random {};
    [[nodiscard]] Duration total() const { return hint + random; }
    friend bool operator==(const SampleWait &, const SampleWait &) = default;
};

/// What one attempt measured. Faults of the request itself (400, 401, ...) leave no sample: they are not weather.
struct Sample
{
    WallTime at; ///< when the attempt ended
    RouteId route;
    TurnId turn;
    SampleClass result = SampleClass::Answered;
    std::optional<FaultKind> fault; ///< none: it was answered, or nobody wrote it down
    std::optional<int> status;
    std::optional<Duration> hint; ///< how long the server asked to wait
    Duration sentAfter {}; ///< from the turn's acceptance to the request
    std::optional<Duration> firstContent; ///< from the request to the first content, when some came
    Duration total {}; ///< from the request to the end
    std::optional<SampleWait> wait; ///< the wait that followed, when one did

    friend bool operator==(const Sample &, const Sample &) = default;
};

/// The phases of a route as the interface names them.
enum class RouteFlow { Flowing, Paused, Testing };

/// A route went from one phase to another, or its pause became longer or shorter.
struct FlowChange
{
    WallTime at;
    RouteId route;
    RouteFlow flow = RouteFlow::Flowing;
    std::optional<WallTime> until; ///< when a paused route is tested next
    friend bool operator==(const FlowChange &, const FlowChange &) = default;
};

/// The least room that was left under a limit within a minute.
struct RoomMark
{
    WallTime minute; ///< a whole one
    ProviderId provider;
    RoomLeft::Dimension limit = RoomLeft::Dimension::Requests;
    double share = 1.0; ///< 0 to 1
    friend bool operator==(const RoomMark &, const RoomMark &) = default;
};

} // namespace breakwater
