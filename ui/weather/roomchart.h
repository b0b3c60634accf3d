// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/roomline.h"
#include "ui/weather/weatherchart.h"

class QValueAxis;

namespace breakwater {

/// The least room that was left under the limits in each bucket, as two lines of steps: requests, and tokens (dashed). Where
/// nobody said there is no line. UI thread.
class RoomChart : public WeatherChart
{
    Q_OBJECT
public:
    explicit RoomChart(QWidget *parent = nullptr);

    void setLines(RoomLine requests, RoomLine tokens);
    [[nodiscard]] const RoomLine &requests() const { return m_requests; }
    [[nodiscard]] const RoomLine &tokens() const { return m_tokens; }

protected:
    void refill() override { }
    void dress() override;
    [[nodiscard]] std::vector<ScaleMark> scaleMarks() const override;
    void paintMarks(QPainter &painter) const override;

private:
    QValueAxis *m_share; ///< owned by the chart
    QValueAxis *m_places;
    RoomLine m_requests;
    RoomLine m_tokens;
};

} // namespace breakwater
