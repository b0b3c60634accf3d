// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spend/price.h"

namespace breakwater {

/// Dollars for `usage` in a batch: half of what it costs elsewhere. None without a price, or when nothing was counted.
[[nodiscard]] inline std::optional<double> batchCostOf(const Prices &prices, const QString &model, const Usage &usage)
{
    constexpr double shareOfThePrice = 0.5;
    const auto whole = costOf(prices, model, usage);
    return whole ? std::optional(*whole * shareOfThePrice) : std::nullopt;
}

} // namespace breakwater
