// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/batch/batchbooks.h"
#include "core/batch/linesplitter.h"

#include <memory>
#include <set>

namespace breakwater {

/// Brings the results of one part from a stream of bytes to the books: reads them in slices of a few milliseconds, so
/// that the interface stays awake, and lands them some hundred at a time. UI thread.
///
/// Never calls back from within a call of its own. A callback may destroy it; after that nothing is called, and what is
/// in the books' hands lands all the same.
class ResultsLanding
{
public:
    struct Events
    {
        /// What a row cost; without it nobody knows.
        std::function<std::optional<double>(const RowResult &row)> price = {};
        /// Further rows of this part were named, each counted once; and lines that name something else.
        std::function<void(qint64 ours, qint64 unknown)> read;
        std::function<void(const Landed &landed)> landed;
        /// More is waiting than should be in memory; or no longer.
        std::function<void(bool full)> full;
        /// All that was given is landed, after `finish`; or a landing failed.
        std::function<void(const std::optional<Fault> &fault)> ended;
    };
    /// What a provider says again of `secret` is not written down.
    ResultsLanding(BatchBooks &books, Alarms &alarms, const TimeSource &time, BatchId batch, int part, QByteArray secret, Events events);
    ~ResultsLanding();
    Q_DISABLE_COPY_MOVE(ResultsLanding)

    void take(const QByteArray &bytes);
    /// The body ended well: what stands after the last line break is a line too.
    void finish();

    static constexpr qsizetype mostWaiting = 4 * 1024 * 1024; ///< bytes, before it says that it is full

private:
    void workSoon();
    void work();
    void takeLine(QByteArray line);
    void land();
    void tookLanded(const Result<Landed> &landed);
    void tellFull();

    BatchBooks &m_books;
    Alarms &m_alarms;
    const TimeSource &m_time;
    BatchId m_batch;
    int m_part;
    QByteArray m_secret;
    Events m_events;
    LineSplitter m_lines;
    std::set<qint64> m_named; // rows
    std::vector<RowResult> m_chunk;
    qsizetype m_chunkSize = 0; // bytes, about
    qint64 m_ours = 0; // since the last report
    qint64 m_unknown = 0;
    int m_landing = 0; // chunks in the books' hands
    bool m_finished = false;
    bool m_told = false; // that it is full
    bool m_over = false;
    std::unique_ptr<Alarm> m_alarm;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace breakwater
