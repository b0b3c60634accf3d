// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxdetail.h"

#include "core/chat/contextfit.h"
#include "core/chat/conversation.h"
#include "core/route/batchroutes.h"
#include "ui/composer/composer.h"
#include "ui/composer/routechip.h"
#include "ui/outbox/outboxwords.h"
#include "ui/style/button.h"
#include "ui/style/scrollfocus.h"
#include "ui/style/statusmark.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/weather/weatherwords.h"
#include "ui/words/offpeakwords.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QRadioButton>
#include <QScrollArea>

namespace breakwater {

namespace {

constexpr int detailWidth = 340;
constexpr qsizetype longestShown = 4000; // characters; the whole text is one click away, in the composer

/// The mark of what went wrong; nothing when that is no weather.
class Mark : public QWidget
{
public:
    explicit Mark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(12, 18);
    }
    void setClass(std::optional<SampleClass> which)
    {
        m_class = which;
        setVisible(which.has_value());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_class)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintStatusMark(painter, QRectF(0, 3, 12, 12), *m_class, Theme::instance().tokens());
    }

private:
    std::optional<SampleClass> m_class;
};

/// The person's words, as in the transcript.
class Bubble : public QLabel
{
public:
    explicit Bubble(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setContentsMargins(14, 12, 14, 12);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    /// By the font alone, so that it is the same whenever it is asked for.
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const QMargins around = contentsMargins();
        const QRect room(0, 0, width - around.left() - around.right(), QWIDGETSIZE_MAX);
        return fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height() + around.top() + around.bottom();
    }

    /// Never lower than its words: it is the largest here, so a scroll bar that comes or goes is taken from it first.
    void keepWhole() { setMinimumHeight(heightForWidth(width())); }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        keepWhole();
    }
    void paintEvent(QPaintEvent *event) override
    {
        {
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            const Tokens &tokens = Theme::instance().tokens();
            const bool outlined = tokens.bubble == tokens.canvas; // as in the transcript
            painter.setPen(outlined ? QPen(tokens.line, tokens.border) : QPen(Qt::NoPen));
            painter.setBrush(tokens.bubble);
            painter.drawRoundedRect(outlined ? bordered(rect(), tokens) : QRectF(rect()), metrics::cardRadius, metrics::cardRadius);
        }
        QLabel::paintEvent(event);
    }
};

} // namespace

OutboxDetail::OutboxDetail(std::function<const RouteTable &()> routes, QWidget *parent)
    : Ground(&Tokens::canvas, Qt::LeftEdge, parent)
    , m_title(new TextLabel(TextRole::Heading, &Tokens::text, {}, this))
    , m_written(new TextLabel(TextRole::Small, &Tokens::text2, {}, this))
    , m_text(new Bubble(this))
    , m_mark(new Mark(this))
    , m_why(new TextLabel(TextRole::Interface, &Tokens::text, {}, this))
    , m_attempts(new TextLabel(TextRole::Small, &Tokens::text2, {}, this))
    , m_flight(new Button(Button::Kind::Quiet, tr("Flight record"), this))
    , m_chip(new RouteChip(std::move(routes), this))
    , m_timing(new QWidget)
    , m_soon(addTiming(tr("As soon as a route flows"), Timing::Now))
    , m_offPeak(addTiming(tr("Off-peak"), Timing::OffPeak))
    , m_hours(new TextLabel(TextRole::Small, &Tokens::text2, {}, m_timing))
    , m_batch(addTiming(tr("As a batch"), Timing::Batch))
    , m_batchWords(new TextLabel(TextRole::Small, &Tokens::text2, {}, m_timing))
    , m_send(new Button(Button::Kind::Main, tr("Send now"), this))
{
    setAccessibleName(tr("Waiting turn"));
    m_title->setWordWrap(true);
    m_why->setWordWrap(true);
    m_flight->setSize(Button::Size::Small);
    auto *edit = new Button(Button::Kind::Plain, tr("Edit"), this);
    auto *remove = new IconButton(Icon::Trash, tr("Delete this turn"), this);
    m_flight->setToolTip(tr("All attempts of this turn"));
    edit->setToolTip(tr("Put the text back into the composer"));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 8);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(2);
    column->addWidget(m_written);
    column->addSpacing(14);
    column->addWidget(m_text);
    column->addSpacing(20);
    column->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Why it waits"), content));
    column->addSpacing(6);
    auto *why = new QHBoxLayout;
    why->setSpacing(8);
    why->addWidget(m_mark, 0, Qt::AlignTop);
    why->addWidget(m_why, 1);
    column->addLayout(why);
    column->addSpacing(4);
    auto *record = new QHBoxLayout;
    record->setSpacing(2);
    m_attempts->setWordWrap(true);
    record->addWidget(m_attempts, 1);
    record->addWidget(m_flight);
    column->addLayout(record);
    column->addSpacing(12);
    column->addWidget(m_chip, 0, Qt::AlignLeft);
    column->addSpacing(12);
    auto *timing = new QVBoxLayout(m_timing);
    timing->setContentsMargins(0, 0, 0, 0);
    timing->setSpacing(0);
    const auto below = [timing](QRadioButton *button, TextLabel *words) {
        words->setWordWrap(true);
        words->setIndent(24);
        timing->addWidget(button, 0, Qt::AlignLeft); // all of it can be clicked
        timing->addWidget(words);
        timing->addSpacing(10);
    };
    timing->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Send it"), m_timing));
    timing->addSpacing(8);
    below(m_soon, new TextLabel(TextRole::Small, &Tokens::text2, tr("Looks again every minute or so"), m_timing));
    below(m_offPeak, m_hours);
    below(m_batch, m_batchWords);
    column->addWidget(m_timing);
    column->addStretch(1);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 8, 24, 20);
    buttons->setSpacing(8);
    buttons->addWidget(m_send);
    buttons->addWidget(edit);
    buttons->addWidget(remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scrolled(content, tr("Turn"), this), 1);
    layout->addLayout(buttons);

    connect(m_send, &QAbstractButton::clicked, this, [this] { Q_EMIT sendNowWanted(m_turn); });
    connect(edit, &QAbstractButton::clicked, this, [this] { Q_EMIT editWanted(m_turn); });
    connect(remove, &QAbstractButton::clicked, this, [this] { Q_EMIT deleteWanted(m_turn); });
    connect(m_chip, &RouteChip::chosen, this, [this](const ChainId &chain) { Q_EMIT chainWanted(m_turn, chain); });
    connect(m_chip, &RouteChip::preferencesWanted, this, &OutboxDetail::chainsWanted);
    connect(m_flight, &QAbstractButton::clicked, this, [this] { Q_EMIT flightRecordWanted(m_turn); });
    connect(&Theme::instance(), &Theme::changed, this, &OutboxDetail::wear);
    wear();
}

QRadioButton *OutboxDetail::addTiming(const QString &name, Timing timing)
{
    auto *button = new QRadioButton(name, m_timing);
    connect(button, &QAbstractButton::clicked, this, [this, timing] { choose(timing); });
    return button;
}

/// What it is already is no wish.
void OutboxDetail::choose(Timing timing)
{
    if (timing != m_shown)
        Q_EMIT timingWanted(m_turn, timing);
}

int OutboxDetail::widthBeside()
{
    return scaledUp(detailWidth);
}

void OutboxDetail::setPlace(Place place)
{
    m_place = place;
    fit();
}

void OutboxDetail::fit()
{
    const bool beside = m_place == Place::Beside;
    setMinimumWidth(beside ? widthBeside() : 0);
    setMaximumWidth(beside ? widthBeside() : QWIDGETSIZE_MAX);
    setLines(beside ? Qt::LeftEdge : Qt::TopEdge);
}

void OutboxDetail::wear()
{
    fit();
    QFont font = fontFor(TextRole::Interface);
    font.setPixelSize(qRound(14 * Theme::instance().textScale()));
    m_text->setFont(font);
}

void OutboxDetail::show(const TurnState &turn, const Message *question, const RouteTable &routes, const std::optional<Stretch> &hours, WallTime now)
{
    m_turn = turn.id;
    const QString text = question != nullptr ? question->text : QString();
    m_title->setText(question != nullptr ? titleFromPrompt(text) : tr("Message not loaded yet"));
    const QString time = weatherwords::clockTime(turn.acceptedAt, now);
    m_written->setText(text.isEmpty() ? tr("Written at %1").arg(time) : tr("Written at %1, %2").arg(time, tokenEstimate(roughTokens(*question))));
    m_text->setText(text.size() > longestShown ? text.left(longestShown) + QChar(0x2026) : text);
    static_cast<Bubble *>(m_text)->keepWhole();
    m_text->setVisible(!text.isEmpty());
    static_cast<Mark *>(m_mark)->setClass(turn.fault && !turn.isInBatch() ? sampleClass(*turn.fault) : std::nullopt);
    m_why->setText(outboxwords::why(turn, routes));
    m_attempts->setText(outboxwords::attempts(turn));
    m_attempts->setVisible(!m_attempts->text().isEmpty());
    m_flight->setVisible(!turn.attempts.empty());
    m_chip->setChain(turn.chain.id);
    m_chip->setVisible(turn.phase == TurnPhase::Waiting || turn.awaitsRoute() || turn.awaitsHours());
    // One in doubt is asked for alone; one under way has no time to choose.
    m_timing->setVisible(turn.phase == TurnPhase::Kept || turn.phase == TurnPhase::Waiting);
    const bool leaves = turn.batch && turn.batch->leaves;
    m_shown = turn.batch && !leaves ? Timing::Batch : turn.offPeak ? Timing::OffPeak : Timing::Now;
    (m_shown == Timing::Batch ? m_batch : m_shown == Timing::OffPeak ? m_offPeak : m_soon)->setChecked(true);
    const bool takesBatches = batchRouteOf(turn.chain, routes).has_value();
    m_batch->setEnabled(takesBatches && !leaves);
    m_batchWords->setText(leaves ? tr("It lets go of this turn, or has answered it by then") : takesBatches ? tr("Half price, answer within 24 hours") : tr("No model of this chain takes batches"));
    m_offPeak->setEnabled(hours.has_value());
    m_hours->setText(hours ? offpeakwords::sentence(*hours, now) : tr("It has no hours yet: Preferences, Outbox and batches"));
    m_send->setEnabled(turn.phase != TurnPhase::Sending && turn.phase != TurnPhase::Accepted && !leaves);
}

QString OutboxDetail::whyText() const
{
    return m_why->text();
}

} // namespace breakwater
