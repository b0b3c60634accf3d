// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"
#include "core/chat/message.h"
#include "core/route/model.h"
#include "core/turn/turnstate.h"

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace breakwater {

/// The words by which enum values stand on disk: never renumbered, never renamed.
template <class Enum>
struct Names;

#define BREAKWATER_NAME(Enum, value) std::pair {Enum::value, QLatin1String(#value)}

template <>
struct Names<Role>
{
    static constexpr std::array all {BREAKWATER_NAME(Role, User), BREAKWATER_NAME(Role, Assistant)};
};
template <>
struct Names<MessageState>
{
    static constexpr std::array all {BREAKWATER_NAME(MessageState, Sent), BREAKWATER_NAME(MessageState, Streaming), BREAKWATER_NAME(MessageState, Complete),
        BREAKWATER_NAME(MessageState, BrokenOff), BREAKWATER_NAME(MessageState, SetAside), BREAKWATER_NAME(MessageState, Stopped), BREAKWATER_NAME(MessageState, LengthLimit),
        BREAKWATER_NAME(MessageState, WindowFull), BREAKWATER_NAME(MessageState, Paused),
        BREAKWATER_NAME(MessageState, Declined)};
};
template <>
struct Names<Lifecycle>
{
    static constexpr std::array all {BREAKWATER_NAME(Lifecycle, Active), BREAKWATER_NAME(Lifecycle, Deprecated), BREAKWATER_NAME(Lifecycle, Retired)};
};
template <>
struct Names<Effort>
{
    static constexpr std::array all {BREAKWATER_NAME(Effort, Low), BREAKWATER_NAME(Effort, Medium), BREAKWATER_NAME(Effort, High), BREAKWATER_NAME(Effort, ExtraHigh),
        BREAKWATER_NAME(Effort, Max)};
};
template <>
struct Names<AttachmentKind>
{
    static constexpr std::array all {BREAKWATER_NAME(AttachmentKind, Image), BREAKWATER_NAME(AttachmentKind, Pdf), BREAKWATER_NAME(AttachmentKind, Text)};
};
template <>
struct Names<SampleClass>
{
    static constexpr std::array all {BREAKWATER_NAME(SampleClass, Answered), BREAKWATER_NAME(SampleClass, OwnLimit), BREAKWATER_NAME(SampleClass, Overloaded),
        BREAKWATER_NAME(SampleClass, ServerError), BREAKWATER_NAME(SampleClass, Network)};
};
template <>
struct Names<RouteFlow>
{
    static constexpr std::array all {BREAKWATER_NAME(RouteFlow, Flowing), BREAKWATER_NAME(RouteFlow, Paused), BREAKWATER_NAME(RouteFlow, Testing)};
};
template <>
struct Names<RoomLeft::Dimension>
{
    static constexpr std::array all {BREAKWATER_NAME(RoomLeft::Dimension, Requests), BREAKWATER_NAME(RoomLeft::Dimension, InputTokens),
        BREAKWATER_NAME(RoomLeft::Dimension, OutputTokens), BREAKWATER_NAME(RoomLeft::Dimension, Tokens)};
};
template <>
struct Names<TurnPhase>
{
    static constexpr std::array all {BREAKWATER_NAME(TurnPhase, Accepted), BREAKWATER_NAME(TurnPhase, Sending), BREAKWATER_NAME(TurnPhase, Streaming),
        BREAKWATER_NAME(TurnPhase, Waiting), BREAKWATER_NAME(TurnPhase, Kept), BREAKWATER_NAME(TurnPhase, Unknown), BREAKWATER_NAME(TurnPhase, Answered),
        BREAKWATER_NAME(TurnPhase, BrokenOff), BREAKWATER_NAME(TurnPhase, Stopped), BREAKWATER_NAME(TurnPhase, Failed), BREAKWATER_NAME(TurnPhase, Cancelled)};
};
template <>
struct Names<RowState>
{
    static constexpr std::array all {BREAKWATER_NAME(RowState, Open), BREAKWATER_NAME(RowState, Answered), BREAKWATER_NAME(RowState, Failed), BREAKWATER_NAME(RowState, NotSent)};
};
template <>
struct Names<PartPhase>
{
    static constexpr std::array all {BREAKWATER_NAME(PartPhase, Ready), BREAKWATER_NAME(PartPhase, Creating), BREAKWATER_NAME(PartPhase, Searching),
        BREAKWATER_NAME(PartPhase, UnderWay), BREAKWATER_NAME(PartPhase, Cancelling), BREAKWATER_NAME(PartPhase, Fetching), BREAKWATER_NAME(PartPhase, Settled),
        BREAKWATER_NAME(PartPhase, Refused), BREAKWATER_NAME(PartPhase, Lost)};
};
template <>
struct Names<Action>
{
    static constexpr std::array all {BREAKWATER_NAME(Action, Send), BREAKWATER_NAME(Action, Wait), BREAKWATER_NAME(Action, MoveOn), BREAKWATER_NAME(Action, Keep),
        BREAKWATER_NAME(Action, GiveUp), BREAKWATER_NAME(Action, Continue)};
};
template <>
struct Names<Reason>
{
    static constexpr std::array all {BREAKWATER_NAME(Reason, FirstTry), BREAKWATER_NAME(Reason, ServerHint), BREAKWATER_NAME(Reason, Backoff),
        BREAKWATER_NAME(Reason, TriesUsed), BREAKWATER_NAME(Reason, WaitTooLong), BREAKWATER_NAME(Reason, RoutePaused), BREAKWATER_NAME(Reason, NotRetryable),
        BREAKWATER_NAME(Reason, BudgetEmpty), BREAKWATER_NAME(Reason, PatienceOver), BREAKWATER_NAME(Reason, AttemptsUsed),
        BREAKWATER_NAME(Reason, AllRoutesPaused), BREAKWATER_NAME(Reason, NoRouteLeft), BREAKWATER_NAME(Reason, NoRoute), BREAKWATER_NAME(Reason, AskedByPerson),
        BREAKWATER_NAME(Reason, BrokeOff), BREAKWATER_NAME(Reason, Interrupted), BREAKWATER_NAME(Reason, OutboxLook), BREAKWATER_NAME(Reason, SpendLimit), BREAKWATER_NAME(Reason, DiskFailed),
        BREAKWATER_NAME(Reason, Crowded), BREAKWATER_NAME(Reason, Sooner), BREAKWATER_NAME(Reason, StartedOver), BREAKWATER_NAME(Reason, AskFirst),
        BREAKWATER_NAME(Reason, OffPeak), BREAKWATER_NAME(Reason, RoughWeather), BREAKWATER_NAME(Reason, HoursMissed), BREAKWATER_NAME(Reason, NoHours),
        BREAKWATER_NAME(Reason, InBatch), BREAKWATER_NAME(Reason, BatchEnded), BREAKWATER_NAME(Reason, NoBatch)};
};
template <>
struct Names<HintSource>
{
    static constexpr std::array all {BREAKWATER_NAME(HintSource, RetryAfterMs), BREAKWATER_NAME(HintSource, RetryAfterSeconds),
        BREAKWATER_NAME(HintSource, RetryAfterDate), BREAKWATER_NAME(HintSource, RateLimitReset),
        BREAKWATER_NAME(HintSource, RetryInfo)};
};
template <>
struct Names<Dialect>
{
    static constexpr std::array all {BREAKWATER_NAME(Dialect, Anthropic), BREAKWATER_NAME(Dialect, OpenAi)};
};
template <>
struct Names<Randomness>
{
    static constexpr std::array all {BREAKWATER_NAME(Randomness, Full), BREAKWATER_NAME(Randomness, Half), BREAKWATER_NAME(Randomness, None)};
};
template <>
struct Names<LastResort>
{
    static constexpr std::array all {BREAKWATER_NAME(LastResort, KeepInOutbox), BREAKWATER_NAME(LastResort, GiveUp)};
};
template <>
struct Names<FaultKind>
{
    static constexpr std::array all {BREAKWATER_NAME(FaultKind, BadRequest), BREAKWATER_NAME(FaultKind, TooLarge), BREAKWATER_NAME(FaultKind, Capability), BREAKWATER_NAME(FaultKind, HistoryBound),
        BREAKWATER_NAME(FaultKind, NoModel), BREAKWATER_NAME(FaultKind, Auth), BREAKWATER_NAME(FaultKind, Billing), BREAKWATER_NAME(FaultKind, QuotaHard),
        BREAKWATER_NAME(FaultKind, Forbidden), BREAKWATER_NAME(FaultKind, Legal), BREAKWATER_NAME(FaultKind, RateLimited), BREAKWATER_NAME(FaultKind, Overloaded),
        BREAKWATER_NAME(FaultKind, Transient), BREAKWATER_NAME(FaultKind, TransientGateway), BREAKWATER_NAME(FaultKind, TimeoutServer),
        BREAKWATER_NAME(FaultKind, Conflict), BREAKWATER_NAME(FaultKind, TooEarly), BREAKWATER_NAME(FaultKind, Unknown), BREAKWATER_NAME(FaultKind, Offline), BREAKWATER_NAME(FaultKind, Connect), BREAKWATER_NAME(FaultKind, Tls),
        BREAKWATER_NAME(FaultKind, Proxy), BREAKWATER_NAME(FaultKind, ProxyTimeout), BREAKWATER_NAME(FaultKind, Portal), BREAKWATER_NAME(FaultKind, Redirected), BREAKWATER_NAME(FaultKind, Intermediary),
        BREAKWATER_NAME(FaultKind, NotProcessed), BREAKWATER_NAME(FaultKind, Ambiguous), BREAKWATER_NAME(FaultKind, SlowHeaders),
        BREAKWATER_NAME(FaultKind, SlowContent), BREAKWATER_NAME(FaultKind, Truncated), BREAKWATER_NAME(FaultKind, Stalled), BREAKWATER_NAME(FaultKind, Protocol),
        BREAKWATER_NAME(FaultKind, DiskFull), BREAKWATER_NAME(FaultKind, ReadOnly), BREAKWATER_NAME(FaultKind, Store), BREAKWATER_NAME(FaultKind, Cancelled)};
    static_assert(all.size() == faultKindCount, "every kind of fault has its word");
};
template <>
struct Names<TlsProblem>
{
    static constexpr std::array all {BREAKWATER_NAME(TlsProblem, Other), BREAKWATER_NAME(TlsProblem, SelfSigned), BREAKWATER_NAME(TlsProblem, UnknownIssuer),
        BREAKWATER_NAME(TlsProblem, Expired), BREAKWATER_NAME(TlsProblem, NotYetValid), BREAKWATER_NAME(TlsProblem, WrongHost), BREAKWATER_NAME(TlsProblem, Revoked),
        BREAKWATER_NAME(TlsProblem, NoTls), BREAKWATER_NAME(TlsProblem, FileMissing), BREAKWATER_NAME(TlsProblem, FileUnreadable),
        BREAKWATER_NAME(TlsProblem, FileWithoutCertificate), BREAKWATER_NAME(TlsProblem, NotEncrypted)};
};

#undef BREAKWATER_NAME

template <class Enum>
[[nodiscard]] QString nameOf(Enum value)
{
    for (const auto &[each, name] : Names<Enum>::all) {
        if (each == value)
            return name;
    }
    return {};
}

template <class Enum>
[[nodiscard]] std::optional<Enum> valueOf(const QString &text)
{
    for (const auto &[each, name] : Names<Enum>::all) {
        if (text == name)
            return each;
    }
    return std::nullopt;
}

} // namespace breakwater
