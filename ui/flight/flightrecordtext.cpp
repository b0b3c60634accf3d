// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightrecordtext.h"

#include "core/base/logging.h"
#include "ui/flight/flightwords.h"
#include "ui/words/faultwords.h"
#include "ui/words/usagewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace breakwater {

namespace {

struct FlightRecordSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::FlightRecord)
};

QDateTime utc(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

QString attemptLine(const TurnState &turn, std::size_t index, const RouteTable &routes)
{
    const Attempt &attempt = turn.attempts[index];
    const AttemptResult result = attemptResult(turn, index);
    QString outcome = result.code.isEmpty() ? result.word : result.code % QLatin1Char(' ') % result.word;
    if (!result.side.isEmpty())
        outcome = FlightRecordSaying::tr("%1 (%2)").arg(outcome, result.side);
    QStringList parts {FlightRecordSaying::tr("%1. %2: %3").arg(attempt.number).arg(routeName(routes, attempt.route), outcome)};
    if (!attempt.requestId.isEmpty())
        parts.append(FlightRecordSaying::tr("request %1").arg(attempt.requestId));
    parts.append(FlightRecordSaying::tr("started at %1").arg(recordSpan(attempt.startedAfter)));
    if (attempt.endedAfter)
        parts.append(FlightRecordSaying::tr("took %1").arg(recordSpan(*attempt.endedAfter)));
    if (attempt.firstContentAfter)
        parts.append(FlightRecordSaying::tr("first token after %1").arg(recordSpan(*attempt.firstContentAfter)));
    if (!attempt.key.isEmpty())
        parts.append(attempt.passedOn ? FlightRecordSaying::tr("with the key %1, then with the next one").arg(attempt.key) : FlightRecordSaying::tr("with the key %1").arg(attempt.key));
    if (attempt.continues)
        parts.append(FlightRecordSaying::tr("asked for the rest"));
    if (const QString used = usageWords(attempt.usage, attempt.dollars); !used.isEmpty())
        parts.append(used);
    return parts.join(QStringLiteral(", "));
}

QString waitLine(const TurnState &turn, const Attempt &attempt, std::optional<Duration> waited)
{
    const Decision *decision = waitDecision(attempt);
    if (decision == nullptr || !decision->delay)
        return {};
    const Delay &delay = *decision->delay;
    const QString spent = recordSpan(waited.value_or(delay.total()));
    if (delay.hint > Duration::zero() && delay.random == Duration::zero())
        return FlightRecordSaying::tr("Wait %1: your own limit").arg(spent);
    if (delay.hint > Duration::zero())
        return FlightRecordSaying::tr("Wait %1: the server asked for %2, chance added %3").arg(spent, recordSpan(delay.hint), recordSpan(delay.random));
    const QString random = randomRange(turn, attempt);
    return random.isEmpty() ? FlightRecordSaying::tr("Wait %1").arg(spent) : FlightRecordSaying::tr("Wait %1: %2").arg(spent, random);
}

QString budgetText(const Attempt &attempt)
{
    if (!attempt.budgetBefore || !attempt.budgetAfter)
        return {};
    return FlightRecordSaying::tr("retry budget %1 before, %2 after").arg(budgetFigure(*attempt.budgetBefore), budgetFigure(*attempt.budgetAfter));
}

QJsonValue inMilliseconds(std::optional<Duration> duration)
{
    return duration ? QJsonValue(static_cast<double>(duration->count()) / 1000.0) : QJsonValue();
}

template <class Number>
QJsonValue number(std::optional<Number> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

/// What an attempt came to that is no weather.
QString stableName(const TurnState &turn, std::size_t index)
{
    const Attempt &attempt = turn.attempts[index];
    if (!attempt.fault)
        return isUnderWay(turn, index) ? QStringLiteral("under_way") : QStringLiteral("interrupted");
    return attempt.fault->kind == FaultKind::Cancelled ? QStringLiteral("stopped") : QStringLiteral("refused");
}

QString className(SampleClass which)
{
    switch (which) {
    case SampleClass::Answered:
        return QStringLiteral("answered");
    case SampleClass::OwnLimit:
        return QStringLiteral("your_limit");
    case SampleClass::Overloaded:
        return QStringLiteral("overloaded");
    case SampleClass::ServerError:
        return QStringLiteral("server_error");
    case SampleClass::Network:
        return QStringLiteral("network");
    }
    return {};
}

QString phaseName(TurnPhase phase)
{
    switch (phase) {
    case TurnPhase::Accepted:
        return QStringLiteral("accepted");
    case TurnPhase::Sending:
        return QStringLiteral("sending");
    case TurnPhase::Streaming:
        return QStringLiteral("streaming");
    case TurnPhase::Waiting:
        return QStringLiteral("waiting");
    case TurnPhase::Kept:
        return QStringLiteral("kept");
    case TurnPhase::Unknown:
        return QStringLiteral("unknown");
    case TurnPhase::Answered:
        return QStringLiteral("answered");
    case TurnPhase::BrokenOff:
        return QStringLiteral("broken_off");
    case TurnPhase::Stopped:
        return QStringLiteral("stopped");
    case TurnPhase::Failed:
        return QStringLiteral("failed");
    case TurnPhase::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

QString stableName(Action action)
{
    switch (action) {
    case Action::Send:
        return QStringLiteral("send");
    case Action::Wait:
        return QStringLiteral("wait");
    case Action::MoveOn:
        return QStringLiteral("move_on");
    case Action::Keep:
        return QStringLiteral("keep");
    case Action::GiveUp:
        return QStringLiteral("give_up");
    case Action::Continue:
        return QStringLiteral("continue");
    }
    return {};
}

QJsonValue decisionJson(const std::optional<Decision> &decision, const RouteTable &routes)
{
    if (!decision)
        return {};
    QJsonObject made {{QStringLiteral("action"), stableName(decision->action)}, {QStringLiteral("reason"), reasonSentence(*decision, routes)}};
    if (decision->delay) {
        made.insert(QStringLiteral("hint_ms"), inMilliseconds(decision->delay->hint));
        made.insert(QStringLiteral("random_ms"), inMilliseconds(decision->delay->random));
        made.insert(QStringLiteral("random_ceiling_ms"), inMilliseconds(decision->delay->ceiling));
    }
    if (decision->to)
        made.insert(QStringLiteral("to"), decision->to->text());
    return made;
}

QJsonObject attemptJson(const TurnState &turn, std::size_t index, const RouteTable &routes)
{
    const Attempt &attempt = turn.attempts[index];
    const Route *route = routes.route(attempt.route);
    const AttemptResult result = attemptResult(turn, index);
    const FlightGap gap = gapAfter(turn, index);
    return {
        {QStringLiteral("number"), attempt.number},
        {QStringLiteral("route"), attempt.route.text()},
        {QStringLiteral("provider"), providerName(routes, attempt.route)},
        {QStringLiteral("model"), route ? route->model : QString()},
        {QStringLiteral("result"), result.mark ? QJsonValue(className(*result.mark)) : QJsonValue(stableName(turn, index))},
        {QStringLiteral("status"), number(attempt.status)},
        {QStringLiteral("error_type"), attempt.fault ? QJsonValue(attempt.fault->type) : QJsonValue()},
        {QStringLiteral("error_detail"), attempt.fault ? QJsonValue(withoutSecrets(attempt.fault->detail)) : QJsonValue()},
        {QStringLiteral("request_id"), attempt.requestId},
        {QStringLiteral("key"), attempt.key.isEmpty() ? QJsonValue() : QJsonValue(attempt.key)},
        {QStringLiteral("sent_at"), utc(attempt.sentAt).toString(Qt::ISODateWithMs)},
        {QStringLiteral("started_ms"), inMilliseconds(attempt.startedAfter)},
        {QStringLiteral("headers_ms"), inMilliseconds(attempt.headersAfter)},
        {QStringLiteral("first_token_ms"), inMilliseconds(attempt.firstContentAfter)},
        {QStringLiteral("took_ms"), inMilliseconds(attempt.endedAfter)},
        {QStringLiteral("waited_ms"), inMilliseconds(gap.wait)},
        {QStringLiteral("outbox_ms"), inMilliseconds(gap.outbox)},
        {QStringLiteral("test_of_paused_route"), attempt.permit.probe},
        {QStringLiteral("continues"), attempt.continues},
        {QStringLiteral("tokens_read"), number(attempt.usage.input)},
        {QStringLiteral("tokens_written"), number(attempt.usage.output)},
        {QStringLiteral("dollars"), number(attempt.dollars)},
        {QStringLiteral("budget_before"), number(attempt.budgetBefore)},
        {QStringLiteral("budget_after"), number(attempt.budgetAfter)},
        {QStringLiteral("decision"), decisionJson(attempt.decision, routes)},
        {QStringLiteral("afterwards"), decisionJson(attempt.afterwards, routes)},
        {QStringLiteral("raw_response"), withoutSecrets(attempt.rawResponse)},
    };
}

QStringList attemptLines(const TurnState &turn, std::size_t index, const RouteTable &routes)
{
    const Attempt &attempt = turn.attempts[index];
    const FlightGap gap = gapAfter(turn, index);
    QStringList lines {attemptLine(turn, index, routes)};
    QStringList below;
    if (const QString wait = waitLine(turn, attempt, gap.wait); !wait.isEmpty())
        below.append(wait);
    if (gap.outbox)
        below.append(FlightRecordSaying::tr("in the outbox for %1").arg(recordSpan(*gap.outbox)));
    if (const QString budget = budgetText(attempt); !budget.isEmpty())
        below.append(budget);
    if (!below.isEmpty())
        lines.append(QStringLiteral("   ") % below.join(QStringLiteral(", ")));
    return lines;
}

} // namespace

QString attemptText(const TurnState &turn, std::size_t index, const RouteTable &routes)
{
    return withoutSecrets(attemptLines(turn, index, routes).join(QLatin1Char('\n')) % QLatin1Char('\n'));
}

QString flightRecordText(const TurnState &turn, const QString &title, const RouteTable &routes)
{
    const FlightTotals totals = flightTotals(turn);
    QStringList lines {FlightRecordSaying::tr("Flight record: %1").arg(title), flightSum(turn, routes)};
    QStringList figures {FlightRecordSaying::tr("Sent %1").arg(utc(turn.acceptedAt).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"))),
        FlightRecordSaying::tr("waited %1").arg(recordSpan(totals.waiting))};
    if (totals.firstContent)
        figures.append(FlightRecordSaying::tr("first token after %1").arg(recordSpan(*totals.firstContent)));
    if (totals.tokensPaid)
        figures.append(FlightRecordSaying::tr("%1 tokens paid for").arg(QLocale().toString(*totals.tokensPaid)));
    lines.append(figures.join(QStringLiteral(", ")));
    lines.append(QString());

    for (const FlightRow &row : flightRows(turn, routes)) {
        if (row.note.isEmpty())
            lines.append(attemptLines(turn, row.attempt, routes));
        else
            lines.append(QStringLiteral("   ") % row.note);
    }
    return withoutSecrets(lines.join(QLatin1Char('\n')) % QLatin1Char('\n'));
}

QByteArray flightRecordJson(const TurnState &turn, const QString &title, const RouteTable &routes)
{
    const FlightTotals totals = flightTotals(turn);
    QJsonArray attempts;
    for (std::size_t index = 0; index < turn.attempts.size(); ++index)
        attempts.append(attemptJson(turn, index, routes));
    const QJsonObject record {
        {QStringLiteral("title"), withoutSecrets(title)},
        {QStringLiteral("turn"), turn.id.text()},
        {QStringLiteral("phase"), phaseName(turn.phase)},
        {QStringLiteral("sum"), flightSum(turn, routes)},
        {QStringLiteral("accepted_at"), utc(turn.acceptedAt).toString(Qt::ISODateWithMs)},
        {QStringLiteral("took_ms"), inMilliseconds(totals.inAll)},
        {QStringLiteral("waiting_ms"), inMilliseconds(totals.waiting)},
        {QStringLiteral("first_token_ms"), inMilliseconds(totals.firstContent)},
        {QStringLiteral("tokens_in"), number(totals.tokensIn)},
        {QStringLiteral("tokens_out"), number(totals.tokensOut)},
        {QStringLiteral("tokens_paid"), number(totals.tokensPaid)},
        {QStringLiteral("attempts"), attempts},
    };
    return QJsonDocument(record).toJson(QJsonDocument::Indented);
}

} // namespace breakwater
