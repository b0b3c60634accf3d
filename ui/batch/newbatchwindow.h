// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batches.h"
#include "core/batch/batchmaker.h"
#include "ui/style/readingorder.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QProgressBar;
class QScrollArea;

namespace breakwater {

class Button;
class EmptyState;
class Ground;
class NewBatchForm;
class NoticeBar;
class PlanFigures;
class RowsPreview;
class TextLabel;

/// Where a batch is written and sent: what is asked, of which rows, who answers; and beside it what that makes. Closed, it
/// keeps what is written. UI thread.
class NewBatchWindow : public QWidget
{
    Q_OBJECT
public:
    /// Borrows all of them; they outlive it.
    NewBatchWindow(Batches &batches, std::function<const RouteTable &()> routes, std::function<const Catalogue &()> catalogue, const Ledger &ledger, const TimeSource &time,
        QWidget *parent = nullptr);
    ~NewBatchWindow() override;

    /// Shows the window with these: one file of rows by its name, or a row for each.
    void openWith(const QStringList &files);
    /// Shows the window with this prompt, in the place of what was written; empty: as it is.
    void openWith(const QString &prompt);
    [[nodiscard]] bool hasPrompt() const;
    /// A batch is being written down: it is gone when the window goes.
    [[nodiscard]] bool isMaking() const;
    /// A file of rows.
    void useFile(const QString &path);
    /// A row for each.
    void useFiles(const QStringList &paths);

    [[nodiscard]] QSize sizeHint() const override { return {1120, 800}; }

Q_SIGNALS:
    /// It is on its way.
    void begun(const breakwater::BatchId &id);

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QWidget *makeFoot();
    void arrange();
    void use(const RowFiles &files);
    void open();
    void readAgain();
    void showRead();
    void showFoot();
    void send();
    void take(const Result<Batch> &made);
    [[nodiscard]] bool hasRoute() const;
    [[nodiscard]] bool mayCost() const;
    /// Why it cannot be sent; empty: it can.
    [[nodiscard]] QString whyNot() const;

    Batches &m_batches;
    std::function<const RouteTable &()> m_routes;
    std::function<const Catalogue &()> m_catalogue;
    const Ledger &m_ledger;
    const TimeSource &m_time;
    BatchMaker m_maker;
    qint64 m_longest = 0; ///< tokens of an answer, of what is read
    NewBatchForm *m_form;
    QBoxLayout *m_columns = nullptr; ///< the form, and the side
    Ground *m_side = nullptr;
    EmptyState *m_nothing = nullptr; ///< in the place of the figures
    PlanFigures *m_figures = nullptr;
    RowsPreview *m_preview = nullptr;
    NoticeBar *m_notice = nullptr;
    QProgressBar *m_progress = nullptr;
    TextLabel *m_state = nullptr;
    Button *m_cancel = nullptr;
    Button *m_send = nullptr;
};

} // namespace breakwater
