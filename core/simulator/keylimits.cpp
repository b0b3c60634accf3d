// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/keylimits.h"

namespace breakwater {

namespace {

LimitLevel levelOf(const TokenBucket &bucket, Instant now)
{
    return {bucket.capacity(), std::max(0.0, bucket.level(now)), bucket.until(bucket.capacity(), now)};
}

} // namespace

KeyLimits::KeyLimits(const RateLimits &limits, Instant now)
    : m_limits(limits)
    , m_requests(limits.requestsPerMinute, limits.requestsPerMinute / 60, now)
    , m_input(limits.inputTokensPerMinute, limits.inputTokensPerMinute / 60, now)
    , m_output(limits.outputTokensPerMinute, limits.outputTokensPerMinute / 60, now)
{
}

void KeyLimits::change(const RateLimits &limits, Instant now)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    m_requests.resize(limits.requestsPerMinute, limits.requestsPerMinute / 60, now);
    m_input.resize(limits.inputTokensPerMinute, limits.inputTokensPerMinute / 60, now);
    m_output.resize(limits.outputTokensPerMinute, limits.outputTokensPerMinute / 60, now);
}

Duration KeyLimits::admit(int inputTokens, Instant now)
{
    const bool tooBig = inputTokens > m_input.capacity();
    const Duration wait = std::max({m_requests.until(1, now), m_input.until(inputTokens, now), m_output.until(1, now)});
    if (tooBig)
        return std::max<Duration>(wait, std::chrono::seconds(60));
    if (wait > Duration::zero())
        return wait;
    m_requests.take(1, now);
    m_input.take(inputTokens, now);
    return Duration::zero();
}

void KeyLimits::settle(int outputTokens, Instant now)
{
    m_output.take(outputTokens, now);
}

LimitLevels KeyLimits::levels(Instant now) const
{
    return {levelOf(m_requests, now), levelOf(m_input, now), levelOf(m_output, now)};
}

} // namespace breakwater
