// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/planpass.h"

#include <QFile>

#include <utility>

namespace breakwater {

namespace {

/// Of a file that cannot be opened.
class UnopenedRows final : public RowSource
{
public:
    explicit UnopenedRows(const QString &reason)
        : m_problem(RowProblem {RowTrouble::CannotRead, 0, reason})
    {
    }
    [[nodiscard]] Next next() override
    {
        const auto problem = std::exchange(m_problem, std::nullopt);
        return problem ? Next(*problem) : Next(End {});
    }
    [[nodiscard]] QStringList names() override { return {}; }
    [[nodiscard]] double progress() const override { return 1.0; }

private:
    std::optional<RowProblem> m_problem; // not told yet
};

std::unique_ptr<RowSource> rowsOf(const RowFiles &files)
{
    if (files.rowForEach)
        return fileRows(files.paths);
    auto file = std::make_unique<QFile>(files.paths.value(0));
    if (!file->open(QIODevice::ReadOnly))
        return std::make_unique<UnopenedRows>(file->errorString());
    return rowsFrom(std::move(file));
}

} // namespace

PlanPass::PlanPass(BatchOrder order, RowFiles files)
    : m_order(std::move(order))
    , m_files(std::move(files))
{
}

void PlanPass::begin()
{
    auto rows = rowsOf(m_files);
    m_names = rows->names();
    m_plan.emplace(std::move(m_order), std::move(rows));
}

std::vector<PlannedRow> PlanPass::next(int most)
{
    if (!m_plan)
        begin();
    std::vector<PlannedRow> rows = m_plan->next(most);
    for (const PlannedRow &each : rows)
        m_mark = qHash(each.row.params, m_mark);
    return rows;
}

} // namespace breakwater
