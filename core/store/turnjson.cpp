// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/turnjson.h"

#include "core/store/faultjson.h"
#include "core/store/jsonfields.h"
#include "core/store/names.h"
#include "core/store/routejson.h"
#include "core/store/usagejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace breakwater {

namespace {

using namespace jsonfields;

// Keys are written once here and used both ways.
namespace key {
const auto id = QStringLiteral("id");
const auto conversation = QStringLiteral("conversation");
const auto question = QStringLiteral("question");
const auto answer = QStringLiteral("answer");
const auto phase = QStringLiteral("phase");
const auto step = QStringLiteral("step");
const auto acceptedAt = QStringLiteral("acceptedAt");
const auto took = QStringLiteral("took");
const auto waitUntil = QStringLiteral("waitUntil");
const auto looks = QStringLiteral("looks");
const auto continued = QStringLiteral("continued");
const auto roundFrom = QStringLiteral("roundFrom");
const auto chain = QStringLiteral("chain");
const auto route = QStringLiteral("route");
const auto attempts = QStringLiteral("attempts");
const auto number = QStringLiteral("number");
const auto continues = QStringLiteral("continues");
const auto cost = QStringLiteral("cost");
const auto sentAt = QStringLiteral("sentAt");
const auto startedAfter = QStringLiteral("startedAfter");
const auto headersAfter = QStringLiteral("headersAfter");
const auto firstContentAfter = QStringLiteral("firstContentAfter");
const auto endedAfter = QStringLiteral("endedAfter");
const auto status = QStringLiteral("status");
const auto fault = QStringLiteral("fault");
const auto requestId = QStringLiteral("requestId");
const auto key = QStringLiteral("key");
const auto passedOn = QStringLiteral("passedOn");
const auto rewritable = QStringLiteral("rewritable");
const auto rawResponse = QStringLiteral("rawResponse");
const auto budgetBefore = QStringLiteral("budgetBefore");
const auto budgetAfter = QStringLiteral("budgetAfter");
const auto decision = QStringLiteral("decision");
const auto afterwards = QStringLiteral("afterwards");
const auto action = QStringLiteral("action");
const auto reason = QStringLiteral("reason");
const auto from = QStringLiteral("from");
const auto to = QStringLiteral("to");
const auto hint = QStringLiteral("hint");
const auto random = QStringLiteral("random");
const auto ceiling = QStringLiteral("ceiling");
const auto dollars = QStringLiteral("dollars");
const auto offPeak = QStringLiteral("offPeak");
const auto batch = QStringLiteral("batch");
const auto leaves = QStringLiteral("leaves");
const auto until = QStringLiteral("until");
const auto start = QStringLiteral("start");
const auto anyway = QStringLiteral("anyway");
const auto place = QStringLiteral("place");
} // namespace key

WallTime wallFrom(const QJsonObject &object, const QString &name)
{
    return moment(object, name).value_or(WallTime {});
}

QJsonObject toJson(const Decision &decision)
{
    QJsonObject object {{key::action, nameOf(decision.action)}, {key::reason, nameOf(decision.reason)}};
    if (decision.delay) {
        put(object, key::hint, std::optional(decision.delay->hint));
        put(object, key::random, std::optional(decision.delay->random));
        put(object, key::ceiling, std::optional(decision.delay->ceiling));
    }
    if (decision.from)
        object.insert(key::from, decision.from->text());
    if (decision.to)
        object.insert(key::to, decision.to->text());
    return object;
}

std::optional<Decision> decisionFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    Decision decision;
    decision.action = valueOf<Action>(object.value(key::action).toString()).value_or(Action::Send);
    decision.reason = valueOf<Reason>(object.value(key::reason).toString()).value_or(Reason::FirstTry);
    if (const auto random = span(object, key::random))
        decision.delay = Delay {span(object, key::hint).value_or(Duration::zero()), *random, span(object, key::ceiling).value_or(Duration::zero())};
    if (object.contains(key::from))
        decision.from = RouteId(object.value(key::from).toString());
    if (object.contains(key::to))
        decision.to = RouteId(object.value(key::to).toString());
    return decision;
}

QJsonObject toJson(const Attempt &attempt)
{
    QJsonObject object {{key::number, attempt.number}, {key::route, attempt.route.text()}, {key::sentAt, static_cast<qint64>(attempt.sentAt.time_since_epoch().count())}};
    put(object, key::startedAfter, std::optional(attempt.startedAfter));
    put(object, key::headersAfter, attempt.headersAfter);
    put(object, key::firstContentAfter, attempt.firstContentAfter);
    put(object, key::endedAfter, attempt.endedAfter);
    put(object, key::status, attempt.status);
    put(object, key::requestId, attempt.requestId);
    put(object, key::key, attempt.key);
    if (attempt.passedOn)
        object.insert(key::passedOn, true);
    if (attempt.rewritable)
        object.insert(key::rewritable, true);
    put(object, key::rawResponse, attempt.rawResponse);
    put(object, key::budgetBefore, attempt.budgetBefore);
    put(object, key::budgetAfter, attempt.budgetAfter);
    object.insert(key::cost, attempt.cost);
    putUsage(object, attempt.usage);
    put(object, key::dollars, attempt.dollars);
    if (attempt.continues)
        object.insert(key::continues, true);
    if (attempt.fault)
        object.insert(key::fault, faultToJson(*attempt.fault));
    if (attempt.decision)
        object.insert(key::decision, toJson(*attempt.decision));
    if (attempt.afterwards)
        object.insert(key::afterwards, toJson(*attempt.afterwards));
    return object;
}

Attempt attemptFromJson(const QJsonObject &object)
{
    Attempt attempt;
    attempt.number = object.value(key::number).toInt();
    attempt.route = RouteId(object.value(key::route).toString());
    attempt.sentAt = wallFrom(object, key::sentAt);
    attempt.startedAfter = span(object, key::startedAfter).value_or(Duration::zero());
    attempt.headersAfter = span(object, key::headersAfter);
    attempt.firstContentAfter = span(object, key::firstContentAfter);
    attempt.endedAfter = span(object, key::endedAfter);
    attempt.status = whole(object, key::status);
    attempt.requestId = object.value(key::requestId).toString();
    attempt.key = object.value(key::key).toString();
    attempt.passedOn = object.value(key::passedOn).toBool();
    attempt.rewritable = object.value(key::rewritable).toBool();
    attempt.rawResponse = object.value(key::rawResponse).toString();
    attempt.budgetBefore = real(object, key::budgetBefore);
    attempt.budgetAfter = real(object, key::budgetAfter);
    attempt.cost = object.value(key::cost).toDouble();
    attempt.usage = usageFrom(object);
    attempt.dollars = real(object, key::dollars);
    attempt.continues = object.value(key::continues).toBool();
    if (object.contains(key::fault))
        attempt.fault = faultFromJson(object.value(key::fault).toObject());
    attempt.decision = decisionFromJson(object.value(key::decision));
    attempt.afterwards = decisionFromJson(object.value(key::afterwards));
    return attempt;
}

QJsonObject toJson(const OffPeakWait &wait)
{
    QJsonObject object;
    put(object, key::from, std::optional(wait.stretch.from));
    put(object, key::until, std::optional(wait.stretch.until));
    put(object, key::start, std::optional(wait.start));
    put(object, key::anyway, wait.anyway);
    return object;
}

OffPeakWait offPeakFromJson(const QJsonObject &object)
{
    return {{wallFrom(object, key::from), wallFrom(object, key::until)}, wallFrom(object, key::start), moment(object, key::anyway)};
}

QJsonObject toJson(const BatchWait &wait)
{
    QJsonObject object {{key::id, wait.batch.text()}, {key::route, wait.route.text()}};
    if (wait.leaves)
        object.insert(key::leaves, true);
    return object;
}

BatchWait batchFromJson(const QJsonObject &object)
{
    return {BatchId(object.value(key::id).toString()), RouteId(object.value(key::route).toString()), object.value(key::leaves).toBool()};
}

} // namespace

QByteArray turnToJson(const TurnState &turn, Instant now)
{
    QJsonArray attempts;
    for (const Attempt &attempt : turn.attempts)
        attempts.append(toJson(attempt));
    QJsonObject object {
        {key::id, turn.id.text()},
        {key::conversation, turn.conversation.text()},
        {key::question, turn.question.text()},
        {key::phase, nameOf(turn.phase)},
        {key::step, static_cast<int>(turn.step)},
        {key::acceptedAt, static_cast<qint64>(turn.acceptedAt.time_since_epoch().count())},
        {key::looks, turn.looks},
        {key::roundFrom, static_cast<int>(turn.roundFrom)},
        {key::chain, chainToJson(turn.chain)},
        {key::attempts, attempts},
    };
    put(object, key::answer, turn.answer.text());
    if (isSettled(turn.phase))
        put(object, key::took, std::optional(turn.took()));
    if (turn.wait) { // a wait is kept as the wall time of its end
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(turn.wait->until - now);
        const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - turn.accepted);
        object.insert(key::waitUntil, static_cast<qint64>((turn.acceptedAt + passed + left).time_since_epoch().count()));
    }
    put(object, key::place, turn.place);
    if (turn.offPeak)
        object.insert(key::offPeak, toJson(*turn.offPeak));
    if (turn.batch)
        object.insert(key::batch, toJson(*turn.batch));
    if (turn.continuedByItself)
        object.insert(key::continued, true);
    if (turn.fault)
        object.insert(key::fault, faultToJson(*turn.fault));
    if (turn.decision)
        object.insert(key::decision, toJson(*turn.decision));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<TurnState> turnFromJson(const QByteArray &json, Instant now, WallTime wall)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto phase = valueOf<TurnPhase>(object.value(key::phase).toString());
    if (!phase || object.value(key::id).toString().isEmpty())
        return std::nullopt;
    TurnState turn;
    turn.id = TurnId(object.value(key::id).toString());
    turn.conversation = ConversationId(object.value(key::conversation).toString());
    turn.question = MessageId(object.value(key::question).toString());
    turn.answer = MessageId(object.value(key::answer).toString());
    turn.phase = *phase;
    turn.chain = chainFromJson(object.value(key::chain).toObject());
    turn.step = static_cast<std::size_t>(qMax(0, object.value(key::step).toInt()));
    turn.acceptedAt = wallFrom(object, key::acceptedAt);
    turn.looks = object.value(key::looks).toInt();
    for (const QJsonValue &each : object.value(key::attempts).toArray())
        turn.attempts.push_back(attemptFromJson(each.toObject()));
    turn.roundFrom = qMin(static_cast<std::size_t>(qMax(0, object.value(key::roundFrom).toInt())), turn.attempts.size());
    turn.accepted = now - std::chrono::duration_cast<Duration>(wall - turn.acceptedAt);
    turn.ended = turn.accepted + span(object, key::took).value_or(Duration::zero());
    if (object.contains(key::waitUntil))
        turn.wait = Wait {now, now + std::chrono::duration_cast<Duration>(wallFrom(object, key::waitUntil) - wall)};
    turn.place = moment(object, key::place);
    if (object.value(key::offPeak).isObject())
        turn.offPeak = offPeakFromJson(object.value(key::offPeak).toObject());
    if (object.value(key::batch).isObject())
        turn.batch = batchFromJson(object.value(key::batch).toObject());
    turn.continuedByItself = object.value(key::continued).toBool();
    if (object.contains(key::fault))
        turn.fault = faultFromJson(object.value(key::fault).toObject());
    turn.decision = decisionFromJson(object.value(key::decision));
    return turn;
}

} // namespace breakwater
