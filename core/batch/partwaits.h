// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/delay.h"

namespace breakwater {

/// How long a part of a batch waits, and what for. Pure.

/// What became of a batch whose creation ended with a fault.
enum class CreationFate {
    Refused, ///< the provider said no, and would again
    NotTaken, ///< it has surely not got it: it is asked again after a pause
    Unknown, ///< it may have it: whether it has is found out before it is asked again
};
[[nodiscard]] CreationFate fateOfCreation(const Fault &fault);

/// The provider says that it has no such thing.
[[nodiscard]] bool saysGone(const Fault &fault);
/// Waiting mends nothing: a key, a bill, a permission, a certificate.
[[nodiscard]] bool needsPerson(const Fault &fault);

/// Between two looks at a batch that was created `since` ago: a quarter of that, from 30 s to 10 min, a fifth more or
/// less. `draw` in [0, 1).
[[nodiscard]] Duration pauseBetweenLooks(Duration since, double draw);

/// After the failure that follows `failures` others in a row. Nothing of a batch is in a hurry: full jitter up to
/// 30 s, doubling to 10 min; for the network here up to 5 s, doubling to 2 min; an hour where a person has to act.
/// Never shorter than a hint.
[[nodiscard]] Duration pauseAfterFault(const Fault &fault, int failures, DelayDraw draw);

} // namespace breakwater
