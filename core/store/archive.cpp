// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"

#include "core/store/backup.h"
#include "core/store/columns.h"
#include "core/store/durable.h"
#include "core/store/idcolumn.h"
#include "core/store/names.h"
#include "core/store/schema.h"
#include "core/store/setupjson.h"
#include "core/store/turnjson.h"

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

/// A turn that was under way when the program ended may have been answered, and paid for: it is never sent again by
/// itself. When something of its answer came, a person may continue it.
void judgeInterrupted(TurnState &turn, const std::vector<Message> &messages)
{
    if (turn.phase == TurnPhase::Accepted || turn.phase == TurnPhase::Kept)
        return;
    turn.wait.reset();
    const auto answer = std::find_if(messages.rbegin(), messages.rend(),
        [&turn](const Message &each) { return each.turn == turn.id && each.role == Role::Assistant && each.state != MessageState::SetAside; });
    const bool begun = answer != messages.rend() && !answer->text.isEmpty();
    turn.phase = begun ? TurnPhase::BrokenOff : TurnPhase::Unknown;
    turn.decision = Decision {begun ? Action::GiveUp : Action::Keep, Reason::Interrupted, {}, {}, {}};
    if (answer != messages.rend())
        turn.answer = answer->id; // the record was written before the answer began, or before it was thought about
}

/// Its last results may have landed, and the program ended before that was said of their part.
bool isUnderWay(const Batch &batch)
{
    return !batch.isOver() || std::any_of(batch.parts.begin(), batch.parts.end(), [](const BatchPart &part) {
        return part.phase != PartPhase::Settled && part.phase != PartPhase::Refused && part.phase != PartPhase::Lost;
    });
}

} // namespace

Result<Archive> Archive::open(const QString &path, const TimeSource &time)
{
    if (const auto ready = prepareToOpen(path, time.wall()); !ready)
        return tl::unexpected(ready.error());
    auto database = Database::open(path);
    if (!database)
        return tl::unexpected(database.error());
    if (const auto migrated = migrate(*database); !migrated)
        return tl::unexpected(migrated.error());
    Archive archive(std::move(*database), time);
    if (const auto folded = archive.foldPieces(); !folded)
        return tl::unexpected(folded.error());
    if (const auto dropped = archive.dropHalfBatches(); !dropped)
        return tl::unexpected(dropped.error());
    return archive;
}

/// Answers that were growing when the program ended are what came of them: so they are found, and read in one piece.
Result<void> Archive::foldPieces()
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    if (auto out = SearchIndex(m_database).takeOut(QStringLiteral("id IN (SELECT message FROM piece)"), {}); !out)
        return tl::unexpected(out.error());
    for (const auto &statement : {QStringLiteral("UPDATE message SET text = text || (SELECT group_concat(text, '') FROM (SELECT text FROM piece WHERE message = message.id "
                                                 "ORDER BY piece.id)) WHERE id IN (SELECT message FROM piece)"),
             QStringLiteral("DELETE FROM piece"), QStringLiteral("UPDATE message SET state='BrokenOff' WHERE indexed=0 AND state='Streaming'")}) {
        if (auto folded = outcomeOf(m_database.run(statement)); !folded)
            return folded;
    }
    return transaction.commit();
}

Result<bool> Archive::indexSome(int most)
{
    SearchIndex index(m_database);
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=NORMAL")); // a power cut takes the mark along with the words
    const auto some = index.indexSome(most);
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=FULL"));
    if (!some)
        return tl::unexpected(some.error());
    if (*some > 0 || m_untidy.empty())
        return *some > 0;
    // What was deleted still has its words in old parts of the index.
    const Quarter quarter = *m_untidy.begin();
    const auto more = index.tidySome(quarter, std::exchange(m_tidying, true) ? SearchIndex::Merge::GoOn : SearchIndex::Merge::Begin);
    if (!more)
        return tl::unexpected(more.error());
    if (!*more) {
        m_untidy.erase(quarter);
        m_tidying = false;
    }
    return *more || !m_untidy.empty();
}

Result<void> Archive::saveConversation(const Conversation &conversation)
{
    return outcomeOf(m_database.run(QStringLiteral("INSERT INTO conversation(id, title, title_is_manual, pinned, created_at, updated_at, setup, leaf, folder, archived) "
                                              "VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET title=excluded.title, title_is_manual=excluded.title_is_manual, "
                                              "pinned=excluded.pinned, updated_at=excluded.updated_at, setup=excluded.setup, leaf=excluded.leaf, "
                                              "folder=excluded.folder, archived=excluded.archived"),
        {toDisk(conversation.id), orEmpty(conversation.title), conversation.titleIsManual, conversation.pinned, toDisk(conversation.createdAt),
            toDisk(conversation.updatedAt), setupToJson(conversation), orEmpty(conversation.leaf.text()), orEmpty(conversation.folder), conversation.archived}));
}

Result<void> Archive::removeConversation(const ConversationId &id)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    auto out = SearchIndex(m_database).takeOut(QStringLiteral("conversation=?"), {toDisk(id)});
    if (!out)
        return tl::unexpected(out.error());
    if (auto removed = outcomeOf(m_database.run(QStringLiteral("DELETE FROM conversation WHERE id=?"), {toDisk(id)})); !removed)
        return removed;
    if (auto removed = outcomeOf(m_database.run(QStringLiteral("DELETE FROM draft WHERE conversation IN (?, ?)"), {id.text(), asideOf(id).text()})); !removed)
        return removed;
    // A turn of it that was sent as a batch has all that was said before it.
    if (auto removed = outcomeOf(m_database.run(QStringLiteral("UPDATE batch SET whole=-1 WHERE conversation=?"), {toDisk(id)})); !removed)
        return removed;
    if (auto dropped = dropFiles(); !dropped)
        return dropped;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    m_untidy.merge(*out);
    m_tidying = false;
    // The log of changes still holds what was deleted. A reader may be in the way: the next one takes it along, then.
    (void)m_database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return {};
}

Result<void> Archive::compact()
{
    auto size = m_database.run(QStringLiteral("SELECT page_count * page_size, file FROM pragma_page_count, pragma_page_size, pragma_database_list WHERE name='main'"));
    if (!size)
        return tl::unexpected(size.error());
    if (size->next() && roomAt(size->value(1).toString()) < 2 * size->value(0).toLongLong()) { // a copy, and the log of it
        Fault full;
        full.kind = FaultKind::DiskFull;
        return tl::unexpected(full);
    }
    size->finish();
    if (auto packed = outcomeOf(m_database.run(QStringLiteral("VACUUM"))); !packed)
        return packed;
    (void)m_database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return {};
}

Result<void> Archive::eraseAll()
{
    {
        Transaction transaction(m_database);
        if (!transaction.begun())
            return transaction.begun();
        for (const char *table : {"conversation", "draft", "sample", "sample_hour", "flow", "room", "expense", "file", "batch_row", "batch"}) { // the rest goes with them
            if (auto erased = outcomeOf(m_database.run(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)))); !erased)
                return erased;
        }
        if (auto emptied = SearchIndex(m_database).eraseAll(); !emptied)
            return emptied;
        if (auto committed = transaction.commit(); !committed)
            return committed;
    }
    if (auto packed = outcomeOf(m_database.run(QStringLiteral("VACUUM"))); !packed)
        return packed;
    return outcomeOf(m_database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
}

Result<void> Archive::saveDraft(const ConversationId &id, const Writing &writing)
{
    // An empty QString is NULL to QtSql when it is null; the key of the draft of a new conversation is the empty word.
    const QString name = orEmpty(id.text());
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    if (writing.text.isEmpty() && writing.attachments.empty() && writing.instructions.isEmpty()) {
        if (auto removed = saveAttachments(QStringLiteral("draft_attachment"), name, {}); !removed)
            return removed;
        if (auto removed = outcomeOf(m_database.run(QStringLiteral("DELETE FROM draft WHERE conversation=?"), {name})); !removed)
            return removed;
        return transaction.commit();
    }
    if (auto saved = outcomeOf(m_database.run(QStringLiteral("INSERT INTO draft(conversation, text, setup, replaces, cursor) VALUES(?,?,?,?,?) ON CONFLICT(conversation) "
                                                        "DO UPDATE SET text=excluded.text, setup=excluded.setup, replaces=excluded.replaces, cursor=excluded.cursor"),
            {name, orEmpty(writing.text), instructionsToJson(writing.instructions), orEmpty(writing.replaces.text()), orNull(writing.cursor)}));
        !saved)
        return saved;
    if (auto saved = saveAttachments(QStringLiteral("draft_attachment"), name, writing.attachments); !saved)
        return saved;
    return transaction.commit();
}

Result<void> Archive::saveTurn(const TurnState &turn)
{
    return outcomeOf(m_database.run(QStringLiteral("INSERT INTO turn(id, conversation, phase, settled, record) VALUES(?,?,?,?,?) "
                                              "ON CONFLICT(id) DO UPDATE SET phase=excluded.phase, settled=excluded.settled, record=excluded.record"),
        {toDisk(turn.id), toDisk(turn.conversation), nameOf(turn.phase), isSettled(turn.phase), QString::fromUtf8(turnToJson(turn, m_time.now()))}));
}

Result<void> Archive::accept(const Conversation &conversation, const Message &question, const TurnState &turn)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    if (auto saved = saveConversation(conversation); !saved)
        return saved;
    if (auto saved = saveMessage(question); !saved)
        return saved;
    if (auto saved = saveAttachments(QStringLiteral("attachment"), toDisk(question.id), question.attachments); !saved)
        return saved;
    if (auto saved = saveTurn(turn); !saved)
        return saved;
    return transaction.commit();
}

Result<void> Archive::add(const Conversation &conversation, const std::vector<Message> &messages)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    if (auto saved = saveConversation(conversation); !saved)
        return saved;
    for (const Message &message : messages) {
        if (auto saved = saveMessage(message); !saved)
            return saved;
        if (auto saved = saveAttachments(QStringLiteral("attachment"), toDisk(message.id), message.attachments); !saved)
            return saved;
    }
    return transaction.commit();
}

Result<void> Archive::settle(const TurnState &turn, const std::optional<Message> &answer)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    if (answer) {
        if (auto saved = saveWhole(*answer); !saved)
            return saved;
    }
    if (auto saved = saveTurn(turn); !saved)
        return saved;
    return transaction.commit();
}

Result<std::vector<TurnState>> Archive::turns(const QString &condition, const QVariantList &values)
{
    auto query = m_database.run(QStringLiteral("SELECT record FROM turn WHERE %1 ORDER BY id").arg(condition), values);
    if (!query)
        return tl::unexpected(query.error());
    std::vector<TurnState> all;
    while (query->next()) {
        if (auto turn = turnFromJson(query->value(0).toString().toUtf8(), m_time.now(), m_time.wall()))
            all.push_back(std::move(*turn));
    }
    return all;
}

Result<std::vector<TurnState>> Archive::settledTurns(const ConversationId &id)
{
    return turns(QStringLiteral("conversation=? AND settled=1"), {toDisk(id)});
}

Result<Chapter> Archive::chapter(const ConversationId &id)
{
    auto said = messages(id);
    if (!said)
        return tl::unexpected(said.error());
    auto known = settledTurns(id);
    if (!known)
        return tl::unexpected(known.error());
    return Chapter {std::move(*said), std::move(*known)};
}

Result<std::vector<Conversation>> Archive::conversations(const QString &condition, const QVariantList &values)
{
    auto query = m_database.run(QStringLiteral("SELECT id, title, title_is_manual, pinned, created_at, updated_at, setup, leaf, folder, archived FROM conversation WHERE %1").arg(condition), values);
    if (!query)
        return tl::unexpected(query.error());
    std::vector<Conversation> all;
    while (query->next()) {
        Conversation conversation;
        conversation.id = idAt<ConversationId>(query->value(0));
        conversation.title = query->value(1).toString();
        conversation.titleIsManual = query->value(2).toBool();
        conversation.pinned = query->value(3).toBool();
        conversation.createdAt = wallFromDisk(query->value(4));
        conversation.updatedAt = wallFromDisk(query->value(5));
        conversation.leaf = TurnId(query->value(7).toString());
        conversation.folder = query->value(8).toString();
        conversation.archived = query->value(9).toBool();
        setupFromJson(query->value(6).toString(), conversation);
        all.push_back(std::move(conversation));
    }
    return all;
}

Result<Snapshot> Archive::snapshot()
{
    Snapshot snapshot;
    auto known = conversations(QStringLiteral("1"), {});
    if (!known)
        return tl::unexpected(known.error());
    snapshot.conversations = std::move(*known);

    auto unfinished = turns(QStringLiteral("settled=0"), {});
    if (!unfinished)
        return tl::unexpected(unfinished.error());
    snapshot.unfinished = std::move(*unfinished);
    std::set<ConversationId> seen;
    for (const TurnState &turn : snapshot.unfinished) {
        if (!seen.insert(turn.conversation).second)
            continue;
        auto said = messages(turn.conversation);
        if (!said)
            return tl::unexpected(said.error());
        std::move(said->begin(), said->end(), std::back_inserter(snapshot.messages));
    }
    for (TurnState &turn : snapshot.unfinished)
        judgeInterrupted(turn, snapshot.messages);

    auto files = attachments(QStringLiteral("draft_attachment"), QStringLiteral("1"), {});
    if (!files)
        return tl::unexpected(files.error());
    auto query = m_database.run(QStringLiteral("SELECT conversation, text, setup, replaces, cursor FROM draft"));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        const QString name = query->value(0).toString();
        Writing writing {query->value(1).toString(), (*files)[name], instructionsFromJson(query->value(2).toString()), TurnId(query->value(3).toString())};
        if (!query->value(4).isNull())
            writing.cursor = static_cast<qsizetype>(query->value(4).toLongLong());
        snapshot.drafts.emplace_back(ConversationId(name), std::move(writing));
    }
    query->finish();
    if (const auto read = readExpenses(snapshot); !read)
        return tl::unexpected(read.error());
    auto all = batches();
    if (!all)
        return tl::unexpected(all.error());
    std::copy_if(std::make_move_iterator(all->begin()), std::make_move_iterator(all->end()), std::back_inserter(snapshot.batches), isUnderWay);
    return snapshot;
}

} // namespace breakwater
