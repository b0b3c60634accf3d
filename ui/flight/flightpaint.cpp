// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightpaint.h"

#include "ui/style/statusmark.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPolygonF>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr qreal least = 3; // a block must be seen, however short it was

} // namespace

void paintRandomWait(QPainter &painter, const QRectF &rect, const Tokens &tokens)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.control);
    for (qreal across = rect.left() + 2.5; across < rect.right(); across += 5) {
        for (qreal down = rect.top() + 1.5; down < rect.bottom(); down += 5)
            painter.drawEllipse(QPointF(across, down), 1.15, 1.15);
    }
}

void paintHintWait(QPainter &painter, const QRectF &rect, const Tokens &tokens)
{
    painter.setPen(QPen(tokens.control, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void paintOutboxWait(QPainter &painter, const QRectF &rect, const Tokens &tokens)
{
    QPen pen(tokens.control, 1.5, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    const qreal middle = std::round(rect.center().y());
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle));
}

namespace {

/// Two strokes across a wait: it is longer than it is drawn.
void paintBreak(QPainter &painter, qreal across, qreal middle, qreal half, const Tokens &tokens, const QColor &ground)
{
    const QPolygonF gap {QPointF(across - 5, middle + half), QPointF(across - 1, middle - half), QPointF(across + 5, middle - half), QPointF(across + 1, middle + half)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawPolygon(gap);
    painter.setPen(QPen(tokens.control, 1.2));
    painter.drawLine(gap[0], gap[1]);
    painter.drawLine(gap[3], gap[2]);
}

/// The words of a wait: after it, where there is room up to `right`, else upon it, but never before `from`. Of several, the
/// first that find room.
void paintAfter(QPainter &painter, const QStringList &choice, qreal from, qreal after, qreal right, const QRectF &row, const QColor &ground)
{
    for (const QString &words : choice) {
        const qreal wide = painter.fontMetrics().horizontalAdvance(words);
        const QRectF place(std::min(after + 7, right - wide), row.top(), wide + 1, row.height());
        if (place.left() < from)
            continue;
        if (place.left() < after)
            painter.fillRect(place.adjusted(-3, 6, 2, -6), ground);
        painter.drawText(place, Qt::AlignVCenter, words);
        return;
    }
}

/// The request and what came of it.
void paintRequest(QPainter &painter, const FlightBar &bar, const QRectF &line, const Tokens &tokens, const QColor &ground)
{
    const auto block = [&line](qreal from, qreal until) { return QRectF(from, line.top(), std::max(until - from, least), line.height()); };
    const qreal requestEnd = std::min(bar.firstToken.value_or(bar.until), bar.until);
    if (bar.mark) {
        // A request that got its answer is quiet up to the first token; a failed one carries its pattern to its end.
        const bool answered = *bar.mark == SampleClass::Answered;
        paintStatusFill(painter, block(bar.from, answered ? requestEnd : bar.until), *bar.mark, tokens, 2);
        if (!answered) {
            painter.setPen(QPen(tokens.status(*bar.mark).mark, 0.8));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(block(bar.from, bar.until), 2, 2);
        }
    } else {
        painter.setPen(QPen(bar.live ? tokens.accent : tokens.ink, 1.2));
        painter.setBrush(ground);
        painter.drawRoundedRect(block(bar.from, requestEnd).adjusted(0.6, 0.6, -0.6, -0.6), 2, 2);
    }
    if (!bar.firstToken)
        return;
    if (!bar.mark || *bar.mark == SampleClass::Answered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(block(requestEnd, bar.until), 2, 2);
    }
    painter.setPen(QPen(tokens.text, 1.5));
    painter.drawLine(QPointF(*bar.firstToken, line.top() - 4), QPointF(*bar.firstToken, line.bottom() + 4));
}

} // namespace

void paintFlightBar(QPainter &painter, const FlightBar &bar, const QRectF &row, const Tokens &tokens, const QColor &ground)
{
    const qreal middle = row.center().y();
    const qreal half = scaled(16) / 2.0;
    const QRectF line(0, middle - half, 1, 2 * half);
    painter.setFont(fontFor(TextRole::Micro));

    if (bar.heldFrom)
        paintOutboxWait(painter, QRectF(*bar.heldFrom, line.top(), bar.from - *bar.heldFrom, line.height()), tokens);
    paintRequest(painter, bar, line, tokens, ground);
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(bar.from - 207, row.top(), 200, row.height()), Qt::AlignVCenter | Qt::AlignRight, bar.firstTokenWords);

    qreal left = std::max(bar.until, bar.from + least);
    if (bar.waitUntil && bar.hintUntil) {
        left += 2;
        bool said = true;
        if (!bar.hintWords.isEmpty()) {
            const QRectF hint(left, line.top(), std::max(*bar.hintUntil - left, least), line.height());
            paintHintWait(painter, hint, tokens);
            painter.setPen(tokens.text2);
            const bool broken = std::any_of(bar.breaks.begin(), bar.breaks.end(), [&hint](qreal across) { return across > hint.left() && across < hint.right(); });
            said = painter.fontMetrics().horizontalAdvance(bar.hintWords) + 8 < hint.width() && !broken;
            if (said)
                painter.drawText(hint, Qt::AlignCenter, bar.hintWords);
            left = hint.right() + 2;
        }
        if (*bar.waitUntil > left) {
            paintRandomWait(painter, QRectF(left, line.top() + 2, *bar.waitUntil - left, line.height() - 3), tokens);
            left = *bar.waitUntil;
        }
        if (!bar.outboxUntil) {
            painter.setPen(tokens.text2);
            // What found no room in its block is said after it.
            QStringList choice {bar.waitWords};
            if (!said)
                choice.prepend(bar.waitWords.isEmpty() ? bar.hintWords : QString(bar.hintWords % QLatin1Char(' ') % bar.waitWords));
            paintAfter(painter, choice, bar.until + 6, left, bar.right, row, ground);
        }
    }
    if (bar.outboxUntil) {
        paintOutboxWait(painter, QRectF(left + 2, line.top(), std::max(*bar.outboxUntil - left - 2, least), line.height()), tokens);
        painter.setPen(tokens.text2);
        paintAfter(painter, {bar.outboxWords, bar.outboxShort}, bar.until + 6, std::max(*bar.outboxUntil, left), bar.right, row, ground);
    }
    for (const qreal across : bar.breaks)
        paintBreak(painter, across, middle, half, tokens, ground);
}

} // namespace breakwater
