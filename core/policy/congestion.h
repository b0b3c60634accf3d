// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/datedoutcome.h"

#include <deque>
#include <optional>
#include <vector>

namespace breakwater {

/// What a Congestion hands on to the next run of the program: nothing of what is under way.
struct CongestionMemory
{
    std::optional<double> limit; ///< set while it is limited
    bool unrelated = false; ///< a limit was tried and was not the cure
    double floor = 0;
    Instant since;
    Instant lastRefusal;
    Instant holdUntil;
    int refusalsInARow = 0;
    int refusedAlone = 0;
    std::vector<DatedOutcome> recent;
    friend bool operator==(const CongestionMemory &, const CongestionMemory &) = default;
};

/// How many requests a route may have under way while it refuses for lack of capacity.
///
/// Additive increase, multiplicative decrease, as TCP does it, with the one thing that a client can know and TCP cannot:
/// what the server had accepted and not finished when it refused. That number is the capacity left to us, so the limit
/// falls to it at once. Refusals that keep coming under the limit have another cause (each by its own draw, or other
/// people's load); then the limit only costs time and is lifted. A value without a clock.
class Congestion
{
public:
    /// May one more be sent now?
    [[nodiscard]] bool hasRoom(Instant now) const;
    /// When it is worth asking again, if there is no room now.
    [[nodiscard]] Instant lookAgainAt(Instant now) const;

    void sent() { ++m_pending; }
    void accepted(Instant now); ///< content came
    void refused(Instant now); ///< overloaded
    void dropped(); ///< ended without a verdict: cancelled, broken, refused for another reason
    void finished(); ///< an accepted one ended

    /// The limit in force; none while nothing is limited.
    [[nodiscard]] std::optional<int> limit() const;
    [[nodiscard]] int underWay() const { return m_pending + m_accepted; }

    [[nodiscard]] CongestionMemory remembered() const;
    /// Decides as the remembered one would, had all its requests ended. Takes any memory and brings it into bounds.
    [[nodiscard]] static Congestion restored(const CongestionMemory &kept, Instant now);

    friend bool operator==(const Congestion &, const Congestion &) = default;

private:
    enum class Mode { Free, Limited, Unrelated };
    struct Outcome
    {
        Instant at;
        bool accepted = false;
        friend bool operator==(const Outcome &, const Outcome &) = default;
    };
    void note(bool accepted, Instant now);
    void engage(Instant now);

    Mode m_mode = Mode::Free;
    int m_pending = 0; // sent, no verdict yet
    int m_accepted = 0; // being answered
    double m_limit = 0;
    double m_floor = 0; // of the limit while it is on trial
    Instant m_since; // when the mode began
    Instant m_lastRefusal;
    Instant m_holdUntil;
    int m_refusalsInARow = 0;
    int m_refusedAlone = 0; // since the limit holds
    std::deque<Outcome> m_recent;
};

} // namespace breakwater
