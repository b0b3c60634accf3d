// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxwords.h"

#include "ui/words/faultwords.h"
#include "ui/words/offpeakwords.h"

#include <QCoreApplication>

#include <set>

namespace breakwater::outboxwords {

namespace {

struct Outboxwords
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::outboxwords)
};

QString tr(const char *text)
{
    return Outboxwords::tr(text);
}

QString withStatus(const QString &words, const Fault &fault)
{
    return fault.status ? QStringLiteral("%1 (%2)").arg(words).arg(*fault.status) : words;
}

QString faultReason(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::Overloaded:
        return withStatus(tr("Overloaded"), fault);
    case FaultKind::RateLimited:
        return withStatus(tr("Your limit"), fault);
    case FaultKind::Billing:
    case FaultKind::QuotaHard:
        return withStatus(tr("Credit used up"), fault);
    case FaultKind::Transient:
    case FaultKind::TransientGateway:
    case FaultKind::Conflict:
    case FaultKind::TooEarly:
    case FaultKind::Unknown:
        return withStatus(tr("Server error"), fault);
    case FaultKind::TimeoutServer:
    case FaultKind::SlowHeaders:
    case FaultKind::SlowContent:
        return withStatus(tr("No answer in time"), fault);
    case FaultKind::Offline:
        return tr("You are offline");
    case FaultKind::Connect:
    case FaultKind::Proxy:
    case FaultKind::ProxyTimeout:
    case FaultKind::Portal:
    case FaultKind::Redirected:
    case FaultKind::Intermediary:
        return tr("Server not reached");
    case FaultKind::Tls:
        return tr("Connection not secure");
    case FaultKind::NotProcessed:
    case FaultKind::Ambiguous:
    case FaultKind::Truncated:
    case FaultKind::Stalled:
    case FaultKind::Protocol:
        return tr("Connection dropped");
    case FaultKind::Auth:
        return withStatus(tr("Key refused"), fault);
    case FaultKind::Forbidden:
    case FaultKind::Legal:
        return withStatus(tr("Not allowed"), fault);
    case FaultKind::NoModel:
        return withStatus(tr("Model unknown"), fault);
    case FaultKind::BadRequest:
    case FaultKind::TooLarge:
    case FaultKind::Capability:
    case FaultKind::HistoryBound:
        return withStatus(tr("Not accepted"), fault);
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
        return tr("Disk trouble");
    case FaultKind::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

} // namespace

bool isResting(const TurnState &turn)
{
    return turn.phase == TurnPhase::Kept || turn.phase == TurnPhase::Unknown;
}

QString reason(const TurnState &turn)
{
    if (turn.phase == TurnPhase::Unknown)
        return tr("Interrupted");
    if (turn.phase == TurnPhase::Accepted)
        return tr("In line");
    if (isHeldByKeychain(turn))
        return turn.awaits == KeyWait::Locked ? tr("Keychain locked") : tr("No keychain");
    if (turn.decision) {
        if (turn.decision->reason == Reason::AskedByPerson && turn.phase == TurnPhase::Kept)
            return tr("Kept by you");
        if (turn.decision->reason == Reason::BudgetEmpty)
            return tr("Retry budget empty");
        if (turn.decision->reason == Reason::AllRoutesPaused)
            return tr("Every route paused");
        if (turn.decision->reason == Reason::AskFirst)
            return tr("Still wanted?");
        if (turn.decision->reason == Reason::SpendLimit)
            return tr("Spend limit");
        if (turn.decision->reason == Reason::Crowded)
            return tr("In line at the provider");
        if (turn.decision->reason == Reason::StartedOver)
            return tr("Asked anew");
        if (turn.decision->reason == Reason::NoRoute)
            return tr("No route");
        if (turn.decision->reason == Reason::OffPeak)
            return {}; // the heading says it
        if (turn.decision->reason == Reason::RoughWeather)
            return tr("Waits for calm weather");
        if (turn.decision->reason == Reason::HoursMissed)
            return tr("Missed its hours");
        if (turn.decision->reason == Reason::NoHours)
            return tr("No off-peak hours");
    }
    if (turn.fault)
        return faultReason(*turn.fault);
    return tr("First try");
}

QString next(const TurnState &turn, Instant now, WallTime wall)
{
    if (turn.awaitsHours() && turn.decision->reason == Reason::OffPeak)
        return offpeakwords::moment(turn.offPeak->start, wall);
    const bool counts = turn.wait && turn.wait->until > now;
    switch (turn.phase) {
    case TurnPhase::Unknown:
        return tr("asks you");
    case TurnPhase::Accepted:
        return tr("after the answer before it");
    case TurnPhase::Sending:
        return isHeldByKeychain(turn) ? tr("waits for you") : tr("sending");
    case TurnPhase::Streaming:
        return tr("answer is arriving");
    case TurnPhase::Waiting:
        return counts ? tr("next try in %1").arg(clockSpan(turn.wait->until - now)) : tr("sending");
    case TurnPhase::Kept:
        if (!turn.wait)
            return tr("waits for you");
        return counts ? tr("next look in %1").arg(clockSpan(turn.wait->until - now)) : tr("in line");
    case TurnPhase::Answered:
    case TurnPhase::BrokenOff:
    case TurnPhase::Stopped:
    case TurnPhase::Failed:
    case TurnPhase::Cancelled:
        return {};
    }
    return {};
}

QString why(const TurnState &turn, const RouteTable &routes)
{
    if (turn.phase == TurnPhase::Accepted)
        return tr("The turn before it in this conversation is still under way.");
    if (turn.phase == TurnPhase::Unknown)
        return tr("Breakwater ended while this turn was under way. Whether it arrived is not known, so you decide.");
    const auto reason = turn.decision ? std::optional(turn.decision->reason) : std::nullopt;
    if (reason == Reason::AskFirst || reason == Reason::SpendLimit)
        return cardWords(turn, routes, {}).sentence;
    if (turn.phase == TurnPhase::Kept && (reason == Reason::OffPeak || reason == Reason::RoughWeather || reason == Reason::HoursMissed || reason == Reason::NoHours)) {
        const Words words = cardWords(turn, routes, {});
        return QStringLiteral("%1 %2").arg(words.title, words.sentence);
    }
    if (isHeldByKeychain(turn)) {
        const Words words = cardWords(turn, routes, {});
        return QStringLiteral("%1 %2").arg(words.title, words.sentence);
    }
    if (turn.phase == TurnPhase::Waiting && turn.decision && turn.decision->reason == Reason::Crowded)
        return reasonSentence(*turn.decision, routes) + QLatin1Char(' ') + tr("This turn goes when there is room.");
    if (!turn.fault)
        return turn.phase == TurnPhase::Kept ? tr("You kept it here.") : tr("It is on its way.");
    const Words words = wordsFor(*turn.fault, contextOfFault(turn, routes));
    return QStringLiteral("%1 %2").arg(words.title, words.sentence).trimmed();
}

QString attempts(const TurnState &turn)
{
    if (turn.attempts.empty())
        return tr("Not sent yet");
    std::set<RouteId> routes;
    for (const Attempt &attempt : turn.attempts)
        routes.insert(attempt.route);
    const QString tries = turn.attempts.size() == 1 ? tr("1 attempt") : tr("%1 attempts").arg(turn.attempts.size());
    return routes.size() == 1 ? tr("%1 on 1 route").arg(tries) : tr("%1 on %2 routes").arg(tries).arg(routes.size());
}

} // namespace breakwater::outboxwords
