// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/window.h"

#include <QWidget>

namespace breakwater {

/// "15 min | 1 h | 24 h": one of them is on. Left and right change it. UI thread.
class RangeSwitch : public QWidget
{
    Q_OBJECT
public:
    explicit RangeSwitch(QWidget *parent = nullptr);

    [[nodiscard]] WeatherRange range() const { return m_range; }
    void setRange(WeatherRange range);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void rangeChanged(WeatherRange range);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF segment(int index) const;
    [[nodiscard]] int segmentAt(const QPointF &place) const;

    WeatherRange m_range = WeatherRange::Hour;
    int m_hovered = -1; // an index into the segments; -1 is none, as QTabBar has it
};

} // namespace breakwater
