// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spend/ledger.h"

#include <QDateTime>

namespace breakwater {

namespace {

QDate localDay(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).date();
}

void addTo(Total &total, const Total &more)
{
    total.dollars += more.dollars;
    total.attempts += more.attempts;
    total.unpriced += more.unpriced;
    for (const auto count : {&Usage::input, &Usage::output, &Usage::cacheRead, &Usage::cacheWritten, &Usage::thinking}) {
        if (more.usage.*count)
            total.usage.*count = (total.usage.*count).value_or(0) + *(more.usage.*count);
    }
}

} // namespace

Ledger::Ledger(const TimeSource &time, QObject *parent)
    : QObject(parent)
    , m_time(time)
{
}

void Ledger::setDailyLimit(std::optional<double> dollars)
{
    if (m_limit == dollars)
        return;
    m_limit = dollars;
    Q_EMIT limitChanged();
    Q_EMIT changed();
}

void Ledger::beginDay()
{
    Q_EMIT limitChanged();
    Q_EMIT changed();
}

std::optional<double> Ledger::costOf(const Provider &provider, const QString &model, const Usage &usage) const
{
    return provider.simulated ? 0.0 : breakwater::costOf(m_prices, model, usage);
}

bool Ledger::mayCost(const Provider &provider, const QString &model) const
{
    return !provider.simulated && (!isOnThisMachine(provider.baseUrl) || priceOf(m_prices, model, 0) != nullptr);
}

void Ledger::add(const Expense &expense)
{
    count(expense);
    m_conversations[expense.conversation] += expense.dollars.value_or(0.0);
    while (m_days.size() > 1 && m_days.begin()->first.daysTo(today()) >= daysKept)
        m_days.erase(m_days.begin());
    Q_EMIT added(expense);
    Q_EMIT changed();
}

void Ledger::restore(const std::vector<Expense> &expenses, const std::map<ConversationId, double> &conversations)
{
    for (const Expense &expense : expenses)
        count(expense);
    for (const auto &[conversation, dollars] : conversations)
        m_conversations[conversation] += dollars;
    Q_EMIT changed();
}

void Ledger::count(const Expense &expense)
{
    addTo(m_days[localDay(expense.at)][expense.model], {expense.dollars.value_or(0.0), 1, expense.dollars ? 0 : 1, expense.usage});
}

QDate Ledger::today() const
{
    return localDay(m_time.wall());
}

Total Ledger::on(QDate day) const
{
    Total total;
    if (const auto found = m_days.find(day); found != m_days.end()) {
        for (const auto &[model, each] : found->second)
            addTo(total, each);
    }
    return total;
}

std::map<QString, Total> Ledger::byModel(int days) const
{
    std::map<QString, Total> models;
    for (auto day = m_days.upper_bound(today().addDays(-days)); day != m_days.end(); ++day) {
        for (const auto &[model, each] : day->second)
            addTo(models[model], each);
    }
    return models;
}

double Ledger::spentIn(const ConversationId &conversation) const
{
    const auto found = m_conversations.find(conversation);
    return found == m_conversations.end() ? 0.0 : found->second;
}

bool Ledger::isLimitReached() const
{
    return m_limit && on(today()).dollars >= *m_limit;
}

} // namespace breakwater
