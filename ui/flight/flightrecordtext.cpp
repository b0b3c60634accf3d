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

namespace breakwater {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("FlightRecord", text);
}

QDateTime utc(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

QString attemptLine(const Attempt &attempt, const RouteTable &routes)
{
    const AttemptResult result = attemptResult(attempt);
    QString outcome = result.code.isEmpty() ? result.word : result.code % QLatin1Char(' ') % result.word;
    if (!result.side.isEmpty())
        outcome = say("%1 (%2)").arg(outcome, result.side);
    QStringList parts {say("%1. %2: %3").arg(attempt.number).arg(routeName(routes, attempt.route), outcome)};
    if (!attempt.requestId.isEmpty())
        parts.append(say("request %1").arg(attempt.requestId));
    parts.append(say("started at %1").arg(shortSpan(attempt.startedAfter)));
    if (attempt.endedAfter)
        parts.append(say("took %1").arg(shortSpan(*attempt.endedAfter)));
    if (attempt.firstContentAfter)
        parts.append(say("first token after %1").arg(shortSpan(*attempt.firstContentAfter)));
    if (!attempt.key.isEmpty())
        parts.append(attempt.passedOn ? say("with the key %1, then with the next one").arg(attempt.key) : say("with the key %1").arg(attempt.key));
    if (attempt.continues)
        parts.append(say("asked for the rest"));
    if (const QString used = usageWords(attempt.usage, attempt.dollars); !used.isEmpty())
        parts.append(used);
    return parts.join(QStringLiteral(", "));
}

QString waitLine(const Decision *decision, std::optional<Duration> waited)
{
    if (decision == nullptr || !decision->delay)
        return {};
    const Delay &delay = *decision->delay;
    const QString spent = shortSpan(waited.value_or(delay.total()));
    if (delay.hint > Duration::zero() && delay.random == Duration::zero())
        return say("Wait %1: your own limit").arg(spent);
    if (delay.hint > Duration::zero())
        return say("Wait %1: the server asked for %2, chance added %3").arg(spent, shortSpan(delay.hint), shortSpan(delay.random));
    return delay.ceiling > Duration::zero() ? say("Wait %1: drawn between 0 and %2").arg(spent, shortSpan(delay.ceiling)) : say("Wait %1").arg(spent);
}

QString budgetText(const Attempt &attempt)
{
    if (!attempt.budgetBefore || !attempt.budgetAfter)
        return {};
    return say("retry budget %1 before, %2 after").arg(budgetFigure(*attempt.budgetBefore), budgetFigure(*attempt.budgetAfter));
}

QJsonValue milliseconds(std::optional<Duration> duration)
{
    return duration ? QJsonValue(static_cast<double>(duration->count()) / 1000.0) : QJsonValue();
}

template <class Number>
QJsonValue number(std::optional<Number> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
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
        made.insert(QStringLiteral("hint_ms"), milliseconds(decision->delay->hint));
        made.insert(QStringLiteral("random_ms"), milliseconds(decision->delay->random));
        made.insert(QStringLiteral("random_ceiling_ms"), milliseconds(decision->delay->ceiling));
    }
    if (decision->to)
        made.insert(QStringLiteral("to"), decision->to->text());
    return made;
}

QJsonObject attemptJson(const Attempt &attempt, const RouteTable &routes)
{
    const Route *route = routes.route(attempt.route);
    const AttemptResult result = attemptResult(attempt);
    return {
        {QStringLiteral("number"), attempt.number},
        {QStringLiteral("route"), attempt.route.text()},
        {QStringLiteral("provider"), providerName(routes, attempt.route)},
        {QStringLiteral("model"), route ? route->model : QString()},
        {QStringLiteral("result"), result.mark ? QJsonValue(className(*result.mark)) : QJsonValue(result.word)},
        {QStringLiteral("status"), number(attempt.status)},
        {QStringLiteral("error_type"), attempt.fault ? QJsonValue(attempt.fault->type) : QJsonValue()},
        {QStringLiteral("error_detail"), attempt.fault ? QJsonValue(withoutSecrets(attempt.fault->detail)) : QJsonValue()},
        {QStringLiteral("request_id"), attempt.requestId},
        {QStringLiteral("key"), attempt.key.isEmpty() ? QJsonValue() : QJsonValue(attempt.key)},
        {QStringLiteral("sent_at"), utc(attempt.sentAt).toString(Qt::ISODateWithMs)},
        {QStringLiteral("started_ms"), milliseconds(attempt.startedAfter)},
        {QStringLiteral("headers_ms"), milliseconds(attempt.headersAfter)},
        {QStringLiteral("first_token_ms"), milliseconds(attempt.firstContentAfter)},
        {QStringLiteral("took_ms"), milliseconds(attempt.endedAfter)},
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

} // namespace

QString flightRecordText(const TurnState &turn, const QString &title, const RouteTable &routes)
{
    const FlightTotals totals = flightTotals(turn);
    QStringList lines {say("Flight record: %1").arg(title), flightSum(turn, routes)};
    QStringList figures {say("Sent %1").arg(utc(turn.acceptedAt).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"))),
        say("waited %1").arg(shortSpan(totals.waiting))};
    if (totals.firstContent)
        figures.append(say("first token after %1").arg(shortSpan(*totals.firstContent)));
    lines.append(figures.join(QStringLiteral(", ")));
    lines.append(QString());

    for (const FlightRow &row : flightRows(turn, routes)) {
        if (!row.note.isEmpty()) {
            lines.append(QStringLiteral("   ") % row.note);
            continue;
        }
        const Attempt &attempt = turn.attempts[row.attempt];
        lines.append(attemptLine(attempt, routes));
        QStringList below;
        if (const QString wait = waitLine(waitDecision(attempt), waitAfter(turn, row.attempt)); !wait.isEmpty())
            below.append(wait);
        if (const QString budget = budgetText(attempt); !budget.isEmpty())
            below.append(budget);
        if (!below.isEmpty())
            lines.append(QStringLiteral("   ") % below.join(QStringLiteral(", ")));
    }
    return withoutSecrets(lines.join(QLatin1Char('\n')) % QLatin1Char('\n'));
}

QByteArray flightRecordJson(const TurnState &turn, const QString &title, const RouteTable &routes)
{
    const FlightTotals totals = flightTotals(turn);
    QJsonArray attempts;
    for (const Attempt &attempt : turn.attempts)
        attempts.append(attemptJson(attempt, routes));
    const QJsonObject record {
        {QStringLiteral("title"), withoutSecrets(title)},
        {QStringLiteral("turn"), turn.id.text()},
        {QStringLiteral("phase"), phaseName(turn.phase)},
        {QStringLiteral("sum"), flightSum(turn, routes)},
        {QStringLiteral("accepted_at"), utc(turn.acceptedAt).toString(Qt::ISODateWithMs)},
        {QStringLiteral("took_ms"), milliseconds(totals.inAll)},
        {QStringLiteral("waiting_ms"), milliseconds(totals.waiting)},
        {QStringLiteral("first_token_ms"), milliseconds(totals.firstContent)},
        {QStringLiteral("attempts"), attempts},
    };
    return QJsonDocument(record).toJson(QJsonDocument::Indented);
}

} // namespace breakwater
