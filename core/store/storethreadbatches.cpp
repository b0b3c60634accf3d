// SPDX-License-Identifier: GPL-3.0-or-later
// What is written down of batches, and read of them.
#include "core/store/storethreadpost.h"

namespace breakwater {

void StoreThread::save(const Batch &batch, Answer<void> done)
{
    post<void>([=](Archive &archive) { return archive.saveBatch(batch); }, std::move(done));
}

void StoreThread::body(const BatchId &batch, int part, Answer<QByteArray> done)
{
    post<QByteArray>([=](Archive &archive) { return archive.partBody(batch, part); }, std::move(done), Order::Anyway);
}

void StoreThread::land(const BatchId &batch, int part, std::vector<RowResult> results, Answer<Landed> done)
{
    post<Landed>([batch, part, results = std::move(results)](Archive &archive) { return archive.land(batch, part, results); }, std::move(done));
}

void StoreThread::close(const Batch &batch, int part, Answer<RowCounts> done)
{
    post<RowCounts>([=](Archive &archive) { return archive.closePart(batch, part); }, std::move(done));
}

void StoreThread::beginBatch(const Batch &batch, Done done)
{
    post<void>([=](Archive &archive) { return archive.beginBatch(batch); }, std::move(done));
}

void StoreThread::addRows(const BatchId &batch, int part, std::vector<BatchRow> rows, Done done)
{
    post<void>([batch, part, rows = std::move(rows)](Archive &archive) { return archive.addRows(batch, part, rows); }, std::move(done));
}

void StoreThread::finishBatch(const Batch &batch, Done done)
{
    post<void>([=](Archive &archive) { return archive.finishBatch(batch); }, std::move(done));
}

void StoreThread::addBatch(const Batch &batch, std::vector<BatchRow> rows, Done done)
{
    const auto add = [batch, rows = std::move(rows)](Archive &archive) -> Result<void> {
        if (auto begun = archive.beginBatch(batch); !begun)
            return begun;
        auto written = archive.addRows(batch.id, batch.parts.empty() ? 1 : batch.parts.front().number, rows);
        if (written)
            written = archive.finishBatch(batch);
        if (!written)
            (void)archive.removeBatch(batch.id); // else the same could not be added again
        return written;
    };
    post<void>(add, std::move(done));
}

void StoreThread::askAgain(const BatchId &batch, const std::vector<RowState> &states, Answer<Batch> done)
{
    post<Batch>([=](Archive &archive) { return archive.askAgain(batch, states); }, std::move(done));
}

void StoreThread::removeBatch(const BatchId &batch, Done done)
{
    post<void>([=](Archive &archive) { return archive.removeBatch(batch); }, std::move(done));
}

void StoreThread::batches(Answer<std::vector<Batch>> done)
{
    post<std::vector<Batch>>([](Archive &archive) { return archive.batches(); }, std::move(done), Order::Anyway);
}

void StoreThread::rowPage(const BatchId &batch, const RowQuery &query, Answer<RowPage> done)
{
    post<RowPage>([=](Archive &archive) { return archive.rowPage(batch, query); }, std::move(done), Order::Anyway);
}

void StoreThread::wholeRow(const BatchId &batch, qint64 number, Answer<std::optional<WholeRow>> done)
{
    post<std::optional<WholeRow>>([=](Archive &archive) { return archive.wholeRow(batch, number); }, std::move(done), Order::Anyway);
}

} // namespace breakwater
