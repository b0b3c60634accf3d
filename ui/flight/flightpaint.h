// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"
#include "ui/style/tokens.h"

#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace breakwater {

/// One attempt of the waterfall with the wait after it, in places across.
struct FlightBar
{
    std::optional<SampleClass> mark; ///< none while under way
    qreal from = 0;
    std::optional<qreal> firstToken;
    std::optional<qreal> until; ///< none while under way
    std::optional<qreal> hintUntil; ///< end of the wait the server asked for
    std::optional<qreal> waitUntil; ///< end of the whole wait
    QString hintWords;
    QString waitWords;
    QString firstTokenWords;
};

/// Paints a request block in its pattern, the answer in the accent, then the hollow and the dotted wait. UI thread.
void paintFlightBar(QPainter &painter, const FlightBar &bar, const QRectF &row, const Tokens &tokens);

/// The dots of a wait that chance added.
void paintRandomWait(QPainter &painter, const QRectF &rect, const Tokens &tokens);
/// The hollow block of a wait the server asked for.
void paintHintWait(QPainter &painter, const QRectF &rect, const Tokens &tokens);

} // namespace breakwater
