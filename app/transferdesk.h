// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/importer.h"
#include "ui/transfer/transferport.h"

#include <QThread>

namespace breakwater {

class Ledger;
class Library;
class ExportJob;

/// Carries conversations out of the history and into it: read and written through the store thread, files on a thread of
/// their own. What an import brings is in the Library and the Ledger soon: a few conversations at once, of many ever more
/// together, so that the list is not made anew for each. UI thread; what it is given outlives it.
class TransferDesk final : public TransferPort
{
    Q_OBJECT
public:
    TransferDesk(StoreThread &store, Library &library, Ledger &ledger, QObject *parent = nullptr);
    ~TransferDesk() override;

    void exportConversations(const ExportOrder &order) override;
    void importFrom(const QString &path) override;
    void cancel() override;

private:
    void exportNext();
    struct Arrived
    {
        Merged merged;
        std::vector<Message> messages; ///< added to a conversation that is read
    };
    void take(const Parcel &parcel, const Merged &merged);
    void showArrived();
    void show(const Arrived &arrived);

    StoreThread &m_store;
    Library &m_library;
    Ledger &m_ledger;
    QThread m_thread;
    QObject *m_worker; // lives on m_thread
    std::shared_ptr<ExportJob> m_job; // worked on m_thread only
    ExportOrder m_order;
    std::size_t m_next = 0;
    bool m_cancelled = false;
    std::unique_ptr<Importer> m_importer;
    std::vector<Arrived> m_arrived; ///< and not shown yet
    std::size_t m_shown = 0; ///< conversations in the Library, roughly
};

} // namespace breakwater
