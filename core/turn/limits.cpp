// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/limits.h"

#include "core/route/planner.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace breakwater {

namespace {

constexpr double calmShare = 0.75; // of the last minute's requests that were answered
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

bool isCalm(const TurnState &state, const Conditions &conditions, Instant now)
{
    for (std::size_t step = 0; step < state.chain.steps.size(); ++step) {
        // A route whose pause is over may be asked: where everybody waits for calm weather, nobody else finds out.
        const Opening opening = openingOf(state.chain, step, {}, state.need, conditions, state.policy, now);
        if (opening.at <= now && conditions.route(state.chain.steps[step].route).record.share(now) >= calmShare)
            return true;
    }
    return false;
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

std::optional<TokensSaid> tokensSaid(const QString &prose)
{
    constexpr qint64 least = 256; // below it a number is a status, or counts something else
    static const QRegularExpression number(QStringLiteral("\\d[\\d,]*"));
    std::vector<qint64> numbers;
    for (auto match = number.globalMatch(prose); match.hasNext();) {
        const qint64 value = match.next().captured().remove(QLatin1Char(',')).toLongLong();
        if (value >= least)
            numbers.push_back(value);
    }
    std::sort(numbers.begin(), numbers.end(), std::greater<>());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers.size() < 2 ? std::nullopt : std::optional(TokensSaid {numbers[0], numbers[1]});
}

} // namespace breakwater
