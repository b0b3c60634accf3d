// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/delay.h"

#include <algorithm>

namespace breakwater {

Duration delayCeiling(const DelayRule &rule, int failures)
{
    Duration ceiling = std::min(rule.base, rule.cap);
    for (int doubled = 0; doubled < failures; ++doubled) {
        if (ceiling > rule.cap / 2)
            return rule.cap;
        ceiling *= 2;
        if (ceiling == Duration::zero())
            break;
    }
    return ceiling;
}

Delay delayBefore(const DelayRule &rule, Randomness randomness, int failures, const std::optional<Hint> &hint, DelayDraw draw)
{
    Delay delay;
    delay.ceiling = delayCeiling(rule, failures);
    double share = 1.0;
    switch (randomness) {
    case Randomness::Full:
        share = draw.wait;
        break;
    case Randomness::Half:
        share = 0.5 + draw.wait / 2;
        break;
    case Randomness::None:
        break;
    }
    const Duration drawn = Duration(static_cast<Duration::rep>(static_cast<double>(delay.ceiling.count()) * share));
    if (!hint || hint->wait <= Duration::zero()) {
        delay.random = drawn;
        return delay;
    }
    delay.hint = hint->wait;
    const double spread = std::clamp(toSeconds(hint->wait) / 10, 0.25, 5.0) * draw.spread;
    delay.random = std::max(drawn - hint->wait, Duration::zero()) + fromSeconds(spread);
    return delay;
}

} // namespace breakwater
