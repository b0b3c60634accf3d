// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batches.h"
#include "ui/batch/batchbanner.h"
#include "ui/batch/batchport.h"
#include "ui/style/readingorder.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace breakwater {

class BatchHead;
class EmptyState;
class RowDetail;
class RowTable;
class RowView;
class StateFilter;

/// The results of one batch: its rows, one of them whole, and what may be done with them. A window; Esc closes it, Ctrl F
/// searches. Follows the batch while it is open; what lands does not move what is read. UI thread.
class BatchWindow : public QWidget
{
    Q_OBJECT
public:
    /// All outlive it.
    BatchWindow(Batches &batches, const Ledger &ledger, const BatchPort &port, std::function<const RouteTable &()> routes, const TimeSource &time, QWidget *parent = nullptr);

    using QWidget::show;
    /// Fills the window; does not open it.
    void show(const BatchId &id);
    [[nodiscard]] const BatchId &batch() const { return m_id; }

Q_SIGNALS:
    /// A row was made one, or is a turn of it.
    void conversationWanted(const breakwater::ConversationId &id);

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Question { None, Cancel, Delete };

    void build();
    [[nodiscard]] QWidget *buildRows();
    void take(const BatchId &id);
    void refreshHead();
    void refreshBanner();
    void refreshRows();
    void refreshPages();
    void narrow();
    void follow();
    void showRow(qint64 number);
    void readRow();
    void place();
    void openRow();
    void backToRows();
    void ask(Question question);
    [[nodiscard]] std::optional<BatchBanner::Content> questionOf(const Batch &batch);
    [[nodiscard]] std::optional<BatchBanner::Content> noticeOf(const Batch &batch);
    void decide(PartPhase phase, void (Batches::*choice)(const BatchId &, int));
    void openExportMenu();
    void exportTo(RowFormat format, std::optional<RowState> state);
    void openConversation(qint64 row);
    void say(const QString &sentence);
    [[nodiscard]] FaultContext context() const;
    [[nodiscard]] std::optional<double> costOf(const QString &model, const Usage &usage) const;

    Batches &m_batches;
    const Ledger &m_ledger;
    BatchPort m_port;
    std::function<const RouteTable &()> m_routes;
    const TimeSource &m_time;
    BatchId m_id;
    RowCounts m_counts; ///< as the rows were last read
    Question m_question = Question::None;
    bool m_readsRow = false; ///< in the place of the table, where there is no room for both
    qint64 m_row = 0; ///< that is shown whole, or is being read; zero: none
    BatchHead *m_head;
    BatchBanner *m_banner;
    QLabel *m_said;
    QLineEdit *m_search;
    StateFilter *m_filter;
    QBoxLayout *m_narrowing; ///< the search, and the states beside or below it
    RowTable *m_rows;
    RowView *m_view;
    RowDetail *m_detail;
    QBoxLayout *m_columns; ///< the table, and the row beside or below it
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QTimer m_typing;
    QTimer m_landing;
    QTimer m_patience; ///< of a search that finds nothing yet
    QTimer m_beat; ///< a second, while something is awaited and the window is open
};

} // namespace breakwater
