// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "core/chat/foldedtext.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr qreal leastAbove = 24; // a place nearer to an edge is brought to the middle
constexpr qreal leastBelow = 56;

} // namespace

void TranscriptView::setFound(const QString &text)
{
    m_wanted = foldText(text);
    m_foundNow.reset();
    viewport()->update();
}

std::size_t TranscriptView::showFound(const MessageId &id, std::size_t ordinal, bool inThinking)
{
    m_foundNow.reset();
    const auto row = rowOf(id);
    if (!row || m_wanted.isEmpty())
        return 0;
    setFolded(id, false);
    if (inThinking && !m_thinkingShown.contains(id))
        setThinkingShown(id, true);
    ensure(*row);
    const MessageLayout *layout = layoutIn(*row, inThinking);
    const std::vector<MessageRange> places = layout ? layout->find(m_wanted) : std::vector<MessageRange> {};
    if (places.empty())
        return 0;
    ordinal = std::min(ordinal, places.size() - 1);
    m_foundNow = FoundNow {id, inThinking, ordinal, places[ordinal]};
    lead(*row, inThinking, places[ordinal]);
    return places.size();
}

void TranscriptView::showText(const MessageId &id, const QString &text)
{
    const auto row = rowOf(id);
    if (!row)
        return;
    setFolded(id, false);
    ensure(*row);
    const MessageLayout *layout = layoutIn(*row, false);
    const std::vector<MessageRange> places = layout ? layout->find(foldText(text)) : std::vector<MessageRange> {};
    goTo(id);
    if (!places.empty())
        lead(*row, false, places.front());
}

std::optional<std::size_t> TranscriptView::rowOf(const MessageId &id) const
{
    // What is asked for is at the end nearly always.
    const auto found = std::find_if(m_rows.rbegin(), m_rows.rend(), [&id](const TranscriptRow &each) { return each.id == id; });
    return found == m_rows.rend() ? std::nullopt : std::optional(static_cast<std::size_t>(m_rows.rend() - found) - 1);
}

MessageLayout *TranscriptView::layoutIn(std::size_t row, bool thinking) const
{
    return thinking ? m_rows[row].look().thinkingLayout.get() : m_rows[row].layout.get();
}

/// How far down in its row a place is. What stands around it is laid out, so that it does not move when it is seen.
qreal TranscriptView::topInRow(std::size_t index, bool thinking, const MessagePlace &place)
{
    ensure(index);
    MessageLayout &layout = *layoutIn(index, thinking);
    for (qreal before = -1, at = layout.topNamed(place.part); layout.hasGuesses() && at != before;) {
        before = at;
        (void)layout.see(at - viewport()->height(), at + viewport()->height());
        at = layout.topNamed(place.part);
        m_rows[index].exact = false;
    }
    ensure(index);
    const RowLook &look = m_rows[index].look();
    const MessagePart *part = layout.partNamed(place.part);
    return (thinking ? look.thinkingText : look.text).top() + layout.topNamed(place.part) + (part ? part->topOf(place.position) : 0);
}

/// Where it is seen well already nothing moves.
void TranscriptView::lead(std::size_t index, bool thinking, const MessageRange &place)
{
    const qreal inRow = topInRow(index, thinking, {place.part, place.range.from});
    if (MessagePart *part = layoutIn(index, thinking)->partNamed(place.part))
        part->reveal(place.range);
    m_selectionFrom = m_selectionTo = {};
    if (!thinking) {
        m_selectionFrom = {index, {place.part, place.range.from}};
        m_selectionTo = {index, {place.part, place.range.to}};
    }
    m_stick = false; // the reader looks here, not at the end
    const qreal height = viewport()->height();
    const qreal y = originOf(index).y() + inRow;
    const bool isSeen = index >= m_anchorRow && index < m_visibleEnd && y >= leastAbove && y <= height - leastBelow;
    if (!isSeen) {
        m_anchorRow = index;
        m_anchorOffset = inRow - height / 3.0;
    }
    arrange(Follow::No);
}

/// Text may have grown or been laid out anew since: the place is where it was, or else where it is counted.
FoundMarks TranscriptView::foundIn(const TranscriptRow &row, bool thinking) const
{
    FoundMarks marks {m_wanted, std::nullopt};
    if (m_wanted.isEmpty() || !m_foundNow || m_foundNow->message != row.id || m_foundNow->inThinking != thinking)
        return marks;
    const MessageLayout *layout = thinking ? row.look().thinkingLayout.get() : row.layout.get();
    if (!layout)
        return marks;
    const MessageRange &place = m_foundNow->place;
    const auto stands = [&] {
        const MessagePart *part = layout->partNamed(place.part);
        if (!part)
            return false;
        const auto ranges = part->find(m_wanted);
        return std::find(ranges.begin(), ranges.end(), place.range) != ranges.end();
    };
    if (!stands()) {
        const auto places = layout->find(m_wanted);
        if (places.empty())
            return marks;
        m_foundNow->place = places[std::min(m_foundNow->ordinal, places.size() - 1)];
    }
    marks.current = m_foundNow->place;
    return marks;
}

} // namespace breakwater
