// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QPainter;
class QStyleOption;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

namespace breakwater {

/// How BreakwaterStyle paints single controls, from the tokens in force. UI thread.

/// Between a field's border and its text, and at both ends of a menu item.
inline constexpr int controlPadding = 10;

/// Ground and border of a field: hairline on three sides, the control colour below; accent while it has the focus.
void paintField(QPainter &painter, const QStyleOption &option, bool wrong);
void paintCheckBox(QPainter &painter, const QStyleOption &option);
void paintRadioButton(QPainter &painter, const QStyleOption &option);
/// The two arrows of a spin box and the line before them.
void paintStepper(QPainter &painter, const QRectF &rect, const QStyleOptionSpinBox &option);
/// What a menu's line says: "Send now\nSonnet 4.5\tEnter" has a second, quieter line, and keys.
struct MenuWords
{
    QString first;
    QString second;
    QString keys;
};
[[nodiscard]] MenuWords menuWords(const QString &text);
/// Pixels that the words of such a line take.
[[nodiscard]] int twoLineItemWidth(const QStyleOptionMenuItem &item);
void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &item);
void paintScrollSlider(QPainter &painter, const QRectF &slider, const QStyleOptionSlider &option);

} // namespace breakwater
