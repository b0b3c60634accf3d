// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/turnstate.h"
#include "ui/flight/flightscale.h"
#include "ui/flight/flightwords.h"

#include <QTimer>
#include <QWidget>

namespace breakwater {

struct FlightBar;

/// The attempts of a turn as a waterfall: a row each, and a row for each move between routes. Up and down, Page Up and
/// Page Down, Home and End choose an attempt, Ctrl C copies it as text; a click on the copy mark copies its request id,
/// and so does its menu. Its head stays in sight while it is scrolled. UI thread.
class FlightTable : public QWidget
{
    Q_OBJECT
public:
    explicit FlightTable(QWidget *parent = nullptr);

    /// Keeps the choice while its attempt is there. `elapsed`: since the turn was accepted, when it still goes on.
    void show(const TurnState &turn, const RouteTable &routes, std::optional<Duration> elapsed = {});
    [[nodiscard]] std::size_t chosen() const { return m_chosen; }
    void choose(std::size_t attempt);

    [[nodiscard]] const FlightScale &scale() const { return m_scale; }
    /// Where the bar of attempt `index` lies, in this widget's coordinates; for tests.
    [[nodiscard]] QRectF barOf(std::size_t index) const;
    /// Whether there is room for the column of request ids.
    [[nodiscard]] bool showsIds() const;
    [[nodiscard]] int headHeight() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void attemptChosen(std::size_t attempt);
    /// The row that must be seen, in this widget's coordinates.
    void rowShown(const QRect &row);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] int rowTop(std::size_t row) const;
    [[nodiscard]] int rowHeight(std::size_t row) const;
    [[nodiscard]] QRectF rowRect(std::size_t row) const;
    /// The row of the attempt that is chosen.
    [[nodiscard]] std::optional<std::size_t> rowOf(std::size_t attempt) const;
    /// The attempt whose own row is there; none beside the rows, over the head and on a note.
    [[nodiscard]] std::optional<std::size_t> attemptAt(const QPointF &at) const;
    [[nodiscard]] bool isOnCopyMark(const QPointF &at) const;
    [[nodiscard]] QString tipAt(const QPointF &at) const;
    [[nodiscard]] QRectF chart() const;
    [[nodiscard]] qreal place(Duration after) const;
    [[nodiscard]] FlightBar bar(std::size_t attempt) const;
    [[nodiscard]] int headTop() const;
    void paintHead(QPainter &painter) const;
    void paintGrid(QPainter &painter) const;
    void paintNow(QPainter &painter) const;
    void paintAttempt(QPainter &painter, std::size_t attempt, const QRectF &row) const;
    void paintNote(QPainter &painter, const QString &note, const QRectF &row) const;
    void copyId(std::size_t attempt);
    void describe();

    TurnState m_turn;
    RouteTable m_routes;
    std::optional<Duration> m_elapsed;
    std::vector<FlightRow> m_rows;
    FlightScale m_scale;
    std::size_t m_chosen = 0;
    std::optional<std::size_t> m_copied; ///< its request id was copied a moment ago
    QTimer m_copiedOver;
};

} // namespace breakwater
