// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/datedoutcome.h"

#include <deque>
#include <optional>
#include <vector>

namespace breakwater {

/// What a TrackRecord hands on to the next run of the program.
struct TrackMemory
{
    std::vector<DatedOutcome> outcomes;
    std::vector<Duration> headers;
    std::vector<Duration> silences;
    std::optional<Instant> lastAnswer;
    friend bool operator==(const TrackMemory &, const TrackMemory &) = default;
};

/// What a route did lately: the memory that tells a flaky route (refuses some, answers others) from one that is down,
/// and a hung request from a slow one. A value; the newest `length` of each kind, outcomes for a minute.
class TrackRecord
{
public:
    static constexpr std::size_t length = 40;

    void addOutcome(bool answered, Instant now);
    /// The route is well again after a pause: its failures before say nothing about it now.
    void forgetOutcomes() { m_outcomes.clear(); }
    void addHeaders(Duration after) { keep(m_headers, after); }
    /// The longest time without a byte in one answer, from its headers on.
    void addSilence(Duration longest) { keep(m_silences, longest); }

    /// Share of the outcomes of the last minute that were answers; 0.9 while nothing is known.
    [[nodiscard]] double share(Instant now) const;
    /// It answered within the last ten seconds, `fewest` times that are remembered, and at least one in seven of its last outcomes was an answer.
    /// Two refusals in a row are ordinary for such a route, and a retry soon is likely to be answered.
    [[nodiscard]] bool answersLately(Instant now, int fewest = 1) const;
    /// The time that three of four requests wait at most for headers; none before `length` / 4 were seen.
    [[nodiscard]] std::optional<Duration> usualHeaders() const { return threeQuarters(m_headers); }
    [[nodiscard]] std::optional<Duration> usualSilence() const { return threeQuarters(m_silences); }

    [[nodiscard]] TrackMemory remembered() const;
    /// Takes any memory: the newest `length` of each kind, nothing of a time to come.
    [[nodiscard]] static TrackRecord restored(const TrackMemory &kept, Instant now);

    friend bool operator==(const TrackRecord &, const TrackRecord &) = default;

private:
    struct Outcome
    {
        Instant at;
        bool answered = false;
        friend bool operator==(const Outcome &, const Outcome &) = default;
    };
    static void keep(std::deque<Duration> &times, Duration time);
    [[nodiscard]] static std::optional<Duration> threeQuarters(const std::deque<Duration> &times);

    std::deque<Outcome> m_outcomes;
    std::deque<Duration> m_headers;
    std::deque<Duration> m_silences;
    std::optional<Instant> m_lastAnswer;
};

} // namespace breakwater
