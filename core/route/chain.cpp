// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/chain.h"

#include <algorithm>

namespace breakwater {

namespace {

template <class Things, class ThingId>
auto find(const Things &things, const ThingId &id) -> decltype(things.data())
{
    const auto found = std::find_if(things.begin(), things.end(), [&id](const auto &each) { return each.id == id; });
    return found == things.end() ? nullptr : &*found;
}

const auto singlePrefix = QStringLiteral("route:");

} // namespace

std::optional<int> ChainStep::triesFor(SampleClass result) const
{
    switch (result) {
    case SampleClass::Overloaded:
        return overloadedTries;
    case SampleClass::ServerError:
        return serverErrorTries;
    case SampleClass::Network:
        return networkTries;
    case SampleClass::OwnLimit:
        return ownLimitTries;
    case SampleClass::Answered:
        break;
    }
    return std::nullopt;
}

ChainId chainIdOf(const RouteId &route)
{
    return ChainId(singlePrefix + route.text());
}

std::optional<RouteId> singleRouteOf(const ChainId &chain)
{
    if (!chain.text().startsWith(singlePrefix))
        return std::nullopt;
    return RouteId(chain.text().mid(singlePrefix.size()));
}

const Provider *RouteTable::provider(const ProviderId &id) const
{
    return find(providers, id);
}

const Route *RouteTable::route(const RouteId &id) const
{
    return find(routes, id);
}

const Chain *RouteTable::chain(const ChainId &id) const
{
    if (const Chain *wanted = find(chains, id))
        return wanted;
    return chains.empty() ? nullptr : &chains.front();
}

Chain RouteTable::usable(const Chain &chain) const
{
    Chain result = chain;
    std::erase_if(result.steps, [this](const ChainStep &step) {
        const Route *known = route(step.route);
        const Provider *owner = known != nullptr ? provider(known->provider) : nullptr;
        return owner == nullptr || !owner->enabled || awaitsConsent(*owner);
    });
    return result;
}

const Provider *RouteTable::awaitingConsent(const Chain &chain) const
{
    for (const ChainStep &step : chain.steps) {
        const Route *known = route(step.route);
        const Provider *owner = known != nullptr ? provider(known->provider) : nullptr;
        if (owner != nullptr && owner->enabled && awaitsConsent(*owner))
            return owner;
    }
    return nullptr;
}

} // namespace breakwater
