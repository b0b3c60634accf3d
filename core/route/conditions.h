// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/congestion.h"
#include "core/policy/pace.h"
#include "core/policy/policysettings.h"
#include "core/route/chain.h"

#include <map>

namespace breakwater {

/// Models of one kind at one provider share a person's rate limit (documented for Opus, Sonnet and Haiku).
struct Family
{
    ProviderId provider;
    QString name;
    friend bool operator==(const Family &, const Family &) = default;
    friend bool operator<(const Family &left, const Family &right)
    {
        return std::tie(left.provider, left.name) < std::tie(right.provider, right.name);
    }
};

/// "opus", "sonnet" or "haiku" for a model with that word in its name, else the model itself.
[[nodiscard]] QString familyName(const QString &model);

/// A gate that only a person opens, or a date: others are asked first. With nobody else to ask, a turn goes here all
/// the same, since what was wrong may have been put right elsewhere; an answer opens it.
struct Shut
{
    FaultKind why = FaultKind::Auth;
    std::optional<Instant> until; ///< none: until a person acts
    friend bool operator==(const Shut &, const Shut &) = default;
};

/// What is known of one route.
struct RouteCondition
{
    Breaker breaker;
    TrackRecord record;
    std::optional<Instant> insisted; ///< when a person last said "try now"
    std::optional<Shut> shut; ///< this model: not allowed, not there
    friend bool operator==(const RouteCondition &, const RouteCondition &) = default;
};

/// What is known of one provider: its host and the credential used there.
struct ProviderCondition
{
    Breaker breaker; ///< of the origin: connections and gateways, whatever the model
    Budget budget;
    Congestion congestion; ///< of all its models together
    std::optional<Shut> shut; ///< the credential: rejected, not paid for, its quota spent
    friend bool operator==(const ProviderCondition &, const ProviderCondition &) = default;
};

/// What the process has learned about its routes. Shared by all turns: each learns from what befell the others.
class Conditions
{
public:
    /// Tells whose limits and budget a route spends. A route of which it was not told is its own provider and family.
    void learn(const RouteId &route, const ProviderId &provider, const QString &model);

    [[nodiscard]] RouteCondition &route(const RouteId &route) { return m_routes[route]; }
    [[nodiscard]] const RouteCondition &route(const RouteId &route) const;
    [[nodiscard]] ProviderCondition &provider(const ProviderId &provider, const BudgetSettings &settings);
    [[nodiscard]] const ProviderCondition *knownProvider(const ProviderId &provider) const;
    [[nodiscard]] Pace &pace(const RouteId &route) { return m_paces[familyOf(route)]; }
    [[nodiscard]] Pace &pace(const Family &family) { return m_paces[family]; }
    [[nodiscard]] const Pace *knownPace(const RouteId &route) const;

    [[nodiscard]] Family familyOf(const RouteId &route) const;
    [[nodiscard]] ProviderId ownerOf(const RouteId &route) const { return familyOf(route).provider; }
    [[nodiscard]] const std::map<RouteId, RouteCondition> &routes() const { return m_routes; }
    [[nodiscard]] const std::map<ProviderId, ProviderCondition> &providers() const { return m_providers; }
    [[nodiscard]] const std::map<Family, Pace> &paces() const { return m_paces; }
    /// A gate that a person has to open is shut for this route.
    [[nodiscard]] bool isShut(const RouteId &route, Instant now) const;
    /// A person changed something at this provider (a key, its models): its gates are open again.
    void reopen(const ProviderId &provider);

    int waiting = 1; ///< unsettled turns of this process: a pause is shared by them

    friend bool operator==(const Conditions &, const Conditions &) = default;

private:
    std::map<RouteId, RouteCondition> m_routes;
    std::map<ProviderId, ProviderCondition> m_providers;
    std::map<Family, Pace> m_paces;
    std::map<RouteId, Family> m_families;
};

} // namespace breakwater
