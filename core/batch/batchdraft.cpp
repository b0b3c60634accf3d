// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchdraft.h"

#include "core/turn/asking.h"

namespace breakwater {

std::optional<BatchOrder> orderFor(const BatchDraft &draft, const RouteTable &routes, const Catalogue &catalogue, const Prices &prices)
{
    if (!takesBatches(draft.route, routes))
        return std::nullopt;
    const Route &route = *routes.route(draft.route);
    const Provider &provider = *routes.provider(route.provider);
    BatchOrder order;
    order.prompt = draft.prompt;
    order.ask = askFor({nullptr, {}, {}, &draft.instructions}, provider, route, catalogue);
    if (const Model *model = catalogue.model(provider.id, route.model))
        order.window = model->mostInput;
    order.prices = prices;
    return order;
}

} // namespace breakwater
