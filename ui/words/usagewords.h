// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"

#include <QString>

namespace breakwater {

/// "12,400 tokens read, 11,000 of them from the cache; 380 written, 120 of them thinking; $0.012". Empty where nothing was
/// counted; without the price where none is known.
[[nodiscard]] QString usageWords(const Usage &usage, std::optional<double> dollars = {});

} // namespace breakwater
