// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/seastateicon.h"

namespace breakwater {

Icon seaStateIcon(SeaState state)
{
    switch (state) {
    case SeaState::Clear:
        return Icon::SeaClear;
    case SeaState::Choppy:
        return Icon::SeaChoppy;
    case SeaState::Storm:
        return Icon::SeaStorm;
    case SeaState::NoSignal:
        return Icon::SeaNone;
    }
    return Icon::SeaNone;
}

QColor seaStateColor(SeaState state, const Tokens &tokens)
{
    return state == SeaState::Clear ? tokens.accent : tokens.text;
}

} // namespace breakwater
