// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/budget.h"

#include <algorithm>
#include <cmath>

namespace breakwater {

double Budget::level(const BudgetSettings &settings, Instant now) const
{
    const double minutes = m_at ? std::max(toSeconds(now - *m_at), 0.0) / 60.0 : 0.0;
    return std::clamp(m_level + minutes * settings.perMinute, 0.0, settings.most);
}

void Budget::advance(const BudgetSettings &settings, Instant now)
{
    m_level = level(settings, now);
    m_at = std::max(m_at.value_or(now), now); // a clock that steps back earns nothing twice
}

bool Budget::withdraw(const BudgetSettings &settings, double cost, Instant now)
{
    advance(settings, now);
    if (m_level < cost)
        return false;
    m_level -= cost;
    return true;
}

void Budget::refund(const BudgetSettings &settings, double cost, Instant now)
{
    advance(settings, now);
    m_level = std::min(m_level + cost, settings.most);
}

void Budget::deposit(const BudgetSettings &settings, Instant now)
{
    refund(settings, settings.perAnswer, now);
}

std::optional<Instant> Budget::affordableAt(const BudgetSettings &settings, double cost, Instant now) const
{
    const double missing = cost - level(settings, now);
    if (missing <= 0.0)
        return now;
    if (cost > settings.most || settings.perMinute <= 0.0)
        return std::nullopt;
    return std::max(m_at.value_or(now), now) + fromSeconds(missing / settings.perMinute * 60.0) + Duration(1);
}

Budget Budget::restored(const BudgetMemory &kept, Instant now)
{
    Budget budget;
    budget.m_level = std::isfinite(kept.level) ? std::max(0.0, kept.level) : 0.0;
    if (kept.at)
        budget.m_at = std::min(*kept.at, now);
    return budget;
}

} // namespace breakwater
