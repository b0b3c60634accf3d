// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/conditionsjson.h"

#include "core/store/moments.h"
#include "core/store/names.h"

#include <QJsonArray>

#include <algorithm>

namespace breakwater {

namespace {

namespace key {
const auto savedAt = QStringLiteral("savedAt");
const auto routes = QStringLiteral("routes");
const auto providers = QStringLiteral("providers");
const auto paces = QStringLiteral("paces");
const auto id = QStringLiteral("id");
const auto family = QStringLiteral("family");
const auto breaker = QStringLiteral("breaker");
const auto record = QStringLiteral("record");
const auto insisted = QStringLiteral("insisted");
const auto shut = QStringLiteral("shut");
const auto why = QStringLiteral("why");
const auto until = QStringLiteral("until");
const auto budget = QStringLiteral("budget");
const auto congestion = QStringLiteral("congestion");
const auto pause = QStringLiteral("pause");
const auto downSince = QStringLiteral("downSince");
const auto began = QStringLiteral("began");
const auto grown = QStringLiteral("grown");
const auto length = QStringLiteral("length");
const auto hint = QStringLiteral("hint");
const auto ramp = QStringLiteral("ramp");
const auto answered = QStringLiteral("answered");
const auto doublings = QStringLiteral("doublings");
const auto decayFrom = QStringLiteral("decayFrom");
const auto overloadsInARow = QStringLiteral("overloadsInARow");
const auto failuresInARow = QStringLiteral("failuresInARow");
const auto share = QStringLiteral("share");
const auto recent = QStringLiteral("recent");
const auto level = QStringLiteral("level");
const auto at = QStringLiteral("at");
const auto rooms = QStringLiteral("rooms");
const auto dimension = QStringLiteral("dimension");
const auto limit = QStringLiteral("limit");
const auto remaining = QStringLiteral("remaining");
const auto perSecond = QStringLiteral("perSecond");
const auto closedUntil = QStringLiteral("closedUntil");
const auto outcomes = QStringLiteral("outcomes");
const auto headers = QStringLiteral("headers");
const auto silences = QStringLiteral("silences");
const auto lastAnswer = QStringLiteral("lastAnswer");
const auto unrelated = QStringLiteral("unrelated");
const auto floor = QStringLiteral("floor");
const auto since = QStringLiteral("since");
const auto lastRefusal = QStringLiteral("lastRefusal");
const auto holdUntil = QStringLiteral("holdUntil");
const auto refusalsInARow = QStringLiteral("refusalsInARow");
const auto refusedAlone = QStringLiteral("refusedAlone");
} // namespace key

constexpr Duration longestSpan = std::chrono::hours(24);

QJsonValue spanToJson(Duration span)
{
    return QJsonValue(static_cast<qint64>(span.count()));
}

Duration spanFrom(const QJsonValue &value)
{
    return std::clamp(Duration(value.toInteger()), Duration::zero(), longestSpan);
}

QJsonArray spansToJson(const std::vector<Duration> &spans)
{
    QJsonArray array;
    for (const Duration each : spans)
        array.append(spanToJson(each));
    return array;
}

std::vector<Duration> spansFrom(const QJsonValue &value)
{
    std::vector<Duration> spans;
    for (const QJsonValue &each : value.toArray()) {
        if (each.isDouble())
            spans.push_back(spanFrom(each));
    }
    return spans;
}

QJsonArray outcomesToJson(const std::vector<DatedOutcome> &outcomes, const MomentWriter &moment)
{
    QJsonArray array;
    for (const DatedOutcome &each : outcomes)
        array.append(QJsonArray {moment(each.at), each.good});
    return array;
}

std::vector<DatedOutcome> outcomesFrom(const QJsonValue &value, const MomentReader &moment)
{
    std::vector<DatedOutcome> outcomes;
    for (const QJsonValue &each : value.toArray()) {
        const QJsonArray pair = each.toArray();
        if (const auto at = moment(pair.at(0)); at && pair.at(1).isBool())
            outcomes.push_back({*at, pair.at(1).toBool()});
    }
    return outcomes;
}

QJsonObject breakerToJson(const Breaker &breaker, const MomentWriter &moment)
{
    const BreakerMemory kept = breaker.remembered();
    QJsonObject object {{key::doublings, kept.doublings}, {key::decayFrom, moment(kept.decayFrom)}, {key::overloadsInARow, kept.overloadsInARow},
        {key::failuresInARow, kept.failuresInARow}, {key::share, kept.share}, {key::recent, outcomesToJson(kept.recent, moment)}};
    if (kept.pause)
        object.insert(key::pause,
            QJsonObject {{key::downSince, moment(kept.pause->downSince)}, {key::began, moment(kept.pause->began)}, {key::grown, moment(kept.pause->grown)},
                {key::length, spanToJson(kept.pause->length)}, {key::hint, spanToJson(kept.pause->hint)}});
    if (kept.ramp)
        object.insert(key::ramp, QJsonObject {{key::until, moment(kept.ramp->until)}, {key::answered, kept.ramp->answered}});
    return object;
}

Breaker breakerFrom(const QJsonValue &value, const MomentReader &moment, Instant now)
{
    BreakerMemory kept;
    const QJsonValue pause = value[key::pause];
    const auto began = moment(pause[key::began]);
    const auto downSince = moment(pause[key::downSince]);
    const auto grown = moment(pause[key::grown]);
    if (began && downSince && grown)
        kept.pause = BreakerMemory::Pause {*downSince, *began, *grown, spanFrom(pause[key::length]), spanFrom(pause[key::hint])};
    if (const auto until = moment(value[key::ramp][key::until]))
        kept.ramp = BreakerMemory::Ramp {*until, value[key::ramp][key::answered].toInt()};
    kept.doublings = value[key::doublings].toInt();
    kept.decayFrom = moment(value[key::decayFrom]).value_or(now);
    kept.overloadsInARow = value[key::overloadsInARow].toInt();
    kept.failuresInARow = value[key::failuresInARow].toInt();
    kept.share = value[key::share].toDouble(1.0);
    kept.recent = outcomesFrom(value[key::recent], moment);
    return Breaker::restored(kept, now);
}

QJsonObject recordToJson(const TrackRecord &record, const MomentWriter &moment)
{
    const TrackMemory kept = record.remembered();
    QJsonObject object {{key::outcomes, outcomesToJson(kept.outcomes, moment)}, {key::headers, spansToJson(kept.headers)}, {key::silences, spansToJson(kept.silences)}};
    if (kept.lastAnswer)
        object.insert(key::lastAnswer, moment(*kept.lastAnswer));
    return object;
}

TrackRecord recordFrom(const QJsonValue &value, const MomentReader &moment, Instant now)
{
    return TrackRecord::restored(
        {outcomesFrom(value[key::outcomes], moment), spansFrom(value[key::headers]), spansFrom(value[key::silences]), moment(value[key::lastAnswer])}, now);
}

QJsonObject budgetToJson(const Budget &budget, const MomentWriter &moment)
{
    const BudgetMemory kept = budget.remembered();
    QJsonObject object {{key::level, kept.level}};
    if (kept.at)
        object.insert(key::at, moment(*kept.at));
    return object;
}

Budget budgetFrom(const QJsonValue &value, const MomentReader &moment, Instant now)
{
    if (!value[key::level].isDouble())
        return Budget();
    return Budget::restored({value[key::level].toDouble(), moment(value[key::at])}, now);
}

QJsonObject congestionToJson(const Congestion &congestion, const MomentWriter &moment)
{
    const CongestionMemory kept = congestion.remembered();
    QJsonObject object {{key::unrelated, kept.unrelated}, {key::floor, kept.floor}, {key::since, moment(kept.since)}, {key::lastRefusal, moment(kept.lastRefusal)},
        {key::holdUntil, moment(kept.holdUntil)}, {key::refusalsInARow, kept.refusalsInARow}, {key::refusedAlone, kept.refusedAlone},
        {key::recent, outcomesToJson(kept.recent, moment)}};
    if (kept.limit)
        object.insert(key::limit, *kept.limit);
    return object;
}

Congestion congestionFrom(const QJsonValue &value, const MomentReader &moment, Instant now)
{
    CongestionMemory kept;
    if (value[key::limit].isDouble())
        kept.limit = value[key::limit].toDouble();
    kept.unrelated = value[key::unrelated].toBool();
    kept.floor = value[key::floor].toDouble();
    kept.since = moment(value[key::since]).value_or(now);
    kept.lastRefusal = moment(value[key::lastRefusal]).value_or(now);
    kept.holdUntil = moment(value[key::holdUntil]).value_or(now);
    kept.refusalsInARow = value[key::refusalsInARow].toInt();
    kept.refusedAlone = value[key::refusedAlone].toInt();
    kept.recent = outcomesFrom(value[key::recent], moment);
    return Congestion::restored(kept, now);
}

QJsonObject paceToJson(const Pace &pace, const MomentWriter &moment, Instant now)
{
    const PaceMemory kept = pace.remembered(now);
    QJsonArray rooms;
    for (const PaceMemory::Room &room : kept.rooms)
        rooms.append(QJsonObject {{key::dimension, nameOf(room.dimension)}, {key::limit, room.limit}, {key::remaining, room.remaining},
            {key::perSecond, room.perSecond}, {key::at, moment(room.at)}});
    return {{key::closedUntil, moment(kept.closedUntil)}, {key::ramp, kept.ramp}, {key::rooms, rooms}};
}

Pace paceFrom(const QJsonObject &object, const MomentReader &moment, Instant now)
{
    PaceMemory kept;
    kept.closedUntil = moment(object.value(key::closedUntil)).value_or(now);
    kept.ramp = object.value(key::ramp).toInt();
    for (const QJsonValue &room : object.value(key::rooms).toArray()) {
        const auto dimension = valueOf<RoomLeft::Dimension>(room[key::dimension].toString());
        const auto at = moment(room[key::at]);
        if (dimension && at)
            kept.rooms.push_back({*dimension, room[key::limit].toDouble(), room[key::remaining].toDouble(), room[key::perSecond].toDouble(), *at});
    }
    return Pace::restored(kept, now);
}

void putShut(QJsonObject &object, const std::optional<Shut> &shut, const MomentWriter &moment)
{
    if (!shut)
        return;
    QJsonObject gate {{key::why, nameOf(shut->why)}};
    if (shut->until)
        gate.insert(key::until, moment(*shut->until));
    object.insert(key::shut, gate);
}

std::optional<Shut> shutFrom(const QJsonValue &value, const MomentReader &moment)
{
    const auto why = valueOf<FaultKind>(value[key::why].toString());
    return why ? std::optional(Shut {*why, moment(value[key::until])}) : std::nullopt;
}

} // namespace

QJsonObject toJson(const Conditions &conditions, Instant now, WallTime wall)
{
    const MomentWriter moment(now, wall);
    QJsonArray routes;
    for (const auto &[id, condition] : conditions.routes()) {
        QJsonObject object {{key::id, id.text()}, {key::breaker, breakerToJson(condition.breaker, moment)}, {key::record, recordToJson(condition.record, moment)}};
        if (condition.insisted)
            object.insert(key::insisted, moment(*condition.insisted));
        putShut(object, condition.shut, moment);
        routes.append(object);
    }
    QJsonArray providers;
    for (const auto &[id, condition] : conditions.providers()) {
        QJsonObject object {{key::id, id.text()}, {key::breaker, breakerToJson(condition.breaker, moment)}, {key::budget, budgetToJson(condition.budget, moment)},
            {key::congestion, congestionToJson(condition.congestion, moment)}};
        putShut(object, condition.shut, moment);
        providers.append(object);
    }
    QJsonArray paces;
    for (const auto &[family, pace] : conditions.paces()) {
        QJsonObject object = paceToJson(pace, moment, now);
        object.insert(key::id, family.provider.text());
        object.insert(key::family, family.name);
        paces.append(object);
    }
    return {{key::savedAt, moment.present()}, {key::routes, routes}, {key::providers, providers}, {key::paces, paces}};
}

Conditions conditionsFrom(const QJsonObject &object, Instant now, WallTime wall)
{
    Conditions conditions;
    const auto moment = MomentReader::from(object.value(key::savedAt), now, wall);
    if (!moment)
        return conditions;
    for (const QJsonValue &value : object.value(key::routes).toArray()) {
        if (!value[key::id].isString())
            continue;
        RouteCondition &condition = conditions.route(RouteId(value[key::id].toString()));
        condition.breaker = breakerFrom(value[key::breaker], *moment, now);
        condition.record = recordFrom(value[key::record], *moment, now);
        if (const auto insisted = (*moment)(value[key::insisted]))
            condition.insisted = std::min(*insisted, now);
        condition.shut = shutFrom(value[key::shut], *moment);
    }
    for (const QJsonValue &value : object.value(key::providers).toArray()) {
        if (!value[key::id].isString())
            continue;
        ProviderCondition &condition = conditions.provider(ProviderId(value[key::id].toString()), {});
        condition.breaker = breakerFrom(value[key::breaker], *moment, now);
        condition.budget = budgetFrom(value[key::budget], *moment, now);
        condition.congestion = congestionFrom(value[key::congestion], *moment, now);
        condition.shut = shutFrom(value[key::shut], *moment);
    }
    for (const QJsonValue &value : object.value(key::paces).toArray()) {
        if (value[key::id].isString() && value[key::family].isString())
            conditions.pace(Family {ProviderId(value[key::id].toString()), value[key::family].toString()}) = paceFrom(value.toObject(), *moment, now);
    }
    return conditions;
}

} // namespace breakwater
