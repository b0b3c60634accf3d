// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/route/chain.h"
#include "core/turn/turnstate.h"

#include <QTimer>
#include <QWidget>

namespace breakwater {

class Button;
class CountdownRing;

/// What a turn is doing while it has no answer yet: countdown, words, the trail of its attempts, and what a person may do.
///
/// Stands in the answer's place and has the same height in all of its states, so that nothing moves under the eye: where
/// it is narrow, or the text large, its words and buttons have more lines. It never takes the focus by itself. Renders a TurnState; decides nothing. UI thread.
class RetryCard : public QWidget
{
    Q_OBJECT
public:
    /// `time` must outlive the card.
    RetryCard(TurnId id, const TimeSource &time, QWidget *parent = nullptr);

    /// Shows an unsettled turn: Waiting, Kept, Unknown, or an attempt under way.
    void setTurn(const TurnState &turn, const RouteTable &routes);

    /// At this width, whatever it shows. Who places the card gives it so much.
    [[nodiscard]] static int heightFor(int width);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return heightFor(width); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString sentence() const { return m_sentence; }
    /// Part of the wait that is left, 1 to 0; none when nothing is counted down.
    [[nodiscard]] std::optional<double> remaining() const;
    /// Looks at the clock again: words and ring. Called ten times a second while something moves.
    void tick();

Q_SIGNALS:
    /// Also "Send now" of a kept turn.
    void tryNow(const breakwater::TurnId &id);
    /// Of a turn that was under way when the program ended.
    void sendAgain(const breakwater::TurnId &id);
    void useNext(const breakwater::TurnId &id);
    void keep(const breakwater::TurnId &id);
    void sendAsBatch(const breakwater::TurnId &id);
    void cancel(const breakwater::TurnId &id);
    /// The keychain, for a turn that waits for its key.
    void unlock();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void updateButtons();
    void placeButtons();
    void announce();
    [[nodiscard]] bool moves() const;
    [[nodiscard]] bool trying() const;
    void paintRing(QPainter &painter) const;
    void paintTrail(QPainter &painter, const QRectF &area) const;

    TurnId m_id;
    const TimeSource &m_time;
    TurnState m_turn;
    RouteTable m_routes;
    QString m_title;
    QString m_sentence;
    QString m_attempt;
    QString m_announced;
    QTimer m_timer;
    CountdownRing *m_ring;
    Button *m_try;
    Button *m_next;
    Button *m_keep;
    Button *m_batch;
    Button *m_cancel;
};

} // namespace breakwater
