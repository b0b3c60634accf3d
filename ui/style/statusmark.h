// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QBrush>
#include <QRectF>

class QPainter;

namespace breakwater {

/// The shape of a class, centred in `rect`: disc, triangle, square, cross, broken ring. Drawn for a box of 12 and scaled,
/// so that a class is told apart without colour. UI thread.
void paintStatusMark(QPainter &painter, const QRectF &rect, SampleClass which, const Tokens &tokens);

/// The pattern of a class for chart fills: plain, diagonal stripes, level rules every 5 px, cross-hatch. Network is hollow:
/// its brush is the bare ground, and paintStatusFill draws the outline. `dpr` is the device pixel ratio painted on: each
/// texture is made of whole device pixels.
[[nodiscard]] QBrush statusBrush(SampleClass which, const Tokens &tokens, qreal dpr);

/// A block filled with the pattern of a class, with the outline of the hollow one.
void paintStatusFill(QPainter &painter, const QRectF &rect, SampleClass which, const Tokens &tokens, qreal radius = 0.0);

/// The stripes of a paused route.
[[nodiscard]] QBrush pausedBrush(const Tokens &tokens, qreal dpr);

} // namespace breakwater
