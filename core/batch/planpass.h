// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchplan.h"

namespace breakwater {

/// Where the rows of a batch stand.
struct RowFiles
{
    QStringList paths; ///< one CSV or JSONL file of rows; or many, each of which is a row
    bool rowForEach = false;
    friend bool operator==(const RowFiles &, const RowFiles &) = default;
};

/// One time through the rows of files, from the first to the last, as a plan. Opens them when the first row is wanted, so
/// that nothing blocks before. Belongs to one thread at a time; blocks to read.
class PlanPass
{
public:
    PlanPass(BatchOrder order, RowFiles files);

    /// BatchPlan::next.
    [[nodiscard]] std::vector<PlannedRow> next(int most);
    [[nodiscard]] const PlanFacts &facts() const { return m_plan ? m_plan->facts() : m_none; }
    /// What rows have values for; empty before `next`.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// A mark of all rows so far: another pass that comes to another one met other rows. Means nothing outside this run.
    [[nodiscard]] size_t mark() const { return m_mark; }

private:
    void begin();

    BatchOrder m_order;
    RowFiles m_files;
    std::optional<BatchPlan> m_plan; // none: not begun
    PlanFacts m_none;
    QStringList m_names;
    size_t m_mark = 0;
};

} // namespace breakwater
