// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policysettings.h"
#include "core/route/chain.h"

#include <map>

namespace breakwater {

/// What the process has learned about its routes. Shared by all turns: each learns from what befell the others.
struct Conditions
{
    std::map<RouteId, Breaker> breakers;
    std::map<RouteId, Instant> gates; ///< the person's own limit: nothing may be sent before
    std::map<ProviderId, Budget> budgets;
    std::map<RouteId, Instant> insisted; ///< when a person last said "try now"
    std::map<RouteId, ProviderId> owners; ///< whose budget a route spends

    [[nodiscard]] Budget &budget(const RouteId &route, const BudgetSettings &settings)
    {
        return budgets.try_emplace(owners[route], settings).first->second;
    }
    friend bool operator==(const Conditions &, const Conditions &) = default;
};

} // namespace breakwater
