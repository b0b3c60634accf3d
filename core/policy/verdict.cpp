// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/verdict.h"

namespace breakwater {

namespace {

constexpr int many = unboundedRetries;

Verdict row(const Fault &fault)
{
    using enum RouteOutcome;
    switch (fault.kind) {
    case FaultKind::BadRequest:
        return {.blame = Blame::You};
    case FaultKind::TooLarge:
        return {.blame = Blame::You};
    case FaultKind::Capability:
        return {.blame = Blame::You, .mayFallBack = true, .cost = 0.0};
    case FaultKind::NoModel:
    case FaultKind::Auth:
    case FaultKind::Billing:
    case FaultKind::QuotaHard:
    case FaultKind::Forbidden:
        return {.blame = Blame::You, .mayFallBack = true};
    case FaultKind::Legal:
        return {.blame = Blame::Nobody};
    case FaultKind::RateLimited:
        return {.blame = Blame::YourLimit,
            .retriesHere = many,
            .mayFallBack = true,
            .delay = DelayClass::RateLimitedBlind,
            .cost = fault.hint ? 0.5 : 1.0};
    case FaultKind::Overloaded:
        return {.blame = Blame::Provider, .retriesHere = many, .mayFallBack = true, .outcome = Overloaded, .delay = DelayClass::Overloaded};
    case FaultKind::Transient:
    case FaultKind::TransientGateway:
    case FaultKind::TimeoutServer:
        return {.blame = Blame::Provider, .retriesHere = many, .mayFallBack = true, .outcome = Failed};
    case FaultKind::Conflict:
        return {.blame = Blame::Nobody, .retriesHere = 2};
    case FaultKind::Offline:
        return {.blame = Blame::Network, .retriesHere = many, .delay = DelayClass::Offline, .cost = 0.0};
    case FaultKind::Connect:
        return {.blame = Blame::Network, .retriesHere = many, .mayFallBack = true, .outcome = Failed, .delay = DelayClass::Connect, .cost = 0.0};
    case FaultKind::Tls:
    case FaultKind::Proxy:
    case FaultKind::Portal:
    case FaultKind::Redirected:
        return {.blame = Blame::Network};
    case FaultKind::Intermediary:
        return {.blame = Blame::Network, .mayFallBack = true};
    case FaultKind::NotProcessed:
        return {.blame = Blame::Network, .retriesHere = many, .mayFallBack = true, .outcome = Failed, .delay = DelayClass::Connect, .cost = 0.0};
    case FaultKind::Ambiguous:
    case FaultKind::SlowHeaders:
    case FaultKind::SlowContent:
        return {.blame = Blame::Network, .retriesHere = many, .mayFallBack = true, .outcome = Failed, .delay = DelayClass::Ambiguous};
    case FaultKind::Truncated:
    case FaultKind::Stalled:
        return {.blame = Blame::Network, .retriesHere = many, .mayFallBack = true, .outcome = Failed, .delay = DelayClass::Ambiguous, .cost = 2.0};
    case FaultKind::Protocol:
        return {.blame = Blame::Provider, .retriesHere = 1, .mayFallBack = true, .outcome = Failed, .cost = 2.0};
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
        return {.blame = Blame::You};
    case FaultKind::Cancelled:
        return {.blame = Blame::Nobody};
    }
    return {};
}

bool mayBeOverruled(const Fault &fault)
{
    const Blame blame = row(fault).blame;
    return blame == Blame::Provider || blame == Blame::Nobody;
}

} // namespace

Verdict verdictOn(const Fault &fault)
{
    Verdict verdict = row(fault);
    if (!fault.shouldRetry)
        return verdict;
    if (!*fault.shouldRetry)
        verdict.retriesHere = 0;
    else if (verdict.retriesHere == 0 && mayBeOverruled(fault) && fault.kind != FaultKind::Cancelled && fault.kind != FaultKind::Legal)
        verdict.retriesHere = 1;
    return verdict;
}

} // namespace breakwater
