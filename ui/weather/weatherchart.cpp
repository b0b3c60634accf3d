// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/weatherchart.h"

#include "ui/style/accessiblerole.h"
#include "ui/style/focusring.h"
#include "ui/style/theme.h"
#include "ui/weather/timeticks.h"
#include "ui/weather/weatherwords.h"

#include <QAbstractAxis>
#include <QChart>
#include <QGraphicsItem>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int topRoom = 11; // half a label, and what Qt Charts keeps around it

} // namespace

/// Marks, time labels and crosshair, above the series.
class WeatherChart::Overlay final : public QGraphicsItem
{
public:
    explicit Overlay(const WeatherChart &chart)
        : m_chart(chart)
    {
        setZValue(1000);
        setAcceptedMouseButtons(Qt::NoButton);
    }
    void cover(const QRectF &area)
    {
        prepareGeometryChange();
        m_area = area;
    }
    [[nodiscard]] QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        m_chart.paintMarks(*painter);
        painter->restore();
        paintCrosshair(*painter);
        paintScale(*painter);
        if (m_chart.m_labels == TimeLabels::Ends)
            paintEnds(*painter);
        else if (m_chart.m_labels == TimeLabels::Ticks)
            paintTicks(*painter);
    }

private:
    void paintCrosshair(QPainter &painter) const
    {
        if (!m_chart.m_crosshair || !m_chart.m_bucket || *m_chart.m_bucket >= m_chart.m_window.buckets.size())
            return;
        const QRectF plot = m_chart.plot();
        painter.setPen(QPen(Theme::instance().tokens().text3, 1));
        const qreal across = m_chart.placeOfBucket(*m_chart.m_bucket);
        painter.drawLine(QPointF(across, plot.top()), QPointF(across, plot.bottom()));
    }
    void paintScale(QPainter &painter) const
    {
        const QRectF plot = m_chart.plot();
        painter.setFont(fontFor(TextRole::Micro));
        painter.setPen(Theme::instance().tokens().text3);
        const qreal height = painter.fontMetrics().height();
        for (const ScaleMark &mark : m_chart.scaleMarks()) {
            const qreal middle = plot.bottom() - plot.height() * mark.up;
            painter.drawText(QRectF(0, middle - height / 2, plot.left() - 8, height), Qt::AlignRight | Qt::AlignVCenter, mark.text);
        }
    }
    void paintTicks(QPainter &painter) const
    {
        const QRectF plot = m_chart.plot();
        painter.setFont(fontFor(TextRole::Micro));
        const qreal height = painter.fontMetrics().height() + 2;
        qreal free = m_chart.rect().left();
        for (const TimeTick &tick : timeTicks(m_chart.m_window)) {
            const qreal across = m_chart.placeOf(tick.at);
            painter.setPen(QPen(Theme::instance().tokens().line2, 1));
            painter.drawLine(QPointF(across, plot.bottom()), QPointF(across, plot.bottom() + 4));
            const qreal wide = painter.fontMetrics().horizontalAdvance(tick.text) + 2;
            const qreal left = std::min(across - wide / 2, m_chart.rect().right() - wide);
            if (left < free)
                continue; // no room for all of them
            free = left + wide + 6;
            painter.setPen(Theme::instance().tokens().text3);
            painter.drawText(QRectF(left, plot.bottom() + 5, wide, height), Qt::AlignCenter, tick.text);
        }
    }
    void paintEnds(QPainter &painter) const
    {
        const QRectF plot = m_chart.plot();
        const Window &window = m_chart.m_window;
        painter.setFont(fontFor(TextRole::Micro));
        painter.setPen(Theme::instance().tokens().text3);
        const QRectF row(plot.left(), plot.bottom() + 2, plot.width(), painter.fontMetrics().height() + 2);
        const auto middle = window.from + (window.until - window.from) / 2;
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, weatherwords::clockTime(window.from, window.from));
        painter.drawText(row, Qt::AlignHCenter | Qt::AlignVCenter, weatherwords::clockTime(middle, middle));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, WeatherChart::tr("now"));
    }

    const WeatherChart &m_chart;
    QRectF m_area;
};

WeatherChart::WeatherChart(TimeLabels labels, int height, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_labels(labels)
    , m_height(height)
    , m_overlay(new Overlay(*this))
{
    scene()->addItem(m_overlay);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->setBackgroundRoundness(0);
    chart()->setBackgroundVisible(false);
    chart()->setMinimumSize(0, 0);
    setFrameShape(QFrame::NoFrame);
    setRubberBand(QChartView::NoRubberBand);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_TranslucentBackground);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setFocusPolicy(Qt::NoFocus); // the chart has it
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(*this, QAccessible::Chart);
    FocusRing::attach(this, 4, FocusRing::Lies::Inside);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, &WeatherChart::dressAll);
}

WeatherChart::~WeatherChart() = default;

QSize WeatherChart::sizeHint() const
{
    return {344, minimumHeight()};
}

void WeatherChart::setFrame(int leftRoom, TimeLabels labels, QColor Tokens::*ground)
{
    m_leftRoom = leftRoom;
    m_labels = labels;
    m_ground = ground;
    dressAll();
}

QColor WeatherChart::ground() const
{
    return Theme::instance().tokens().*m_ground;
}

void WeatherChart::show(const Window &window, const SeriesShown &shown)
{
    if (m_window == window && m_shown == shown)
        return;
    m_window = window;
    m_shown = shown;
    if (m_bucket && *m_bucket >= m_window.buckets.size())
        m_bucket.reset();
    refill();
    m_overlay->update();
}

void WeatherChart::repaintMarks()
{
    m_overlay->update();
}

void WeatherChart::setBucket(std::optional<std::size_t> bucket)
{
    if (m_bucket == bucket)
        return;
    m_bucket = bucket;
    m_overlay->update();
}

QRectF WeatherChart::plot() const
{
    return chart()->plotArea();
}

qreal WeatherChart::placeOf(WallTime at) const
{
    const auto span = std::max<double>(static_cast<double>((m_window.until - m_window.from).count()), 1.0);
    return plot().left() + plot().width() * static_cast<double>((at - m_window.from).count()) / span;
}

qreal WeatherChart::placeOfBucket(std::size_t bucket) const
{
    return plot().left() + plot().width() * (static_cast<double>(bucket) + 0.5) / static_cast<double>(m_window.buckets.size());
}

void WeatherChart::paintMarks(QPainter &) const { }

void WeatherChart::dressAxis(QAbstractAxis &axis)
{
    const Tokens &tokens = Theme::instance().tokens();
    axis.setGridLinePen(QPen(tokens.line, 1));
    axis.setMinorGridLineVisible(false);
    axis.setLabelsVisible(false);
    axis.setLinePen(QPen(tokens.line2, 1));
    axis.setTitleVisible(false);
    axis.setShadesVisible(false);
}

void WeatherChart::layOut()
{
    const double scale = Theme::instance().textScale();
    const bool labelled = m_labels != TimeLabels::Hidden;
    const int below = labelled ? qRound(20 * scale) : 11;
    setMinimumHeight(m_height + below - (labelled ? 20 : 11));
    const qreal left = m_leftRoom * scale;
    const QRectF area(QPointF(0, 0), QSizeF(viewport()->size()));
    setSceneRect(area);
    chart()->setGeometry(area);
    m_overlay->cover(area);
    chart()->setPlotArea(QRectF(left, topRoom, std::max(width() - left, 20.0), std::max(height() - topRoom - below, 20)));
    // Else the axes keep the places of the layout before.
    chart()->layout()->invalidate();
    chart()->layout()->activate();
    m_overlay->update();
}

void WeatherChart::dressAll()
{
    layOut();
    dress();
    m_overlay->update();
}

void WeatherChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void WeatherChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        layOut();
}

void WeatherChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const qreal along = (event->position().x() - plot().left()) / std::max(plot().width(), 1.0);
    if (m_window.buckets.empty() || along < 0 || along >= 1)
        Q_EMIT bucketChosen(std::nullopt);
    else
        Q_EMIT bucketChosen(static_cast<std::size_t>(along * static_cast<double>(m_window.buckets.size())));
}

void WeatherChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    Q_EMIT bucketChosen(std::nullopt);
}

void WeatherChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    Q_EMIT bucketChosen(std::nullopt);
}

void WeatherChart::keyPressEvent(QKeyEvent *event)
{
    const std::size_t count = m_window.buckets.size();
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier) {
        Q_EMIT tableRequested();
        return;
    }
    if (count == 0 || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right)) {
        QChartView::keyPressEvent(event);
        return;
    }
    const bool forward = event->key() == Qt::Key_Right;
    std::size_t next = count - 1;
    if (m_bucket)
        next = forward ? std::min(*m_bucket + 1, count - 1) : (*m_bucket == 0 ? 0 : *m_bucket - 1);
    Q_EMIT bucketChosen(next);
}

} // namespace breakwater
