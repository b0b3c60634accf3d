// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"
#include "core/batch/batchparts.h"
#include "core/batch/markset.h"
#include "core/batch/rowsource.h"
#include "core/chat/prompttemplate.h"
#include "core/spend/price.h"
#include "core/wire/dialect.h"

#include <map>

namespace breakwater {

/// What is asked, once for each row.
struct BatchOrder
{
    QString prompt; ///< with "{{variables}}"
    Ask ask; ///< the rest of a request: `said` is filled in
    std::optional<qint64> window; ///< tokens that the model takes; none: it is not known
    Prices prices;
    BatchLimits limits;
};

/// A row that will be asked.
struct PlannedRow
{
    BatchRow row;
    int part = 1; ///< it goes with
    qint64 line = 1; ///< of its file
    QString prompt; ///< filled in
    qint64 tokens = 0; ///< of the whole request, roughly
    friend bool operator==(const PlannedRow &, const PlannedRow &) = default;
};

/// What is known of a plan so far.
struct PlanFacts
{
    qint64 rows = 0; ///< that will be asked
    std::vector<qint64> parts; ///< how many rows each has
    qint64 bytes = 0; ///< of all bodies
    qint64 tokens = 0; ///< of all requests, roughly
    qint64 alike = 0; ///< rows that ask what a row before them asks word for word
    /// Dollars at half the price: without any answer, and with each as long as it may be. None: no price is known.
    std::optional<double> least;
    std::optional<double> most;
    std::map<RowTrouble, qint64> troubles; ///< how many rows have each
    std::vector<RowProblem> problems; ///< the first of them, in the order of the file
    QStringList missing; ///< variables that some row has no value for
    double progress = 0.0; ///< 0 to 1
    bool isWhole = false; ///< all rows were read
    [[nodiscard]] qint64 leftOut() const;
};

/// Makes requests of the rows of a file, some at a time, so that who calls stays responsive. The same order and the same
/// file give the same plan: it is made once to be shown, and again to be written down. The first slice is the preview.
///
/// Memory: one slice, and some 32 bytes for each row. Belongs to one thread at a time; does not block but to read.
class BatchPlan
{
public:
    /// Problems that are kept: a person mends the file and tries again.
    static constexpr std::size_t mostProblems = 100;
    /// A slice ends early where its rows have this many bytes: each may have megabytes.
    static constexpr qint64 sliceBytes = qint64(8) * 1024 * 1024;

    BatchPlan(BatchOrder order, std::unique_ptr<RowSource> source);

    /// Reads up to `most` more rows of the file, and gives those that will be asked. Empty does not mean the end:
    /// `isOver` does.
    [[nodiscard]] std::vector<PlannedRow> next(int most);
    [[nodiscard]] bool isOver() const { return m_facts.isWhole; }
    [[nodiscard]] const PlanFacts &facts() const { return m_facts; }

private:
    void note(const RowProblem &problem);
    [[nodiscard]] std::optional<RowProblem> valueMissing(const SourceRow &row);
    [[nodiscard]] std::variant<PlannedRow, RowProblem> plan(SourceRow row);
    void place(PlannedRow &row);

    BatchOrder m_order;
    PromptTemplate m_template;
    std::unique_ptr<RowSource> m_source;
    PlanFacts m_facts;
    qint64 m_systemTokens = 0;
    PartFilling m_filling;
    MarkSet m_asked; // a mark of each request: the same for those that are alike
};

/// What a batch has for one request: the body of a Messages request without `stream`. Pure.
[[nodiscard]] QByteArray paramsFor(const Ask &ask);

} // namespace breakwater
