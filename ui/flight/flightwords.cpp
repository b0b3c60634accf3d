// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightwords.h"

#include "ui/words/faultwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>

namespace breakwater {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FlightRecord", text);
}

/// The word for a fault that is no weather.
QString wordFor(FaultKind kind)
{
    if (kind == FaultKind::Auth || kind == FaultKind::Forbidden)
        return tr("Key refused");
    if (kind == FaultKind::Billing || kind == FaultKind::QuotaHard)
        return tr("Credit used up");
    if (kind == FaultKind::NoModel)
        return tr("Unknown model");
    if (kind == FaultKind::TooLarge)
        return tr("Too large");
    if (kind == FaultKind::DiskFull || kind == FaultKind::ReadOnly || kind == FaultKind::Store)
        return tr("Not saved");
    return kind == FaultKind::Cancelled ? tr("Stopped") : tr("Not accepted");
}

QString wordFor(SampleClass which)
{
    switch (which) {
    case SampleClass::Answered:
        return tr("Answered");
    case SampleClass::OwnLimit:
        return tr("Your limit");
    case SampleClass::Overloaded:
        return tr("Overloaded");
    case SampleClass::ServerError:
        return tr("Server error");
    case SampleClass::Network:
        return tr("Network");
    }
    return {};
}

QString sideFor(SampleClass which)
{
    switch (which) {
    case SampleClass::OwnLimit:
        return tr("yours");
    case SampleClass::Overloaded:
    case SampleClass::ServerError:
        return tr("theirs");
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
        return decision.reason == Reason::Backoff || decision.reason == Reason::ServerHint ? QString() : tr("Waited. %1").arg(reasonSentence(decision, routes));
    case Action::MoveOn: {
        const QString reason = reasonSentence(decision, routes);
        if (decision.to && decision.reason == Reason::Sooner)
            return tr("Back to %1. %2").arg(shortRouteName(routes, *decision.to), reason);
        return decision.to ? tr("Moved to %1. %2").arg(shortRouteName(routes, *decision.to), reason) : tr("Moved on. %1").arg(reason);
    }
    case Action::Keep:
        return tr("Kept in the outbox. %1").arg(reasonSentence(decision, routes));
    case Action::GiveUp:
        return tr("Gave up. %1").arg(reasonSentence(decision, routes));
    case Action::Continue:
        return tr("Asked for the rest. %1").arg(reasonSentence(decision, routes));
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
    QString text = attempts == 1 ? tr("after 1 attempt") : tr("after %1 attempts").arg(attempts);
    if (attempts > 1)
        text = used.size() == 1 ? tr("%1 on 1 route").arg(text) : tr("%1 on %2 routes").arg(text).arg(used.size());
    return isSettled(turn.phase) ? tr("%1, %2").arg(text, shortSpan(turn.took())) : text;
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
        result.word = attempt.firstContentAfter && attempt.fault && result.mark == SampleClass::Network ? tr("Broke off") : wordFor(*result.mark);
        result.side = sideFor(*result.mark);
    } else if (attempt.fault) {
        result.word = wordFor(attempt.fault->kind);
    } else {
        result.word = attempt.firstContentAfter ? tr("Streaming") : tr("Under way");
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

std::optional<Duration> waitAfter(const TurnState &turn, std::size_t index)
{
    const Attempt &attempt = turn.attempts[index];
    if (!attempt.endedAfter)
        return std::nullopt;
    const Decision *waited = waitDecision(attempt);
    if (index + 1 < turn.attempts.size()) {
        const Duration gap = turn.attempts[index + 1].startedAfter - attempt.startedAfter - *attempt.endedAfter;
        // Moving on at once still takes a moment; that is no wait.
        return waited != nullptr ? std::optional(std::max(gap, Duration::zero())) : std::nullopt;
    }
    return waited != nullptr && waited->delay ? std::optional(waited->delay->total()) : std::nullopt;
}

FlightTotals flightTotals(const TurnState &turn)
{
    FlightTotals totals;
    if (isSettled(turn.phase))
        totals.inAll = turn.took();
    for (std::size_t index = 0; index < turn.attempts.size(); ++index) {
        const Attempt &attempt = turn.attempts[index];
        if (index + 1 < turn.attempts.size())
            totals.waiting += waitAfter(turn, index).value_or(Duration::zero());
        if (attempt.firstContentAfter && !totals.firstContent)
            totals.firstContent = attempt.startedAfter + *attempt.firstContentAfter;
    }
    return totals;
}

QString flightSum(const TurnState &turn, const RouteTable &routes)
{
    if (turn.attempts.empty() && turn.phase != TurnPhase::Kept)
        return isSettled(turn.phase) ? tr("Never sent") : tr("Not sent yet");
    const auto model = [&] {
        const RouteId &id = turn.attempts.back().route;
        const Route *route = routes.route(id);
        return route ? route->model : id.text();
    };
    switch (turn.phase) {
    case TurnPhase::Accepted:
        return tr("Waiting to be sent");
    case TurnPhase::Sending:
        return tr("Attempt %1 is under way, on %2").arg(turn.attempts.back().number).arg(model());
    case TurnPhase::Streaming:
        return tr("%1 is writing, attempt %2").arg(model()).arg(turn.attempts.back().number);
    case TurnPhase::Waiting:
        return tr("Waiting for the next attempt, %1").arg(effort(turn));
    case TurnPhase::Kept:
        return turn.attempts.empty() ? tr("Kept in the outbox") : tr("Kept in the outbox %1").arg(effort(turn));
    case TurnPhase::Unknown:
        return tr("Was under way when Breakwater ended");
    case TurnPhase::Answered:
        return turn.attempts.size() == 1 ? tr("Answered by %1 at the first attempt, %2").arg(model(), shortSpan(turn.took()))
                                         : tr("Answered by %1 %2").arg(model(), effort(turn));
    case TurnPhase::BrokenOff:
        return tr("Broke off %1").arg(effort(turn));
    case TurnPhase::Stopped:
        return tr("Stopped %1").arg(effort(turn));
    case TurnPhase::Failed:
        return tr("Not answered %1").arg(effort(turn));
    case TurnPhase::Cancelled:
        return tr("Cancelled %1").arg(effort(turn));
    }
    return {};
}

std::vector<FlightRow> flightRows(const TurnState &turn, const RouteTable &routes)
{
    std::vector<FlightRow> rows;
    for (std::size_t index = 0; index < turn.attempts.size(); ++index) {
        rows.push_back({index, {}});
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
    const QString phase = attempt.permit.probe ? tr("Testing (half-open).") : tr("Flowing (closed).");
    if (result.mark == SampleClass::OwnLimit)
        return tr("%1 A 429 never counts against a route.").arg(phase);
    if (paused)
        return tr("%1 This failure paused the route (open).").arg(phase);
    if (result.mark && *result.mark != SampleClass::Answered)
        return tr("%1 This failure counts against the route.").arg(phase);
    return phase;
}

QString budgetFigure(double level)
{
    // Down, never up: a retry that is not all there cannot be spent.
    const double tenths = std::floor(level * 10.0 + 1e-6) / 10.0;
    return QString::number(tenths, 'f', std::abs(tenths - std::round(tenths)) < 1e-9 ? 0 : 1);
}

} // namespace breakwater
