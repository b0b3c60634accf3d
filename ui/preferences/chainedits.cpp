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

void addStep(RouteTable &table, const ChainId &id, Route fresh)
{
    Chain *chain = find(table, id);
    fresh.model = fresh.model.trimmed();
    if (chain == nullptr || fresh.model.isEmpty() || table.provider(fresh.provider) == nullptr)
        return;
    if (fresh.name.isEmpty())
        fresh.name = fresh.model;
    const auto known = std::find_if(table.routes.begin(), table.routes.end(),
        [&](const Route &each) { return each.provider == fresh.provider && each.model == fresh.model; });
    chain->steps.emplace_back().route = known != table.routes.end() ? known->id : fresh.id;
    if (known == table.routes.end())
        table.routes.push_back(std::move(fresh));
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
