// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportjob.h"

#include "ui/transfer/exportfiles.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>

namespace breakwater {

bool ExportJob::begin()
{
    m_begun = true;
    m_report.path = m_order.path;
    if (m_order.format == ExportFormat::Json) {
        m_file = std::make_unique<QSaveFile>(m_order.path);
        m_writer = std::make_unique<ParcelWriter>(*m_file);
        if (!m_file->open(QIODevice::WriteOnly) || !m_writer->begin())
            m_report.problem = m_file->errorString();
    } else if (!m_order.isOneFile()) {
        const QDir parent(m_order.path);
        const QString wanted = QStringLiteral("Breakwater ") + QDate::currentDate().toString(Qt::ISODate);
        QString name = wanted;
        for (int number = 2; !parent.mkdir(name); ++number) {
            if (!QFileInfo::exists(parent.filePath(name))) {
                m_report.problem = QCoreApplication::translate("breakwater::ExportWords", "The folder %1 cannot be made.").arg(parent.filePath(name));
                return false;
            }
            name = QStringLiteral("%1 (%2)").arg(wanted).arg(number);
        }
        m_report.path = parent.filePath(name);
    }
    return m_report.problem.isEmpty();
}

bool ExportJob::add(const Parcel &parcel)
{
    if (!m_report.problem.isEmpty() || (!m_begun && !begin()))
        return false;
    if (m_writer) {
        if (!m_writer->add(parcel))
            m_report.problem = m_file->errorString();
    } else {
        const QString path = m_order.isOneFile() ? m_order.path : m_report.path + QLatin1Char('/') + m_names.next(parcel.conversation.title, endingOf(m_order.format));
        if (const auto problem = writeConversation(m_order.format, path, parcel.conversation, parcel.messages))
            m_report.problem = *problem;
    }
    if (m_report.problem.isEmpty())
        ++m_report.conversations;
    return m_report.problem.isEmpty();
}

ExportReport ExportJob::finish()
{
    if (!m_begun)
        (void)begin();
    if (m_writer && m_report.problem.isEmpty() && (!m_writer->end() || !m_file->commit()))
        m_report.problem = m_file->errorString();
    return m_report;
}

ExportReport ExportJob::cancel()
{
    m_report.cancelled = true;
    if (m_writer) {
        m_file->cancelWriting();
        m_report.conversations = 0;
    }
    return m_report;
}

} // namespace breakwater
