// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chat/library.h"
#include "core/chat/searchhit.h"
#include "ui/library/conversationlist.h"
#include "ui/shell/ground.h"

class QListView;
class QStackedWidget;
class QTimer;

namespace breakwater {

class EmptyState;
class HitList;
class OutboxButton;
class SearchField;
class TextLabel;

/// The left side of the window: search, a new conversation, the outbox, and the conversations by day. UI thread.
class Sidebar : public Ground
{
    Q_OBJECT
public:
    Sidebar(const Library &library, const Outbox &outbox, const TimeSource &time, Alarms &alarms, QWidget *parent = nullptr);

    [[nodiscard]] ConversationList &list() const { return *m_list; }
    [[nodiscard]] QListView &view() const { return *m_view; }
    /// Marks a conversation as the one that is open; an empty id marks none.
    void setCurrent(const ConversationId &id);
    /// Marks the outbox as what is open.
    void setOutboxOpen(bool open);
    void setOutboxCount(int count);
    /// Looks into messages; the answer comes later, and never for a wish that a newer one followed.
    using FindMessages = std::function<void(const SearchWish &, std::function<void(const Result<SearchAnswer> &)>)>;
    /// Without it only titles are searched.
    void setFindMessages(FindMessages find) { m_findMessages = std::move(find); }
    [[nodiscard]] HitList &hits() const { return *m_hits; }
    void focusSearch();
    void focusList();
    /// Opens the editor of a title.
    void rename(const ConversationId &id);
    /// The conversation `by` places further down the list, round its ends.
    [[nodiscard]] ConversationId neighbour(const ConversationId &id, int by) const;

Q_SIGNALS:
    /// `stay`: the person walks through the list with the keys; the focus stays there.
    void conversationChosen(const breakwater::ConversationId &id, bool stay);
    /// A message that was found is to be shown.
    void hitChosen(const breakwater::SearchHit &hit);
    void newWanted();
    void outboxWanted();
    void toggleWanted();
    void renameWanted(const breakwater::ConversationId &id, const QString &title);
    /// It shall be pinned, archived or in a folder, or no longer.
    void orderWanted(const breakwater::Conversation &conversation);
    void exportWanted(const breakwater::ConversationId &id);
    void deleteWanted(const breakwater::ConversationId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTop();
    void buildList();
    void openMenu(const QPoint &place);
    void toggleFold(const QModelIndex &heading);
    void search(const QString &text);
    void searchMessages();
    void showFound();
    void selectCurrent();

    const Library &m_library;
    ConversationList *m_list;
    SearchField *m_search;
    OutboxButton *m_outboxButton;
    QListView *m_view;
    TextLabel *m_hitsTitle;
    HitList *m_hits;
    EmptyState *m_nothing;
    QStackedWidget *m_pages;
    QWidget *m_top;
    QTimer *m_pause; ///< between the last key and a look into the messages
    FindMessages m_findMessages;
    ConversationId m_current;
    bool m_searchFailed = false; ///< in the messages
    bool m_choosing = true;
};

} // namespace breakwater
