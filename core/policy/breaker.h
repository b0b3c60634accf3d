// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/datedoutcome.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace breakwater {

struct BreakerSettings
{
    int overloadsInARow = 2; ///< consecutive overloads that pause a route that used to answer
    int failuresInARow = 3; ///< consecutive counted failures of any kind that do
    double surprise = 0.001; ///< a run of failures likelier than this, by what the route answered before it, pauses nothing
    int longestRun = 20; ///< so many in a row always pause it
    double failureShare = 0.95; ///< or this share of failures ...
    int fewestOutcomes = 20; ///< ... of at least this many outcomes ...
    Duration window = std::chrono::seconds(120); ///< ... within this time
    Duration overloadPause = std::chrono::seconds(6); ///< first pause after overloads; doubles on each failed test
    Duration transportPause = std::chrono::seconds(5); ///< first pause after other failures
    Duration longestPause = std::chrono::seconds(60);
    Duration shortestPause = std::chrono::milliseconds(200); ///< however many turns wait for it
    Duration falseAlarm = std::chrono::seconds(4); ///< well again within this time: it had not been down, and nobody has to be let in slowly
    int rampStart = 4; ///< requests at once after a pause; one more with each answer ...
    int rampAnswers = 8; ///< ... until so many were answered
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

/// What a Breaker hands on to the next run of the program: all it learned, nothing of the requests under way.
struct BreakerMemory
{
    struct Pause
    {
        Instant downSince;
        Instant began;
        Instant grown; ///< when the doublings last grew
        Duration length {}; ///< as drawn, for one turn
        Duration hint {};
        friend bool operator==(const Pause &, const Pause &) = default;
    };
    struct Ramp
    {
        Instant until;
        int answered = 0;
        friend bool operator==(const Ramp &, const Ramp &) = default;
    };
    std::optional<Pause> pause; ///< none: it flows. A test under way is forgotten, the pause before it is not
    std::optional<Ramp> ramp;
    int doublings = 0;
    Instant decayFrom;
    int overloadsInARow = 0;
    int failuresInARow = 0;
    double share = 1.0; ///< answered, before the present run of failures
    std::vector<DatedOutcome> recent;
    friend bool operator==(const BreakerMemory &, const BreakerMemory &) = default;
};

/// Stops asking a route that keeps failing, and finds out with one request whether it is well again.
///
/// Closed -> Open -> HalfOpen(one leased probe) -> Closed, with a ramp. It trips on a run of failures that would be a
/// surprise after what the route answered before: two overloads in a row say little of a route that refuses three
/// requests in ten, and all of one that refused none.
///
/// The pause is min(longest, pause * 2^k) * U(0.5, 1.5) for one turn that waits for the route. Turns that wait together
/// in one process share it: n of them send together what each would have sent alone, and all learn from it. Nobody
/// waits more than the longest pause of it, so that a route that is well again is found out within that time, save for
/// a hint (of at most a day), which is never undercut. k grows when a probe failed and the whole pause had gone by, and
/// falls by one for each `decay` spent Closed. A cancelled or expired probe neither closes the breaker, nor ends its
/// pause, nor grows it (sony/gobreaker's generations; resilience4j#903 tells why a probe is a lease).
/// A value: copyable, comparable, no clock of its own.
class Breaker
{
public:
    /// Leave to send now, or none. In HalfOpen at most one lease exists; asking takes it. `waiting` turns want the route.
    /// `early` lets a person's "Try now" take the probe before the pause is over.
    [[nodiscard]] std::optional<Permit> admit(const BreakerSettings &settings, Instant now, int waiting = 1, bool early = false);

    /// Reports what became of a permitted request. `jitter` in [0, 1) draws the pause if this trips the breaker.
    void settle(const BreakerSettings &settings, const Permit &permit, RouteOutcome outcome, Duration hint, Instant now, double jitter);
    /// Pauses it for a reason outside its own outcomes.
    void pause(const BreakerSettings &settings, bool overload, Duration hint, Instant now, double jitter);

    /// The phase at `now`, with an expired lease seen as Open.
    [[nodiscard]] BreakerPhase phase(Instant now) const;
    /// When the next request may go: `now` when Closed and not full, the end of the pause when Open, the later of that and
    /// the end of the lease when HalfOpen; a moment from now while the ramp is full.
    [[nodiscard]] Instant notBefore(const BreakerSettings &settings, Instant now, int waiting = 1) const;
    /// How long the route has not been well: since the trip that no probe has ended yet. Zero when Closed.
    [[nodiscard]] Duration downFor(Instant now) const { return m_phase == BreakerPhase::Closed ? Duration::zero() : Duration(now - m_downSince); }
    /// Doublings in force.
    [[nodiscard]] int doublings() const { return m_doublings; }
    [[nodiscard]] int failuresInARow() const { return m_failuresInARow; }
    [[nodiscard]] std::uint32_t generation() const { return m_generation; }
    [[nodiscard]] bool ramping() const { return m_ramping; }

    [[nodiscard]] BreakerMemory remembered() const;
    /// Decides as the remembered one would, had all its requests been cancelled. Takes any memory: what no Breaker could
    /// have left is brought into bounds, and nothing is paused for more than a day from `now`.
    [[nodiscard]] static Breaker restored(const BreakerMemory &kept, Instant now);

    friend bool operator==(const Breaker &, const Breaker &) = default;

private:
    struct Outcome
    {
        Instant at;
        bool failed = false;
        friend bool operator==(const Outcome &, const Outcome &) = default;
    };
    void trip(const BreakerSettings &settings, bool overload, Duration hint, Instant now, double jitter);
    void close(const BreakerSettings &settings, Instant now);
    void decay(const BreakerSettings &settings, Instant now);
    void rememberRun(double weight);
    [[nodiscard]] int runAllowed(const BreakerSettings &settings, int fewest) const;
    [[nodiscard]] Instant reopens(const BreakerSettings &settings, int waiting) const;

    BreakerPhase m_phase = BreakerPhase::Closed;
    std::uint32_t m_generation = 0;
    int m_doublings = 0;
    int m_overloadsInARow = 0;
    int m_failuresInARow = 0;
    double m_share = 1.0; // answered of the last twenty or so, before the present run of failures
    Instant m_downSince; // the trip that no probe has ended yet
    Instant m_opened; // begin of the present pause
    Instant m_grown; // when the doublings last grew
    Duration m_pause {}; // as drawn, for one
    Duration m_hint {};
    Instant m_leaseEnd; // HalfOpen: of the probe. Closed: of the ramp, so that a request without a report holds no place for good
    Instant m_decayFrom; // Closed: since when the doublings fade
    bool m_ramping = false;
    int m_rampUnderWay = 0;
    int m_rampAnswered = 0;
    std::deque<Outcome> m_recent;
};

} // namespace breakwater
