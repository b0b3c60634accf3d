// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchdoor.h"

#include "core/batch/batchcharge.h"
#include "core/policy/verdict.h"
#include "core/wire/dialect.h"

#include <utility>

namespace breakwater {

namespace {

Fault unsentFault(FaultKind kind, const Provider *provider)
{
    Fault fault;
    fault.kind = kind;
    fault.host = provider != nullptr ? provider->baseUrl.host() : QString();
    return fault;
}

double costAfter(const std::optional<Fault> &fault)
{
    return fault ? verdictOn(*fault).cost : 1.0;
}

} // namespace

const Provider *BatchDoor::provider() const
{
    const RouteTable &table = m_services.routes();
    const Route *route = table.route(m_route);
    return route != nullptr ? table.provider(route->provider) : nullptr;
}

/// The server may call its model by a name of its own.
std::optional<double> BatchDoor::dollarsFor(const RowResult &row) const
{
    const Provider *owner = provider();
    if (m_services.ledger == nullptr || owner == nullptr)
        return std::nullopt;
    const auto dollars = batchCharge(*m_services.ledger, *owner, row.model, row.usage);
    return dollars ? dollars : batchCharge(*m_services.ledger, *owner, m_services.routes().route(m_route)->model, row.usage);
}

bool BatchDoor::speaksOlderVersion() const
{
    const ProviderFacts *facts = provider() != nullptr ? m_services.catalogue.provider(provider()->id) : nullptr;
    return facts != nullptr && facts->olderVersion;
}

bool BatchDoor::learnsOlderVersion(const Fault &fault)
{
    if (!wantsOlderVersion(fault) || provider() == nullptr)
        return false;
    return !std::exchange(m_services.catalogue.facts(provider()->id).olderVersion, true);
}

std::optional<NamedKey> BatchDoor::keyFor(const BatchPart &part) const
{
    const Provider *owner = provider();
    if (owner == nullptr)
        return std::nullopt;
    const bool isNew = part.phase == PartPhase::Ready || part.phase == PartPhase::Refused || part.key.isEmpty();
    auto own = part.key.isEmpty() ? std::nullopt : m_services.credentials.keyNamed(*owner, part.key);
    return own || !isNew ? own : m_services.credentials.key(*owner);
}

Result<NamedKey> BatchDoor::mayAsk(const BatchPart &part) const
{
    const Provider *owner = provider();
    if (owner == nullptr || owner->dialect != Dialect::Anthropic)
        return tl::unexpected(unsentFault(FaultKind::NoModel, owner));
    const auto problem = checkBaseUrl(owner->baseUrl);
    if (problem != BaseUrlProblem::None && problem != BaseUrlProblem::Insecure)
        return tl::unexpected(unsentFault(FaultKind::Connect, owner));
    if (awaitsConsent(*owner)) { // its address changed since
        Fault fault = unsentFault(FaultKind::Tls, owner);
        fault.tls = TlsFacts {TlsProblem::NotEncrypted, {}, {}};
        return tl::unexpected(fault);
    }
    auto key = keyFor(part);
    if (!key)
        return tl::unexpected(unsentFault(FaultKind::Auth, owner));
    return *std::move(key);
}

ProviderCondition &BatchDoor::condition() const
{
    return m_services.conditions.provider(provider()->id, m_services.policy.budget);
}

Duration BatchDoor::held() const
{
    if (provider() == nullptr)
        return {};
    const Instant now = m_services.time.now();
    return condition().breaker.notBefore(m_services.policy.breaker, now, m_services.conditions.waiting) - now;
}

Duration BatchDoor::retryHeld(const std::optional<Fault> &fault) const
{
    if (provider() == nullptr)
        return {};
    const Instant now = m_services.time.now();
    return condition().budget.affordableAt(m_services.policy.budget, costAfter(fault), now).value_or(now) - now;
}

BatchDoor::Pass BatchDoor::enter()
{
    return {condition().breaker.admit(m_services.policy.breaker, m_services.time.now(), m_services.conditions.waiting), 0.0};
}

BatchDoor::Pass BatchDoor::enterAgain(const std::optional<Fault> &fault)
{
    Pass pass = enter();
    if (condition().budget.withdraw(m_services.policy.budget, costAfter(fault), m_services.time.now()))
        pass.cost = costAfter(fault);
    return pass;
}

void BatchDoor::leave(const Pass &pass, const std::optional<Fault> &fault)
{
    if (provider() == nullptr)
        return;
    RouteOutcome outcome = RouteOutcome::Answered;
    if (fault) {
        const OriginCount counts = verdictOn(*fault).origin;
        const bool failed = counts == OriginCount::Counts || (counts == OriginCount::Half && m_services.jitter.next() < 0.5);
        outcome = failed ? RouteOutcome::Failed : RouteOutcome::Neutral;
    }
    const Instant now = m_services.time.now();
    if (pass.permit)
        condition().breaker.settle(m_services.policy.breaker, *pass.permit, outcome, Duration::zero(), now, m_services.jitter.next());
    if (!fault && pass.cost > 0.0)
        condition().budget.refund(m_services.policy.budget, pass.cost, now);
}

} // namespace breakwater
