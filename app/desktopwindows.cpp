// SPDX-License-Identifier: GPL-3.0-or-later
// How windows come, go and stay out of each other's way.
#include "app/desktop.h"
#include "ui/library/sidebar.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/placement.h"
#include "ui/welcome/welcomeview.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

constexpr QPoint besideStep(32, 32); // between two windows, so that both titles can be seen

} // namespace

DeskWindow &Desktop::addWindow(int number)
{
    m_windows.insert(m_windows.begin(), std::make_unique<DeskWindow>(m_engine, services(), number));
    DeskWindow &made = *m_windows.front();
    connectWindow(made);
    for (const auto &[keptAs, writing] : m_drafts)
        made.restoreDraft(keptAs, writing);
    takeGeneral();
    return made;
}

void Desktop::connectWindow(DeskWindow &made)
{
    MainWindow *window = &made.window();
    window->installEventFilter(this);
    window->setWindowWith([this](const ConversationId &conversation) { return windowWith(conversation); });
    connect(&made, &DeskWindow::draftChanged, this, [this, &made](const ConversationId &keptAs, const Writing &writing) { keepDraft(made, keptAs, writing); });
    connect(window, &MainWindow::conversationOpened, this, [this](const ConversationId &id) {
        for (const auto &each : m_windows)
            each->window().sidebar().list().setUnread(id, false);
    });
    connect(window, &MainWindow::newWindowWanted, this, &Desktop::openWindow);
    connect(window, &MainWindow::preferencesWanted, this, &Desktop::showPreferences);
    connect(window, &MainWindow::settingWanted, this, &Desktop::showSetting);
    connect(window, &MainWindow::keepPromptWanted, this, &Desktop::keepPrompt);
    connect(window, &MainWindow::weatherShown, this, &Desktop::takeWeatherShown);
    connect(window, &MainWindow::weatherExportWanted, this, &Desktop::askWhereToExport);
    connect(&window->outboxPage().list(), &OutboxList::refreshed, this, &Desktop::refreshTray);
    connect(window, &MainWindow::closing, this, [this, &made] { windowCloses(made); });
    connect(window, &MainWindow::stays, this, [this] {
        m_restarts = false;
        takeGeneral();
    });
    connect(window, &MainWindow::quitWanted, this, &Desktop::quitWanted);
}

/// The smallest one that no open window has.
int Desktop::freeNumber() const
{
    int number = 1;
    while (std::any_of(m_windows.begin(), m_windows.end(), [number](const auto &each) { return each->number() == number; }))
        ++number;
    return number;
}

MainWindow *Desktop::windowWith(const ConversationId &conversation) const
{
    const auto found = std::find_if(m_windows.begin(), m_windows.end(), [&conversation](const auto &each) { return each->window().currentConversation() == conversation; });
    return found == m_windows.end() ? nullptr : &(*found)->window();
}

/// Writes it down, and tells the other windows, in case the conversation is opened there next.
void Desktop::keepDraft(const DeskWindow &whose, const ConversationId &keptAs, const Writing &writing)
{
    m_drafts[keptAs] = writing;
    m_engine.saveDraft(keptAs, writing);
    for (const auto &each : m_windows) {
        if (each.get() != &whose)
            each->restoreDraft(keptAs, writing);
    }
}

void Desktop::openWindow()
{
    showBeside(addWindow(freeNumber()).window());
    window().bringToFront();
}

/// As the one that was used last looks, a step beside it.
void Desktop::showBeside(MainWindow &made)
{
    const MainWindow &used = m_windows.size() > 1 ? m_windows[1]->window() : made;
    made.restoreLayout(used.saveLayout());
    if (!used.isMaximized() && !used.isFullScreen())
        made.move(used.pos() + besideStep);
    keepOnScreen(made);
    made.show();
}

/// The last window goes with the program, or is hidden; another one just goes.
void Desktop::windowCloses(DeskWindow &closing)
{
    saveLayout();
    if (m_windows.size() > 1 && !closing.window().isQuitting())
        return drop(closing);
    std::vector<MainWindow *> others;
    for (const auto &each : m_windows) {
        if (each.get() != &closing)
            others.push_back(&each->window());
    }
    for (MainWindow *each : others)
        each->close(); // asks nothing while it is not the last one
    if (std::exchange(m_restarts, false))
        Q_EMIT restartWanted();
}

/// It is in the midst of closing: it goes when that is over.
void Desktop::drop(const DeskWindow &closed)
{
    const auto found = std::find_if(m_windows.begin(), m_windows.end(), [&closed](const auto &each) { return each.get() == &closed; });
    if (found == m_windows.end())
        return;
    m_closed.push_back(std::move(*found));
    m_windows.erase(found);
    QMetaObject::invokeMethod(this, [this] { m_closed.clear(); }, Qt::QueuedConnection);
    takeGeneral();
    takeWeatherShown();
}

/// The status pages are read while somebody looks at the weather.
void Desktop::takeWeatherShown()
{
    m_engine.statusPages().setWanted(std::any_of(m_windows.begin(), m_windows.end(), [](const auto &each) { return each->window().weatherVisible(); }));
}

/// The welcome covers its window, whatever its size. Which window was used last is what it is told of being active.
bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_welcome && watched == m_welcome->parent())
        m_welcome->setGeometry(m_welcome->parentWidget()->rect());
    if (event->type() == QEvent::WindowActivate) {
        const auto used = std::find_if(m_windows.begin(), m_windows.end(), [watched](const auto &each) { return &each->window() == watched; });
        if (used != m_windows.end())
            std::rotate(m_windows.begin(), used, used + 1);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace breakwater
