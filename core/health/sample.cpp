// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/sample.h"

namespace breakwater {

std::optional<SampleClass> sampleClass(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::RateLimited:
        return SampleClass::OwnLimit;
    case FaultKind::Overloaded:
        return SampleClass::Overloaded;
    case FaultKind::Transient:
    case FaultKind::TransientGateway:
    case FaultKind::TimeoutServer:
    case FaultKind::Conflict:
    case FaultKind::Protocol:
        return SampleClass::ServerError;
    case FaultKind::Offline:
    case FaultKind::Connect:
    case FaultKind::Tls:
    case FaultKind::Proxy:
    case FaultKind::Portal:
    case FaultKind::Redirected:
    case FaultKind::Intermediary:
    case FaultKind::NotProcessed:
    case FaultKind::Ambiguous:
    case FaultKind::SlowHeaders:
    case FaultKind::SlowContent:
    case FaultKind::Truncated:
    case FaultKind::Stalled:
        return SampleClass::Network;
    case FaultKind::BadRequest:
    case FaultKind::TooLarge:
    case FaultKind::Capability:
    case FaultKind::NoModel:
    case FaultKind::Auth:
    case FaultKind::Billing:
    case FaultKind::QuotaHard:
    case FaultKind::Forbidden:
    case FaultKind::Legal:
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
    case FaultKind::Cancelled:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace breakwater
