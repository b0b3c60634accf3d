// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/sidebar.h"

#include "core/chat/searchtyping.h"
#include "ui/keyboard/keysinforce.h"
#include "ui/library/conversationdelegate.h"
#include "ui/library/conversationview.h"
#include "ui/library/hitlist.h"
#include "ui/library/ordermenu.h"
#include "ui/library/outboxbutton.h"
#include "ui/library/searchfield.h"
#include "ui/shell/emptystate.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int searchPause = 120; // milliseconds after the last key
constexpr int searchAgain = 2'000; // milliseconds until the index may have more
constexpr int mostMeasured = 40; // rows; more of them than a window has room for

} // namespace

Sidebar::Sidebar(const Library &library, const Outbox &outbox, const TimeSource &time, Alarms &alarms, QWidget *parent)
    : Ground(&Tokens::sidebar, Qt::RightEdge, parent)
    , m_library(library)
    , m_time(time)
    , m_list(new ConversationList(library, outbox, time, alarms, this))
    , m_search(new SearchField(tr("Search"), tr("Search conversations"), ShellCommand::SearchMessages, this))
    , m_outboxButton(new OutboxButton(this))
    , m_view(new ConversationView(*m_list, this))
    , m_hitsTitle(new TextLabel(TextRole::MicroStrong, &Tokens::text3, tr("Messages"), this))
    , m_hits(new HitList(time, this))
    , m_nothing(new EmptyState(Icon::Search, {}, {}, this))
    , m_pages(new QStackedWidget(this))
    , m_top(new QWidget(this))
    , m_pause(new QTimer(this))
    , m_again(new QTimer(this))
{
    setAccessibleName(tr("Conversations"));
    buildTop();
    buildList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    auto *row = new QVBoxLayout;
    row->setContentsMargins(8, 0, 7, 6);
    row->addWidget(m_outboxButton);
    layout->addLayout(row);
    layout->addWidget(m_pages, 1);

    connect(m_outboxButton, &QAbstractButton::clicked, this, [this] {
        m_outboxButton->setChecked(true); // a second click does not close it
        Q_EMIT outboxWanted();
    });
    connect(m_list, &ConversationList::renameWanted, this, &Sidebar::renameWanted);
    connect(m_list, &ConversationList::refreshed, this, &Sidebar::selectCurrent);
}

void Sidebar::buildTop()
{
    auto *menu = new IconButton(Icon::Menu, {}, m_top);
    nameWithKeys(menu, tr("Hide the sidebar"), ShellCommand::Sidebar);
    connect(menu, &IconButton::clicked, this, &Sidebar::toggleWanted);
    auto *compose = new IconButton(Icon::Compose, {}, m_top);
    nameWithKeys(compose, tr("New conversation"), ShellCommand::NewConversation);
    connect(compose, &IconButton::clicked, this, &Sidebar::newWanted);
    connect(m_search, &QLineEdit::textChanged, this, &Sidebar::search);
    m_pause->setSingleShot(true);
    m_pause->setInterval(searchPause);
    connect(m_pause, &QTimer::timeout, this, &Sidebar::searchMessages);
    m_again->setSingleShot(true);
    m_again->setInterval(searchAgain);
    connect(m_again, &QTimer::timeout, this, &Sidebar::searchMessages);
    connect(m_search, &SearchField::filterWanted, this, &Sidebar::openFilters);
    connect(m_nothing, &EmptyState::acted, this, &Sidebar::act);
    connect(m_search, &SearchField::downPressed, this, [this] {
        if (m_list->rowCount() > 0) {
            focusList();
        } else if (m_hits->isVisible()) {
            m_hits->setFocus(Qt::TabFocusReason);
            m_hits->setCurrentIndex(m_hits->hits().index(0, 0));
        } else if (m_nothing->action().isVisible()) {
            m_nothing->action().setFocus(Qt::TabFocusReason);
        }
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        const std::vector<ConversationId> found = m_list->order();
        if (!found.empty() && !m_search->text().isEmpty())
            Q_EMIT conversationChosen(found.front(), false);
        else if (const SearchHit *hit = m_hits->hits().hit(m_hits->hits().index(0, 0)); hit != nullptr && !m_search->text().isEmpty())
            Q_EMIT hitChosen(*hit);
    });
    auto *layout = new QHBoxLayout(m_top);
    layout->setContentsMargins(10, 10, 10, 8);
    layout->setSpacing(4);
    layout->addWidget(menu);
    layout->addWidget(m_search, 1);
    layout->addWidget(compose);
}

void Sidebar::buildList()
{
    m_view->setItemDelegate(new ConversationDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Conversations"));
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    connect(&Theme::instance(), &Theme::changed, m_view, &QListView::doItemsLayout);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        // When the keys come into the list, its first row is the current one, and not chosen yet.
        if (!m_choosing || !m_view->hasFocus() || !m_view->selectionModel()->isSelected(now))
            return;
        if (const ConversationId id = m_list->idAt(now); !id.isEmpty() && id != m_current)
            Q_EMIT conversationChosen(id, true);
    });
    const auto choose = [this](const QModelIndex &index) {
        const bool edited = m_view->indexWidget(index) != nullptr; // the second half of a double click
        if (const ConversationId id = m_list->idAt(index); !id.isEmpty() && !edited)
            Q_EMIT conversationChosen(id, false);
    };
    connect(m_view, &QListView::clicked, this, choose);
    connect(m_view, &QListView::clicked, this, &Sidebar::toggleFold);
    connect(m_view, &ConversationView::dropped, this, [this](const ConversationId &id, const Section &section) {
        if (const Conversation *conversation = m_library.conversation(id))
            Q_EMIT orderWanted(movedTo(*conversation, section));
    });
    auto *found = new QWidget(m_pages);
    auto *layout = new QVBoxLayout(found);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    m_hitsTitle->setContentsMargins(20, 10, 20, 4);
    layout->addWidget(m_hitsTitle);
    layout->addWidget(m_hits, 1);
    layout->addStretch(0); // what a few titles leave, where there are no messages
    m_hitsTitle->hide();
    m_hits->hide();
    connect(m_hits, &HitList::chosen, this, &Sidebar::hitChosen);
    connect(m_hits, &HitList::left, this, [this] { m_list->rowCount() > 0 ? focusList() : focusSearch(); });
    m_pages->addWidget(found);
    m_pages->addWidget(m_nothing);
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::ContextMenu) {
        const auto *asked = static_cast<QContextMenuEvent *>(event);
        const QModelIndex under = m_view->indexAt(asked->pos());
        openMenu(m_list->idAt(under).isEmpty() ? m_view->currentIndex() : under, asked->globalPos());
        return true;
    }
    // The Menu key asks the list itself, wherever the pointer is.
    if (watched == m_view && event->type() == QEvent::ContextMenu) {
        m_view->scrollTo(m_view->currentIndex());
        const QRect row = m_view->visualRect(m_view->currentIndex());
        openMenu(m_view->currentIndex(), m_view->viewport()->mapToGlobal(QPoint(row.left() + 20, row.bottom())));
        return true;
    }
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const ConversationId id = m_list->idAt(m_view->currentIndex());
        const auto fold = static_cast<ConversationList::Fold>(m_view->currentIndex().data(ConversationList::FoldRole).toInt());
        const bool folds = fold == ConversationList::Open && key->key() == Qt::Key_Left;
        const bool opens = fold == ConversationList::Folded && key->key() == Qt::Key_Right;
        const bool either = fold != ConversationList::NoFold && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space);
        if (folds || opens || either) {
            toggleFold(m_view->currentIndex());
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !id.isEmpty()) {
            Q_EMIT conversationChosen(id, false);
            return true;
        }
        if (key->key() == Qt::Key_Delete && !id.isEmpty()) {
            Q_EMIT deleteWanted(id);
            return true;
        }
    }
    return Ground::eventFilter(watched, event);
}

void Sidebar::openMenu(const QModelIndex &index, const QPoint &place)
{
    const ConversationId id = m_list->idAt(index);
    const Conversation *conversation = m_library.conversation(id);
    if (conversation == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename") + QLatin1Char('\t') + keysText(ShellCommand::RenameConversation), this, [this, id] { rename(id); });
    addOrderActions(*menu, m_library, id, [this](const Conversation &changed) { Q_EMIT orderWanted(changed); });
    menu->addSeparator();
    menu->addAction(tr("Export…"), this, [this, id] { Q_EMIT exportWanted(id); });
    menu->addAction(tr("Delete"), this, [this, id] { Q_EMIT deleteWanted(id); });
    menu->popup(place);
}

void Sidebar::toggleFold(const QModelIndex &heading)
{
    const QScopedValueRollback<bool> quiet(m_choosing, false);
    const QPersistentModelIndex place(heading);
    m_list->toggle(heading);
    if (m_view->hasFocus() && place.data(ConversationList::FoldRole).toInt() != ConversationList::NoFold)
        m_view->setCurrentIndex(place); // it stays under the keys
}

void Sidebar::setOrder(SearchOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    searchMessages();
}

void Sidebar::openFilters()
{
    FilterMenu filters;
    filters.typed = m_search->text();
    filters.order = m_order;
    if (m_choices)
        filters.choices = m_choices();
    for (const QString &model : m_modelsFound) {
        if (!filters.choices.models.contains(model))
            filters.choices.models += model;
    }
    filters.choices.folders = foldersOf(m_library);
    filters.today = localTime(m_time.wall()).date();
    filters.type = [this](const QString &text) {
        m_search->setText(text);
        m_search->setFocus(Qt::OtherFocusReason); // the words come next
    };
    filters.setOrder = [this](SearchOrder order) { setOrder(order); };
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Filter the search"));
    filters.fill(*menu);
    const QWidget &button = m_search->filterButton();
    menu->popup(button.mapToGlobal(QPoint(0, button.height() + 4)));
    menu->setActiveAction(menu->actions().value(0)); // the keys go on from here
}

void Sidebar::search(const QString &text)
{
    const QScopedValueRollback<bool> quiet(m_choosing, false);
    m_list->setFilter(text);
    if (m_list->isFiltered())
        m_view->scrollToTop(); // another list
    else if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex());
    m_answered = false;
    m_search->setFiltered(parseSearch(text).hasFilter());
    m_again->stop();
    if (m_findMessages && !parseSearch(text).isEmpty()) {
        m_pause->start(); // what was found stays until then
        if (m_hits->isVisible() || m_list->rowCount() > 0)
            showFound();
        return;
    }
    m_pause->stop();
    m_searchFailed = m_more = m_behind = false;
    m_hits->setHits({});
    showFound();
}

void Sidebar::searchMessages()
{
    const QString text = m_search->text();
    SearchWish wish;
    wish.query = parseSearch(text);
    wish.order = m_order;
    if (!m_findMessages || wish.query.isEmpty())
        return;
    m_findMessages(wish, [this, text, order = m_order](const Result<SearchAnswer> &answer) {
        if (m_search->text() == text && m_order == order) // else another is on its way
            showAnswer(answer);
    });
}

void Sidebar::showAnswer(const Result<SearchAnswer> &answer)
{
    m_answered = true;
    m_searchFailed = !answer;
    m_more = answer && answer->more;
    m_behind = answer && answer->behind;
    QStringList notes;
    if (m_more)
        notes += m_order == SearchOrder::NewestFirst ? tr("There are older ones: type more words, or before: and a day.") : tr("There are more: type more words, or after: and a day.");
    if (m_behind)
        notes += tr("The last messages are still being indexed.");
    const bool some = answer && !answer->hits.empty();
    m_hits->setHits(some ? answer->hits : std::vector<SearchHit> {}, some ? notes : QStringList());
    if (answer) {
        for (const SearchHit &hit : answer->hits) {
            if (!hit.model.isEmpty() && !m_modelsFound.contains(hit.model))
                m_modelsFound += hit.model;
        }
    }
    if (m_behind)
        m_again->start();
    showFound();
}

/// Titles, messages, both, or the word that there is nothing.
void Sidebar::showFound()
{
    const bool typed = !m_search->text().trimmed().isEmpty();
    const bool titles = m_list->rowCount() > 0;
    const bool messages = m_hits->hits().hitCount() > 0;
    m_hitsTitle->setText(messages ? tr("Messages") : m_searchFailed ? tr("The messages could not be searched.") : tr("No messages found"));
    m_hitsTitle->setVisible(messages || m_answered);
    m_hits->setVisible(messages);
    m_view->setVisible(titles || !messages);
    // A few titles leave the room to the messages; many share it with them.
    int room = QWIDGETSIZE_MAX;
    if ((messages || m_answered) && m_list->rowCount() < mostMeasured) {
        room = 2;
        for (int row = 0; row < m_list->rowCount(); ++row)
            room += m_view->sizeHintForRow(row);
    }
    m_view->setMaximumHeight(room);
    const bool nothing = !titles && !messages && typed;
    if (nothing)
        showNothing();
    m_pages->setCurrentIndex(nothing ? 1 : 0);
}

/// Messages are searched along with titles, so there is no button for that: only for what may help.
void Sidebar::showNothing()
{
    const QString text = m_search->text().trimmed();
    const bool filtered = parseSearch(text).hasFilter();
    if (m_searchFailed) {
        m_nothing->setTexts(tr("The messages could not be searched."), tr("No title has “%1”.").arg(text));
        m_nothing->setAction(tr("Search again"));
        return;
    }
    QString sentence = filtered ? tr("Check the spelling, or search without the filters.")
        : m_findMessages        ? tr("It is in no title and in no message. Check the spelling.")
                                : tr("It is in no title. Check the spelling.");
    if (m_more)
        sentence += QLatin1Char(' ') + tr("The oldest messages were not searched.");
    if (m_behind)
        sentence += QLatin1Char(' ') + tr("The last messages are still being indexed.");
    m_nothing->setTexts(tr("Nothing found for “%1”").arg(text), sentence);
    m_nothing->setAction(filtered ? tr("Remove the filters") : QString());
}

/// The button of what says that nothing was found.
void Sidebar::act()
{
    if (m_searchFailed)
        searchMessages();
    else
        m_search->setText(withoutFilters(m_search->text()));
    m_search->setFocus(Qt::OtherFocusReason);
}

QListView &Sidebar::view() const
{
    return *m_view;
}

void Sidebar::setCurrent(const ConversationId &id)
{
    m_current = id;
    selectCurrent();
}

void Sidebar::selectCurrent()
{
    const QScopedValueRollback<bool> quiet(m_choosing, false);
    const QModelIndex index = m_list->indexOf(m_current);
    if (index == m_view->currentIndex() && index.isValid() == m_view->selectionModel()->hasSelection())
        return;
    if (index.isValid())
        m_view->setCurrentIndex(index);
    else
        m_view->selectionModel()->clear();
}

void Sidebar::setOutboxOpen(bool open)
{
    m_outboxButton->setChecked(open);
}

void Sidebar::setOutboxCount(int count)
{
    m_outboxButton->setCount(count);
}

void Sidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Sidebar::searchFor(const QString &text)
{
    m_search->setText(text);
    m_search->setFocus(Qt::OtherFocusReason);
}

void Sidebar::focusList()
{
    m_view->setFocus(Qt::TabFocusReason);
    if (!m_view->currentIndex().isValid()) {
        const std::vector<ConversationId> shown = m_list->order();
        if (!shown.empty())
            m_view->setCurrentIndex(m_list->indexOf(shown.front()));
    }
}

void Sidebar::rename(const ConversationId &id)
{
    const QModelIndex index = m_list->indexOf(id);
    if (!index.isValid())
        return;
    m_view->scrollTo(index);
    m_view->edit(index);
}

ConversationId Sidebar::neighbour(const ConversationId &id, int by) const
{
    const std::vector<ConversationId> shown = m_list->order();
    if (shown.empty())
        return {};
    const auto count = static_cast<std::ptrdiff_t>(shown.size());
    const auto found = std::find(shown.begin(), shown.end(), id);
    const std::ptrdiff_t at = found == shown.end() ? (by > 0 ? -1 : count) : found - shown.begin();
    return shown[static_cast<std::size_t>(((at + by) % count + count) % count)];
}

} // namespace breakwater
