// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchcost.h"
#include "core/spend/ledger.h"

namespace breakwater {

/// Dollars for `usage` of one row in a batch at `provider`, by the person's prices. None: no price is known.
[[nodiscard]] inline std::optional<double> batchCharge(const Ledger &ledger, const Provider &provider, const QString &model, const Usage &usage)
{
    const auto whole = ledger.costOf(provider, model, usage);
    return whole ? std::optional(*whole * batchShareOfThePrice) : std::nullopt;
}

} // namespace breakwater
