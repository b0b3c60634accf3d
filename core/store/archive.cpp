// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"

#include "core/store/backup.h"
#include "core/store/durable.h"
#include "core/store/messagejson.h"
#include "core/store/messagenumber.h"
#include "core/store/names.h"
#include "core/store/schema.h"
#include "core/store/searchindex.h"
#include "core/store/setupjson.h"
#include "core/store/turnjson.h"
#include "core/store/usagejson.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>
#include <set>

namespace breakwater {

namespace {

/// An empty text: QtSql makes NULL of a null one.
QString orEmpty(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

qint64 toDisk(WallTime time)
{
    return time.time_since_epoch().count();
}

WallTime wallFromDisk(const QVariant &value)
{
    return WallTime(std::chrono::milliseconds(value.toLongLong()));
}

template <class Value>
QVariant orNull(const std::optional<Value> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant orNull(const std::optional<Duration> &value)
{
    return value ? QVariant(static_cast<qlonglong>(value->count())) : QVariant();
}

std::optional<Duration> spanFromDisk(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(Duration(value.toLongLong()));
}

QString seamsToDisk(const std::vector<qsizetype> &seams)
{
    QStringList words;
    for (const qsizetype seam : seams)
        words.append(QString::number(seam));
    return words.join(QLatin1Char(' '));
}

std::vector<qsizetype> seamsFromDisk(const QString &text)
{
    std::vector<qsizetype> seams;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        seams.push_back(static_cast<qsizetype>(word.toLongLong()));
    return seams;
}

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

Result<void> done(const Result<QSqlQuery> &query)
{
    return query ? Result<void> {} : tl::unexpected(query.error());
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
    return archive;
}

/// Answers that were growing when the program ended are what came of them: so they are found, and read in one piece.
Result<void> Archive::foldPieces()
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    if (auto out = SearchIndex(m_database).takeOut(QStringLiteral("id IN (SELECT message FROM piece)"), {}); !out)
        return out;
    for (const auto &statement : {QStringLiteral("UPDATE message SET text = text || (SELECT group_concat(text, '') FROM (SELECT text FROM piece WHERE message = message.id "
                                                 "ORDER BY piece.id)) WHERE id IN (SELECT message FROM piece)"),
             QStringLiteral("DELETE FROM piece"), QStringLiteral("UPDATE message SET state='BrokenOff' WHERE indexed=0 AND state='Streaming'")}) {
        if (auto folded = done(m_database.run(statement)); !folded)
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
    if (*some > 0 || m_tidy == Tidy::Done)
        return *some > 0;
    // What was deleted still has its words in old parts of the index.
    const auto more = index.tidySome(m_tidy == Tidy::Due ? SearchIndex::Merge::Begin : SearchIndex::Merge::GoOn);
    m_tidy = more && *more ? Tidy::UnderWay : Tidy::Done;
    return more;
}

Result<void> Archive::saveConversation(const Conversation &conversation)
{
    return done(m_database.run(QStringLiteral("INSERT INTO conversation(id, title, title_is_manual, pinned, created_at, updated_at, setup, leaf, folder, archived) "
                                              "VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET title=excluded.title, title_is_manual=excluded.title_is_manual, "
                                              "pinned=excluded.pinned, updated_at=excluded.updated_at, setup=excluded.setup, leaf=excluded.leaf, "
                                              "folder=excluded.folder, archived=excluded.archived"),
        {conversation.id.text(), orEmpty(conversation.title), conversation.titleIsManual, conversation.pinned, toDisk(conversation.createdAt),
            toDisk(conversation.updatedAt), setupToJson(conversation), orEmpty(conversation.leaf.text()), orEmpty(conversation.folder), conversation.archived}));
}

Result<void> Archive::removeConversation(const ConversationId &id)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    if (auto out = SearchIndex(m_database).takeOut(QStringLiteral("conversation=?"), {id.text()}); !out)
        return out;
    m_tidy = Tidy::Due;
    if (auto removed = done(m_database.run(QStringLiteral("DELETE FROM conversation WHERE id=?"), {id.text()})); !removed)
        return removed;
    if (auto removed = done(m_database.run(QStringLiteral("DELETE FROM draft WHERE conversation IN (?, ?)"), {id.text(), asideOf(id).text()})); !removed)
        return removed;
    if (auto dropped = dropFiles(); !dropped)
        return dropped;
    if (auto committed = transaction.commit(); !committed)
        return committed;
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
    if (auto packed = done(m_database.run(QStringLiteral("VACUUM"))); !packed)
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
        for (const char *table : {"conversation", "draft", "sample", "expense", "file"}) { // the rest goes with them
            if (auto erased = done(m_database.run(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)))); !erased)
                return erased;
        }
        if (auto emptied = done(m_database.run(QStringLiteral("INSERT INTO search(search) VALUES('delete-all')"))); !emptied)
            return emptied;
        if (auto committed = transaction.commit(); !committed)
            return committed;
    }
    if (auto packed = done(m_database.run(QStringLiteral("VACUUM"))); !packed)
        return packed;
    return done(m_database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
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
        if (auto removed = done(m_database.run(QStringLiteral("DELETE FROM draft WHERE conversation=?"), {name})); !removed)
            return removed;
        return transaction.commit();
    }
    if (auto saved = done(m_database.run(QStringLiteral("INSERT INTO draft(conversation, text, setup, replaces, cursor) VALUES(?,?,?,?,?) ON CONFLICT(conversation) "
                                                        "DO UPDATE SET text=excluded.text, setup=excluded.setup, replaces=excluded.replaces, cursor=excluded.cursor"),
            {name, orEmpty(writing.text), instructionsToJson(writing.instructions), orEmpty(writing.replaces.text()), orNull(writing.cursor)}));
        !saved)
        return saved;
    if (auto saved = saveAttachments(QStringLiteral("draft_attachment"), name, writing.attachments); !saved)
        return saved;
    return transaction.commit();
}

Result<void> Archive::saveAttachments(const QString &table, const QString &owner, const std::vector<Attachment> &attachments)
{
    auto known = m_database.run(QStringLiteral("SELECT id FROM %1 WHERE owner=? ORDER BY place").arg(table), {owner});
    if (!known)
        return tl::unexpected(known.error());
    QStringList ids;
    while (known->next())
        ids += known->value(0).toString();
    known->finish();
    QStringList wanted;
    for (const Attachment &attachment : attachments)
        wanted += attachment.id.text();
    if (ids == wanted)
        return {};
    if (table == QLatin1String("attachment")) {
        if (auto out = SearchIndex(m_database).takeOut(QStringLiteral("id=?"), {owner}); !out)
            return out;
    }
    if (auto removed = done(m_database.run(QStringLiteral("DELETE FROM %1 WHERE owner=?").arg(table), {owner})); !removed)
        return removed;
    int place = 0;
    for (const Attachment &attachment : attachments) {
        const QString key = QString::fromLatin1(QCryptographicHash::hash(attachment.data, QCryptographicHash::Sha256).toHex());
        const QByteArray data = attachment.data.isNull() ? QByteArray("") : attachment.data;
        if (auto saved = done(m_database.run(QStringLiteral("INSERT OR IGNORE INTO file(key, data) VALUES(?,?)"), {key, data})); !saved)
            return saved;
        if (auto saved = done(m_database.run(QStringLiteral("INSERT INTO %1(owner, place, id, name, kind, media_type, pages, file) VALUES(?,?,?,?,?,?,?,?)").arg(table),
                {owner, place++, orEmpty(attachment.id.text()), orEmpty(attachment.name), nameOf(attachment.kind), orEmpty(QString::fromLatin1(attachment.mediaType)),
                    orNull(attachment.pages), key}));
            !saved)
            return saved;
    }
    return ids.isEmpty() ? Result<void> {} : dropFiles();
}

/// The bytes that nothing refers to any more.
Result<void> Archive::dropFiles()
{
    return done(m_database.run(QStringLiteral("DELETE FROM file WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.file = file.key) "
                                              "AND NOT EXISTS (SELECT 1 FROM draft_attachment WHERE draft_attachment.file = file.key)")));
}

Result<std::map<QString, std::vector<Attachment>>> Archive::attachments(const QString &table, const QString &condition, const QVariantList &values)
{
    auto query = m_database.run(QStringLiteral("SELECT owner, id, name, kind, media_type, data, pages FROM %1 JOIN file ON file.key = %1.file WHERE %2 ORDER BY owner, place").arg(table, condition), values);
    if (!query)
        return tl::unexpected(query.error());
    std::map<QString, std::vector<Attachment>> all;
    while (query->next()) {
        Attachment attachment;
        attachment.id = AttachmentId(query->value(1).toString());
        attachment.name = query->value(2).toString();
        attachment.kind = valueOf<AttachmentKind>(query->value(3).toString()).value_or(AttachmentKind::Text);
        attachment.mediaType = query->value(4).toString().toLatin1();
        attachment.data = query->value(5).toByteArray();
        if (!query->value(6).isNull())
            attachment.pages = query->value(6).toInt();
        all[query->value(0).toString()].push_back(std::move(attachment));
    }
    return all;
}

/// A free number for a message of that time.
Result<qint64> Archive::numberFor(WallTime at)
{
    const qint64 first = leastNumberAt(at);
    const auto newest = [this](qint64 from, qint64 to) -> Result<std::optional<qint64>> {
        auto query = m_database.run(QStringLiteral("SELECT MAX(number) FROM message WHERE number >= ? AND number < ?"), {from, to});
        if (!query)
            return tl::unexpected(query.error());
        return query->next() && !query->value(0).isNull() ? std::optional(query->value(0).toLongLong()) : std::nullopt;
    };
    qint64 wanted = first;
    for (const qint64 room : {qint64(1), numbersADay, std::numeric_limits<qint64>::max() - first}) {
        const auto known = newest(first, first + room);
        if (!known)
            return tl::unexpected(known.error());
        wanted = *known ? **known + 1 : first;
        if (wanted < first + room)
            break; // else all places of that time are taken
    }
    return wanted;
}

Result<void> Archive::saveMessage(const Message &message)
{
    const QVariantList values {nameOf(message.state), orEmpty(message.text), orEmpty(message.model), toDisk(message.at), message.attempts, message.fellBack,
        static_cast<qlonglong>(message.took.count()), orEmpty(seamsToDisk(message.seams)), orEmpty(message.route.text()), thoughtsToJson(message.thoughts),
        moreToJson(message)};
    if (auto out = SearchIndex(m_database).takeOut(QStringLiteral("id=? AND text<>?"), {message.id.text(), orEmpty(message.text)}); !out)
        return out;
    auto changed = m_database.run(QStringLiteral("UPDATE message SET state=?, text=?, model=?, at=?, attempts=?, fell_back=?, took=?, seams=?, route=?, thoughts=?, more=? WHERE id=?"),
        values + QVariantList {message.id.text()});
    if (!changed || changed->numRowsAffected() > 0)
        return done(changed);
    const auto number = numberFor(message.at);
    if (!number)
        return tl::unexpected(number.error());
    return done(m_database.run(QStringLiteral("INSERT INTO message(state, text, model, at, attempts, fell_back, took, seams, route, thoughts, more, number, id, conversation, turn, after, "
                                              "role) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        values + QVariantList {*number, message.id.text(), message.conversation.text(), orEmpty(message.turn.text()), orEmpty(message.after.text()), nameOf(message.role)}));
}

Result<void> Archive::saveTurn(const TurnState &turn)
{
    return done(m_database.run(QStringLiteral("INSERT INTO turn(id, conversation, phase, settled, record) VALUES(?,?,?,?,?) "
                                              "ON CONFLICT(id) DO UPDATE SET phase=excluded.phase, settled=excluded.settled, record=excluded.record"),
        {turn.id.text(), turn.conversation.text(), nameOf(turn.phase), isSettled(turn.phase), QString::fromUtf8(turnToJson(turn, m_time.now()))}));
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
    if (auto saved = saveAttachments(QStringLiteral("attachment"), question.id.text(), question.attachments); !saved)
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
        if (auto saved = saveAttachments(QStringLiteral("attachment"), message.id.text(), message.attachments); !saved)
            return saved;
    }
    return transaction.commit();
}

Result<void> Archive::beginAnswer(const Message &answer)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    if (auto saved = saveMessage(answer); !saved)
        return saved;
    return transaction.commit();
}

Result<void> Archive::appendPiece(const MessageId &answer, const QString &text)
{
    // Many small commits: safe against the end of the program; a power cut may take the last of them.
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=NORMAL"));
    auto result = done(m_database.run(QStringLiteral("INSERT INTO piece(message, text) VALUES(?,?)"), {answer.text(), text}));
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=FULL"));
    return result;
}

Result<void> Archive::saveThoughts(const MessageId &answer, const std::vector<Thought> &thoughts)
{
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=NORMAL")); // as with a piece of the text
    auto result = done(m_database.run(QStringLiteral("UPDATE message SET thoughts=? WHERE id=?"), {thoughtsToJson(thoughts), answer.text()}));
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=FULL"));
    return result;
}

Result<void> Archive::setAside(const Message &answer)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    if (auto saved = saveWhole(answer); !saved)
        return saved;
    return transaction.commit();
}

Result<void> Archive::saveWhole(const Message &answer)
{
    if (auto saved = saveMessage(answer); !saved)
        return saved;
    return done(m_database.run(QStringLiteral("DELETE FROM piece WHERE message=?"), {answer.id.text()}));
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

Result<void> Archive::addSample(const Sample &sample)
{
    const auto hint = sample.wait ? std::optional(sample.wait->hint) : std::nullopt;
    const auto random = sample.wait ? std::optional(sample.wait->random) : std::nullopt;
    return done(m_database.run(QStringLiteral("INSERT INTO sample(at, route, turn, result, status, first_content, total, wait_hint, wait_random) VALUES(?,?,?,?,?,?,?,?,?)"),
        {toDisk(sample.at), sample.route.text(), sample.turn.text(), nameOf(sample.result), orNull(sample.status), orNull(sample.firstContent),
            static_cast<qlonglong>(sample.total.count()), orNull(hint), orNull(random)}));
}

/// What came of answers that are still growing. There are few: asked for each message, they would cost more than the texts.
Result<QHash<MessageId, QString>> Archive::piecesOf(const ConversationId &id)
{
    auto query = m_database.run(QStringLiteral("SELECT message, piece.text FROM piece CROSS JOIN message ON message.id = piece.message WHERE conversation=? ORDER BY piece.id"), {id.text()});
    if (!query)
        return tl::unexpected(query.error());
    QHash<MessageId, QString> pieces;
    while (query->next())
        pieces[MessageId(query->value(0).toString())] += query->value(1).toString();
    return pieces;
}

Result<std::vector<Message>> Archive::messages(const ConversationId &id)
{
    auto query = m_database.run(QStringLiteral("SELECT id, turn, role, state, text, model, at, attempts, fell_back, took, seams, route, thoughts, more, after "
                                               "FROM message WHERE conversation=? ORDER BY at, number"),
        {id.text()});
    if (!query)
        return tl::unexpected(query.error());
    auto files = attachments(QStringLiteral("attachment"), QStringLiteral("owner IN (SELECT id FROM message WHERE conversation=?)"), {id.text()});
    if (!files)
        return tl::unexpected(files.error());
    const auto pieces = piecesOf(id);
    if (!pieces)
        return tl::unexpected(pieces.error());
    std::vector<Message> messages;
    while (query->next()) {
        Message message;
        message.id = MessageId(query->value(0).toString());
        message.conversation = id;
        message.turn = TurnId(query->value(1).toString());
        message.role = valueOf<Role>(query->value(2).toString()).value_or(Role::User);
        message.state = valueOf<MessageState>(query->value(3).toString()).value_or(MessageState::Complete);
        // What was growing when the program ended is broken off; what came is kept.
        if (message.state == MessageState::Streaming)
            message.state = MessageState::BrokenOff;
        message.text = query->value(4).toString() + pieces->value(message.id);
        message.model = query->value(5).toString();
        message.at = wallFromDisk(query->value(6));
        message.attempts = query->value(7).toInt();
        message.fellBack = query->value(8).toBool();
        message.took = Duration(query->value(9).toLongLong());
        message.seams = seamsFromDisk(query->value(10).toString());
        message.route = RouteId(query->value(11).toString());
        message.thoughts = thoughtsFromJson(query->value(12).toString());
        moreFromJson(query->value(13).toString(), message);
        message.after = TurnId(query->value(14).toString());
        if (const auto found = files->find(message.id.text()); found != files->end())
            message.attachments = std::move(found->second);
        messages.push_back(std::move(message));
    }
    return messages;
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
    return turns(QStringLiteral("conversation=? AND settled=1"), {id.text()});
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
        conversation.id = ConversationId(query->value(0).toString());
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

    constexpr auto kept = std::chrono::hours(24);
    auto query = m_database.run(QStringLiteral("SELECT at, route, turn, result, status, first_content, total, wait_hint, wait_random FROM sample WHERE at >= ? ORDER BY at, id"),
        {toDisk(m_time.wall() - kept)});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        Sample sample;
        sample.at = wallFromDisk(query->value(0));
        sample.route = RouteId(query->value(1).toString());
        sample.turn = TurnId(query->value(2).toString());
        sample.result = valueOf<SampleClass>(query->value(3).toString()).value_or(SampleClass::Answered);
        if (!query->value(4).isNull())
            sample.status = query->value(4).toInt();
        sample.firstContent = spanFromDisk(query->value(5));
        sample.total = Duration(query->value(6).toLongLong());
        if (const auto random = spanFromDisk(query->value(8)))
            sample.wait = SampleWait {spanFromDisk(query->value(7)).value_or(Duration::zero()), *random};
        snapshot.samples.push_back(sample);
    }
    query->finish();

    auto files = attachments(QStringLiteral("draft_attachment"), QStringLiteral("1"), {});
    if (!files)
        return tl::unexpected(files.error());
    query = m_database.run(QStringLiteral("SELECT conversation, text, setup, replaces, cursor FROM draft"));
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
    return snapshot;
}

Result<void> Archive::addExpense(const Expense &expense)
{
    QJsonObject usage;
    putUsage(usage, expense.usage);
    return done(m_database.run(QStringLiteral("INSERT OR REPLACE INTO expense(turn, attempt, at, conversation, provider, model, usage, dollars) VALUES(?,?,?,?,?,?,?,?)"),
        {expense.turn.text(), expense.attempt, toDisk(expense.at), expense.conversation.text(), orEmpty(expense.provider.text()), orEmpty(expense.model),
            QString::fromUtf8(QJsonDocument(usage).toJson(QJsonDocument::Compact)), orNull(expense.dollars)}));
}

Result<std::vector<Expense>> Archive::expenses(const QString &condition, const QVariantList &values)
{
    auto query = m_database.run(QStringLiteral("SELECT turn, attempt, at, conversation, provider, model, usage, dollars FROM expense WHERE %1 ORDER BY at, turn, attempt").arg(condition), values);
    if (!query)
        return tl::unexpected(query.error());
    std::vector<Expense> all;
    while (query->next()) {
        Expense expense {wallFromDisk(query->value(2)), TurnId(query->value(0).toString()), query->value(1).toInt(), ConversationId(query->value(3).toString()),
            ProviderId(query->value(4).toString()), query->value(5).toString(), usageFrom(QJsonDocument::fromJson(query->value(6).toString().toUtf8()).object()), {}};
        if (!query->value(7).isNull())
            expense.dollars = query->value(7).toDouble();
        all.push_back(std::move(expense));
    }
    return all;
}

Result<void> Archive::readExpenses(Snapshot &snapshot)
{
    constexpr auto kept = std::chrono::days(31);
    auto recent = expenses(QStringLiteral("at >= ?"), {toDisk(m_time.wall() - kept)});
    if (!recent)
        return tl::unexpected(recent.error());
    snapshot.expenses = std::move(*recent);
    auto query = m_database.run(QStringLiteral("SELECT conversation, SUM(dollars) FROM expense WHERE dollars IS NOT NULL GROUP BY conversation"));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        snapshot.spent[ConversationId(query->value(0).toString())] = query->value(1).toDouble();
    return {};
}

} // namespace breakwater
