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
constexpr int markIndent = 18; // of a sentence, for the mark before it
constexpr int buttonGap = 8;
constexpr double turnsPerSecond = 0.8;

int linesOf(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    const int high = metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text).height();
    return std::max(1, (high + metrics.leading()) / metrics.lineSpacing());
}

/// The words that a card has most often: they fit, and what is longer is cut at the end.
std::vector<Words> usualWords()
{
    constexpr std::array usual {std::pair(FaultKind::Overloaded, 529), std::pair(FaultKind::RateLimited, 429), std::pair(FaultKind::Transient, 500),
        std::pair(FaultKind::TimeoutServer, 504), std::pair(FaultKind::Truncated, 200)};
    FaultContext context;
    context.provider = QStringLiteral("Anthropic");
    context.left = std::chrono::seconds(38);
    std::vector<Words> all;
    for (const auto &[kind, status] : usual) {
        Fault fault;
        fault.kind = kind;
        fault.status = status;
        fault.host = QStringLiteral("api.anthropic.com");
        all.push_back(wordsFor(fault, context));
    }
    return all;
}

/// Where the buttons go: beside each other, below the words; a narrow card gives the ring's column too, then more rows.
struct ButtonRows
{
    ButtonRows(int width, const std::vector<QSize> &sizes)
    {
        int wide = -buttonGap;
        for (const QSize &size : sizes)
            wide += size.width() + buttonGap;
        left = textLeft + wide + side <= width ? textLeft : side;
        int x = left;
        int y = 0;
        for (const QSize &size : sizes) {
            if (x > left && x + size.width() > width - side) {
                x = left;
                y += size.height() + buttonGap;
            }
            places.emplace_back(QPoint(x, y), size);
            x += size.width() + buttonGap;
            height = y + size.height();
        }
    }
    int left = textLeft;
    int height = 0;
    std::vector<QRect> places;
};

/// From the top down, at a width and the present size of text.
struct CardLines
{
    explicit CardLines(int width)
        : textWidth(std::max(80, width - textLeft - side))
    {
        for (const Words &words : usualWords()) {
            titleLines = std::max(titleLines, linesOf(words.title, fontFor(TextRole::Heading), textWidth));
            sentenceLines = std::max(sentenceLines, linesOf(words.sentence, fontFor(TextRole::Interface), textWidth - markIndent));
        }
        std::vector<QSize> buttonSizes;
        FaultContext context;
        context.next = QStringLiteral("Haiku 4.5");
        for (const WordsAction action : {WordsAction::TryNow, WordsAction::UseNext, WordsAction::Keep, WordsAction::Cancel})
            buttonSizes.push_back(Button(Button::Kind::Plain, actionText(action, context)).sizeHint());
        title = top + 1;
        sentence = title + scaled(22) * titleLines + scaled(2);
        trail = sentence + scaled(19) * sentenceLines + 14;
        attempt = trail + scaled(35) + 1;
        buttons = attempt + scaled(16) * sentenceLines + 16;
        height = buttons + ButtonRows(width, buttonSizes).height + 17;
    }
    int textWidth;
    int titleLines = 1;
    int sentenceLines = 1;
    int title = 0;
    int sentence = 0;
    int trail = 0;
    int attempt = 0;
    int buttons = 0;
    int height = 0;
};

/// All cards of a window have one width: the last answer is kept.
const CardLines &cardLines(int width)
{
    static std::pair<int, double> askedFor;
    static std::optional<CardLines> lines;
    if (const std::pair asked(width, Theme::instance().textScale()); !lines || asked != askedFor) {
        lines.emplace(width);
        askedFor = asked;
    }
    return *lines;
}

} // namespace

RetryCard::RetryCard(TurnId id, const TimeSource &time, QWidget *parent)
    : QWidget(parent)
    , m_id(std::move(id))
    , m_time(time)
    , m_ring(new CountdownRing(this))
    , m_try(new Button(Button::Kind::Plain, tr("Try now"), this))
    , m_next(new Button(Button::Kind::Plain, QString(), this))
    , m_keep(new Button(Button::Kind::Plain, tr("Keep in outbox"), this))
    , m_batch(new Button(Button::Kind::Plain, tr("Send as batch"), this))
    , m_cancel(new Button(Button::Kind::Quiet, tr("Cancel"), this))
{
    setObjectName(QStringLiteral("RetryCard"));
    setFocusPolicy(Qt::NoFocus);
    // A click must not take the focus: the button goes with its state, and the focus would jump.
    for (Button *button : {m_try, m_next, m_keep, m_batch, m_cancel})
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
    connect(m_batch, &QAbstractButton::clicked, this, [this] { Q_EMIT sendAsBatch(m_id); });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { Q_EMIT cancel(m_id); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        placeButtons();
        update();
    });
}

int RetryCard::heightFor(int width)
{
    return cardLines(width).height;
}

QSize RetryCard::sizeHint() const
{
    return {metrics::messageWidth, heightFor(metrics::messageWidth)};
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
    if (!m_turn.wait || trying() || m_turn.awaitsHours())
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
    const bool offers = offersBatch(m_turn, m_routes);
    if (!offers && m_batch->hasFocus())
        m_try->setFocus(Qt::OtherFocusReason); // else it went on to Cancel
    m_batch->setVisible(offers);
    placeButtons();
}

void RetryCard::placeButtons()
{
    std::vector<Button *> shown;
    std::vector<QSize> sizes;
    for (Button *button : {m_try, m_next, m_keep, m_batch, m_cancel}) {
        if (button->isHidden())
            continue;
        shown.push_back(button);
        sizes.push_back(button->sizeHint());
    }
    const int from = cardLines(width()).buttons;
    const ButtonRows rows(width(), sizes);
    for (std::size_t each = 0; each < shown.size(); ++each)
        shown[each]->setGeometry(rows.places[each].translated(0, from));
    m_cancel->move(qMax(m_cancel->x(), width() - side - 1 - m_cancel->width()), m_cancel->y()); // apart from the others
}

void RetryCard::announce()
{
    const QString batch = !m_turn.batch ? QString() : m_turn.batch->leaves ? QStringLiteral("leaves") : QStringLiteral("in");
    const QString state = QStringLiteral("%1/%2/%3/%4").arg(static_cast<int>(m_turn.phase)).arg(m_turn.attempts.size()).arg(static_cast<int>(m_turn.awaits)).arg(batch);
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
    const CardLines &lines = cardLines(width());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line2, tokens.border));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(bordered(rect(), tokens), metrics::cardRadius, metrics::cardRadius);
    paintRing(painter);

    const auto write = [&](int y, int lineHeight, int most, const QFont &font, const QColor &color, const QString &text, int indent) {
        painter.setFont(font);
        painter.setPen(color);
        const int room = lines.textWidth - indent;
        const int needed = linesOf(text, font, room);
        // Broken at words, each line leaves something at its end.
        const QString shown = needed <= most ? text : QFontMetrics(font).elidedText(text, Qt::ElideRight, room * most - room / 8 * (most - 1));
        painter.drawText(QRect(textLeft + indent, y, room, lineHeight * std::min(needed, most)), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, shown);
    };
    write(lines.title, scaled(22), lines.titleLines, fontFor(TextRole::Heading), tokens.text, m_title, 0);

    int indent = 0;
    // Only where the sentence is about the fault.
    const bool about = m_turn.phase == TurnPhase::Waiting || trying();
    const std::optional<SampleClass> kind = about ? cardMark(m_turn) : std::nullopt;
    if (kind) {
        paintStatusMark(painter, QRectF(textLeft, lines.sentence + (scaled(19) - 12) / 2.0, 12, 12), *kind, tokens);
        indent = markIndent;
    }
    write(lines.sentence, scaled(19), lines.sentenceLines, fontFor(TextRole::Interface), tokens.text2, m_sentence, indent);
    paintTrail(painter, QRectF(textLeft, lines.trail, lines.textWidth, scaled(35)));
    write(lines.attempt, scaled(16), lines.sentenceLines, fontFor(TextRole::Small), tokens.text2, m_attempt, 0);
}

void RetryCard::paintRing(QPainter &painter) const
{
    const Tokens &tokens = Theme::instance().tokens();
    constexpr qreal thickness = 3.5;
    const QRectF box(side + 1, top + 1, ringSize, ringSize);
    const QRectF circle = QRectF(box.center() - QPointF(22.5, 22.5), QSizeF(45, 45));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.track, thickness));
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
        font.setPixelSize(seconds < 100 ? qMin(scaled(16), 22) : qMin(scaled(13), 15)); // within the ring
        painter.setFont(font);
        painter.setPen(tokens.text);
        painter.drawText(box, Qt::AlignCenter, seconds < 100 ? QString::number(seconds) : clockSpan(std::chrono::seconds(seconds)));
        return;
    }
    paintIcon(painter, isHeldByKeychain(m_turn) ? Icon::Lock : m_turn.isInBatch() ? Icon::Layers : m_turn.offPeak ? Icon::Moon : m_turn.phase == TurnPhase::Unknown ? Icon::Info : Icon::Outbox, box, 20, tokens.text2);
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
