// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations on their way out of the history and into it.
#include "core/chat/branch.h"
#include "core/store/archive.h"
#include "core/store/idcolumn.h"
#include "core/store/turnjson.h"
#include "core/store/usagejson.h"

#include <QJsonDocument>

#include <set>

namespace breakwater {

Result<std::optional<QVariant>> Archive::one(const QString &statement, const QVariantList &values)
{
    auto query = m_database.run(statement, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? std::optional(query->value(0)) : std::nullopt;
}

Result<std::optional<Parcel>> Archive::parcel(const ConversationId &id)
{
    auto known = conversations(QStringLiteral("id=?"), {toDisk(id)});
    if (!known)
        return tl::unexpected(known.error());
    if (known->empty())
        return std::optional<Parcel>();
    Parcel parcel {std::move(known->front()), {}, {}, {}};
    auto said = messages(id);
    if (!said)
        return tl::unexpected(said.error());
    parcel.messages = std::move(*said);
    auto query = m_database.run(QStringLiteral("SELECT record FROM turn WHERE conversation=? ORDER BY id"), {toDisk(id)});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        parcel.records.push_back(query->value(0).toString().toUtf8());
    auto spent = expenses(QStringLiteral("conversation=?"), {id.text()});
    if (!spent)
        return tl::unexpected(spent.error());
    parcel.expenses = std::move(*spent);
    return std::optional(std::move(parcel));
}

Result<Merged> Archive::merge(const Parcel &parcel)
{
    // A power cut may take the last of many small commits: the import can be done again, and adds what is missing then.
    (void)m_database.run(QStringLiteral("PRAGMA synchronous=NORMAL"));
    const auto careful = qScopeGuard([this] { (void)m_database.run(QStringLiteral("PRAGMA synchronous=FULL")); });
    Transaction transaction(m_database);
    if (!transaction.begun())
        return tl::unexpected(transaction.begun().error());
    Merged merged;
    auto known = conversations(QStringLiteral("id=?"), {toDisk(parcel.conversation.id)});
    if (!known)
        return tl::unexpected(known.error());
    merged.isNew = known->empty();
    merged.conversation = merged.isNew ? parcel.conversation : known->front();
    if (merged.isNew) {
        if (auto saved = saveConversation(merged.conversation); !saved)
            return tl::unexpected(saved.error());
    }
    if (auto saved = mergeMessages(parcel, merged); !saved)
        return tl::unexpected(saved.error());
    if (merged.isNew && merged.added.empty() && !parcel.messages.empty())
        return merged; // all of it is something else's: the transaction ends without it
    if (auto saved = mergeRecords(parcel); !saved)
        return tl::unexpected(saved.error());
    for (const Expense &expense : parcel.expenses) {
        const auto spent = one(QStringLiteral("SELECT 1 FROM expense WHERE turn=? AND attempt=?"), {expense.turn.text(), expense.attempt});
        if (!spent)
            return tl::unexpected(spent.error());
        if (*spent)
            continue;
        if (auto saved = addExpense(expense); !saved)
            return tl::unexpected(saved.error());
        merged.expenses.push_back(expense);
    }
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return merged;
}

Result<void> Archive::mergeMessages(const Parcel &parcel, Merged &merged)
{
    const QVariant id = toDisk(parcel.conversation.id);
    std::set<TurnId> turns; // that begin or go on with what is added
    for (const Message &message : parcel.messages) {
        const auto owner = one(QStringLiteral("SELECT conversation FROM message WHERE id=?"), {toDisk(message.id)});
        if (!owner)
            return tl::unexpected(owner.error());
        const auto turnOwner = one(QStringLiteral("SELECT conversation FROM turn WHERE id=?"), {toDisk(message.turn)});
        if (!turnOwner)
            return tl::unexpected(turnOwner.error());
        if (*owner == id)
            continue;
        if (*owner || turnOwner->value_or(id) != id) {
            merged.skipped.push_back({SkipReason::IdTaken, parcel.conversation.title});
            continue;
        }
        if (auto saved = saveMessage(message); !saved)
            return saved;
        if (auto saved = saveAttachments(QStringLiteral("attachment"), toDisk(message.id), message.attachments); !saved)
            return saved;
        merged.added.push_back(message.id);
        merged.files += static_cast<int>(message.attachments.size());
        turns.insert(message.turn);
    }
    if (merged.isNew || merged.added.empty())
        return {};
    // What is shown goes on to what came after it: nothing else would lead there.
    const auto now = messages(parcel.conversation.id);
    if (!now)
        return tl::unexpected(now.error());
    const TurnTree tree(*now);
    if (!merged.conversation.leaf.isEmpty() && tree.contains(merged.conversation.leaf))
        merged.conversation.leaf = tree.leafOf(merged.conversation.leaf);
    merged.conversation.updatedAt = std::max(merged.conversation.updatedAt, parcel.conversation.updatedAt);
    return saveConversation(merged.conversation);
}

/// A record is what it is, or nothing: whose it is not, or which cannot be read, is left out.
Result<void> Archive::mergeRecords(const Parcel &parcel)
{
    const QVariant id = toDisk(parcel.conversation.id);
    for (const QByteArray &record : parcel.records) {
        auto turn = turnFromJson(record, m_time.now(), m_time.wall());
        if (!turn || turn->conversation != parcel.conversation.id)
            continue;
        const auto known = one(QStringLiteral("SELECT 1 FROM turn WHERE id=?"), {toDisk(turn->id)});
        if (!known)
            return tl::unexpected(known.error());
        const auto question = one(QStringLiteral("SELECT conversation FROM message WHERE id=? AND turn=?"), {toDisk(turn->question), toDisk(turn->id)});
        if (!question)
            return tl::unexpected(question.error());
        if (*known || *question != id)
            continue;
        if (!isSettled(turn->phase)) {
            // It was under way or kept where it comes from: whether it goes from here, too, is for a person to say.
            turn->phase = TurnPhase::Cancelled;
            turn->wait.reset();
            if (auto saved = saveTurn(*turn); !saved)
                return saved;
            continue;
        }
        const auto saved = m_database.run(QStringLiteral("INSERT INTO turn(id, conversation, phase, settled, record) VALUES(?,?,?,1,?)"),
            {toDisk(turn->id), id, QJsonDocument::fromJson(record).object().value(QLatin1String("phase")).toString(), QString::fromUtf8(record)});
        if (!saved)
            return tl::unexpected(saved.error());
    }
    return {};
}

} // namespace breakwater
