// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/tokenbucket.h"
#include "core/simulator/weatherscript.h"

#include <array>

namespace breakwater {

/// What is left of one limit, for the headers.
struct LimitLevel
{
    double limit = 0;
    double remaining = 0;
    Duration untilFull {};
};

/// The levels of a key's three limits at one moment.
struct LimitLevels
{
    LimitLevel requests;
    LimitLevel input;
    LimitLevel output;
};

/// One key's rate limits for one class of models. Requests and input are taken at the start, output as it is made:
/// `max_tokens` does not count against the output limit.
class KeyLimits
{
public:
    KeyLimits(const RateLimits &limits, Instant now);

    void change(const RateLimits &limits, Instant now);
    /// Takes a request of so many tokens; or says how long to wait, and takes nothing.
    [[nodiscard]] Duration admit(int inputTokens, Instant now);
    void settle(int outputTokens, Instant now);
    [[nodiscard]] LimitLevels levels(Instant now) const;

private:
    RateLimits m_limits;
    TokenBucket m_requests;
    TokenBucket m_input;
    TokenBucket m_output;
};

} // namespace breakwater
