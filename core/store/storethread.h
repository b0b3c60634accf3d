// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/archive.h"
#include "core/turn/journal.h"

#include <QObject>
#include <QThread>

namespace breakwater {

/// The Journal over an Archive that lives on a thread of its own: the one writer. Made and called on the UI thread;
/// what it answers is called there too. Destruction writes what was asked for before it returns.
class StoreThread final : public QObject, public Journal
{
    Q_OBJECT
public:
    template <class Value>
    using Answer = std::function<void(const Result<Value> &)>;

    explicit StoreThread(const TimeSource &time, QObject *parent = nullptr);
    ~StoreThread() override;

    /// Opens the file and reads what a start needs. Until it has opened, every call answers with its fault.
    void open(const QString &path, Answer<Snapshot> done);

    void accept(const Conversation &conversation, const Message &question, const TurnState &turn, Done done) override;
    void sending(const TurnState &turn, Done done) override;
    void answerBegan(const Message &answer) override;
    void checkpoint(const MessageId &answer, const QString &text) override;
    void thought(const MessageId &answer, const std::vector<Thought> &thoughts) override;
    void setAside(const Message &answer) override;
    void settled(const TurnState &turn, const std::optional<Message> &answer, Done done) override;
    void sampled(const Sample &sample) override;

    void addExpense(const Expense &expense);
    void add(const Conversation &conversation, const std::vector<Message> &messages, Done done);
    void saveConversation(const Conversation &conversation);
    void removeConversation(const ConversationId &id);
    void saveDraft(const ConversationId &id, const Writing &writing);
    void chapter(const ConversationId &id, Answer<Chapter> done);

Q_SIGNALS:
    /// A write that nobody waits for failed.
    void failed(const breakwater::Fault &fault);

private:
    template <class Value>
    void post(std::function<Result<Value>(Archive &)> work, Answer<Value> done);
    void postQuietly(std::function<Result<void>(Archive &)> work);

    const TimeSource &m_time;
    QThread m_thread;
    QObject *m_worker; // lives on m_thread; work is posted to it
    std::shared_ptr<std::optional<Result<Archive>>> m_archive; // touched on m_thread only
};

} // namespace breakwater
