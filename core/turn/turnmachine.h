// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/chat/draft.h"
#include "core/route/conditions.h"
#include "core/turn/turnstate.h"

#include <variant>
#include <vector>

namespace breakwater {

/// What can happen to a turn.
namespace turnevent {
struct Begin { }; ///< on disk and first in its conversation
struct Head
{
    int status = 0;
    std::vector<RoomLeft> rooms; ///< what it said of the person's own limits
};
struct Content { }; ///< a piece of the answer came
/// The attempt ended, with a fault or answered. `sentences` tells how much of an answer there is.
struct Ended
{
    std::optional<Fault> fault;
    int sentences = 0;
    Duration longestSilence {}; ///< without a byte, after the headers
    bool rewritable = false; ///< what the fault speaks of can be left out of the request
    bool anotherKey = false; ///< it was the key that was refused, and the provider has one more
};
struct Rang { }; ///< the wait is over, or what was waited for may have changed: look again
struct LimitLifted { }; ///< the person's spend limit is another one, or another day began
struct RouteFlows { }; ///< a paused route of the chain flows again
struct NetworkReturned { };
struct Overtaken { }; ///< its conversation went on without it
struct TryNow { };
struct UseNext { }; ///< begins a new round on the next route
struct Keep { };
struct Cancel { }; ///< also Stop, once the answer is arriving
struct SendWhen ///< a person says when a turn that waits shall go
{
    Timing timing = Timing::Now;
    std::optional<BatchWait> batch = {}; ///< with Timing::Batch
};
struct BatchAnswered { }; ///< the batch has the answer, and it is shown
struct BatchFailed
{
    Fault fault;
};
struct BatchEnded { }; ///< the batch let go of the turn before anybody worked on it
struct Placed ///< a person moves a kept turn in the line of the outbox
{
    WallTime place;
};
struct Wanted { }; ///< a person wants a kept turn to go as soon as its turn comes in the outbox
struct UndoCancel ///< a person wants back what they cancelled: it waits in the outbox
{
    std::optional<BatchWait> batch = {}; ///< another one, for a turn that was in one
};
struct UseChain ///< a person chooses other routes for a turn that waits
{
    Chain chain;
    std::optional<BatchWait> batch = {}; ///< by these routes, for a turn that is to go in one
};
struct HoursChanged { }; ///< off-peak has other hours
struct Again { }; ///< a person sends a kept, failed or unknown turn again
struct Continue { }; ///< a person asks for the rest of an answer
struct DiskFailed
{
    Fault fault;
};
} // namespace turnevent

using TurnEvent = std::variant<turnevent::Begin, turnevent::Head, turnevent::Content, turnevent::Ended, turnevent::Rang, turnevent::LimitLifted,
    turnevent::RouteFlows, turnevent::NetworkReturned, turnevent::Overtaken, turnevent::SendWhen, turnevent::BatchAnswered, turnevent::BatchFailed,
    turnevent::BatchEnded, turnevent::Placed, turnevent::Wanted, turnevent::UndoCancel, turnevent::UseChain, turnevent::HoursChanged,
    turnevent::TryNow, turnevent::UseNext, turnevent::Keep, turnevent::Cancel, turnevent::Again, turnevent::Continue, turnevent::DiskFailed>;

/// What is to be done, in this order.
namespace turneffect {
struct Send { }; ///< the last attempt of the state
struct Abort { }; ///< the attempt under way, at once
struct SetAlarm
{
    Instant at;
};
struct ClearAlarm { };
/// The answer broke off and is asked for anew: what came of it stays as a message of its own.
struct SetAside
{
    MessageId answer;
};
struct Report
{
    Sample sample;
};
struct Settle { }; ///< the turn is settled, or back in the outbox
} // namespace turneffect

using TurnEffect = std::variant<turneffect::Send, turneffect::Abort, turneffect::SetAlarm, turneffect::ClearAlarm, turneffect::SetAside, turneffect::Report, turneffect::Settle>;

/// A person's off-peak hours as a step sees them.
struct OffPeak
{
    Stretch stretch;
    bool onlyWhenCalm = true;
    MissedHours missed = MissedHours::NextTime;
};

/// What a step may read and change besides the turn itself.
struct TurnSurroundings
{
    Conditions &conditions;
    Jitter &jitter;
    Instant now;
    WallTime wall;
    bool spentUp = false; ///< the person's spend limit is reached, and this turn may cost something
    std::optional<OffPeak> offPeak = {}; ///< for a turn that waits for them; none: there are no such hours
};

/// How long the attempt under way may be silent, by what its route did lately and what a person set for its provider.
[[nodiscard]] SilenceLimits silenceLimitsFor(const TurnState &state, const Conditions &conditions, const OwnPatience &own = {});

/// `policy` as a turn follows it: a probe's lease lasts as long as an attempt may.
[[nodiscard]] PolicySettings policyForTurn(PolicySettings policy);

/// A turn at its beginning. `chain` holds usable steps only.
[[nodiscard]] TurnState makeTurn(TurnId id, ConversationId conversation, MessageId question, Chain chain, PolicySettings policy, Instant now, WallTime wall);

/// The one place where a turn's course is decided: pure but for `state` and `around`. An event that does not fit the
/// phase changes nothing, so late events are harmless. The same function runs in the app, under fake time in tests, and
/// in simulations.
[[nodiscard]] std::vector<TurnEffect> step(TurnState &state, const TurnEvent &event, TurnSurroundings around);

} // namespace breakwater
