// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace breakwater {

/// "$12.30", "$0.012", "under $0.0001": dollars to the figure that says something. Pure.
[[nodiscard]] QString money(double dollars);

} // namespace breakwater
