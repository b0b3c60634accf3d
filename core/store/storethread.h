// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchshelf.h"
#include "core/store/archive.h"
#include "core/store/diskstate.h"
#include "core/store/salvage.h"
#include "core/store/unsaved.h"
#include "core/turn/journal.h"

#include <QObject>
#include <QTemporaryDir>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace breakwater {

/// The Journal, the BatchBooks and the BatchShelf over an Archive that lives on a thread of its own: the one writer. Made and
/// called on the UI thread; what it answers is called there too. Destruction writes what was asked for before it returns.
///
/// What the disk refuses is kept and tried again, in its order: with the next write, and when `saveAgain` is called. Only
/// `accept`, `sending` and what is written of batches ask for nothing to be kept: who called still has it.
///
/// A damaged file is set aside and what can be read of it put in its place, at the start or at any later call that meets
/// the damage. When the program did not end well before, the file is read through in the background.
///
/// A history that cannot be written at the start is read from a copy of it, so that it can be shown; every write is refused.
///
/// A disk that became read-only or failed under the open file, and was mounted anew, is written through a new one.
class StoreThread final : public QObject, public Journal, public BatchBooks, public BatchShelf
{
    Q_OBJECT
public:
    template <class Value>
    using Answer = BatchBooks::Answer<Value>;

    explicit StoreThread(const TimeSource &time, QObject *parent = nullptr);
    ~StoreThread() override;

    /// Whether a damaged file is mended. Only where no other program works on it.
    enum class Mending { Yes, No };
    /// Opens the file and reads what a start needs. Until it has opened, every call answers with its fault.
    void open(const QString &path, Answer<Snapshot> done, Mending mending = Mending::Yes);
    /// The title of a conversation that is made for messages whose own is lost. Call before `open`.
    void setRecoveredTitle(const QString &title) { m_recovered = title; }

    void accept(const Conversation &conversation, const Message &question, const TurnState &turn, Done done) override;
    void sending(const TurnState &turn, Done done) override;
    void answerBegan(const Message &answer) override;
    void checkpoint(const MessageId &answer, const QString &text) override;
    void thought(const MessageId &answer, const std::vector<Thought> &thoughts) override;
    void setAside(const Message &answer) override;
    void settled(const TurnState &turn, const std::optional<Message> &answer, Done done) override;
    void sampled(const Sample &sample) override;
    void saveAgain(Done done) override;

    /// What of the weather is older than it is kept goes.
    void forgetOldHealth();
    /// What earlier runs measured. Call once, after `open` and before anything of this run is written.
    void healthPast(Answer<HealthPast> done);
    void addFlow(const FlowChange &change);
    void addRoom(const RoomMark &mark);
    void addExpense(const Expense &expense);
    /// A conversation with all its messages; without `done` it is kept where the disk refuses it.
    void add(const Conversation &conversation, const std::vector<Message> &messages, Done done);
    void add(const Conversation &conversation, const std::vector<Message> &messages);
    void saveConversation(const Conversation &conversation);
    void removeConversation(const ConversationId &id);
    void saveDraft(const ConversationId &id, const Writing &writing);
    /// All of a conversation; of a long one `first` is told the newest before, as many as a window shows and some more.
    void messages(const ConversationId &id, Answer<std::vector<Message>> done, std::function<void(const std::vector<Message> &)> first = {});
    void settledTurns(const ConversationId &id, Answer<std::vector<TurnState>> done);
    void chapter(const ConversationId &id, Answer<Chapter> done);
    void parcel(const ConversationId &id, Answer<std::optional<Parcel>> done);
    void merge(const std::shared_ptr<const Parcel> &parcel, Answer<Merged> done);

    // Of batches (storethreadbatches.cpp): Archive says what each does.
    void save(const Batch &batch, Answer<void> done) override;
    void body(const BatchId &batch, int part, Answer<QByteArray> done) override;
    void land(const BatchId &batch, int part, std::vector<RowResult> results, Answer<Landed> done) override;
    void close(const Batch &batch, int part, Answer<RowCounts> done) override;
    void beginBatch(const Batch &batch, Done done) override;
    void addRows(const BatchId &batch, int part, std::vector<BatchRow> rows, Done done) override;
    void finishBatch(const Batch &batch, Done done) override;
    /// The three in one, for few rows: of the only part of the batch.
    void addBatch(const Batch &batch, std::vector<BatchRow> rows, Done done) override;
    void askAgain(const BatchId &batch, const std::vector<RowState> &states, Answer<Batch> done) override;
    void removeBatch(const BatchId &batch, Done done) override;
    void batches(Answer<std::vector<Batch>> done) override;
    void rowPage(const BatchId &batch, const RowQuery &query, Answer<RowPage> done) override;
    void wholeRow(const BatchId &batch, qint64 number, Answer<std::optional<WholeRow>> done) override;

    /// Archive::compact and eraseAll. What is written meanwhile waits and is written then.
    void compact(Done done);
    void eraseAll(Done done);
    /// Copies the history to the new file `path`, compares the two, calls `note` (on the store's thread) to have the new
    /// place known at the next start, and goes on there. The old file stays. When anything fails, all is as it was.
    void moveTo(const QString &path, std::function<Result<void>()> note, Done done);
    /// Work on the file beside the store's thread: reading, copying. `work` is called on a thread of its own.
    template <class Value>
    void beside(std::function<Result<Value>()> work, Answer<Value> done)
    {
        m_checks.start([this, work = std::move(work), done = std::move(done)] {
            const Result<Value> result = work();
            tell([done, result] { done(result); });
        });
    }

Q_SIGNALS:
    /// A write that nobody waits for failed. It is kept if the disk refused it.
    void failed(const breakwater::Fault &fault);
    /// The same, of a part of that answer.
    void answerNotSaved(const breakwater::MessageId &answer, const breakwater::Fault &fault);
    /// All that was refused is on disk now.
    void allSaved();
    /// The file was damaged; this was read of it and is in its place.
    void mended(const breakwater::Salvaged &salvaged);
    /// The history cannot be written, which the fault says; it is read from `copy`, until it is opened again.
    void openedToRead(const breakwater::Fault &fault, const QString &copy);
    /// The file was opened anew: its disk had been away.
    void reopened();
    /// All that was written is in the index of words now.
    void indexed();

private:
    /// What belongs to m_thread.
    struct Desk
    {
        std::optional<Result<Archive>> archive;
        std::unique_ptr<QTemporaryDir> copy; ///< of a history that cannot be written
        std::optional<Archive> reading; ///< that copy
        Unsaved unsaved;
        std::optional<Instant> refused; ///< when the disk last refused something
        QString path;
        std::optional<FilePlace> place; ///< of the file that is open, or was
        Mending mending = Mending::No;
        int mended = 0; ///< times in this run
    };
    /// A write that is kept when the disk refuses it.
    struct Kept
    {
        QString thing; ///< Unsaved::keep
        Unsaved::Write write;
        MessageId answer; ///< that it is a part of
        QString piece; ///< that it adds to the answer
    };
    enum class Order { AfterWhatWasRefused, Anyway };

    template <class Value>
    void post(std::function<Result<Value>(Archive &)> work, Answer<Value> done, Order order = Order::AfterWhatWasRefused);
    void keep(Kept kept);
    void readHealth(const std::shared_ptr<Archive::HealthReading> &reading, const Answer<HealthPast> &done);
    [[nodiscard]] Result<void> retry(Desk &desk);
    [[nodiscard]] Result<void> writeOrKeep(Desk &desk, const Kept &kept);
    void openOnDesk(Desk &desk);
    [[nodiscard]] Result<void> moveOnDesk(Desk &desk, const QString &path, const std::function<Result<void>()> &note);
    void openToRead(Desk &desk);
    void takeArchive(Desk &desk, Result<Archive> opened);
    [[nodiscard]] bool mendIfDamaged(Desk &desk, const Fault &fault);
    [[nodiscard]] bool reopenIfBack(Desk &desk);
    [[nodiscard]] static Fault asTheDiskSays(const Desk &desk, const Fault &fault);
    void dropSettled(const TurnId &turn);
    void checkSoon(const QString &path);
    void indexWhenIdle();
    void tell(std::function<void()> what);

    const TimeSource &m_time;
    QThread m_thread;
    QObject *m_worker; // lives on m_thread; work is posted to it
    QTimer *m_idle; // the worker's; runs out when nothing was asked for a while
    std::shared_ptr<Desk> m_desk; // touched on m_thread only
    QString m_recovered = QStringLiteral("Recovered");
    QThreadPool m_checks; // one at a time
    std::atomic<bool> m_stopChecks {false};
};

} // namespace breakwater
