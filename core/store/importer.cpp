// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importer.h"

#include "core/store/importreader.h"

#include <QPointer>

namespace breakwater {

Importer::Importer(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("import"));
    m_thread.start();
}

Importer::~Importer()
{
    if (m_reader)
        m_reader->stop();
    m_thread.quit();
    m_thread.wait(); // for what is being taken apart
}

void Importer::start(const QString &path)
{
    m_reader = std::make_shared<ImportReader>(path);
    readNext();
}

void Importer::cancel()
{
    if (m_over || !m_reader)
        return;
    m_report.cancelled = true;
    m_reader->stop();
}

void Importer::readNext()
{
    if (m_report.cancelled) {
        finish();
        return;
    }
    QMetaObject::invokeMethod(
        m_worker,
        [this, reader = m_reader] {
            const auto step = std::make_shared<ImportReader::Step>(reader->next());
            // `this` outlives the thread: its destructor waits. After that the call is dropped.
            QMetaObject::invokeMethod(
                this,
                [this, step] {
                    for (const Skipped &each : step->skipped)
                        m_report.skip(each);
                    m_report.trouble = step->trouble;
                    m_report.detail = step->detail;
                    if (step->parcel)
                        write(step->parcel, step->share);
                    else if (step->over)
                        finish();
                    else
                        readNext();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Importer::write(const std::shared_ptr<Parcel> &parcel, double share)
{
    m_store.merge(parcel, [alive = QPointer<Importer>(this), parcel, share](const Result<Merged> &merged) {
        if (!alive)
            return;
        ImportReport &report = alive->m_report;
        if (!merged) {
            report.trouble = ImportTrouble::NotWritten;
            report.fault = merged.error();
            alive->finish();
            return;
        }
        for (const Skipped &each : merged->skipped)
            report.skip(each);
        if (merged->added.empty())
            report.known += merged->skipped.empty() ? 1 : 0;
        else
            ++(merged->isNew ? report.added : report.grown);
        report.messages += static_cast<int>(merged->added.size());
        report.files += merged->files;
        if (!merged->added.empty())
            Q_EMIT alive->arrived(*parcel, *merged);
        Q_EMIT alive->progressed(report, share);
        alive->readNext();
    });
}

void Importer::finish()
{
    m_over = true;
    Q_EMIT finished(m_report);
}

} // namespace breakwater
