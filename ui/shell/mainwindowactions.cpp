// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's keys and its menu do.
#include "ui/composer/composer.h"
#include "ui/composer/routechip.h"
#include "ui/library/ordermenu.h"
#include "ui/library/sidebar.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/conversationtext.h"
#include "ui/shell/deletion.h"
#include "ui/shell/findbar.h"
#include "ui/shell/header.h"
#include "ui/shell/keyboardlist.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shellbody.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/weatherdock.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transfer/transferdialog.h"
#include "ui/weather/weatherpanel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>

namespace breakwater {

void MainWindow::addActions()
{
    const auto on = [this](QKeySequence keys, const QString &name, auto act) {
        auto *action = new QAction(name, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    on(Qt::CTRL | Qt::Key_N, tr("New conversation"), [this] { showConversation({}); });
    on(Qt::CTRL | Qt::Key_K, tr("Search conversations"), [this] {
        m_body->openSidebar();
        m_sidebar->focusSearch();
    });
    on(Qt::CTRL | Qt::Key_B, tr("Sidebar"), [this] { m_body->toggleSidebar(); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_A, tr("Attach a file"), [this] { m_pane->composer().chooseFiles(); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_O, tr("Outbox"), [this] { showOutbox(); });
    on(Qt::CTRL | Qt::Key_Tab, tr("Next conversation"), [this] { step(1); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, tr("Conversation before"), [this] { step(-1); });
    on(Qt::CTRL | Qt::Key_F, tr("Find in this conversation"), [this] {
        if (m_pages->currentWidget() == m_pane)
            m_pane->findBar().open();
    });
    const auto findOn = [this](void (FindBar::*way)()) {
        if (m_pages->currentWidget() != m_pane)
            return;
        FindBar &find = m_pane->findBar();
        find.isVisible() && !find.text().isEmpty() ? (find.*way)() : find.open();
    };
    on(Qt::Key_F3, tr("Next place"), [findOn] { findOn(&FindBar::next); });
    on(Qt::SHIFT | Qt::Key_F3, tr("Place before"), [findOn] { findOn(&FindBar::previous); });
    on(Qt::CTRL | Qt::Key_I, tr("Flight record of the last turn"), [this] { showFlightRecord(m_pane->lastTurn()); });
    on(Qt::Key_F9, tr("Weather panel"), [this] { m_weather->toggle(); });
    on(Qt::SHIFT | Qt::Key_F9, tr("Weather in its own window"), [this] { m_weather->toggleOwnWindow(); });
    on(Qt::CTRL | Qt::Key_Comma, tr("Preferences"), [this] { Q_EMIT preferencesWanted({}); });
    on(Qt::CTRL | Qt::Key_Slash, tr("Keyboard"), [this] { showKeys(); });
    on(Qt::Key_Escape, tr("Stop"), [this] { escape(); });
    on(Qt::CTRL | Qt::Key_R, tr("Try now"), [this] { m_pane->tryNow(); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_R, tr("Use the next route now"), [this] { m_pane->useNext(); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_K, tr("Keep in the outbox"), [this] { m_pane->keep(); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_C, tr("Copy the last answer"), [this] { m_pane->transcript().copyLastAnswer(); });
    on(Qt::CTRL | Qt::Key_M, tr("Choose model or chain"), [this] {
        if (m_pages->currentWidget() == m_pane)
            m_pane->composer().chip().openMenu();
    });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_I, tr("Instructions"), [this] {
        if (m_pages->currentWidget() == m_pane)
            m_pane->editInstructions();
    });
    for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Equal})
        on(Qt::CTRL | key, tr("Larger text"), [this] { m_pane->transcript().zoomBy(1); });
    on(Qt::CTRL | Qt::Key_Minus, tr("Smaller text"), [this] { m_pane->transcript().zoomBy(-1); });
    on(Qt::CTRL | Qt::Key_0, tr("Usual text"), [this] { m_pane->transcript().zoomBy(0); });
    on(Qt::Key_F2, tr("Rename"), [this] { renameCurrent(); });
    on(Qt::Key_F6, tr("Next part of the window"), [this] { movePane(1); });
    on(Qt::SHIFT | Qt::Key_F6, tr("Part of the window before"), [this] { movePane(-1); });
    connect(m_header, &Header::findWanted, this, [this] { m_pane->findBar().open(); });
}

void MainWindow::openMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ConversationId id = m_pane->conversation();
    const Conversation *conversation = m_pages->currentWidget() == m_pane ? m_services.library.conversation(id) : nullptr;
    const auto keys = [](QKeySequence sequence) -> QString { return QLatin1Char('\t') + sequence.toString(QKeySequence::NativeText); };
    if (m_pages->currentWidget() == m_pane)
        menu->addAction(tr("Instructions…") + keys(Qt::CTRL | Qt::SHIFT | Qt::Key_I), m_pane, &ConversationPane::editInstructions);
    if (conversation != nullptr) {
        menu->addAction(tr("Rename\tF2"), this, [this] { renameCurrent(); });
        addOrderActions(*menu, m_services.library, id, [this](const Conversation &changed) { edit(changed); });
        menu->addSeparator();
        menu->addAction(tr("New conversation that begins like this"), this, [this] { fork(m_pane->lastTurn()); });
        menu->addAction(tr("Copy as Markdown"), this, [this] { copyConversation(); });
        if (m_services.transfer != nullptr)
            menu->addAction(tr("Export…"), this, [this, id] { exportConversation(id); });
        menu->addSeparator();
        menu->addAction(tr("Delete"), this, [this, id] { m_deletion->remove(id); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    if (m_services.transfer != nullptr) {
        menu->addAction(tr("Import…"), this, &MainWindow::importConversations);
        menu->addAction(tr("Export all…"), this, &MainWindow::exportAll);
        menu->addSeparator();
    }
    menu->addAction(tr("Preferences") + keys(Qt::CTRL | Qt::Key_Comma), this, [this] { Q_EMIT preferencesWanted({}); });
    menu->addAction(tr("Keyboard") + keys(Qt::CTRL | Qt::Key_Slash), this, [this] { showKeys(); });
    const QWidget *button = m_header->moreButton();
    menu->popup(button->mapToGlobal(QPoint(button->width() - menu->sizeHint().width(), button->height() + 4)));
}

/// What lies on top goes first; then the answer that arrives stops.
void MainWindow::escape()
{
    if (m_body->closeOverlay())
        return;
    if (m_pane->findBar().hasFocusInside()) {
        m_pane->findBar().close();
        return;
    }
    if (m_pages->currentWidget() == m_outboxPage) {
        showConversation(m_pane->conversation());
        m_pane->focusComposer();
        return;
    }
    if (m_pane->composer().edit().hasFocus() && m_pane->dropVersion())
        return;
    if (m_pane->stop())
        return;
    m_pane->findBar().close();
    m_pane->focusComposer();
}

void MainWindow::step(int by)
{
    if (const ConversationId id = m_sidebar->neighbour(m_pane->conversation(), by); !id.isEmpty())
        showConversation(id);
}

/// Sidebar, transcript, composer, weather, status; what is not there is passed over.
void MainWindow::movePane(int by)
{
    struct Part
    {
        QWidget *area;
        QWidget *target;
    };
    std::vector<Part> parts;
    if (m_body->sidebarVisible())
        parts.push_back({m_sidebar, &m_sidebar->view()});
    if (m_pages->currentWidget() == m_pane) {
        if (m_pane->transcript().isVisible())
            parts.push_back({&m_pane->transcript(), &m_pane->transcript()});
        parts.push_back({&m_pane->composer(), &m_pane->composer().edit()});
    } else {
        parts.push_back({m_outboxPage, &m_outboxPage->view()});
    }
    if (m_weather->isVisible() && !m_weather->isOwnWindow())
        parts.push_back({m_weather->panel(), m_weather->panel()});
    parts.push_back({m_status, nullptr});

    const QWidget *focus = QApplication::focusWidget();
    const auto count = static_cast<int>(parts.size());
    int at = by > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        const QWidget *area = parts[static_cast<std::size_t>(i)].area;
        if (focus != nullptr && (area == focus || area->isAncestorOf(focus)))
            at = i;
    }
    const Part &next = parts[static_cast<std::size_t>(((at + by) % count + count) % count)];
    if (next.area == m_sidebar)
        m_sidebar->focusList();
    else if (next.target == nullptr)
        m_status->focusFirst();
    else if (next.target->focusPolicy() != Qt::NoFocus)
        next.target->setFocus(Qt::TabFocusReason);
    else if (QWidget *inside = next.target->nextInFocusChain())
        inside->setFocus(Qt::TabFocusReason);
}

void MainWindow::renameCurrent()
{
    if (m_pages->currentWidget() != m_pane || m_pane->conversation().isEmpty())
        return;
    m_body->openSidebar();
    m_sidebar->rename(m_pane->conversation());
}

void MainWindow::copyConversation() const
{
    if (const Conversation *conversation = m_services.library.conversation(m_pane->conversation()))
        QApplication::clipboard()->setText(conversationAsMarkdown(*conversation, m_services.library.branch(conversation->id)));
}

void MainWindow::importConversations()
{
    if (m_services.transfer != nullptr && !m_transfer)
        m_transfer = new TransferDialog(*m_services.transfer, systemAskForImport(), this);
    if (m_transfer) {
        m_transfer->show();
        m_transfer->raise();
    }
}

void MainWindow::exportAll()
{
    std::vector<ConversationId> all;
    for (const Conversation *each : m_services.library.conversations())
        all.push_back(each->id);
    exportThese(std::move(all), tr("All conversations"));
}

void MainWindow::exportConversation(const ConversationId &id)
{
    if (const Conversation *conversation = m_services.library.conversation(id))
        exportThese({id}, conversation->title);
}

void MainWindow::exportThese(std::vector<ConversationId> conversations, const QString &title)
{
    if (m_services.transfer != nullptr && !m_transfer)
        m_transfer = new TransferDialog(*m_services.transfer, std::move(conversations), title, systemAskForPath(), this);
    if (m_transfer) {
        m_transfer->show();
        m_transfer->raise();
    }
}

void MainWindow::showKeys()
{
    auto *list = new KeyboardList(this);
    list->show();
}

} // namespace breakwater
