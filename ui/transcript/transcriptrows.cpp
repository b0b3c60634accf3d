// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/branch.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/transcriptview.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace breakwater {

void TranscriptView::rebuild()
{
    for (TranscriptRow &row : m_rows)
        hideWidgets(row);
    m_rows.clear();
    m_heights.clear();
    m_layouts = 0;
    m_lastOfTurn.clear();
    m_dirty.clear();
    m_selectionFrom = m_selectionTo = {};
    m_hoveredCode = m_draggedCode = nullptr;
    m_anchorRow = 0;
    m_anchorOffset = 0;
    m_lastText.reset();
    m_dayFrom = m_dayUntil = 0; // the time zone may be another one
    if (m_library) {
        const TurnTree tree(m_library->messages(m_conversation));
        const std::vector<const Message *> shown = shownBranch(tree);
        m_rows.reserve(shown.size());
        m_lastOfTurn.reserve(static_cast<qsizetype>(shown.size()));
        for (const Message *message : shown)
            addRow(*message, tree);
        if (const auto left = m_leftAt.constFind(m_conversation); !m_stick && left != m_leftAt.cend())
            goBackTo(left->first, left->second);
    }
    m_speaker.clear();
    showPill(false);
    arrange();
    tellReaderOfRows();
}

void TranscriptView::followLeftOut()
{
    const Conversation *conversation = m_library->conversation(m_conversation);
    if (conversation != nullptr && conversation->lastLeftOut != m_lastLeftOut)
        syncRows();
}

/// Where the reader was; at the end, where that is not there any more.
void TranscriptView::goBackTo(const MessageId &id, qreal offset)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&id](const TranscriptRow &each) { return each.id == id; });
    m_stick = row == m_rows.end();
    if (m_stick)
        return;
    m_anchorRow = static_cast<std::size_t>(row - m_rows.begin());
    m_anchorOffset = offset;
}

std::vector<const Message *> TranscriptView::shownBranch(const TurnTree &tree)
{
    const Conversation *conversation = m_library->conversation(m_conversation);
    m_lastLeftOut = conversation ? conversation->lastLeftOut : TurnId();
    return tree.branchTo(tree.shownLeaf(conversation ? conversation->leaf : TurnId()));
}

void TranscriptView::syncRows()
{
    const auto [anchor, offset] = place();
    const std::size_t anchorRow = m_anchorRow;
    std::vector<TranscriptRow> before = std::exchange(m_rows, {});
    const RowHeights heights = std::exchange(m_heights, {});
    QHash<MessageId, std::size_t> known;
    for (std::size_t i = 0; i < before.size(); ++i)
        known.insert(before[i].id, i);
    m_lastOfTurn.clear();
    const TurnTree tree(m_library->messages(m_conversation));
    for (const Message *message : shownBranch(tree)) {
        addRow(*message, tree);
        const auto found = known.constFind(message->id);
        if (found == known.cend())
            continue;
        TranscriptRow &row = m_rows.back();
        TranscriptRow kept = std::move(before[*found]);
        kept.exact = kept.exact && kept.beginsDay == row.beginsDay && kept.beginsSent == row.beginsSent && kept.versions == row.versions;
        kept.beginsDay = row.beginsDay;
        kept.beginsSent = row.beginsSent;
        kept.place = row.place;
        kept.version = row.version;
        kept.versions = std::move(row.versions);
        row = std::move(kept);
        m_heights.set(m_rows.size() - 1, heights[*found]);
        known.erase(found);
    }
    m_layouts = static_cast<std::size_t>(laidOutMessages());
    m_widgetsFrom = 0; // they went along with their rows, wherever those are now
    m_widgetsEnd = m_rows.size();
    m_selectionFrom = m_selectionTo = {};
    m_hoveredCode = m_draggedCode = nullptr;
    // Where the row at the top is gone, another version of it stands in its place.
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [wanted = anchor](const TranscriptRow &each) { return each.id == wanted; });
    m_anchorRow = found != m_rows.end() ? static_cast<std::size_t>(found - m_rows.begin())
        : m_rows.empty()                ? 0
                                        : std::min(anchorRow, m_rows.size() - 1);
    m_anchorOffset = offset;
    arrange();
    // Not before all fits again: what hides under the pointer has Qt tell the view of the pointer at once.
    for (const std::size_t gone : known)
        hideWidgets(before[gone]);
    tellReaderOfRows();
}

void TranscriptView::appended(const MessageId &id)
{
    const TurnTree tree(m_library->messages(m_conversation));
    const std::vector<const Message *> shown = shownBranch(tree);
    const auto found =
        std::find_if(shown.rbegin(), shown.rend(), [&id](const Message *each) { return each->id == id; });
    if (found == shown.rend())
        return; // on another branch
    // One's own words are always shown.
    if ((*found)->role == Role::User)
        m_stick = true;
    const bool atEnd = found == shown.rbegin() && m_rows.size() + 1 == shown.size()
        && (m_rows.empty() || m_rows.back().id == shown[shown.size() - 2]->id);
    if (!atEnd) {
        syncRows();
        dirty(id);
        return;
    }
    // What stood below the turn's last message may move here.
    if (!m_rows.empty())
        m_rows.back().exact = false;
    addRow(**found, tree);
    dirty(id);
}

void TranscriptView::addRow(const Message &message, const TurnTree &tree)
{
    TranscriptRow row;
    row.id = message.id;
    row.turn = message.turn;
    row.place = static_cast<std::size_t>(&message - m_library->messages(m_conversation).data());
    row.role = message.role;
    row.at = message.at;
    row.beginsDay = m_rows.empty()
        || localDay(m_rows.back().at) < localDay(message.at); // a version may be younger than what follows
    row.beginsSent = !m_rows.empty() && !m_lastLeftOut.isEmpty() && m_rows.back().turn == m_lastLeftOut && row.turn != m_lastLeftOut;
    m_heights.append(estimate(message));
    placeVersions(row, tree);
    if (!row.turn.isEmpty())
        m_lastOfTurn.insert(row.turn, m_rows.size());
    m_rows.push_back(std::move(row));
}

/// Messages of one day follow each other: the system is asked for its time zone once a day, not for each of thousands.
QDate TranscriptView::localDay(WallTime at)
{
    const qint64 wanted = at.time_since_epoch().count();
    if (wanted < m_dayFrom || wanted >= m_dayUntil) {
        m_day = QDateTime::fromMSecsSinceEpoch(wanted).date();
        m_dayFrom = m_day.startOfDay().toMSecsSinceEpoch();
        m_dayUntil = m_day.addDays(1).startOfDay().toMSecsSinceEpoch();
    }
    return m_day;
}

void TranscriptView::placeVersions(TranscriptRow &row, const TurnTree &tree)
{
    if (row.role != Role::User || !tree.hasVersions(row.turn))
        return;
    row.versions = tree.versionsOf(row.turn);
    row.version =
        static_cast<std::size_t>(std::find(row.versions.begin(), row.versions.end(), row.turn) - row.versions.begin());
}

const Message *TranscriptView::messageOf(const TranscriptRow &row) const
{
    if (!m_library)
        return nullptr;
    // Asked for many times a frame: a search among thousands is only needed where messages went away.
    const std::vector<Message> &messages = m_library->messages(m_conversation);
    const bool there = row.place < messages.size() && messages[row.place].id == row.id;
    return there ? &messages[row.place] : m_library->message(m_conversation, row.id);
}

void TranscriptView::dirty(const MessageId &id)
{
    m_dirty.insert(id);
    if (!m_frame.isActive())
        m_frame.start();
}

void TranscriptView::flush()
{
    bool below = false;
    // What changes is at the end nearly always, so the search begins there.
    for (std::size_t i = m_rows.size(); i-- > 0 && !m_dirty.isEmpty();) {
        TranscriptRow &row = m_rows[i];
        if (!m_dirty.remove(row.id))
            continue;
        below = below || i + 1 >= m_visibleEnd;
        rearrangeTurn(i);
        if (!row.layout) {
            if (const Message *message = messageOf(row))
                m_heights.set(i, estimate(*message));
        }
    }
    m_dirty.clear();
    arrange(Follow::Yes, Repaint::Changed);
    if (!m_stick && below
        && m_heights.total() - m_heights.topOf(m_anchorRow) - m_anchorOffset > viewport()->height() + 1)
        showPill(true);
}

/// The words below a question and its answers depend on each other.
void TranscriptView::rearrangeTurn(std::size_t last)
{
    const TurnId turn = m_rows[last].turn;
    for (std::size_t i = last + 1; i-- > 0;) {
        if (m_rows[i].turn != turn && i != last)
            continue;
        m_rows[i].exact = false;
        if (turn.isEmpty() || m_rows[i].role == Role::User)
            return; // with its question a turn begins
    }
}

} // namespace breakwater
