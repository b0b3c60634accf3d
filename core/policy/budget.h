// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>

namespace breakwater {

struct BudgetSettings
{
    double most = 5.0; ///< retries that may be spent at once
    double perMinute = 1.0; ///< retries that come back each minute
    double perAnswer = 0.1; ///< and for each turn answered at its first attempt
    friend bool operator==(const BudgetSettings &, const BudgetSettings &) = default;
};

/// What a Budget hands on to the next run of the program.
struct BudgetMemory
{
    double level = 0.0;
    std::optional<Instant> at; ///< when it held; none: it was never used
    friend bool operator==(const BudgetMemory &, const BudgetMemory &) = default;
};

/// What retries to one provider may spend: a token bucket of retries, not of requests. First attempts are free.
/// Over any time T the withdrawals less refunds are at most most + T * perMinute + answers * perAnswer
/// (Finagle's RetryBudget: ratio and floor in one bucket). A value.
class Budget
{
public:
    explicit Budget(const BudgetSettings &settings = {})
        : m_level(settings.most)
    {
    }
    /// Takes `cost` if it is there.
    [[nodiscard]] bool withdraw(const BudgetSettings &settings, double cost, Instant now);
    /// Gives back a withdrawal whose retry was answered. Once each, and that is the caller's to keep.
    void refund(const BudgetSettings &settings, double cost, Instant now);
    /// One turn was answered at its first attempt.
    void deposit(const BudgetSettings &settings, Instant now);

    [[nodiscard]] double level(const BudgetSettings &settings, Instant now) const;
    /// When `cost` will be there; none if it never can.
    [[nodiscard]] std::optional<Instant> affordableAt(const BudgetSettings &settings, double cost, Instant now) const;

    [[nodiscard]] BudgetMemory remembered() const { return {m_level, m_at}; }
    /// Takes any memory: a level that cannot be is none, a time to come is now.
    [[nodiscard]] static Budget restored(const BudgetMemory &kept, Instant now);

    friend bool operator==(const Budget &, const Budget &) = default;

private:
    void advance(const BudgetSettings &settings, Instant now);

    double m_level;
    std::optional<Instant> m_at; // when m_level held; none before first use
};

} // namespace breakwater
