// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batches.h"
#include "core/chat/library.h"
#include "core/turn/outbox.h"
#include "ui/outbox/outboxlist.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QListView;
class QStackedWidget;

namespace breakwater {

class BatchDetail;
class Button;
class OutboxDetail;
class TextLabel;

/// What waits, and one turn or batch of it beside the list. Tells the Outbox and the Batches what a person wishes. UI thread.
class OutboxPage : public QWidget
{
    Q_OBJECT
public:
    /// `batches` may be null: then there are none.
    OutboxPage(const Library &library, Outbox &outbox, Batches *batches, const TimeSource &time, std::function<const RouteTable &()> routes, QWidget *parent = nullptr);

    [[nodiscard]] OutboxList &list() const { return *m_list; }
    [[nodiscard]] QListView &view() const { return *m_view; }
    void select(const TurnId &id);
    void select(const BatchId &id);

Q_SIGNALS:
    /// The text of a turn goes back to the composer; the turn is cancelled by whoever takes it.
    void editWanted(const breakwater::TurnId &id);
    void flightRecordWanted(const breakwater::TurnId &id);
    void conversationWanted(const breakwater::ConversationId &id);
    /// A person deleted it; `Outbox::undoCancel` brings it back.
    void removed(const breakwater::TurnId &id);
    void preferencesWanted(const QString &page);
    void newBatchWanted();
    /// To see its rows.
    void batchWanted(const breakwater::BatchId &id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openMenu(const QPoint &at);
    void refresh();
    void placeDetail();
    void showCurrent();
    void sendNow(const TurnId &id);
    void remove(const TurnId &id);
    void buildHead();
    void buildView();
    void select(const QModelIndex &row);
    void offerAnswers();
    void act(const QModelIndex &row);

    const Library &m_library;
    Outbox &m_outbox;
    Batches *m_batches;
    const TimeSource &m_time;
    std::function<const RouteTable &()> m_routes;
    OutboxList *m_list;
    QListView *m_view;
    QWidget *m_head;
    TextLabel *m_waiting;
    TextLabel *m_count;
    Button *m_newBatch;
    Button *m_sendAll;
    OutboxDetail *m_detail;
    BatchDetail *m_batchDetail;
    QBoxLayout *m_columns = nullptr; ///< the list, and the detail beside or below it
    QStackedWidget *m_pages;
    TurnId m_selected;
    BatchId m_selectedBatch;
    std::vector<BatchId> m_offered; ///< batches whose row has a button for their answers
    QTimer m_second; ///< countdowns, while visible
};

} // namespace breakwater
