// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/chainedits.h"

#include <algorithm>

namespace breakwater {

namespace {

Chain *find(RouteTable &table, const ChainId &id)
{
    const auto found =
        std::find_if(table.chains.begin(), table.chains.end(), [&id](const Chain &each) { return each.id == id; });
    return found == table.chains.end() ? nullptr : &*found;
}

bool has(const Chain &chain, int place)
{
    return place >= 0 && place < std::ssize(chain.steps);
}

void dropUnusedRoutes(RouteTable &table)
{
    std::erase_if(table.routes, [&table](const Route &route) {
        return std::none_of(table.chains.begin(), table.chains.end(), [&route](const Chain &chain) {
            return std::any_of(chain.steps.begin(), chain.steps.end(),
                [&route](const ChainStep &step) { return step.route == route.id; });
        });
    });
}

} // namespace

void moveStep(RouteTable &table, const ChainId &id, int from, int to)
{
    Chain *chain = find(table, id);
    if (chain == nullptr || !has(*chain, from) || !has(*chain, to))
        return;
    const auto begin = chain->steps.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
}

void addStep(
    RouteTable &table, const ChainId &id, const ProviderId &provider, const QString &model, const RouteId &fresh)
{
    Chain *chain = find(table, id);
    const QString name = model.trimmed();
    if (chain == nullptr || name.isEmpty() || table.provider(provider) == nullptr)
        return;
    const auto known = std::find_if(table.routes.begin(), table.routes.end(),
        [&](const Route &each) { return each.provider == provider && each.model == name; });
    ChainStep step;
    if (known != table.routes.end()) {
        step.route = known->id;
    } else {
        table.routes.push_back({fresh, provider, name, name});
        step.route = fresh;
    }
    chain->steps.push_back(step);
}

void removeStep(RouteTable &table, const ChainId &id, int place)
{
    Chain *chain = find(table, id);
    if (chain == nullptr || !has(*chain, place))
        return;
    chain->steps.erase(chain->steps.begin() + place);
    dropUnusedRoutes(table);
}

void removeChain(RouteTable &table, const ChainId &id)
{
    if (table.chains.size() < 2)
        return;
    std::erase_if(table.chains, [&id](const Chain &each) { return each.id == id; });
    dropUnusedRoutes(table);
}

void removeProvider(RouteTable &table, const ProviderId &id)
{
    const auto leaves = [&](const ChainStep &step) {
        const Route *route = table.route(step.route);
        return route != nullptr && route->provider == id;
    };
    for (Chain &chain : table.chains)
        std::erase_if(chain.steps, leaves);
    std::erase_if(table.routes, [&id](const Route &each) { return each.provider == id; });
    std::erase_if(table.providers, [&id](const Provider &each) { return each.id == id; });
}

QString displayName(const Route &route)
{
    return route.name.isEmpty() ? route.model : route.name;
}

} // namespace breakwater
