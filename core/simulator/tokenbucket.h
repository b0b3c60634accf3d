// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <algorithm>

namespace breakwater {

/// A bucket that refills continuously. Starts full; may go below zero, which later callers pay for.
class TokenBucket
{
public:
    TokenBucket(double capacity, double perSecond, Instant now)
        : m_capacity(capacity)
        , m_perSecond(perSecond)
        , m_level(capacity)
        , m_at(now)
    {
    }

    [[nodiscard]] double capacity() const { return m_capacity; }
    [[nodiscard]] double level(Instant now) const
    {
        return std::min(m_capacity, m_level + m_perSecond * std::max(0.0, toSeconds(now - m_at)));
    }
    void take(double cost, Instant now, double floor = -1e12)
    {
        m_level = std::max(floor, level(now) - cost);
        m_at = now;
    }
    /// How long until `need` is there; a need beyond the capacity waits for a full bucket.
    [[nodiscard]] Duration until(double need, Instant now) const
    {
        return fromSeconds(std::max(0.0, std::min(need, m_capacity) - level(now)) / m_perSecond);
    }
    /// Another size and speed with the same content.
    void resize(double capacity, double perSecond, Instant now)
    {
        m_level = std::min(capacity, level(now));
        m_at = now;
        m_capacity = capacity;
        m_perSecond = perSecond;
    }

private:
    double m_capacity;
    double m_perSecond;
    double m_level;
    Instant m_at;
};

} // namespace breakwater
