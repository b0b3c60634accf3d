// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/turnstate.h"
#include "ui/flight/flightwords.h"

#include <QWidget>

namespace breakwater {

/// The attempts of a turn as a waterfall: a row each, and a row for each move between routes. Up and down choose an
/// attempt; a click on the copy mark copies its request id. UI thread.
class FlightTable : public QWidget
{
    Q_OBJECT
public:
    explicit FlightTable(QWidget *parent = nullptr);

    /// Keeps the choice while its attempt is there.
    void show(const TurnState &turn, const RouteTable &routes);
    [[nodiscard]] std::size_t chosen() const { return m_chosen; }
    void choose(std::size_t attempt);

    /// The time axis: its end and the space between its marks, so that at most eight marks are drawn.
    struct Axis
    {
        Duration step {};
        Duration end {};
    };
    [[nodiscard]] static Axis axisFor(Duration longest);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {640, sizeHint().height()}; }

Q_SIGNALS:
    void attemptChosen(std::size_t attempt);
    /// The row that must be seen, in this widget's coordinates.
    void rowShown(const QRect &row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int rowTop(std::size_t row) const;
    [[nodiscard]] int rowHeight(std::size_t row) const;
    [[nodiscard]] QRectF chart() const;
    [[nodiscard]] qreal place(Duration after) const;
    void paintHead(QPainter &painter) const;
    void paintAttempt(QPainter &painter, std::size_t attempt, const QRectF &row) const;
    void paintBar(QPainter &painter, std::size_t attempt, const QRectF &row) const;
    void paintNote(QPainter &painter, const QString &note, const QRectF &row) const;
    void describe();

    TurnState m_turn;
    RouteTable m_routes;
    std::vector<FlightRow> m_rows;
    Axis m_axis;
    std::size_t m_chosen = 0;
};

} // namespace breakwater
