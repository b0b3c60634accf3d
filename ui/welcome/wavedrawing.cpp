// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/wavedrawing.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace breakwater {

namespace {
constexpr int rows = 8;
constexpr double rowDistance = 29;
constexpr double firstRow = 44;
constexpr double wallX = 250;
constexpr double wallWidth = 7;
constexpr double seaEnd = 228; // of the rough side
constexpr double calmStart = 272;
} // namespace

WaveDrawing::WaveDrawing(QWidget *parent)
    : QWidget(parent)
{
    setMinimumHeight(300);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WaveDrawing::paintEvent(QPaintEvent *)
{
    const QColor accent = Theme::instance().tokens().accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < rows; ++row) {
        const double y = firstRow + row * rowDistance;
        QColor ink = accent;
        ink.setAlphaF(static_cast<float>(0.95 - row * 0.105));
        painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap));
        // The swell grows towards the wall; each row is a little out of step with the one above.
        QPolygonF rough;
        for (double x = -4; x <= seaEnd; x += 2) {
            const double height = 5.4 + 5.6 * (x + 4) / (seaEnd + 4);
            rough.append({x, y + height * std::sin(2 * std::numbers::pi * x / 62.0 + row * 0.9)});
        }
        painter.drawPolyline(rough);
        QPainterPath calm(QPointF(calmStart, y));
        calm.cubicTo(calmStart + 28, y - 2.5, calmStart + 58, y + 2.5, calmStart + 88, y);
        calm.cubicTo(calmStart + 116, y - 1, calmStart + 146, y, qMax<double>(width(), calmStart + 168), y);
        painter.drawPath(calm);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(wallX - wallWidth / 2, 8, wallWidth, 284), wallWidth / 2, wallWidth / 2);
}

void paintLogo(QPainter &painter, const QRectF &rect)
{
    const Tokens &tokens = Theme::instance().tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 64.0, rect.height() / 64.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(QRectF(0, 0, 64, 64), 15, 15);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.onAccent, 3.6, Qt::SolidLine, Qt::RoundCap));
    for (const double y : {25.0, 42.0}) {
        QPainterPath wave(QPointF(9, y));
        wave.cubicTo(12.2, y - 6.4, 15.8, y - 6.4, 19, y);
        wave.cubicTo(22.2, y + 6.4, 25.8, y + 6.4, 28.4, y + 0.6);
        painter.drawPath(wave);
        painter.drawLine(QPointF(45, y), QPointF(55, y));
    }
    painter.setPen(QPen(tokens.onAccent, 5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(36.6, 13), QPointF(36.6, 51));
    painter.restore();
}

} // namespace breakwater
