// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace breakwater {

/// Chance, injected. The real one is seeded in app/ only.
class Jitter
{
public:
    virtual ~Jitter() = default;
    /// Uniform in [0, 1).
    [[nodiscard]] virtual double next() = 0;
};

/// SplitMix64 (Steele, Lea, Flood 2014): small, seedable, the same on every machine.
class SeededJitter final : public Jitter
{
public:
    explicit SeededJitter(std::uint64_t seed)
        : m_state(seed)
    {
    }
    [[nodiscard]] double next() override
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        mixed ^= mixed >> 31U;
        return static_cast<double>(mixed >> 11U) * 0x1.0p-53;
    }

private:
    std::uint64_t m_state;
};

} // namespace breakwater
