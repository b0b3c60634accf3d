// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "core/turn/turnstate.h"

#include <QWidget>

#include <array>

class QScrollArea;

namespace breakwater {

class Button;
class FlightDetail;
class FlightTable;
class ThemedLabel;

/// The flight record of one turn: totals, the waterfall of its attempts, the chosen attempt and its raw response.
/// A window; Esc closes it. Shows values only: whoever opened it shows it again when the turn went on. UI thread.
class FlightWindow : public QWidget
{
    Q_OBJECT
public:
    explicit FlightWindow(QWidget *parent = nullptr);

    using QWidget::show;
    /// Fills the window and keeps the chosen attempt; does not open it.
    void show(const TurnState &turn, const QString &title, const RouteTable &routes);
    [[nodiscard]] const TurnId &turn() const { return m_turn.id; }
    [[nodiscard]] std::size_t chosenAttempt() const;

Q_SIGNALS:
    /// A file could not be written; `reason` are the system's words.
    void saveFailed(const QString &path, const QString &reason);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Legend;
    class SumMark;
    enum Total { InAll, Waiting, FirstToken, Attempts, Sent };
    static constexpr std::size_t totalCount = 5;

    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildTotals();
    void save();

    TurnState m_turn;
    QString m_name;
    RouteTable m_routes;
    ThemedLabel *m_title = nullptr;
    SumMark *m_mark = nullptr;
    ThemedLabel *m_sum = nullptr;
    std::array<ThemedLabel *, totalCount> m_totals {};
    FlightTable *m_table;
    QScrollArea *m_scroll;
    FlightDetail *m_detail;
};

} // namespace breakwater
