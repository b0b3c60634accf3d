// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/congestion.h"

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr Duration memory = std::chrono::seconds(2);
constexpr std::ptrdiff_t enoughToEngage = 20; // outcomes; before, refusals are chance
constexpr double crowdedShare = 0.35; // fewer accepted than this: perhaps we are too many
constexpr Duration settling = std::chrono::milliseconds(1000); // until the limit shows in the outcomes
constexpr std::ptrdiff_t enoughToJudge = 6; // outcomes under the limit
constexpr int enoughAlone = 5; // refusals with nothing else of ours under way
constexpr double relatedShare = 0.5; // fewer accepted under the limit: it is not us
constexpr Duration unrelatedFor = std::chrono::seconds(5); // without a refusal: the next trouble may be another
constexpr double fewestOnTrial = 3; // at once
constexpr Duration trialHold = std::chrono::milliseconds(50); // after a refusal while the limit is on trial
constexpr Duration longestTrialHold = std::chrono::milliseconds(500);
constexpr Duration calm = std::chrono::milliseconds(2500); // without refusals: the limit grows by half with each answer begun
constexpr double largest = 64;
constexpr Duration shortestHold = std::chrono::milliseconds(250); // after a refusal under the limit; doubles
constexpr Duration longestHold = std::chrono::seconds(1);

} // namespace

bool Congestion::hasRoom(Instant now) const
{
    return m_mode != Mode::Limited || (now >= m_holdUntil && underWay() < std::max(1, static_cast<int>(m_limit)));
}

Instant Congestion::lookAgainAt(Instant now) const
{
    return hasRoom(now) ? now : std::max(m_holdUntil, now + shortestHold);
}

std::optional<int> Congestion::limit() const
{
    return m_mode == Mode::Limited ? std::optional(std::max(1, static_cast<int>(m_limit))) : std::nullopt;
}

void Congestion::note(bool accepted, Instant now)
{
    m_recent.push_back({now, accepted});
    // Under a limit: what came since it settled. Otherwise: what came lately.
    const Instant from = m_mode == Mode::Limited ? m_since + settling : now - memory;
    while (!m_recent.empty() && (m_recent.front().at < from || m_recent.size() > 40))
        m_recent.pop_front();
}

void Congestion::engage(Instant now)
{
    m_mode = Mode::Limited;
    m_since = now;
    m_floor = std::max(fewestOnTrial, underWay() / 2.0);
    m_limit = std::max(m_floor, static_cast<double>(underWay()));
    m_refusalsInARow = 0;
    m_refusedAlone = 0;
    m_holdUntil = now;
    m_recent.clear();
}

void Congestion::accepted(Instant now)
{
    m_pending = std::max(0, m_pending - 1);
    ++m_accepted;
    note(true, now);
    m_refusalsInARow = 0;
    if (m_mode == Mode::Unrelated && now - m_lastRefusal > unrelatedFor)
        m_mode = Mode::Free;
    if (m_mode != Mode::Limited)
        return;
    m_limit += now - m_lastRefusal > calm ? 0.5 : 0.5 / std::max(1.0, m_limit);
    if (m_limit > largest)
        m_mode = Mode::Free;
}

void Congestion::refused(Instant now)
{
    m_pending = std::max(0, m_pending - 1);
    note(false, now);
    m_lastRefusal = now;
    // A refusal is heard of sooner than an answer: who was not refused yet counts as accepted.
    const auto share = [this] {
        const auto accepted = std::count_if(m_recent.begin(), m_recent.end(), [](const Outcome &each) { return each.accepted; }) + m_pending;
        return static_cast<double>(accepted) / static_cast<double>(std::ssize(m_recent) + m_pending);
    };
    switch (m_mode) {
    case Mode::Free:
        if (std::ssize(m_recent) >= enoughToEngage && share() < crowdedShare)
            engage(now);
        break;
    case Mode::Limited:
        m_refusedAlone += underWay() == 0 ? 1 : 0;
        if (m_refusedAlone >= enoughAlone || (std::ssize(m_recent) >= enoughToJudge && share() < relatedShare)) {
            m_mode = Mode::Unrelated;
            m_since = now;
            break;
        }
        if (now - m_since < settling) { // on trial: half of what there was must be enough to tell
            m_limit = std::max(m_floor, std::min(m_limit, static_cast<double>(underWay())));
            m_holdUntil = now + std::min(longestTrialHold, trialHold * (1 << std::min(m_refusalsInARow, 5)));
            ++m_refusalsInARow;
            break;
        }
        m_limit = std::max(1.0, std::min(m_limit, static_cast<double>(underWay())));
        m_holdUntil = now + std::min(longestHold, shortestHold * (1 << std::min(m_refusalsInARow, 5)));
        ++m_refusalsInARow;
        break;
    case Mode::Unrelated:
        break;
    }
}

void Congestion::dropped()
{
    m_pending = std::max(0, m_pending - 1);
}

void Congestion::finished()
{
    m_accepted = std::max(0, m_accepted - 1);
}

CongestionMemory Congestion::remembered() const
{
    CongestionMemory kept;
    if (m_mode == Mode::Limited)
        kept.limit = m_limit;
    kept.unrelated = m_mode == Mode::Unrelated;
    kept.floor = m_floor;
    kept.since = m_since;
    kept.lastRefusal = m_lastRefusal;
    kept.holdUntil = m_holdUntil;
    kept.refusalsInARow = m_refusalsInARow;
    kept.refusedAlone = m_refusedAlone;
    for (const Outcome &each : m_recent)
        kept.recent.push_back({each.at, each.accepted});
    return kept;
}

Congestion Congestion::restored(const CongestionMemory &kept, Instant now)
{
    const auto bounded = [](double limit) { return std::isfinite(limit) ? std::clamp(limit, 1.0, 1e6) : 1.0; };
    Congestion congestion;
    congestion.m_mode = kept.limit ? Mode::Limited : kept.unrelated ? Mode::Unrelated : Mode::Free;
    congestion.m_limit = bounded(kept.limit.value_or(1.0));
    congestion.m_floor = bounded(kept.floor);
    congestion.m_since = std::min(kept.since, now);
    congestion.m_lastRefusal = std::min(kept.lastRefusal, now);
    congestion.m_holdUntil = std::min(kept.holdUntil, now + longestHold);
    congestion.m_refusalsInARow = std::clamp(kept.refusalsInARow, 0, 100);
    congestion.m_refusedAlone = std::clamp(kept.refusedAlone, 0, 100);
    for (const DatedOutcome &each : kept.recent)
        congestion.m_recent.push_back({std::min(each.at, now), each.good});
    return congestion;
}

} // namespace breakwater
