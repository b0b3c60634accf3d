// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weather/weatherfeed.h"

#include <QPointer>
#include <QWidget>

#include <array>

namespace breakwater {

class ChartTip;
class ResponsesChart;
class RoomChart;
class RouteLanes;
class ThemedLabel;
class WaitsChart;
class WeatherTable;

/// The charts of the weather below each other, over one time axis with one crosshair. UI thread.
class WeatherCharts : public QWidget
{
    Q_OBJECT
public:
    /// Narrow: beside a page. Wide: in a window, where the lanes and the room left are on the axis too.
    enum class Form { Narrow, Wide };
    WeatherCharts(WeatherFeed &feed, Form form, QWidget *parent = nullptr);

    void refresh();
    /// Puts the crosshair on a bucket.
    void choose(std::optional<std::size_t> bucket);
    /// Opens the charts as a table.
    void showTable();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Crosshair;
    void buildNarrow();
    void buildWide();
    void refreshNotes();
    void placeCrosshair();
    [[nodiscard]] std::vector<WeatherChart *> charts() const;

    WeatherFeed &m_feed;
    Form m_form;
    std::optional<std::size_t> m_bucket;
    ResponsesChart *m_responses;
    WaitsChart *m_waits;
    RouteLanes *m_lanes;
    QWidget *m_routesSection = nullptr; ///< of the narrow form: gone without routes
    RoomChart *m_rooms = nullptr; ///< of the wide form
    ThemedLabel *m_perBucket = nullptr;
    ThemedLabel *m_lowest = nullptr;
    Crosshair *m_crosshair = nullptr;
    ChartTip *m_tip;
    QPointer<WeatherTable> m_table;
};

} // namespace breakwater
