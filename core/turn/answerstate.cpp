// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/answerstate.h"

namespace breakwater {

MessageState stateAfter(StopReason reason)
{
    switch (reason) {
    case StopReason::LengthLimit:
        return MessageState::LengthLimit;
    case StopReason::WindowFull:
        return MessageState::WindowFull;
    case StopReason::Paused:
        return MessageState::Paused;
    case StopReason::Declined:
        return MessageState::Declined;
    case StopReason::EndOfTurn:
    case StopReason::Other:
        break;
    }
    return MessageState::Complete;
}

} // namespace breakwater
