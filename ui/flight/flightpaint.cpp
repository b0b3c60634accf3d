// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightpaint.h"

#include "ui/style/statusmark.h"

#include <QPainter>

#include <algorithm>

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
    painter.setBrush(tokens.canvas);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void paintFlightBar(QPainter &painter, const FlightBar &bar, const QRectF &row, const Tokens &tokens)
{
    const qreal middle = row.center().y();
    const QRectF line(0, middle - 8, 1, 16);
    const auto block = [&line](qreal from, qreal until) { return QRectF(from, line.top(), std::max(until - from, least), line.height()); };
    const qreal end = bar.until.value_or(bar.firstToken.value_or(bar.from) + 24);
    const qreal requestEnd = std::min(bar.firstToken.value_or(end), end);

    painter.setFont(fontFor(TextRole::Micro));
    if (bar.mark) {
        // A request that got its answer is quiet up to the first token; a failed one carries its pattern to its end.
        const bool answered = *bar.mark == SampleClass::Answered;
        paintStatusFill(painter, block(bar.from, answered ? requestEnd : end), *bar.mark, tokens, 2);
        if (!answered) {
            painter.setPen(QPen(tokens.status(*bar.mark).mark, 0.8));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(block(bar.from, end), 2, 2);
        }
    } else {
        painter.setPen(QPen(bar.until ? tokens.ink : tokens.accent, 1.2));
        painter.setBrush(tokens.canvas);
        painter.drawRoundedRect(block(bar.from, requestEnd).adjusted(0.6, 0.6, -0.6, -0.6), 2, 2);
    }
    if (bar.firstToken) {
        if (!bar.mark || *bar.mark == SampleClass::Answered) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.accent);
            painter.drawRoundedRect(block(requestEnd, end), 2, 2);
        }
        painter.setPen(QPen(tokens.text, 1.5));
        painter.drawLine(QPointF(*bar.firstToken, middle - 12), QPointF(*bar.firstToken, middle + 12));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(bar.from - 207, row.top(), 200, row.height()), Qt::AlignVCenter | Qt::AlignRight, bar.firstTokenWords);
    }

    if (!bar.waitUntil || !bar.hintUntil)
        return;
    qreal left = end + 2;
    if (!bar.hintWords.isEmpty()) {
        const QRectF hint(left, middle - 8, std::max(*bar.hintUntil - left, least), 16);
        paintHintWait(painter, hint, tokens);
        painter.setPen(tokens.text2);
        if (painter.fontMetrics().horizontalAdvance(bar.hintWords) + 8 < hint.width())
            painter.drawText(hint, Qt::AlignCenter, bar.hintWords);
        left = hint.right() + 2;
    }
    if (*bar.waitUntil > left)
        paintRandomWait(painter, QRectF(left, middle - 6, *bar.waitUntil - left, 13), tokens);
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(std::max(*bar.waitUntil, left) + 7, row.top(), 120, row.height()), Qt::AlignVCenter, bar.waitWords);
}

} // namespace breakwater
