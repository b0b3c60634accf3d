// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchrunner.h"
#include "core/batch/batchshelf.h"

#include <QObject>

#include <map>

namespace breakwater {

/// All batches of the person: keeps a runner for each that is not settled, passes a person's wishes on, charges what
/// answers cost, brings back at start what an earlier run left. UI thread.
class Batches : public QObject
{
    Q_OBJECT
public:
    using Done = BatchShelf::Answer<void>;

    /// `services.isAnothers` is seen to here. The shelf outlives it.
    Batches(BatchServices services, BatchShelf &shelf, QObject *parent = nullptr);
    ~Batches() override;

    /// Goes on with what an earlier run left. Those that are settled are read from the shelf, and follow.
    void restore(const std::vector<Batch> &unsettled);
    /// All are known.
    [[nodiscard]] bool isRestored() const { return m_restored; }

    [[nodiscard]] const Batch *batch(const BatchId &id) const;
    [[nodiscard]] std::vector<const Batch *> all() const; ///< newest first
    /// The provider works on it, or will: its parts are not all settled.
    [[nodiscard]] bool isUnderWay(const BatchId &id) const { return m_runners.find(id) != m_runners.end(); }
    [[nodiscard]] BatchShelf &shelf() const { return m_shelf; }

    /// For a history that is only shown: they can be looked at, and nothing goes on. `restore` may follow.
    void showOnly();

    /// Sends a batch whose rows are on the shelf.
    void begin(const Batch &batch);
    /// The same for few rows, after they are written down. `done` says whether they are.
    void begin(const Batch &batch, std::vector<BatchRow> rows, Done done);

public Q_SLOTS:
    /// Rows that have their answer keep it.
    void cancel(const breakwater::BatchId &id);
    /// Asks the rows that ended in these states once more. For a settled batch.
    void askAgain(const breakwater::BatchId &id, const std::vector<breakwater::RowState> &states);
    /// Takes a settled batch away, with its answers.
    void remove(const breakwater::BatchId &id);
    void rename(const breakwater::BatchId &id, const QString &title);
    /// No turn waits for a settled batch any more: it is one like others.
    void release(const breakwater::BatchId &id);
    /// The history is erased: what is under way is cancelled, and nothing is known any more.
    void forgetAll();
    /// A person's choice for a part that was refused or lost.
    void createAnew(const breakwater::BatchId &id, int part);
    void giveUp(const breakwater::BatchId &id, int part);
    /// Asks the provider how far it is.
    void lookNow(const breakwater::BatchId &id);
    void networkReturned();
    /// Keys came, went or were unlocked.
    void keysChanged();

Q_SIGNALS:
    /// Begun, or another state, count or title.
    void changed(const breakwater::BatchId &id);
    void removed(const breakwater::BatchId &id);
    /// All are known that an earlier run left.
    void restored();
    /// Each of its rows has ended in this run, and that is written down.
    void settled(const breakwater::BatchId &id);
    /// Something of it could not be written. What the runner knows is tried again by itself.
    void notSaved(const breakwater::BatchId &id, const breakwater::Fault &fault);

private:
    void readAll();
    void run(const Batch &batch);
    void takeSettled(const BatchId &id);
    void tellNotSaved(const BatchId &id, const Fault &fault);
    void saveSettled(const Batch &batch);
    void charge(const Batch &batch, const Usage &before, const std::optional<double> &dollarsBefore);
    [[nodiscard]] bool isAnothers(const QString &remote, const BatchId &batch) const;

    BatchServices m_services;
    BatchShelf &m_shelf;
    std::map<BatchId, std::unique_ptr<BatchRunner>> m_runners; // ids sort by time
    std::map<BatchId, Batch> m_settled;
    std::unique_ptr<Alarm> m_readAgain; ///< of what could not be read
    bool m_restored = false;
};

} // namespace breakwater
