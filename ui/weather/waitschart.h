// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weather/weatherchart.h"

class QLogValueAxis;
class QScatterSeries;
class QValueAxis;

namespace breakwater {

/// The wait before each retry on a logarithmic axis, a mark a wait in the shape of what caused it. A thin stem reaches
/// from what the server asked for up to the whole wait: its length is what chance added. UI thread.
///
/// Axes are Qt Charts'; the marks are one item of ours, as a scatter series cannot draw the shapes and costs more.
class WaitsChart final : public WeatherChart
{
    Q_OBJECT
public:
    explicit WaitsChart(QWidget *parent = nullptr);

private:
    void refill() override;
    void dress() override;
    [[nodiscard]] std::vector<ScaleMark> scaleMarks() const override;
    void paintMarks(QPainter &painter) const override;

    std::vector<std::size_t> m_marked; ///< in the window's waits, in the order of painting
    QScatterSeries *m_anchor; // carries the axes, holds no points; all owned by the chart
    QLogValueAxis *m_seconds;
    QValueAxis *m_places;
};

} // namespace breakwater
