// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/parcel.h"
#include "core/store/storethread.h"

#include <QObject>
#include <QThread>

namespace breakwater {

class ImportReader;

/// One import: reads on a thread of its own and writes through the store thread, a conversation at a time, so that turns
/// under way are not held up. Made and called on the UI thread. Destruction ends it; what is in stays.
class Importer final : public QObject
{
    Q_OBJECT
public:
    explicit Importer(StoreThread &store, QObject *parent = nullptr);
    ~Importer() override;

    /// Once.
    void start(const QString &path);
    void cancel();

Q_SIGNALS:
    /// It is in the store now.
    void arrived(const breakwater::Parcel &parcel, const breakwater::Merged &merged);
    void progressed(const breakwater::ImportReport &report, double share);
    void finished(const breakwater::ImportReport &report);

private:
    void readNext();
    void write(const std::shared_ptr<Parcel> &parcel, double share);
    void finish();

    StoreThread &m_store;
    QThread m_thread;
    QObject *m_worker; // lives on m_thread
    std::shared_ptr<ImportReader> m_reader; // used on m_thread only
    ImportReport m_report;
    bool m_over = false;
};

} // namespace breakwater
