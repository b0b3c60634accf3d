// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trayicon.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/weather/seastateicon.h"
#include "ui/weather/weatherwords.h"

#include <QIcon>

namespace breakwater {

namespace {
constexpr int trayLookEvery = 3000; // milliseconds
}

TrayIcon::TrayIcon(std::function<bool()> isAvailable, QObject *parent)
    : QObject(parent)
    , m_isAvailable(std::move(isAvailable))
{
    m_menu.addAction(tr("Show Breakwater"), this, &TrayIcon::showWanted)->setObjectName(QStringLiteral("trayShow"));
    m_menu.addAction(tr("New conversation"), this, &TrayIcon::newConversationWanted)->setObjectName(QStringLiteral("trayNew"));
    m_outbox = m_menu.addAction(QString(), this, &TrayIcon::outboxWanted);
    m_outbox->setObjectName(QStringLiteral("trayOutbox"));
    m_menu.addSeparator();
    m_sea = m_menu.addAction(QString());
    m_sea->setObjectName(QStringLiteral("traySea"));
    m_sea->setEnabled(false); // it says something, and does nothing
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit"), this, &TrayIcon::quitWanted)->setObjectName(QStringLiteral("trayQuit"));
    m_timer.setInterval(trayLookEvery);
    connect(&m_timer, &QTimer::timeout, this, &TrayIcon::look);
    refresh();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setWanted(bool wanted)
{
    if (wanted == m_wanted)
        return;
    const bool before = isShown();
    m_wanted = wanted;
    if (wanted) {
        m_timer.start();
        m_there = false;
        look();
        return;
    }
    m_timer.stop();
    m_icon.reset();
    if (before)
        Q_EMIT shownChanged(false);
}

void TrayIcon::look()
{
    const bool there = m_isAvailable();
    if (there == m_there || !m_wanted)
        return;
    m_there = there;
    if (there) {
        m_icon = std::make_unique<QSystemTrayIcon>();
        m_icon->setContextMenu(&m_menu);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                Q_EMIT toggleWanted();
        });
        refresh();
        m_icon->show();
    } else {
        m_icon.reset();
    }
    Q_EMIT shownChanged(there);
}

void TrayIcon::setWeather(SeaState sea)
{
    if (std::exchange(m_weather, sea) != sea)
        refresh();
}

void TrayIcon::setWaiting(int turns)
{
    if (std::exchange(m_waiting, turns) != turns)
        refresh();
}

QString TrayIcon::words() const
{
    const QString sea = weatherwords::seaWord(m_weather);
    if (m_waiting == 0)
        return tr("Breakwater: %1").arg(sea);
    return m_waiting == 1 ? tr("Breakwater: %1, 1 turn waits").arg(sea) : tr("Breakwater: %1, %2 turns wait").arg(sea).arg(m_waiting);
}

void TrayIcon::refresh()
{
    m_outbox->setText(m_waiting == 0 ? tr("Outbox") : tr("Outbox (%1 waiting)").arg(m_waiting));
    m_sea->setText(tr("Weather: %1").arg(weatherwords::seaWord(m_weather)));
    m_sea->setIcon(icon(seaStateIcon(m_weather)));
    if (!m_icon)
        return;
    // In fair weather the program's own picture: a tray full of weather would be one more thing to look at.
    m_icon->setIcon(m_weather == SeaState::Clear ? QIcon(QStringLiteral(":/app/icons/breakwater.svg"))
                                                 : icon(seaStateIcon(m_weather), seaStateColor(m_weather, Theme::instance().tokens())));
    m_icon->setToolTip(words());
}

} // namespace breakwater
