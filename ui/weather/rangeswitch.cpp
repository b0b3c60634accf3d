// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/rangeswitch.h"

#include "ui/style/focusring.h"
#include "ui/style/theme.h"
#include "ui/weather/weatherwords.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

constexpr std::array ranges {WeatherRange::QuarterHour, WeatherRange::Hour, WeatherRange::Day, WeatherRange::Week};
constexpr int side = 10; // room at each side of a word
constexpr int frame = 3;

int wordWidth(WeatherRange range)
{
    QFont font = fontFor(TextRole::Small);
    font.setWeight(QFont::Medium); // the wider of the two weights, so that nothing moves
    return QFontMetrics(font).horizontalAdvance(weatherwords::rangeName(range));
}

} // namespace

RangeSwitch::RangeSwitch(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Range: %1").arg(weatherwords::rangeName(m_range)));
    FocusRing::attach(this, metrics::controlRadius);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RangeSwitch::setRange(WeatherRange range)
{
    if (m_range == range)
        return;
    m_range = range;
    setAccessibleName(tr("Range: %1").arg(weatherwords::rangeName(m_range)));
    update();
    Q_EMIT rangeChanged(range);
}

QSize RangeSwitch::sizeHint() const
{
    int width = 2 * frame;
    for (const WeatherRange range : ranges)
        width += wordWidth(range) + 2 * side;
    return {width, std::max(metrics::smallControlHeight, fontMetrics().height() + 8)};
}

QRectF RangeSwitch::segment(int index) const
{
    qreal left = frame;
    for (int before = 0; before < index; ++before)
        left += wordWidth(ranges[static_cast<std::size_t>(before)]) + 2 * side;
    return {left, frame, qreal(wordWidth(ranges[static_cast<std::size_t>(index)]) + 2 * side), qreal(height() - 2 * frame)};
}

int RangeSwitch::segmentAt(const QPointF &place) const
{
    for (int index = 0; index < int(ranges.size()); ++index) {
        if (segment(index).adjusted(0, -frame, 0, frame).contains(place))
            return index;
    }
    return -1;
}

void RangeSwitch::mousePressEvent(QMouseEvent *event)
{
    const int index = segmentAt(event->position());
    if (event->button() == Qt::LeftButton && index >= 0)
        setRange(ranges[static_cast<std::size_t>(index)]);
}

void RangeSwitch::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = segmentAt(event->position());
    update();
}

void RangeSwitch::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void RangeSwitch::keyPressEvent(QKeyEvent *event)
{
    const auto at = static_cast<int>(std::find(ranges.begin(), ranges.end(), m_range) - ranges.begin());
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    setRange(ranges[static_cast<std::size_t>(std::clamp(at + step, 0, int(ranges.size()) - 1))]);
}

void RangeSwitch::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line2, tokens.border));
    painter.setBrush(tokens.sunken);
    painter.drawRoundedRect(bordered(rect(), tokens), metrics::controlRadius, metrics::controlRadius);
    for (int index = 0; index < int(ranges.size()); ++index) {
        const WeatherRange range = ranges[static_cast<std::size_t>(index)];
        const bool on = range == m_range;
        if (on) {
            painter.setPen(QPen(tokens.line2, tokens.border));
            painter.setBrush(tokens.raised);
            painter.drawRoundedRect(segment(index).adjusted(-0.5, -0.5, 0.5, 0.5), 6, 6);
        }
        QFont font = fontFor(TextRole::Small);
        font.setWeight(on ? QFont::Medium : QFont::Normal);
        painter.setFont(font);
        painter.setPen(on || index == m_hovered ? tokens.text : tokens.text2);
        painter.drawText(segment(index), Qt::AlignCenter, weatherwords::rangeName(range));
    }
}

} // namespace breakwater
