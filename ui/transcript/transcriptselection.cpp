// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace breakwater {

std::optional<std::pair<MessagePlace, MessagePlace>> TranscriptView::selectedIn(std::size_t row) const
{
    const auto [from, to] = std::minmax(m_selectionFrom, m_selectionTo);
    if (from == to || row < from.row || row > to.row)
        return std::nullopt;
    constexpr MessagePlace beyond {std::numeric_limits<std::size_t>::max(), 0};
    return std::pair(row == from.row ? from.at : MessagePlace {}, row == to.row ? to.at : beyond);
}

bool TranscriptView::isSelected(const QPoint &point)
{
    const PartHit hit = partAt(point);
    const auto [from, to] = std::minmax(m_selectionFrom, m_selectionTo);
    if (!hit.part || from == to || !m_rows[hit.row].look().text.contains(point - originOf(hit.row)))
        return false;
    const Place place = placeAt(point);
    return from <= place && place < to;
}

void TranscriptView::selectAll()
{
    if (m_rows.empty())
        return;
    m_selectionFrom = {};
    m_selectionTo = {m_rows.size() - 1, m_rows.back().layout ? m_rows.back().layout->end() : MessagePlace {std::numeric_limits<std::size_t>::max(), 0}};
    viewport()->update();
}

std::pair<TranscriptView::Place, TranscriptView::Place> TranscriptView::unitAround(const Place &place, SelectionUnit unit) const
{
    const bool there = place.row < m_rows.size() && m_rows[place.row].layout;
    const MessagePart *part = there ? m_rows[place.row].layout->partNamed(place.at.part) : nullptr;
    if (unit == SelectionUnit::Letter || !part)
        return {place, place};
    const PartRange range = unit == SelectionUnit::Word ? part->wordAt(place.at.position) : part->paragraphAt(place.at.position);
    return {{place.row, {place.at.part, range.from}}, {place.row, {place.at.part, range.to}}};
}

void TranscriptView::selectUnit(const Place &place, SelectionUnit unit)
{
    m_selectionUnit = unit;
    std::tie(m_unitFrom, m_unitTo) = unitAround(place, unit);
    m_selectionFrom = m_unitFrom;
    m_selectionTo = m_unitTo;
}

/// What it began with stays selected, whichever way it goes.
void TranscriptView::selectTo(const Place &place)
{
    if (m_selectionUnit == SelectionUnit::Letter) {
        m_selectionTo = place;
        return;
    }
    const auto [begin, end] = unitAround(place, m_selectionUnit);
    const bool backwards = begin < m_unitFrom;
    m_selectionFrom = backwards ? m_unitTo : m_unitFrom;
    m_selectionTo = backwards ? begin : std::max(end, m_unitTo);
}

/// Where the system has a clipboard for what is selected, the middle button puts it in elsewhere.
void TranscriptView::offerSelection() const
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection() && hasSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

QRectF TranscriptView::caretRect(const Place &place) const
{
    if (place.row >= m_rows.size() || !m_rows[place.row].layout || !m_rows[place.row].exact)
        return {};
    const TranscriptRow &row = m_rows[place.row];
    const RowLook &look = row.look();
    if (!row.firstLine.isEmpty())
        return look.text.translated(originOf(place.row)).adjusted(0, 0, 2 - look.text.width(), 0);
    const MessagePlace at = std::min(place.at, row.layout->end());
    return row.layout->caretAt(at).translated(look.text.topLeft() + originOf(place.row));
}

std::optional<TranscriptView::Place> TranscriptView::stepped(const Place &place, CaretStep step)
{
    if (place.row >= m_rows.size())
        return std::nullopt;
    ensure(place.row);
    const TranscriptRow &row = m_rows[place.row];
    if (row.firstLine.isEmpty()) {
        if (const std::optional<MessagePlace> inside = row.layout->stepped(place.at, step))
            return Place {place.row, *inside};
    }
    const bool forward = step == CaretStep::After || step == CaretStep::WordAfter;
    if (forward ? place.row + 1 >= m_rows.size() : place.row == 0)
        return std::nullopt;
    const std::size_t beside = forward ? place.row + 1 : place.row - 1;
    ensure(beside);
    return Place {beside, forward || !m_rows[beside].firstLine.isEmpty() ? MessagePlace {} : m_rows[beside].layout->end()};
}

/// The place a line above or below, at the column that was left: the first that is seen to stand higher or lower.
TranscriptView::Place TranscriptView::besideLine(const Place &place, int direction)
{
    QRectF caret = caretRect(place);
    if (caret.isNull())
        return place;
    if (!m_caretX)
        m_caretX = caret.center().x();
    constexpr int furthest = 400; // beyond what stands between two messages
    constexpr int little = 8;
    for (int distance = little; distance < furthest; distance += little) {
        int y = qRound(direction < 0 ? caret.top() - distance : caret.bottom() + distance);
        if (y < 0 || y >= viewport()->height()) {
            const int before = verticalScrollBar()->value();
            verticalScrollBar()->setValue(before + direction * 4 * little);
            if (verticalScrollBar()->value() == before)
                break;
            caret = caretRect(place);
            y = qRound(direction < 0 ? caret.top() - distance : caret.bottom() + distance);
        }
        const Place found = placeAt(QPoint(qRound(*m_caretX), y));
        const QRectF there = caretRect(found);
        const bool further = direction < 0 ? there.bottom() <= caret.center().y() : there.top() >= caret.center().y();
        if (!there.isNull() && further)
            return placeAt(QPoint(qRound(*m_caretX), qRound(there.center().y())));
    }
    return place;
}

void TranscriptView::revealCaret()
{
    const QRectF caret = caretRect(m_selectionTo);
    if (caret.isNull())
        return;
    QScrollBar *bar = verticalScrollBar();
    constexpr int margin = 8;
    if (caret.top() < margin)
        bar->setValue(bar->value() + qRound(caret.top()) - margin);
    else if (caret.bottom() > viewport()->height() - margin)
        bar->setValue(bar->value() + qRound(caret.bottom()) - viewport()->height() + margin);
}

/// Shift with the keys of the caret, as in every text.
bool TranscriptView::extendSelection(const QKeyEvent &event)
{
    if (!event.modifiers().testFlag(Qt::ShiftModifier) || m_rows.empty())
        return false;
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const auto isCaretKey = [](int key) {
        return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Home || key == Qt::Key_End
            || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    };
    if (!isCaretKey(event.key()))
        return false;
    if (!m_caretShown && !hasSelection() && caretRect(m_selectionTo).isNull()) // it begins where the reader is
        m_selectionFrom = m_selectionTo = placeAt(QPoint(qRound(columnLeft()), 0));
    revealCaret();
    Place to = m_selectionTo;
    const bool across = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down || event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown;
    if (!across)
        m_caretX.reset();
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const TranscriptRow &row = m_rows[to.row];
        const MessagePart *part = row.layout ? row.layout->partNamed(to.at.part) : nullptr;
        const bool rightToLeft = part && part->readsRightToLeft(to.at.position);
        const bool forward = (event.key() == Qt::Key_Right) != rightToLeft;
        to = stepped(to, control ? (forward ? CaretStep::WordAfter : CaretStep::WordBefore) : (forward ? CaretStep::After : CaretStep::Before)).value_or(to);
        break;
    }
    case Qt::Key_Home:
        to = control ? Place {} : stepped(to, CaretStep::LineBegin).value_or(to);
        break;
    case Qt::Key_End:
        if (control) {
            ensure(m_rows.size() - 1);
            to = {m_rows.size() - 1, m_rows.back().layout->end()};
        } else {
            to = stepped(to, CaretStep::LineEnd).value_or(to);
        }
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        to = besideLine(to, event.key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const bool up = event.key() == Qt::Key_PageUp;
        const int lines = std::max(1, viewport()->height() / 40);
        for (int i = 0; i < lines; ++i) {
            to = besideLine(to, up ? -1 : 1);
            m_selectionTo = to;
            revealCaret();
        }
        break;
    }
    default:
        break;
    }
    m_selectionUnit = SelectionUnit::Letter;
    m_selectionTo = to;
    m_caretShown = true;
    if (control && (event.key() == Qt::Key_Home || event.key() == Qt::Key_End))
        verticalScrollBar()->setValue(event.key() == Qt::Key_Home ? 0 : verticalScrollBar()->maximum());
    revealCaret();
    offerSelection();
    viewport()->update();
    return true;
}

} // namespace breakwater
