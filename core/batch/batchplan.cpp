// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchplan.h"

#include "core/batch/batchcost.h"
#include "core/chat/contextfit.h"
#include "core/wire/anthropic.h"

#include <QJsonDocument>

#include <numeric>
#include <utility>

namespace breakwater {

namespace {

constexpr qsizetype longestLabel = 80; // letters

QString firstWords(const QString &text)
{
    return text.left(4 * longestLabel).simplified().left(longestLabel);
}

QString labelOf(const SourceRow &row, const QStringList &variables, const QString &prompt)
{
    if (!row.name.isEmpty())
        return firstWords(row.name);
    QStringList said;
    for (const QString &name : variables) {
        const QString words = firstWords(row.values.value(name));
        if (!words.isEmpty())
            said.append(words);
    }
    return said.isEmpty() ? firstWords(prompt) : said.join(QStringLiteral(" · ")).left(longestLabel);
}

void addTo(std::optional<double> &sum, std::optional<double> more)
{
    sum = sum && more ? std::optional(*sum + *more) : std::nullopt;
}

} // namespace

qint64 PlanFacts::leftOut() const
{
    return std::accumulate(troubles.begin(), troubles.end(), qint64(0), [](qint64 sum, const auto &each) {
        return sum + (endsTheRows(each.first) || each.first == RowTrouble::TooManyTokens ? 0 : each.second);
    });
}

BatchPlan::BatchPlan(BatchOrder order, std::unique_ptr<RowSource> source)
    : m_order(std::move(order))
    , m_template(m_order.prompt)
    , m_source(std::move(source))
    , m_systemTokens(roughTokens(m_order.ask.system))
    , m_filling(m_order.limits)
{
    m_order.ask.said.assign(1, Said {});
    m_facts.least = m_facts.most = batchCostOf(m_order.prices, m_order.ask.model, {0, 0});
}

std::vector<PlannedRow> BatchPlan::next(int most)
{
    std::vector<PlannedRow> rows;
    qint64 bytes = 0;
    for (int looked = 0; looked < most && bytes < sliceBytes && !m_facts.isWhole; ++looked) {
        auto read = m_source->next();
        if (std::holds_alternative<RowSource::End>(read)) {
            m_facts.isWhole = true;
        } else if (const auto *problem = std::get_if<RowProblem>(&read)) {
            note(*problem);
        } else {
            auto planned = plan(std::move(std::get<SourceRow>(read)));
            if (const auto *why = std::get_if<RowProblem>(&planned)) {
                note(*why);
                continue;
            }
            rows.push_back(std::move(std::get<PlannedRow>(planned)));
            place(rows.back());
            bytes += rows.back().row.params.size();
        }
    }
    m_facts.progress = m_facts.isWhole ? 1.0 : m_source->progress();
    return rows;
}

void BatchPlan::note(const RowProblem &problem)
{
    ++m_facts.troubles[problem.trouble];
    if (m_facts.problems.size() < mostProblems)
        m_facts.problems.push_back(problem);
}

/// The first variable that the row has no value for. An empty value is one.
std::optional<RowProblem> BatchPlan::valueMissing(const SourceRow &row)
{
    std::optional<RowProblem> problem;
    for (const QString &name : m_template.variables()) {
        if (row.values.contains(name))
            continue;
        if (!problem)
            problem = RowProblem {RowTrouble::NoValue, row.line, name};
        if (!m_facts.missing.contains(name))
            m_facts.missing.append(name);
    }
    return problem;
}

std::variant<PlannedRow, RowProblem> BatchPlan::plan(SourceRow row)
{
    if (auto problem = valueMissing(row))
        return *problem;
    PlannedRow planned;
    planned.line = row.line;
    planned.prompt = m_template.filledIn(row.values);
    if (planned.prompt.trimmed().isEmpty() && row.attachments.empty())
        return RowProblem {RowTrouble::BlankPrompt, row.line};
    planned.tokens = std::accumulate(row.attachments.begin(), row.attachments.end(), m_systemTokens + roughTokens(planned.prompt),
        [](qint64 sum, const Attachment &each) { return sum + tokensIn(each); });
    planned.row.label = labelOf(row, m_template.variables(), planned.prompt);
    Said &said = m_order.ask.said.front();
    said.text = planned.prompt;
    said.attachments = std::move(row.attachments);
    planned.row.params = paramsFor(m_order.ask);
    const qint64 bytes = bytesAroundRequests + bytesOfRequest(planned.row.params.size());
    if (bytes > m_order.limits.bytes)
        return RowProblem {RowTrouble::TooManyBytes, row.line, {}, bytes, m_order.limits.bytes};
    return planned;
}

/// Gives the row its number and its part, and counts it.
void BatchPlan::place(PlannedRow &row)
{
    row.part = m_filling.partFor(row.row.params.size());
    m_facts.parts.resize(static_cast<std::size_t>(row.part));
    ++m_facts.parts.back();
    row.row.number = ++m_facts.rows;
    m_facts.bytes += bytesOfRequest(row.row.params.size());
    m_facts.tokens += row.tokens;
    m_facts.alike += m_asked.insert(qHash(row.row.params)) ? 0 : 1;
    addTo(m_facts.least, batchCostOf(m_order.prices, m_order.ask.model, {row.tokens, 0}));
    addTo(m_facts.most, batchCostOf(m_order.prices, m_order.ask.model, {row.tokens, m_order.ask.mostTokens}));
    if (m_order.window && row.tokens > *m_order.window)
        note({RowTrouble::TooManyTokens, row.line, {}, row.tokens, *m_order.window});
}

QByteArray paramsFor(const Ask &ask)
{
    return QJsonDocument(anthropic::messageBody(ask)).toJson(QJsonDocument::Compact);
}

} // namespace breakwater
