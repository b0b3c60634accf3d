// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/faultreason.h"

#include <QCoreApplication>

namespace breakwater {

namespace {

struct FaultReasonSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::FaultReason)
};

QString withStatus(const QString &words, const Fault &fault)
{
    return fault.status ? QStringLiteral("%1 (%2)").arg(words).arg(*fault.status) : words;
}

} // namespace

QString faultReason(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::Overloaded:
        return withStatus(FaultReasonSaying::tr("Overloaded"), fault);
    case FaultKind::RateLimited:
        return withStatus(FaultReasonSaying::tr("Your limit"), fault);
    case FaultKind::Billing:
    case FaultKind::QuotaHard:
        return withStatus(FaultReasonSaying::tr("Credit used up"), fault);
    case FaultKind::Transient:
    case FaultKind::TransientGateway:
    case FaultKind::Conflict:
    case FaultKind::TooEarly:
    case FaultKind::Unknown:
        return withStatus(FaultReasonSaying::tr("Server error"), fault);
    case FaultKind::TimeoutServer:
    case FaultKind::SlowHeaders:
    case FaultKind::SlowContent:
        return withStatus(FaultReasonSaying::tr("No answer in time"), fault);
    case FaultKind::Offline:
        return FaultReasonSaying::tr("You are offline");
    case FaultKind::Connect:
    case FaultKind::Proxy:
    case FaultKind::ProxyTimeout:
    case FaultKind::Portal:
    case FaultKind::Redirected:
    case FaultKind::Intermediary:
        return FaultReasonSaying::tr("Server not reached");
    case FaultKind::Tls:
        return FaultReasonSaying::tr("Connection not secure");
    case FaultKind::NotProcessed:
    case FaultKind::Ambiguous:
    case FaultKind::Truncated:
    case FaultKind::Stalled:
    case FaultKind::Protocol:
        return FaultReasonSaying::tr("Connection dropped");
    case FaultKind::Auth:
        return withStatus(FaultReasonSaying::tr("Key refused"), fault);
    case FaultKind::Forbidden:
    case FaultKind::Legal:
        return withStatus(FaultReasonSaying::tr("Not allowed"), fault);
    case FaultKind::NoModel:
        return withStatus(FaultReasonSaying::tr("Model unknown"), fault);
    case FaultKind::BadRequest:
    case FaultKind::TooLarge:
    case FaultKind::Capability:
    case FaultKind::HistoryBound:
        return withStatus(FaultReasonSaying::tr("Not accepted"), fault);
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
        return FaultReasonSaying::tr("Disk trouble");
    case FaultKind::Cancelled:
        return FaultReasonSaying::tr("Cancelled");
    }
    return {};
}

} // namespace breakwater
