// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weather/weatherchart.h"

class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace breakwater {

/// Stacked bars of what attempts came to, one bar a bucket, filled by the patterns of the classes. UI thread.
class ResponsesChart final : public WeatherChart
{
    Q_OBJECT
public:
    explicit ResponsesChart(QWidget *parent = nullptr);

    /// The end of the count axis: an even number, at least 4.
    [[nodiscard]] static int axisEnd(int tallest);

private:
    void refill() override;
    void dress() override;
    [[nodiscard]] std::vector<ScaleMark> scaleMarks() const override;

    QStackedBarSeries *m_series; // all owned by the chart
    std::array<QBarSet *, sampleClassCount> m_sets {};
    QValueAxis *m_counts;
    QValueAxis *m_places;
};

} // namespace breakwater
