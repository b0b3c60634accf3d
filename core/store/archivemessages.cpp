// SPDX-License-Identifier: GPL-3.0-or-later
// Messages, and answers while they grow.
#include "core/store/archive.h"
#include "core/store/columns.h"
#include "core/store/idcolumn.h"
#include "core/store/messagejson.h"
#include "core/store/messagenumber.h"
#include "core/store/names.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace breakwater {

namespace {

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

} // namespace

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
    if (auto out = SearchIndex(m_database).takeOut(QStringLiteral("id=? AND text<>?"), {toDisk(message.id), orEmpty(message.text)}); !out)
        return tl::unexpected(out.error());
    auto changed = m_database.run(QStringLiteral("UPDATE message SET state=?, text=?, model=?, at=?, attempts=?, fell_back=?, took=?, seams=?, route=?, thoughts=?, more=? WHERE id=?"),
        values + QVariantList {toDisk(message.id)});
    if (!changed || changed->numRowsAffected() > 0)
        return outcomeOf(changed);
    const auto number = numberFor(message.at);
    if (!number)
        return tl::unexpected(number.error());
    return outcomeOf(m_database.run(QStringLiteral("INSERT INTO message(state, text, model, at, attempts, fell_back, took, seams, route, thoughts, more, number, id, conversation, turn, after, "
                                              "role) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        values + QVariantList {*number, toDisk(message.id), toDisk(message.conversation), toDisk(message.turn), toDisk(message.after), nameOf(message.role)}));
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
    auto result = outcomeOf(m_database.run(QStringLiteral("INSERT INTO piece(message, text) VALUES(?,?)"), {toDisk(answer), text}));
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=FULL"));
    return result;
}

Result<void> Archive::saveThoughts(const MessageId &answer, const std::vector<Thought> &thoughts)
{
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=NORMAL")); // as with a piece of the text
    auto result = outcomeOf(m_database.run(QStringLiteral("UPDATE message SET thoughts=? WHERE id=?"), {thoughtsToJson(thoughts), toDisk(answer)}));
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
    return outcomeOf(m_database.run(QStringLiteral("DELETE FROM piece WHERE message=?"), {toDisk(answer.id)}));
}

/// What came of answers that are still growing. There are few: asked for each message, they would cost more than the texts.
Result<QHash<MessageId, QString>> Archive::piecesOf(const ConversationId &id)
{
    auto query = m_database.run(QStringLiteral("SELECT message, piece.text FROM piece CROSS JOIN message ON message.id = piece.message WHERE conversation=? ORDER BY piece.id"), {toDisk(id)});
    if (!query)
        return tl::unexpected(query.error());
    QHash<MessageId, QString> pieces;
    while (query->next())
        pieces[idAt<MessageId>(query->value(0))] += query->value(1).toString();
    return pieces;
}

Result<std::vector<Message>> Archive::messages(const ConversationId &id, std::optional<int> newest)
{
    const int most = newest.value_or(-1); // SQLite: no limit
    auto query = m_database.run(QStringLiteral("SELECT id, turn, role, state, %1, model, at, attempts, fell_back, took, seams, route, thoughts, more, after "
                                               "FROM message WHERE conversation=? ORDER BY at DESC, number DESC LIMIT ?")
                                    .arg(quickText("text")),
        {toDisk(id), most});
    if (!query)
        return tl::unexpected(query.error());
    auto files = attachments(QStringLiteral("attachment"), QStringLiteral("owner IN (SELECT id FROM message WHERE conversation=? ORDER BY at DESC, number DESC LIMIT ?)"), {toDisk(id), most});
    if (!files)
        return tl::unexpected(files.error());
    const auto pieces = piecesOf(id);
    if (!pieces)
        return tl::unexpected(pieces.error());
    std::vector<Message> messages;
    while (query->next()) {
        Message message;
        message.id = idAt<MessageId>(query->value(0));
        message.conversation = id;
        message.turn = idAt<TurnId>(query->value(1));
        message.role = valueOf<Role>(query->value(2).toString()).value_or(Role::User);
        message.state = valueOf<MessageState>(query->value(3).toString()).value_or(MessageState::Complete);
        // What was growing when the program ended is broken off; what came is kept.
        if (message.state == MessageState::Streaming)
            message.state = MessageState::BrokenOff;
        message.text = fromQuickText(query->value(4)) + pieces->value(message.id);
        message.model = query->value(5).toString();
        message.at = wallFromDisk(query->value(6));
        message.attempts = query->value(7).toInt();
        message.fellBack = query->value(8).toBool();
        message.took = Duration(query->value(9).toLongLong());
        message.seams = seamsFromDisk(query->value(10).toString());
        message.route = RouteId(query->value(11).toString());
        message.thoughts = thoughtsFromJson(query->value(12).toString());
        moreFromJson(query->value(13).toString(), message);
        message.after = idAt<TurnId>(query->value(14));
        if (const auto found = files->find(message.id.text()); found != files->end())
            message.attachments = std::move(found->second);
        messages.push_back(std::move(message));
    }
    std::reverse(messages.begin(), messages.end());
    return messages;
}

} // namespace breakwater
