// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/limits.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr int mostSends = 40; // of one round, paid for or not: no loop of whatever cause goes on beyond it

QLatin1String wireName(RoomLeft::Dimension dimension)
{
    switch (dimension) {
    case RoomLeft::Dimension::Requests:
        return QLatin1String("requests");
    case RoomLeft::Dimension::InputTokens:
        return QLatin1String("input tokens");
    case RoomLeft::Dimension::OutputTokens:
        return QLatin1String("output tokens");
    case RoomLeft::Dimension::Tokens:
        break;
    }
    return QLatin1String("tokens");
}

} // namespace

std::optional<RoomLeft> limitExceeded(const TurnState &state, const RouteId &route, const Conditions &conditions, Instant now)
{
    const Pace *pace = conditions.knownPace(route);
    return pace != nullptr ? pace->exceeded(state.need, now) : std::nullopt;
}

Fault tooLarge(const TurnState &state, const RoomLeft &limit)
{
    Fault fault;
    fault.kind = FaultKind::TooLarge;
    fault.detail = QStringLiteral("This turn is about %1 tokens; the limit is %2 %3 per minute.")
                       .arg(qRound64(state.need.inputTokens))
                       .arg(limit.limit)
                       .arg(wireName(limit.dimension));
    return fault;
}

bool isLimited(const TurnState &state, const RouteId &route, const Conditions &conditions, Instant now)
{
    const Pace *pace = conditions.knownPace(route);
    return pace != nullptr && (pace->closedUntil() > now || pace->neverFits(state.need, now));
}

bool lastsTooLong(const TurnState &state, const Fault &fault)
{
    return fault.kind == FaultKind::RateLimited && fault.hint && fault.hint->wait > state.policy.longestHint;
}

bool fitsPatience(const TurnState &state, Instant when)
{
    return state.continuing || when + state.policy.patience.usefulRest <= state.deadline;
}

int sendsLeft(const TurnState &state)
{
    const auto from = state.attempts.begin() + static_cast<std::ptrdiff_t>(state.roundFrom);
    const int all = static_cast<int>(state.attempts.end() - from);
    const int paid = static_cast<int>(std::count_if(from, state.attempts.end(), [](const Attempt &each) { return each.cost > 0.0; }));
    return std::min(mostSends - all, state.policy.mostAttempts - 1 - paid);
}

bool wantsRewrite(const TurnState &state, const RouteId &route, Rewrite rewrite)
{
    return std::any_of(state.attempts.begin(), state.attempts.end(),
        [&](const Attempt &each) { return each.route == route && each.fault && each.rewritable && verdictOn(*each.fault).rewrite == rewrite; });
}

} // namespace breakwater
