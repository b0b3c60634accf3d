// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"

#include <QWidget>

namespace breakwater {

/// One lane a route over the time of the charts: flowing a thin line, paused a striped block, testing a hollow block;
/// at its end what the route does now. UI thread.
class RouteLanes : public QWidget
{
    Q_OBJECT
public:
    struct Lane
    {
        QString name;
        std::vector<FlowChange> changes; ///< oldest first
        FlowChange current;
    };

    explicit RouteLanes(QWidget *parent = nullptr);

    void show(std::vector<Lane> lanes, WallTime from, WallTime now);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    void paintLane(QPainter &painter, const Lane &lane, const QRectF &rect) const;

    std::vector<Lane> m_lanes;
    WallTime m_from;
    WallTime m_now;
};

} // namespace breakwater
