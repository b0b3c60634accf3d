// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/weatherpanel.h"

#include "ui/style/button.h"
#include "ui/style/theme.h"
#include "ui/weather/charttip.h"
#include "ui/weather/rangeswitch.h"
#include "ui/weather/responseschart.h"
#include "ui/weather/roombars.h"
#include "ui/weather/roomlist.h"
#include "ui/weather/routelanes.h"
#include "ui/weather/seastateicon.h"
#include "ui/weather/seriescounter.h"
#include "ui/weather/themedlabel.h"
#include "ui/weather/waitschart.h"
#include "ui/weather/weathertable.h"
#include "ui/weather/weatherwords.h"
#include "ui/words/faultwords.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int side = 20;

/// The sea state at 28 px.
class SeaMark final : public QWidget
{
public:
    explicit SeaMark(const HealthLog &log)
        : m_log(log)
    {
        setFixedSize(28, 32);
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &tokens = Theme::instance().tokens();
        const SeaState state = m_log.sea().state;
        paintIcon(painter, seaStateIcon(state), QRectF(0, 2, 28, 28), 28, seaStateColor(state, tokens));
    }

    const HealthLog &m_log;
};

class Hairline final : public QWidget
{
public:
    Hairline()
    {
        setFixedHeight(1);
        connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    }

private:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::instance().tokens().line); }
};

QBoxLayout *column(QWidget *owner = nullptr)
{
    auto *made = new QVBoxLayout(owner);
    made->setContentsMargins(0, 0, 0, 0);
    made->setSpacing(0);
    return made;
}

QBoxLayout *titleRow(const QString &title, QLabel *note)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 6);
    row->addWidget(new ThemedLabel(TextRole::InterfaceStrong, &Tokens::text, title), 1);
    if (note)
        row->addWidget(note);
    return row;
}

/// A rule, a title with a note at its right, and what it is about.
QWidget *section(const QString &title, QLabel *note, QWidget *content)
{
    auto *made = new QWidget;
    QBoxLayout *lines = column(made);
    lines->addSpacing(12);
    lines->addWidget(new Hairline);
    lines->addSpacing(12);
    lines->addLayout(titleRow(title, note));
    lines->addWidget(content);
    return made;
}

} // namespace

WeatherPanel::WeatherPanel(const HealthLog &log, std::function<const RouteTable &()> routes,
    std::function<std::vector<RouteId>()> chainRoutes, const TimeSource &time, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_routes(std::move(routes))
    , m_chainRoutes(std::move(chainRoutes))
    , m_time(time)
{
    setWindowTitle(tr("Weather"));
    setAccessibleName(tr("Weather"));
    m_second.setInterval(std::chrono::seconds(1));
    m_second.callOnTimeout(this, &WeatherPanel::refresh);
    connect(&log, &HealthLog::changed, this, [this] {
        // The clock may just have refreshed; what came in since shows with its next beat.
        if (isVisible() && m_second.remainingTime() > 0)
            refresh();
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

WeatherPanel::~WeatherPanel() = default;

QSize WeatherPanel::sizeHint() const
{
    return {metrics::weatherWidth, 740};
}

void WeatherPanel::setRange(WeatherRange range)
{
    if (m_range == range)
        return;
    m_range = range;
    if (m_ranges) {
        m_ranges->setRange(range);
        choose(std::nullopt);
        refresh();
    }
    Q_EMIT rangeChanged(range);
}

void WeatherPanel::setShown(SampleClass which, bool shown)
{
    const auto index = static_cast<std::size_t>(which);
    if (std::exchange(m_shown[index], shown) == shown)
        return;
    if (m_counters[index]) {
        m_counters[index]->setChecked(shown);
        refresh();
    }
}

void WeatherPanel::setDocked(bool docked)
{
    m_docked = docked;
    if (!m_ownWindow)
        return;
    m_ownWindow->setVisible(docked);
    m_close->setVisible(docked);
}

QString WeatherPanel::summary() const
{
    return weatherwords::summary(m_range, m_log.window(m_range).totals, m_log.sea(), m_time.wall());
}

void WeatherPanel::build()
{
    QBoxLayout *lines = column(this);
    lines->setContentsMargins(1, 0, 0, 0); // the rule at the left edge
    lines->addWidget(buildHeader());
    lines->addWidget(new Hairline);
    m_pages = new QStackedWidget;
    m_pages->addWidget(buildEmpty());
    m_pages->addWidget(buildBody());
    lines->addWidget(m_pages, 1);
    setDocked(m_docked);
}

QWidget *WeatherPanel::buildHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(metrics::headerHeight);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(side - 1, 0, 10, 0);
    row->setSpacing(0);
    row->addWidget(new ThemedLabel(TextRole::Heading, &Tokens::text, tr("Weather")), 1);
    m_ranges = new RangeSwitch;
    m_ranges->setRange(m_range);
    m_ownWindow = new IconButton(Icon::External, tr("Own window"));
    m_ownWindow->setName(tr("Own window"), QKeySequence(Qt::SHIFT | Qt::Key_F9));
    m_ownWindow->setExtent(28, 15);
    m_close = new IconButton(Icon::Close, tr("Close"));
    m_close->setName(tr("Close the weather panel"), QKeySequence(Qt::Key_F9));
    m_close->setExtent(28, 15);
    row->addWidget(m_ranges);
    row->addSpacing(6);
    row->addWidget(m_ownWindow);
    row->addWidget(m_close);
    connect(m_ranges, &RangeSwitch::rangeChanged, this, &WeatherPanel::setRange);
    connect(m_ownWindow, &QAbstractButton::clicked, this, &WeatherPanel::ownWindowRequested);
    connect(m_close, &QAbstractButton::clicked, this, &WeatherPanel::closeRequested);
    return header;
}

QWidget *WeatherPanel::buildEmpty()
{
    auto *page = new QWidget;
    QBoxLayout *lines = column(page);
    auto *title = new ThemedLabel(TextRole::Heading, &Tokens::text, tr("No weather yet"));
    auto *sentence = new ThemedLabel(TextRole::Interface, &Tokens::text2, tr("It appears with your first turn."));
    title->setAlignment(Qt::AlignCenter);
    sentence->setAlignment(Qt::AlignCenter);
    lines->addStretch(2);
    lines->addWidget(title);
    lines->addSpacing(4);
    lines->addWidget(sentence);
    lines->addStretch(3);
    return page;
}

QWidget *WeatherPanel::buildBody()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new QWidget;
    QBoxLayout *lines = column(m_content);
    lines->setContentsMargins(side - 1, 16, side, 16);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    m_sea = new SeaMark(m_log);
    m_title = new ThemedLabel(TextRole::Heading, &Tokens::text);
    m_sentence = new ThemedLabel(TextRole::Small, &Tokens::text2);
    m_sentence->setWordWrap(true);
    QBoxLayout *words = column();
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    head->addWidget(m_sea, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    lines->addLayout(head);
    lines->addSpacing(14);

    auto *counters = new QHBoxLayout;
    counters->setSpacing(0);
    for (int index = 0; index < sampleClassCount; ++index) {
        const auto which = static_cast<SampleClass>(index);
        auto *counter = new SeriesCounter(which);
        counter->setChecked(m_shown[static_cast<std::size_t>(index)]);
        connect(counter, &QAbstractButton::toggled, this, [this, which](bool on) { setShown(which, on); });
        m_counters[static_cast<std::size_t>(index)] = counter;
        counters->addWidget(counter, 1);
    }
    lines->addLayout(counters);
    lines->addSpacing(10);

    m_responses = new ResponsesChart;
    m_waits = new WaitsChart;
    lines->addWidget(m_responses, 3);
    lines->addSpacing(10);
    lines->addLayout(titleRow(tr("Wait before each retry"), new ThemedLabel(TextRole::Micro, &Tokens::text3, tr("seconds"))));
    lines->addWidget(m_waits, 2);
    for (WeatherChart *chart : {static_cast<WeatherChart *>(m_responses), static_cast<WeatherChart *>(m_waits)}) {
        connect(chart, &WeatherChart::bucketChosen, this, &WeatherPanel::choose);
        connect(chart, &WeatherChart::tableRequested, this, &WeatherPanel::showTable);
    }

    m_lanes = new RouteLanes;
    m_routesSection = section(tr("Routes"), nullptr, m_lanes);
    lines->addWidget(m_routesSection);
    m_rooms = new RoomBars;
    m_resets = new ThemedLabel(TextRole::Micro, &Tokens::text3);
    m_roomsSection = section(tr("Room left"), m_resets, m_rooms);
    lines->addWidget(m_roomsSection);

    m_tip = new ChartTip(m_content);
    scroll->setWidget(m_content);
    // The panel paints the ground; setWidget turned filling on.
    m_content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

std::vector<RouteId> WeatherPanel::lanes() const
{
    std::vector<RouteId> found = m_chainRoutes();
    // A route outside the chain is worth a lane while something happened on it.
    for (const Route &route : m_routes().routes) {
        if (!m_log.flows(route.id).empty() && std::find(found.begin(), found.end(), route.id) == found.end())
            found.push_back(route.id);
    }
    return found;
}

void WeatherPanel::refresh()
{
    if (!m_pages || !isVisible())
        return;
    m_second.start(); // the next beat a second from here
    const WallTime now = m_time.wall();
    const bool any = !m_log.samples().empty() || !m_log.rooms().empty() || m_log.sea().since.has_value();
    m_pages->setCurrentIndex(any ? 1 : 0);
    if (!any)
        return;

    const Window window = m_log.window(m_range);
    m_title->setText(weatherwords::seaTitle(m_log.sea(), now));
    m_sentence->setText(weatherwords::seaSentence(m_log, m_routes(), now));
    m_sea->update();
    for (int index = 0; index < sampleClassCount; ++index)
        m_counters[static_cast<std::size_t>(index)]->setCount(window.totals.of(static_cast<SampleClass>(index)));
    m_responses->show(window, m_shown);
    m_waits->show(window, m_shown);
    const QString words = weatherwords::summary(m_range, window.totals, m_log.sea(), now);
    m_responses->setAccessibleDescription(words);
    m_waits->setAccessibleDescription(words);
    setAccessibleDescription(words);
    refreshRoutes(window, now);
    refreshRooms(now);
    if (m_table)
        m_table->fill(window);
}

void WeatherPanel::refreshRoutes(const Window &window, WallTime now)
{
    const RouteTable &table = m_routes();
    std::vector<RouteLanes::Lane> shown;
    for (const RouteId &id : lanes()) {
        if (table.route(id) == nullptr)
            continue;
        const std::span<const FlowChange> changes = m_log.flows(id);
        shown.push_back({shortRouteName(table, id), {changes.begin(), changes.end()}, m_log.flow(id)});
    }
    m_routesSection->setVisible(!shown.empty());
    m_lanes->show(std::move(shown), window.from, now);
}

void WeatherPanel::refreshRooms(WallTime now)
{
    const RoomList list = roomList(m_log, m_routes(), lanes(), now);
    m_roomsSection->setVisible(!list.bars.empty());
    m_resets->setText(list.note);
    m_rooms->show(list.bars);
}

void WeatherPanel::choose(std::optional<std::size_t> bucket)
{
    m_responses->setBucket(bucket);
    m_waits->setBucket(bucket);
    const Window window = m_log.window(m_range);
    if (!bucket || *bucket >= window.buckets.size()) {
        m_tip->hide();
        return;
    }
    m_tip->show(window, *bucket);
    const QPoint origin = m_responses->pos();
    const auto across = static_cast<int>(m_responses->placeOfBucket(*bucket)) + origin.x();
    const int left = across + 12 + m_tip->width() <= m_content->width() ? across + 12 : across - 12 - m_tip->width();
    m_tip->move(std::max(left, 0), origin.y() + 4);
    m_responses->setAccessibleDescription(ChartTip::words(window, *bucket));
}

void WeatherPanel::showTable()
{
    if (!m_table) {
        m_table = new WeatherTable(this);
        m_table->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_table->fill(m_log.window(m_range));
    m_table->show();
    m_table->raise();
    m_table->activateWindow();
}

void WeatherPanel::showEvent(QShowEvent *event)
{
    if (!m_pages)
        build();
    QWidget::showEvent(event);
    refresh();
    m_second.start();
}

void WeatherPanel::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QWidget::hideEvent(event);
}

void WeatherPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier && m_pages && m_pages->currentIndex() == 1)
        showTable();
    else if (event->key() == Qt::Key_Escape && isWindow())
        close();
    else
        QWidget::keyPressEvent(event);
}

void WeatherPanel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sidebar);
    if (!isWindow())
        painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
}

} // namespace breakwater
