// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"
#include "ui/shell/ground.h"

#include <optional>

namespace breakwater {

class LinkLabel;
class TextLabel;
class WeatherStrip;

/// The least part that is left of any limit the providers told of, 0 to 1; none when none is known. A limit whose
/// reset has passed is whole again. Pure.
[[nodiscard]] std::optional<double> roomFree(const HealthLog &health, WallTime now);

/// The bar at the foot of the window: the weather in one line, the outbox, the room left. UI thread.
class StatusStrip : public Ground
{
    Q_OBJECT
public:
    StatusStrip(const HealthLog &health, const TimeSource &time, QWidget *parent = nullptr);

    /// Turns that wait, and batches that a provider works on.
    void setOutboxCount(int turns, int batches = 0);
    /// What today cost; empty: nothing.
    void setSpent(const QString &words);
    [[nodiscard]] QString spentText() const;
    [[nodiscard]] QString outboxText() const;
    [[nodiscard]] QString roomText() const;
    void focusFirst();

Q_SIGNALS:
    void weatherWanted();
    void outboxWanted();
    void costsWanted();

private:
    void refresh();

    const HealthLog &m_health;
    const TimeSource &m_time;
    WeatherStrip *m_weather;
    LinkLabel *m_outbox;
    LinkLabel *m_spent;
    QWidget *m_spentSeparator;
    QWidget *m_separator;
    TextLabel *m_room;
};

} // namespace breakwater
