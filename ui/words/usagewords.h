// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"

#include <QString>

namespace breakwater {

/// "12,400 tokens read, 11,000 of them from the cache; 380 written, 120 of them thinking". Empty where nothing was counted.
[[nodiscard]] QString usageWords(const Usage &usage);

} // namespace breakwater
