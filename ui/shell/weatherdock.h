// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weather/weatherpanel.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace breakwater {

class ShellBody;

/// Where the weather panel is: nowhere, beside the page, or in a window of its own, as it must be under 1120 px.
/// Makes the panel when it is first wanted, because its charts cost. UI thread.
class WeatherDock : public QObject
{
    Q_OBJECT
public:
    using MakePanel = std::function<std::unique_ptr<WeatherPanel>()>;

    WeatherDock(MakePanel make, ShellBody &body);

    [[nodiscard]] bool isVisible() const;
    [[nodiscard]] bool isOwnWindow() const { return m_own; }
    void setVisible(bool visible);
    void toggle() { setVisible(!isVisible()); }
    void toggleOwnWindow();
    /// The window has another width: a docked panel goes while there is no room, and comes back.
    void fit();
    /// Null until it was shown.
    [[nodiscard]] WeatherPanel *panel() const { return m_panel; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool hasRoom() const;
    void place();

    MakePanel m_make;
    ShellBody &m_body;
    QPointer<WeatherPanel> m_panel; ///< owned by the body or the window, wherever it is
    bool m_wanted = false; ///< beside the page, when there is room
    bool m_own = false;
};

} // namespace breakwater
