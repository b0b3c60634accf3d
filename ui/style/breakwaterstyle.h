// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QPalette>
#include <QProxyStyle>

namespace breakwater {

/// Every role of a palette from the tokens, so that a plain Qt widget fits in too.
[[nodiscard]] QPalette paletteFor(const Tokens &tokens);

/// The look of the standard controls, drawn from the tokens in force: fields, spin and combo boxes, check boxes, radio
/// buttons, menus, scroll bars, tooltips. Everything else is Fusion with our palette. UI thread.
///
/// Set it with `useBreakwaterStyle`. A field whose dynamic property "danger" is true has the danger border.
class BreakwaterStyle : public QProxyStyle
{
    Q_OBJECT
public:
    BreakwaterStyle();

    void polish(QPalette &palette) override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    [[nodiscard]] QPalette standardPalette() const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(
        StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const override;
    [[nodiscard]] QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
        const QWidget *widget) const override;

    [[nodiscard]] QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
};

/// Sets style, palette and font of the application, now and whenever the theme changes. Once, at start.
void useBreakwaterStyle();

/// Marks a field as wrong, or as right again; it is repainted.
void setDanger(QWidget &field, bool wrong);

} // namespace breakwater
