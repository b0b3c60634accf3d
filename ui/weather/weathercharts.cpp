// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/weathercharts.h"

#include "ui/style/theme.h"
#include "ui/weather/charttip.h"
#include "ui/weather/responseschart.h"
#include "ui/weather/roomchart.h"
#include "ui/weather/section.h"
#include "ui/weather/themedlabel.h"
#include "ui/weather/waitschart.h"
#include "ui/weather/weathertable.h"
#include "ui/weather/weatherwords.h"

#include <QBoxLayout>
#include <QPainter>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int wideNames = 88; // names of routes and figures of the axes stand in one column

ThemedLabel *note(const QString &text = {})
{
    return new ThemedLabel(TextRole::Micro, &Tokens::text3, text);
}

} // namespace

/// One line through all charts.
class WeatherCharts::Crosshair final : public QWidget
{
public:
    explicit Crosshair(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

private:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::instance().tokens().text3); }
};

WeatherCharts::WeatherCharts(WeatherFeed &feed, Form form, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_form(form)
    , m_responses(new ResponsesChart)
    , m_waits(new WaitsChart)
    , m_lanes(new RouteLanes)
{
    if (form == Form::Narrow)
        buildNarrow();
    else
        buildWide();
    for (WeatherChart *chart : charts()) {
        connect(chart, &WeatherChart::bucketChosen, this, &WeatherCharts::choose);
        connect(chart, &WeatherChart::tableRequested, this, &WeatherCharts::showTable);
    }
    connect(&feed, &WeatherFeed::rangeChanged, this, [this] { choose(std::nullopt); });
    m_tip = new ChartTip(this);
}

std::vector<WeatherChart *> WeatherCharts::charts() const
{
    std::vector<WeatherChart *> all {m_responses, m_waits};
    if (m_rooms)
        all.push_back(m_rooms);
    return all;
}

void WeatherCharts::buildNarrow()
{
    QBoxLayout *lines = tightColumn(this);
    lines->addWidget(m_responses, 3);
    lines->addSpacing(10);
    lines->addLayout(titleRow(tr("Wait before each retry"), note(tr("seconds"))));
    lines->addWidget(m_waits, 2);
    m_routesSection = section(tr("Routes"), nullptr, m_lanes);
    lines->addWidget(m_routesSection);
}

void WeatherCharts::buildWide()
{
    m_rooms = new RoomChart;
    m_perBucket = note();
    m_lowest = note();
    m_responses->setFrame(wideNames, WeatherChart::TimeLabels::Hidden, &Tokens::canvas);
    m_waits->setFrame(wideNames, WeatherChart::TimeLabels::Hidden, &Tokens::canvas);
    m_rooms->setFrame(wideNames, WeatherChart::TimeLabels::Ticks, &Tokens::canvas);
    m_lanes->setFrame(wideNames, 0, &Tokens::canvas);
    for (WeatherChart *chart : charts())
        chart->hideCrosshair();
    QBoxLayout *lines = tightColumn(this);
    const auto add = [&](const QString &title, QLabel *beside, QWidget *chart, int share) {
        lines->addLayout(titleRow(title, beside));
        lines->addWidget(chart, share);
    };
    add(tr("Responses"), m_perBucket, m_responses, 5);
    add(tr("Wait before each retry"), note(tr("seconds")), m_waits, 3);
    lines->addSpacing(4);
    add(tr("Routes"), nullptr, m_lanes, 0);
    lines->addSpacing(8);
    add(tr("Room left"), m_lowest, m_rooms, 3);
    m_crosshair = new Crosshair(this);
}

void WeatherCharts::refresh()
{
    const Window &window = m_feed.window();
    m_responses->show(window, m_feed.shown());
    m_waits->show(window, m_feed.shown());
    std::vector<RouteLanes::Lane> lanes = m_feed.lanes();
    if (m_routesSection)
        m_routesSection->setVisible(!lanes.empty());
    m_lanes->show(std::move(lanes), window.from, window.until, m_feed.now());
    if (m_rooms) {
        RoomLine tokens = m_feed.roomLine(RoomLeft::Dimension::InputTokens);
        if (std::none_of(tokens.begin(), tokens.end(), [](const auto &each) { return each.has_value(); }))
            tokens = m_feed.roomLine(RoomLeft::Dimension::Tokens);
        m_rooms->show(window, m_feed.shown());
        m_rooms->setLines(m_feed.roomLine(RoomLeft::Dimension::Requests), std::move(tokens));
        refreshNotes();
    }
    const QString words = m_feed.summary();
    for (WeatherChart *chart : charts())
        chart->setAccessibleDescription(words);
    if (m_table)
        m_table->fill(window);
}

void WeatherCharts::refreshNotes()
{
    const QString bucket = weatherwords::bucketName(m_feed.range());
    m_perBucket->setText(tr("per %1").arg(bucket));
    const bool told = std::any_of(m_rooms->requests().begin(), m_rooms->requests().end(), [](const auto &each) { return each.has_value(); })
        || std::any_of(m_rooms->tokens().begin(), m_rooms->tokens().end(), [](const auto &each) { return each.has_value(); });
    m_lowest->setText(told ? tr("lowest in each %1").arg(bucket) : tr("no provider told of a limit"));
}

void WeatherCharts::choose(std::optional<std::size_t> bucket)
{
    const Window &window = m_feed.window();
    if (bucket && *bucket >= window.buckets.size())
        bucket.reset();
    m_bucket = bucket;
    for (WeatherChart *chart : charts())
        chart->setBucket(bucket);
    placeCrosshair();
    if (!bucket) {
        m_tip->hide();
        return;
    }
    const std::vector<RouteLanes::Lane> lanes = m_feed.lanes();
    m_tip->show(window, *bucket, lanes, m_feed.now());
    const QPoint origin = m_responses->pos();
    const int across = qRound(m_responses->placeOfBucket(*bucket)) + origin.x();
    const bool right = m_form == Form::Narrow ? across + 12 + m_tip->width() <= width() : across - 18 - m_tip->width() < 0;
    m_tip->move(std::max(right ? across + 12 : across - 12 - m_tip->width(), 0), origin.y() + 4);
    m_responses->setAccessibleDescription(ChartTip::words(window, *bucket, lanes, m_feed.now()));
}

void WeatherCharts::placeCrosshair()
{
    if (!m_crosshair)
        return;
    m_crosshair->setVisible(m_bucket.has_value());
    if (!m_bucket)
        return;
    const int across = qRound(m_responses->placeOfBucket(*m_bucket)) + m_responses->x();
    const int top = m_responses->y() + qRound(m_responses->plot().top());
    const int bottom = m_rooms->y() + qRound(m_rooms->plot().bottom());
    m_crosshair->setGeometry(across, top, 1, bottom - top);
    m_crosshair->raise();
    m_tip->raise();
}

void WeatherCharts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    choose(std::nullopt); // the buckets lie elsewhere
}

void WeatherCharts::showTable()
{
    if (!m_table) {
        m_table = new WeatherTable(this);
        m_table->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_table->fill(m_feed.window());
    m_table->show();
    m_table->raise();
    m_table->activateWindow();
}

} // namespace breakwater
