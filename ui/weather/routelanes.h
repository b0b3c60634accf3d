// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"
#include "ui/style/tokens.h"

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

    /// How long it was not flowing.
    [[nodiscard]] static Duration pausedWithin(const Lane &lane, WallTime from, WallTime until);

    /// `until` is where the axis ends; nothing is known beyond `now`.
    void show(std::vector<Lane> lanes, WallTime from, WallTime until, WallTime now);
    /// Room for the names at the left and for what each does now at the right (none: that is not written), and what it
    /// stands on. Until told: as a narrow panel has it.
    void setFrame(int names, int states, QColor Tokens::*ground);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    void paintLane(QPainter &painter, const Lane &lane, const QRectF &rect) const;

    std::vector<Lane> m_lanes;
    WallTime m_from;
    WallTime m_until;
    WallTime m_now;
    int m_names = 78; ///< at the usual size of text
    int m_states = 92;
    QColor Tokens::*m_ground = &Tokens::sidebar;
};

} // namespace breakwater
