// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchcall.h"
#include "core/batch/batchdoor.h"
#include "core/batch/partstep.h"
#include "core/batch/resultslanding.h"

#include <QObject>

namespace breakwater {

/// Performs what is decided of the parts of one batch, and tells what happened. One for each unsettled batch; UI thread.
/// Parts are created one after another.
class BatchRunner : public QObject
{
    Q_OBJECT
public:
    BatchRunner(Batch batch, BatchServices services, QObject *parent = nullptr);
    ~BatchRunner() override;

    [[nodiscard]] const Batch &batch() const { return m_batch; }
    /// Begins, or goes on with what was found on disk.
    void start();
    void cancel();
    /// A person's choice for a part that was refused or lost.
    void createAnew(int part);
    void giveUp(int part);
    /// A person wants to know, or a key has come.
    void lookNow();
    void networkReturned();
    void rename(const QString &title);
    /// This id at the provider is one of this batch for certain.
    [[nodiscard]] bool owns(const QString &remote) const;

Q_SIGNALS:
    void changed();
    void rowsLanded(qint64 fresh);
    /// Each row has ended, and that is written down.
    void settled();
    /// What is known could not be written down; it is tried again.
    void notSaved(const breakwater::Fault &fault);

private:
    struct Work;
    void tell(std::size_t at, const PartEvent &event);
    void tellLater(std::size_t at, const PartEvent &event);
    [[nodiscard]] PartSurroundings around(std::size_t at);
    void perform(std::size_t at, const PartEffect &effect);
    void startNext();
    void save();
    void create(std::size_t at);
    void close(std::size_t at);
    void send(std::size_t at, const std::function<WireRequest(const BatchAccess &)> &encode);
    void take(std::size_t at, std::optional<Fault> fault);
    void takeLanded(const Landed &landed);

    void leaveDoor(Work &work, const std::optional<Fault> &fault);

    Batch m_batch;
    BatchServices m_services;
    BatchDoor m_door;
    std::vector<std::unique_ptr<Work>> m_work; // one for each part
    std::unique_ptr<Alarm> m_saveAgain;
    bool m_started = false;
    bool m_settled = false;
};

} // namespace breakwater
