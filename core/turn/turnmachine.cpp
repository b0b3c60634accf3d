// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/turnmachine.h"

#include "core/route/planner.h"
#include "core/turn/bookkeeping.h"
#include "core/turn/limits.h"
#include "core/turn/reasons.h"
#include "core/turn/waits.h"

#include <algorithm>

namespace breakwater {

namespace {

using namespace turneffect;

constexpr Duration longestRest = std::chrono::hours(24 * 366); // a mad hint must not overflow
constexpr Duration insistPause = std::chrono::seconds(5); // "try now" on one route, at most once in this time
constexpr Duration firstLook = std::chrono::seconds(60); // of the outbox; doubles while it looks in vain
constexpr Duration longestLook = std::chrono::minutes(15);
constexpr Duration roughPause = std::chrono::minutes(4); // between two looks at the weather, in off-peak hours
constexpr double networkSpread = 3.0; // seconds; a network that returns does so for everybody
constexpr Duration sameWait = std::chrono::milliseconds(20); // a wait that moved by less did not change

/// One event's work on one turn.
class Step
{
public:
    Step(TurnState &state, TurnSurroundings around)
        : m_state(state)
        , m_around(around)
        , m_books(around.conditions, state.policy, around.now, around.wall, around.jitter)
    {
    }

    std::vector<TurnEffect> take() { return std::move(m_effects); }

    void operator()(const turnevent::Begin &)
    {
        if (m_state.phase != TurnPhase::Accepted)
            return;
        if (m_state.batch) {
            restInBatch();
            return;
        }
        if (m_state.offPeak) {
            awaitHours();
            return;
        }
        // The time behind an earlier turn of the conversation is not the provider's: patience begins now.
        m_state.deadline = m_around.now + m_state.policy.patience.turn;
        goOn(Reason::FirstTry);
    }

    void operator()(const turnevent::Head &event)
    {
        if (!underWay() || m_state.attempts.back().headersAfter)
            return;
        Attempt &attempt = m_state.attempts.back();
        attempt.status = event.status;
        attempt.headersAfter = sinceSent(attempt);
        m_books.heads(attempt, m_state.need, event.rooms);
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
        m_books.content(attempt, attempt.number == 1);
    }

    void operator()(const turnevent::Ended &event)
    {
        if (!underWay())
            return;
        m_state.attempts.back().endedAfter = sinceSent(m_state.attempts.back());
        if (!event.fault)
            answered(event.longestSilence);
        else if (m_state.phase == TurnPhase::Streaming)
            brokeOff(*event.fault, event.sentences, event.longestSilence);
        else
            event.anotherKey && passOn(*event.fault) ? void() : refused(*event.fault, event.rewritable);
    }

    void operator()(const turnevent::Rang &)
    {
        if (m_state.phase == TurnPhase::Waiting)
            goOn(m_state.decision ? m_state.decision->reason : Reason::Backoff);
        else if (m_state.phase == TurnPhase::Kept && m_state.wait && m_state.wait->until <= m_around.now)
            look();
    }

    void operator()(const turnevent::LimitLifted &)
    {
        const bool waitsForIt = m_state.phase == TurnPhase::Kept && m_state.decision && m_state.decision->reason == Reason::SpendLimit;
        if (waitsForIt && !m_around.spentUp)
            look();
    }

    void operator()(const turnevent::RouteFlows &)
    {
        if (m_state.phase != TurnPhase::Kept || !m_state.wait)
            return;
        // All who wait for it see it at the same moment: spread them.
        const Instant until = m_around.now + fromSeconds(2.0 * m_around.jitter.next());
        if (until < m_state.wait->until)
            setWait(until);
    }

    void operator()(const turnevent::NetworkReturned &)
    {
        const bool offline = m_state.fault && m_state.fault->kind == FaultKind::Offline;
        const bool waits = m_state.phase == TurnPhase::Kept || (m_state.phase == TurnPhase::Waiting && offline);
        if (!waits || !m_state.wait)
            return;
        const Instant until = m_around.now + fromSeconds(networkSpread * m_around.jitter.next());
        for (Rest &rest : m_state.rests)
            rest.until = std::min(rest.until, until);
        if (until < m_state.wait->until)
            setWait(until, m_state.wait->from);
    }

    void operator()(const turnevent::Overtaken &)
    {
        // Who sends off-peak or in a batch knows that the conversation may go on before.
        if (m_state.phase == TurnPhase::Kept && !m_state.overtaken && !m_state.offPeak && !m_state.batch) {
            m_state.overtaken = true;
            askFirst();
        }
    }

    void operator()(const turnevent::SendWhen &event)
    {
        if (m_state.phase != TurnPhase::Waiting && m_state.phase != TurnPhase::Kept)
            return;
        if (m_state.isInBatch()) {
            if (event.timing != Timing::Batch)
                leaveBatch(event.timing);
            return;
        }
        if (event.timing == Timing::Now) {
            m_state.batch.reset();
            (*this)(turnevent::Again {});
            return;
        }
        abandonAttempt();
        m_state.overtaken = false;
        m_state.offPeak.reset();
        m_state.batch.reset();
        if (event.timing == Timing::Batch) {
            m_state.batch = event.batch.value_or(BatchWait {});
            restInBatch();
        } else {
            m_state.offPeak = OffPeakWait {};
            awaitHours();
        }
    }

    void operator()(const turnevent::BatchAnswered &)
    {
        if (m_state.isInBatch())
            settle(TurnPhase::Answered);
    }

    void operator()(const turnevent::BatchFailed &event)
    {
        if (!m_state.isInBatch())
            return;
        m_state.batch.reset();
        m_state.fault = event.fault;
        giveUp(Reason::NotRetryable);
    }

    void operator()(const turnevent::BatchEnded &)
    {
        if (!m_state.isInBatch())
            return;
        const BatchWait was = *std::exchange(m_state.batch, std::nullopt);
        if (!was.leaves)
            askFirst(Reason::BatchEnded);
        else if (m_state.offPeak)
            awaitHours();
        else
            (*this)(turnevent::Again {});
    }

    void operator()(const turnevent::Placed &event)
    {
        if (m_state.phase != TurnPhase::Kept || m_state.placeInLine() == event.place)
            return;
        m_state.place = event.place;
        m_effects.emplace_back(Settle {}); // it rests on, and that is written down
    }

    void operator()(const turnevent::Wanted &)
    {
        if (!m_state.awaitsRoute() || m_state.batch)
            return;
        m_state.wanted = true;
        setWait(m_around.now);
    }

    void operator()(const turnevent::UndoCancel &event)
    {
        if (m_state.phase != TurnPhase::Cancelled)
            return;
        newRound(0);
        m_state.batch = event.batch; // its own is cancelled
        m_state.phase = TurnPhase::Kept;
        if (m_state.batch)
            restInBatch();
        else
            m_state.offPeak ? awaitHours() : keep(Reason::AskedByPerson);
    }

    void operator()(const turnevent::UseChain &event)
    {
        const bool waits = m_state.phase == TurnPhase::Waiting || m_state.awaitsRoute() || m_state.awaitsHours();
        if (!waits || event.chain == m_state.chain)
            return;
        abandonAttempt();
        m_state.chain = event.chain;
        m_state.overtaken = false;
        newRound(0);
        if (m_state.batch) { // the spend limit holds it back, and goes on to
            m_state.batch = event.batch.value_or(BatchWait {});
            restInBatch();
            return;
        }
        m_state.maySpend = m_around.spentUp;
        m_state.offPeak ? awaitHours() : goOn(Reason::AskedByPerson);
    }

    void operator()(const turnevent::HoursChanged &)
    {
        if (m_state.phase == TurnPhase::Kept && m_state.offPeak && !m_state.batch && !m_state.offPeak->anyway && !isMissed())
            awaitHours();
    }

    void operator()(const turnevent::TryNow &)
    {
        if ((m_state.phase != TurnPhase::Waiting && m_state.phase != TurnPhase::Kept) || m_state.isInBatch())
            return;
        const ChainStep *here = m_state.currentStep();
        if (here == nullptr || isLimited(here->route))
            return; // one's own limit: an earlier try would fail
        std::optional<Instant> &last = m_around.conditions.route(here->route).insisted;
        if (last && m_around.now - *last < insistPause)
            return;
        last = m_around.now;
        const bool wasKept = m_state.phase == TurnPhase::Kept;
        const bool sent = sendHere(m_state.step, Reason::AskedByPerson, Insist::Yes);
        m_state.maySpend = sent && m_around.spentUp;
        if (!sent || !wasKept)
            return;
        m_state.batch.reset();
        m_state.looking = true;
        m_state.roundFrom = m_state.attempts.size() - 1;
        m_state.deadline = m_around.now + m_state.policy.patience.turn;
    }

    void operator()(const turnevent::UseNext &)
    {
        const bool waits = m_state.phase == TurnPhase::Waiting || m_state.phase == TurnPhase::Sending || m_state.phase == TurnPhase::Kept;
        if (!waits || m_state.isInBatch() || !m_state.nextRoute() || isLimited(*m_state.nextRoute()))
            return; // under its limit it would only send us back here
        abandonAttempt();
        m_state.offPeak.reset();
        m_state.batch.reset();
        m_state.maySpend = m_around.spentUp;
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
        if (m_state.isInBatch()) {
            leaveBatch(Timing::Now);
            return;
        }
        m_state.overtaken = false;
        m_state.wanted = false;
        if (m_state.batch) { // their spend limit held it back
            m_state.maySpend = true;
            restInBatch();
            return;
        }
        m_state.offPeak.reset();
        m_state.continuing = false;
        m_state.maySpend = m_around.spentUp;
        newRound(0);
        goOn(Reason::AskedByPerson);
    }

    void operator()(const turnevent::Continue &)
    {
        const bool continuable = m_state.phase == TurnPhase::BrokenOff || m_state.phase == TurnPhase::Stopped || m_state.phase == TurnPhase::Answered;
        if (!continuable || m_state.answer.isEmpty())
            return;
        m_state.continuing = true; // on the step that answered: one voice
        m_state.maySpend = m_around.spentUp;
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

    [[nodiscard]] bool isLimited(const RouteId &route) const { return breakwater::isLimited(m_state, route, m_around.conditions, m_around.now); }

    /// The person's own limit: what they did not ask for since it was reached waits for them.
    [[nodiscard]] bool isSpentUp() const { return m_around.spentUp && !m_state.maySpend; }

    // ---- where to go ----

    /// Sends on the step that can answer soonest for what it is worth, or waits for it, or keeps the turn.
    void goOn(Reason reason)
    {
        if (m_state.currentStep() == nullptr) {
            giveUp(Reason::NoRoute);
            return;
        }
        const auto best = chooseStep(m_state.chain, claimsOf(m_state, m_around.conditions, m_around.now), m_state.need, m_around.conditions, m_state.policy, m_around.now);
        if (!best) {
            nothingHelps();
            return;
        }
        if (sendsLeft(m_state) <= 0) {
            lastResort(Reason::AttemptsUsed);
            return;
        }
        if (!fitsPatience(m_state, std::max(best->at, m_around.now))) {
            lastResort(reasonToStop(m_state, *best));
            return;
        }
        if (isSpentUp()) {
            keep(Reason::SpendLimit);
            return;
        }
        if (best->at <= m_around.now) {
            if (best->step != m_state.step)
                leaveFor(*best);
            if (sendHere(best->step, reason, Insist::No))
                return;
        }
        if (m_state.looking) {
            keep(Reason::OutboxLook);
            return;
        }
        waitFor(*best);
    }

    void nothingHelps()
    {
        // More than the limit holds even when it is full: no wait makes it fit, and the server would only say so too.
        if (const auto limit = limitExceeded(m_state, m_state.currentStep()->route, m_around.conditions, m_around.now)) {
            m_state.fault = tooLarge(m_state, *limit);
            giveUp(Reason::NotRetryable);
            return;
        }
        if (m_state.fault && lastsTooLong(m_state, *m_state.fault)) {
            lastResort(Reason::WaitTooLong);
            return;
        }
        const bool passes = m_state.fault && verdictOn(*m_state.fault).outcome != RouteOutcome::Neutral;
        // A provider's trouble passes with time; a person's or the network's own does not.
        passes ? lastResort(Reason::NotRetryable) : giveUp(m_state.fault ? Reason::NotRetryable : Reason::NoRouteLeft);
    }

    /// The person asked for this route: its pause does not count, its limit does.
    void insistHere()
    {
        const ChainStep *here = m_state.currentStep();
        if (here == nullptr || isLimited(here->route) || !sendHere(m_state.step, Reason::AskedByPerson, Insist::Yes))
            goOn(Reason::AskedByPerson);
    }

    void leaveFor(const Opening &best) { move(best.step, reasonToLeave(m_state, best, m_around.conditions, m_around.now)); }
    void move(std::size_t to, Reason reason)
    {
        decide({Action::MoveOn, reason, {}, m_state.chain.steps.at(m_state.step).route, m_state.chain.steps.at(to).route});
        m_state.step = to;
    }

    bool sendHere(std::size_t step, Reason reason, Insist insist)
    {
        Attempt attempt;
        attempt.number = static_cast<int>(m_state.attempts.size()) + 1;
        attempt.route = m_state.chain.steps.at(step).route;
        const double price = insist == Insist::Yes ? 0.0 : claimsOf(m_state, m_around.conditions, m_around.now).at(step).price;
        if (!m_books.sent(attempt, m_state.need, price, insist == Insist::Yes))
            return false;
        m_effects.emplace_back(ClearAlarm {});
        m_state.wait.reset();
        m_state.decision = Decision {Action::Send, reason, {}, {}, {}};
        m_state.phase = TurnPhase::Sending;
        attempt.continues = m_state.continuing;
        attempt.sentAt = m_around.wall;
        attempt.startedAfter = m_around.now - m_state.accepted;
        m_state.attempts.push_back(std::move(attempt));
        m_effects.emplace_back(Send {});
        return true;
    }

    // ---- how to wait ----

    void waitFor(const Opening &opening)
    {
        // A gate that opens now and did not let us through will be looked at again in a moment.
        const Instant until = std::max(opening.at, m_around.now + sameWait);
        const Decision decision = decisionToWait(m_state, opening, m_around.now, until);
        const bool waitsAlready = m_state.phase == TurnPhase::Waiting && m_state.wait && m_state.decision && m_state.decision->action == Action::Wait
            && m_state.step == opening.step && m_state.decision->reason == decision.reason;
        if (waitsAlready) { // the same wait, which became longer or shorter: no decision of its own
            const Duration moved = until - m_state.wait->until;
            if (moved > sameWait || moved < -sameWait)
                setWait(until, m_state.wait->from);
            else if (m_state.wait->until <= m_around.now)
                m_effects.emplace_back(SetAlarm {until});
            return;
        }
        if (opening.step != m_state.step)
            leaveFor(opening);
        decide(decision);
        m_state.phase = TurnPhase::Waiting;
        setWait(until);
    }

    void setWait(Instant until) { setWait(until, m_around.now); }
    void setWait(Instant until, Instant from)
    {
        m_state.wait = Wait {from, until};
        m_effects.emplace_back(SetAlarm {until});
    }

    /// The turn's own wait before it asks this route again.
    void rest(const RouteId &route, const Fault &fault)
    {
        // Two draws in one order, whatever is used of them: the same seed gives the same course.
        const double draw = m_around.jitter.next();
        const double spread = m_around.jitter.next();
        const Rest fresh {route, {}, restAfter(m_state, route, fault, m_around.conditions, m_around.now, {draw, spread})};
        Rest *known = restOn(m_state, route);
        Rest &kept = known != nullptr ? *known : m_state.rests.emplace_back();
        kept = fresh;
        kept.until = m_around.now + std::min(fresh.delay.total(), longestRest);
        // Nobody else should run into a limit that did not say how long it lasts.
        if (fault.kind == FaultKind::RateLimited && !fault.hint)
            m_around.conditions.pace(route).close(kept.until);
    }

    void keep(Reason reason)
    {
        if (m_state.continuing) {
            endBrokenOff(reason);
            return;
        }
        if (reason != Reason::SpendLimit) // said once, below
            decide({Action::Keep, reason, {}, {}, {}});
        m_state.phase = TurnPhase::Kept;
        if (m_state.looking)
            ++m_state.looks;
        m_state.looking = false;
        m_state.rests.clear();
        const Duration pause = std::min(longestLook, firstLook * (1 << std::min(m_state.looks, 4)));
        if (m_state.overtaken || reason == Reason::SpendLimit) {
            askFirst(m_state.overtaken ? Reason::AskFirst : reason);
            return;
        }
        // A look begins anew: what keeps it from being sent is the routes' gates, nothing of this round.
        const std::vector<Claim> anew(m_state.chain.steps.size());
        const auto best = chooseStep(m_state.chain, anew, m_state.need, m_around.conditions, m_state.policy, m_around.now);
        // Everybody's outbox sees the route reopen at the same moment: spread the looks.
        const Duration spread = fromSeconds(3.0 * m_around.jitter.next());
        setWait(std::max(m_around.now + pause, best ? best->at : m_around.now) + spread);
        m_effects.emplace_back(Settle {});
    }

    /// What was kept for long, or was overtaken by its conversation, may not be wanted any more; and what a person spends
    /// is theirs to say.
    void askFirst(Reason reason = Reason::AskFirst)
    {
        m_state.wait.reset();
        m_effects.emplace_back(ClearAlarm {});
        decide({Action::Keep, reason, {}, {}, {}});
        m_effects.emplace_back(Settle {});
    }

    void look()
    {
        if (m_state.wanted) {
            (*this)(turnevent::Again {});
            return;
        }
        if (m_state.batch) {
            restInBatch();
            return;
        }
        if (m_state.offPeak && !mayGoNow())
            return;
        // An off-peak turn is meant to wait: only what it waits beyond its hours is longer than the person thought.
        const WallTime waitsFrom = m_state.offPeak ? m_state.offPeak->anyway.value_or(m_around.wall) : m_state.acceptedAt;
        if (m_around.wall - waitsFrom > m_state.policy.patience.askAfter) {
            askFirst();
            return;
        }
        const int looks = m_state.looks;
        m_state.maySpend = false;
        newRound(0);
        m_state.looks = looks;
        m_state.looking = true;
        goOn(Reason::OutboxLook);
    }

    // ---- off-peak ----

    /// The hours that it waited for are over.
    [[nodiscard]] bool isMissed() const
    {
        const Stretch &own = m_state.offPeak->stretch;
        return own.from < own.until && own.until <= m_around.wall;
    }

    /// Rests until its moment in the hours that are on or the next to come.
    void awaitHours()
    {
        if (!m_around.offPeak) {
            m_state.phase = TurnPhase::Kept;
            askFirst(Reason::NoHours);
            return;
        }
        OffPeakWait &own = *m_state.offPeak;
        if (own.stretch != m_around.offPeak->stretch)
            own = {m_around.offPeak->stretch, startWithin(m_around.offPeak->stretch, m_around.wall, m_around.jitter.next()), {}};
        restUntil(own.start, Reason::OffPeak);
    }

    /// The wall clock decides, and it may be set or sleep: it is looked at every few minutes.
    void restUntil(WallTime moment, Reason reason)
    {
        const Duration left = std::max<Duration>(moment - m_around.wall, Duration::zero());
        const bool rests = m_state.phase == TurnPhase::Kept && m_state.wait && m_state.decision && m_state.decision->reason == reason;
        m_state.phase = TurnPhase::Kept;
        setWait(m_around.now + std::min(left, longestLook), rests ? m_state.wait->from : m_around.now);
        if (rests)
            return; // it goes on as it is on disk
        decide({Action::Keep, reason, {}, {}, {}});
        m_effects.emplace_back(Settle {});
    }

    /// Whether a turn sent off-peak may look for a route. If not, it rests, or asks.
    [[nodiscard]] bool mayGoNow()
    {
        OffPeakWait &own = *m_state.offPeak;
        if (own.anyway)
            return true;
        if (isMissed()) {
            const MissedHours missed = m_around.offPeak ? m_around.offPeak->missed : MissedHours::Ask;
            if (missed == MissedHours::Ask)
                askFirst(Reason::HoursMissed);
            else if (missed == MissedHours::NextTime)
                awaitHours();
            else
                own.anyway = m_around.wall;
            return own.anyway.has_value();
        }
        if (!m_around.offPeak || own.stretch != m_around.offPeak->stretch || m_around.wall < own.start) {
            awaitHours();
            return false;
        }
        if (m_around.offPeak->onlyWhenCalm && !isCalm(m_state, m_around.conditions, m_around.now)) {
            const Duration pause = fromSeconds(toSeconds(roughPause) * (0.5 + m_around.jitter.next()));
            restUntil(std::min(own.stretch.until, m_around.wall + std::chrono::duration_cast<std::chrono::milliseconds>(pause)), Reason::RoughWeather);
            return false;
        }
        return true;
    }

    // ---- in a batch ----

    /// Rests while a batch of its own answers it. Whoever runs batches sees that.
    void restInBatch()
    {
        m_state.phase = TurnPhase::Kept;
        if (m_state.batch->route.isEmpty()) {
            m_state.batch.reset();
            askFirst(Reason::NoBatch);
        } else {
            askFirst(isSpentUp() ? Reason::SpendLimit : Reason::InBatch);
        }
    }

    /// What the batch may be answering already is asked nowhere else before the batch says that it does not.
    void leaveBatch(Timing timing)
    {
        m_state.batch->leaves = true;
        m_state.offPeak = timing == Timing::OffPeak ? std::optional(OffPeakWait {}) : std::nullopt;
        m_effects.emplace_back(Settle {});
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
        m_state.rests.clear();
        m_state.roundFrom = m_state.attempts.size();
        m_state.deadline = m_around.now + m_state.policy.patience.turn;
    }

    // ---- what happened ----

    void takeFault(const Fault &fault)
    {
        Attempt &attempt = m_state.attempts.back();
        attempt.fault = fault;
        if (fault.status)
            attempt.status = fault.status;
        if (!fault.requestId.isEmpty())
            attempt.requestId = fault.requestId;
        m_state.fault = fault;
    }

    void answered(Duration longestSilence)
    {
        if (m_state.phase == TurnPhase::Sending) // a whole answer without content: nothing to say against the route
            m_books.abandoned(m_state.attempts.back(), m_state.need);
        else
            m_books.ended(m_state.attempts.back(), std::nullopt, longestSilence);
        m_state.fault.reset();
        m_state.continuing = false;
        report(SampleClass::Answered, std::nullopt);
        settle(TurnPhase::Answered);
    }

    /// A refused key says nothing about the route: it is asked again at once with the next key, as if for the first
    /// time and for nothing.
    [[nodiscard]] bool passOn(const Fault &fault)
    {
        if (verdictOn(fault).gate != GateKind::Credential || sendsLeft(m_state) <= 0)
            return false;
        takeFault(fault);
        m_state.fault.reset();
        Attempt &attempt = m_state.attempts.back();
        attempt.passedOn = true;
        m_books.abandoned(attempt, m_state.need);
        attempt.budgetAfter = m_books.budgetLevel(attempt.route);
        if (!sendHere(m_state.step, Reason::FirstTry, Insist::Yes))
            goOn(Reason::FirstTry);
        return true;
    }

    void refused(const Fault &fault, bool rewritable)
    {
        takeFault(fault);
        const std::size_t index = m_state.attempts.size() - 1;
        m_state.attempts[index].rewritable = rewritable;
        const RouteId asked = m_state.attempts[index].route;
        m_books.refused(m_state.attempts[index], m_state.need, fault, isFree(m_state, asked, fault));
        rest(asked, fault);
        const bool usableHere = claimsOf(m_state, m_around.conditions, m_around.now).at(m_state.step).usable;
        if (m_state.looking && usableHere)
            keep(Reason::OutboxLook);
        else
            goOn(fault.hint ? Reason::ServerHint : Reason::Backoff);
        m_state.attempts[index].budgetAfter = m_books.budgetLevel(asked);
        reportFault(fault);
    }

    /// An answer had begun. What came is kept, whatever follows.
    void brokeOff(const Fault &fault, int sentences, Duration longestSilence)
    {
        takeFault(fault);
        const std::size_t index = m_state.attempts.size() - 1;
        const Attempt attempt = m_state.attempts[index];
        m_books.ended(attempt, fault, longestSilence);
        rest(attempt.route, fault);
        const Duration streamed = *attempt.endedAfter - attempt.firstContentAfter.value_or(Duration::zero());
        const bool goesOn = !m_state.continuing && sendsLeft(m_state) > 0 && !isSpentUp();
        const bool early = streamed < m_state.policy.patience.startOver && fitsPatience(m_state, m_around.now);
        if (goesOn && early && verdictOn(fault).outcome != RouteOutcome::Neutral) {
            m_effects.emplace_back(SetAside {std::exchange(m_state.answer, {})});
            m_state.phase = TurnPhase::Sending; // until it is known what follows
            goOn(Reason::StartedOver);
        } else if (goesOn && verdictOn(fault).continues && !m_state.continuedByItself && sentences >= 1) {
            m_state.continuedByItself = true;
            m_state.continuing = true;
            goOn(Reason::BrokeOff);
        } else {
            endBrokenOff(Reason::BrokeOff);
        }
        m_state.attempts[index].budgetAfter = m_books.budgetLevel(attempt.route);
        reportFault(fault);
    }

    /// A person ends the attempt or the wait: no effect on the route's health.
    void abandonAttempt()
    {
        m_effects.emplace_back(ClearAlarm {});
        m_state.wait.reset();
        if (!underWay())
            return;
        Attempt &attempt = m_state.attempts.back();
        attempt.endedAfter = sinceSent(attempt);
        Fault cancelled;
        cancelled.kind = FaultKind::Cancelled;
        attempt.fault = cancelled;
        m_books.abandoned(attempt, m_state.need);
        m_effects.emplace_back(Abort {});
    }

    void decide(const Decision &decision)
    {
        m_state.decision = decision;
        if (m_state.attempts.empty())
            return;
        Attempt &last = m_state.attempts.back();
        (last.decision ? last.afterwards : last.decision) = decision;
    }

    void endBrokenOff(Reason reason)
    {
        decide({Action::GiveUp, reason, {}, {}, {}});
        settle(TurnPhase::BrokenOff);
    }

    void giveUp(Reason reason)
    {
        if (m_state.continuing) {
            endBrokenOff(reason);
            return;
        }
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

    void settle(TurnPhase phase)
    {
        m_state.phase = phase;
        m_state.ended = m_around.now;
        m_state.looking = false;
        m_state.wait.reset();
        m_state.rests.clear();
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
        sample.sentAfter = ended->startedAfter;
        if (ended->fault) {
            sample.fault = ended->fault->kind;
            if (ended->fault->hint)
                sample.hint = ended->fault->hint->wait;
        }
        sample.firstContent = ended->firstContentAfter;
        sample.total = *ended->endedAfter;
        sample.wait = wait;
        m_effects.emplace_back(Report {sample});
    }

    TurnState &m_state;
    TurnSurroundings m_around;
    Bookkeeping m_books;
    std::vector<TurnEffect> m_effects;
};

} // namespace

SilenceLimits silenceLimitsFor(const TurnState &state, const Conditions &conditions, const OwnPatience &own)
{
    if (state.attempts.empty())
        return silenceLimits(state.policy.patience, TrackRecord {}, 0, own);
    const auto silent = std::count_if(state.attempts.begin(), state.attempts.end(), [](const Attempt &each) {
        return each.fault && (each.fault->kind == FaultKind::SlowHeaders || each.fault->kind == FaultKind::Stalled);
    });
    return silenceLimits(state.policy.patience, conditions.route(state.attempts.back().route).record, static_cast<int>(silent), own);
}

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
