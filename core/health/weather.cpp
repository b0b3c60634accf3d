// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/weather.h"

namespace breakwater {

Side sideOf(SampleClass result)
{
    switch (result) {
    case SampleClass::Answered:
        return Side::Nobody;
    case SampleClass::OwnLimit:
        return Side::Yours;
    case SampleClass::Overloaded:
    case SampleClass::ServerError:
        return Side::Theirs;
    case SampleClass::Network:
        return Side::Between;
    }
    return Side::Nobody;
}

SeaState seaStateOf(const SeaFacts &facts)
{
    if (!facts.online)
        return SeaState::NoSignal;
    // In whole numbers, so that exactly 2 % and exactly 25 % fall where the words say.
    const int all = facts.recent.all();
    const int refused = facts.recent.refused();
    if (facts.routePaused || refused * 100 > all * 25)
        return SeaState::Storm;
    return refused * 100 >= all * 2 && refused > 0 ? SeaState::Choppy : SeaState::Clear;
}

Sea afterSeeing(const Sea &sea, SeaState seen, Instant now, WallTime wall)
{
    if (seen == sea.state || (sea.changed && now - *sea.changed < weatherHold))
        return sea;
    return { seen, wall, now };
}

} // namespace breakwater
