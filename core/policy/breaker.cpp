// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/breaker.h"

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr Duration longestHint = std::chrono::hours(24); // a mad hint must not shut a route for good
constexpr double shareMemory = 0.05; // weight of the newest outcome: about the last twenty count
constexpr double falseAlarmMemory = 0.15; // weight of each failure that a false alarm was made of
constexpr Duration rampLook = std::chrono::milliseconds(100);

} // namespace

void Breaker::decay(const BreakerSettings &settings, Instant now)
{
    while (m_doublings > 0 && settings.decay > Duration::zero() && now - m_decayFrom >= settings.decay) {
        --m_doublings;
        m_decayFrom += settings.decay;
    }
}

std::optional<Permit> Breaker::admit(const BreakerSettings &settings, Instant now, int waiting, bool early)
{
    if (!early && notBefore(settings, now, waiting) > now)
        return std::nullopt;
    if (m_phase == BreakerPhase::Closed) {
        if (m_ramping)
            ++m_rampUnderWay;
        return Permit {m_generation, false};
    }
    if (m_phase == BreakerPhase::HalfOpen && now < m_leaseEnd)
        return std::nullopt; // one probe at a time, whoever insists
    m_phase = BreakerPhase::HalfOpen;
    ++m_generation;
    m_leaseEnd = now + settings.probeLease;
    return Permit {m_generation, true};
}

void Breaker::settle(
    const BreakerSettings &settings, const Permit &permit, RouteOutcome outcome, Duration hint, Instant now, double jitter)
{
    if (permit.generation != m_generation || phase(now) == BreakerPhase::Open) // a test that outlived its lease too
        return;
    const bool probing = m_phase == BreakerPhase::HalfOpen;
    if (m_ramping)
        m_rampUnderWay = std::max(0, m_rampUnderWay - 1);
    if (outcome == RouteOutcome::Neutral) {
        if (probing) { // gives the lease back: the next may test at once, if the pause was over
            m_phase = BreakerPhase::Open;
            ++m_generation;
        }
        return;
    }
    const bool failed = outcome != RouteOutcome::Answered;
    if (probing) {
        if (!failed) {
            rememberRun(now - m_downSince <= settings.falseAlarm ? falseAlarmMemory : shareMemory);
            close(settings, now);
            return;
        }
        ++m_failuresInARow;
        if (now - m_grown >= std::min(m_pause, settings.longestPause)) { // not for the probes that many turns took before its end
            ++m_doublings;
            m_grown = now;
        }
        trip(settings, outcome == RouteOutcome::Overloaded, hint, now, jitter);
        return;
    }

    decay(settings, now);
    m_recent.push_back({now, failed});
    while (!m_recent.empty() && now - m_recent.front().at > settings.window)
        m_recent.pop_front();
    if (!failed) {
        rememberRun(shareMemory);
        if (m_ramping && ++m_rampAnswered >= settings.rampAnswers)
            m_ramping = false;
        return;
    }
    ++m_failuresInARow;
    m_overloadsInARow = outcome == RouteOutcome::Overloaded ? m_overloadsInARow + 1 : 0;
    const auto failures = std::count_if(m_recent.begin(), m_recent.end(), [](const Outcome &each) { return each.failed; });
    const auto outcomes = static_cast<double>(m_recent.size());
    const bool tooMany = std::ssize(m_recent) >= settings.fewestOutcomes && static_cast<double>(failures) >= settings.failureShare * outcomes;
    if (m_overloadsInARow >= runAllowed(settings, settings.overloadsInARow) || m_failuresInARow >= runAllowed(settings, settings.failuresInARow) || tooMany)
        pause(settings, outcome == RouteOutcome::Overloaded, hint, now, jitter);
}

/// An answer ended a run of failures (of none, mostly): from now on it belongs to what the route is known for.
void Breaker::rememberRun(double weight)
{
    m_share *= std::pow(1.0 - weight, m_failuresInARow);
    m_share += shareMemory * (1.0 - m_share);
    m_overloadsInARow = 0;
    m_failuresInARow = 0;
}

/// The shortest run of failures that would surprise after the share answered before it.
int Breaker::runAllowed(const BreakerSettings &settings, int fewest) const
{
    const double share = std::clamp(m_share, 0.05, 0.97);
    const int surprising = static_cast<int>(std::ceil(std::log(settings.surprise) / std::log(1.0 - share)));
    return std::max(fewest, std::min(surprising, settings.longestRun));
}

void Breaker::pause(const BreakerSettings &settings, bool overload, Duration hint, Instant now, double jitter)
{
    if (m_phase != BreakerPhase::Closed)
        return;
    decay(settings, now);
    m_downSince = now;
    m_grown = now;
    trip(settings, overload, hint, now, jitter);
}

void Breaker::trip(const BreakerSettings &settings, bool overload, Duration hint, Instant now, double jitter)
{
    Duration pause = overload ? settings.overloadPause : settings.transportPause;
    for (int doubled = 0; doubled < m_doublings && pause < settings.longestPause; ++doubled)
        pause *= 2;
    pause = std::min(pause, settings.longestPause);
    m_phase = BreakerPhase::Open;
    ++m_generation;
    m_opened = now;
    m_pause = fromSeconds(toSeconds(pause) * (0.5 + jitter));
    m_hint = std::clamp(hint, Duration::zero(), longestHint);
    m_overloadsInARow = 0;
    m_ramping = false;
    m_recent.clear();
}

void Breaker::close(const BreakerSettings &settings, Instant now)
{
    m_phase = BreakerPhase::Closed;
    ++m_generation;
    m_decayFrom = now;
    m_recent.clear();
    m_ramping = now - m_downSince > settings.falseAlarm && settings.rampAnswers > 0;
    m_rampUnderWay = 0;
    m_rampAnswered = 0;
    m_leaseEnd = now + settings.probeLease;
}

BreakerPhase Breaker::phase(Instant now) const
{
    if (m_phase == BreakerPhase::HalfOpen && now >= m_leaseEnd)
        return BreakerPhase::Open;
    return m_phase;
}

Instant Breaker::reopens(const BreakerSettings &settings, int waiting) const
{
    const Duration shared = std::max(m_pause / std::max(1, waiting), std::min(settings.shortestPause, m_pause));
    return m_opened + std::max(std::min(shared, settings.longestPause), m_hint);
}

Instant Breaker::notBefore(const BreakerSettings &settings, Instant now, int waiting) const
{
    switch (m_phase) {
    case BreakerPhase::Closed:
        return m_ramping && now < m_leaseEnd && m_rampUnderWay >= settings.rampStart + m_rampAnswered ? now + rampLook : now;
    case BreakerPhase::Open:
        return std::max(now, reopens(settings, waiting));
    case BreakerPhase::HalfOpen:
        return std::max({now, m_leaseEnd, reopens(settings, waiting)}); // a test that a person took early ends no pause
    }
    return now;
}

BreakerMemory Breaker::remembered() const
{
    BreakerMemory kept;
    if (m_phase != BreakerPhase::Closed)
        kept.pause = BreakerMemory::Pause {m_downSince, m_opened, m_grown, m_pause, m_hint};
    if (m_ramping)
        kept.ramp = BreakerMemory::Ramp {m_leaseEnd, m_rampAnswered};
    kept.doublings = m_doublings;
    kept.decayFrom = m_decayFrom;
    kept.overloadsInARow = m_overloadsInARow;
    kept.failuresInARow = m_failuresInARow;
    kept.share = m_share;
    for (const Outcome &each : m_recent)
        kept.recent.push_back({each.at, !each.failed});
    return kept;
}

Breaker Breaker::restored(const BreakerMemory &kept, Instant now)
{
    constexpr int most = 100'000; // of any count
    Breaker breaker;
    breaker.m_doublings = std::clamp(kept.doublings, 0, most);
    breaker.m_decayFrom = std::min(kept.decayFrom, now);
    breaker.m_overloadsInARow = std::clamp(kept.overloadsInARow, 0, most);
    breaker.m_failuresInARow = std::clamp(kept.failuresInARow, 0, most);
    breaker.m_share = std::isfinite(kept.share) ? std::clamp(kept.share, 0.0, 1.0) : 1.0;
    if (kept.pause) {
        breaker.m_phase = BreakerPhase::Open;
        breaker.m_downSince = std::min(kept.pause->downSince, now);
        breaker.m_opened = std::min(kept.pause->began, now);
        breaker.m_grown = std::min(kept.pause->grown, now);
        breaker.m_pause = std::clamp(kept.pause->length, Duration::zero(), longestHint);
        breaker.m_hint = std::clamp(kept.pause->hint, Duration::zero(), longestHint);
    } else if (kept.ramp) {
        breaker.m_ramping = true;
        breaker.m_leaseEnd = std::min(kept.ramp->until, now + longestHint);
        breaker.m_rampAnswered = std::clamp(kept.ramp->answered, 0, most);
    }
    for (const DatedOutcome &each : kept.recent)
        breaker.m_recent.push_back({std::min(each.at, now), !each.good});
    return breaker;
}

} // namespace breakwater
