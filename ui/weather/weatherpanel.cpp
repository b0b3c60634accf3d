// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/weatherpanel.h"

#include "ui/keyboard/keysinforce.h"
#include "ui/style/button.h"
#include "ui/style/scrollfocus.h"
#include "ui/style/theme.h"
#include "ui/weather/answertimes.h"
#include "ui/weather/noweather.h"
#include "ui/weather/rangeswitch.h"
#include "ui/weather/roombars.h"
#include "ui/weather/seamark.h"
#include "ui/weather/section.h"
#include "ui/weather/seriescounter.h"
#include "ui/weather/themedlabel.h"
#include "ui/weather/weathercharts.h"
#include "ui/weather/weatherwords.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int side = 20;

} // namespace

WeatherPanel::WeatherPanel(WeatherSources sources, QWidget *parent)
    : QWidget(parent)
    , m_feed(std::move(sources))
{
    setWindowTitle(tr("Weather"));
    setAccessibleName(tr("Weather"));
    connect(&m_feed, &WeatherFeed::beat, this, &WeatherPanel::refresh);
    connect(&m_feed, &WeatherFeed::rangeChanged, this, &WeatherPanel::rangeChanged);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

WeatherPanel::~WeatherPanel() = default;

QSize WeatherPanel::sizeHint() const
{
    return {dockedWidth(), 740};
}

int WeatherPanel::dockedWidth()
{
    return qRound(metrics::weatherWidth * std::clamp(Theme::instance().textScale(), 1.0, 1.3));
}

void WeatherPanel::build()
{
    QBoxLayout *lines = tightColumn(this);
    lines->setContentsMargins(1, 0, 0, 0); // the rule at the left edge
    lines->addWidget(buildHeader());
    lines->addWidget(new Hairline);
    m_pages = new QStackedWidget;
    m_pages->addWidget(new NoWeather);
    m_pages->addWidget(buildBody());
    lines->addWidget(m_pages, 1);
    lines->addWidget(buildStatus());
}

/// What a provider says of itself: the first that has trouble, or else the first.
QWidget *WeatherPanel::buildStatus()
{
    m_status = new QWidget;
    QBoxLayout *lines = tightColumn(m_status);
    lines->addWidget(new Hairline);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(side - 1, 13, side, 13);
    row->setSpacing(8);
    auto *mark = new QLabel;
    mark->setPixmap(icon(Icon::Info, &Tokens::text2).pixmap(16, 16));
    connect(&Theme::instance(), &Theme::changed, mark, [mark] { mark->setPixmap(icon(Icon::Info, &Tokens::text2).pixmap(16, 16)); });
    m_statusWords = new ThemedLabel(TextRole::Small, &Tokens::text);
    m_statusWords->setTextFormat(Qt::PlainText);
    m_statusWords->setWordWrap(true);
    m_statusAge = new ThemedLabel(TextRole::Small, &Tokens::text3);
    row->addWidget(mark);
    row->addWidget(m_statusWords, 1);
    row->addWidget(m_statusAge);
    lines->addLayout(row);
    m_status->hide();
    return m_status;
}

void WeatherPanel::refreshStatus()
{
    const std::vector<StatusLine> lines = m_feed.statuses();
    m_status->setVisible(!lines.empty());
    if (lines.empty())
        return;
    const auto troubled = std::find_if(lines.begin(), lines.end(), [](const StatusLine &line) { return line.status.level != StatusLevel::Working && line.status.level != StatusLevel::Unknown; });
    const StatusLine &told = troubled != lines.end() ? *troubled : lines.front();
    m_statusWords->setText(tr("%1 status: %2").arg(told.provider, StatusList::words(told.status)));
    m_statusAge->setText(StatusList::checkedWords(told.status, m_feed.now()));
}

QWidget *WeatherPanel::buildHeader()
{
    auto *header = new QWidget;
    QBoxLayout *lines = tightColumn(header);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(side - 1, 0, 10, 0);
    row->setSpacing(0);
    row->addWidget(new ThemedLabel(TextRole::Heading, &Tokens::text, tr("Weather")), 1);
    auto *ranges = new RangeSwitch;
    ranges->setRange(m_feed.range());
    auto *ownWindow = new IconButton(Icon::External, tr("Own window"));
    nameWithKeys(ownWindow, tr("Own window"), ShellCommand::WeatherWindow);
    ownWindow->setExtent(28, 15);
    auto *closer = new IconButton(Icon::Close, tr("Close"));
    nameWithKeys(closer, tr("Close the weather panel"), ShellCommand::WeatherPanel);
    closer->setExtent(28, 15);
    row->addSpacing(6);
    row->addWidget(ownWindow);
    row->addWidget(closer);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(side - 1, 0, side, 0);
    lines->addLayout(row);
    lines->addLayout(below);
    // Large text leaves no room beside the title.
    const auto fit = [header, row, below, ranges] {
        const bool large = Theme::instance().textScale() > 1.1;
        row->removeWidget(ranges);
        below->removeWidget(ranges);
        if (large)
            below->addWidget(ranges, 0, Qt::AlignLeft);
        else
            row->insertWidget(1, ranges);
        row->setContentsMargins(side - 1, large ? 10 : 0, 10, large ? 6 : 0);
        below->setContentsMargins(side - 1, 0, side, large ? 12 : 0);
        header->setMinimumHeight(metrics::headerHeight);
        header->setMaximumHeight(large ? QWIDGETSIZE_MAX : metrics::headerHeight);
    };
    fit();
    connect(&Theme::instance(), &Theme::changed, header, fit);
    connect(ranges, &RangeSwitch::rangeChanged, &m_feed, &WeatherFeed::setRange);
    connect(&m_feed, &WeatherFeed::rangeChanged, ranges, &RangeSwitch::setRange);
    connect(ownWindow, &QAbstractButton::clicked, this, &WeatherPanel::ownWindowRequested);
    connect(closer, &QAbstractButton::clicked, this, &WeatherPanel::closeRequested);
    return header;
}

QWidget *WeatherPanel::buildBody()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    takeFocusWhereItScrolls(*scroll, tr("Figures"));
    auto *content = new QWidget;
    QBoxLayout *lines = tightColumn(content);
    lines->setContentsMargins(side - 1, 16, side, 16);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    m_sea = new SeaMark(m_feed.log());
    m_title = new ThemedLabel(TextRole::Heading, &Tokens::text);
    m_sentence = new ThemedLabel(TextRole::Small, &Tokens::text2);
    m_sentence->setWordWrap(true);
    QBoxLayout *words = tightColumn();
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
        counter->setChecked(m_feed.shown()[static_cast<std::size_t>(index)]);
        connect(counter, &QAbstractButton::toggled, this, [this, which](bool on) { m_feed.setShown(which, on); });
        m_counters[static_cast<std::size_t>(index)] = counter;
        counters->addWidget(counter, 1);
    }
    connect(&m_feed, &WeatherFeed::shownChanged, this, [this](SampleClass which, bool shown) { m_counters[static_cast<std::size_t>(which)]->setChecked(shown); });
    lines->addLayout(counters);
    lines->addSpacing(10);

    m_charts = new WeatherCharts(m_feed, WeatherCharts::Form::Narrow);
    lines->addWidget(m_charts, 1);
    m_rooms = new RoomBars;
    m_resets = new ThemedLabel(TextRole::Micro, &Tokens::text3);
    m_roomsSection = section(tr("Room left"), m_resets, m_rooms);
    lines->addWidget(m_roomsSection);
    m_times = new AnswerTimes;
    m_timesSection = section(tr("Answers"), nullptr, m_times);
    lines->addWidget(m_timesSection);
    m_answerers = new RoomBars;
    m_answerersSection = section(tr("Answered by"), nullptr, m_answerers);
    lines->addWidget(m_answerersSection);

    scroll->setWidget(content);
    // The panel paints the ground; setWidget turned filling on.
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

void WeatherPanel::refresh()
{
    if (!m_pages || !isVisible())
        return;
    m_pages->setCurrentIndex(m_feed.isEmpty() ? 0 : 1);
    refreshStatus();
    if (m_feed.isEmpty())
        return;
    const Window &window = m_feed.window();
    m_title->setText(weatherwords::seaTitle(m_feed.log().sea(), m_feed.now()));
    m_sentence->setText(weatherwords::seaSentence(m_feed.log(), m_feed.routes(), m_feed.now()));
    m_sea->update();
    for (int index = 0; index < sampleClassCount; ++index)
        m_counters[static_cast<std::size_t>(index)]->setCount(window.totals.of(static_cast<SampleClass>(index)));
    m_charts->refresh();
    setAccessibleDescription(m_feed.summary());

    const RoomList rooms = m_feed.rooms();
    m_roomsSection->setVisible(!rooms.bars.empty());
    m_resets->setText(rooms.note);
    m_rooms->show(rooms.bars);
    m_timesSection->setVisible(window.total.has_value());
    m_times->show(window);
    std::vector<RoomBars::Bar> answerers = m_feed.answerers();
    m_answerersSection->setVisible(!answerers.empty());
    m_answerers->show(std::move(answerers));
}

void WeatherPanel::showTable()
{
    if (m_charts)
        m_charts->showTable();
}

void WeatherPanel::showEvent(QShowEvent *event)
{
    if (!m_pages)
        build();
    QWidget::showEvent(event);
    m_feed.setActive(true);
}

void WeatherPanel::hideEvent(QHideEvent *event)
{
    m_feed.setActive(false);
    QWidget::hideEvent(event);
}

void WeatherPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier && m_pages && m_pages->currentIndex() == 1)
        showTable();
    else
        QWidget::keyPressEvent(event);
}

void WeatherPanel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sidebar);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
}

} // namespace breakwater
