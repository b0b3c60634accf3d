// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/routejson.h"

#include "core/store/jsonfields.h"
#include "core/store/names.h"

#include <QJsonArray>

namespace breakwater {

namespace {

using namespace jsonfields;

namespace key {
const auto id = QStringLiteral("id");
const auto name = QStringLiteral("name");
const auto lastResort = QStringLiteral("lastResort");
const auto steps = QStringLiteral("steps");
const auto route = QStringLiteral("route");
// 0.1 wrote "waitUpTo", the longest wait on a route: its 15 s, read as what the route is worth over the next, would bind
// every turn to it.
const auto worthWaiting = QStringLiteral("worthWaiting");
const auto overloadedTries = QStringLiteral("overloadedTries");
const auto serverErrorTries = QStringLiteral("serverErrorTries");
const auto networkTries = QStringLiteral("networkTries");
const auto ownLimitTries = QStringLiteral("ownLimitTries");
const auto providers = QStringLiteral("providers");
const auto routes = QStringLiteral("routes");
const auto chains = QStringLiteral("chains");
const auto dialect = QStringLiteral("dialect");
const auto baseUrl = QStringLiteral("baseUrl");
const auto enabled = QStringLiteral("enabled");
const auto simulated = QStringLiteral("simulated");
const auto connectWithin = QStringLiteral("connectWithin");
const auto firstTokenWithin = QStringLiteral("firstTokenWithin");
const auto certificates = QStringLiteral("certificates");
const auto unencryptedTo = QStringLiteral("unencryptedTo");
const auto provider = QStringLiteral("provider");
const auto model = QStringLiteral("model");
const auto effort = QStringLiteral("effort");
} // namespace key

/// A span that a person can have meant; none for anything else.
std::optional<Duration> positiveSpan(const QJsonObject &object, const QString &name)
{
    const auto value = span(object, name);
    return value > Duration::zero() ? value : std::nullopt;
}

QJsonObject toJson(const Provider &provider)
{
    QJsonObject object {{key::id, provider.id.text()}, {key::name, provider.name}, {key::dialect, nameOf(provider.dialect)},
        {key::baseUrl, provider.simulated ? QString() : provider.baseUrl.toString()}, {key::enabled, provider.enabled}, {key::simulated, provider.simulated}};
    put(object, key::connectWithin, provider.patience.connect);
    put(object, key::firstTokenWithin, provider.patience.firstContent);
    put(object, key::certificates, provider.certificates);
    put(object, key::unencryptedTo, provider.unencryptedTo);
    return object;
}

Provider providerFromJson(const QJsonObject &object)
{
    Provider provider;
    provider.id = ProviderId(object.value(key::id).toString());
    provider.name = object.value(key::name).toString();
    provider.dialect = valueOf<Dialect>(object.value(key::dialect).toString()).value_or(Dialect::Anthropic);
    provider.baseUrl = QUrl(object.value(key::baseUrl).toString());
    provider.enabled = object.value(key::enabled).toBool(true);
    provider.simulated = object.value(key::simulated).toBool();
    provider.patience.connect = positiveSpan(object, key::connectWithin);
    provider.patience.firstContent = positiveSpan(object, key::firstTokenWithin);
    provider.certificates = object.value(key::certificates).toString();
    provider.unencryptedTo = object.value(key::unencryptedTo).toString();
    return provider;
}

} // namespace

QJsonObject chainToJson(const Chain &chain)
{
    QJsonArray steps;
    for (const ChainStep &step : chain.steps) {
        QJsonObject object {{key::route, step.route.text()}, {key::worthWaiting, static_cast<qint64>(step.waitUpTo.count())}};
        put(object, key::overloadedTries, step.overloadedTries);
        put(object, key::serverErrorTries, step.serverErrorTries);
        put(object, key::networkTries, step.networkTries);
        put(object, key::ownLimitTries, step.ownLimitTries);
        steps.append(object);
    }
    return {{key::id, chain.id.text()}, {key::name, chain.name}, {key::lastResort, nameOf(chain.lastResort)}, {key::steps, steps}};
}

Chain chainFromJson(const QJsonObject &object)
{
    Chain chain;
    chain.id = ChainId(object.value(key::id).toString());
    chain.name = object.value(key::name).toString();
    chain.lastResort = valueOf<LastResort>(object.value(key::lastResort).toString()).value_or(LastResort::KeepInOutbox);
    for (const QJsonValue &value : object.value(key::steps).toArray()) {
        const QJsonObject each = value.toObject();
        ChainStep step;
        step.route = RouteId(each.value(key::route).toString());
        if (each.value(key::worthWaiting).isDouble())
            step.waitUpTo = Duration(each.value(key::worthWaiting).toInteger());
        step.overloadedTries = whole(each, key::overloadedTries);
        step.serverErrorTries = whole(each, key::serverErrorTries);
        step.networkTries = whole(each, key::networkTries);
        step.ownLimitTries = whole(each, key::ownLimitTries);
        chain.steps.push_back(step);
    }
    return chain;
}

QJsonObject routesToJson(const RouteTable &table)
{
    QJsonArray providers;
    for (const Provider &provider : table.providers)
        providers.append(toJson(provider));
    QJsonArray routes;
    for (const Route &route : table.routes) {
        QJsonObject object {{key::id, route.id.text()}, {key::provider, route.provider.text()}, {key::model, route.model}, {key::name, route.name}};
        if (route.effort)
            object.insert(key::effort, nameOf(*route.effort));
        routes.append(object);
    }
    QJsonArray chains;
    for (const Chain &chain : table.chains)
        chains.append(chainToJson(chain));
    return {{key::providers, providers}, {key::routes, routes}, {key::chains, chains}};
}

RouteTable routesFromJson(const QJsonObject &object)
{
    RouteTable table;
    for (const QJsonValue &each : object.value(key::providers).toArray())
        table.providers.push_back(providerFromJson(each.toObject()));
    for (const QJsonValue &value : object.value(key::routes).toArray()) {
        const QJsonObject each = value.toObject();
        table.routes.push_back({RouteId(each.value(key::id).toString()), ProviderId(each.value(key::provider).toString()), each.value(key::model).toString(),
            each.value(key::name).toString(), valueOf<Effort>(each.value(key::effort).toString())});
    }
    for (const QJsonValue &each : object.value(key::chains).toArray())
        table.chains.push_back(chainFromJson(each.toObject()));
    return table;
}

} // namespace breakwater
