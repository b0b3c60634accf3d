// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/roomchart.h"

#include "ui/style/theme.h"

#include <QChart>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QValueAxis>

namespace breakwater {

RoomChart::RoomChart(QWidget *parent)
    : WeatherChart(TimeLabels::Ticks, 84, parent)
    , m_share(new QValueAxis)
    , m_places(new QValueAxis)
{
    auto *anchor = new QLineSeries; // axes want a series; its lines have gaps, which Qt Charts cannot draw
    chart()->addSeries(anchor);
    chart()->addAxis(m_share, Qt::AlignLeft);
    chart()->addAxis(m_places, Qt::AlignBottom);
    m_share->setRange(0, 1);
    m_share->setTickCount(3);
    m_places->setRange(0, 1);
    anchor->attachAxis(m_share);
    anchor->attachAxis(m_places);
    m_share->setLineVisible(false);
    m_places->setGridLineVisible(false);
    m_places->setLineVisible(false);
    setAccessibleName(tr("Room left under your limits"));
    dress();
}

void RoomChart::setLines(RoomLine requests, RoomLine tokens)
{
    if (m_requests == requests && m_tokens == tokens)
        return;
    m_requests = std::move(requests);
    m_tokens = std::move(tokens);
    repaintMarks();
}

void RoomChart::dress()
{
    dressAxis(*m_share);
    dressAxis(*m_places);
}

std::vector<WeatherChart::ScaleMark> RoomChart::scaleMarks() const
{
    const QLocale locale;
    const auto percent = [&locale](int value) -> QString { return locale.toString(value) + locale.percent(); };
    return {{0.0, percent(0)}, {0.5, percent(50)}, {1.0, percent(100)}};
}

void RoomChart::paintMarks(QPainter &painter) const
{
    const QRectF area = plot();
    const auto paintLine = [&](const RoomLine &line, const QPen &pen) {
        if (line.empty())
            return;
        const qreal step = area.width() / static_cast<qreal>(line.size());
        QPainterPath path;
        bool drawing = false;
        for (std::size_t index = 0; index < line.size(); ++index) {
            if (!line[index]) {
                drawing = false;
                continue;
            }
            const qreal left = area.left() + step * static_cast<qreal>(index);
            const qreal height = area.bottom() - area.height() * *line[index];
            if (drawing)
                path.lineTo(left, height);
            else
                path.moveTo(left, height);
            path.lineTo(left + step, height);
            drawing = true;
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(pen);
        painter.drawPath(path);
    };
    const Tokens &tokens = Theme::instance().tokens();
    QPen dashed(tokens.text2, 1.2);
    dashed.setDashPattern({3, 2.5});
    paintLine(m_tokens, dashed);
    paintLine(m_requests, QPen(tokens.accent, 1.8));
}

} // namespace breakwater
