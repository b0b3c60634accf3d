// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxwords.h"

#include "ui/words/faultreason.h"
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
        if (turn.decision->reason == Reason::InBatch)
            return {}; // the same
        if (turn.decision->reason == Reason::BatchEnded)
            return tr("Batch ended");
        if (turn.decision->reason == Reason::NoBatch)
            return tr("Takes no batches");
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
    if (turn.isInBatch())
        return turn.batch->leaves ? tr("leaves its batch") : tr("within 24 hours");
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
    if (turn.isInBatch() && !turn.batch->leaves)
        return tr("A batch answers it within 24 hours, at half the price. The answer comes into its conversation.");
    const auto reason = turn.decision ? std::optional(turn.decision->reason) : std::nullopt;
    if (reason == Reason::AskFirst || reason == Reason::SpendLimit)
        return cardWords(turn, routes, {}).sentence;
    const bool isForLater = reason == Reason::OffPeak || reason == Reason::RoughWeather || reason == Reason::HoursMissed || reason == Reason::NoHours || reason == Reason::InBatch
        || reason == Reason::BatchEnded || reason == Reason::NoBatch;
    if (turn.phase == TurnPhase::Kept && isForLater) {
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
        return turn.isInBatch() ? QString() : tr("Not sent yet");
    std::set<RouteId> routes;
    for (const Attempt &attempt : turn.attempts)
        routes.insert(attempt.route);
    const QString tries = turn.attempts.size() == 1 ? tr("1 attempt") : tr("%1 attempts").arg(turn.attempts.size());
    return routes.size() == 1 ? tr("%1 on 1 route").arg(tries) : tr("%1 on %2 routes").arg(tries).arg(routes.size());
}

} // namespace breakwater::outboxwords
