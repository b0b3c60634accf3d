// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"
#include "ui/style/tokens.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace breakwater {

/// One attempt of the waterfall with the wait after it, in places across.
struct FlightBar
{
    std::optional<SampleClass> mark; ///< none while under way
    bool live = false; ///< under way
    qreal from = 0;
    std::optional<qreal> firstToken;
    qreal until = 0; ///< so far, while under way
    std::optional<qreal> heldFrom; ///< with the first attempt: the turn was held before it
    std::optional<qreal> hintUntil; ///< end of the wait the server asked for
    std::optional<qreal> waitUntil; ///< end of the whole wait
    std::optional<qreal> outboxUntil; ///< end of the time in the outbox, after that wait
    std::vector<qreal> breaks; ///< where a wait is folded
    QString hintWords;
    QString waitWords;
    QString outboxWords;
    QString outboxShort; ///< where those find no room
    QString firstTokenWords; ///< before the bar
    qreal right = 0; ///< where words have to end
};

/// Paints a request block in its pattern, the answer in the accent, then the hollow and the dotted wait and the time in
/// the outbox. `ground` is the colour below. UI thread.
void paintFlightBar(QPainter &painter, const FlightBar &bar, const QRectF &row, const Tokens &tokens, const QColor &ground);

/// The dots of a wait that chance added.
void paintRandomWait(QPainter &painter, const QRectF &rect, const Tokens &tokens);
/// The hollow block of a wait the server asked for.
void paintHintWait(QPainter &painter, const QRectF &rect, const Tokens &tokens);
/// The dashed line of the time in the outbox.
void paintOutboxWait(QPainter &painter, const QRectF &rect, const Tokens &tokens);

} // namespace breakwater
