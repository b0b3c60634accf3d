// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/batch/batch.h"

#include <functional>

namespace breakwater {

/// What became of results that were written down.
struct Landed
{
    RowCounts counts; ///< of the whole batch, now
    qint64 fresh = 0; ///< ended a row
    qint64 known = 0; ///< their row had ended before: nothing changed
    qint64 unknown = 0; ///< name no row of this batch and part
    Usage usage = {}; ///< of all answers of the batch, now
    std::optional<double> dollars = {}; ///< the same
    friend bool operator==(const Landed &, const Landed &) = default;
};

/// The port through which batches are written down. Calls come from the UI thread and return at once; `done` is called
/// later on the UI thread. Calls take effect in the order they were made; "durable" is after a power cut too.
class BatchBooks
{
public:
    template <class Value>
    using Answer = std::function<void(const Result<Value> &)>;
    virtual ~BatchBooks() = default;

    /// The batch without its rows: parts, phases. Durable when `done` says so.
    virtual void save(const Batch &batch, Answer<void> done) = 0;
    /// The body that creates a part: `{"requests":[...]}`, composed of its open rows in the order of their numbers.
    virtual void body(const BatchId &batch, int part, Answer<QByteArray> done) = 0;
    /// Ends rows, each once, and adds up what their answers cost: a result for a row that has ended changes nothing. In one transaction, durable.
    virtual void land(const BatchId &batch, int part, std::vector<RowResult> results, Answer<Landed> done) = 0;
    /// Rows of the part that are still open end as NotSent, with the part as it is in `batch`, in one transaction. Durable.
    virtual void close(const Batch &batch, int part, Answer<RowCounts> done) = 0;
};

} // namespace breakwater
