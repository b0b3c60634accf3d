// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchbooks.h"
#include "core/net/transport.h"
#include "core/simulator/batchdesk.h"
#include "tests/support/chance.h"
#include "tests/support/faketime.h"

#include <QJsonObject>

#include <map>
#include <set>
#include <string>

namespace breakwater {

/// Books on a disk of the test's own: what is asked takes effect in order, a moment later, and is durable from then on.
/// What is not durable when the program stops is as if it had not been asked.
class StormBooks final : public BatchBooks
{
public:
    StormBooks(FakeTime &time, Chance &chance, Batch batch);

    void save(const Batch &batch, Answer<void> done) override;
    void body(const BatchId &batch, int part, Answer<QByteArray> done) override;
    void land(const BatchId &batch, int part, std::vector<RowResult> results, Answer<Landed> done) override;
    void close(const Batch &batch, int part, Answer<RowCounts> done) override;

    /// The program stops.
    void dropPending() { m_pending.clear(); }
    /// The program finds this when it starts.
    [[nodiscard]] Batch durable() const;
    [[nodiscard]] RowCounts counts() const;

    std::map<qint64, RowResult> rows; ///< that have ended
    int *faultsLeft = nullptr; ///< that the disk may have its share of
    int ended = 0; ///< times that a row ended
    int failures = 0;

private:
    void later(std::function<void()> call);
    [[nodiscard]] bool fails();
    [[nodiscard]] std::pair<qint64, qint64> rowsOf(int part) const;

    FakeTime &m_time;
    Chance &m_chance;
    Batch m_batch;
    std::vector<std::unique_ptr<Alarm>> m_pending;
};

/// The simulated provider's batches behind a wire on which everything goes wrong that can, as often as it is told.
class StormWire final : public Transport
{
public:
    StormWire(FakeTime &time, Chance &chance, Duration work, Duration skew);

    [[nodiscard]] std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) override;
    /// Another program at the same workspace creates a batch.
    void createAnothers(int rows);
    /// Lets the provider end all that it was given, also what nobody asks for any more.
    void endAll();
    /// Somebody deletes one of the batches that have ended, if there is one.
    bool deleteEnded();

    int faultsLeft = 0;
    int faultEvery = 2; ///< requests
    std::map<qint64, int> worked; ///< times that the desk worked on a row
    std::map<std::string, int> seen; ///< what went wrong, and how often
    int creations = 0; ///< that the desk took
    int atOnce = 0; ///< requests under way
    int mostAtOnce = 0;
    QString astray; ///< where a request went that should not have

private:
    class Flight;
    struct Reply
    {
        int status = 200;
        QByteArray body;
        Headers headers = {};
    };
    [[nodiscard]] BatchAsk ask(const QByteArray &key) const;
    [[nodiscard]] Reply process(const WireRequest &request);
    [[nodiscard]] Reply spiced(Reply reply);
    void fly(const WireRequest &request, const std::shared_ptr<ExchangeEvents> &events, const std::shared_ptr<bool> &alive);
    void answer(const Reply &reply, const std::shared_ptr<ExchangeEvents> &events, const std::shared_ptr<bool> &alive, qsizetype cutAt, std::optional<FaultKind> end);
    void finish(const std::shared_ptr<ExchangeEvents> &events, const std::shared_ptr<bool> &alive, const std::optional<Fault> &fault);
    void later(Duration in, std::function<void()> call);

    FakeTime &m_time;
    Chance &m_chance;
    Duration m_work; ///< of a batch
    Duration m_skew; ///< of the provider's clock
    Instant m_begin;
    WallTime m_start;
    BatchDesk m_desk;
    std::set<QString> m_known; ///< batches
    std::vector<std::unique_ptr<Alarm>> m_pending;
};

} // namespace breakwater
