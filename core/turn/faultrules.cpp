// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/faultrules.h"

#include "core/health/sample.h"

namespace breakwater {

TryClass tryClass(const Fault &fault)
{
    const auto result = sampleClass(fault);
    if (!result)
        return TryClass::None;
    switch (*result) {
    case SampleClass::OwnLimit:
        return TryClass::OwnLimit;
    case SampleClass::Overloaded:
        return TryClass::Overloaded;
    case SampleClass::ServerError:
        return TryClass::ServerError;
    case SampleClass::Network:
        return TryClass::Network;
    case SampleClass::Answered:
        break;
    }
    return TryClass::None;
}

std::optional<int> triesAllowed(const ChainStep &step, TryClass which)
{
    switch (which) {
    case TryClass::Overloaded:
        return step.overloadedTries;
    case TryClass::ServerError:
        return step.serverErrorTries;
    case TryClass::Network:
        return step.networkTries;
    case TryClass::OwnLimit:
        return step.ownLimitTries;
    case TryClass::None:
        break;
    }
    return std::nullopt;
}

bool continuesByItself(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::Overloaded:
    case FaultKind::Transient:
    case FaultKind::TransientGateway:
    case FaultKind::Truncated:
    case FaultKind::Stalled:
    case FaultKind::Ambiguous:
        return true;
    case FaultKind::BadRequest:
    case FaultKind::TooLarge:
    case FaultKind::Capability:
    case FaultKind::NoModel:
    case FaultKind::Auth:
    case FaultKind::Billing:
    case FaultKind::QuotaHard:
    case FaultKind::Forbidden:
    case FaultKind::Legal:
    case FaultKind::RateLimited:
    case FaultKind::TimeoutServer:
    case FaultKind::Conflict:
    case FaultKind::Offline:
    case FaultKind::Connect:
    case FaultKind::Tls:
    case FaultKind::Proxy:
    case FaultKind::Portal:
    case FaultKind::Redirected:
    case FaultKind::Intermediary:
    case FaultKind::NotProcessed:
    case FaultKind::SlowHeaders:
    case FaultKind::SlowContent:
    case FaultKind::Protocol:
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
    case FaultKind::Cancelled:
        return false;
    }
    return false;
}

bool needsOtherCredential(FaultKind kind)
{
    return kind == FaultKind::Auth || kind == FaultKind::Billing || kind == FaultKind::QuotaHard;
}

} // namespace breakwater
