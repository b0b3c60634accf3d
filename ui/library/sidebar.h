// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chat/library.h"
#include "core/chat/searchhit.h"
#include "ui/library/conversationlist.h"
#include "ui/library/filtermenu.h"
#include "ui/shell/ground.h"

class QListView;
class QStackedWidget;
class QTimer;

namespace breakwater {

class ConversationView;
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
    [[nodiscard]] QListView &view() const;
    /// Marks a conversation as the one that is open; an empty id marks none.
    void setCurrent(const ConversationId &id);
    /// Marks the outbox as what is open.
    void setOutboxOpen(bool open);
    void setOutboxCount(int count);
    /// Looks into messages; the answer comes later, and never for a wish that a newer one followed.
    using FindMessages = std::function<void(const SearchWish &, std::function<void(const Result<SearchAnswer> &)>)>;
    /// Without it only titles are searched.
    void setFindMessages(FindMessages find) { m_findMessages = std::move(find); }
    /// What there is to narrow a search to, besides folders and the models of what was found; asked when it is wanted.
    void setChoices(std::function<SearchChoices()> choices) { m_choices = std::move(choices); }
    [[nodiscard]] SearchOrder order() const { return m_order; }
    void setOrder(SearchOrder order);
    [[nodiscard]] HitList &hits() const { return *m_hits; }
    [[nodiscard]] SearchField &searchField() const { return *m_search; }
    void focusSearch();
    /// As if a person typed it.
    void searchFor(const QString &text);
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
    void openMenu(const QModelIndex &index, const QPoint &place);
    void toggleFold(const QModelIndex &heading);
    void search(const QString &text);
    void searchMessages();
    void showFound();
    void showNothing();
    void showAnswer(const Result<SearchAnswer> &answer);
    void openFilters();
    void act();
    void selectCurrent();

    const Library &m_library;
    const TimeSource &m_time;
    ConversationList *m_list;
    SearchField *m_search;
    OutboxButton *m_outboxButton;
    ConversationView *m_view;
    TextLabel *m_hitsTitle;
    HitList *m_hits;
    EmptyState *m_nothing;
    QStackedWidget *m_pages;
    QWidget *m_top;
    QTimer *m_pause; ///< between the last key and a look into the messages
    QTimer *m_again; ///< until what was written last is searched too
    FindMessages m_findMessages;
    std::function<SearchChoices()> m_choices;
    SearchOrder m_order = SearchOrder::NewestFirst;
    QStringList m_modelsFound; ///< in this run
    ConversationId m_current;
    bool m_answered = false; ///< the messages were searched for what is typed
    bool m_searchFailed = false; ///< in the messages
    bool m_more = false; ///< older messages were not looked into
    bool m_behind = false; ///< nor the last ones
    bool m_choosing = true;
};

} // namespace breakwater
