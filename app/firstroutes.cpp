// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstroutes.h"

namespace breakwater {

namespace {

ChainStep stepOn(const RouteId &route)
{
    ChainStep step;
    step.route = route;
    return step;
}

Chain chainOver(const ChainId &id, const QString &name, const std::vector<RouteId> &routes)
{
    Chain chain;
    chain.id = id;
    chain.name = name;
    for (const RouteId &route : routes)
        chain.steps.push_back(stepOn(route));
    return chain;
}

struct PresentModel
{
    QString id;
    QString name;
};

std::vector<PresentModel> presentModels()
{
    return {{QStringLiteral("claude-opus-5-5"), QStringLiteral("Claude Opus 5.5")}, {QStringLiteral("claude-sonnet-5-5"), QStringLiteral("Claude Sonnet 5.5")},
        {QStringLiteral("claude-haiku-5-5"), QStringLiteral("Claude Haiku 5.5")}};
}

std::vector<RouteId> addRoutes(RouteTable &table, const ProviderId &provider, const std::vector<PresentModel> &models)
{
    std::vector<RouteId> ids;
    for (const PresentModel &model : models) {
        const RouteId id(provider.text() + QLatin1Char('/') + model.id);
        table.routes.push_back({id, provider, model.id, model.name});
        ids.push_back(id);
    }
    return ids;
}

} // namespace

RouteTable simulatedRoutes()
{
    RouteTable table;
    Provider provider;
    provider.id = ProviderId(QStringLiteral("simulated"));
    provider.name = QStringLiteral("Simulator");
    provider.simulated = true;
    table.providers.push_back(provider);
    auto models = presentModels();
    const auto everyday = addRoutes(table, provider.id, models);
    table.chains.push_back(chainOver(ChainId(QStringLiteral("simulated")), QStringLiteral("Simulated"), everyday));
    return table;
}

void addAnthropic(RouteTable &table, const QUrl &baseUrl)
{
    const ProviderId id(QStringLiteral("anthropic"));
    if (table.provider(id) != nullptr) {
        for (Provider &provider : table.providers) {
            if (provider.id == id)
                provider.baseUrl = baseUrl;
        }
        return;
    }
    table.providers.insert(table.providers.begin(), Provider {id, QStringLiteral("Anthropic"), Dialect::Anthropic, baseUrl, true, false});
    const auto everyday = addRoutes(table, id, presentModels());
    table.chains.insert(table.chains.begin(), chainOver(ChainId(QStringLiteral("everyday")), QStringLiteral("Everyday"), everyday));
}

ProviderId addServer(RouteTable &table, const QUrl &baseUrl, const QString &model)
{
    const ProviderId id(QStringLiteral("server:") + baseUrl.authority());
    if (table.provider(id) == nullptr)
        table.providers.insert(table.providers.begin(), Provider {id, baseUrl.host(), Dialect::OpenAi, baseUrl, true, false});
    const RouteId route(id.text() + QLatin1Char('/') + model);
    if (table.route(route) == nullptr)
        table.routes.push_back({route, id, model, model});
    table.chains.insert(table.chains.begin(), chainOver(ChainId(QStringLiteral("chain:") + route.text()), model, {route}));
    return id;
}

} // namespace breakwater
