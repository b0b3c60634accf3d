// SPDX-License-Identifier: GPL-3.0-or-later
// What was paid.
#include "core/store/archive.h"
#include "core/store/columns.h"
#include "core/store/usagejson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace breakwater {

Result<void> Archive::addExpense(const Expense &expense)
{
    QJsonObject usage;
    putUsage(usage, expense.usage);
    return outcomeOf(m_database.run(QStringLiteral("INSERT OR REPLACE INTO expense(turn, attempt, at, conversation, provider, model, usage, dollars) VALUES(?,?,?,?,?,?,?,?)"),
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
