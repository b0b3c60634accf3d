// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/rowexport.h"

#include <functional>
#include <optional>

namespace breakwater {

/// What the windows of batches may do beyond the batches themselves. Filled in app/. Each `done` is called once, later. UI thread.
struct BatchPort
{
    /// Writes the rows, or those in one state, to the file `path`; tells how many.
    std::function<void(const BatchId &, RowFormat, std::optional<RowState>, const QString &path, std::function<void(const Result<qint64> &)> done)> exportRows;
    /// Makes a conversation of a row that was answered.
    std::function<void(const BatchId &, qint64 row, std::function<void(const Result<ConversationId> &)> done)> openAsConversation;
};

} // namespace breakwater
