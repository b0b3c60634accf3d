// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/waitsum.h"

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr std::size_t fine = 1200; // steps that sums are counted in; a multiple of what is shown
constexpr int draws = 256; // of each wait, evenly over the range of chance

/// How likely each sum is, at whole steps from zero.
using Likely = std::vector<double>;

Likely likelyOf(const DelayRule &rule, Randomness randomness, int failures, double step)
{
    Likely likely;
    for (int draw = 0; draw < draws; ++draw) {
        const double chance = (draw + 0.5) / draws;
        const double at = toSeconds(delayBefore(rule, randomness, failures, std::nullopt, {chance, 0}).total()) / step;
        // Between two steps it counts for both, by nearness: its mean stays what it is.
        const auto below = static_cast<std::size_t>(at);
        const double rest = at - static_cast<double>(below);
        if (likely.size() < below + 2)
            likely.resize(below + 2);
        likely[below] += (1 - rest) / draws;
        likely[below + 1] += rest / draws;
    }
    return likely;
}

Likely added(const Likely &one, const Likely &other)
{
    Likely sum(one.size() + other.size() - 1);
    for (std::size_t first = 0; first < one.size(); ++first) {
        if (one[first] == 0.0)
            continue;
        for (std::size_t second = 0; second < other.size(); ++second)
            sum[first + second] += one[first] * other[second];
    }
    return sum;
}

/// Where `share` of all is reached. What stands at a step is spread half a step to each side.
double reached(const Likely &likely, double share)
{
    double before = 0;
    for (std::size_t at = 0; at < likely.size(); ++at) {
        if (likely[at] > 0 && before + likely[at] >= share)
            return std::max(0.0, static_cast<double>(at) - 0.5 + (share - before) / likely[at]);
        before += likely[at];
    }
    return static_cast<double>(likely.size());
}

} // namespace

WaitSum waitsTogether(const DelayRule &rule, Randomness randomness, int waits, std::size_t steps)
{
    WaitSum sum;
    Duration least {};
    for (int failures = 0; failures < waits; ++failures) {
        least += delayBefore(rule, randomness, failures, std::nullopt, {0, 0}).total();
        sum.longest += delayCeiling(rule, failures);
    }
    if (sum.longest <= Duration::zero())
        return sum;
    sum.shares.resize(steps);
    sum.drawn = least < sum.longest;
    if (!sum.drawn) {
        sum.shares.back() = 1;
        sum.half = sum.nineInTen = sum.longest;
        return sum;
    }

    const double step = toSeconds(sum.longest) / fine;
    Likely likely {1.0};
    for (int failures = 0; failures < waits; ++failures)
        likely = added(likely, likelyOf(rule, randomness, failures, step));
    for (std::size_t at = 0; at < likely.size(); ++at)
        sum.shares[std::min(at * steps / fine, steps - 1)] += likely[at];
    sum.half = std::min(fromSeconds(reached(likely, 0.5) * step), sum.longest);
    sum.nineInTen = std::min(fromSeconds(reached(likely, 0.9) * step), sum.longest);
    return sum;
}

} // namespace breakwater
