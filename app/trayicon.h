// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/weather.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <functional>
#include <memory>

namespace breakwater {

/// Breakwater's icon in the tray of the desktop: the sea in its picture and in words, and a menu. UI thread.
///
/// Trays come and go (a panel crashes, an extension is switched off), and nothing tells: it looks every few seconds.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    /// `isAvailable` tells whether the desktop has a tray now.
    explicit TrayIcon(std::function<bool()> isAvailable = &QSystemTrayIcon::isSystemTrayAvailable, QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Whether a person wants it; it is shown while there is a tray.
    void setWanted(bool wanted);
    [[nodiscard]] bool isShown() const { return m_wanted && m_there; }
    void setWeather(SeaState sea);
    /// Turns in the outbox.
    void setWaiting(int turns);
    /// Looks for the tray; by itself every few seconds while the icon is wanted.
    void look();
    [[nodiscard]] QMenu &menu() { return m_menu; }
    /// What stands at the pointer: "Breakwater: Storm, 2 turns wait".
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void toggleWanted(); ///< of the window: by a click
    void showWanted();
    void newConversationWanted();
    void outboxWanted();
    void quitWanted();
    /// It came or went; when it went, what was hidden behind it has to come back.
    void shownChanged(bool shown);

private:
    void refresh();

    std::function<bool()> m_isAvailable;
    QMenu m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QAction *m_outbox = nullptr;
    QAction *m_sea = nullptr;
    QTimer m_timer;
    SeaState m_weather = SeaState::Clear;
    int m_waiting = 0;
    bool m_wanted = false;
    bool m_there = false;
};

} // namespace breakwater
