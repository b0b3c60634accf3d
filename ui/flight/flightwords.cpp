// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightwords.h"

#include "ui/words/faultwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

namespace breakwater {

namespace {

struct FlightRecordSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::FlightRecord)
};

/// The word for a fault that is no weather.
QString wordFor(FaultKind kind)
{
    if (kind == FaultKind::Auth || kind == FaultKind::Forbidden)
        return FlightRecordSaying::tr("Key refused");
    if (kind == FaultKind::Billing || kind == FaultKind::QuotaHard)
        return FlightRecordSaying::tr("Credit used up");
    if (kind == FaultKind::NoModel)
        return FlightRecordSaying::tr("Unknown model");
    if (kind == FaultKind::TooLarge)
        return FlightRecordSaying::tr("Too large");
    if (kind == FaultKind::DiskFull || kind == FaultKind::ReadOnly || kind == FaultKind::Store)
        return FlightRecordSaying::tr("Not saved");
    return kind == FaultKind::Cancelled ? FlightRecordSaying::tr("Stopped") : FlightRecordSaying::tr("Not accepted");
}

QString wordFor(SampleClass which)
{
    switch (which) {
    case SampleClass::Answered:
        return FlightRecordSaying::tr("Answered");
    case SampleClass::OwnLimit:
        return FlightRecordSaying::tr("Your limit");
    case SampleClass::Overloaded:
        return FlightRecordSaying::tr("Overloaded");
    case SampleClass::ServerError:
        return FlightRecordSaying::tr("Server error");
    case SampleClass::Network:
        return FlightRecordSaying::tr("Network");
    }
    return {};
}

QString sideFor(SampleClass which)
{
    switch (which) {
    case SampleClass::OwnLimit:
        return FlightRecordSaying::tr("yours");
    case SampleClass::Overloaded:
    case SampleClass::ServerError:
        return FlightRecordSaying::tr("theirs");
    case SampleClass::Answered:
    case SampleClass::Network:
        return {};
    }
    return {};
}

QString noteFor(const Decision &decision, const RouteTable &routes)
{
    switch (decision.action) {
    case Action::Send:
        return {};
    case Action::Wait:
        // The length of a wait stands beside its bar; what it was for, only where it was no plain backoff.
        return decision.reason == Reason::Backoff || decision.reason == Reason::ServerHint ? QString() : FlightRecordSaying::tr("Waited. %1").arg(reasonSentence(decision, routes));
    case Action::MoveOn: {
        const QString reason = reasonSentence(decision, routes);
        if (decision.to && decision.reason == Reason::Sooner)
            return FlightRecordSaying::tr("Back to %1. %2").arg(shortRouteName(routes, *decision.to), reason);
        return decision.to ? FlightRecordSaying::tr("Moved to %1. %2").arg(shortRouteName(routes, *decision.to), reason) : FlightRecordSaying::tr("Moved on. %1").arg(reason);
    }
    case Action::Keep:
        return FlightRecordSaying::tr("Kept in the outbox. %1").arg(reasonSentence(decision, routes));
    case Action::GiveUp:
        return FlightRecordSaying::tr("Gave up. %1").arg(reasonSentence(decision, routes));
    case Action::Continue:
        return FlightRecordSaying::tr("Asked for the rest. %1").arg(reasonSentence(decision, routes));
    }
    return {};
}

/// " after 3 attempts on 2 routes, 6.1 s"
QString effort(const TurnState &turn)
{
    std::set<RouteId> used;
    for (const Attempt &attempt : turn.attempts)
        used.insert(attempt.route);
    const std::size_t attempts = turn.attempts.size();
    QString text = attempts == 1 ? FlightRecordSaying::tr("after 1 attempt") : FlightRecordSaying::tr("after %1 attempts").arg(attempts);
    if (attempts > 1)
        text = used.size() == 1 ? FlightRecordSaying::tr("%1 on 1 route").arg(text) : FlightRecordSaying::tr("%1 on %2 routes").arg(text).arg(used.size());
    return isSettled(turn.phase) ? FlightRecordSaying::tr("%1, %2").arg(text, recordSpan(turn.took())) : text;
}

/// Whether what came of this attempt was set aside: the next one asked from the start.
bool startedOver(const TurnState &turn, std::size_t index)
{
    const Attempt &attempt = turn.attempts[index];
    const bool broke = attempt.firstContentAfter && attempt.fault && attempt.fault->kind != FaultKind::Cancelled;
    return broke && index + 1 < turn.attempts.size() && !turn.attempts[index + 1].continues;
}

} // namespace

AttemptResult attemptResult(const Attempt &attempt)
{
    AttemptResult result;
    if (attempt.status)
        result.code = QString::number(*attempt.status);
    else if (attempt.fault && attempt.fault->status)
        result.code = QString::number(*attempt.fault->status);

    if (attempt.fault)
        result.mark = sampleClass(*attempt.fault);
    else if (attempt.endedAfter)
        result.mark = SampleClass::Answered;

    if (result.mark) {
        result.word = attempt.firstContentAfter && attempt.fault && result.mark == SampleClass::Network ? FlightRecordSaying::tr("Broke off") : wordFor(*result.mark);
        result.side = sideFor(*result.mark);
    } else if (attempt.fault) {
        result.word = wordFor(attempt.fault->kind);
    } else {
        result.word = attempt.firstContentAfter ? FlightRecordSaying::tr("Streaming") : FlightRecordSaying::tr("Under way");
    }
    return result;
}

const Decision *waitDecision(const Attempt &attempt)
{
    for (const std::optional<Decision> *decision : {&attempt.decision, &attempt.afterwards}) {
        if (*decision && (*decision)->action == Action::Wait)
            return &**decision;
    }
    return nullptr;
}

bool isUnderWay(const TurnState &turn, std::size_t index)
{
    const bool running = turn.phase == TurnPhase::Sending || turn.phase == TurnPhase::Streaming;
    return running && index + 1 == turn.attempts.size() && !turn.attempts[index].endedAfter;
}

AttemptResult attemptResult(const TurnState &turn, std::size_t index)
{
    AttemptResult result = attemptResult(turn.attempts[index]);
    const Attempt &attempt = turn.attempts[index];
    if (!attempt.endedAfter && !attempt.fault && !isUnderWay(turn, index))
        result.word = FlightRecordSaying::tr("Interrupted");
    return result;
}

Duration endOf(const TurnState &turn, std::size_t index, std::optional<Duration> elapsed)
{
    const Attempt &attempt = turn.attempts[index];
    if (attempt.endedAfter)
        return attempt.startedAfter + *attempt.endedAfter;
    const Duration known = attempt.startedAfter + attempt.firstContentAfter.value_or(attempt.headersAfter.value_or(Duration::zero()));
    return isUnderWay(turn, index) && elapsed ? std::max(known, *elapsed) : known;
}

FlightGap gapAfter(const TurnState &turn, std::size_t index, std::optional<Duration> elapsed)
{
    const Attempt &attempt = turn.attempts[index];
    const Decision *waited = waitDecision(attempt);
    const std::optional<Duration> planned = waited != nullptr && waited->delay ? std::optional(waited->delay->total()) : std::nullopt;
    const auto keeps = [](const std::optional<Decision> &decision) { return decision && decision->action == Action::Keep; };
    const bool last = index + 1 == turn.attempts.size();
    // What the outbox decides at a look without an attempt is written to the turn alone.
    const bool kept = keeps(attempt.decision) || keeps(attempt.afterwards) || (last && turn.phase == TurnPhase::Kept);

    if (!attempt.endedAfter && !kept)
        return {};
    if (last && !kept && planned && isSettled(turn.phase)) // it ended while it waited
        return {std::clamp(turn.took() - endOf(turn, index), Duration::zero(), *planned), {}};
    if (last && !kept)
        return {planned, {}};
    if (last && (turn.phase != TurnPhase::Kept || !elapsed))
        return {planned, {}};

    const Duration next = last ? *elapsed : turn.attempts[index + 1].startedAfter;
    const Duration gap = std::max(next - endOf(turn, index), Duration::zero());
    if (!kept) // Moving on at once still takes a moment; that is no wait.
        return {waited != nullptr ? std::optional(gap) : std::nullopt, {}};
    const std::optional<Duration> wait = planned ? std::optional(std::min(*planned, gap)) : std::nullopt;
    return {wait, gap - wait.value_or(Duration::zero())};
}

std::optional<Duration> waitAfter(const TurnState &turn, std::size_t index)
{
    return gapAfter(turn, index).wait;
}

std::optional<Duration> heldBefore(const TurnState &turn, std::optional<Duration> elapsed)
{
    constexpr Duration atOnce = std::chrono::milliseconds(500); // to the disk and through the gates
    std::optional<Duration> held;
    if (!turn.attempts.empty())
        held = turn.attempts.front().startedAfter;
    else if (isSettled(turn.phase))
        held = turn.took();
    else
        held = elapsed;
    return held && *held > atOnce ? held : std::nullopt;
}

namespace {

/// Adds what was said; what was not said adds nothing.
void add(std::optional<qint64> &sum, const std::optional<qint64> &tokens)
{
    if (tokens)
        sum = sum.value_or(0) + *tokens;
}

/// The first of the attempts that the answer is made of: those after it asked for the rest.
std::size_t answerFrom(const TurnState &turn)
{
    std::size_t from = turn.attempts.size();
    while (from > 0) {
        --from;
        if (!turn.attempts[from].continues)
            break;
    }
    return from;
}

} // namespace

FlightTotals flightTotals(const TurnState &turn, std::optional<Duration> elapsed)
{
    FlightTotals totals;
    if (isSettled(turn.phase))
        totals.inAll = turn.took();
    totals.waiting = heldBefore(turn, elapsed).value_or(Duration::zero());
    const std::size_t answer = answerFrom(turn);
    for (std::size_t index = 0; index < turn.attempts.size(); ++index) {
        const Attempt &attempt = turn.attempts[index];
        const FlightGap gap = gapAfter(turn, index, elapsed);
        if (index + 1 < turn.attempts.size() || isSettled(turn.phase))
            totals.waiting += gap.wait.value_or(Duration::zero());
        else if (gap.wait && elapsed)
            totals.waiting += std::clamp(*elapsed - endOf(turn, index), Duration::zero(), *gap.wait);
        totals.waiting += gap.outbox.value_or(Duration::zero());
        if (attempt.firstContentAfter && !totals.firstContent)
            totals.firstContent = attempt.startedAfter + *attempt.firstContentAfter;
        for (const std::optional<qint64> &tokens : {attempt.usage.input, attempt.usage.output})
            add(totals.tokensPaid, tokens);
        if (index >= answer) {
            add(totals.tokensIn, attempt.usage.input);
            add(totals.tokensOut, attempt.usage.output);
        }
    }
    return totals;
}

QString hintWords(const Attempt &attempt)
{
    const Decision *decision = waitDecision(attempt);
    const std::optional<Hint> hint = attempt.fault ? attempt.fault->hint : std::nullopt;
    if (hint) {
        switch (hint->source) {
        case HintSource::RetryAfterMs:
            return FlightRecordSaying::tr("retry-after-ms: %1").arg(roundSpan(hint->wait));
        case HintSource::RetryAfterSeconds:
        case HintSource::RetryAfterDate:
            return FlightRecordSaying::tr("retry-after: %1").arg(roundSpan(hint->wait));
        case HintSource::RateLimitReset:
            return FlightRecordSaying::tr("the limit’s reset: %1").arg(roundSpan(hint->wait));
        case HintSource::RetryInfo:
            return FlightRecordSaying::tr("retryDelay: %1").arg(roundSpan(hint->wait));
        }
    }
    const bool waited = decision != nullptr && decision->delay && decision->delay->hint > Duration::zero();
    return waited ? roundSpan(decision->delay->hint) : QString();
}

QString randomRange(const TurnState &turn, const Attempt &attempt)
{
    const Decision *decision = waitDecision(attempt);
    if (decision == nullptr || !decision->delay || decision->delay->ceiling <= Duration::zero())
        return {};
    const Delay &delay = *decision->delay;
    const Randomness randomness = turn.policy.delay.randomness;
    const std::optional<Hint> hint = delay.hint > Duration::zero() ? std::optional(Hint {delay.hint, {}}) : std::nullopt;
    // The ends of the range as the policy draws it: a hint is followed by a spread of its own.
    const auto drawn = [&](double chance) {
        return delayBefore({delay.ceiling, delay.ceiling}, randomness, 0, hint, {chance, chance}).random;
    };
    if (drawn(0.0) == drawn(1.0))
        return FlightRecordSaying::tr("always the same");
    // Drawn by rules that changed since: the end that the attempt kept is the one that is known.
    const Duration most = std::max(drawn(1.0), delay.random);
    const Duration least = std::min(drawn(0.0), delay.random);
    return least > Duration::zero() ? FlightRecordSaying::tr("drawn between %1 and %2").arg(roundSpan(least), roundSpan(most)) : FlightRecordSaying::tr("drawn between 0 and %1").arg(roundSpan(most));
}

QString recordSpan(Duration span)
{
    const qint64 tenths = std::llround(std::max(0.0, toSeconds(span)) * 10);
    if (tenths < 600)
        return FlightRecordSaying::tr("%1 s").arg(QLocale().toString(static_cast<double>(tenths) / 10, 'f', 1));
    return roundSpan(span);
}

QString firstTokenSpan(Duration span)
{
    const qint64 hundredths = std::llround(std::max(0.0, toSeconds(span)) * 100);
    return hundredths < 100 ? FlightRecordSaying::tr("%1 s").arg(QLocale().toString(static_cast<double>(hundredths) / 100, 'f', 2)) : recordSpan(span);
}

QString roundSpan(Duration span)
{
    const double seconds = std::max(0.0, toSeconds(span));
    const qint64 tenths = std::llround(seconds * 10);
    if (tenths < 600)
        return FlightRecordSaying::tr("%1 s").arg(QLocale().toString(static_cast<double>(tenths) / 10, 'f', tenths % 10 == 0 ? 0 : 1));
    const qint64 whole = std::llround(seconds);
    if (whole < 3600)
        return whole % 60 == 0 ? FlightRecordSaying::tr("%1 min").arg(whole / 60) : FlightRecordSaying::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    const qint64 minutes = std::llround(seconds / 60);
    return minutes % 60 == 0 ? FlightRecordSaying::tr("%1 h").arg(minutes / 60) : FlightRecordSaying::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString flightSum(const TurnState &turn, const RouteTable &routes)
{
    if (turn.isInBatch())
        return FlightRecordSaying::tr("In a batch, which answers it");
    if (turn.phase == TurnPhase::Answered && turn.batch)
        return FlightRecordSaying::tr("Answered in a batch by %1, at half the price").arg(routeName(routes, turn.batch->route));
    if (turn.attempts.empty() && turn.phase != TurnPhase::Kept)
        return isSettled(turn.phase) ? FlightRecordSaying::tr("Never sent") : FlightRecordSaying::tr("Not sent yet");
    const auto model = [&] {
        const RouteId &id = turn.attempts.back().route;
        const Route *route = routes.route(id);
        return route ? route->model : id.text();
    };
    switch (turn.phase) {
    case TurnPhase::Accepted:
        return FlightRecordSaying::tr("Waiting to be sent");
    case TurnPhase::Sending:
        return FlightRecordSaying::tr("Attempt %1 is under way, on %2").arg(turn.attempts.back().number).arg(model());
    case TurnPhase::Streaming:
        return FlightRecordSaying::tr("%1 is writing, attempt %2").arg(model()).arg(turn.attempts.back().number);
    case TurnPhase::Waiting:
        return FlightRecordSaying::tr("Waiting for the next attempt, %1").arg(effort(turn));
    case TurnPhase::Kept:
        return turn.attempts.empty() ? FlightRecordSaying::tr("Kept in the outbox") : FlightRecordSaying::tr("Kept in the outbox %1").arg(effort(turn));
    case TurnPhase::Unknown:
        return FlightRecordSaying::tr("Was under way when Breakwater ended");
    case TurnPhase::Answered:
        return turn.attempts.size() == 1 ? FlightRecordSaying::tr("Answered by %1 at the first attempt, %2").arg(model(), recordSpan(turn.took()))
                                         : FlightRecordSaying::tr("Answered by %1 %2").arg(model(), effort(turn));
    case TurnPhase::BrokenOff:
        return FlightRecordSaying::tr("Broke off %1").arg(effort(turn));
    case TurnPhase::Stopped:
        return FlightRecordSaying::tr("Stopped %1").arg(effort(turn));
    case TurnPhase::Failed:
        return FlightRecordSaying::tr("Not answered %1").arg(effort(turn));
    case TurnPhase::Cancelled:
        return FlightRecordSaying::tr("Cancelled %1").arg(effort(turn));
    }
    return {};
}

std::vector<FlightRow> flightRows(const TurnState &turn, const RouteTable &routes)
{
    std::vector<FlightRow> rows;
    if (turn.attempts.empty()) {
        if (const QString note = turn.decision ? noteFor(*turn.decision, routes) : QString(); !note.isEmpty())
            rows.push_back({0, note});
        return rows;
    }
    if (const std::optional<Duration> held = heldBefore(turn))
        rows.push_back({0, FlightRecordSaying::tr("Held for %1 before its first attempt.").arg(roundSpan(*held))});
    for (std::size_t index = 0; index < turn.attempts.size(); ++index) {
        rows.push_back({index, {}});
        const bool cutShort = !turn.attempts[index].endedAfter && !turn.attempts[index].fault && !isUnderWay(turn, index);
        if (cutShort && turn.phase != TurnPhase::Stopped && turn.phase != TurnPhase::Cancelled)
            rows.push_back({index, reasonSentence({Action::Keep, Reason::Interrupted, {}, {}, {}}, routes)});
        if (startedOver(turn, index))
            rows.push_back({index, reasonSentence({Action::Send, Reason::StartedOver, {}, {}, {}}, routes)});
        for (const std::optional<Decision> &decision : {turn.attempts[index].decision, turn.attempts[index].afterwards}) {
            if (const QString note = decision ? noteFor(*decision, routes) : QString(); !note.isEmpty())
                rows.push_back({index, note});
        }
    }
    return rows;
}

QString breakerSentence(const Attempt &attempt)
{
    const AttemptResult result = attemptResult(attempt);
    const bool paused = (attempt.decision && attempt.decision->reason == Reason::RoutePaused)
        || (attempt.afterwards && attempt.afterwards->reason == Reason::RoutePaused);
    const QString phase = attempt.permit.probe ? FlightRecordSaying::tr("Testing (half-open).") : FlightRecordSaying::tr("Flowing (closed).");
    if (result.mark == SampleClass::OwnLimit)
        return FlightRecordSaying::tr("%1 A 429 never counts against a route.").arg(phase);
    if (paused)
        return FlightRecordSaying::tr("%1 This failure paused the route (open).").arg(phase);
    if (result.mark && *result.mark != SampleClass::Answered)
        return FlightRecordSaying::tr("%1 This failure counts against the route.").arg(phase);
    return phase;
}

QString budgetFigure(double level)
{
    // Down, never up: a retry that is not all there cannot be spent.
    const double tenths = std::floor(level * 10.0 + 1e-6) / 10.0;
    return QLocale().toString(tenths, 'f', std::abs(tenths - std::round(tenths)) < 1e-9 ? 0 : 1);
}

} // namespace breakwater
