// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"

#include <QString>

#include <vector>

namespace breakwater {

/// What a model's tokens cost, in US dollars per million.
struct Price
{
    QString model; ///< as the wire names it, without a date at its end
    double input = 0.0;
    double output = 0.0;
    std::optional<double> cacheRead = {}; ///< none: as any input
    std::optional<double> cacheWritten = {}; ///< for five minutes; none: as any input
    qint64 promptOver = 0; ///< holds for prompts of more tokens than these; the row with the most that are passed counts
    friend bool operator==(const Price &, const Price &) = default;
};

/// A person's price table. Pure values: prices are in no API.
using Prices = std::vector<Price>;

/// What the models of Anthropic's API cost in November 2026. Where a rate is not published, it is left out.
[[nodiscard]] const Prices &usualPrices();

/// The row for `model` with a prompt of `promptTokens`; null when there is none.
[[nodiscard]] const Price *priceOf(const Prices &prices, const QString &model, qint64 promptTokens);

/// Dollars for `usage`; none without a price, or when nothing was counted.
[[nodiscard]] std::optional<double> costOf(const Prices &prices, const QString &model, const Usage &usage);

/// How a person's table differs from the usual one: what they changed or added, and what they took out. Kept instead of
/// the table, so that a usual price that changes reaches everybody who left it alone.
struct PriceEdits
{
    Prices changed;
    Prices removed; ///< model and promptOver only
    friend bool operator==(const PriceEdits &, const PriceEdits &) = default;
};
[[nodiscard]] PriceEdits editsOf(const Prices &prices);
[[nodiscard]] Prices pricesWith(const PriceEdits &edits);

} // namespace breakwater
