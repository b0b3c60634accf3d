// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rowtable.h"

#include "core/policy/verdict.h"
#include "ui/words/batchwords.h"
#include "ui/words/moneywords.h"
#include "ui/words/usagewords.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace breakwater {

namespace {

constexpr int rowsOfAPage = 200;
constexpr int rowsAround = 100; // that are read before they are seen
constexpr int rowsInMemory = 1000; // before and after those that are seen
constexpr qint64 afterAll = std::numeric_limits<qint64>::max();

std::size_t at(int row)
{
    return static_cast<std::size_t>(row);
}

bool holdsRow(const RowPage &page, qint64 number)
{
    const auto found = std::lower_bound(page.rows.begin(), page.rows.end(), number, [](const RowLine &line, qint64 wanted) { return line.number < wanted; });
    return found != page.rows.end() && found->number == number;
}

} // namespace

RowTable::RowTable(BatchShelf &shelf, CostOf costOf, QObject *parent)
    : QAbstractTableModel(parent)
    , m_shelf(shelf)
    , m_costOf(std::move(costOf))
{
}

void RowTable::show(const BatchId &batch, qint64 rows)
{
    m_batch = batch;
    m_all = rows;
    m_state.reset();
    m_words.clear();
    begin();
}

void RowTable::narrow(std::optional<RowState> state, const QString &words)
{
    if (m_state == state && m_words == words)
        return;
    m_state = state;
    m_words = words;
    begin();
}

/// Rows are numbered from 1, so that of all of them the numbers are known at once.
void RowTable::begin()
{
    beginResetModel();
    ++m_serial;
    m_reading = false;
    m_wantsMore = false;
    m_changedMeanwhile = false;
    m_fault.reset();
    m_kept = 0;
    m_lines.clear();
    m_numbers.clear();
    m_known = 0;
    if (!isNarrowed()) {
        m_numbers.resize(static_cast<std::size_t>(m_all));
        std::iota(m_numbers.begin(), m_numbers.end(), qint64(1));
        m_known = m_all;
    }
    m_firstSeen = 0;
    endResetModel();
    work();
}

void RowTable::refresh()
{
    ++m_age;
    m_fault.reset();
    if (isNarrowed()) {
        if (m_known)
            m_changedMeanwhile = true;
        else
            m_known = m_numbers.empty() ? 0 : m_numbers.back();
    }
    work();
}

void RowTable::setSeen(int first, int last)
{
    m_firstSeen = std::max(0, first);
    m_lastSeen = std::max(m_firstSeen, last);
    work();
}

qint64 RowTable::numberAt(int row) const
{
    return row >= 0 && at(row) < m_numbers.size() ? m_numbers[at(row)] : 0;
}

int RowTable::rowOf(qint64 number) const
{
    const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
    return found != m_numbers.end() && *found == number ? static_cast<int>(found - m_numbers.begin()) : -1;
}

// ---- reading ----

/// One thing at a time: what is seen, what is near it, then what follows.
void RowTable::work()
{
    if (m_reading || m_fault || m_batch.isEmpty())
        return;
    if (const auto after = staleAfter())
        read(*after);
    else if (m_known && (std::exchange(m_wantsMore, false) || isNearTheEnd()))
        read(*m_known);
}

std::optional<qint64> RowTable::staleAfter() const
{
    const auto seen = staleAfter(m_firstSeen, m_lastSeen);
    return seen ? seen : staleAfter(m_firstSeen - rowsAround, m_lastSeen + rowsAround);
}

/// The number after which a page has the first of these rows whose line is missing or old; none: all are known.
std::optional<qint64> RowTable::staleAfter(int first, int last) const
{
    for (int row = std::max(0, first); row <= std::min(last, rowCount() - 1); ++row) {
        const auto found = m_lines.find(m_numbers[at(row)]);
        if (found == m_lines.end() || found->second.age < m_age)
            return row == 0 ? 0 : m_numbers[at(row - 1)];
    }
    return std::nullopt;
}

bool RowTable::isNearTheEnd() const
{
    return m_lastSeen + rowsAround >= rowCount();
}

void RowTable::read(qint64 after)
{
    m_reading = true;
    const QPointer<RowTable> alive(this);
    m_shelf.rowPage(m_batch, {m_state, m_words, after, rowsOfAPage}, [alive, after, serial = m_serial, age = m_age](const Result<RowPage> &page) {
        if (!alive || alive->m_serial != serial)
            return;
        alive->m_reading = false;
        if (page) {
            alive->take(after, *page, age);
            alive->work();
        } else {
            Q_EMIT alive->aboutToMerge();
            alive->m_fault = page.error();
            Q_EMIT alive->merged();
        }
    });
}

/// The row that is kept, whatever the others are narrowed by.
void RowTable::readAlone(qint64 number)
{
    const QPointer<RowTable> alive(this);
    m_shelf.rowPage(m_batch, {{}, {}, number - 1, 1}, [alive, number, serial = m_serial, age = m_age](const Result<RowPage> &page) {
        if (alive && alive->m_serial == serial && page && holdsRow(*page, number))
            alive->takeLines(*page, age);
    });
}

/// The page has all rows after `after` and up to its end that belong here.
void RowTable::take(qint64 after, const RowPage &page, int age)
{
    Q_EMIT aboutToMerge();
    const qint64 until = page.next.value_or(afterAll);
    dropRows(after, until, page);
    insertRows(page);
    takeLines(page, age);
    if (m_kept > after && m_kept <= until && rowOf(m_kept) >= 0 && !holdsRow(page, m_kept)) {
        Kept &kept = m_lines[m_kept];
        kept.line.number = m_kept;
        kept.age = age;
        readAlone(m_kept);
    }
    if (page.next && m_known)
        m_known = std::max(*m_known, until);
    if (!page.next) {
        m_known.reset();
        if (std::exchange(m_changedMeanwhile, false))
            m_known = m_numbers.empty() ? 0 : m_numbers.back();
    }
    forgetFarLines();
    Q_EMIT merged();
}

void RowTable::dropRows(qint64 after, qint64 until, const RowPage &page)
{
    const auto isGone = [&](std::size_t each) { return each < m_numbers.size() && m_numbers[each] <= until && m_numbers[each] != m_kept && !holdsRow(page, m_numbers[each]); };
    const auto offset = [this](std::size_t row) { return m_numbers.begin() + static_cast<std::ptrdiff_t>(row); };
    auto row = static_cast<std::size_t>(std::upper_bound(m_numbers.begin(), m_numbers.end(), after) - m_numbers.begin());
    while (row < m_numbers.size() && m_numbers[row] <= until) {
        std::size_t end = row;
        while (isGone(end))
            ++end;
        if (end == row) {
            ++row;
            continue;
        }
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(end) - 1);
        m_lines.erase(m_lines.lower_bound(m_numbers[row]), m_lines.upper_bound(m_numbers[end - 1]));
        m_numbers.erase(offset(row), offset(end));
        endRemoveRows();
    }
}

void RowTable::insertRows(const RowPage &page)
{
    for (std::size_t each = 0; each < page.rows.size();) {
        const auto place = std::lower_bound(m_numbers.begin(), m_numbers.end(), page.rows[each].number);
        if (place != m_numbers.end() && *place == page.rows[each].number) {
            ++each;
            continue;
        }
        std::vector<qint64> fresh; // that stand together
        for (; each < page.rows.size() && (place == m_numbers.end() || page.rows[each].number < *place); ++each)
            fresh.push_back(page.rows[each].number);
        const int first = static_cast<int>(place - m_numbers.begin());
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        m_numbers.insert(place, fresh.begin(), fresh.end());
        endInsertRows();
    }
}

void RowTable::takeLines(const RowPage &page, int age)
{
    if (page.rows.empty())
        return;
    for (const RowLine &each : page.rows)
        m_lines[each.number] = {each, age};
    const int first = rowOf(page.rows.front().number);
    const int last = rowOf(page.rows.back().number);
    if (first >= 0 && last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, rowColumns - 1));
}

void RowTable::forgetFarLines()
{
    const int first = m_firstSeen - rowsInMemory;
    const int last = m_lastSeen + rowsInMemory;
    if (first > 0 && first < rowCount())
        m_lines.erase(m_lines.begin(), m_lines.lower_bound(m_numbers[at(first)]));
    if (last < rowCount())
        m_lines.erase(m_lines.upper_bound(m_numbers[at(last)]), m_lines.end());
}

bool RowTable::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_known && !m_fault;
}

void RowTable::fetchMore(const QModelIndex &)
{
    m_wantsMore = true;
    work();
}

// ---- what views see ----

int RowTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
}

int RowTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rowColumns;
}

QString RowTable::text(const RowLine &line, int column) const
{
    const bool answered = line.state == RowState::Answered;
    switch (static_cast<Column>(column)) {
    case Label:
        return line.label;
    case Status:
        return line.fault ? batchwords::reason(*line.fault) : batchwords::state(line.state);
    case Answer:
        return line.beginning.simplified();
    case Tokens:
        return answered ? QLocale().toString(line.usage.input.value_or(0) + line.usage.output.value_or(0)) : QString();
    case Cost: {
        const auto dollars = answered ? m_costOf(line.model, line.usage) : std::nullopt;
        return dollars ? money(*dollars) : QString();
    }
    case Number:
    case rowColumns:
        break;
    }
    return QLocale().toString(line.number);
}

QVariant RowTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isFigure = index.column() == Number || index.column() == Tokens || index.column() == Cost;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const auto found = m_lines.find(m_numbers[at(index.row())]);
    if (found == m_lines.end()) // it is on its way
        return role == Qt::DisplayRole && index.column() == Number ? QVariant(QLocale().toString(m_numbers[at(index.row())])) : QVariant();
    const RowLine &line = found->second.line;
    if (role == Qt::DisplayRole)
        return text(line, index.column());
    if (role == Qt::AccessibleTextRole && index.column() == Status && line.fault)
        return tr("%1: %2").arg(batchwords::state(line.state), batchwords::reason(*line.fault));
    if (role == Qt::ToolTipRole && (index.column() == Tokens || index.column() == Cost))
        return line.state == RowState::Answered ? usageWords(line.usage, m_costOf(line.model, line.usage)) : QString();
    if (role == StateRole)
        return static_cast<int>(line.state);
    if (role == MarkRole && line.state == RowState::Answered)
        return static_cast<int>(SampleClass::Answered);
    if (role == MarkRole && line.state == RowState::Failed)
        return static_cast<int>(line.fault ? sampleClass(*line.fault).value_or(SampleClass::ServerError) : SampleClass::ServerError);
    return {};
}

QVariant RowTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column == Number || column == Tokens || column == Cost ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Number:
        return tr("#");
    case Label:
        return tr("Row");
    case Status:
        return tr("Status");
    case Answer:
        return tr("Answer");
    case Tokens:
        return tr("Tokens");
    case Cost:
        return tr("Cost");
    case rowColumns:
        break;
    }
    return {};
}

} // namespace breakwater
