// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spend/price.h"

namespace breakwater {

/// What a request costs in a batch, of what it costs elsewhere.
inline constexpr double batchShareOfThePrice = 0.5;

/// Dollars for `usage` in a batch: half of what it costs elsewhere. None without a price, or when nothing was counted.
[[nodiscard]] inline std::optional<double> batchCostOf(const Prices &prices, const QString &model, const Usage &usage)
{
    const auto whole = costOf(prices, model, usage);
    return whole ? std::optional(*whole * batchShareOfThePrice) : std::nullopt;
}

} // namespace breakwater
