// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transferdesk.h"

#include "app/exportjob.h"
#include "core/chat/library.h"

#include <QPointer>

#include <algorithm>

namespace breakwater {

TransferDesk::TransferDesk(StoreThread &store, Library &library, QObject *parent)
    : TransferPort(parent)
    , m_store(store)
    , m_library(library)
    , m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("export"));
    m_thread.start();
}

TransferDesk::~TransferDesk()
{
    m_thread.quit();
    m_thread.wait(); // for one conversation at most
}

void TransferDesk::exportConversations(const ExportOrder &order)
{
    m_order = order;
    m_next = 0;
    m_cancelled = false;
    m_job = std::make_shared<ExportJob>(order);
    exportNext();
}

/// Reads one, has it written, and goes on to the next: never more than one in memory.
void TransferDesk::exportNext()
{
    const auto onThread = [this](auto work) {
        QMetaObject::invokeMethod(m_worker, std::move(work), Qt::QueuedConnection);
    };
    if (m_cancelled || m_next == m_order.conversations.size()) {
        onThread([this, job = m_job, cancelled = m_cancelled] {
            const ExportReport report = cancelled ? job->cancel() : job->finish();
            QMetaObject::invokeMethod(this, [this, report] { Q_EMIT exported(report); }, Qt::QueuedConnection);
        });
        return;
    }
    const ConversationId id = m_order.conversations[m_next++];
    m_store.parcel(id, [alive = QPointer<TransferDesk>(this), onThread](const Result<std::optional<Parcel>> &read) {
        if (!alive)
            return;
        TransferDesk *desk = alive;
        if (!read) {
            ExportReport report = {};
            report.fault = read.error();
            Q_EMIT desk->exported(report);
            return;
        }
        onThread([desk, job = desk->m_job, parcel = *read] {
            const bool goesOn = !parcel || job->add(*parcel); // deleted meanwhile: nothing to write
            QMetaObject::invokeMethod(
                desk,
                [desk, goesOn] {
                    Q_EMIT desk->progressed(static_cast<double>(desk->m_next) / static_cast<double>(desk->m_order.conversations.size()));
                    if (!goesOn)
                        desk->m_next = desk->m_order.conversations.size();
                    desk->exportNext();
                },
                Qt::QueuedConnection);
        });
    });
}

void TransferDesk::importFrom(const QString &path)
{
    m_importer = std::make_unique<Importer>(m_store);
    connect(m_importer.get(), &Importer::arrived, this, &TransferDesk::take);
    connect(m_importer.get(), &Importer::progressed, this, [this](const ImportReport &, double share) { Q_EMIT progressed(share); });
    connect(m_importer.get(), &Importer::finished, this, &TransferPort::imported);
    m_importer->start(path);
}

void TransferDesk::cancel()
{
    m_cancelled = true;
    if (m_importer)
        m_importer->cancel();
}

/// A new one is read from the disk when it is opened, like any other. One that is open gets what was added.
void TransferDesk::take(const Parcel &parcel, const Merged &merged)
{
    if (merged.isNew) {
        m_library.addConversation(merged.conversation);
        return;
    }
    const ConversationId id = merged.conversation.id;
    const Conversation *known = m_library.conversation(id);
    if (known == nullptr)
        return;
    Conversation changed = *known;
    changed.leaf = merged.conversation.leaf;
    changed.updatedAt = std::max(changed.updatedAt, merged.conversation.updatedAt);
    std::vector<Message> messages = m_library.messages(id);
    const bool isRead = !messages.empty();
    for (const Message &each : parcel.messages) {
        if (std::find(merged.added.begin(), merged.added.end(), each.id) != merged.added.end())
            messages.push_back(each);
    }
    m_library.updateConversation(changed);
    if (!isRead)
        return;
    std::stable_sort(messages.begin(), messages.end(), [](const Message &left, const Message &right) { return left.at < right.at; });
    m_library.setMessages(id, std::move(messages));
}

} // namespace breakwater
