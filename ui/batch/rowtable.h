// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchshelf.h"

#include <QAbstractTableModel>

#include <functional>
#include <map>

namespace breakwater {

/// The rows of a batch, as a person narrows them down, read from the shelf as they are looked at. Of a hundred thousand
/// their numbers are in memory, and of those near the ones that are seen a line each. UI thread.
///
/// What lands meanwhile changes lines, and lets rows come and go in their places; the row that is kept stays.
class RowTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Label, Status, Answer, Tokens, Cost, rowColumns };
    enum Role { StateRole = Qt::UserRole, MarkRole };
    /// Dollars for an answer; none: no price is known.
    using CostOf = std::function<std::optional<double>(const QString &model, const Usage &usage)>;

    /// The shelf outlives it.
    RowTable(BatchShelf &shelf, CostOf costOf, QObject *parent = nullptr);

    /// All rows of a batch that has so many.
    void show(const BatchId &batch, qint64 rows);
    /// Those in this state with these words, from the beginning.
    void narrow(std::optional<RowState> state, const QString &words);
    /// Reads again what is seen: rows have changed, or could not be read.
    void refresh();
    /// These rows of the table are seen.
    void setSeen(int first, int last);
    /// The row with this number stays when it belongs to the others no more: it is being read. Zero: none.
    void keep(qint64 number) { m_kept = number; }

    [[nodiscard]] qint64 numberAt(int row) const; ///< zero where there is no such row
    [[nodiscard]] int rowOf(qint64 number) const; ///< -1, as Qt has it: it is not among them
    /// All rows that belong here are known by their numbers.
    [[nodiscard]] bool isWhole() const { return !m_known; }
    /// Why they could not be read.
    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }
    [[nodiscard]] std::size_t linesInMemory() const { return m_lines.size(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// Rows are about to come and go; and have.
    void aboutToMerge();
    void merged();

private:
    /// A line, and how many times rows had changed when it was asked for.
    struct Kept
    {
        RowLine line;
        int age = 0;
    };
    [[nodiscard]] bool isNarrowed() const { return m_state.has_value() || !m_words.isEmpty(); }
    void begin();
    void work();
    [[nodiscard]] std::optional<qint64> staleAfter() const;
    [[nodiscard]] std::optional<qint64> staleAfter(int first, int last) const;
    [[nodiscard]] bool isNearTheEnd() const;
    void read(qint64 after);
    void readAlone(qint64 number);
    void take(qint64 after, const RowPage &page, int age);
    void dropRows(qint64 after, qint64 until, const RowPage &page);
    void insertRows(const RowPage &page);
    void takeLines(const RowPage &page, int age);
    void forgetFarLines();
    [[nodiscard]] QString text(const RowLine &line, int column) const;

    BatchShelf &m_shelf;
    CostOf m_costOf;
    BatchId m_batch;
    qint64 m_all = 0; ///< rows of the batch
    std::optional<RowState> m_state;
    QString m_words;
    std::vector<qint64> m_numbers; ///< ascending
    std::map<qint64, Kept> m_lines;
    std::optional<qint64> m_known = 0; ///< all numbers up to this one are known; none: all are
    bool m_changedMeanwhile = false; ///< rows changed while numbers were still being read
    bool m_wantsMore = false;
    bool m_reading = false;
    std::optional<Fault> m_fault;
    int m_firstSeen = 0;
    int m_lastSeen = 30; ///< until a view says more
    qint64 m_kept = 0;
    int m_age = 0; ///< times that rows changed
    int m_serial = 0; ///< of the query: an answer to an older one is late
};

} // namespace breakwater
