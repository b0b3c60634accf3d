// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/bookkeeping.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration longestGate = std::chrono::hours(24); // a limit that lasts longer is looked at again once a day

/// What a fault tells about the host, whatever the model. Half the weight: every second one counts.
RouteOutcome originOutcome(const Verdict &verdict, Jitter &jitter)
{
    switch (verdict.origin) {
    case OriginCount::None:
        return RouteOutcome::Neutral;
    case OriginCount::Counts:
        return RouteOutcome::Failed;
    case OriginCount::Half:
        return jitter.next() < 0.5 ? RouteOutcome::Failed : RouteOutcome::Neutral;
    }
    return RouteOutcome::Neutral;
}

} // namespace

Bookkeeping::Bookkeeping(Conditions &conditions, const PolicySettings &policy, Instant now, WallTime wall, Jitter &jitter)
    : m_conditions(conditions)
    , m_policy(policy)
    , m_now(now)
    , m_wall(wall)
    , m_jitter(jitter)
{
}

ProviderCondition &Bookkeeping::provider(const RouteId &route) const
{
    return m_conditions.provider(m_conditions.ownerOf(route), m_policy.budget);
}

double Bookkeeping::budgetLevel(const RouteId &route) const
{
    return provider(route).budget.level(m_policy.budget, m_now);
}

bool Bookkeeping::sent(Attempt &attempt, const PaceNeed &need, double price, bool early)
{
    RouteCondition &route = m_conditions.route(attempt.route);
    ProviderCondition &owner = provider(attempt.route);
    attempt.budgetBefore = owner.budget.level(m_policy.budget, m_now);
    // Looked at before anything is taken, so that a refusal takes nothing.
    const bool testing = route.breaker.phase(m_now) != BreakerPhase::Closed || owner.breaker.phase(m_now) != BreakerPhase::Closed;
    const double cost = early || testing ? 0.0 : price;
    if (!owner.budget.affordableAt(m_policy.budget, cost, m_now) || *owner.budget.affordableAt(m_policy.budget, cost, m_now) > m_now)
        return false;
    const int waiting = m_conditions.waiting;
    const auto originIsShut = [&] {
        const Breaker &breaker = owner.breaker;
        return early ? breaker.phase(m_now) == BreakerPhase::HalfOpen : breaker.notBefore(m_policy.breaker, m_now, waiting) > m_now;
    };
    if (originIsShut())
        return false;
    const auto permit = route.breaker.admit(m_policy.breaker, m_now, waiting, early);
    if (!permit)
        return false;
    attempt.permit = *permit;
    attempt.originPermit = owner.breaker.admit(m_policy.breaker, m_now, waiting, early).value_or(Permit {});
    attempt.cost = cost;
    if (cost > 0.0 && !owner.budget.withdraw(m_policy.budget, cost, m_now))
        attempt.cost = 0.0;
    owner.congestion.sent();
    m_conditions.pace(attempt.route).reserve(need);
    return true;
}

void Bookkeeping::heads(const Attempt &attempt, const PaceNeed &need, const std::vector<RoomLeft> &rooms)
{
    Pace &pace = m_conditions.pace(attempt.route);
    pace.release(need);
    pace.observe(rooms, m_now, m_wall);
    if (attempt.headersAfter)
        m_conditions.route(attempt.route).record.addHeaders(*attempt.headersAfter);
}

void Bookkeeping::settle(const Attempt &attempt, RouteOutcome outcome, Duration hint)
{
    const Duration floor = outcome == RouteOutcome::Neutral ? Duration::zero() : hint;
    m_conditions.route(attempt.route).breaker.settle(m_policy.breaker, attempt.permit, outcome, floor, m_now, m_jitter.next());
}

void Bookkeeping::shut(const Attempt &attempt, const Fault &fault, GateKind gate)
{
    std::optional<Instant> until;
    if (fault.returnsAt)
        until = m_now + std::max(Duration::zero(), Duration(*fault.returnsAt - m_wall));
    switch (gate) {
    case GateKind::Credential:
        provider(attempt.route).shut = Shut {fault.kind, until};
        break;
    case GateKind::Model:
        m_conditions.route(attempt.route).shut = Shut {fault.kind, until};
        break;
    case GateKind::None:
    case GateKind::RateLimit:
    case GateKind::Network:
        break;
    }
}

void Bookkeeping::content(Attempt &attempt, bool firstOfTurn)
{
    RouteCondition &route = m_conditions.route(attempt.route);
    provider(attempt.route).congestion.accepted(m_now);
    route.shut.reset();
    settle(attempt, RouteOutcome::Answered, Duration::zero());
    if (attempt.permit.probe && route.breaker.ramping()) // it had been down, which is over
        route.record.forgetOutcomes();
    route.record.addOutcome(true, m_now);
    ProviderCondition &owner = provider(attempt.route);
    owner.shut.reset();
    owner.breaker.settle(m_policy.breaker, attempt.originPermit, RouteOutcome::Answered, Duration::zero(), m_now, m_jitter.next());
    m_conditions.pace(attempt.route).accepted();
    if (attempt.cost > 0.0)
        owner.budget.refund(m_policy.budget, attempt.cost, m_now);
    else if (firstOfTurn)
        owner.budget.deposit(m_policy.budget, m_now);
    attempt.budgetAfter = owner.budget.level(m_policy.budget, m_now);
}

void Bookkeeping::refused(const Attempt &attempt, const PaceNeed &need, const Fault &fault, bool free)
{
    const Verdict verdict = verdictOn(fault);
    const RouteOutcome outcome = free ? RouteOutcome::Neutral : verdict.outcome;
    const Duration hint = fault.hint ? fault.hint->wait : Duration::zero();
    RouteCondition &route = m_conditions.route(attempt.route);
    ProviderCondition &owner = provider(attempt.route);
    Pace &pace = m_conditions.pace(attempt.route);
    if (!attempt.headersAfter)
        pace.release(need);
    if (fault.kind == FaultKind::SlowHeaders && attempt.endedAfter)
        route.record.addHeaders(*attempt.endedAfter); // it would have taken longer still
    outcome == RouteOutcome::Overloaded ? owner.congestion.refused(m_now) : owner.congestion.dropped();
    if (outcome != RouteOutcome::Neutral)
        route.record.addOutcome(false, m_now);
    if (fault.kind == FaultKind::RateLimited && hint > Duration::zero())
        pace.close(m_now + std::min(hint, longestGate));
    shut(attempt, fault, verdict.gate);
    settle(attempt, outcome, hint);
    const RouteOutcome origin = free ? RouteOutcome::Neutral : originOutcome(verdict, m_jitter);
    owner.breaker.settle(m_policy.breaker, attempt.originPermit, origin, Duration::zero(), m_now, m_jitter.next());
}

void Bookkeeping::ended(const Attempt &attempt, const std::optional<Fault> &fault, Duration longestSilence)
{
    RouteCondition &route = m_conditions.route(attempt.route);
    provider(attempt.route).congestion.finished();
    route.record.addSilence(longestSilence);
    if (!fault)
        return;
    // Its permits were settled at the first content; the break is an outcome of its own, told to what flows freely only.
    const Verdict verdict = verdictOn(*fault);
    const auto tell = [this](Breaker &breaker, RouteOutcome outcome) {
        if (breaker.phase(m_now) == BreakerPhase::Closed && !breaker.ramping())
            breaker.settle(m_policy.breaker, Permit {breaker.generation(), false}, outcome, Duration::zero(), m_now, m_jitter.next());
    };
    tell(route.breaker, verdict.outcome);
    tell(provider(attempt.route).breaker, originOutcome(verdict, m_jitter));
    if (verdict.outcome != RouteOutcome::Neutral)
        route.record.addOutcome(false, m_now);
}

void Bookkeeping::abandoned(const Attempt &attempt, const PaceNeed &need)
{
    Congestion &congestion = provider(attempt.route).congestion;
    if (!attempt.headersAfter)
        m_conditions.pace(attempt.route).release(need);
    if (attempt.firstContentAfter) { // its permits were settled then
        congestion.finished();
        return;
    }
    congestion.dropped();
    settle(attempt, RouteOutcome::Neutral, Duration::zero());
    provider(attempt.route).breaker.settle(m_policy.breaker, attempt.originPermit, RouteOutcome::Neutral, Duration::zero(), m_now, m_jitter.next());
}

} // namespace breakwater
