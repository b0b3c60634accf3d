// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weather/weatherpanel.h"
#include "ui/weather/weatherwindow.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace breakwater {

class ShellBody;

/// Where the weather is: nowhere, in a panel beside the page, or in a window of its own, as it must be under 1120 px.
/// Makes either when it is first wanted, because its charts cost. UI thread.
class WeatherDock : public QObject
{
    Q_OBJECT
public:
    WeatherDock(WeatherSources sources, ShellBody &body);

    [[nodiscard]] bool isVisible() const;
    [[nodiscard]] bool isOwnWindow() const { return m_own; }
    void setVisible(bool visible);
    void toggle() { setVisible(!isVisible()); }
    void toggleOwnWindow();
    /// The window has another width: a docked panel goes while there is no room, and comes back.
    void fit();
    /// Null until they were shown.
    [[nodiscard]] WeatherPanel *panel() const { return m_panel; }
    [[nodiscard]] WeatherWindow *window() const { return m_window.get(); }

Q_SIGNALS:
    void changed();
    /// A person wants a file of the weather.
    void exportWanted(breakwater::WeatherFile file, breakwater::WeatherRange range);

private:
    [[nodiscard]] bool hasRoom() const;
    void place();
    void placePanel(bool docked);
    void placeWindow();

    WeatherSources m_sources;
    ShellBody &m_body;
    QPointer<WeatherPanel> m_panel; ///< owned by the body
    std::unique_ptr<WeatherWindow> m_window; ///< nobody's child: a window above its parent could not go below it
    bool m_wanted = false; ///< beside the page, when there is room
    bool m_own = false;
};

} // namespace breakwater
