// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/provider.h"
#include "core/spend/expense.h"
#include "core/spend/price.h"

#include <QDate>
#include <QObject>

#include <map>

namespace breakwater {

/// Expenses added up.
struct Total
{
    double dollars = 0.0;
    int attempts = 0;
    int unpriced = 0; ///< of these: their price is not known
    Usage usage;
    friend bool operator==(const Total &, const Total &) = default;
};

/// What was spent, and how much of it may be: prices, the sums of the last month by day and model, and the person's own
/// limit for a day (by the local calendar). Keeps no copy on disk: who listens to `added` does. UI thread.
class Ledger final : public QObject
{
    Q_OBJECT
public:
    /// Days that are told apart.
    static constexpr int daysKept = 31;

    /// Borrows the clock; it outlives the ledger.
    explicit Ledger(const TimeSource &time, QObject *parent = nullptr);

    void setPrices(Prices prices) { m_prices = std::move(prices); }
    /// Dollars; none: as much as it takes.
    void setDailyLimit(std::optional<double> dollars);
    [[nodiscard]] const Prices &prices() const { return m_prices; }
    [[nodiscard]] std::optional<double> dailyLimit() const { return m_limit; }

    /// Dollars for `usage` at `provider`. The built-in provider costs nothing.
    [[nodiscard]] std::optional<double> costOf(const Provider &provider, const QString &model, const Usage &usage) const;

    /// Asking this model there may cost something: not the built-in provider, nor a server on this machine without a price.
    [[nodiscard]] bool mayCost(const Provider &provider, const QString &model) const;

    void add(const Expense &expense);
    /// Another day began: its limit counts from nothing.
    void beginDay();
    /// Expenses of earlier runs, those of the last `daysKept` days, and what each conversation cost in all.
    void restore(const std::vector<Expense> &expenses, const std::map<ConversationId, double> &conversations);

    [[nodiscard]] QDate today() const;
    [[nodiscard]] Total on(QDate day) const;
    /// By model, of the `days` days up to today.
    [[nodiscard]] std::map<QString, Total> byModel(int days) const;
    /// Dollars.
    [[nodiscard]] double spentIn(const ConversationId &conversation) const;
    /// Today's limit is reached: nothing goes out before the person says so.
    [[nodiscard]] bool isLimitReached() const;

Q_SIGNALS:
    void added(const breakwater::Expense &expense);
    /// The limit is another one, or counts anew.
    void limitChanged();
    /// A sum or the limit is another one.
    void changed();

private:
    void count(const Expense &expense);

    const TimeSource &m_time;
    Prices m_prices = usualPrices();
    std::optional<double> m_limit;
    std::map<QDate, std::map<QString, Total>> m_days;
    std::map<ConversationId, double> m_conversations;
};

} // namespace breakwater
