// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flighttable.h"

#include "ui/flight/flightpaint.h"
#include "ui/style/icons.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/words/faultwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
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

} // namespace

FlightTable::FlightTable(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Attempts"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

FlightTable::Axis FlightTable::axisFor(Duration longest)
{
    const double seconds = std::max(toSeconds(longest), 0.5);
    for (double scale = 0.1;; scale *= 10) {
        for (const double step : std::array {1.0, 2.0, 5.0}) {
            const double marks = std::ceil(seconds / (step * scale) - 1e-9);
            if (marks <= 8)
                return {fromSeconds(step * scale), fromSeconds(marks * step * scale)};
        }
    }
}

void FlightTable::show(const TurnState &turn, const RouteTable &routes)
{
    m_turn = turn;
    m_routes = routes;
    m_rows = flightRows(turn, routes);
    Duration longest {};
    for (std::size_t index = 0; index < turn.attempts.size(); ++index) {
        const Attempt &attempt = turn.attempts[index];
        const Duration known = attempt.endedAfter.value_or(attempt.firstContentAfter.value_or(attempt.headersAfter.value_or(Duration::zero())));
        longest = std::max(longest, attempt.startedAfter + known + waitAfter(turn, index).value_or(Duration::zero()));
    }
    m_axis = axisFor(longest);
    m_chosen = turn.attempts.empty() ? 0 : std::min(m_chosen, turn.attempts.size() - 1);
    describe();
    updateGeometry();
    update();
}

void FlightTable::choose(std::size_t attempt)
{
    if (attempt >= m_turn.attempts.size() || attempt == m_chosen)
        return;
    m_chosen = attempt;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].attempt == attempt && m_rows[row].note.isEmpty())
            Q_EMIT rowShown(QRect(0, rowTop(row), width(), rowHeight(row)));
    }
    describe();
    update();
    Q_EMIT attemptChosen(attempt);
}

void FlightTable::describe()
{
    if (m_turn.attempts.empty()) {
        setAccessibleDescription(tr("No attempt yet"));
        return;
    }
    const Attempt &attempt = m_turn.attempts[m_chosen];
    const AttemptResult result = attemptResult(attempt);
    setAccessibleDescription(tr("Attempt %1 of %2, %3, %4 %5 %6")
                                 .arg(m_chosen + 1)
                                 .arg(m_turn.attempts.size())
                                 .arg(routeName(m_routes, attempt.route), result.code, result.word, result.side)
                                 .simplified());
}

int FlightTable::rowHeight(std::size_t row) const
{
    return scaled(m_rows[row].note.isEmpty() ? 36 : 30);
}

int FlightTable::rowTop(std::size_t row) const
{
    int top = 8 + scaled(28);
    for (std::size_t before = 0; before < row; ++before)
        top += rowHeight(before);
    return top;
}

QSize FlightTable::sizeHint() const
{
    return {1198, rowTop(m_rows.size()) + 2};
}

QRectF FlightTable::chart() const
{
    const qreal left = scaled(chartAt);
    return {left, 8.0 + scaled(28), std::max(width() - left - chartRight, 60.0), qreal(height() - 8 - scaled(28))};
}

qreal FlightTable::place(Duration after) const
{
    return chart().left() + chart().width() * toSeconds(after) / toSeconds(m_axis.end);
}

void FlightTable::mousePressEvent(QMouseEvent *event)
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const QRectF place(0, rowTop(row), width(), rowHeight(row));
        if (!place.contains(event->position()) || event->button() != Qt::LeftButton)
            continue;
        choose(m_rows[row].attempt);
        const QString &id = m_turn.attempts[m_rows[row].attempt].requestId;
        if (m_rows[row].note.isEmpty() && !id.isEmpty() && std::abs(event->position().x() - scaled(copyAt) - 6) < 13)
            QGuiApplication::clipboard()->setText(id);
        return;
    }
}

void FlightTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        choose(m_chosen + 1);
    else if (event->key() == Qt::Key_Up && m_chosen > 0)
        choose(m_chosen - 1);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End && !m_turn.attempts.empty())
        choose(m_turn.attempts.size() - 1);
    else if (event->key() != Qt::Key_Up)
        QWidget::keyPressEvent(event);
}

void FlightTable::paintHead(QPainter &painter) const
{
    const Tokens &tokens = Theme::instance().tokens();
    const qreal top = 8;
    const qreal height = scaled(28);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text3);
    const auto word = [&](int at, const QString &text) { painter.drawText(QRectF(scaled(at), top, 200, height), Qt::AlignVCenter, text); };
    word(numberAt, QStringLiteral("#"));
    word(routeAt, tr("Route"));
    word(resultAt, tr("Result"));
    word(idAt, tr("Request id"));
    painter.setFont(fontFor(TextRole::Micro));
    const double step = toSeconds(m_axis.step);
    for (Duration mark {}; mark <= m_axis.end; mark += m_axis.step) {
        const qreal across = place(mark);
        painter.setPen(tokens.text3);
        painter.drawText(QRectF(across - 40, top, 80, height), Qt::AlignCenter, tr("%1 s").arg(toSeconds(mark), 0, 'f', step < 1 ? 1 : 0));
        painter.setPen(tokens.line);
        painter.drawLine(QPointF(std::floor(across) + 0.5, chart().top()), QPointF(std::floor(across) + 0.5, chart().bottom()));
    }
}

void FlightTable::paintAttempt(QPainter &painter, std::size_t index, const QRectF &row) const
{
    const Tokens &tokens = Theme::instance().tokens();
    const Attempt &attempt = m_turn.attempts[index];
    const AttemptResult result = attemptResult(attempt);
    if (index == m_chosen) {
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
        paintStatusMark(painter, QRectF(outcome.left(), outcome.center().y() - 6, 12, 12), *result.mark, tokens);
        outcome.setLeft(outcome.left() + 19);
    }
    if (!result.code.isEmpty()) {
        write(outcome, result.code);
        outcome.setLeft(outcome.left() + painter.fontMetrics().horizontalAdvance(result.code) + 7);
    }
    painter.setPen(tokens.text2);
    write(outcome, result.word);

    if (!attempt.requestId.isEmpty()) {
        QFont code = fontFor(TextRole::Code);
        code.setPixelSize(scaled(12));
        painter.setFont(code);
        write(cell(idAt, idWidth - 10), attempt.requestId, Qt::ElideMiddle);
        paintIcon(painter, Icon::Copy, QRectF(scaled(copyAt), row.center().y() - 6.5, 13, 13), 13, tokens.text3);
    }
    paintBar(painter, index, row);
}

void FlightTable::paintBar(QPainter &painter, std::size_t index, const QRectF &row) const
{
    const Attempt &attempt = m_turn.attempts[index];
    FlightBar bar;
    bar.mark = attemptResult(attempt).mark;
    bar.from = place(attempt.startedAfter);
    if (attempt.firstContentAfter)
        bar.firstToken = place(attempt.startedAfter + *attempt.firstContentAfter);
    if (attempt.endedAfter)
        bar.until = place(attempt.startedAfter + *attempt.endedAfter);
    const std::optional<Duration> wait = waitAfter(m_turn, index);
    if (wait && attempt.endedAfter) {
        const Duration end = attempt.startedAfter + *attempt.endedAfter;
        const Delay delay = waitDecision(attempt)->delay.value_or(Delay {{}, *wait, *wait});
        const Duration hint = std::min(delay.hint, *wait);
        bar.hintUntil = place(end + hint);
        bar.waitUntil = place(end + *wait);
        if (hint > Duration::zero())
            bar.hintWords = delay.random > Duration::zero() ? tr("server asked for %1").arg(shortSpan(hint)) : tr("your own limit, %1").arg(shortSpan(hint));
        bar.waitWords = hint == Duration::zero() ? shortSpan(*wait) : *wait > hint ? tr("+%1").arg(shortSpan(*wait - hint)) : QString();
    }
    if (attempt.firstContentAfter) {
        const QString words = tr("first token %1").arg(shortSpan(*attempt.firstContentAfter));
        // Before the bar, where that is free: an early attempt begins right behind its request id.
        const qreal free = bar.from - scaled(idAt + idWidth) - 7;
        if (QFontMetricsF(fontFor(TextRole::Micro)).horizontalAdvance(words) <= free)
            bar.firstTokenWords = words;
    }
    paintFlightBar(painter, bar, row, Theme::instance().tokens());
}

void FlightTable::paintNote(QPainter &painter, const QString &note, const QRectF &row) const
{
    const Tokens &tokens = Theme::instance().tokens();
    paintIcon(painter, Icon::Route, QRectF(scaled(routeAt), row.center().y() - 7, 14, 14), 14, tokens.text2);
    painter.setFont(fontFor(TextRole::Small));
    const QRectF place(scaled(routeAt) + 22, row.top(), width() - scaled(routeAt) - 22 - outer, row.height());
    const QString text = painter.fontMetrics().elidedText(note, Qt::ElideRight, static_cast<int>(place.width()));
    // The lines of the axis would run through the words.
    painter.fillRect(QRectF(place.left() - 4, place.top() + 4, painter.fontMetrics().horizontalAdvance(text) + 8, place.height() - 8), tokens.canvas);
    painter.setPen(tokens.text2);
    painter.drawText(place, Qt::AlignVCenter, text);
}

void FlightTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().tokens().canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const QRectF place(0, rowTop(row), width(), rowHeight(row));
        if (m_rows[row].note.isEmpty())
            paintAttempt(painter, m_rows[row].attempt, place);
        else
            paintNote(painter, m_rows[row].note, place);
    }
}

} // namespace breakwater
