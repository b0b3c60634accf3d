// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/batchroutes.h"

#include <algorithm>

namespace breakwater {

bool takesBatches(const Provider &provider)
{
    return provider.dialect == Dialect::Anthropic;
}

std::optional<RouteId> batchRouteOf(const Chain &chain, const RouteTable &routes)
{
    const auto takes = [&routes](const ChainStep &step) { return takesBatches(*routes.provider(routes.route(step.route)->provider)); };
    const Chain usable = routes.usable(chain);
    const auto first = std::find_if(usable.steps.begin(), usable.steps.end(), takes);
    return first == usable.steps.end() ? std::nullopt : std::optional(first->route);
}

bool takesBatches(const RouteId &route, const RouteTable &routes)
{
    ChainStep step;
    step.route = route;
    return batchRouteOf({{}, {}, {step}}, routes).has_value();
}

std::vector<RouteId> batchRoutes(const RouteTable &routes)
{
    std::vector<RouteId> all;
    for (const Route &each : routes.routes) {
        if (takesBatches(each.id, routes))
            all.push_back(each.id);
    }
    return all;
}

} // namespace breakwater
