// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/conditions.h"

namespace breakwater {

QString familyName(const QString &model)
{
    for (const QLatin1String family : {QLatin1String("opus"), QLatin1String("sonnet"), QLatin1String("haiku")}) {
        if (model.contains(family, Qt::CaseInsensitive))
            return family;
    }
    return model;
}

void Conditions::learn(const RouteId &route, const ProviderId &provider, const QString &model)
{
    m_families[route] = {provider, familyName(model)};
}

const RouteCondition &Conditions::route(const RouteId &route) const
{
    static const RouteCondition unknown;
    const auto found = m_routes.find(route);
    return found == m_routes.end() ? unknown : found->second;
}

ProviderCondition &Conditions::provider(const ProviderId &provider, const BudgetSettings &settings)
{
    return m_providers.try_emplace(provider, ProviderCondition {Breaker {}, Budget(settings), Congestion {}, std::nullopt}).first->second;
}

const ProviderCondition *Conditions::knownProvider(const ProviderId &provider) const
{
    const auto found = m_providers.find(provider);
    return found == m_providers.end() ? nullptr : &found->second;
}

const Pace *Conditions::knownPace(const RouteId &route) const
{
    const auto found = m_paces.find(familyOf(route));
    return found == m_paces.end() ? nullptr : &found->second;
}

Family Conditions::familyOf(const RouteId &route) const
{
    const auto found = m_families.find(route);
    return found == m_families.end() ? Family {ProviderId(route.text()), route.text()} : found->second;
}

bool Conditions::isShut(const RouteId &id, Instant now) const
{
    const auto holds = [now](const std::optional<Shut> &shut) { return shut && (!shut->until || now < *shut->until); };
    const ProviderCondition *owner = knownProvider(ownerOf(id));
    return holds(route(id).shut) || (owner != nullptr && holds(owner->shut));
}

void Conditions::reopen(const ProviderId &provider)
{
    if (const auto found = m_providers.find(provider); found != m_providers.end())
        found->second.shut.reset();
    for (auto &[id, condition] : m_routes) {
        if (ownerOf(id) == provider)
            condition.shut.reset();
    }
}

} // namespace breakwater
