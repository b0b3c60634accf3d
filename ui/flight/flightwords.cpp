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
    switch (kind) {
    case FaultKind::Auth:
    case FaultKind::Forbidden:
        return tr("Key refused");
    case FaultKind::Billing:
    case FaultKind::QuotaHard:
        return tr("Credit used up");
    case FaultKind::NoModel:
        return tr("Unknown model");
    case FaultKind::TooLarge:
        return tr("Too large");
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
        return tr("Not saved");
    case FaultKind::Cancelled:
        return tr("Stopped");
    case FaultKind::BadRequest:
    case FaultKind::Capability:
    case FaultKind::Legal:
    case FaultKind::RateLimited:
    case FaultKind::Overloaded:
    case FaultKind::Transient:
    case FaultKind::TransientGateway:
    case FaultKind::TimeoutServer:
    case FaultKind::Conflict:
    case FaultKind::Offline:
    case FaultKind::Connect:
    case FaultKind::Tls:
    case FaultKind::Proxy:
    case FaultKind::Portal:
    case FaultKind::Redirected:
    case FaultKind::Intermediary:
    case FaultKind::NotProcessed:
    case FaultKind::Ambiguous:
    case FaultKind::SlowHeaders:
    case FaultKind::SlowContent:
    case FaultKind::Truncated:
    case FaultKind::Stalled:
    case FaultKind::Protocol:
        break;
    }
    return tr("Not accepted");
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
    case Action::Wait:
        return {};
    case Action::MoveOn: {
        const QString reason = reasonSentence(decision, routes);
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
        result.word = wordFor(*result.mark);
        result.side = sideFor(*result.mark);
    } else if (attempt.fault) {
        result.word = wordFor(attempt.fault->kind);
    } else {
        result.word = attempt.firstContentAfter ? tr("Streaming") : tr("Under way");
    }
    return result;
}

std::optional<Duration> waitAfter(const TurnState &turn, std::size_t index)
{
    const Attempt &attempt = turn.attempts[index];
    if (!attempt.endedAfter)
        return std::nullopt;
    const bool waited = attempt.decision && attempt.decision->action == Action::Wait;
    if (index + 1 < turn.attempts.size()) {
        const Duration gap = turn.attempts[index + 1].startedAfter - attempt.startedAfter - *attempt.endedAfter;
        // Moving on at once still takes a moment; that is no wait.
        return waited ? std::optional(std::max(gap, Duration::zero())) : std::nullopt;
    }
    return waited && attempt.decision->delay ? std::optional(attempt.decision->delay->total()) : std::nullopt;
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
