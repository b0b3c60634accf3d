// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's keys and its menu do.
#include "ui/composer/composer.h"
#include "ui/composer/routechip.h"
#include "ui/keyboard/keysinforce.h"
#include "ui/library/ordermenu.h"
#include "ui/library/sidebar.h"
#include "ui/outbox/outboxpage.h"
#include "ui/palette/commandpalette.h"
#include "ui/prompts/promptmenu.h"
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
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>

namespace breakwater {

void MainWindow::addActions()
{
    for (const ShellCommand command : shellCommands()) {
        auto *action = new QAction(nameOf(command), this);
        followKeys(action, command);
        connect(action, &QAction::triggered, this, [this, command] { run(command); });
        addAction(action);
    }
    auto *escapes = new QAction(this); // always the same, so no command
    escapes->setShortcut(Qt::Key_Escape);
    connect(escapes, &QAction::triggered, this, &MainWindow::escape);
    addAction(escapes);
    connect(m_header, &Header::findWanted, this, [this] { m_pane->findBar().open(); });
}

void MainWindow::run(ShellCommand command)
{
    const bool conversing = m_pages->currentWidget() == m_pane;
    const auto find = [this, conversing](void (FindBar::*way)()) {
        if (!conversing)
            return;
        FindBar &bar = m_pane->findBar();
        bar.isVisible() && !bar.text().isEmpty() ? (bar.*way)() : bar.open();
    };
    switch (command) {
    case ShellCommand::NewConversation:
        return showConversation({});
    case ShellCommand::Palette:
        return openPalette();
    case ShellCommand::SearchMessages:
        m_body->openSidebar();
        return m_sidebar->focusSearch();
    case ShellCommand::NextConversation:
        return step(1);
    case ShellCommand::PreviousConversation:
        return step(-1);
    case ShellCommand::RenameConversation:
        return renameCurrent();
    case ShellCommand::Instructions:
        if (conversing)
            m_pane->editInstructions();
        return;
    case ShellCommand::AttachFile:
        return m_pane->composer().chooseFiles();
    case ShellCommand::Prompts:
        if (conversing)
            m_pane->composer().prompts().openMenu();
        return;
    case ShellCommand::ChooseModel:
        if (conversing)
            m_pane->composer().chip().openMenu();
        return;
    case ShellCommand::TryNow:
        return m_pane->tryNow();
    case ShellCommand::UseNextRoute:
        return m_pane->useNext();
    case ShellCommand::KeepInOutbox:
        return m_pane->keep();
    case ShellCommand::NewBatch:
        return newBatch();
    case ShellCommand::CopyLastAnswer:
        return m_pane->transcript().copyLastAnswer();
    case ShellCommand::FlightRecord:
        return showFlightRecord(m_pane->lastTurn());
    case ShellCommand::FindHere:
        if (conversing)
            m_pane->findBar().open();
        return;
    case ShellCommand::FindNext:
        return find(&FindBar::next);
    case ShellCommand::FindPrevious:
        return find(&FindBar::previous);
    case ShellCommand::LargerText:
        return m_pane->transcript().zoomBy(1);
    case ShellCommand::SmallerText:
        return m_pane->transcript().zoomBy(-1);
    case ShellCommand::UsualText:
        return m_pane->transcript().zoomBy(0);
    case ShellCommand::NewWindow:
        Q_EMIT newWindowWanted();
        return;
    case ShellCommand::Sidebar:
        return m_body->toggleSidebar();
    case ShellCommand::Outbox:
        return showOutbox();
    case ShellCommand::WeatherPanel:
        return m_weather->toggle();
    case ShellCommand::WeatherWindow:
        return m_weather->toggleOwnWindow();
    case ShellCommand::NextPart:
        return movePane(1);
    case ShellCommand::PreviousPart:
        return movePane(-1);
    case ShellCommand::Preferences:
        Q_EMIT preferencesWanted({});
        return;
    case ShellCommand::Keyboard:
        return showKeys();
    case ShellCommand::Quit:
        return quit();
    }
}

/// Whether it would do anything now.
bool MainWindow::canRun(ShellCommand command) const
{
    const bool conversing = m_pages->currentWidget() == m_pane;
    const ConversationId &here = m_pane->conversation();
    switch (command) {
    case ShellCommand::Instructions:
    case ShellCommand::AttachFile:
    case ShellCommand::Prompts:
    case ShellCommand::ChooseModel:
    case ShellCommand::FindHere:
    case ShellCommand::FindNext:
    case ShellCommand::FindPrevious:
        return conversing;
    case ShellCommand::RenameConversation:
        return conversing && !here.isEmpty();
    case ShellCommand::CopyLastAnswer:
        return conversing && !m_services.library.messages(here).empty();
    case ShellCommand::TryNow:
    case ShellCommand::UseNextRoute:
    case ShellCommand::KeepInOutbox:
        return conversing && m_services.outbox.active(here) != nullptr;
    case ShellCommand::NewBatch:
        return m_services.batches != nullptr;
    case ShellCommand::FlightRecord:
        return m_services.outbox.turn(m_pane->lastTurn()) != nullptr;
    case ShellCommand::NextConversation:
    case ShellCommand::PreviousConversation:
        return !m_sidebar->neighbour(here, 1).isEmpty();
    case ShellCommand::NewConversation:
    case ShellCommand::Palette:
    case ShellCommand::SearchMessages:
    case ShellCommand::LargerText:
    case ShellCommand::SmallerText:
    case ShellCommand::UsualText:
    case ShellCommand::NewWindow:
    case ShellCommand::Sidebar:
    case ShellCommand::Outbox:
    case ShellCommand::WeatherPanel:
    case ShellCommand::WeatherWindow:
    case ShellCommand::NextPart:
    case ShellCommand::PreviousPart:
    case ShellCommand::Preferences:
    case ShellCommand::Keyboard:
    case ShellCommand::Quit:
        return true;
    }
    return true;
}

/// What leads where it already is, or would do nothing now, is not offered.
void MainWindow::openPalette()
{
    if (m_palette && m_palette->isVisible()) {
        m_palette->field().setFocus(Qt::ShortcutFocusReason);
        return;
    }
    constexpr std::size_t mostRecent = 7;
    std::vector<PaletteItem> items;
    for (const Conversation *each : m_services.library.conversations()) {
        if (each->id != m_pane->conversation() || m_pages->currentWidget() != m_pane)
            items.push_back({PaletteItem::Kind::Conversation, each->id.text(), each->title, each->folder, {}});
    }
    const std::size_t recent = std::min(items.size(), mostRecent);
    for (const ShellCommand command : shellCommands()) {
        if (command != ShellCommand::Palette && canRun(command))
            items.push_back({PaletteItem::Kind::Command, idOf(command), nameOf(command), nameOf(groupOf(command)), keysText(command)});
    }
    if (m_services.prompts && m_pages->currentWidget() == m_pane) {
        for (const Prompt &each : m_services.prompts())
            items.push_back({PaletteItem::Kind::Prompt, each.text, each.name, promptNameFrom(each.text), {}});
    }
    m_palette = new CommandPalette(std::move(items), recent, this);
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::go);
    // Making the pages whose names they are takes a moment: the field is there first.
    if (m_services.settings)
        QTimer::singleShot(0, m_palette, [this] { m_palette->add(m_services.settings()); });
}

void MainWindow::go(const PaletteItem &item)
{
    switch (item.kind) {
    case PaletteItem::Kind::Conversation:
        showConversation(ConversationId(item.id));
        m_pane->focusComposer();
        return;
    case PaletteItem::Kind::Command:
        if (const auto command = shellCommand(item.id))
            run(*command);
        return;
    case PaletteItem::Kind::Prompt:
        m_pane->composer().prompts().use({item.title, item.id});
        return;
    case PaletteItem::Kind::Setting:
        Q_EMIT settingWanted(item.id);
        return;
    case PaletteItem::Kind::Search:
        m_body->openSidebar();
        m_sidebar->searchFor(item.id);
        return;
    }
}

void MainWindow::openMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ConversationId id = m_pane->conversation();
    const Conversation *conversation = m_pages->currentWidget() == m_pane ? m_services.library.conversation(id) : nullptr;
    const auto keyed = [](const QString &name, ShellCommand command) -> QString { return name + QLatin1Char('\t') + keysText(command); };
    if (m_pages->currentWidget() == m_pane)
        menu->addAction(keyed(tr("Instructions…"), ShellCommand::Instructions), m_pane, &ConversationPane::editInstructions);
    if (conversation != nullptr) {
        menu->addAction(keyed(tr("Rename"), ShellCommand::RenameConversation), this, [this] { renameCurrent(); });
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
    menu->addAction(keyed(nameOf(ShellCommand::NewWindow), ShellCommand::NewWindow), this, [this] { Q_EMIT newWindowWanted(); });
    menu->addAction(keyed(tr("Preferences"), ShellCommand::Preferences), this, [this] { Q_EMIT preferencesWanted({}); });
    menu->addAction(keyed(tr("Keyboard"), ShellCommand::Keyboard), this, [this] { showKeys(); });
    menu->addSeparator();
    menu->addAction(keyed(nameOf(ShellCommand::Quit), ShellCommand::Quit), this, &MainWindow::quit);
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
    ConversationId id = m_pane->conversation();
    for (std::size_t tries = m_services.library.conversations().size(); tries > 0; --tries) {
        id = m_sidebar->neighbour(id, by);
        if (id.isEmpty() || otherWith(id) == nullptr)
            break;
    }
    if (!id.isEmpty() && otherWith(id) == nullptr) // what another window has is passed over
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
    else if (const std::vector<QWidget *> stops = tabStopsIn(*next.target); !stops.empty())
        stops.front()->setFocus(Qt::TabFocusReason);
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
    connect(list, &KeyboardList::changeWanted, this, [this] { Q_EMIT preferencesWanted(QStringLiteral("keyboard")); });
    list->show();
}

} // namespace breakwater
