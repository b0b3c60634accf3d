// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storethread.h"

namespace breakwater {

StoreThread::StoreThread(const TimeSource &time, QObject *parent)
    : QObject(parent)
    , m_time(time)
    , m_worker(new QObject)
    , m_archive(std::make_shared<std::optional<Result<Archive>>>())
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
}

StoreThread::~StoreThread()
{
    // The last of the queue: closes the file on its own thread, after all that was asked for.
    QMetaObject::invokeMethod(
        m_worker, [archive = m_archive, thread = &m_thread] {
            archive->reset();
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

template <class Value>
void StoreThread::post(std::function<Result<Value>(Archive &)> work, Answer<Value> done)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, archive = m_archive, work = std::move(work), done = std::move(done)] {
            Fault closed;
            closed.kind = FaultKind::Store;
            closed.code = QStringLiteral("closed");
            Result<Value> result = tl::unexpected(closed);
            if (archive->has_value())
                result = (*archive)->has_value() ? work(***archive) : Result<Value>(tl::unexpected((*archive)->error()));
            // `this` outlives the queue: its destructor waits for the thread. After that the call is dropped.
            QMetaObject::invokeMethod(this, [done, result] { done(result); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void StoreThread::postQuietly(std::function<Result<void>(Archive &)> work)
{
    post<void>(std::move(work), [this](const Result<void> &result) {
        if (!result)
            Q_EMIT failed(result.error());
    });
}

void StoreThread::open(const QString &path, Answer<Snapshot> done)
{
    QMetaObject::invokeMethod(
        m_worker, [archive = m_archive, path, &time = m_time] { archive->emplace(Archive::open(path, time)); }, Qt::QueuedConnection);
    post<Snapshot>([](Archive &archive) { return archive.snapshot(); }, std::move(done));
}

void StoreThread::accept(const Conversation &conversation, const Message &question, const TurnState &turn, Done done)
{
    post<void>([=](Archive &archive) { return archive.accept(conversation, question, turn); }, std::move(done));
}

void StoreThread::sending(const TurnState &turn, Done done)
{
    post<void>([=](Archive &archive) { return archive.saveTurn(turn); }, std::move(done));
}

void StoreThread::answerBegan(const Message &answer)
{
    postQuietly([=](Archive &archive) { return archive.beginAnswer(answer); });
}

void StoreThread::checkpoint(const MessageId &answer, const QString &text)
{
    postQuietly([=](Archive &archive) { return archive.appendPiece(answer, text); });
}

void StoreThread::thought(const MessageId &answer, const std::vector<Thought> &thoughts)
{
    postQuietly([=](Archive &archive) { return archive.saveThoughts(answer, thoughts); });
}

void StoreThread::setAside(const Message &answer)
{
    postQuietly([=](Archive &archive) { return archive.setAside(answer); });
}

void StoreThread::settled(const TurnState &turn, const std::optional<Message> &answer, Done done)
{
    post<void>([=](Archive &archive) { return archive.settle(turn, answer); }, std::move(done));
}

void StoreThread::sampled(const Sample &sample)
{
    postQuietly([=](Archive &archive) { return archive.addSample(sample); });
}

void StoreThread::addExpense(const Expense &expense)
{
    postQuietly([=](Archive &archive) { return archive.addExpense(expense); });
}

void StoreThread::add(const Conversation &conversation, const std::vector<Message> &messages, Done done)
{
    post<void>([=](Archive &archive) { return archive.add(conversation, messages); }, std::move(done));
}

void StoreThread::saveConversation(const Conversation &conversation)
{
    postQuietly([=](Archive &archive) { return archive.saveConversation(conversation); });
}

void StoreThread::removeConversation(const ConversationId &id)
{
    postQuietly([=](Archive &archive) { return archive.removeConversation(id); });
}

void StoreThread::saveDraft(const ConversationId &id, const Writing &writing)
{
    postQuietly([=](Archive &archive) { return archive.saveDraft(id, writing); });
}

void StoreThread::chapter(const ConversationId &id, Answer<Chapter> done)
{
    post<Chapter>([=](Archive &archive) { return archive.chapter(id); }, std::move(done));
}

} // namespace breakwater
