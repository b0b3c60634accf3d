// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/statusmark.h"

#include <QImage>
#include <QPaintDevice>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <functional>

namespace breakwater {

namespace {

/// A texture of `width` x `height` logical pixels that `draw` paints in logical coordinates.
///
/// The image keeps ratio 1 and the brush carries the scale: QPainter ignores the ratio of a texture image.
QBrush texture(qreal width, qreal height, qreal dpr, const QColor &ground, const std::function<void(QPainter &)> &draw)
{
    const int across = qMax(1, qRound(width * dpr));
    const int down = qMax(1, qRound(height * dpr));
    QImage image(across, down, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(across / width, down / height);
    draw(painter);
    painter.end();
    QBrush brush;
    brush.setTextureImage(image);
    brush.setTransform(QTransform::fromScale(1 / dpr, 1 / dpr));
    return brush;
}

/// Stripes at 45 degrees that meet themselves at the edges of the tile; `width` is measured along the edge.
QBrush stripes(qreal tile, qreal width, bool rising, qreal dpr, const QColor &ground, const QColor &stripe)
{
    return texture(tile, tile, dpr, ground, [=](QPainter &painter) {
        if (!rising)
            painter.setTransform(QTransform(-1, 0, 0, 1, tile, 0), true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(stripe);
        for (int shift = -1; shift <= 2; ++shift) {
            const qreal left = tile * shift;
            painter.drawPolygon(QPolygonF({QPointF(left, 0), QPointF(left + width, 0), QPointF(left + width - tile, tile), QPointF(left - tile, tile)}));
        }
    });
}

qreal ratioOf(const QPainter &painter)
{
    return painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
}

} // namespace

void paintStatusMark(QPainter &painter, const QRectF &rect, SampleClass which, const Tokens &tokens)
{
    const QColor color = tokens.status(which).mark;
    const qreal side = qMin(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side, side) / 2);
    painter.scale(side / 12, side / 12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (which) {
    case SampleClass::Answered:
        painter.drawEllipse(QPointF(6, 6), 4.3, 4.3);
        break;
    case SampleClass::OwnLimit:
        painter.drawPolygon(QPolygonF({QPointF(6, 1.3), QPointF(11, 10.5), QPointF(1, 10.5)}));
        break;
    case SampleClass::Overloaded:
        painter.drawRoundedRect(QRectF(1.6, 1.6, 8.8, 8.8), 1, 1);
        break;
    case SampleClass::ServerError:
        painter.setPen(QPen(color, 2.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(2.3, 2.3), QPointF(9.7, 9.7));
        painter.drawLine(QPointF(9.7, 2.3), QPointF(2.3, 9.7));
        break;
    case SampleClass::Network: {
        QPen pen(color, 1.7, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({4.2 / 1.7, 2.08 / 1.7});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(6, 6), 4, 4);
        break;
    }
    }
    painter.restore();
}

QBrush statusBrush(SampleClass which, const Tokens &tokens, qreal dpr)
{
    const Tokens::Status &status = tokens.status(which);
    switch (which) {
    case SampleClass::Answered:
        return status.mark;
    case SampleClass::OwnLimit:
        return stripes(7, 3.7, true, dpr, status.ground, status.mark);
    case SampleClass::Overloaded:
        return texture(4, 5, dpr, status.mark, [&](QPainter &painter) {
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.fillRect(QRectF(0, 0, 4, 1), status.ground);
        });
    case SampleClass::ServerError:
        return texture(5, 5, dpr, status.ground, [&](QPainter &painter) {
            painter.setPen(QPen(status.mark, 1.5, Qt::SolidLine, Qt::SquareCap));
            painter.drawLine(QPointF(0, 0), QPointF(5, 5));
            painter.drawLine(QPointF(5, 0), QPointF(0, 5));
        });
    case SampleClass::Network:
        return status.ground;
    }
    return {};
}

void paintStatusFill(QPainter &painter, const QRectF &rect, SampleClass which, const Tokens &tokens, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, radius > 0 || which == SampleClass::Network);
    painter.setPen(Qt::NoPen);
    painter.setBrush(statusBrush(which, tokens, ratioOf(painter)));
    QRectF block = rect;
    if (which == SampleClass::Network) {
        painter.setPen(QPen(tokens.network.mark, 1.3));
        painter.setBrush(Qt::NoBrush);
        block.adjust(0.65, 0.65, -0.65, -0.65);
    }
    painter.drawRoundedRect(block, radius, radius);
    painter.restore();
}

QBrush pausedBrush(const Tokens &tokens, qreal dpr)
{
    return stripes(8, 1.7, false, dpr, tokens.ink, tokens.stripe);
}

} // namespace breakwater
