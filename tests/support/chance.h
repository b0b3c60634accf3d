// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/base/time.h"

#include <rapidcheck.h>

#include <cmath>
#include <initializer_list>
#include <ostream>

namespace breakwater {

/// A random course of events, told by its seed and its length: quick to make, and it shrinks to its shortest beginning.
struct Storm
{
    std::uint64_t seed = 0;
    int length = 0;
    friend std::ostream &operator<<(std::ostream &out, const Storm &storm) { return out << "seed " << storm.seed << ", events " << storm.length; }
};

[[nodiscard]] inline rc::Gen<Storm> storms(int longest)
{
    return rc::gen::construct<Storm>(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint64_t>()), rc::gen::inRange(0, longest + 1));
}

/// The dice of one storm.
class Chance
{
public:
    explicit Chance(const Storm &storm)
        : m_jitter(storm.seed)
    {
    }
    /// Uniform in [0, 1).
    double draw() { return m_jitter.next(); }
    bool once(int times) { return below(times) == 0; }
    /// Uniform in [0, end).
    int below(int end) { return static_cast<int>(draw() * end); }
    double between(double least, double most) { return least + (most - least) * draw(); }
    template <class Value>
    Value of(std::initializer_list<Value> values) { return values.begin()[below(static_cast<int>(values.size()))]; }
    /// Nothing to `longest`, every order of magnitude as likely as another.
    Duration span(Duration longest) { return Duration(static_cast<Duration::rep>(std::pow(static_cast<double>(longest.count()) + 1.0, draw())) - 1); }

private:
    SeededJitter m_jitter;
};

} // namespace breakwater
