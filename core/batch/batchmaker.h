// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchshelf.h"
#include "core/batch/planpass.h"

#include <QObject>

class QThreadPool;

namespace breakwater {

/// A row as it is shown before anything is sent.
struct RowPreview
{
    qint64 number = 1;
    qint64 line = 1; ///< of its file
    QString label;
    QString prompt; ///< filled in: the beginning of it
    qint64 tokens = 0; ///< of the whole request, roughly
    friend bool operator==(const RowPreview &, const RowPreview &) = default;
};

/// What was read of a batch that somebody writes.
struct BatchPreview
{
    PlanFacts facts;
    std::vector<RowPreview> first; ///< rows
    QStringList names; ///< that rows have values for
};

/// Reads the rows of a batch that somebody writes, to be shown, and writes it down when it is to be sent. Both on threads of
/// a pool, some rows at a time: nothing holds up the caller, and of a million rows only few are in memory. UI thread;
/// destruction waits for nothing, and takes away what was not written whole.
class BatchMaker : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t shownFirst = 20; ///< rows of a preview
    static constexpr qsizetype longestPrompt = 4000; ///< letters of one that are shown
    static constexpr int mostInHand = 3; ///< pieces of rows that the shelf has and did not write yet
    using Done = std::function<void(const Result<Batch> &)>;

    /// The shelf outlives it.
    explicit BatchMaker(BatchShelf &shelf, QObject *parent = nullptr);
    ~BatchMaker() override;

    /// Reads these from their beginning. What was read before is let go of at once.
    void read(const BatchOrder &order, const RowFiles &files);
    /// Reads no further; what was read cannot be made.
    void stop();
    [[nodiscard]] bool isReading() const { return m_reading != nullptr; }
    [[nodiscard]] const BatchPreview &preview() const { return m_preview; }

    /// All rows were read, there are some, and nothing is being written down.
    [[nodiscard]] bool canMake() const { return m_preview.facts.isWhole && m_preview.facts.rows > 0 && !isMaking(); }
    /// Writes down what was read: `batch` without its parts and counts, which it has in the answer. Reads the files once
    /// more; where other rows are in them now, nothing stays and the fault has the code "changed". `done` is called once,
    /// later, but by `cancel` within it.
    void make(const Batch &batch, Done done);
    /// Nothing stays of what is being written down. The fault is Cancelled.
    void cancel();
    [[nodiscard]] bool isMaking() const { return m_making != nullptr; }

    /// The threads of all makers.
    [[nodiscard]] static QThreadPool &pool();

Q_SIGNALS:
    /// There is more in `preview`. At most some ten times a second.
    void readOn();
    /// So many rows are written down.
    void madeOn(qint64 rows);

private:
    struct Mailbox; // outlives the maker while something is being read
    struct Reading;
    struct Making;

    void take(const std::shared_ptr<Reading> &reading, const BatchPreview &preview, size_t mark);
    void makeMore();
    void takeSlice();
    void noteWritten(const Result<void> &written, qint64 rows);
    void finish();
    void fail(const Fault &fault);

    BatchShelf &m_shelf;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<Reading> m_reading; // null: nothing is read
    std::shared_ptr<Making> m_making; // null: nothing is written down
    BatchOrder m_order; // of what was read last
    RowFiles m_files;
    BatchPreview m_preview;
    size_t m_mark = 0; // of the rows in it
};

} // namespace breakwater
