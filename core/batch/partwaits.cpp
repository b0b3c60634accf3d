// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/partwaits.h"

#include "core/policy/verdict.h"

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

constexpr Duration firstLookAfter = std::chrono::seconds(30);
constexpr Duration longestLookAfter = std::chrono::minutes(10);
constexpr DelayRule ofTheProvider {std::chrono::seconds(30), std::chrono::minutes(10)};
constexpr DelayRule ofTheNetwork {std::chrono::seconds(5), std::chrono::minutes(2)};
constexpr Duration shortestPause = std::chrono::seconds(1);
constexpr Duration pauseForPerson = std::chrono::hours(1);
constexpr Duration longestPause = std::chrono::hours(24 * 366); // a mad hint must not overflow

/// The way to the provider is not there: to ask again costs nobody anything.
bool isCutOff(const Fault &fault)
{
    constexpr std::array kinds {FaultKind::Offline, FaultKind::Connect, FaultKind::Proxy, FaultKind::ProxyTimeout, FaultKind::Portal, FaultKind::NotProcessed};
    return std::find(kinds.begin(), kinds.end(), fault.kind) != kinds.end();
}

} // namespace

CreationFate fateOfCreation(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::BadRequest:
    case FaultKind::TooLarge:
    case FaultKind::Capability:
    case FaultKind::HistoryBound:
    case FaultKind::NoModel:
    case FaultKind::Auth:
    case FaultKind::Billing:
    case FaultKind::QuotaHard:
    case FaultKind::Forbidden:
    case FaultKind::Legal:
        return CreationFate::Refused;
    case FaultKind::RateLimited:
    case FaultKind::Overloaded:
    case FaultKind::Offline:
    case FaultKind::Connect:
    case FaultKind::Tls:
    case FaultKind::Proxy:
    case FaultKind::ProxyTimeout:
    case FaultKind::Portal:
    case FaultKind::Redirected:
    case FaultKind::Intermediary:
    case FaultKind::NotProcessed:
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
        return CreationFate::NotTaken;
    case FaultKind::Transient: // an error inside may come after the batch was made
    case FaultKind::TransientGateway:
    case FaultKind::TimeoutServer:
    case FaultKind::Conflict: // perhaps with itself
    case FaultKind::TooEarly:
    case FaultKind::Unknown:
    case FaultKind::Ambiguous:
    case FaultKind::SlowHeaders:
    case FaultKind::SlowContent:
    case FaultKind::Truncated:
    case FaultKind::Stalled:
    case FaultKind::Protocol:
    case FaultKind::Cancelled:
        return CreationFate::Unknown;
    }
    return CreationFate::Unknown;
}

bool saysGone(const Fault &fault)
{
    const bool byStatus = fault.status == 404 || fault.status == 410;
    return byStatus && fault.kind != FaultKind::Intermediary && fault.kind != FaultKind::Portal; // a page on the way knows nothing
}

bool needsPerson(const Fault &fault)
{
    const Verdict verdict = verdictOn(fault);
    const bool ofTheDisk = fault.kind == FaultKind::DiskFull || fault.kind == FaultKind::ReadOnly || fault.kind == FaultKind::Store;
    return (verdict.blame == Blame::You && !ofTheDisk) || fault.kind == FaultKind::Tls || fault.kind == FaultKind::Legal;
}

Duration pauseBetweenLooks(Duration since, double draw)
{
    const Duration pause = std::clamp(since / 4, firstLookAfter, longestLookAfter);
    return fromSeconds(toSeconds(pause) * (0.8 + 0.4 * draw));
}

Duration pauseAfterFault(const Fault &fault, int failures, DelayDraw draw)
{
    const DelayRule forPerson {pauseForPerson, pauseForPerson};
    const DelayRule &rule = needsPerson(fault) ? forPerson : isCutOff(fault) ? ofTheNetwork : ofTheProvider;
    const Randomness randomness = needsPerson(fault) ? Randomness::Half : Randomness::Full;
    return std::clamp(delayBefore(rule, randomness, failures, fault.hint, draw).total(), shortestPause, longestPause);
}

} // namespace breakwater
