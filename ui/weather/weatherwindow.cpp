// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/weatherwindow.h"

#include "ui/keyboard/keysinforce.h"
#include "ui/style/button.h"
#include "ui/style/scrollfocus.h"
#include "ui/style/theme.h"
#include "ui/weather/answertimes.h"
#include "ui/weather/noweather.h"
#include "ui/weather/rangeswitch.h"
#include "ui/weather/roombars.h"
#include "ui/weather/seamark.h"
#include "ui/weather/seastateicon.h"
#include "ui/weather/section.h"
#include "ui/weather/shownlist.h"
#include "ui/weather/statuslist.h"
#include "ui/weather/themedlabel.h"
#include "ui/weather/weathercharts.h"
#include "ui/weather/weatherwords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

namespace breakwater {

namespace {

constexpr int windowSide = 24;
constexpr int narrowestCharts = 440; // beside the side

int sideWidth()
{
    return qRound(264 * Theme::instance().textScale());
}

/// What the lines of the room chart are.
class LineKey final : public QWidget
{
public:
    LineKey()
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    }
    [[nodiscard]] QSize sizeHint() const override { return {200, QFontMetrics(fontFor(TextRole::Small)).height() + 4}; }

private:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        painter.setFont(fontFor(TextRole::Small));
        const qreal middle = height() / 2.0;
        qreal left = 0;
        QPen dashed(tokens.text2, 1.2);
        dashed.setDashPattern({3, 2.5});
        for (const auto &[pen, words] : {std::pair(QPen(tokens.accent, 1.8), WeatherWindow::tr("requests")), std::pair(dashed, WeatherWindow::tr("tokens"))}) {
            painter.setPen(pen);
            painter.drawLine(QPointF(left, middle), QPointF(left + 17, middle));
            painter.setPen(tokens.text2);
            const int wide = painter.fontMetrics().horizontalAdvance(words);
            painter.drawText(QRectF(left + 24, 0, wide + 2, height()), Qt::AlignVCenter, words);
            left += 24 + wide + 16;
        }
    }
};

} // namespace

WeatherWindow::WeatherWindow(WeatherSources sources, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_feed(std::move(sources))
{
    setWindowTitle(tr("Weather – Breakwater"));
    setAccessibleName(tr("Weather"));
    setMinimumSize(720, 520);
    m_feed.setRange(WeatherRange::Day);
    connect(&m_feed, &WeatherFeed::beat, this, &WeatherWindow::refresh);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        arrange();
        update();
    });
}

WeatherWindow::~WeatherWindow() = default;

void WeatherWindow::build()
{
    QBoxLayout *lines = tightColumn(this);
    lines->addWidget(buildHeader());
    lines->addWidget(new Hairline);
    m_pages = new QStackedWidget;
    m_pages->addWidget(new NoWeather);
    m_pages->addWidget(buildBody());
    lines->addWidget(m_pages, 1);
    arrange();
}

QWidget *WeatherWindow::buildHeader()
{
    auto *header = new QWidget;
    m_header = new QBoxLayout(QBoxLayout::LeftToRight, header);
    m_header->setContentsMargins(windowSide, 14, 16, 14);
    m_header->setSpacing(10);
    auto *left = new QHBoxLayout;
    left->setSpacing(12);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_sea = new SeaMark(m_feed.log());
    m_title = new ThemedLabel(TextRole::Heading, &Tokens::text);
    m_sentence = new ThemedLabel(TextRole::Small, &Tokens::text2);
    // Short of room they wrap rather than push the window wider.
    for (ThemedLabel *label : {m_title, m_sentence})
        label->setWordWrap(true);
    QBoxLayout *words = tightColumn();
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    words->addStretch();
    m_providers = new QComboBox;
    m_providers->setAccessibleName(tr("Provider"));
    m_providers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_providers, &QComboBox::activated, this, [this] {
        const QString id = m_providers->currentData().toString();
        m_feed.setProvider(id.isEmpty() ? std::nullopt : std::optional(ProviderId(id)));
    });
    auto *ranges = new RangeSwitch;
    ranges->setRange(m_feed.range());
    connect(ranges, &RangeSwitch::rangeChanged, &m_feed, &WeatherFeed::setRange);
    connect(&m_feed, &WeatherFeed::rangeChanged, ranges, &RangeSwitch::setRange);
    auto *exporter = new Button(Button::Kind::Plain, tr("Export…"));
    connect(exporter, &QAbstractButton::clicked, this, [this, exporter] { openExport(exporter); });
    m_pin = new IconButton(Icon::Pin, tr("Keep on top"));
    m_pin->setCheckable(true);
    connect(m_pin, &QAbstractButton::toggled, this, &WeatherWindow::setPinned);
    left->addWidget(m_sea, 0, Qt::AlignVCenter);
    left->addLayout(words, 1);
    m_header->addLayout(left, 1);
    m_header->addLayout(row);
    row->addWidget(m_providers);
    row->addSpacing(4);
    row->addWidget(ranges);
    row->addSpacing(4);
    row->addWidget(exporter);
    row->addWidget(m_pin);
    return header;
}

QWidget *WeatherWindow::buildBody()
{
    auto *body = new QWidget;
    m_body = new QBoxLayout(QBoxLayout::LeftToRight, body);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    takeFocusWhereItScrolls(*scroll, tr("Charts"));
    auto *content = new QWidget;
    QBoxLayout *lines = tightColumn(content);
    lines->setContentsMargins(windowSide, 18, 22, 16);
    m_charts = new WeatherCharts(m_feed, WeatherCharts::Form::Wide);
    lines->addWidget(m_charts);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_side = buildSide();
    m_body->addWidget(scroll, 3);
    m_body->addWidget(m_side);
    return body;
}

QWidget *WeatherWindow::buildSide()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    takeFocusWhereItScrolls(*scroll, tr("Figures"));
    auto *content = new QWidget;
    QBoxLayout *lines = tightColumn(content);
    lines->setContentsMargins(20, 18, 20, 16);
    lines->addLayout(titleRow(tr("Shown")));
    m_shown = new ShownList(m_feed);
    lines->addWidget(m_shown);
    lines->addSpacing(20);
    m_statusTitle = new QWidget;
    tightColumn(m_statusTitle)->addLayout(titleRow(tr("Provider status")));
    lines->addWidget(m_statusTitle);
    m_statuses = new StatusList;
    lines->addWidget(m_statuses);
    lines->addLayout(titleRow(tr("Answers")));
    m_times = new AnswerTimes;
    lines->addWidget(m_times);
    lines->addSpacing(10);
    m_answerers = new RoomBars;
    m_answerers->setStacked();
    lines->addWidget(m_answerers);
    lines->addSpacing(18);
    m_roomsTitle = new QWidget;
    m_resets = new ThemedLabel(TextRole::Micro, &Tokens::text3);
    QBoxLayout *title = tightColumn(m_roomsTitle);
    title->addLayout(titleRow(tr("Room left"), m_resets));
    lines->addWidget(m_roomsTitle);
    m_rooms = new RoomBars;
    m_rooms->setStacked();
    lines->addWidget(m_rooms);
    lines->addSpacing(8);
    lines->addWidget(new LineKey);
    lines->addStretch();
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

void WeatherWindow::refreshProviders()
{
    std::vector<std::pair<QString, QString>> wanted {{tr("All providers"), QString()}};
    for (const Provider &provider : m_feed.routes().providers)
        wanted.emplace_back(provider.name, provider.id.text());
    bool same = m_providers->count() == static_cast<int>(wanted.size());
    for (int index = 0; same && index < m_providers->count(); ++index)
        same = m_providers->itemText(index) == wanted[static_cast<std::size_t>(index)].first && m_providers->itemData(index).toString() == wanted[static_cast<std::size_t>(index)].second;
    if (same)
        return;
    m_providers->clear();
    for (const auto &[name, id] : wanted)
        m_providers->addItem(name, id);
    const int chosen = m_feed.provider() ? m_providers->findData(m_feed.provider()->text()) : 0;
    m_providers->setCurrentIndex(std::max(chosen, 0));
    if (chosen < 0)
        m_feed.setProvider(std::nullopt);
}

void WeatherWindow::refresh()
{
    if (!m_pages || !isVisible())
        return;
    refreshProviders();
    const HealthLog &log = m_feed.log();
    if (const SeaState state = log.sea().state; m_pictured != state) {
        setWindowIcon(icon(seaStateIcon(state), seaStateColor(state, Theme::instance().tokens())));
        m_pictured = state;
    }
    m_title->setText(weatherwords::stormTitle(m_feed.storms(), log.sea(), m_feed.range(), m_feed.now()));
    m_sentence->setText(weatherwords::stormSentence(m_feed.storms(), log, m_feed.routes(), m_feed.now()));
    m_sea->update();
    m_pages->setCurrentIndex(m_feed.isEmpty() ? 0 : 1);
    setAccessibleDescription(m_feed.summary());
    if (m_feed.isEmpty())
        return;
    m_charts->refresh();
    m_shown->refresh();
    const std::vector<StatusLine> statuses = m_feed.statuses();
    m_statusTitle->setVisible(!statuses.empty());
    m_statuses->setVisible(!statuses.empty());
    m_statuses->show(statuses, m_feed.window().from, m_feed.now());
    m_times->show(m_feed.window());
    m_answerers->show(m_feed.answerers());
    const RoomList rooms = m_feed.rooms();
    m_roomsTitle->setVisible(!rooms.bars.empty());
    m_resets->setText(rooms.note);
    m_rooms->show(rooms.bars);
}

void WeatherWindow::openExport(QWidget *below)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString span = weatherwords::rangeName(m_feed.range());
    const auto offer = [&](const QString &words, WeatherFile file) { connect(menu->addAction(words), &QAction::triggered, this, [this, file] { Q_EMIT exportWanted(file, m_feed.range()); }); };
    offer(tr("Attempts of %1 as CSV…").arg(span), WeatherFile::AttemptsCsv);
    offer(tr("Attempts of %1 as JSON…").arg(span), WeatherFile::AttemptsJson);
    menu->addSeparator();
    offer(tr("Hours of a year as CSV…"), WeatherFile::HoursCsv);
    menu->popup(below->mapToGlobal(QPoint(0, below->height() + 4)));
}

void WeatherWindow::setPinned(bool pinned)
{
    if (std::exchange(m_pinned, pinned) == pinned)
        return;
    const QRect place = geometry();
    setWindowFlag(Qt::WindowStaysOnTopHint, pinned); // hides it
    setGeometry(place);
    show();
}

void WeatherWindow::showEvent(QShowEvent *event)
{
    if (!m_pages)
        build();
    QWidget::showEvent(event);
    m_feed.setActive(true);
}

/// Short of room the switches go below the words, and the side below the charts.
void WeatherWindow::arrange()
{
    if (!m_pages)
        return;
    m_header->setDirection(width() < 980 * Theme::instance().textScale() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const bool beside = width() >= sideWidth() + scaledUp(narrowestCharts);
    m_body->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_body->setStretchFactor(m_side, beside ? 0 : 2);
    m_side->setMinimumWidth(beside ? sideWidth() : 0);
    m_side->setMaximumWidth(beside ? sideWidth() : QWIDGETSIZE_MAX);
    update();
}

void WeatherWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void WeatherWindow::hideEvent(QHideEvent *event)
{
    m_feed.setActive(false);
    QWidget::hideEvent(event);
}

void WeatherWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void WeatherWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier && m_charts && m_pages->currentIndex() == 1)
        m_charts->showTable();
    else if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close) || QKeySequence(event->keyCombination()) == KeysInForce::instance().map().keys(ShellCommand::WeatherWindow))
        close();
    else
        QWidget::keyPressEvent(event);
}

void WeatherWindow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.canvas);
    if (m_pages && m_pages->currentIndex() == 1) {
        const QRect side = m_side->geometry().translated(m_pages->pos());
        painter.fillRect(side, tokens.sidebar);
        painter.fillRect(m_body->direction() == QBoxLayout::LeftToRight ? QRect(side.left(), side.top(), 1, side.height()) : QRect(side.left(), side.top(), side.width(), 1), tokens.line);
    }
}

} // namespace breakwater
