// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/certificate.h"
#include "core/base/time.h"

#include <QString>

#include <cstddef>
#include <optional>

namespace breakwater {

/// Why something failed. One row of the taxonomy each; what follows from it is in policy/verdict.
enum class FaultKind {
    // The request or the person's settings
    BadRequest,
    TooLarge,
    Capability, ///< the model does not take a parameter or a form that the request has
    HistoryBound, ///< thinking of another conversation or model in the history
    NoModel,
    Auth,
    Billing,
    QuotaHard,
    Forbidden,
    Legal,
    // The person's own rate limit
    RateLimited,
    // The provider
    Overloaded,
    Transient,
    TransientGateway,
    TimeoutServer,
    Conflict,
    TooEarly, ///< 425 and 499: a server or gateway that would rather be asked again
    Unknown, ///< a failure that no rule knows
    // Between here and the provider
    Offline,
    Connect,
    Tls,
    Proxy,
    ProxyTimeout,
    Portal, ///< the network wants a person to sign in
    Redirected,
    Intermediary, ///< something between here and the provider answered in its place
    NotProcessed,
    Ambiguous,
    SlowHeaders,
    SlowContent,
    // Inside an answer
    Truncated,
    Stalled,
    Protocol,
    // The disk
    DiskFull,
    ReadOnly,
    Store,
    // The person
    Cancelled,
};
inline constexpr std::size_t faultKindCount = static_cast<std::size_t>(FaultKind::Cancelled) + 1;

/// Where a server's hint about the next try came from.
enum class HintSource { RetryAfterMs, RetryAfterSeconds, RetryAfterDate, RateLimitReset, RetryInfo };

/// A server's word on how long to wait. A floor, never cut short.
struct Hint
{
    Duration wait {};
    HintSource source = HintSource::RetryAfterSeconds;
    friend bool operator==(const Hint &, const Hint &) = default;
};

/// A failure as a value. Only ui/ turns it into sentences.
struct Fault
{
    FaultKind kind = FaultKind::Protocol;
    std::optional<int> status; ///< HTTP status, when one came; inside a 200, the one that the error names
    QString type; ///< the provider's error.type
    QString code; ///< the provider's error code below the type
    QString detail; ///< the provider's or the system's own words, without keys
    QString host;
    QString requestId;
    std::optional<Hint> hint;
    std::optional<WallTime> returnsAt; ///< when a used up quota is granted anew, as far as the provider says
    std::optional<bool> shouldRetry; ///< x-should-retry
    bool inStream = false; ///< came as an event inside a 200 stream
    std::optional<Duration> waited; ///< the limit of ours that ran out
    std::optional<TlsFacts> tls; ///< with Tls: what is wrong, and the certificate

    friend bool operator==(const Fault &, const Fault &) = default;
};

} // namespace breakwater
