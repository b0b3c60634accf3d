// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace breakwater {

struct BreakerSettings
{
    int overloadsInARow = 2; ///< consecutive overloads that pause the route
    int failuresInARow = 3; ///< consecutive counted failures of any kind that pause it
    double failureShare = 0.5; ///< or this share of failures ...
    int fewestOutcomes = 6; ///< ... of at least this many outcomes ...
    Duration window = std::chrono::seconds(120); ///< ... within this time
    Duration overloadPause = std::chrono::seconds(10); ///< first pause after overloads; doubles on each failed test
    Duration transportPause = std::chrono::seconds(5); ///< first pause after other failures
    Duration longestPause = std::chrono::seconds(60);
    Duration decay = std::chrono::minutes(5); ///< flowing for this long takes one doubling back
    Duration probeLease = std::chrono::seconds(95); ///< a test that has not reported by then is given up
    friend bool operator==(const BreakerSettings &, const BreakerSettings &) = default;
};

enum class BreakerPhase { Closed, Open, HalfOpen };

/// Leave to send one request. An outcome that comes with the permit of an earlier generation changes nothing.
struct Permit
{
    std::uint32_t generation = 0;
    bool probe = false;
    friend bool operator==(const Permit &, const Permit &) = default;
};

/// What a request told about its route's health.
enum class RouteOutcome {
    Answered, ///< first content arrived
    Overloaded,
    Failed, ///< a counted failure other than overload
    Neutral, ///< says nothing about the route: cancelled, the person's own limit, a bad request
};

/// Stops asking a route that keeps failing, and finds out with one request whether it is well again.
///
/// Closed -> Open(until) -> HalfOpen(one leased probe) -> Closed. Cooldown min(longest, pause * 2^k) * U(0.5, 1.5),
/// never shorter than a hint (of at most a day); k falls by one for each `decay` spent Closed. A cancelled or expired probe neither closes
/// the breaker nor grows its pause (sony/gobreaker's generations; resilience4j#903 tells why a probe is a lease).
/// A value: copyable, comparable, no clock of its own.
class Breaker
{
public:
    /// Leave to send now, or none. In HalfOpen at most one lease exists; asking takes it.
    /// `early` lets a person's "Try now" take the probe before the pause is over.
    [[nodiscard]] std::optional<Permit> admit(const BreakerSettings &settings, Instant now, bool early = false);

    /// Reports what became of a permitted request. `jitter` in [0, 1) draws the pause if this trips the breaker.
    void settle(const BreakerSettings &settings, const Permit &permit, RouteOutcome outcome, Duration hint, Instant now, double jitter);

    /// The phase at `now`, with an expired lease seen as Open.
    [[nodiscard]] BreakerPhase phase(Instant now) const;
    /// When the next probe may go: `now` when Closed, the end of the pause when Open, the end of the lease when HalfOpen.
    [[nodiscard]] Instant notBefore(Instant now) const;
    /// Doublings in force.
    [[nodiscard]] int doublings() const { return m_doublings; }
    [[nodiscard]] int failuresInARow() const { return m_failuresInARow; }
    [[nodiscard]] std::uint32_t generation() const { return m_generation; }

    friend bool operator==(const Breaker &, const Breaker &) = default;

private:
    struct Outcome
    {
        Instant at;
        bool failed = false;
        friend bool operator==(const Outcome &, const Outcome &) = default;
    };
    void trip(const BreakerSettings &settings, bool overload, Duration hint, Instant now, double jitter);
    void close(Instant now);
    void decay(const BreakerSettings &settings, Instant now);

    BreakerPhase m_phase = BreakerPhase::Closed;
    std::uint32_t m_generation = 0;
    int m_doublings = 0;
    int m_overloadsInARow = 0;
    int m_failuresInARow = 0;
    Instant m_until; // Open: end of the pause; HalfOpen: end of the lease
    Instant m_decayFrom; // Closed: since when the doublings fade
    std::deque<Outcome> m_recent;
};

} // namespace breakwater
