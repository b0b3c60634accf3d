// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/turnmachine.h"

#include "core/route/planner.h"
#include "core/turn/faultrules.h"

#include <algorithm>

namespace breakwater {

namespace {

using namespace turneffect;

constexpr Duration insistPause = std::chrono::seconds(5); // "try now" on one route, at most once in this time
constexpr Duration firstLook = std::chrono::seconds(60); // of the outbox; doubles while it looks in vain
constexpr Duration longestLook = std::chrono::minutes(15);
constexpr Duration longestGate = std::chrono::hours(24); // a limit that lasts longer is looked at again once a day

/// One event's work on one turn.
class Step
{
public:
    Step(TurnState &state, TurnSurroundings around)
        : m_state(state)
        , m_around(around)
    {
    }

    std::vector<TurnEffect> take() { return std::move(m_effects); }

    void operator()(const turnevent::Begin &)
    {
        if (m_state.phase != TurnPhase::Accepted)
            return;
        // The time behind an earlier turn of the conversation is not the provider's: patience begins now.
        m_state.deadline = m_around.now + m_state.policy.patience.turn;
        goOn(Reason::FirstTry);
    }

    void operator()(const turnevent::Head &event)
    {
        if (!underWay())
            return;
        Attempt &attempt = m_state.attempts.back();
        attempt.status = event.status;
        attempt.headersAfter = sinceSent(attempt);
    }

    void operator()(const turnevent::Content &)
    {
        if (m_state.phase != TurnPhase::Sending)
            return;
        Attempt &attempt = m_state.attempts.back();
        attempt.firstContentAfter = sinceSent(attempt);
        m_state.phase = TurnPhase::Streaming;
        m_state.fault.reset();
        m_state.looking = false;
        m_state.looks = 0;
        // Content, not the status 200, is what proves a route well.
        settleBreaker(attempt, RouteOutcome::Answered, Duration::zero());
        Budget &budget = m_around.conditions.budget(attempt.route, m_state.policy.budget);
        if (attempt.cost > 0.0)
            budget.refund(m_state.policy.budget, attempt.cost, m_around.now);
        else if (attempt.number == 1)
            budget.deposit(m_state.policy.budget, m_around.now);
        attempt.budgetAfter = budget.level(m_state.policy.budget, m_around.now);
    }

    void operator()(const turnevent::Ended &event)
    {
        if (!underWay())
            return;
        m_state.attempts.back().endedAfter = sinceSent(m_state.attempts.back());
        if (!event.fault)
            answered();
        else if (m_state.phase == TurnPhase::Streaming)
            brokeOff(*event.fault, event.sentences);
        else
            refused(*event.fault);
    }

    void operator()(const turnevent::Rang &)
    {
        if (m_state.phase == TurnPhase::Waiting) {
            m_state.wait.reset();
            patienceIsOver() ? lastResort(Reason::PatienceOver) : goOn(m_state.decision ? m_state.decision->reason : Reason::Backoff);
        } else if (m_state.phase == TurnPhase::Kept) {
            look();
        }
    }

    void operator()(const turnevent::RouteFlows &)
    {
        const bool allPaused = m_state.phase == TurnPhase::Waiting && m_state.decision && m_state.decision->reason == Reason::AllRoutesPaused;
        if (!allPaused && m_state.phase != TurnPhase::Kept)
            return;
        if (allPaused)
            toStep(0);
        // All who wait for it see it at the same moment: spread them.
        const Instant until = m_around.now + fromSeconds(2.0 * m_around.jitter.next());
        if (!m_state.wait || until < m_state.wait->until)
            setWait(until);
    }

    void operator()(const turnevent::TryNow &)
    {
        if (m_state.phase != TurnPhase::Waiting && m_state.phase != TurnPhase::Kept)
            return;
        const ChainStep *here = m_state.currentStep();
        if (here == nullptr || gateOf(here->route) > m_around.now)
            return; // one's own limit: an earlier try would fail
        const auto last = m_around.conditions.insisted.find(here->route);
        if (last != m_around.conditions.insisted.end() && m_around.now - last->second < insistPause)
            return;
        m_around.conditions.insisted[here->route] = m_around.now;
        const bool wasKept = m_state.phase == TurnPhase::Kept;
        if (!sendHere(Reason::AskedByPerson, Insist::Yes) || !wasKept)
            return;
        m_state.looking = true;
        m_state.roundFrom = m_state.attempts.size() - 1;
        m_state.deadline = m_around.now + m_state.policy.patience.turn;
    }

    void operator()(const turnevent::UseNext &)
    {
        const bool waits = m_state.phase == TurnPhase::Waiting || m_state.phase == TurnPhase::Sending || m_state.phase == TurnPhase::Kept;
        if (!waits || !m_state.nextRoute())
            return;
        abandonAttempt();
        move(m_state.step + 1, Reason::AskedByPerson);
        newRound(m_state.step);
        insistHere();
    }

    void operator()(const turnevent::Keep &)
    {
        if (m_state.phase != TurnPhase::Waiting && m_state.phase != TurnPhase::Sending)
            return;
        abandonAttempt();
        keep(Reason::AskedByPerson);
    }

    void operator()(const turnevent::Cancel &)
    {
        if (isSettled(m_state.phase))
            return;
        const bool hasAnswer = m_state.phase == TurnPhase::Streaming || m_state.continuing;
        abandonAttempt();
        settle(hasAnswer ? TurnPhase::Stopped : TurnPhase::Cancelled);
    }

    void operator()(const turnevent::Again &)
    {
        const bool restartable = m_state.phase == TurnPhase::Kept || m_state.phase == TurnPhase::Unknown || m_state.phase == TurnPhase::Failed;
        if (!restartable)
            return;
        m_state.continuing = false;
        newRound(0);
        goOn(Reason::AskedByPerson);
    }

    void operator()(const turnevent::Continue &)
    {
        const bool continuable = m_state.phase == TurnPhase::BrokenOff || m_state.phase == TurnPhase::Stopped || m_state.phase == TurnPhase::Answered;
        if (!continuable || m_state.answer.isEmpty())
            return;
        m_state.continuing = true; // on the step that answered: one voice
        m_state.continuedByItself = true; // a person continued: the next break is theirs to judge again
        newRound(m_state.step);
        insistHere();
    }

    void operator()(const turnevent::DiskFailed &event)
    {
        if (isSettled(m_state.phase))
            return;
        abandonAttempt();
        m_state.fault = event.fault;
        giveUp(Reason::DiskFailed);
    }

private:
    enum class Insist { No, Yes };

    [[nodiscard]] bool underWay() const { return m_state.phase == TurnPhase::Sending || m_state.phase == TurnPhase::Streaming; }

    [[nodiscard]] Duration sinceSent(const Attempt &attempt) const { return m_around.now - m_state.accepted - attempt.startedAfter; }

    [[nodiscard]] Instant gateOf(const RouteId &route) const
    {
        const auto gate = m_around.conditions.gates.find(route);
        return gate == m_around.conditions.gates.end() ? Instant {} : gate->second;
    }

    /// A person's wish begins to count anew.
    void newRound(std::size_t step)
    {
        m_effects.emplace_back(ClearAlarm {});
        m_state.wait.reset();
        m_state.fault.reset();
        m_state.looking = false;
        m_state.looks = 0;
        m_state.step = step;
        m_state.roundFrom = m_state.attempts.size();
        m_state.deadline = m_around.now + m_state.policy.patience.turn;
    }

    void decide(const Decision &decision)
    {
        m_state.decision = decision;
        if (m_state.attempts.empty())
            return;
        Attempt &last = m_state.attempts.back();
        (last.decision ? last.afterwards : last.decision) = decision;
    }

    /// A retry that was paid for and will not be sent gives its price back.
    void returnPendingCost()
    {
        const double cost = std::exchange(m_state.pendingCost, 0.0);
        if (cost > 0.0 && m_state.currentStep() != nullptr)
            m_around.conditions.budget(m_state.chain.steps.at(m_state.step).route, m_state.policy.budget).refund(m_state.policy.budget, cost, m_around.now);
    }

    void toStep(std::size_t to)
    {
        returnPendingCost();
        m_state.step = to;
    }

    void move(std::size_t to, Reason reason)
    {
        decide({Action::MoveOn, reason, {}, m_state.chain.steps.at(m_state.step).route, m_state.chain.steps.at(to).route});
        toStep(to);
    }

    /// Trying this step again in this round cannot help: its route refused for good, or another one with its credential.
    [[nodiscard]] bool isRuledOut(std::size_t step) const
    {
        const RouteId &route = m_state.chain.steps.at(step).route;
        const auto from = m_state.attempts.begin() + static_cast<std::ptrdiff_t>(m_state.roundFrom);
        return std::any_of(from, m_state.attempts.end(), [&](const Attempt &each) {
            if (!each.fault || each.fault->kind == FaultKind::Cancelled)
                return false;
            if (each.route == route)
                return failuresOn(route, [&each](const Fault &other) { return other.kind == each.fault->kind; }) > verdictOn(*each.fault).retriesHere;
            return needsOtherCredential(each.fault->kind) && ownerOf(each.route) == ownerOf(route);
        });
    }

    [[nodiscard]] ProviderId ownerOf(const RouteId &route) const
    {
        const auto owner = m_around.conditions.owners.find(route);
        return owner == m_around.conditions.owners.end() ? ProviderId {} : owner->second;
    }

    /// The person asked for this route: its pause does not count, its limit does.
    void insistHere()
    {
        const ChainStep *here = m_state.currentStep();
        const bool limited = here != nullptr && gateOf(here->route) > m_around.now;
        if (here == nullptr || limited || !sendHere(Reason::AskedByPerson, Insist::Yes))
            goOn(Reason::AskedByPerson);
    }

    /// Sends on the current step, or moves on to one that may send, or waits, or keeps.
    void goOn(Reason reason)
    {
        if (m_state.currentStep() == nullptr) {
            giveUp(Reason::NoRoute);
            return;
        }
        Reason skipped = Reason::RoutePaused;
        for (std::size_t at = m_state.step; at < m_state.chain.steps.size(); ++at) {
            if (m_state.continuing && at != m_state.step)
                break; // another voice may not finish an answer by itself
            if (isRuledOut(at)) {
                skipped = Reason::NotRetryable;
                continue;
            }
            const Opening opening = openingOf(m_state.chain, at, m_around.conditions, m_around.now);
            if (opening.at <= m_around.now) {
                if (at != m_state.step)
                    move(at, skipped);
                if (sendHere(reason, Insist::No))
                    return;
            }
            const bool last = at + 1 == m_state.chain.steps.size();
            const Duration wait = opening.at - m_around.now;
            if (opening.obstacle == Opening::Obstacle::OwnLimit && (last || wait <= m_state.chain.steps[at].waitUpTo) && fitsPatience(opening.at)) {
                if (at != m_state.step)
                    move(at, skipped);
                waitUntil(opening.at, {Action::Wait, Reason::ServerHint, Delay {wait, {}, {}}, {}, {}});
                return;
            }
            skipped = opening.obstacle == Opening::Obstacle::OwnLimit ? Reason::WaitTooLong : Reason::RoutePaused;
        }
        allRoutesPaused();
    }

    void allRoutesPaused()
    {
        if (m_state.continuing) {
            endBrokenOff(Reason::RoutePaused);
            return;
        }
        const auto opening = earliestOpening(m_state.chain, m_around.conditions, m_around.now, [this](std::size_t step) { return !isRuledOut(step); });
        if (!opening) {
            giveUp(Reason::NoRouteLeft);
            return;
        }
        if (m_state.looking || !fitsPatience(opening->at)) {
            lastResort(Reason::AllRoutesPaused);
            return;
        }
        if (opening->step != m_state.step)
            toStep(opening->step);
        if (opening->at > m_around.now)
            waitUntil(opening->at, {Action::Wait, Reason::AllRoutesPaused, Delay {{}, opening->at - m_around.now, {}}, {}, {}});
        else
            backTo(m_state.chain.steps.at(opening->step).route);
    }

    /// A route that was left although it flows is gone back to as if it had not been left: after a wait, and paid for.
    void backTo(const RouteId &route)
    {
        const auto left = std::find_if(m_state.attempts.rbegin(), m_state.attempts.rend(), [&route](const Attempt &each) { return each.route == route && each.fault; });
        if (left == m_state.attempts.rend()) {
            lastResort(Reason::AllRoutesPaused);
            return;
        }
        const Fault fault = *left->fault;
        const TryClass which = tryClass(fault);
        retryHere(fault, verdictOn(fault), failuresOn(route, [which](const Fault &each) { return tryClass(each) == which; }), false);
    }

    /// Also true when the machine slept through the wait: the outbox takes over, and one turn sends once.
    [[nodiscard]] bool patienceIsOver() const { return !m_state.looking && !fitsPatience(m_around.now); }

    [[nodiscard]] bool fitsPatience(Instant when) const
    {
        return m_state.continuing || when + m_state.policy.patience.usefulRest <= m_state.deadline;
    }

    bool sendHere(Reason reason, Insist insist)
    {
        const RouteId &route = m_state.chain.steps.at(m_state.step).route;
        const auto permit = m_around.conditions.breakers[route].admit(m_state.policy.breaker, m_around.now, insist == Insist::Yes);
        if (!permit)
            return false;
        m_effects.emplace_back(ClearAlarm {});
        m_state.wait.reset();
        m_state.decision = Decision {Action::Send, reason, {}, {}, {}};
        m_state.phase = TurnPhase::Sending;
        Attempt attempt;
        attempt.number = static_cast<int>(m_state.attempts.size()) + 1;
        attempt.route = route;
        attempt.permit = *permit;
        attempt.continues = m_state.continuing;
        attempt.sentAt = m_around.wall;
        attempt.startedAfter = m_around.now - m_state.accepted;
        attempt.budgetBefore = m_around.conditions.budget(route, m_state.policy.budget).level(m_state.policy.budget, m_around.now);
        attempt.cost = std::exchange(m_state.pendingCost, 0.0);
        m_state.attempts.push_back(std::move(attempt));
        m_effects.emplace_back(Send {});
        return true;
    }

    void waitUntil(Instant until, const Decision &decision)
    {
        decide(decision);
        m_state.phase = TurnPhase::Waiting;
        setWait(until);
    }

    void setWait(Instant until)
    {
        m_state.wait = Wait {m_around.now, until};
        m_effects.emplace_back(SetAlarm {until});
    }

    void settleBreaker(const Attempt &attempt, RouteOutcome outcome, Duration hint)
    {
        m_around.conditions.breakers[attempt.route].settle(m_state.policy.breaker, attempt.permit, outcome, hint, m_around.now, m_around.jitter.next());
    }

    /// A person ends the attempt or the wait: no effect on the route's health.
    void abandonAttempt()
    {
        m_effects.emplace_back(ClearAlarm {});
        m_state.wait.reset();
        returnPendingCost();
        if (!underWay())
            return;
        Attempt &attempt = m_state.attempts.back();
        attempt.endedAfter = sinceSent(attempt);
        Fault cancelled;
        cancelled.kind = FaultKind::Cancelled;
        attempt.fault = cancelled;
        settleBreaker(attempt, RouteOutcome::Neutral, Duration::zero());
        m_effects.emplace_back(Abort {});
    }

    void answered()
    {
        Attempt &attempt = m_state.attempts.back();
        if (m_state.phase == TurnPhase::Sending) { // a whole answer without content: nothing to say against the route
            settleBreaker(attempt, RouteOutcome::Neutral, Duration::zero());
        }
        m_state.fault.reset();
        m_state.continuing = false;
        report(SampleClass::Answered, std::nullopt);
        settle(TurnPhase::Answered);
    }

    void refused(const Fault &fault)
    {
        Attempt &attempt = m_state.attempts.back();
        attempt.fault = fault;
        if (fault.status)
            attempt.status = fault.status;
        if (!fault.requestId.isEmpty())
            attempt.requestId = fault.requestId;
        m_state.fault = fault;
        const Verdict verdict = verdictOn(fault);
        const Duration hint = fault.hint ? fault.hint->wait : Duration::zero();
        settleBreaker(attempt, verdict.outcome, verdict.outcome == RouteOutcome::Neutral ? Duration::zero() : hint);
        if (fault.kind == FaultKind::RateLimited && fault.hint)
            closeGate(attempt.route, hint);
        const RouteId asked = attempt.route;
        const std::size_t index = m_state.attempts.size() - 1;

        if (m_state.looking)
            isRuledOut(m_state.step) ? moveOnOrGiveUp(verdict) : keep(Reason::OutboxLook);
        else
            afterFault(fault, verdict);
        // Known only now: what was decided may have taken the price of the next try.
        m_state.attempts[index].budgetAfter = m_around.conditions.budget(asked, m_state.policy.budget).level(m_state.policy.budget, m_around.now);
        reportFault(fault);
    }

    void closeGate(const RouteId &route, Duration hint)
    {
        Instant &gate = m_around.conditions.gates[route];
        gate = std::max(gate, m_around.now + std::min(hint, longestGate));
    }

    void afterFault(const Fault &fault, const Verdict &verdict)
    {
        const bool attemptsUsed = static_cast<int>(m_state.attempts.size() - m_state.roundFrom) >= m_state.policy.mostAttempts;
        if (attemptsUsed || patienceIsOver()) {
            const bool helpless = isRuledOut(m_state.step) && verdict.outcome == RouteOutcome::Neutral && !(verdict.mayFallBack && nextUsable());
            helpless ? giveUp(Reason::NotRetryable) : lastResort(attemptsUsed ? Reason::AttemptsUsed : Reason::PatienceOver);
            return;
        }
        if (isRuledOut(m_state.step)) {
            moveOnOrGiveUp(verdict);
            return;
        }
        const ChainStep &here = m_state.chain.steps.at(m_state.step);
        const TryClass which = tryClass(fault);
        const auto allowed = triesAllowed(here, which);
        const int tries = failuresOn(here.route, [which](const Fault &each) { return tryClass(each) == which; });
        const bool mayMove = verdict.mayFallBack && nextUsable();
        if (mayMove && allowed && tries >= *allowed) {
            moveOn(Reason::TriesUsed);
            return;
        }
        const Opening opening = openingOf(m_state.chain, m_state.step, m_around.conditions, m_around.now);
        if (opening.obstacle == Opening::Obstacle::Paused) { // its breaker does the waiting
            mayMove ? moveOn(Reason::RoutePaused) : goOn(Reason::RoutePaused);
            return;
        }
        retryHere(fault, verdict, tries, mayMove);
    }

    void retryHere(const Fault &fault, const Verdict &verdict, int tries, bool mayMove)
    {
        const ChainStep &here = m_state.chain.steps.at(m_state.step);
        // Two draws in one order, whatever is used of them: the same seed gives the same course.
        const double draw = m_around.jitter.next();
        const double spread = m_around.jitter.next();
        const Delay delay = delayBefore(delayRule(m_state.policy.delay, verdict.delay), m_state.policy.delay.randomness, std::max(tries - 1, 0), fault.hint, {draw, spread});
        const Instant until = m_around.now + delay.total();
        if (mayMove && delay.total() > here.waitUpTo) {
            moveOn(Reason::WaitTooLong);
            return;
        }
        const bool tooLong = fault.kind == FaultKind::RateLimited && delay.hint > m_state.policy.longestHint;
        if (tooLong || !fitsPatience(until)) {
            mayMove ? moveOn(Reason::PatienceOver) : lastResort(Reason::PatienceOver);
            return;
        }
        if (!m_around.conditions.budget(here.route, m_state.policy.budget).withdraw(m_state.policy.budget, verdict.cost, m_around.now)) {
            mayMove ? moveOn(Reason::BudgetEmpty) : lastResort(Reason::BudgetEmpty);
            return;
        }
        m_state.pendingCost = verdict.cost;
        waitUntil(until, {Action::Wait, delay.hint > Duration::zero() ? Reason::ServerHint : Reason::Backoff, delay, {}, {}});
    }

    /// The next step that could help. Not for the rest of an answer: another voice may not finish it by itself.
    [[nodiscard]] std::optional<std::size_t> nextUsable() const
    {
        if (m_state.continuing)
            return std::nullopt;
        for (std::size_t next = m_state.step + 1; next < m_state.chain.steps.size(); ++next) {
            if (!isRuledOut(next))
                return next;
        }
        return std::nullopt;
    }

    void moveOn(Reason reason)
    {
        move(nextUsable().value_or(m_state.step), reason);
        goOn(reason);
    }

    void moveOnOrGiveUp(const Verdict &verdict)
    {
        if (verdict.mayFallBack && nextUsable()) {
            moveOn(Reason::NotRetryable);
            return;
        }
        // A provider's trouble passes with time; a person's or the network's own does not.
        verdict.outcome == RouteOutcome::Neutral ? giveUp(Reason::NotRetryable) : lastResort(Reason::NotRetryable);
    }

    template <class Match>
    [[nodiscard]] int failuresOn(const RouteId &route, Match match) const
    {
        const auto from = m_state.attempts.begin() + static_cast<std::ptrdiff_t>(m_state.roundFrom);
        return static_cast<int>(std::count_if(
            from, m_state.attempts.end(), [&](const Attempt &each) { return each.route == route && each.fault && match(*each.fault); }));
    }

    /// An answer had begun. What came is kept, whatever follows.
    void brokeOff(const Fault &fault, int sentences)
    {
        Attempt &attempt = m_state.attempts.back();
        attempt.fault = fault;
        if (!fault.requestId.isEmpty())
            attempt.requestId = fault.requestId;
        m_state.fault = fault;
        const Verdict verdict = verdictOn(fault);
        // Its permit was settled at the first content; the break is an outcome of its own, told to a flowing route only.
        Breaker &breaker = m_around.conditions.breakers[attempt.route];
        if (breaker.phase(m_around.now) == BreakerPhase::Closed)
            breaker.settle(m_state.policy.breaker, Permit {breaker.generation(), false}, verdict.outcome, Duration::zero(), m_around.now, m_around.jitter.next());
        const bool attemptsLeft = static_cast<int>(m_state.attempts.size() - m_state.roundFrom) < m_state.policy.mostAttempts;
        Budget &budget = m_around.conditions.budget(attempt.route, m_state.policy.budget);
        if (!m_state.continuedByItself && attemptsLeft && sentences >= 1 && continuesByItself(fault)
            && budget.withdraw(m_state.policy.budget, verdict.cost, m_around.now)) {
            m_state.continuedByItself = true;
            m_state.continuing = true;
            m_state.pendingCost = verdict.cost;
            const double draw = m_around.jitter.next();
            const double spread = m_around.jitter.next();
            const Delay delay = delayBefore(delayRule(m_state.policy.delay, verdict.delay), m_state.policy.delay.randomness, 0, fault.hint, {draw, spread});
            waitUntil(m_around.now + delay.total(), {Action::Continue, Reason::BrokeOff, delay, {}, {}});
        } else {
            endBrokenOff(Reason::BrokeOff);
        }
        m_state.attempts.back().budgetAfter = budget.level(m_state.policy.budget, m_around.now);
        reportFault(fault);
    }

    void endBrokenOff(Reason reason)
    {
        returnPendingCost();
        decide({Action::GiveUp, reason, {}, {}, {}});
        settle(TurnPhase::BrokenOff);
    }

    void giveUp(Reason reason)
    {
        if (m_state.continuing) {
            endBrokenOff(reason);
            return;
        }
        returnPendingCost();
        decide({Action::GiveUp, reason, {}, {}, {}});
        settle(TurnPhase::Failed);
    }

    void lastResort(Reason reason)
    {
        // What a person put into the outbox, or the chain did, goes back there.
        if (m_state.continuing || (m_state.chain.lastResort == LastResort::GiveUp && !m_state.looking))
            giveUp(reason);
        else
            keep(reason);
    }

    void keep(Reason reason)
    {
        if (m_state.continuing) {
            endBrokenOff(reason);
            return;
        }
        returnPendingCost();
        decide({Action::Keep, reason, {}, {}, {}});
        m_state.phase = TurnPhase::Kept;
        if (m_state.looking)
            ++m_state.looks;
        m_state.looking = false;
        const Duration pause = std::min(longestLook, firstLook * (1 << std::min(m_state.looks, 4)));
        const auto opening = earliestOpening(m_state.chain, m_around.conditions, m_around.now);
        // Everybody's outbox sees the route reopen at the same moment: spread the looks.
        const Duration spread = fromSeconds(3.0 * m_around.jitter.next());
        const Instant until = std::max(m_around.now + pause, opening ? opening->at : m_around.now) + spread;
        setWait(until);
        m_effects.emplace_back(Settle {});
    }

    void look()
    {
        const int looks = m_state.looks;
        newRound(0);
        m_state.looks = looks;
        m_state.looking = true;
        goOn(Reason::OutboxLook);
    }

    void settle(TurnPhase phase)
    {
        m_state.phase = phase;
        m_state.ended = m_around.now;
        m_state.looking = false;
        m_effects.emplace_back(ClearAlarm {});
        m_effects.emplace_back(Settle {});
    }

    void reportFault(const Fault &fault)
    {
        if (const auto result = sampleClass(fault)) {
            std::optional<SampleWait> wait;
            if (m_state.phase == TurnPhase::Waiting && m_state.decision && m_state.decision->delay)
                wait = SampleWait {m_state.decision->delay->hint, m_state.decision->delay->random};
            report(*result, wait);
        }
    }

    void report(SampleClass result, std::optional<SampleWait> wait)
    {
        // The attempt that ended is the last one that has ended: a move may have begun the next already.
        const auto ended = std::find_if(m_state.attempts.rbegin(), m_state.attempts.rend(), [](const Attempt &each) { return each.endedAfter.has_value(); });
        if (ended == m_state.attempts.rend())
            return;
        Sample sample;
        sample.at = m_around.wall;
        sample.route = ended->route;
        sample.turn = m_state.id;
        sample.result = result;
        sample.status = ended->status;
        sample.firstContent = ended->firstContentAfter;
        sample.total = *ended->endedAfter;
        sample.wait = wait;
        m_effects.emplace_back(Report {sample});
    }

    TurnState &m_state;
    TurnSurroundings m_around;
    std::vector<TurnEffect> m_effects;
};

} // namespace

PolicySettings policyForTurn(PolicySettings policy)
{
    policy.breaker.probeLease = policy.patience.firstContent + std::chrono::seconds(5);
    return policy;
}

TurnState makeTurn(TurnId id, ConversationId conversation, MessageId question, Chain chain, PolicySettings policy, Instant now, WallTime wall)
{
    TurnState state;
    state.id = std::move(id);
    state.conversation = std::move(conversation);
    state.question = std::move(question);
    state.chain = std::move(chain);
    state.policy = policyForTurn(policy);
    state.accepted = now;
    state.acceptedAt = wall;
    state.deadline = now + policy.patience.turn;
    return state;
}

std::vector<TurnEffect> step(TurnState &state, const TurnEvent &event, TurnSurroundings around)
{
    Step one(state, around);
    std::visit(one, event);
    return one.take();
}

} // namespace breakwater
