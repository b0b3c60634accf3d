// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchbooks.h"
#include "core/batch/rowpage.h"

namespace breakwater {

/// The port through which batches are made, looked at and taken away. Calls come from the UI thread and return at once;
/// `done` is called later, there. Calls take effect in the order they were made. A fault with the code "gone" says that there
/// is no such batch.
class BatchShelf
{
public:
    template <class Value>
    using Answer = BatchBooks::Answer<Value>;
    virtual ~BatchShelf() = default;

    /// A batch is there for nobody before `finishBatch`. What the end of the program cuts short is gone at the next start.
    virtual void beginBatch(const Batch &batch, Answer<void> done) = 0;
    virtual void addRows(const BatchId &batch, int part, std::vector<BatchRow> rows, Answer<void> done) = 0;
    virtual void finishBatch(const Batch &batch, Answer<void> done) = 0;
    /// The three in one, for few rows: of the only part of the batch.
    virtual void addBatch(const Batch &batch, std::vector<BatchRow> rows, Answer<void> done) = 0;
    /// Rows in these states are open again, in new parts. Gives the batch as it is then.
    virtual void askAgain(const BatchId &batch, const std::vector<RowState> &states, Answer<Batch> done) = 0;
    virtual void removeBatch(const BatchId &batch, Answer<void> done) = 0;
    /// All there are, oldest first.
    virtual void batches(Answer<std::vector<Batch>> done) = 0;
    virtual void rowPage(const BatchId &batch, const RowQuery &query, Answer<RowPage> done) = 0;
    /// None: it has no such row.
    virtual void wholeRow(const BatchId &batch, qint64 number, Answer<std::optional<WholeRow>> done) = 0;
};

} // namespace breakwater
