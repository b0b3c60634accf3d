// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rowmark.h"

#include "ui/style/statusmark.h"

#include <QPainter>
#include <QPainterPath>

namespace breakwater {

void paintRowMark(QPainter &painter, const QRectF &rect, RowState state, SampleClass failure, const Tokens &tokens)
{
    const QPointF centre = rect.center();
    switch (state) {
    case RowState::Answered:
        paintStatusMark(painter, rect, SampleClass::Answered, tokens);
        break;
    case RowState::Failed:
        paintStatusMark(painter, rect, failure, tokens);
        break;
    case RowState::Open:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.control, 1.5));
        painter.drawEllipse(centre, 4.25, 4.25);
        break;
    case RowState::NotSent:
        painter.setPen(QPen(tokens.control, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(centre - QPointF(4, 0), centre + QPointF(4, 0));
        break;
    }
}

void paintLanded(QPainter &painter, const QRectF &rect, const RowCounts &counts, const Tokens &tokens)
{
    const auto all = static_cast<double>(counts.all());
    QPainterPath outline;
    outline.addRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(rect, tokens.track);
    const double answered = all > 0 ? rect.width() * static_cast<double>(counts.answered) / all : 0.0;
    double failed = all > 0 ? rect.width() * static_cast<double>(counts.failed) / all : 0.0;
    if (counts.failed > 0)
        failed = std::max(failed, rect.height()); // never too thin to be seen
    painter.fillRect(QRectF(rect.left(), rect.top(), answered, rect.height()), tokens.accent);
    const double left = std::min(rect.left() + answered + (answered > 0 ? 1 : 0), rect.right() - failed);
    if (failed > 0)
        paintStatusFill(painter, QRectF(left, rect.top(), failed, rect.height()), SampleClass::ServerError, tokens);
    painter.restore();
}

} // namespace breakwater
