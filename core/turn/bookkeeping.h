// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/policy/verdict.h"
#include "core/route/conditions.h"
#include "core/turn/turnstate.h"

namespace breakwater {

/// What attempts tell about the routes, written into the Conditions that all turns share. Each attempt is booked in
/// the order sent, heads, content, end; whatever was taken at one stage is given back at a later one, exactly once.
class Bookkeeping
{
public:
    Bookkeeping(Conditions &conditions, const PolicySettings &policy, Instant now, WallTime wall, Jitter &jitter);

    /// Takes the permits, the price and the reservations for `attempt` (its route is set); false when one is refused,
    /// and then none is taken. `early`: a person insists, a pause does not count.
    [[nodiscard]] bool sent(Attempt &attempt, const PaceNeed &need, double price, bool early);
    void heads(const Attempt &attempt, const PaceNeed &need, const std::vector<RoomLeft> &rooms);
    /// First content: what proves a route well. `firstOfTurn`: no attempt of the turn went before.
    void content(Attempt &attempt, bool firstOfTurn);
    /// It ended before any content. `free`: as if it had not been (a request that surely did not arrive, once).
    void refused(const Attempt &attempt, const PaceNeed &need, const Fault &fault, bool free);
    /// It ended after content, with a fault or whole.
    void ended(const Attempt &attempt, const std::optional<Fault> &fault, Duration longestSilence);
    /// A person ended it: nothing to say about the route.
    void abandoned(const Attempt &attempt, const PaceNeed &need);

    [[nodiscard]] double budgetLevel(const RouteId &route) const;

private:
    [[nodiscard]] ProviderCondition &provider(const RouteId &route) const;
    void settle(const Attempt &attempt, RouteOutcome outcome, Duration hint);
    void shut(const Attempt &attempt, const Fault &fault, GateKind gate);

    Conditions &m_conditions;
    const PolicySettings &m_policy;
    Instant m_now;
    WallTime m_wall;
    Jitter &m_jitter;
};

} // namespace breakwater
