// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/waits.h"

#include "core/policy/verdict.h"
#include "core/turn/limits.h"

#include <algorithm>

namespace breakwater {

namespace {

const DelayRule quick {std::chrono::milliseconds(150), std::chrono::milliseconds(400)}; // on a route that answers others

constexpr int answersToOthers = 3; // one may have been this turn's own, which broke off; not while it is kept

template <class Match>
int failuresOn(const TurnState &state, const RouteId &route, Match match)
{
    const auto from = state.attempts.begin() + static_cast<std::ptrdiff_t>(state.roundFrom);
    return static_cast<int>(
        std::count_if(from, state.attempts.end(), [&](const Attempt &each) { return each.route == route && each.fault && match(*each.fault); }));
}

bool isRuledOut(const TurnState &state, const RouteId &route, const Conditions &conditions)
{
    const auto from = state.attempts.begin() + static_cast<std::ptrdiff_t>(state.roundFrom);
    return std::any_of(from, state.attempts.end(), [&](const Attempt &each) {
        if (!each.fault || each.fault->kind == FaultKind::Cancelled || each.passedOn)
            return false;
        if (each.route == route) {
            const Verdict verdict = verdictOn(*each.fault);
            const bool sameAgain = verdict.rewrite != Rewrite::None && !each.rewritable; // it would fare the same
            const int retries = sameAgain || lastsTooLong(state, *each.fault) ? 0 : verdict.retriesHere;
            return failuresOn(state, route, [&each](const Fault &other) { return other.kind == each.fault->kind; }) > retries;
        }
        return verdictOn(*each.fault).gate == GateKind::Credential && conditions.ownerOf(each.route) == conditions.ownerOf(route);
    });
}

/// How often the turn failed on the route in the way that `fault` did, as the weather counts ways.
int failuresLike(const TurnState &state, const RouteId &route, const Fault &fault)
{
    return failuresOn(state, route, [like = sampleClass(fault)](const Fault &each) { return sampleClass(each) == like; });
}

/// It failed on the step as often, in one way, as the chain allows.
bool isSpent(const TurnState &state, const ChainStep &step)
{
    const auto from = state.attempts.begin() + static_cast<std::ptrdiff_t>(state.roundFrom);
    return std::any_of(from, state.attempts.end(), [&](const Attempt &each) {
        const auto result = each.fault && each.route == step.route ? sampleClass(*each.fault) : std::nullopt;
        const auto allowed = result ? step.triesFor(*result) : std::nullopt;
        return allowed && failuresLike(state, step.route, *each.fault) >= *allowed;
    });
}

/// The price of asking this route next: none for a turn's first request to a provider, none while the route answers
/// others, else what the last fault at the provider costs. The outbox looks by itself, so its look is no first request.
double priceOf(const TurnState &state, const RouteId &route, const Conditions &conditions, Instant now)
{
    const ProviderId owner = conditions.ownerOf(route);
    const auto from = state.attempts.rend() - (state.looking ? 0 : static_cast<std::ptrdiff_t>(state.roundFrom));
    const auto last = std::find_if(state.attempts.rbegin(), from, [&](const Attempt &each) { return each.fault && conditions.ownerOf(each.route) == owner; });
    if (last == from || conditions.route(route).record.answersLately(now, state.looking ? 1 : answersToOthers) || isFree(state, route, *last->fault))
        return 0.0;
    const double cost = verdictOn(*last->fault).cost;
    return last->firstContentAfter ? std::max(cost, restartCost) : cost;
}

/// The turn need not wait long by itself: the route answers others, or its pause or limit does the waiting for all.
bool waitsElsewhere(const RouteId &route, const Verdict &verdict, const Conditions &conditions, Instant now)
{
    if (verdict.outcome == RouteOutcome::Neutral)
        return false;
    const RouteCondition &condition = conditions.route(route);
    const ProviderCondition *provider = conditions.knownProvider(conditions.ownerOf(route));
    return condition.record.answersLately(now) || condition.breaker.phase(now) != BreakerPhase::Closed || (provider != nullptr && provider->congestion.limit());
}

} // namespace

std::vector<Claim> claimsOf(const TurnState &state, const Conditions &conditions, Instant now)
{
    const bool stays = state.continuing // another voice may not finish an answer by itself
        || (state.fault && !state.attempts.empty() && !verdictOn(*state.fault).mayFallBack);
    std::vector<Claim> claims;
    claims.reserve(state.chain.steps.size());
    for (std::size_t at = 0; at < state.chain.steps.size(); ++at) {
        const ChainStep &step = state.chain.steps[at];
        Claim claim;
        claim.usable = (!stays || at == state.step) && !isRuledOut(state, step.route, conditions) && !limitExceeded(state, step.route, conditions, now);
        claim.spent = isSpent(state, step);
        claim.price = priceOf(state, step.route, conditions, now);
        if (const Rest *rest = restOn(state, step.route))
            claim.restUntil = rest->until;
        claims.push_back(claim);
    }
    return claims;
}

const Rest *restOn(const TurnState &state, const RouteId &route)
{
    const auto found = std::find_if(state.rests.begin(), state.rests.end(), [&route](const Rest &each) { return each.route == route; });
    return found == state.rests.end() ? nullptr : &*found;
}

Rest *restOn(TurnState &state, const RouteId &route)
{
    return const_cast<Rest *>(restOn(std::as_const(state), route));
}

bool isFree(const TurnState &state, const RouteId &route, const Fault &fault)
{
    const int free = verdictOn(fault).freeRetries;
    if (free == 0)
        return false;
    const auto from = state.attempts.begin() + static_cast<std::ptrdiff_t>(state.roundFrom);
    const auto isSuch = [&](const Attempt &each) { return each.route == route && each.fault && each.fault->kind == fault.kind; };
    const auto tested = [&](const Attempt &each) { return isSuch(each) && (each.permit.probe || each.originPermit.probe); };
    return std::count_if(from, state.attempts.end(), isSuch) <= free && std::none_of(from, state.attempts.end(), tested);
}

Delay restAfter(const TurnState &state, const RouteId &route, const Fault &fault, const Conditions &conditions, Instant now, DelayDraw draw)
{
    if (isFree(state, route, fault))
        return {};
    const Verdict verdict = verdictOn(fault);
    const DelaySettings &settings = state.policy.delay;
    const DelayRule &rule = delayRule(settings, verdict.delay);
    const int before = failuresLike(state, route, fault) - 1;
    const DelayRule gentle {std::min(rule.base, quick.base), std::min(rule.cap, quick.cap)};
    return delayBefore(waitsElsewhere(route, verdict, conditions, now) ? gentle : rule, settings.randomness, std::max(before, 0), fault.hint, draw);
}

} // namespace breakwater
