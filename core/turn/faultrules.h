// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/route/chain.h"

namespace breakwater {

/// Which of a step's limits a fault counts against.
enum class TryClass { Overloaded, ServerError, Network, OwnLimit, None };

[[nodiscard]] TryClass tryClass(const Fault &fault);
/// How many failures of a class a step takes before the turn moves on; none: as many as there are.
[[nodiscard]] std::optional<int> triesAllowed(const ChainStep &step, TryClass which);
/// An answer that broke off with this fault may be continued without asking the person.
[[nodiscard]] bool continuesByItself(const Fault &fault);
/// Another model with the same credential would be refused too.
[[nodiscard]] bool needsOtherCredential(FaultKind kind);

} // namespace breakwater
