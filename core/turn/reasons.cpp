// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/reasons.h"

#include "core/turn/limits.h"
#include "core/turn/waits.h"

namespace breakwater {

Reason reasonToStop(const TurnState &state, const Opening &best)
{
    if (state.looking)
        return Reason::OutboxLook;
    if (best.obstacle == Obstacle::Paused)
        return Reason::AllRoutesPaused;
    return best.obstacle == Obstacle::NoBudget ? Reason::BudgetEmpty : Reason::PatienceOver;
}

Reason reasonToLeave(const TurnState &state, const Opening &best, const Conditions &conditions, Instant now)
{
    const Claim here = claimsOf(state, conditions, now).at(state.step);
    if (!here.usable)
        return state.fault && lastsTooLong(state, *state.fault) ? Reason::WaitTooLong : Reason::NotRetryable;
    switch (openingOf(state.chain, state.step, here, state.need, conditions, state.policy, now).obstacle) {
    case Obstacle::Paused:
        return Reason::RoutePaused;
    case Obstacle::Crowded:
        return Reason::Crowded;
    case Obstacle::NoBudget:
        return Reason::BudgetEmpty;
    case Obstacle::OwnLimit:
        return Reason::WaitTooLong;
    case Obstacle::Resting:
    case Obstacle::None:
        break;
    }
    if (here.spent)
        return Reason::TriesUsed;
    return best.step < state.step ? Reason::Sooner : Reason::WaitTooLong;
}

Decision decisionToWait(const TurnState &state, const Opening &opening, Instant now, Instant until)
{
    const Rest *rest = restOn(state, state.chain.steps.at(opening.step).route);
    Decision decision {Action::Wait, Reason::Backoff, Delay {{}, until - now, {}}, {}, {}};
    switch (opening.obstacle) {
    case Obstacle::Resting:
    case Obstacle::None:
        if (rest != nullptr) {
            decision.delay = rest->delay;
            decision.reason = rest->delay.hint > Duration::zero() ? Reason::ServerHint : Reason::Backoff;
        }
        break;
    case Obstacle::OwnLimit:
        decision.reason = Reason::ServerHint;
        decision.delay = Delay {until - now, {}, {}};
        break;
    case Obstacle::Paused:
        decision.reason = Reason::AllRoutesPaused;
        break;
    case Obstacle::Crowded:
        decision.reason = Reason::Crowded;
        break;
    case Obstacle::NoBudget:
        decision.reason = Reason::BudgetEmpty;
        break;
    }
    return decision;
}

} // namespace breakwater
