// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/ids.h"
#include "core/base/usage.h"
#include "core/health/sample.h"
#include "core/policy/breaker.h"
#include "core/policy/delay.h"
#include "core/policy/offpeak.h"
#include "core/policy/pace.h"
#include "core/policy/policysettings.h"
#include "core/route/chain.h"
#include "core/turn/keywait.h"

#include <optional>
#include <vector>

namespace breakwater {

enum class TurnPhase {
    Accepted, ///< on its way to the disk, or behind an earlier turn of its conversation
    Sending, ///< an attempt is under way, nothing of the answer came yet
    Streaming, ///< the answer is arriving
    Waiting, ///< for the next attempt
    Kept, ///< in the outbox; goes by itself when a route flows
    Unknown, ///< was under way when the program ended; a person decides
    Answered,
    BrokenOff, ///< an answer began and broke off; a person may continue it
    Stopped, ///< the person stopped the answer
    Failed, ///< needs the person
    Cancelled,
};

[[nodiscard]] constexpr bool isSettled(TurnPhase phase)
{
    switch (phase) {
    case TurnPhase::Accepted:
    case TurnPhase::Sending:
    case TurnPhase::Streaming:
    case TurnPhase::Waiting:
    case TurnPhase::Kept:
    case TurnPhase::Unknown:
        return false;
    case TurnPhase::Answered:
    case TurnPhase::BrokenOff:
    case TurnPhase::Stopped:
    case TurnPhase::Failed:
    case TurnPhase::Cancelled:
        return true;
    }
    return true;
}

/// What was decided after an attempt or a look at the chain.
enum class Action { Send, Wait, MoveOn, Keep, GiveUp, Continue };

/// Why it was decided. Each has its sentence in ui/words.
enum class Reason {
    FirstTry,
    ServerHint, ///< the server said how long
    Backoff, ///< the wait was drawn
    TriesUsed, ///< as many failures of this kind as the chain allows here
    WaitTooLong, ///< the wait is longer than this step of the chain allows
    RoutePaused, ///< its breaker is open
    NotRetryable, ///< trying here again cannot help
    BudgetEmpty,
    PatienceOver,
    AttemptsUsed,
    AllRoutesPaused,
    NoRouteLeft,
    Crowded, ///< as many requests are under way there as it takes at present
    Sooner, ///< the other route may be asked sooner
    StartedOver, ///< the answer broke off early and is asked for anew
    NoRoute, ///< the chain has no usable route
    AskedByPerson,
    BrokeOff, ///< the answer broke off and is continued
    Interrupted, ///< the program ended while it was under way
    OutboxLook, ///< the outbox looked again
    SpendLimit, ///< the person's own spend limit is reached: they say whether it is worth more
    AskFirst, ///< kept for long, or its conversation went on: a person says whether it is still wanted
    OffPeak, ///< sent off-peak: its hours are to come
    RoughWeather, ///< its hours are on, and no route is calm
    HoursMissed, ///< its hours passed without it: a person says whether it is still wanted
    NoHours, ///< off-peak has no hours any more
    InBatch, ///< a batch of its own is answering it
    BatchEnded, ///< that ended without an answer: a person says whether it is still wanted
    NoBatch, ///< no route of its chain takes batches
    DiskFailed,
};

struct Decision
{
    Action action = Action::Send;
    Reason reason = Reason::FirstTry;
    std::optional<Delay> delay; ///< with Action::Wait
    std::optional<RouteId> from; ///< with Action::MoveOn
    std::optional<RouteId> to; ///< with Action::MoveOn
    friend bool operator==(const Decision &, const Decision &) = default;
};

/// One request of a turn, from sending to its end. Kept as part of the flight record.
struct Attempt
{
    int number = 1;
    RouteId route;
    Permit permit;
    Permit originPermit;
    QString key; ///< the name of the key that it was asked with
    bool passedOn = false; ///< that key was refused, and the next attempt asks the same route with another one
    bool continues = false; ///< asks for the rest of an answer that broke off
    double cost = 0.0; ///< withdrawn from the retry budget for it
    WallTime sentAt;
    Duration startedAfter {}; ///< since the turn was accepted
    std::optional<Duration> headersAfter; ///< since the attempt was sent
    std::optional<Duration> firstContentAfter;
    std::optional<Duration> endedAfter; ///< none while under way
    std::optional<int> status;
    std::optional<Fault> fault; ///< none while under way and when it answered
    bool rewritable = false; ///< what the fault speaks of can be left out: the next request is sent without it
    QString requestId;
    QString rawResponse; ///< head and first part of the body, keys removed, at most 8 KiB
    std::optional<double> budgetBefore;
    std::optional<double> budgetAfter;
    Usage usage; ///< as far as it was counted
    std::optional<double> dollars; ///< for that; none: nothing was counted, or no price is known
    std::optional<Decision> decision; ///< what followed
    std::optional<Decision> afterwards; ///< and after that wait, when it was something else than to send
    friend bool operator==(const Attempt &, const Attempt &) = default;
};

/// The wait that a turn is in.
struct Wait
{
    Instant from;
    Instant until;
    friend bool operator==(const Wait &, const Wait &) = default;
};

/// A turn's own wait after its last failure on a route.
struct Rest
{
    RouteId route;
    Instant until;
    Delay delay;
    friend bool operator==(const Rest &, const Rest &) = default;
};

/// The hours that a turn sent off-peak waits for. By the wall clock, so that it outlives sleep and restarts.
struct OffPeakWait
{
    Stretch stretch; ///< both ends alike: none drawn yet
    WallTime start; ///< its own moment in them
    std::optional<WallTime> anyway = {}; ///< since when they are known to be missed, and it goes as soon as a route flows
    friend bool operator==(const OffPeakWait &, const OffPeakWait &) = default;
};

/// The batch that answers a turn which is in no hurry.
struct BatchWait
{
    BatchId batch;
    RouteId route; ///< that it asks; empty: none takes batches
    bool leaves = false; ///< a person wants the turn back: it goes once the batch has let go of it
    friend bool operator==(const BatchWait &, const BatchWait &) = default;
};

/// Where a turn stands: all of it that decisions and the interface need. A value.
struct TurnState
{
    TurnId id;
    ConversationId conversation;
    MessageId question;
    MessageId answer; ///< empty until something of the answer came
    Chain chain; ///< usable steps, as they were when the turn was accepted
    PolicySettings policy; ///< as it was when the turn was accepted

    TurnPhase phase = TurnPhase::Accepted;
    std::size_t step = 0; ///< in chain.steps
    std::vector<Attempt> attempts;
    std::optional<Wait> wait; ///< in Waiting and Kept
    KeyWait awaits = KeyWait::None; ///< in Sending: nothing left yet, its key is not there
    std::optional<Fault> fault; ///< the last one
    std::optional<Fault> notSaved; ///< why something of its answer is not on disk now; itself never written down
    std::optional<Decision> decision; ///< the last one
    WallTime acceptedAt;
    Instant accepted;
    Instant deadline; ///< of the first content
    Instant ended; ///< once settled
    bool continuedByItself = false; ///< an automatic continuation was used
    bool continuing = false; ///< the attempt under way, or the next one, asks for the rest
    bool looking = false; ///< the attempt under way is the outbox's look: one try, then back
    std::optional<WallTime> place; ///< in the line of the outbox, where a person moved it: as if it had been accepted then
    bool wanted = false; ///< a person wants it sent, and its turn in the outbox has not come yet; itself never written down
    bool overtaken = false; ///< its conversation went on while it was kept
    std::optional<OffPeakWait> offPeak; ///< the person is in no hurry with it
    std::optional<BatchWait> batch; ///< the same, for half the price
    bool maySpend = false; ///< a person sends it although their spend limit is reached
    int looks = 0; ///< times that the outbox looked in vain
    std::vector<Rest> rests; ///< by route, of the present round
    PaceNeed need; ///< what it takes from the person's own limits, estimated
    std::size_t roundFrom = 0; ///< first attempt of the present round; a person's "send again" begins a new one

    [[nodiscard]] const ChainStep *currentStep() const { return step < chain.steps.size() ? &chain.steps[step] : nullptr; }
    /// The route after the current one, when the chain has one.
    [[nodiscard]] std::optional<RouteId> nextRoute() const
    {
        return step + 1 < chain.steps.size() ? std::optional(chain.steps[step + 1].route) : std::nullopt;
    }
    /// It rests for the person's off-peak hours, or for calm weather in them: until a time of the wall clock.
    [[nodiscard]] bool awaitsHours() const
    {
        return phase == TurnPhase::Kept && offPeak && decision && (decision->reason == Reason::OffPeak || decision->reason == Reason::RoughWeather);
    }
    /// A batch is answering it: nothing is sent for it from here.
    [[nodiscard]] bool isInBatch() const { return phase == TurnPhase::Kept && batch && decision && decision->reason == Reason::InBatch; }
    /// It rests until a route may take it: neither its hours nor a batch.
    [[nodiscard]] bool awaitsRoute() const { return phase == TurnPhase::Kept && !awaitsHours() && !isInBatch(); }
    [[nodiscard]] WallTime placeInLine() const { return place.value_or(acceptedAt); }
    [[nodiscard]] Duration took() const { return ended - accepted; }
    friend bool operator==(const TurnState &, const TurnState &) = default;
};

} // namespace breakwater
