// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightwindow.h"

#include "ui/flight/copybutton.h"
#include "ui/flight/flightdetail.h"
#include "ui/flight/flightfigures.h"
#include "ui/flight/flightpaint.h"
#include "ui/flight/flightrecordtext.h"
#include "ui/flight/flighttable.h"
#include "ui/flight/flightwords.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/themedlabel.h"
#include "ui/words/faultwords.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QSaveFile>
#include <QScrollArea>
#include <QtMath>

namespace breakwater {

namespace {

constexpr int side = 24;
constexpr int leastWidth = 640;
constexpr int leastHeight = 460;
constexpr int highestLeast = 700; // a low screen holds no more
constexpr int lowestDetail = 130;

QString sentText(WallTime at, WallTime now)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    const QString time = when.toString(QStringLiteral("HH:mm:ss"));
    if (when.date() == QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date())
        return FlightWindow::tr("Today, %1").arg(time);
    return QLocale().toString(when.date(), QLocale::ShortFormat) % QStringLiteral(", ") % time;
}

} // namespace

/// The signs of the waterfall in words; in as many lines as the width asks for.
class FlightWindow::Legend final : public QWidget
{
public:
    Legend()
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
    }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return walk(width, nullptr); }
    [[nodiscard]] QSize sizeHint() const override { return {600, heightForWidth(600)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, scaled(40)}; }

private:
    /// Goes through the signs and paints them, if there is something to paint with; the height that they take up.
    int walk(int width, QPainter *painter) const
    {
        const Tokens &tokens = Theme::instance().tokens();
        const QFontMetrics measure(fontFor(TextRole::Small));
        const int line = scaled(24);
        qreal left = side;
        qreal top = scaled(8);
        const auto entry = [&](const QString &words, qreal wide, auto paintSign) {
            const int advance = measure.horizontalAdvance(words);
            if (left > side && left + wide + 7 + advance > width - side) {
                left = side;
                top += line;
            }
            if (painter) {
                paintSign(QRectF(left, top + line / 2.0 - 6, wide, 12));
                painter->setPen(tokens.text2);
                painter->drawText(QRectF(left + wide + 7, top, advance + 2, line), Qt::AlignVCenter, words);
            }
            left += wide + 7 + advance + 20;
        };
        const auto block = [&](const QColor &color) {
            return [painter, color](const QRectF &rect) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(color);
                painter->drawRoundedRect(rect, 2, 2);
            };
        };
        entry(tr("request, filled by its result"), 22, block(tokens.answered.mark));
        entry(tr("wait the server asked for"), 22, [&](const QRectF &rect) { paintHintWait(*painter, rect, tokens); });
        entry(tr("random wait we added"), 22, [&](const QRectF &rect) { paintRandomWait(*painter, rect, tokens); });
        entry(tr("first token"), 8, [&](const QRectF &rect) {
            painter->setPen(QPen(tokens.text, 1.5));
            painter->drawLine(QPointF(rect.center().x(), rect.top() - 1), QPointF(rect.center().x(), rect.bottom() + 1));
        });
        entry(tr("answer streaming"), 22, block(tokens.accent));
        if (m_outbox)
            entry(tr("in the outbox"), 22, [&](const QRectF &rect) { paintOutboxWait(*painter, rect, tokens); });
        return qCeil(top + line + scaled(8));
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(fontFor(TextRole::Small));
        walk(width(), &painter);
    }
    bool m_outbox = false;

public:
    /// Whether something in the waterfall was in the outbox.
    void setOutbox(bool outbox)
    {
        if (m_outbox == outbox)
            return;
        m_outbox = outbox;
        updateGeometry();
        update();
    }
};

/// As high as its table where there is room, and then it scrolls.
class FlightWindow::Scroll final : public QScrollArea
{
public:
    [[nodiscard]] QSize sizeHint() const override { return widget()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, scaled(100)}; }
};

/// What the turn came to, as a mark before its sentence.
class FlightWindow::SumMark final : public QWidget
{
public:
    SumMark() { setFixedSize(12, 14); }
    void show(std::optional<SampleClass> which)
    {
        m_which = which;
        setVisible(which.has_value());
        update();
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_which)
            paintStatusMark(painter, QRectF(0, 2, 12, 12), *m_which, Theme::instance().tokens());
    }
    std::optional<SampleClass> m_which;
};

FlightWindow::FlightWindow(QWidget *parent, WallClock clock)
    : QWidget(parent, Qt::Window)
    , m_clock(clock ? std::move(clock) : [] { return WallTime(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())); })
    , m_table(new FlightTable)
    , m_scroll(new Scroll)
    , m_detail(new FlightDetail)
{
    setWindowTitle(tr("Flight record"));
    setMinimumSize(leastWidth, leastHeight);
    resize(1200, 732);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(buildHead());
    lines->addWidget(buildTotals());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_scroll->setWidget(m_table);
    lines->addWidget(m_scroll);
    m_legend = new Legend;
    lines->addWidget(m_legend);
    lines->addWidget(m_detail, 1);
    lines->addStretch(0); // where there is no attempt to tell of
    connect(m_table, &FlightTable::attemptChosen, this, [this](std::size_t attempt) { m_detail->show(m_turn, attempt, m_routes); });
    connect(m_table, &FlightTable::rowShown, this, &FlightWindow::seeRow);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    m_beat.setInterval(1000);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        if (!isVisible() || (!m_stale && isSettled(m_turn.phase)))
            m_beat.stop();
        else
            refresh();
    });
    setFocusProxy(m_table);
}

void FlightWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FlightWindow::fit()
{
    m_head->setDirection(width() < scaled(860) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_legend->setVisible(height() >= scaled(600));
    m_detail->setMinimumHeight(lowestDetail);
    const int all = layout()->minimumHeightForWidth(std::max(width(), minimumWidth()));
    const int legend = m_legend->isHidden() ? 0 : m_legend->heightForWidth(width());
    setMinimumHeight(std::clamp(all - legend, leastHeight, highestLeast));
    // The table may take what is left beyond a good third for the detail.
    const int wanted = std::clamp(height() * 3 / 10, lowestDetail, std::max(lowestDetail, scaled(240)));
    m_detail->setMinimumHeight(std::clamp(lowestDetail + height() - all, lowestDetail, wanted));
}

/// Below the head of the table, which stays where it is.
void FlightWindow::seeRow(const QRect &row)
{
    m_scroll->ensureVisible(0, row.bottom(), 0, 2);
    m_scroll->ensureVisible(0, row.top() - m_table->headHeight(), 0, 0);
}

QWidget *FlightWindow::buildHead()
{
    auto *head = new QWidget;
    m_head = new QBoxLayout(QBoxLayout::LeftToRight, head);
    m_head->setContentsMargins(side, 18, side, 8);
    m_head->setSpacing(8);
    m_title = new ThemedLabel(TextRole::PageTitle, &Tokens::text);
    m_title->setMinimumWidth(60);
    m_title->setWordWrap(true);
    m_mark = new SumMark;
    m_sum = new ThemedLabel(TextRole::Interface, &Tokens::text2);
    m_sum->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    auto *sum = new QHBoxLayout;
    sum->setSpacing(6);
    sum->addWidget(m_mark, 0, Qt::AlignTop);
    sum->addWidget(m_sum, 1);
    words->addLayout(sum);
    m_head->addLayout(words, 1);

    m_notSaved = new ThemedLabel(TextRole::Small, &Tokens::danger);
    m_notSaved->setWordWrap(true);
    m_notSaved->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notSaved->hide();
    words->addWidget(m_notSaved);

    auto *text = new CopyButton(Button::Kind::Plain, tr("Copy as text"));
    auto *json = new CopyButton(Button::Kind::Plain, tr("Copy as JSON"), CopyButton::Look::Plain);
    auto *file = new Button(Button::Kind::Plain, tr("Save…"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (Button *button : {static_cast<Button *>(text), static_cast<Button *>(json), file})
        buttons->addWidget(button, 0, Qt::AlignTop);
    buttons->addStretch(0);
    m_head->addLayout(buttons);
    connect(text, &QAbstractButton::clicked, this, [this, text] { text->copy(flightRecordText(m_turn, m_name, m_routes)); });
    connect(json, &QAbstractButton::clicked, this, [this, json] { json->copy(QString::fromUtf8(flightRecordJson(m_turn, m_name, m_routes))); });
    connect(file, &QAbstractButton::clicked, this, &FlightWindow::save);
    return head;
}

QWidget *FlightWindow::buildTotals()
{
    auto *around = new QWidget;
    auto *row = new QVBoxLayout(around);
    row->setContentsMargins(side, 6, side, 14);
    m_totals = new FlightFigures({tr("In all"), tr("Spent waiting"), tr("First token"), tr("Tokens in"), tr("Tokens out"), tr("Tokens paid for"), tr("Sent")});
    row->addWidget(m_totals);
    return around;
}

void FlightWindow::show(const TurnState &turn, const QString &title, const RouteTable &routes)
{
    const bool other = turn.id != m_turn.id;
    m_turn = turn;
    m_name = title;
    m_routes = routes;
    m_stale = true;
    // What streams in changes with each word: it is taken up at the next beat.
    if (!other && isVisible() && m_beat.isActive())
        return;
    if (other) {
        m_table->choose(0);
        m_notSaved->hide();
    }
    refresh();
    if (isVisible())
        m_beat.start();
}

void FlightWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_table->setFocus(Qt::OtherFocusReason);
    refresh();
    m_beat.start();
}

std::optional<Duration> FlightWindow::elapsed() const
{
    if (isSettled(m_turn.phase) || m_turn.phase == TurnPhase::Unknown)
        return std::nullopt;
    return std::max(std::chrono::duration_cast<Duration>(m_clock() - m_turn.acceptedAt), Duration::zero());
}

void FlightWindow::refresh()
{
    m_stale = false;
    const std::optional<Duration> now = elapsed();
    m_title->setText(m_name);
    setWindowTitle(tr("Flight record: %1").arg(m_name));
    m_sum->setText(flightSum(m_turn, m_routes));
    const bool isByBatch = m_turn.phase == TurnPhase::Answered && m_turn.batch;
    m_mark->show(isByBatch ? std::optional(SampleClass::Answered) : m_turn.attempts.empty() ? std::nullopt : attemptResult(m_turn, m_turn.attempts.size() - 1).mark);

    const FlightTotals totals = flightTotals(m_turn, now);
    const QString none = QStringLiteral("–");
    const auto tokens = [&none](const std::optional<qint64> &count) { return count ? QLocale().toString(*count) : none; };
    m_totals->set(InAll, totals.inAll ? recordSpan(*totals.inAll) : now ? tr("%1 so far").arg(roundSpan(std::chrono::floor<std::chrono::seconds>(*now))) : none);
    m_totals->set(Waiting, recordSpan(totals.waiting));
    m_totals->set(FirstToken, totals.firstContent ? recordSpan(*totals.firstContent) : none);
    m_totals->set(TokensIn, tokens(totals.tokensIn));
    m_totals->set(TokensOut, tokens(totals.tokensOut));
    m_totals->set(TokensPaid, tokens(totals.tokensPaid));
    m_totals->set(Sent, sentText(m_turn.acceptedAt, m_clock()));
    setAccessibleDescription(m_sum->text());

    bool outbox = heldBefore(m_turn, now).has_value();
    for (std::size_t index = 0; index < m_turn.attempts.size(); ++index)
        outbox = outbox || gapAfter(m_turn, index, now).outbox;
    m_legend->setOutbox(outbox);
    m_table->show(m_turn, m_routes, now);
    m_scroll->updateGeometry();
    m_detail->show(m_turn, m_table->chosen(), m_routes);
    fit();
}

std::size_t FlightWindow::chosenAttempt() const
{
    return m_table->chosen();
}

void FlightWindow::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the flight record"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Text (*.txt)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(tr("flight-record.txt"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("json")) ? QStringLiteral("json") : QStringLiteral("txt"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &FlightWindow::saveTo);
    dialog->open();
}

bool FlightWindow::saveTo(const QString &path)
{
    const QByteArray bytes = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? flightRecordJson(m_turn, m_name, m_routes)
                                                                                        : flightRecordText(m_turn, m_name, m_routes).toUtf8();
    QSaveFile file(path);
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    m_notSaved->setVisible(!saved);
    if (saved)
        return true;
    m_notSaved->setText(tr("Not saved to %1: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    m_notSaved->setAccessibleDescription(m_notSaved->text());
    Q_EMIT saveFailed(path, file.errorString());
    return false;
}

void FlightWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void FlightWindow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.canvas);
    painter.fillRect(QRect(0, m_scroll->y() - 1, width(), 1), tokens.line);
}

} // namespace breakwater
