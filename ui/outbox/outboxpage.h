// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"
#include "core/turn/outbox.h"
#include "ui/outbox/outboxlist.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QListView;
class QStackedWidget;

namespace breakwater {

class Button;
class OutboxDetail;
class TextLabel;

/// The turns that wait, and one of them beside the list. Tells the Outbox what a person wishes. UI thread.
class OutboxPage : public QWidget
{
    Q_OBJECT
public:
    OutboxPage(const Library &library, Outbox &outbox, const TimeSource &time, std::function<const RouteTable &()> routes, QWidget *parent = nullptr);

    [[nodiscard]] OutboxList &list() const { return *m_list; }
    [[nodiscard]] QListView &view() const { return *m_view; }
    void select(const TurnId &id);

Q_SIGNALS:
    /// The text of a turn goes back to the composer; the turn is cancelled by whoever takes it.
    void editWanted(const breakwater::TurnId &id);
    void flightRecordWanted(const breakwater::TurnId &id);
    void conversationWanted(const breakwater::ConversationId &id);

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

    const Library &m_library;
    Outbox &m_outbox;
    const TimeSource &m_time;
    std::function<const RouteTable &()> m_routes;
    OutboxList *m_list;
    QListView *m_view;
    QWidget *m_head;
    TextLabel *m_count;
    Button *m_sendAll;
    OutboxDetail *m_detail;
    QBoxLayout *m_columns = nullptr; ///< the list, and the detail beside or below it
    QStackedWidget *m_pages;
    TurnId m_selected;
    QTimer m_second; ///< countdowns, while visible
};

} // namespace breakwater
