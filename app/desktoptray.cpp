// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the tray, and what it leads to.
#include "app/desktop.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/mainwindow.h"

namespace breakwater {

void Desktop::connectTray()
{
    connect(&m_tray, &TrayIcon::showWanted, this, &Desktop::raise);
    connect(&m_tray, &TrayIcon::toggleWanted, this, [this] {
        if (!window().isVisible() || !window().isActiveWindow())
            raise();
        else if (m_windows.size() == 1 && m_engine.settings().preferences.general.whenClosed == WhenClosed::KeepRunning)
            window().close(); // hides it
        else
            window().showMinimized(); // a click never quits, and closes none of several
    });
    connect(&m_tray, &TrayIcon::newConversationWanted, this, [this] { fulfil(WindowWish::NewConversation); });
    connect(&m_tray, &TrayIcon::outboxWanted, this, [this] {
        raise();
        window().showOutbox();
    });
    connect(&m_tray, &TrayIcon::quitWanted, this, [this] { window().quit(); });
    connect(&m_tray, &TrayIcon::shownChanged, this, [this](bool shown) {
        takeGeneral();
        if (!shown && m_started && window().isHidden())
            window().show(); // there is no other way back
    });
    connect(&m_engine.health(), &HealthLog::changed, this, &Desktop::refreshTray);
    refreshTray();
}

void Desktop::refreshTray()
{
    m_tray.setWeather(m_engine.health().sea().state);
    m_tray.setWaiting(window().outboxPage().list().waiting());
}

} // namespace breakwater
