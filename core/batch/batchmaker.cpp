// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchmaker.h"

#include <QMutex>
#include <QMutexLocker>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <utility>

namespace breakwater {

namespace {

constexpr auto betweenReports = std::chrono::milliseconds(100);
constexpr int readAtOnce = 200; // rows: between two looks at whether anybody wants them still
constexpr int madeAtOnce = 500; // rows that are written in one go

Fault makerFault(FaultKind kind, const char *code)
{
    Fault fault;
    fault.kind = kind;
    fault.code = QLatin1String(code);
    return fault;
}

RowPreview previewOf(const PlannedRow &row)
{
    return {row.row.number, row.line, row.row.label, row.prompt.left(BatchMaker::longestPrompt), row.tokens};
}

} // namespace

struct BatchMaker::Mailbox
{
    QMutex mutex;
    BatchMaker *maker = nullptr; // null: nobody waits any more

    /// Calls on the maker's thread; from any.
    void tell(std::function<void(BatchMaker &)> what)
    {
        const QMutexLocker lock(&mutex);
        if (BatchMaker *alive = maker)
            QMetaObject::invokeMethod(alive, [alive, what = std::move(what)] { what(*alive); }, Qt::QueuedConnection);
    }
};

struct BatchMaker::Reading
{
    std::atomic<bool> stop {false};
    std::atomic<bool> reportWanted {false};
};

struct BatchMaker::Making
{
    PlanPass pass; ///< of the thread that reads, while `isAtWork`
    std::vector<std::pair<int, std::vector<BatchRow>>> slice; ///< by their parts; the same
    bool isAtWork = false;
    Batch batch;
    size_t mark = 0; ///< that all its rows have
    Done done;
    int inHand = 0; ///< pieces that the shelf did not write yet
    qint64 written = 0; ///< rows

    /// On the pool.
    void readSlice()
    {
        slice.clear();
        for (PlannedRow &each : pass.next(madeAtOnce)) {
            if (slice.empty() || slice.back().first != each.part)
                slice.emplace_back(each.part, std::vector<BatchRow>());
            slice.back().second.push_back(std::move(each.row));
        }
    }
};

QThreadPool &BatchMaker::pool()
{
    // Never destroyed: the program would wait at its end for a file on a network that went away.
    static auto *pool = new QThreadPool;
    return *pool;
}

BatchMaker::BatchMaker(BatchShelf &shelf, QObject *parent)
    : QObject(parent)
    , m_shelf(shelf)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->maker = this;
}

BatchMaker::~BatchMaker()
{
    stop();
    if (m_making)
        m_shelf.removeBatch(m_making->batch.id, [](const Result<void> &) { });
    const QMutexLocker lock(&m_mailbox->mutex);
    m_mailbox->maker = nullptr;
}

void BatchMaker::stop()
{
    if (m_reading)
        m_reading->stop = true;
    m_reading.reset();
}

void BatchMaker::read(const BatchOrder &order, const RowFiles &files)
{
    stop();
    m_order = order;
    m_files = files;
    m_preview = {};
    m_reading = std::make_shared<Reading>();
    pool().start([mailbox = m_mailbox, reading = m_reading, order, files] {
        PlanPass pass(order, files);
        BatchPreview preview;
        reading->reportWanted = true; // the first rows are shown at once
        while (!reading->stop && !pass.facts().isWhole) {
            const bool isShown = preview.first.size() < shownFirst;
            for (const PlannedRow &each : pass.next(isShown ? static_cast<int>(shownFirst) : readAtOnce)) {
                if (preview.first.size() < shownFirst)
                    preview.first.push_back(previewOf(each));
            }
            if (!reading->reportWanted.exchange(false) && !pass.facts().isWhole)
                continue;
            preview.facts = pass.facts();
            preview.names = pass.names();
            mailbox->tell([reading, preview, mark = pass.mark()](BatchMaker &maker) { maker.take(reading, preview, mark); });
        }
    });
}

void BatchMaker::take(const std::shared_ptr<Reading> &reading, const BatchPreview &preview, size_t mark)
{
    if (m_reading != reading)
        return; // nobody wants it any more
    m_preview = preview;
    m_mark = mark;
    if (preview.facts.isWhole)
        m_reading.reset();
    else
        QTimer::singleShot(betweenReports, this, [reading] { reading->reportWanted = true; });
    Q_EMIT readOn();
}

void BatchMaker::make(const Batch &batch, Done done)
{
    if (!canMake()) {
        QMetaObject::invokeMethod(this, [done = std::move(done)] { done(tl::unexpected(makerFault(FaultKind::Store, "incomplete"))); }, Qt::QueuedConnection);
        return;
    }
    m_making = std::make_shared<Making>(Making {PlanPass(m_order, m_files), {}, false, batch, m_mark, std::move(done)});
    Batch &made = m_making->batch;
    made.parts.clear();
    for (const qint64 rows : m_preview.facts.parts) {
        BatchPart &part = made.parts.emplace_back();
        part.number = static_cast<int>(made.parts.size());
        part.rows = rows;
    }
    made.counts = {};
    made.counts.open = m_preview.facts.rows;
    const QPointer<BatchMaker> alive(this);
    m_shelf.beginBatch(made, [alive, making = m_making](const Result<void> &begun) {
        if (!alive || alive->m_making != making)
            return;
        if (begun)
            alive->makeMore();
        else
            alive->fail(begun.error());
    });
}

/// Reads the next rows, unless the shelf has enough to write.
void BatchMaker::makeMore()
{
    if (m_making->isAtWork || m_making->inHand >= mostInHand || m_making->pass.facts().isWhole)
        return;
    m_making->isAtWork = true;
    pool().start([mailbox = m_mailbox, making = m_making] {
        making->readSlice();
        mailbox->tell([making](BatchMaker &maker) {
            if (maker.m_making == making)
                maker.takeSlice();
        });
    });
}

void BatchMaker::takeSlice()
{
    m_making->isAtWork = false;
    const PlanFacts &facts = m_making->pass.facts();
    const bool isOther = facts.rows > m_making->batch.counts.open || (facts.isWhole && m_making->pass.mark() != m_making->mark);
    if (isOther) {
        fail(makerFault(FaultKind::Store, "changed"));
        return;
    }
    const QPointer<BatchMaker> alive(this);
    for (auto &[part, rows] : std::exchange(m_making->slice, {})) {
        ++m_making->inHand;
        const auto count = static_cast<qint64>(rows.size());
        m_shelf.addRows(m_making->batch.id, part, std::move(rows), [alive, making = m_making, count](const Result<void> &written) {
            if (alive && alive->m_making == making)
                alive->noteWritten(written, count);
        });
    }
    if (facts.isWhole)
        finish();
    else
        makeMore();
}

void BatchMaker::noteWritten(const Result<void> &written, qint64 rows)
{
    if (!written) {
        fail(written.error());
        return;
    }
    --m_making->inHand;
    m_making->written += rows;
    makeMore();
    Q_EMIT madeOn(m_making->written);
}

void BatchMaker::finish()
{
    const QPointer<BatchMaker> alive(this);
    m_shelf.finishBatch(m_making->batch, [alive, making = m_making](const Result<void> &finished) {
        if (!alive || alive->m_making != making)
            return;
        if (!finished) {
            alive->fail(finished.error());
            return;
        }
        alive->m_making.reset();
        making->done(making->batch);
    });
}

void BatchMaker::cancel()
{
    if (m_making)
        fail(makerFault(FaultKind::Cancelled, "cancelled"));
}

/// The shelf does one after another: what it has in hand is taken away, too.
void BatchMaker::fail(const Fault &fault)
{
    const auto making = std::exchange(m_making, nullptr);
    m_shelf.removeBatch(making->batch.id, [](const Result<void> &) { });
    making->done(tl::unexpected(fault));
}

} // namespace breakwater
