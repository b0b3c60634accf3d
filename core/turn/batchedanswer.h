// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"
#include "core/chat/thought.h"
#include "core/wire/wireevent.h"

#include <optional>
#include <vector>

namespace breakwater {

/// The answer to a turn that was sent in a batch, as it came, whole.
struct BatchedAnswer
{
    QString text;
    std::vector<Thought> thoughts;
    QString model; ///< that answered
    Usage usage;
    std::optional<double> dollars; ///< none: no price is known
    StopReason reason = StopReason::EndOfTurn;
    QString explanation; ///< why the model declined
};

} // namespace breakwater
