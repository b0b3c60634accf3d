// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batches.h"
#include "core/chat/library.h"
#include "core/turn/outbox.h"

#include <map>
#include <set>

namespace breakwater {

/// Brings turns that are sent as a batch of one to their batches, and answers back to their conversations. UI thread.
///
/// A turn has the id of its batch before the batch is made, and the turn is what is believed: a batch that is missing is
/// made, one whose turn does not want it any more is cancelled. So neither the end of the program nor a disk that refuses
/// asks twice or loses an answer.
class BatchedTurns : public QObject
{
    Q_OBJECT
public:
    /// The services are those that the batches have. All outlive it.
    BatchedTurns(Batches &batches, Outbox &outbox, const Library &library, BatchServices services, QObject *parent = nullptr);

    /// Call once the turns of an earlier run are in the outbox. It waits for the batches by itself.
    void restore();

private:
    [[nodiscard]] bool knowsAll() const { return m_restored && m_batches.isRestored(); }
    void follow(const TurnId &id);
    void watch(const BatchId &id);
    void makeBatch(const TurnState &turn);
    void bring(const BatchId &id);
    void take(const TurnId &turn, const BatchId &batch, const Result<std::optional<WholeRow>> &row);
    void lookAtAll();

    Batches &m_batches;
    Outbox &m_outbox;
    const Library &m_library;
    BatchServices m_services;
    std::set<BatchId> m_made; ///< asked to be, in this run
    std::map<BatchId, Fault> m_refusals; ///< why the provider took none of it, on its way to the turn
    std::unique_ptr<Alarm> m_lookAgain; ///< at what the disk did not give
    std::set<BatchId> m_unwanted; ///< under way, and their turns were cancelled
    std::set<BatchId> m_brought; ///< whose end is on its way to the turn
    bool m_restored = false;
};

} // namespace breakwater
