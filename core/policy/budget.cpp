// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/budget.h"

#include <algorithm>

namespace breakwater {

double Budget::level(const BudgetSettings &settings, Instant now) const
{
    const double minutes = m_at ? std::max(toSeconds(now - *m_at), 0.0) / 60.0 : 0.0;
    return std::clamp(m_level + minutes * settings.perMinute, 0.0, settings.most);
}

void Budget::advance(const BudgetSettings &settings, Instant now)
{
    m_level = level(settings, now);
    m_at = now;
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
    return now + fromSeconds(missing / settings.perMinute * 60.0) + Duration(1);
}

} // namespace breakwater
