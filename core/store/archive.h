// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchbooks.h"
#include "core/batch/rowpage.h"
#include "core/chat/conversation.h"
#include "core/chat/draft.h"
#include "core/health/healthpast.h"
#include "core/spend/expense.h"
#include "core/store/database.h"
#include "core/store/parcel.h"
#include "core/store/searchindex.h"
#include "core/turn/turnstate.h"

#include <QSet>

#include <map>
#include <set>

namespace breakwater {

/// What a start needs: all conversations, the unsettled turns, and the messages of their conversations.
struct Snapshot
{
    std::vector<Conversation> conversations;
    std::vector<Message> messages; ///< of the conversations with unsettled turns
    std::vector<TurnState> unfinished; ///< as phase Accepted, Kept, Unknown, or BrokenOff (an answer had begun)
    std::vector<std::pair<ConversationId, Writing>> drafts;
    std::vector<Expense> expenses; ///< of the last 31 days
    std::map<ConversationId, double> spent; ///< dollars, in each conversation
    std::vector<Batch> batches; ///< that are not over, or of which a part is not
};

/// One conversation whole.
struct Chapter
{
    std::vector<Message> messages;
    std::vector<TurnState> turns;
};

/// All SQL of the history but its search (archive.cpp and its neighbours by what they keep). Synchronous; belongs to one thread.
class Archive
{
public:
    /// After `prepareToOpen`: a newer file is refused as it is, an older one copied before it changes.
    [[nodiscard]] static Result<Archive> open(const QString &path, const TimeSource &time);

    Result<void> accept(const Conversation &conversation, const Message &question, const TurnState &turn);
    Result<void> saveTurn(const TurnState &turn);
    Result<void> beginAnswer(const Message &answer);
    Result<void> appendPiece(const MessageId &answer, const QString &text);
    Result<void> saveThoughts(const MessageId &answer, const std::vector<Thought> &thoughts);
    /// The answer as it stands; the turn goes on without it.
    Result<void> setAside(const Message &answer);
    /// The final text replaces the pieces.
    Result<void> settle(const TurnState &turn, const std::optional<Message> &answer);
    /// A conversation with all its messages, as they are: one that was copied or comes from elsewhere.
    Result<void> add(const Conversation &conversation, const std::vector<Message> &messages);
    Result<void> saveConversation(const Conversation &conversation);
    Result<void> removeConversation(const ConversationId &id);
    Result<void> saveDraft(const ConversationId &id, const Writing &writing); ///< a blank one is removed
    // What was measured (archivehealth.cpp).
    Result<void> addSample(const Sample &sample);
    Result<void> addFlow(const FlowChange &change);
    Result<void> addRoom(const RoomMark &mark);
    [[nodiscard]] Result<HealthPast> healthPast();
    /// The same a part at a time, the newest samples first, so that others can write between: what they write then is no
    /// part of it. `readSome` says false when all is read.
    struct HealthReading
    {
        HealthPast past; ///< whole once all is read
        QSet<QString> texts; ///< many samples have few routes, and several the same turn: each once in memory
        qint64 since = 0; ///< milliseconds since 1970
        qint64 lastSample = 0; ///< numbers of the last rows that were there when it began
        qint64 lastFlow = 0;
        std::pair<qint64, qint64> before; ///< time and number of the oldest sample read
    };
    [[nodiscard]] Result<HealthReading> beginReading();
    [[nodiscard]] Result<bool> readSome(HealthReading &reading);
    /// Drops what is older than it is kept. A clock that stands too far ahead drops nothing that is newer than a week
    /// before the newest sample.
    Result<void> forgetOldHealth();
    Result<void> addExpense(const Expense &expense);

    // Batches (archivebatches.cpp, archivelandings.cpp, archiverows.cpp). A fault with the code "gone" says that there is none of that id.
    /// A batch is there for nobody before `finishBatch`. What the end of the program cuts short goes after the next start.
    Result<void> beginBatch(const Batch &batch);
    /// More of its rows, in one transaction; a power cut before `finishBatch` may take them.
    Result<void> addRows(const BatchId &batch, int part, const std::vector<BatchRow> &rows);
    /// With its parts. Refused with the code "incomplete" where they have other rows than were added.
    Result<void> finishBatch(const Batch &batch);
    /// Title, turn and parts; counts, usage and dollars are those of the rows on disk. A part that `batch` does not know of stays.
    Result<void> saveBatch(const Batch &batch);
    [[nodiscard]] Result<QByteArray> partBody(const BatchId &batch, int part);
    Result<Landed> land(const BatchId &batch, int part, const std::vector<RowResult> &results);
    Result<RowCounts> closePart(const Batch &batch, int part);
    /// Rows that are in these states are open again, in new parts behind the others; those of state Open stay where they are.
    /// Gives the batch as it is then.
    Result<Batch> askAgain(const BatchId &batch, const std::vector<RowState> &states);
    [[nodiscard]] Result<std::vector<Batch>> batches(); ///< oldest first
    [[nodiscard]] Result<RowPage> rowPage(const BatchId &batch, const RowQuery &query);
    [[nodiscard]] Result<std::optional<WholeRow>> wholeRow(const BatchId &batch, qint64 number);
    /// It is there for nobody then; `dropRows` takes its rows away.
    Result<void> removeBatch(const BatchId &batch);
    /// Up to `most` rows of what is to go; false when there are none.
    Result<bool> dropRows(int most);

    /// Gives back to the disk what was deleted, and puts the rows in order. Needs room for another copy meanwhile, which is
    /// looked at first.
    Result<void> compact();
    /// Everything: conversations with their turns and flight records, drafts, files, samples, expenses, batches; also what the file
    /// and its log still held of it.
    Result<void> eraseAll();
    /// Puts up to `most` messages into the index of words (core/store/searchindex.h); false when all are there.
    Result<bool> indexSome(int most);
    /// A conversation with all that belongs to it; none where it is not there. As it stands on disk (archivetransfer.cpp).
    [[nodiscard]] Result<std::optional<Parcel>> parcel(const ConversationId &id);
    /// Adds what is not there yet, in one transaction. Nothing that is there is changed or removed, whatever the parcel says
    /// of it; only what is shown of a conversation goes on to messages that were added at its end. Turns that were not over
    /// come in as cancelled: nothing is sent because of an import.
    Result<Merged> merge(const Parcel &parcel);

    [[nodiscard]] Result<Snapshot> snapshot();
    /// Of one conversation, all branches, oldest first; with `newest` only so many of the last ones.
    [[nodiscard]] Result<std::vector<Message>> messages(const ConversationId &id, std::optional<int> newest = {});
    [[nodiscard]] Result<std::vector<TurnState>> settledTurns(const ConversationId &id);
    [[nodiscard]] Result<Chapter> chapter(const ConversationId &id);

private:
    Archive(Database database, const TimeSource &time)
        : m_database(std::move(database))
        , m_time(time)
    {
    }
    Result<void> foldPieces();
    Result<qint64> numberFor(WallTime at);
    Result<void> saveMessage(const Message &message);
    Result<void> dropFiles();
    Result<void> saveWhole(const Message &answer); ///< with its text in one piece
    Result<void> readExpenses(Snapshot &snapshot);
    Result<void> dropHalfBatches();
    Result<std::vector<Batch>> batches(const QString &condition, const QVariantList &values);
    Result<qint64> numberOf(const BatchId &batch, int whole);
    Result<void> saveParts(qint64 number, const Batch &batch);
    Result<RowCounts> countsOf(qint64 number);
    Result<void> readHours(HealthReading &reading);
    Result<void> readFlows(HealthReading &reading);
    Result<void> readRooms(HealthReading &reading);
    Result<std::vector<Conversation>> conversations(const QString &condition, const QVariantList &values);
    Result<std::vector<Expense>> expenses(const QString &condition, const QVariantList &values);
    Result<std::optional<QVariant>> one(const QString &statement, const QVariantList &values); ///< the first value of the first row
    Result<void> mergeMessages(const Parcel &parcel, Merged &merged);
    Result<void> mergeRecords(const Parcel &parcel);
    /// Writes files down where others stand than these: their bytes are many.
    Result<void> saveAttachments(const QString &table, const QVariant &owner, const std::vector<Attachment> &attachments);
    /// By owner, of the rows that `condition` allows.
    Result<std::map<QString, std::vector<Attachment>>> attachments(const QString &table, const QString &condition, const QVariantList &values);
    Result<QHash<MessageId, QString>> piecesOf(const ConversationId &id);
    Result<std::vector<TurnState>> turns(const QString &condition, const QVariantList &values);

    Database m_database;
    const TimeSource &m_time;
    std::set<Quarter> m_untidy; ///< of the index: where something was deleted
    bool m_tidying = false; ///< the first of them is under way
};

} // namespace breakwater
