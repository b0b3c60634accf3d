// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/button.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/questionactions.h"
#include "ui/transcript/transcriptview.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace breakwater {

namespace {

constexpr int stickWithin = 48; ///< px from the end

} // namespace

void TranscriptView::anchorAtEnd()
{
    qreal below = 0;
    std::size_t row = m_rows.size();
    while (row > 0 && below < viewport()->height()) {
        --row;
        ensure(row);
        qreal height = 0;
        while (std::exchange(height, m_heights[row]) != m_heights[row])
            (void)seeRow(row, viewport()->height() - below - height);
        below += height;
    }
    m_anchorRow = row;
    m_anchorOffset = std::max(0.0, below - viewport()->height());
}

/// The anchor's offset is brought into its row.
void TranscriptView::settleAnchor()
{
    ensure(m_anchorRow);
    while (m_anchorOffset < 0 && m_anchorRow > 0) {
        ensure(--m_anchorRow);
        m_anchorOffset += m_heights[m_anchorRow];
    }
    m_anchorOffset = std::max(0.0, m_anchorOffset);
    while (m_anchorRow + 1 < m_rows.size() && m_anchorOffset >= m_heights[m_anchorRow]) {
        m_anchorOffset -= m_heights[m_anchorRow];
        ensure(++m_anchorRow);
    }
}

/// Lays out from the anchor down to the bottom; returns where that ends. What is read stays where it is.
qreal TranscriptView::fillViewport()
{
    settleAnchor();
    // Where it turns out to be less than was guessed, more is seen above.
    for (qreal grown = seeRow(m_anchorRow, -m_anchorOffset); grown != 0; grown = seeRow(m_anchorRow, -m_anchorOffset)) {
        m_anchorOffset += grown;
        settleAnchor();
    }
    qreal y = -m_anchorOffset;
    for (m_visibleEnd = m_anchorRow; m_visibleEnd < m_rows.size() && y < viewport()->height(); ++m_visibleEnd) {
        ensure(m_visibleEnd);
        (void)seeRow(m_visibleEnd, y); // it begins in what is seen, and grows downwards
        y += m_heights[m_visibleEnd];
    }
    return y;
}

void TranscriptView::arrange(Follow follow, Repaint repaint)
{
    if (m_arranging || !isVisible())
        return;
    m_arranging = true;
    const qreal bottom = viewport()->height();
    m_visibleEnd = 0;
    if (!m_rows.empty()) {
        m_anchorRow = std::min(m_anchorRow, m_rows.size() - 1);
        if (m_stick && follow == Follow::Yes)
            anchorAtEnd();
        if (fillViewport() < bottom && (m_anchorRow > 0 || m_anchorOffset > 0)) {
            // Shorter than estimated: no empty room below the end.
            anchorAtEnd();
            (void)fillViewport();
        }
        dropFarLayouts();
    }
    updateScrollBar();
    repaintChanged(repaint); // moves the widgets along with the pixels
    syncWidgets();
    if (!m_questionActions->isHidden())
        hoverQuestion(m_hoverAt); // another one may be there now
    m_arranging = false;
}

void TranscriptView::repaintChanged(Repaint repaint)
{
    std::vector<Painted> now;
    for (std::size_t i = m_anchorRow; i < m_visibleEnd; ++i) {
        const int top = static_cast<int>(originOf(i).y());
        now.push_back({i, top, top + static_cast<int>(m_heights[i])});
    }
    const std::vector<Painted> before = std::exchange(m_painted, now);
    const auto changedFrom = [this](std::size_t row) {
        return std::exchange(m_rows[row].look().changedFrom, std::numeric_limits<qreal>::max());
    };

    // What was seen and still is has to have moved together; the pill does not move.
    std::optional<int> moved;
    bool together = repaint == Repaint::Changed && m_pill->isHidden();
    QRegion dirty;
    for (const Painted &row : now) {
        const qreal changed = changedFrom(row.row);
        const auto was =
            std::find_if(before.begin(), before.end(), [&row](const Painted &each) { return each.row == row.row; });
        if (was == before.end()) {
            dirty += QRect(0, row.top, viewport()->width(), row.bottom - row.top);
            continue;
        }
        const int by = row.top - was->top;
        together = together && by == moved.value_or(by);
        moved = by;
        const int bottom = std::max(row.bottom, was->bottom + by);
        if (changed < row.bottom - row.top || row.bottom != was->bottom + by) {
            const int from = row.top
                + static_cast<int>(std::min<qreal>(changed, std::min(row.bottom - row.top, was->bottom - was->top)));
            dirty += QRect(0, from, viewport()->width(), bottom - from);
        }
    }
    if (!together || !moved || std::abs(*moved) >= viewport()->height()) {
        viewport()->update();
        return;
    }
    if (*moved != 0)
        viewport()->scroll(0, *moved);
    // Below the end there may have been a row.
    const int end = now.back().bottom;
    if (end < viewport()->height())
        dirty += QRect(0, end, viewport()->width(), viewport()->height() - end);
    viewport()->update(dirty);
}

void TranscriptView::updateScrollBar()
{
    const int most = std::max(0, static_cast<int>(std::ceil(m_heights.total())) - viewport()->height());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, most);
    verticalScrollBar()->setValue(static_cast<int>(std::round(m_heights.topOf(m_anchorRow) + m_anchorOffset)));
    m_lastValue = verticalScrollBar()->value();
    if (most == 0)
        m_stick = true;
    if (m_stick)
        showPill(false);
}

void TranscriptView::scrollContentsBy(int, int)
{
    scrolledTo(verticalScrollBar()->value());
}

void TranscriptView::scrolledTo(int value)
{
    if (m_arranging || m_rows.empty())
        return;
    const int delta = value - m_lastValue;
    m_lastValue = value;
    m_stick = value >= verticalScrollBar()->maximum() - stickWithin;
    if (value == verticalScrollBar()->maximum()) {
        arrange(Follow::Yes, Repaint::Changed);
        return;
    }
    if (std::abs(delta) < 3 * viewport()->height() && value > 0) {
        m_anchorOffset += delta; // from where the reader is: estimates above do not matter
    } else {
        m_anchorRow = m_heights.rowAt(value);
        m_anchorOffset = value - m_heights.topOf(m_anchorRow);
    }
    arrange(Follow::No, Repaint::Changed);
}

void TranscriptView::scrollToEnd()
{
    m_stick = true;
    arrange();
}

void TranscriptView::scrollToMessage(const MessageId &id)
{
    setFolded(id, false);
    goTo(id);
}

void TranscriptView::goTo(const MessageId &id)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id != id)
            continue;
        m_stick = false;
        m_anchorRow = i;
        m_anchorOffset = 0;
        arrange();
        return;
    }
}

std::pair<MessageId, qreal> TranscriptView::place() const
{
    return m_anchorRow < m_rows.size() ? std::pair(m_rows[m_anchorRow].id, m_anchorOffset)
                                       : std::pair(MessageId(), 0.0);
}

bool TranscriptView::pillShown() const
{
    return !m_pill->isHidden();
}

void TranscriptView::showPill(bool show)
{
    m_pill->setVisible(show);
    if (!show)
        return;
    const QSize size = m_pill->sizeHint();
    m_pill->setGeometry(
        QRect(QPoint((viewport()->width() - size.width()) / 2, viewport()->height() - size.height() - 12), size));
    m_pill->raise();
}

/// The text at the top, and where it is seen; none where the end is followed.
std::optional<TranscriptView::Reading> TranscriptView::readingNow()
{
    if (m_stick || m_rows.empty() || m_anchorRow >= m_rows.size() || !m_rows[m_anchorRow].exact)
        return std::nullopt;
    const Place place = placeAt(QPoint(qRound(columnLeft()) + 1, 0));
    const QRectF caret = caretRect(place);
    return caret.isNull() ? std::nullopt : std::optional(Reading {m_rows[place.row].id, place.at, caret.top()});
}

void TranscriptView::readAgain(const std::optional<Reading> &reading)
{
    const std::optional<std::size_t> row = reading && isVisible() ? rowOf(reading->message) : std::nullopt;
    if (!row)
        return;
    (void)topInRow(*row, false, reading->at); // lays it out
    m_anchorRow = *row;
    m_anchorOffset = 0;
    const QRectF caret = caretRect({*row, reading->at});
    m_anchorOffset = caret.top() - reading->y;
    m_stick = false;
    arrange(Follow::No);
}

QPointF TranscriptView::originOf(std::size_t row) const
{
    return {columnLeft(), std::round(m_heights.topOf(row) - m_heights.topOf(m_anchorRow) - m_anchorOffset)};
}

std::optional<std::size_t> TranscriptView::rowAt(qreal viewportY) const
{
    qreal y = -m_anchorOffset;
    for (std::size_t i = m_anchorRow; i < m_visibleEnd; ++i) {
        y += m_heights[i];
        if (viewportY < y)
            return i;
    }
    return m_visibleEnd > m_anchorRow ? std::optional(m_visibleEnd - 1) : std::nullopt;
}

} // namespace breakwater
