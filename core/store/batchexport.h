// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/batch/rowexport.h"
#include "core/spend/price.h"

#include <atomic>

namespace breakwater {

struct BatchExport
{
    QString history; ///< the file that the history is in
    QString target; ///< replaced whole or not at all
    BatchId batch;
    RowFormat format = RowFormat::Csv;
    std::optional<RowState> state; ///< only rows in this state
    Prices prices; ///< of today: what a row cost is reckoned anew
};

/// Writes the rows in the order of their numbers, as of one moment; gives how many. Reads with a connection of its own:
/// any thread. Once `stop` is true it ends with Cancelled. Faults: DiskFull, ReadOnly, Store, Cancelled.
[[nodiscard]] Result<qint64> exportBatch(const BatchExport &wanted, const std::atomic<bool> &stop);

} // namespace breakwater
