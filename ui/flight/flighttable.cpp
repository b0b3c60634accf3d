// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flighttable.h"

#include "ui/flight/flightpaint.h"
#include "ui/flight/flightrecordtext.h"
#include "ui/style/accessiblerole.h"
#include "ui/style/icons.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/words/faultwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

// Left edges of the columns at text size 100 %, and what each may use.
constexpr int outer = 12;
constexpr int numberAt = 24;
constexpr int routeAt = 52;
constexpr int resultAt = 160;
constexpr int idAt = 310;
constexpr int idWidth = 132;
constexpr int copyAt = 441;
constexpr int chartAt = 494;
constexpr int chartRight = 64;
constexpr int narrowChart = 200; // with less than this, the request ids make room
constexpr int pageOfRows = 8;

} // namespace

FlightTable::FlightTable(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleRole(*this, QAccessible::List);
    setAccessibleName(tr("Attempts"));
    m_copiedOver.setSingleShot(true);
    connect(&m_copiedOver, &QTimer::timeout, this, [this] {
        m_copied.reset();
        update();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FlightTable::show(const TurnState &turn, const RouteTable &routes, std::optional<Duration> elapsed)
{
    if (turn.id != m_turn.id)
        m_copied.reset();
    m_turn = turn;
    m_routes = routes;
    m_elapsed = isSettled(turn.phase) ? std::nullopt : elapsed;
    m_rows = flightRows(turn, routes);
    std::vector<FlightStretch> requests;
    Duration longest = m_elapsed && turn.phase != TurnPhase::Unknown ? *m_elapsed : Duration::zero();
    for (std::size_t index = 0; index < turn.attempts.size(); ++index) {
        const Duration end = endOf(turn, index, m_elapsed);
        const FlightGap gap = gapAfter(turn, index, m_elapsed);
        requests.push_back({turn.attempts[index].startedAfter, end});
        longest = std::max(longest, end + gap.wait.value_or(Duration::zero()) + gap.outbox.value_or(Duration::zero()));
    }
    m_scale = FlightScale(std::move(requests), longest);
    m_chosen = turn.attempts.empty() ? 0 : std::min(m_chosen, turn.attempts.size() - 1);
    describe();
    updateGeometry();
    update();
}

void FlightTable::choose(std::size_t attempt)
{
    if (attempt >= m_turn.attempts.size())
        return;
    if (const std::optional<std::size_t> row = rowOf(attempt))
        Q_EMIT rowShown(rowRect(*row).toRect());
    if (attempt == m_chosen)
        return;
    m_chosen = attempt;
    describe();
    update();
    Q_EMIT attemptChosen(attempt);
}

void FlightTable::describe()
{
    QString words = m_rows.empty() ? tr("No attempt yet") : m_rows.front().note;
    if (!m_turn.attempts.empty()) {
        const Attempt &attempt = m_turn.attempts[m_chosen];
        const AttemptResult result = attemptResult(m_turn, m_chosen);
        words = tr("Attempt %1 of %2, %3, %4 %5 %6")
                    .arg(m_chosen + 1)
                    .arg(m_turn.attempts.size())
                    .arg(routeName(m_routes, attempt.route), result.code, result.word, result.side)
                    .simplified();
        if (attempt.endedAfter)
            words = tr("%1, took %2").arg(words, recordSpan(*attempt.endedAfter));
        const FlightGap gap = gapAfter(m_turn, m_chosen);
        if (gap.wait)
            words = tr("%1, then a wait of %2").arg(words, recordSpan(*gap.wait));
        if (gap.outbox)
            words = tr("%1, then %2 in the outbox").arg(words, recordSpan(*gap.outbox));
    }
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
}

int FlightTable::headHeight() const
{
    return 8 + scaled(28);
}

int FlightTable::rowHeight(std::size_t row) const
{
    return scaled(m_rows[row].note.isEmpty() ? 36 : 30);
}

int FlightTable::rowTop(std::size_t row) const
{
    int top = headHeight();
    for (std::size_t before = 0; before < row; ++before)
        top += rowHeight(before);
    return top;
}

QRectF FlightTable::rowRect(std::size_t row) const
{
    return {0, qreal(rowTop(row)), qreal(width()), qreal(rowHeight(row))};
}

std::optional<std::size_t> FlightTable::rowOf(std::size_t attempt) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].attempt == attempt && m_rows[row].note.isEmpty())
            return row;
    }
    return std::nullopt;
}

std::optional<std::size_t> FlightTable::attemptAt(const QPointF &at) const
{
    if (at.y() < headTop() + headHeight())
        return std::nullopt;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].note.isEmpty() && rowRect(row).contains(at))
            return m_rows[row].attempt;
    }
    return std::nullopt;
}

bool FlightTable::isOnCopyMark(const QPointF &at) const
{
    const std::optional<std::size_t> attempt = attemptAt(at);
    return attempt && showsIds() && !m_turn.attempts[*attempt].requestId.isEmpty() && std::abs(at.x() - scaled(copyAt) - scaled(13) / 2.0) < scaledUp(13);
}

QSize FlightTable::sizeHint() const
{
    return {1198, rowTop(m_rows.size()) + 2};
}

QSize FlightTable::minimumSizeHint() const
{
    return {scaled(idAt) + 160 + chartRight, sizeHint().height()};
}

bool FlightTable::showsIds() const
{
    return width() - scaled(chartAt) - chartRight >= scaled(narrowChart);
}

QRectF FlightTable::chart() const
{
    const qreal left = scaled(showsIds() ? chartAt : idAt + 20);
    return {left, qreal(headHeight()), std::max(width() - left - chartRight, 60.0), qreal(height() - headHeight())};
}

qreal FlightTable::place(Duration after) const
{
    return chart().left() + chart().width() * m_scale.place(after);
}

QRectF FlightTable::barOf(std::size_t index) const
{
    const std::optional<std::size_t> row = rowOf(index);
    if (!row)
        return {};
    const qreal from = place(m_turn.attempts[index].startedAfter);
    return {from, qreal(rowTop(*row)), place(endOf(m_turn, index, m_elapsed)) - from, qreal(rowHeight(*row))};
}

int FlightTable::headTop() const
{
    // Inside of a scroll area this widget lies above its viewport by what was scrolled.
    return std::clamp(-y(), 0, std::max(0, height() - headHeight()));
}

void FlightTable::moveEvent(QMoveEvent *)
{
    update();
}

void FlightTable::copyId(std::size_t attempt)
{
    QGuiApplication::clipboard()->setText(m_turn.attempts[attempt].requestId);
    m_copied = attempt;
    m_copiedOver.start(2000);
    update();
}

void FlightTable::mousePressEvent(QMouseEvent *event)
{
    const std::optional<std::size_t> attempt = attemptAt(event->position());
    if (!attempt || event->button() == Qt::MiddleButton)
        return;
    choose(*attempt);
    if (event->button() == Qt::LeftButton && isOnCopyMark(event->position()))
        copyId(*attempt);
}

void FlightTable::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(isOnCopyMark(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QString FlightTable::tipAt(const QPointF &at) const
{
    const std::optional<std::size_t> index = attemptAt(at);
    if (!index)
        return {};
    const Attempt &attempt = m_turn.attempts[*index];
    if (isOnCopyMark(at))
        return tr("Copy the request id");
    if (showsIds() && at.x() >= scaled(idAt) && at.x() < scaled(copyAt))
        return attempt.requestId;
    if (at.x() < scaled(resultAt))
        return routeName(m_routes, attempt.route);
    return at.x() < chart().left() ? QString() : attemptText(m_turn, *index, m_routes).trimmed();
}

bool FlightTable::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        // As text, or the words of a server would be read as HTML.
        const QString tip = tipAt(help->pos()).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
        QToolTip::showText(help->globalPos(), tip.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(tip), this);
        return true;
    }
    return QWidget::event(event);
}

void FlightTable::keyPressEvent(QKeyEvent *event)
{
    const std::size_t last = m_turn.attempts.empty() ? 0 : m_turn.attempts.size() - 1;
    if (event->matches(QKeySequence::Copy) && !m_turn.attempts.empty())
        QGuiApplication::clipboard()->setText(attemptText(m_turn, m_chosen, m_routes));
    else if (event->key() == Qt::Key_Down)
        choose(std::min(m_chosen + 1, last));
    else if (event->key() == Qt::Key_Up)
        choose(m_chosen - std::min<std::size_t>(m_chosen, 1));
    else if (event->key() == Qt::Key_PageDown)
        choose(std::min(m_chosen + pageOfRows, last));
    else if (event->key() == Qt::Key_PageUp)
        choose(m_chosen - std::min<std::size_t>(m_chosen, pageOfRows));
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(last);
    else
        QWidget::keyPressEvent(event);
}

void FlightTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_turn.attempts.empty())
        return;
    const std::size_t attempt = m_chosen;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *id = menu->addAction(tr("Copy the request id"), this, [this, attempt] { copyId(attempt); });
    id->setEnabled(!m_turn.attempts[attempt].requestId.isEmpty());
    menu->addAction(tr("Copy this attempt as text"), this,
        [text = attemptText(m_turn, attempt, m_routes)] { QGuiApplication::clipboard()->setText(text); });
    const std::optional<std::size_t> row = rowOf(attempt);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard && row;
    menu->popup(byKey ? mapToGlobal(rowRect(*row).toRect().translated(scaled(routeAt), 0).bottomLeft()) : event->globalPos());
}

void FlightTable::paintHead(QPainter &painter) const
{
    const Tokens &tokens = Theme::instance().tokens();
    painter.fillRect(QRect(0, headTop(), width(), headHeight()), tokens.canvas);
    if (headTop() > 0)
        painter.fillRect(QRect(0, headTop() + headHeight() - 1, width(), 1), tokens.line);
    const qreal top = headTop() + 8;
    const qreal height = scaled(28);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text3);
    const auto word = [&](int at, const QString &text) { painter.drawText(QRectF(scaled(at), top, 200, height), Qt::AlignVCenter, text); };
    word(numberAt, QStringLiteral("#"));
    word(routeAt, tr("Route"));
    word(resultAt, tr("Result"));
    if (showsIds())
        word(idAt, tr("Request id"));
    painter.setFont(fontFor(TextRole::Micro));
    const auto write = [&](qreal across, const QString &text, qreal &free) {
        const qreal wide = painter.fontMetrics().horizontalAdvance(text);
        const qreal left = std::min(across - wide / 2, width() - wide - 4);
        if (left < free)
            return;
        painter.drawText(QRectF(left, top, wide + 1, height), Qt::AlignVCenter, text);
        free = left + wide + 8;
    };
    // Where not each mark has room for its words, every second has, or every third; with folds, those that find it.
    qreal widest = 0;
    for (const FlightScale::Mark &mark : m_scale.marks())
        widest = std::max(widest, qreal(painter.fontMetrics().horizontalAdvance(m_scale.label(mark))));
    const qreal apart = chart().width() / std::max(qreal(m_scale.marks().size()) - 1, 1.0);
    const auto every = m_scale.folds().empty() ? static_cast<std::size_t>(std::max(1.0, std::ceil((widest + 9) / apart))) : std::size_t(1);
    qreal free = chart().left() - scaled(24);
    for (std::size_t mark = 0; mark < m_scale.marks().size(); mark += every)
        write(chart().left() + chart().width() * m_scale.marks()[mark].place, m_scale.label(m_scale.marks()[mark]), free);
}

/// The lines of the axis, and a band for each fold in it.
void FlightTable::paintGrid(QPainter &painter) const
{
    const Tokens &tokens = Theme::instance().tokens();
    const qreal top = headHeight();
    for (const FlightStretch &fold : m_scale.folds())
        painter.fillRect(QRectF(place(fold.from), top, place(fold.until) - place(fold.from), height() - top), tokens.sunken);
    painter.setPen(tokens.line);
    for (const FlightScale::Mark &mark : m_scale.marks()) {
        const qreal across = std::floor(chart().left() + chart().width() * mark.place) + 0.5;
        painter.drawLine(QPointF(across, top), QPointF(across, height()));
    }
}

/// Where the turn is now, while it goes on.
void FlightTable::paintNow(QPainter &painter) const
{
    if (!m_elapsed || m_turn.phase == TurnPhase::Unknown)
        return;
    painter.setPen(QPen(Theme::instance().tokens().accent, 1));
    const qreal across = std::floor(place(*m_elapsed)) + 0.5;
    painter.drawLine(QPointF(across, headHeight()), QPointF(across, height()));
}

void FlightTable::paintAttempt(QPainter &painter, std::size_t index, const QRectF &row) const
{
    const Tokens &tokens = Theme::instance().tokens();
    const Attempt &attempt = m_turn.attempts[index];
    const AttemptResult result = attemptResult(m_turn, index);
    const bool chosen = index == m_chosen;
    if (chosen) {
        const QRectF ground = row.adjusted(outer, 0, -outer, 0);
        painter.setPen(hasFocus() ? QPen(tokens.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(tokens.selected);
        painter.drawRoundedRect(hasFocus() ? ground.adjusted(1, 1, -1, -1) : ground, 8, 8);
    }
    const auto cell = [&](int at, int width) { return QRectF(scaled(at), row.top(), scaled(width), row.height()); };
    const auto write = [&](const QRectF &rect, const QString &text, Qt::TextElideMode mode = Qt::ElideRight) {
        painter.drawText(rect, Qt::AlignVCenter, painter.fontMetrics().elidedText(text, mode, static_cast<int>(rect.width())));
    };
    const QFont plain = fontFor(TextRole::Interface);
    QFont strong = plain;
    strong.setWeight(QFont::Medium);

    painter.setFont(plain);
    painter.setPen(tokens.text3);
    write(cell(numberAt, 26), QString::number(attempt.number));
    painter.setFont(strong);
    painter.setPen(tokens.text);
    write(cell(routeAt, 100), shortRouteName(m_routes, attempt.route));

    painter.setFont(plain);
    QRectF outcome = cell(resultAt, 142);
    if (result.mark) {
        const qreal side = scaled(12);
        paintStatusMark(painter, QRectF(outcome.left(), outcome.center().y() - side / 2, side, side), *result.mark, tokens);
        outcome.setLeft(outcome.left() + side + 7);
    }
    if (!result.code.isEmpty()) {
        write(outcome, result.code);
        outcome.setLeft(outcome.left() + painter.fontMetrics().horizontalAdvance(result.code) + 7);
    }
    painter.setPen(tokens.text2);
    write(outcome, result.word);

    if (!attempt.requestId.isEmpty() && showsIds()) {
        QFont code = fontFor(TextRole::Code);
        code.setPixelSize(scaled(12));
        painter.setFont(code);
        write(cell(idAt, idWidth - 10), attempt.requestId, Qt::ElideMiddle);
        const int side = scaled(13);
        const bool copied = m_copied == index;
        paintIcon(painter, copied ? Icon::Check : Icon::Copy, QRectF(scaled(copyAt), row.center().y() - side / 2.0, side, side), side, tokens.text3);
    }
    paintFlightBar(painter, bar(index), row, tokens, chosen ? tokens.selected : tokens.canvas);
}

FlightBar FlightTable::bar(std::size_t index) const
{
    const Attempt &attempt = m_turn.attempts[index];
    const Duration end = endOf(m_turn, index, m_elapsed);
    FlightBar bar;
    bar.mark = attemptResult(m_turn, index).mark;
    bar.live = isUnderWay(m_turn, index);
    bar.from = place(attempt.startedAfter);
    bar.until = place(end);
    bar.right = width() - outer - 4;
    if (attempt.firstContentAfter)
        bar.firstToken = place(attempt.startedAfter + *attempt.firstContentAfter);
    if (index == 0 && heldBefore(m_turn))
        bar.heldFrom = place(Duration::zero());

    const FlightGap gap = gapAfter(m_turn, index, m_elapsed);
    if (gap.wait) {
        const Delay delay = waitDecision(attempt)->delay.value_or(Delay {{}, *gap.wait, *gap.wait});
        const Duration hint = std::min(delay.hint, *gap.wait);
        bar.hintUntil = place(end + hint);
        bar.waitUntil = place(end + *gap.wait);
        if (hint > Duration::zero())
            bar.hintWords = delay.random > Duration::zero() ? tr("server asked for %1").arg(roundSpan(hint)) : tr("your own limit, %1").arg(roundSpan(hint));
        bar.waitWords = hint == Duration::zero() ? roundSpan(*gap.wait) : *gap.wait > hint ? tr("+%1").arg(roundSpan(*gap.wait - hint)) : QString();
    }
    if (gap.outbox) {
        bar.outboxUntil = place(end + gap.wait.value_or(Duration::zero()) + *gap.outbox);
        bar.outboxShort = roundSpan(*gap.outbox);
        bar.outboxWords = tr("in the outbox %1").arg(bar.outboxShort);
    }
    const Duration over = end + gap.wait.value_or(Duration::zero()) + gap.outbox.value_or(Duration::zero());
    for (const FlightStretch &fold : m_scale.folds()) {
        const bool held = bar.heldFrom && fold.until <= attempt.startedAfter;
        const bool waited = fold.from >= end && fold.until <= over;
        if (held || waited)
            bar.breaks.push_back((place(fold.from) + place(fold.until)) / 2);
    }
    if (attempt.firstContentAfter) {
        const QString words = tr("first token %1").arg(firstTokenSpan(*attempt.firstContentAfter));
        // Before the bar, where that is free: an early attempt begins right behind its request id.
        const qreal free = bar.from - (bar.heldFrom ? bar.from : showsIds() ? scaled(copyAt) + scaled(13) + 8 : chart().left() - scaled(20)) - 7;
        if (QFontMetricsF(fontFor(TextRole::Micro)).horizontalAdvance(words) <= free)
            bar.firstTokenWords = words;
    }
    return bar;
}

void FlightTable::paintNote(QPainter &painter, const QString &note, const QRectF &row) const
{
    const Tokens &tokens = Theme::instance().tokens();
    const int side = scaled(14);
    paintIcon(painter, Icon::Route, QRectF(scaled(routeAt), row.center().y() - side / 2.0, side, side), side, tokens.text2);
    painter.setFont(fontFor(TextRole::Small));
    const QRectF place(scaled(routeAt) + side + 8, row.top(), width() - scaled(routeAt) - side - 8 - outer, row.height());
    const QString text = painter.fontMetrics().elidedText(note, Qt::ElideRight, static_cast<int>(place.width()));
    // The lines of the axis would run through the words.
    painter.fillRect(QRectF(place.left() - 4, place.top() + 4, painter.fontMetrics().horizontalAdvance(text) + 8, place.height() - 8), tokens.canvas);
    painter.setPen(tokens.text2);
    painter.drawText(place, Qt::AlignVCenter, text);
}

void FlightTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), Theme::instance().tokens().canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    int top = headHeight();
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const QRectF place(0, top, width(), rowHeight(row));
        top += rowHeight(row);
        if (!place.intersects(event->rect()))
            continue;
        if (m_rows[row].note.isEmpty())
            paintAttempt(painter, m_rows[row].attempt, place);
        else
            paintNote(painter, m_rows[row].note, place);
    }
    paintNow(painter);
    paintHead(painter);
}

} // namespace breakwater
