// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"
#include "core/health/roomline.h"
#include "core/route/chain.h"
#include "ui/weather/roomlist.h"
#include "ui/weather/routelanes.h"
#include "ui/weather/statuslist.h"
#include "ui/weather/weatherchart.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace breakwater {

/// What the views of the weather are made from. All of it outlives them.
struct WeatherSources
{
    const HealthLog &log;
    std::function<const RouteTable &()> routes;
    std::function<std::vector<RouteId>()> chainRoutes; ///< of the chain in use, in its order: they get the lanes
    const TimeSource &time;
    std::function<std::vector<StatusLine>()> statuses = {}; ///< of the providers whose pages were read; empty: of none
};

/// What one view of the weather shows at present: range, provider and series, and the figures for them. Tells when to show
/// them afresh: once a second, and only while the view is active. Counts anew only when there is something new. UI thread.
class WeatherFeed : public QObject
{
    Q_OBJECT
public:
    explicit WeatherFeed(WeatherSources sources, QObject *parent = nullptr);

    void setActive(bool active);
    [[nodiscard]] WeatherRange range() const { return m_range; }
    void setRange(WeatherRange range);
    /// None: all of them.
    [[nodiscard]] const std::optional<ProviderId> &provider() const { return m_provider; }
    void setProvider(std::optional<ProviderId> provider);
    [[nodiscard]] const SeriesShown &shown() const { return m_shown; }
    void setShown(SampleClass which, bool shown);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const Window &window() const;
    [[nodiscard]] const std::vector<Storm> &storms() const;
    /// The routes of the chain, and those on which something happened.
    [[nodiscard]] std::vector<RouteLanes::Lane> lanes() const;
    [[nodiscard]] RoomList rooms() const;
    [[nodiscard]] RoomLine roomLine(RoomLeft::Dimension limit) const;
    /// Who answered, most first: name, share of all answers, count.
    [[nodiscard]] std::vector<RoomBars::Bar> answerers() const;
    /// Of the chosen provider, or all.
    [[nodiscard]] std::vector<StatusLine> statuses() const;
    [[nodiscard]] QString summary() const;

    [[nodiscard]] const HealthLog &log() const { return m_sources.log; }
    [[nodiscard]] const RouteTable &routes() const { return m_sources.routes(); }
    [[nodiscard]] WallTime now() const { return m_sources.time.wall(); }

Q_SIGNALS:
    /// Time to show it afresh.
    void beat();
    void rangeChanged(breakwater::WeatherRange range);
    void shownChanged(breakwater::SampleClass which, bool shown);

private:
    /// What a count was made for.
    struct Stamp
    {
        std::uint64_t revision = 0;
        Instant at;
        WallTime bucket;
        WeatherRange range = WeatherRange::Hour;
        std::optional<ProviderId> provider;
    };
    [[nodiscard]] Stamp stamp() const;
    /// Whether what was counted for `before` is still what to show: among very many a new sample waits for some seconds.
    [[nodiscard]] bool isFresh(const std::optional<Stamp> &before, const Stamp &present) const;
    [[nodiscard]] bool isWanted(const RouteId &route) const;
    [[nodiscard]] std::vector<RouteId> laneRoutes() const;
    void show();

    WeatherSources m_sources;
    WeatherRange m_range = WeatherRange::Hour;
    std::optional<ProviderId> m_provider;
    SeriesShown m_shown {true, true, true, true, true};
    bool m_active = false;
    QTimer m_second; ///< countdowns and the time axis
    mutable std::optional<Stamp> m_counted;
    mutable Window m_window;
    mutable std::optional<Stamp> m_searched;
    mutable std::vector<Storm> m_storms;
};

} // namespace breakwater
