// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replay/replay.h"

#include <QWidget>

namespace breakwater {

/// "Answered, %" over the recorded time: dashed under the settings in force, solid with the changes. UI thread.
class AnsweredChart : public QWidget
{
    Q_OBJECT
public:
    explicit AnsweredChart(QWidget *parent = nullptr);

    void show(const ReplayResult &now, const std::optional<ReplayResult> &changed);
    using QWidget::show;
    /// Old figures: their successors are being computed.
    void setDimmed(bool dimmed);

    [[nodiscard]] QSize sizeHint() const override;

    /// The lower end of the axis for this smallest share: 70 or less, so that halves are whole. Pure.
    [[nodiscard]] static int axisBegin(double smallest);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<ReplayResult::Bucket> m_now;
    std::vector<ReplayResult::Bucket> m_changed;
    WallTime m_begins;
    WallTime m_ends;
    bool m_dimmed = false;
};

/// "Who answers": a bar of routes for each of both settings, and below them what the shades mean. UI thread.
class AnswerBars : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerBars(QWidget *parent = nullptr);

    /// `names` tells what the routes are called.
    void show(const ReplayResult &now, const std::optional<ReplayResult> &changed, const std::map<RouteId, QString> &names);
    using QWidget::show;
    void setDimmed(bool dimmed);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Bar
    {
        QString caption;
        std::vector<int> counts; ///< by the place in m_names
    };
    [[nodiscard]] int captionWidth() const;
    /// Goes through the legend; paints it where there is a painter. Its height.
    int layLegend(int width, double top, QPainter *painter) const;

    [[nodiscard]] bool isRoute(std::size_t place) const { return place < m_routes; }

    std::size_t m_routes = 0;
    std::vector<QString> m_names; ///< of the routes, then the outbox, then what was given up if anything was
    std::vector<Bar> m_bars;
    bool m_dimmed = false;
};

} // namespace breakwater
