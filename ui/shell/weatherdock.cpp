// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/weatherdock.h"

#include "ui/shell/placement.h"
#include "ui/shell/shellbody.h"
#include "ui/style/theme.h"

namespace breakwater {

namespace {

constexpr int restOfTheWindow = 736; // what the page beside the panel needs

} // namespace

WeatherDock::WeatherDock(WeatherSources sources, ShellBody &body)
    : QObject(&body)
    , m_sources(std::move(sources))
    , m_body(body)
{
}

bool WeatherDock::hasRoom() const
{
    return m_body.window()->width() >= scaledUp(restOfTheWindow) + WeatherPanel::dockedWidth(); // the body itself has no width before the window is shown
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
    placePanel(m_wanted && hasRoom());
    placeWindow();
    Q_EMIT changed();
}

void WeatherDock::placePanel(bool docked)
{
    if (docked && !m_panel) {
        m_panel = new WeatherPanel(m_sources); // gets its parent below
        connect(m_panel.data(), &WeatherPanel::closeRequested, this, [this] { setVisible(false); });
        connect(m_panel.data(), &WeatherPanel::ownWindowRequested, this, &WeatherDock::toggleOwnWindow);
    }
    if (!m_panel)
        return;
    m_body.setPanel(docked ? m_panel.data() : nullptr);
    if (!docked)
        m_panel->hide();
}

void WeatherDock::placeWindow()
{
    if (!m_own) {
        if (m_window)
            m_window->hide();
        return;
    }
    if (!m_window) {
        m_window = std::make_unique<WeatherWindow>(m_sources);
        m_window->setAttribute(Qt::WA_QuitOnClose, false);
        m_window->resize(m_window->sizeHint());
        connect(m_window.get(), &WeatherWindow::exportWanted, this, &WeatherDock::exportWanted);
        connect(m_window.get(), &WeatherWindow::closed, this, [this] {
            m_own = false;
            Q_EMIT changed();
        });
    }
    keepOnScreen(*m_window);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace breakwater
