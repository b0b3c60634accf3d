// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/weatherdock.h"

#include "ui/shell/shellbody.h"

#include <QEvent>

namespace breakwater {

namespace {

constexpr int ownWindowBelow = 1120;

} // namespace

WeatherDock::WeatherDock(MakePanel make, ShellBody &body)
    : QObject(&body)
    , m_make(std::move(make))
    , m_body(body)
{
}

bool WeatherDock::hasRoom() const
{
    return m_body.window()->width() >= ownWindowBelow; // the body itself has no width before the window is shown
}

bool WeatherDock::isVisible() const
{
    return m_own || (m_wanted && hasRoom());
}

void WeatherDock::setVisible(bool visible)
{
    if (visible == isVisible())
        return;
    m_own = visible && !hasRoom();
    m_wanted = visible && !m_own;
    place();
}

void WeatherDock::toggleOwnWindow()
{
    m_wanted = m_own && hasRoom();
    m_own = !m_own;
    place();
}

void WeatherDock::fit()
{
    if (m_wanted)
        place();
}

void WeatherDock::place()
{
    if (isVisible() && !m_panel) {
        m_panel = m_make().release(); // gets its parent below
        m_panel->installEventFilter(this);
        connect(m_panel.data(), &WeatherPanel::closeRequested, this, [this] { setVisible(false); });
        connect(m_panel.data(), &WeatherPanel::ownWindowRequested, this, &WeatherDock::toggleOwnWindow);
    }
    if (m_panel) {
        const bool docked = m_wanted && hasRoom();
        m_body.setPanel(docked ? m_panel.data() : nullptr);
        m_panel->setDocked(docked);
        if (m_own && !m_panel->isWindow()) {
            m_panel->setParent(m_body.window(), Qt::Window);
            m_panel->setWindowTitle(tr("Weather – Breakwater"));
            m_panel->resize(480, 760);
        }
        if (m_own) {
            m_panel->show();
            m_panel->raise();
        } else if (!docked) {
            m_panel->hide();
        }
    }
    Q_EMIT changed();
}

bool WeatherDock::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close && m_own) {
        m_own = false;
        Q_EMIT changed();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace breakwater
