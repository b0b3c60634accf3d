// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/breaker.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration longestHint = std::chrono::hours(24); // a mad hint must not shut a route for good

} // namespace

void Breaker::decay(const BreakerSettings &settings, Instant now)
{
    while (m_doublings > 0 && settings.decay > Duration::zero() && now - m_decayFrom >= settings.decay) {
        --m_doublings;
        m_decayFrom += settings.decay;
    }
}

std::optional<Permit> Breaker::admit(const BreakerSettings &settings, Instant now, bool early)
{
    switch (m_phase) {
    case BreakerPhase::Closed:
        return Permit {m_generation, false};
    case BreakerPhase::Open:
        if (now < m_until && !early)
            return std::nullopt;
        break;
    case BreakerPhase::HalfOpen:
        if (now < m_until)
            return std::nullopt;
        break; // the lease ran out without a word: the next one may probe
    }
    m_phase = BreakerPhase::HalfOpen;
    ++m_generation;
    m_until = now + settings.probeLease;
    return Permit {m_generation, true};
}

void Breaker::settle(
    const BreakerSettings &settings, const Permit &permit, RouteOutcome outcome, Duration hint, Instant now, double jitter)
{
    if (permit.generation != m_generation || m_phase == BreakerPhase::Open)
        return;
    const bool probing = m_phase == BreakerPhase::HalfOpen;
    if (outcome == RouteOutcome::Neutral) {
        if (probing) { // gives the lease back; the next waiting turn may probe at once
            m_phase = BreakerPhase::Open;
            ++m_generation;
            m_until = now;
        }
        return;
    }
    const bool failed = outcome != RouteOutcome::Answered;
    if (probing) {
        if (failed) {
            ++m_doublings;
            trip(settings, outcome == RouteOutcome::Overloaded, hint, now, jitter);
        } else {
            close(now);
        }
        return;
    }

    decay(settings, now);
    m_recent.push_back({now, failed});
    while (!m_recent.empty() && now - m_recent.front().at > settings.window)
        m_recent.pop_front();
    if (!failed) {
        m_overloadsInARow = 0;
        m_failuresInARow = 0;
        return;
    }
    ++m_failuresInARow;
    m_overloadsInARow = outcome == RouteOutcome::Overloaded ? m_overloadsInARow + 1 : 0;
    const auto failures = std::count_if(m_recent.begin(), m_recent.end(), [](const Outcome &each) { return each.failed; });
    const auto outcomes = static_cast<double>(m_recent.size());
    const bool tooMany = std::ssize(m_recent) >= settings.fewestOutcomes && static_cast<double>(failures) >= settings.failureShare * outcomes;
    if (m_overloadsInARow >= settings.overloadsInARow || m_failuresInARow >= settings.failuresInARow || tooMany)
        trip(settings, outcome == RouteOutcome::Overloaded, hint, now, jitter);
}

void Breaker::trip(const BreakerSettings &settings, bool overload, Duration hint, Instant now, double jitter)
{
    Duration pause = overload ? settings.overloadPause : settings.transportPause;
    for (int doubled = 0; doubled < m_doublings && pause < settings.longestPause; ++doubled)
        pause *= 2;
    pause = std::min(pause, settings.longestPause);
    m_phase = BreakerPhase::Open;
    ++m_generation;
    m_until = now + std::max(fromSeconds(toSeconds(pause) * (0.5 + jitter)), std::min(hint, longestHint));
    m_overloadsInARow = 0;
    m_recent.clear();
}

void Breaker::close(Instant now)
{
    m_phase = BreakerPhase::Closed;
    ++m_generation;
    m_overloadsInARow = 0;
    m_failuresInARow = 0;
    m_decayFrom = now;
    m_recent.clear();
}

BreakerPhase Breaker::phase(Instant now) const
{
    if (m_phase == BreakerPhase::HalfOpen && now >= m_until)
        return BreakerPhase::Open;
    return m_phase;
}

Instant Breaker::notBefore(Instant now) const
{
    return m_phase == BreakerPhase::Closed ? now : std::max(now, m_until);
}

} // namespace breakwater
