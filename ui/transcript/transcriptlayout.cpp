// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"
#include "ui/transcript/answerfooter.h"
#include "ui/transcript/banner.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/retrycard.h"
#include "ui/transcript/transcriptmeasures.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transcript/versionstrip.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace breakwater {

namespace {

constexpr std::size_t layoutsKept = 120; ///< of about 40 KB each

} // namespace

qreal TranscriptView::columnWidth() const
{
    return std::max(120.0,
        std::min<qreal>(metrics::messageWidth * std::max(1.0, readingScale()),
            viewport()->width() - 2 * measures::leastMargin));
}

qreal TranscriptView::columnLeft() const
{
    return std::floor((viewport()->width() - columnWidth()) / 2);
}

qreal TranscriptView::estimate(const Message &message) const
{
    const qreal line = readingScaled(24);
    const qreal perLine = std::max(10.0, columnWidth() / readingScaled(7.5));
    const auto breaks = static_cast<qreal>(std::count(message.text.cbegin(), message.text.cend(), QLatin1Char('\n')));
    const qreal lines = static_cast<qreal>(message.text.size()) / perLine + breaks * 0.7 + 1;
    const bool question = message.role == Role::User;
    // Whole pixels, as measured heights are, so that the end of the scroll bar is the end of the text.
    return std::ceil(lines * line) + (question ? 2 * measures::bubbleTop + measures::afterQuestion : measures::beforeFooter + 26 + measures::afterAnswer);
}

void TranscriptView::ensure(std::size_t index)
{
    TranscriptRow &row = m_rows[index];
    if (row.exact)
        return;
    const Message *message = messageOf(row);
    if (!message)
        return;
    RowLook &look = row.look();
    const bool question = row.role == Role::User;
    const bool fresh = !row.layout;
    const auto head = [&row, &look] {
        return std::tuple(
            look.text.topLeft(), look.text.width(), look.bubble.height(), look.thinking, row.firstLine, row.setAside);
    };
    const auto headBefore = head();
    if (fresh) {
        row.layout =
            std::make_unique<MessageLayout>(question ? MessageLayout::Kind::Question : MessageLayout::Kind::Answer,
                question ? MessageLayout::Extent::Whole : MessageLayout::Extent::Seen); // a bubble is as wide as its text
        ++m_layouts;
    }
    const int builds = row.layout->builds();
    row.layout->setText(message->text, message->state == MessageState::Streaming, message->seams,
        std::exchange(row.rewritten, false) ? MessageLayout::Beginning::Unknown : MessageLayout::Beginning::AsBefore);
    const bool same = !fresh && row.layout->builds() == builds;
    for (Place *place : {&m_selectionFrom, &m_selectionTo}) {
        if (place->row == index && hasSelection())
            place->at = row.layout->afterCuts(place->at);
    }

    const qreal width = columnWidth();
    const int marks = (row.beginsDay ? 1 : 0) + (row.beginsSent ? 1 : 0);
    qreal y = marks > 0 ? marks * markHeight() : index == 0 ? measures::dayTop : 0;
    look.bubble = {};
    if (question)
        placeFiles(row, *message, y);
    if (question && message->text.isEmpty() && !look.files.empty()) {
        row.layout->layOut(width);
        look.text = {width, y, 0, 0};
    } else if (question) {
        const qreal most =
            std::min<qreal>(metrics::bubbleWidth * std::max(1.0, readingScale()), width * 0.81)
            - 2 * measures::bubbleSide;
        // Asked for with each delta of its answer; its width is found by laying it out twice.
        const bool laidOut = same && look.laidOutFor == most;
        qreal height = laidOut ? row.layout->height() : row.layout->layOut(most);
        const qreal natural = laidOut ? look.text.width() : std::ceil(row.layout->naturalWidth());
        if (!laidOut && natural < most)
            height = row.layout->layOut(std::max(natural, 8.0));
        const qreal shown = std::min(natural, most);
        look.laidOutFor = most;
        look.bubble = {width - shown - 2 * measures::bubbleSide, y, shown + 2 * measures::bubbleSide, height + 2 * measures::bubbleTop};
        look.text = {look.bubble.left() + measures::bubbleSide, y + measures::bubbleTop, shown, height};
        y = look.bubble.bottom();
    } else {
        placeThinking(index, y);
        const qreal height = row.layout->layOut(width);
        row.setAside = answerPlace(index) != AnswerPlace::Answer;
        row.firstLine = isFolded(index) ? firstLineOf(row.layout->firstText()) : QString();
        look.text = {0, y, width, row.firstLine.isEmpty() ? height : readingScaled(24)};
        y = look.text.bottom();
    }
    look.versionStrip = {};
    if (!row.versions.empty()) {
        look.versionStrip = {0, y + 4, width, static_cast<qreal>(VersionStrip::fixedHeight())};
        y = look.versionStrip.bottom();
    }
    look.footer = {};
    if (wantsFooter(index)) {
        y += measures::beforeFooter - (question || message->text.isEmpty() ? 2 : 0);
        look.footer = {0, y, width, static_cast<qreal>(AnswerFooter::fixedHeight())};
        y = look.footer.bottom();
    }
    look.extra = {};
    if (wantsCard(index)) {
        y += question ? measures::afterQuestion : 16;
        look.extra = {0, y, width, static_cast<qreal>(RetryCard::heightFor(static_cast<int>(width)))};
        y = look.extra.bottom();
    } else if (const std::optional<Notice> notice = noticeAt(index)) {
        Banner measure(row.turn);
        measure.setNotice(*notice, actionLabel(*notice, turnOf(row)));
        y += question ? measures::afterQuestion : 14;
        look.extra = {0, y, width, static_cast<qreal>(measure.heightForWidth(static_cast<int>(width)))};
        y = look.extra.bottom();
    }
    m_heights.set(index, std::ceil(y + (question ? measures::afterQuestion : measures::afterAnswer)));
    row.exact = true;
    // What the model thinks may grow within its height.
    const bool onlyText = !fresh && look.files.empty() && look.thinkingText.isNull() && head() == headBefore;
    const qreal changed = row.layout->takeChangedFrom();
    look.changedFrom = onlyText ? std::min(look.changedFrom, look.text.top() + changed) : 0;
}

/// Lays out what is seen of a long message whose upper edge is at `y`. Returns by how much it grew upwards.
qreal TranscriptView::seeRow(std::size_t index, qreal y)
{
    TranscriptRow &row = m_rows[index];
    if (!row.layout || !row.layout->hasGuesses() || !row.firstLine.isEmpty())
        return 0;
    const int layouts = row.layout->layouts();
    const qreal from = -y - row.look().text.top();
    const qreal grown = row.layout->see(from, from + viewport()->height());
    if (row.layout->layouts() == layouts)
        return 0;
    row.exact = false; // what stands below the text moves
    ensure(index);
    row.look().changedFrom = 0;
    return grown;
}

void TranscriptView::dropFarLayouts()
{
    if (m_layouts <= layoutsKept)
        return;
    constexpr std::size_t near = 30;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        // The ends of a selection are places in a layout.
        const bool far = i + near < m_anchorRow || i > m_visibleEnd + near;
        if (far && !(hasSelection() && (i == m_selectionFrom.row || i == m_selectionTo.row))) {
            if (m_rows[i].layout)
                --m_layouts;
            m_rows[i].layout.reset();
            hideWidgets(m_rows[i]);
            m_rows[i].dropLook();
            m_rows[i].exact = false; // its height stays: it was measured
        }
    }
}

} // namespace breakwater
