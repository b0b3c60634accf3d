// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/retrycard.h"

#include "ui/style/button.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/transcript/attempttrail.h"
#include "ui/transcript/countdownring.h"
#include "ui/words/faultwords.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace breakwater {

namespace {

// The card at text size 1; what holds text grows with it.
constexpr int side = 20;
constexpr int top = 18;
constexpr int ringSize = 52;
constexpr int textLeft = side + ringSize + 17;
constexpr double turnsPerSecond = 0.8;

struct CardLines
{
    int title = top + 1;
    int sentence = title + scaled(24);
    int trail = sentence + scaled(19) + 14;
    int attempt = trail + scaled(35) + 1;
    int buttons = attempt + scaled(16) + 16;
    int height = buttons + scaled(metrics::controlHeight) + 17;
};

} // namespace

RetryCard::RetryCard(TurnId id, const TimeSource &time, QWidget *parent)
    : QWidget(parent)
    , m_id(std::move(id))
    , m_time(time)
    , m_ring(new CountdownRing(this))
    , m_try(new Button(Button::Kind::Plain, tr("Try now"), this))
    , m_next(new Button(Button::Kind::Plain, QString(), this))
    , m_keep(new Button(Button::Kind::Plain, tr("Keep in outbox"), this))
    , m_cancel(new Button(Button::Kind::Quiet, tr("Cancel"), this))
{
    setObjectName(QStringLiteral("RetryCard"));
    setFocusPolicy(Qt::NoFocus);
    // A click must not take the focus: the button goes with its state, and the focus would jump.
    for (Button *button : {m_try, m_next, m_keep, m_cancel})
        button->setFocusPolicy(Qt::TabFocus);
    m_ring->setGeometry(side + 1, top + 1, ringSize, ringSize);
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &RetryCard::tick);
    connect(m_try, &QAbstractButton::clicked, this, [this] {
        // Once a turn rests, it begins anew; while it waits, it only stops waiting.
        if (isHeldByKeychain(m_turn))
            Q_EMIT unlock();
        else if (m_turn.phase == TurnPhase::Unknown || m_turn.phase == TurnPhase::Kept)
            Q_EMIT sendAgain(m_id);
        else
            Q_EMIT tryNow(m_id);
    });
    connect(m_next, &QAbstractButton::clicked, this, [this] { Q_EMIT useNext(m_id); });
    connect(m_keep, &QAbstractButton::clicked, this, [this] { Q_EMIT keep(m_id); });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { Q_EMIT cancel(m_id); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setFixedHeight(fixedHeight());
        placeButtons();
        update();
    });
    setFixedHeight(fixedHeight());
}

int RetryCard::fixedHeight()
{
    return CardLines().height;
}

QSize RetryCard::sizeHint() const
{
    return {metrics::messageWidth, fixedHeight()};
}

bool RetryCard::trying() const
{
    const bool underWay = m_turn.phase == TurnPhase::Sending || m_turn.phase == TurnPhase::Streaming || m_turn.phase == TurnPhase::Accepted;
    return underWay && !isHeldByKeychain(m_turn);
}

bool RetryCard::moves() const
{
    return trying() || m_turn.wait.has_value();
}

std::optional<double> RetryCard::remaining() const
{
    if (!m_turn.wait || trying())
        return std::nullopt;
    const double whole = toSeconds(m_turn.wait->until - m_turn.wait->from);
    const double left = toSeconds(m_turn.wait->until - m_time.now());
    return whole > 0 ? std::clamp(left / whole, 0.0, 1.0) : 0.0;
}

void RetryCard::setTurn(const TurnState &turn, const RouteTable &routes)
{
    m_turn = turn;
    m_routes = routes;
    m_attempt = attemptSentence(turn, routes);
    tick();
    updateButtons();
    announce();
    if (moves() && isVisible())
        m_timer.start();
    else if (!moves())
        m_timer.stop();
}

void RetryCard::tick()
{
    const Words words = cardWords(m_turn, m_routes, m_time.now());
    m_title = words.title;
    m_sentence = words.sentence;
    const bool counts = remaining() && m_turn.phase == TurnPhase::Waiting;
    if (counts) {
        const auto seconds = [](Duration span) { return static_cast<int>(std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(span).count())); };
        m_ring->setSeconds(seconds(m_turn.wait->until - m_time.now()), seconds(m_turn.wait->until - m_turn.wait->from));
    }
    m_ring->setVisible(counts);
    update();
}

void RetryCard::updateButtons()
{
    const FaultContext context = contextOf(m_turn, m_routes, m_time.now());
    const std::optional<SampleClass> kind = cardMark(m_turn);
    const bool waiting = m_turn.phase == TurnPhase::Waiting;
    const bool kept = m_turn.phase == TurnPhase::Kept;
    const bool unknown = m_turn.phase == TurnPhase::Unknown;
    const bool ownLimit = kind == SampleClass::OwnLimit;
    const bool held = isHeldByKeychain(m_turn);
    const bool unlocks = held && m_turn.awaits == KeyWait::Locked;

    m_try->setText(actionText(unlocks ? WordsAction::Unlock : unknown ? WordsAction::SendAgain : kept ? WordsAction::SendNow : WordsAction::TryNow, context));
    // Asking again before one's own limit frees up only fails again.
    m_try->setVisible(unlocks || unknown || kept || (waiting && !ownLimit));
    m_next->setText(actionText(WordsAction::UseNext, context));
    m_next->setVisible(!context.next.isEmpty() && (held || (waiting && kind != SampleClass::Network)));
    m_keep->setVisible(waiting || held);
    placeButtons();
}

void RetryCard::placeButtons()
{
    const CardLines lines;
    const std::array row {m_try, m_next, m_keep};
    int needed = m_cancel->sizeHint().width();
    for (const Button *button : row)
        needed += button->isHidden() ? 0 : button->sizeHint().width() + 8;
    // Under the words; a narrow card gives the ring's column too.
    int x = textLeft + needed + side <= width() ? textLeft : side;
    for (Button *button : row) {
        if (button->isHidden())
            continue;
        button->setGeometry(QRect(QPoint(x, lines.buttons), button->sizeHint()));
        x += button->width() + 8;
    }
    const QSize size = m_cancel->sizeHint();
    m_cancel->setGeometry(QRect(QPoint(qMax(x, width() - side - 1 - size.width()), lines.buttons), size));
}

void RetryCard::announce()
{
    const QString state = QStringLiteral("%1/%2/%3").arg(static_cast<int>(m_turn.phase)).arg(m_turn.attempts.size()).arg(static_cast<int>(m_turn.awaits));
    setAccessibleName(m_title);
    setAccessibleDescription(m_sentence + QLatin1Char(' ') + m_attempt);
    if (state == m_announced)
        return;
    m_announced = state;
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void RetryCard::showEvent(QShowEvent *)
{
    if (moves())
        m_timer.start();
}

void RetryCard::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void RetryCard::resizeEvent(QResizeEvent *)
{
    placeButtons();
}

void RetryCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    const CardLines lines;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line2, tokens.border));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(bordered(rect(), tokens), metrics::cardRadius, metrics::cardRadius);
    paintRing(painter);

    const qreal textWidth = width() - textLeft - side;
    const auto line = [&](int y, int height, const QFont &font, const QColor &color, const QString &text, qreal indent) {
        painter.setFont(font);
        painter.setPen(color);
        const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, textWidth - indent);
        painter.drawText(QRectF(textLeft + indent, y, textWidth - indent, height), Qt::AlignLeft | Qt::AlignVCenter, shown);
    };
    line(lines.title, scaled(22), fontFor(TextRole::Heading), tokens.text, m_title, 0);

    qreal indent = 0;
    // Only where the sentence is about the fault.
    const bool about = m_turn.phase == TurnPhase::Waiting || trying();
    const std::optional<SampleClass> kind = about ? cardMark(m_turn) : std::nullopt;
    if (kind) {
        paintStatusMark(painter, QRectF(textLeft, lines.sentence + (scaled(19) - 12) / 2.0, 12, 12), *kind, tokens);
        indent = 18;
    }
    line(lines.sentence, scaled(19), fontFor(TextRole::Interface), tokens.text2, m_sentence, indent);
    paintTrail(painter, QRectF(textLeft, lines.trail, textWidth, scaled(35)));
    line(lines.attempt, scaled(16), fontFor(TextRole::Small), tokens.text2, m_attempt, 0);
}

void RetryCard::paintRing(QPainter &painter) const
{
    const Tokens &tokens = Theme::instance().tokens();
    constexpr qreal thickness = 3.5;
    const QRectF box(side + 1, top + 1, ringSize, ringSize);
    const QRectF circle = QRectF(box.center() - QPointF(22.5, 22.5), QSizeF(45, 45));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.line2 == tokens.text ? tokens.stripe : tokens.line2, thickness)); // of high contrast: what is left is told from it
    painter.drawEllipse(circle);

    // Qt counts sixteenths of a degree, anticlockwise from three o'clock.
    constexpr int fullTurn = 360 * 16;
    constexpr int twelveOClock = 90 * 16;
    const bool still = Theme::instance().reducedMotion();
    painter.setPen(QPen(tokens.accent, thickness, Qt::SolidLine, Qt::RoundCap));
    if (trying()) {
        const double turns = still ? 0.0 : toSeconds(m_time.now().time_since_epoch()) * turnsPerSecond;
        painter.drawArc(circle, twelveOClock - qRound((turns - std::floor(turns)) * fullTurn), -fullTurn / 4);
        return;
    }
    const std::optional<double> part = remaining();
    if (part && !still && *part > 0)
        painter.drawArc(circle, twelveOClock, -qRound(*part * fullTurn));
    if (part && m_turn.phase == TurnPhase::Waiting) {
        const qint64 seconds = std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(m_turn.wait->until - m_time.now()).count());
        QFont font = fontFor(TextRole::Heading);
        font.setPixelSize(seconds < 100 ? 16 : 13);
        painter.setFont(font);
        painter.setPen(tokens.text);
        painter.drawText(box, Qt::AlignCenter, seconds < 100 ? QString::number(seconds) : clockSpan(std::chrono::seconds(seconds)));
        return;
    }
    paintIcon(painter, isHeldByKeychain(m_turn) ? Icon::Lock : m_turn.phase == TurnPhase::Unknown ? Icon::Info : Icon::Outbox, box, 20, tokens.text2);
}

void RetryCard::paintTrail(QPainter &painter, const QRectF &area) const
{
    const std::optional<double> part = remaining();
    const TriesHere tries = triesHere(m_turn);
    AttemptTrail trail;
    trail.attempts = m_turn.attempts;
    const bool held = isHeldByKeychain(m_turn);
    if (held)
        trail.attempts.pop_back(); // nothing of it left
    trail.triesLeft = held || m_turn.phase == TurnPhase::Unknown || m_turn.phase == TurnPhase::Kept ? 0 : std::max(0, tries.most - tries.made);
    if (m_turn.phase == TurnPhase::Waiting && m_turn.wait && part)
        trail.live = AttemptTrail::Live {m_turn.wait->until - m_turn.wait->from, Theme::instance().reducedMotion() ? 0.0 : 1.0 - *part};
    paintAttemptTrail(painter, area, trail, Theme::instance().tokens());
}

} // namespace breakwater
