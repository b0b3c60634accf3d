// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transferdesk.h"

#include "app/exportjob.h"
#include "core/chat/library.h"
#include "core/spend/ledger.h"

#include <QPointer>

#include <algorithm>
#include <map>
#include <utility>

namespace breakwater {

TransferDesk::TransferDesk(StoreThread &store, Library &library, Ledger &ledger, QObject *parent)
    : TransferPort(parent)
    , m_store(store)
    , m_library(library)
    , m_ledger(ledger)
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
    showArrived();
    m_shown = m_library.conversations().size();
    m_importer = std::make_unique<Importer>(m_store);
    connect(m_importer.get(), &Importer::arrived, this, &TransferDesk::take);
    connect(m_importer.get(), &Importer::progressed, this, [this](const ImportReport &, double share) { Q_EMIT progressed(share); });
    connect(m_importer.get(), &Importer::finished, this, [this](const ImportReport &report) {
        showArrived();
        Q_EMIT imported(report);
    });
    m_importer->start(path);
}

void TransferDesk::cancel()
{
    m_cancelled = true;
    if (m_importer)
        m_importer->cancel();
}

void TransferDesk::take(const Parcel &parcel, const Merged &merged)
{
    constexpr std::size_t part = 8; // of what is shown: so the list is made anew a few dozen times, whatever comes
    Arrived arrived {merged, {}};
    if (!merged.isNew && !m_library.messages(merged.conversation.id).empty()) {
        for (const Message &each : parcel.messages) {
            if (std::find(merged.added.begin(), merged.added.end(), each.id) != merged.added.end())
                arrived.messages.push_back(each);
        }
    }
    m_arrived.push_back(std::move(arrived));
    if (m_arrived.size() >= std::max<std::size_t>(1, m_shown / part))
        showArrived();
}

void TransferDesk::showArrived()
{
    std::vector<Expense> expenses;
    std::map<ConversationId, double> spent;
    const std::vector<Arrived> all = std::exchange(m_arrived, {});
    for (const Arrived &each : all) {
        for (const Expense &expense : each.merged.expenses) {
            expenses.push_back(expense);
            spent[expense.conversation] += expense.dollars.value_or(0.0);
        }
        show(each);
    }
    m_shown += all.size();
    if (!expenses.empty())
        m_ledger.restore(expenses, spent);
}

/// A new one is read from the disk when it is opened, like any other. One that is open gets what was added.
void TransferDesk::show(const Arrived &arrived)
{
    const Merged &merged = arrived.merged;
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
    m_library.updateConversation(changed);
    std::vector<Message> messages = m_library.messages(id);
    if (messages.empty() || arrived.messages.empty())
        return;
    for (const Message &each : arrived.messages) {
        if (std::none_of(messages.begin(), messages.end(), [&each](const Message &there) { return there.id == each.id; })) // it was read from the disk since
            messages.push_back(each);
    }
    std::stable_sort(messages.begin(), messages.end(), [](const Message &left, const Message &right) { return left.at < right.at; });
    m_library.setMessages(id, std::move(messages));
}

} // namespace breakwater
