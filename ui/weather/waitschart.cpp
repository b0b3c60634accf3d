// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/waitschart.h"

#include "ui/style/statusmark.h"
#include "ui/style/theme.h"

#include <QChart>
#include <QLocale>
#include <QLogValueAxis>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr double shortest = 0.1;
constexpr double usual = 32.0; // the longest usual wait is 30 s
constexpr std::size_t mostMarks = 500; // of overloads, and of all others: more cannot be told apart and only cost time

qreal markSize(SampleClass which)
{
    return which == SampleClass::Overloaded ? 7.0 : 9.0;
}

} // namespace

WaitsChart::WaitsChart(QWidget *parent)
    : WeatherChart(TimeLabels::Hidden, 88, parent)
    , m_anchor(new QScatterSeries)
    , m_seconds(new QLogValueAxis)
    , m_places(new QValueAxis)
{
    chart()->addSeries(m_anchor);
    chart()->addAxis(m_seconds, Qt::AlignLeft);
    chart()->addAxis(m_places, Qt::AlignBottom);
    m_seconds->setBase(10);
    m_seconds->setRange(shortest, usual);
    m_places->setRange(0, 1);
    m_anchor->attachAxis(m_seconds);
    m_anchor->attachAxis(m_places);
    m_seconds->setLineVisible(false);
    m_places->setGridLineVisible(false);
    m_places->setLineVisible(false);
    setAccessibleName(tr("Wait before each retry, in seconds"));
    dress();
}

void WaitsChart::dress()
{
    dressAxis(*m_seconds);
    dressAxis(*m_places);
}

void WaitsChart::refill()
{
    // The common ones first, so that rarer marks stay on top; of very many every so-manieth, wherever they lie.
    m_marked.clear();
    for (const bool overloads : {true, false}) {
        std::vector<std::size_t> mine;
        for (std::size_t index = 0; index < window().waits.size(); ++index) {
            const SampleClass cause = window().waits[index].cause;
            if ((cause == SampleClass::Overloaded) == overloads && shown()[static_cast<std::size_t>(cause)])
                mine.push_back(index);
        }
        const std::size_t marks = std::min(mine.size(), mostMarks);
        for (std::size_t mark = 0; mark < marks; ++mark)
            m_marked.push_back(mine[mark * mine.size() / marks]);
    }
    double longest = usual;
    for (const RetryWait &wait : window().waits) {
        if (shown()[static_cast<std::size_t>(wait.cause)])
            longest = std::max(longest, toSeconds(wait.wait.total()) * 1.2);
    }
    m_seconds->setRange(shortest, longest);
}

std::vector<WeatherChart::ScaleMark> WaitsChart::scaleMarks() const
{
    std::vector<ScaleMark> marks;
    const double decades = std::log10(m_seconds->max() / shortest);
    for (double seconds = shortest; seconds <= m_seconds->max() * 1.001; seconds *= 10)
        marks.push_back({std::log10(seconds / shortest) / decades, QLocale().toString(seconds, 'g', 6)});
    return marks;
}

void WaitsChart::paintMarks(QPainter &painter) const
{
    const Tokens &tokens = Theme::instance().tokens();
    const QRectF area = plot();
    const double decades = std::log10(m_seconds->max() / shortest);
    const auto up = [&](Duration wait) {
        const double share = std::log10(std::max(toSeconds(wait), shortest) / shortest) / decades;
        return area.bottom() - area.height() * std::min(share, 1.0);
    };
    for (const std::size_t index : m_marked) {
        const RetryWait &wait = window().waits[index];
        const qreal size = markSize(wait.cause);
        const qreal across = std::clamp(placeOf(wait.at), area.left() + size / 2, area.right() - size / 2);
        const qreal top = up(wait.wait.total());
        if (wait.wait.hint > Duration::zero()) {
            const qreal floor = up(wait.wait.hint);
            painter.setPen(QPen(tokens.status(wait.cause).mark, 1));
            painter.drawLine(QPointF(across, top), QPointF(across, floor));
            painter.drawLine(QPointF(across - 2.5, floor), QPointF(across + 2.5, floor));
        }
        paintStatusMark(painter, QRectF(across - size / 2, top - size / 2, size, size), wait.cause, tokens);
    }
}

} // namespace breakwater
