// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "core/turn/turnstate.h"
#include "ui/style/readingorder.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QBoxLayout;

namespace breakwater {

class FlightDetail;
class FlightFigures;
class FlightTable;
class ThemedLabel;

/// The flight record of one turn: totals, the waterfall of its attempts, the chosen attempt and its raw response.
/// A window; Esc closes it. Shows values only: whoever opened it shows it again when the turn went on. It takes that up at
/// most once a second, and lets what is under way grow meanwhile. UI thread.
class FlightWindow : public QWidget
{
    Q_OBJECT
public:
    using WallClock = std::function<WallTime()>;

    /// Without a clock, the system's.
    explicit FlightWindow(QWidget *parent = nullptr, WallClock clock = {});

    using QWidget::show;
    /// Fills the window and keeps the chosen attempt; does not open it.
    void show(const TurnState &turn, const QString &title, const RouteTable &routes);
    [[nodiscard]] const TurnId &turn() const { return m_turn.id; }
    [[nodiscard]] std::size_t chosenAttempt() const;

    /// Writes the record: as JSON where the name ends so, else as text. False, and said, when the disk refused.
    bool saveTo(const QString &path);

Q_SIGNALS:
    /// A file could not be written; `reason` are the system's words.
    void saveFailed(const QString &path, const QString &reason);

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Legend;
    class Scroll;
    class SumMark;
    enum Total { InAll, Waiting, FirstToken, TokensIn, TokensOut, TokensPaid, Sent };

    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildTotals();
    /// Takes up what was shown last.
    void refresh();
    [[nodiscard]] std::optional<Duration> elapsed() const;
    /// What the window has to be at least, so that all of it but the legend is seen.
    void fit();
    void seeRow(const QRect &row);
    void save();

    WallClock m_clock;
    QTimer m_beat; ///< a second, while the turn goes on and the window is open
    bool m_stale = false; ///< something was shown since the last beat
    TurnState m_turn;
    QString m_name;
    RouteTable m_routes;
    QBoxLayout *m_head = nullptr; ///< the title, and the buttons beside or below it
    ThemedLabel *m_title = nullptr;
    SumMark *m_mark = nullptr;
    ThemedLabel *m_sum = nullptr;
    ThemedLabel *m_notSaved = nullptr;
    FlightFigures *m_totals = nullptr;
    FlightTable *m_table;
    Scroll *m_scroll;
    Legend *m_legend = nullptr;
    FlightDetail *m_detail;
};

} // namespace breakwater
