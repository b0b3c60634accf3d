// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"

#include <QString>

namespace breakwater {

/// A fault in three words or so, for a list: "Overloaded (529)", "Your limit (429)", "Not reached". Any thread.
[[nodiscard]] QString faultReason(const Fault &fault);

} // namespace breakwater
