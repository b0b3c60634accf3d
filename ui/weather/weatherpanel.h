// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"
#include "core/route/chain.h"
#include "ui/weather/weatherchart.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <array>
#include <functional>

class QScrollArea;
class QStackedWidget;

namespace breakwater {

class ChartTip;
class IconButton;
class RangeSwitch;
class ResponsesChart;
class RoomBars;
class RouteLanes;
class SeriesCounter;
class ThemedLabel;
class WaitsChart;
class WeatherTable;

/// The weather: sea state, counts, charts over one time axis, routes and room left. Docked, or a window of its own.
///
/// Every figure comes from the log. Builds its charts when first shown, since loading them costs; repaints only while
/// visible, at most once a second. Borrows log and clock; asks for the routes when it needs them. UI thread.
class WeatherPanel : public QWidget
{
    Q_OBJECT
public:
    /// `chainRoutes` are the routes of the chain in use, in its order: they get the lanes.
    WeatherPanel(const HealthLog &log, std::function<const RouteTable &()> routes, std::function<std::vector<RouteId>()> chainRoutes,
        const TimeSource &time, QWidget *parent = nullptr);
    ~WeatherPanel() override;

    [[nodiscard]] WeatherRange range() const { return m_range; }
    void setRange(WeatherRange range);
    /// Hides or shows a class in the charts; its count stays.
    void setShown(SampleClass which, bool shown);
    [[nodiscard]] const SeriesShown &shown() const { return m_shown; }
    /// A window of its own needs neither of the two buttons of a docked panel.
    void setDocked(bool docked);
    /// "Last hour: 61 answered, 4 at your limit, 43 overloaded, 3 server errors, 2 network. Storm since 14:10"
    [[nodiscard]] QString summary() const;
    /// Opens the charts as a table.
    void showTable();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void closeRequested();
    void ownWindowRequested();
    void rangeChanged(WeatherRange range);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildHeader();
    [[nodiscard]] QWidget *buildBody();
    [[nodiscard]] QWidget *buildEmpty();
    void refresh();
    void refreshRoutes(const Window &window, WallTime now);
    void refreshRooms(WallTime now);
    void choose(std::optional<std::size_t> bucket);
    [[nodiscard]] std::vector<RouteId> lanes() const;

    const HealthLog &m_log;
    std::function<const RouteTable &()> m_routes;
    std::function<std::vector<RouteId>()> m_chainRoutes;
    const TimeSource &m_time;
    WeatherRange m_range = WeatherRange::Hour;
    SeriesShown m_shown {true, true, true, true, true};
    bool m_docked = true;
    QTimer m_second; ///< countdowns and the time axis, while visible

    // Built when first shown; all owned as children.
    RangeSwitch *m_ranges = nullptr;
    IconButton *m_ownWindow = nullptr;
    IconButton *m_close = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_sea = nullptr;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_sentence = nullptr;
    std::array<SeriesCounter *, sampleClassCount> m_counters {};
    ResponsesChart *m_responses = nullptr;
    WaitsChart *m_waits = nullptr;
    ChartTip *m_tip = nullptr;
    RouteLanes *m_lanes = nullptr;
    QWidget *m_routesSection = nullptr;
    RoomBars *m_rooms = nullptr;
    ThemedLabel *m_resets = nullptr;
    QWidget *m_roomsSection = nullptr;
    QPointer<WeatherTable> m_table;
};

} // namespace breakwater
