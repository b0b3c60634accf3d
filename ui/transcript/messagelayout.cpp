// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagelayout.h"

#include "ui/style/theme.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/prosepart.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr qreal seamHeight = 28;
constexpr qreal caretRoom = 90;
constexpr std::size_t atOnce = 24; ///< blocks: as many are made without asking who sees them
constexpr qsizetype longText = 20'000;

} // namespace

MessageLayout::MessageLayout(Kind kind, Extent extent)
    : m_kind(kind)
    , m_extent(extent)
{
}

void MessageLayout::setText(const QString &text, bool growing, const std::vector<qsizetype> &seams, Beginning beginning)
{
    std::size_t changed = m_blocks.blocks().size();
    const bool ended = m_growing && !growing;
    const bool goesOn =
        m_blocks.settled() && (growing || text.size() != m_blocks.source().size()); // what was settled is open again
    const bool isAdded = text.size() >= m_blocks.source().size() && (beginning == Beginning::AsBefore || text.startsWith(m_blocks.source()));
    if (goesOn || !isAdded) {
        m_blocks.clear();
        m_entries.clear();
        m_placed = 0;
        m_guesses = 0;
        m_changedFrom = 0;
        changed = m_blocks.append(text);
    } else if (text.size() > m_blocks.source().size()) {
        changed = m_blocks.append(QStringView(text).mid(m_blocks.source().size()));
    }
    // The end of an answer shows what was held back.
    if (ended && !m_blocks.blocks().empty())
        changed = std::min(changed, m_blocks.blocks().size() - 1);
    if (!growing && !m_blocks.settled())
        changed = std::min(changed, m_blocks.settle());
    m_growing = growing;
    rebuildFrom(changed, growing);
    placeSeams(seams);
}

void MessageLayout::rebuildFrom(std::size_t first, bool growing)
{
    const std::vector<MarkdownBlock> &blocks = m_blocks.blocks();
    const auto from = std::lower_bound(m_entries.begin(), m_entries.end(), first,
        [](const Entry &entry, std::size_t block) { return entry.block < block; });
    if (first >= blocks.size() && from == m_entries.end())
        return;
    const auto kept = static_cast<std::size_t>(from - m_entries.begin());
    // A fence that goes on keeps its part: only its new lines are laid out, and its place sideways stays.
    std::unique_ptr<MessagePart> fence;
    if (from != m_entries.end() && from->block == first && first < blocks.size()
        && blocks[first].kind == MarkdownBlock::Kind::Fence && dynamic_cast<CodePart *>(from->part.get())) {
        fence = std::move(from->part);
    }
    // Of a growing fence, only the end.
    const auto *known = static_cast<const CodePart *>(fence.get());
    if (from == m_entries.end() || kept >= m_placed)
        changesFrom(m_height);
    else
        changesFrom(known && known->languageKnown() ? from->top + from->height : from->top);
    m_placed = std::min(m_placed, kept);
    m_guesses -= static_cast<std::size_t>(std::count_if(from, m_entries.end(), [](const Entry &entry) { return entry.guessed; }));
    if (m_extent == Extent::Seen && !fence && m_blocks.source().size() > longText && blocks.size() - first > atOnce) {
        // What was laid out before is about as high again: a definition that comes late changes links, no heights.
        std::vector<qreal> heights(blocks.size(), -1);
        for (auto entry = from; entry != m_entries.end(); ++entry) {
            if (entry->block < heights.size() && entry->height >= 0)
                heights[entry->block] = std::max(0.0, heights[entry->block]) + entry->height;
        }
        m_entries.erase(from, m_entries.end());
        for (std::size_t i = first; i < blocks.size(); ++i)
            m_entries.push_back({.part = nullptr, .block = i, .height = heights[i], .guessed = true});
        m_guesses += blocks.size() - first;
        return;
    }
    m_entries.erase(from, m_entries.end());
    for (std::size_t i = first; i < blocks.size(); ++i) {
        const MarkdownBlock &block = blocks[i];
        if (fence) {
            ++m_builds;
            const QStringView text = m_blocks.text(block);
            const bool closed = block.closed || !growing;
            const std::optional<QStringView> lines = fencedLines(text, closed);
            std::unique_ptr<MessagePart> part = std::move(fence);
            auto &code = static_cast<CodePart &>(*part);
            if (lines && code.languageKnown()) {
                code.grow(*lines); // the text only grew, and so did the code
            } else {
                const FencedCode whole = fencedCode(text, closed);
                code.setCode(whole.languageKnown ? whole.language : QString(), whole.code);
                code.setLanguageKnown(whole.languageKnown);
            }
            m_entries.push_back({.part = std::move(part), .block = i});
            continue;
        }
        std::size_t sub = 0;
        for (std::unique_ptr<MessagePart> &part : partsOf(i, growing && i + 1 == blocks.size()))
            m_entries.push_back({.part = std::move(part), .block = i, .sub = sub++});
    }
}

MessageParts MessageLayout::partsOf(std::size_t number, bool tail) const
{
    const MarkdownBlock &block = m_blocks.blocks()[number];
    ++m_builds;
    MessageParts parts;
    if (block.kind == MarkdownBlock::Kind::Fence) {
        const FencedCode whole = fencedCode(m_blocks.text(block), block.closed || !m_growing);
        auto code = std::make_unique<CodePart>();
        code->setCode(whole.languageKnown ? whole.language : QString(), whole.code);
        code->setLanguageKnown(whole.languageKnown);
        parts.push_back(std::move(code));
        return parts;
    }
    QString source = tail ? steadyTail(block, m_blocks.text(block)) : m_blocks.text(block).toString();
    MarkdownStyle style;
    style.tokens = &Theme::instance().tokens();
    style.keepLineBreaks = m_kind == Kind::Question;
    if (block.kind == MarkdownBlock::Kind::Table && block.headEnd > block.headBegin) {
        style.hideTableHead = true;
        style.tableBefore = tableBefore(number);
    }
    style.hideFirstMarker = block.kind == MarkdownBlock::Kind::List && block.headEnd > block.headBegin;
    source = m_blocks.standing(block, source);
    if (!m_blocks.definitions().isEmpty() && source.contains(QLatin1Char(']')))
        source = m_blocks.definitions() + QLatin1Char('\n') + source;
    parts = buildMarkdown(source, style);
    if (!parts.empty() && block.continues && block.kind != MarkdownBlock::Kind::Table)
        parts.front()->gapBefore = block.kind == MarkdownBlock::Kind::List && m_blocks.source()[block.begin - 1] == QLatin1Char('\n') ? 4 : 0;
    return parts;
}

/// A part of the table that a block goes on with: all have the same columns. Where it was not seen its first is made.
const ProsePart *MessageLayout::tableBefore(std::size_t number) const
{
    for (std::size_t i = indexOf(number << subBits); i-- > 0;) {
        const MarkdownBlock &block = m_blocks.blocks()[m_entries[i].block];
        if (block.kind != MarkdownBlock::Kind::Table)
            return nullptr;
        if (!m_entries[i].part && !block.continues)
            make(i);
        if (m_entries[i].part)
            return dynamic_cast<const ProsePart *>(m_entries[i].part.get());
    }
    return nullptr;
}

/// The parts of an entry that was guessed; they are laid out when they are seen.
void MessageLayout::make(std::size_t index) const
{
    const std::size_t number = m_entries[index].block;
    MessageParts parts = partsOf(number, m_growing && number + 1 == m_blocks.blocks().size());
    index = indexOf(number << subBits); // the first of a table may have been made for it
    Entry &entry = m_entries[index];
    if (parts.empty()) { // only definitions: nothing is seen of it
        parts.push_back(std::make_unique<ProsePart>());
        parts.front()->gapBefore = 0;
    }
    const qreal share = entry.height / static_cast<qreal>(parts.size());
    entry.part = std::move(parts.front());
    if (parts.size() == 1)
        return;
    entry.height = share;
    std::vector<Entry> more;
    for (std::size_t sub = 1; sub < parts.size(); ++sub)
        more.push_back({.part = std::move(parts[sub]), .block = number, .sub = sub, .top = entry.top, .height = share, .guessed = true});
    m_guesses += more.size();
    m_placed = std::min(m_placed, index);
    m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// From an entry to the last of a name.
void MessageLayout::makeAll(std::size_t from, std::size_t last) const
{
    for (std::size_t i = from; m_guesses > 0 && i < m_entries.size() && nameOf(i) <= last; ++i) {
        if (!m_entries[i].part)
            make(i);
    }
}

/// About as high as it will be, for the scroll bar.
qreal MessageLayout::guess(std::size_t number) const
{
    const MarkdownBlock &block = m_blocks.blocks()[number];
    const QStringView text = m_blocks.text(block);
    const qreal perLine = std::max(10.0, m_width / readingScaled(7.5));
    const auto breaks = static_cast<qreal>(std::count(text.begin(), text.end(), QLatin1Char('\n')));
    const qreal lines = static_cast<qreal>(text.size()) / perLine + 1;
    switch (block.kind) {
    case MarkdownBlock::Kind::Table:
        return std::ceil((breaks + 1) * readingScaled(33));
    case MarkdownBlock::Kind::Fence:
        return std::ceil(breaks * readingScaled(20) + readingScaled(57));
    case MarkdownBlock::Kind::List:
        return std::ceil(std::max(breaks + 1, lines) * readingScaled(24) + (breaks + 1) * 4);
    case MarkdownBlock::Kind::Prose:
    case MarkdownBlock::Kind::Quote:
    case MarkdownBlock::Kind::Heading:
    case MarkdownBlock::Kind::Formula:
        break;
    }
    return std::ceil(lines) * readingScaled(24);
}

/// What grew below `y`. The caret of a growing answer stood in the line above it, or in the last of a code block.
void MessageLayout::changesFrom(qreal y)
{
    m_changedFrom = std::min(m_changedFrom, std::max(0.0, y - readingScaled(caretRoom)));
}

void MessageLayout::placeSeams(const std::vector<qsizetype> &seams)
{
    if (seams.empty() && m_seams.empty())
        return;
    if (m_seams != seams)
        m_placed = 0;
    m_seams = seams;
    for (std::size_t i = m_placed; i < m_entries.size(); ++i)
        m_entries[i].seamBefore = false;
    const std::vector<MarkdownBlock> &blocks = m_blocks.blocks();
    for (const qsizetype seam : m_seams) {
        // At the edge of the block that the seam stands in, whichever is nearer.
        const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &candidate) {
            const MarkdownBlock &block = blocks[candidate.block];
            return block.begin + (block.end - block.begin) / 2 >= seam;
        });
        if (entry == m_entries.end() || entry->seamBefore)
            continue;
        entry->seamBefore = true;
        m_placed = std::min(m_placed, static_cast<std::size_t>(entry - m_entries.begin()));
    }
    if (m_placed == 0)
        m_changedFrom = 0;
}

qreal MessageLayout::layOut(qreal width)
{
    if (!qFuzzyCompare(width, m_width)) {
        const bool many = m_extent == Extent::Seen && m_entries.size() > atOnce && m_blocks.source().size() > longText;
        for (Entry &entry : m_entries) {
            m_guesses += many && !entry.guessed ? 1 : 0;
            entry.guessed = entry.guessed || many;
            entry.height = -1;
        }
        m_width = width;
        m_placed = 0;
        m_changedFrom = 0;
    }
    place();
    return m_height;
}

void MessageLayout::place()
{
    qreal y = m_placed == 0 ? 0 : m_entries[m_placed - 1].top + m_entries[m_placed - 1].height;
    for (std::size_t i = m_placed; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        if (entry.height < 0) {
            entry.height = entry.guessed ? guess(entry.block) : entry.part->layOut(m_width);
            m_layouts += entry.guessed ? 0 : 1;
        }
        const bool afterCode = i > 0 && dynamic_cast<CodePart *>(m_entries[i - 1].part.get());
        if (i > 0)
            y += std::max(entry.part ? entry.part->gapBefore : 10.0, afterCode ? 12.0 : 0.0);
        if (entry.seamBefore)
            y += seamHeight;
        entry.top = y;
        y += entry.height;
        auto *code = entry.guessed ? nullptr : dynamic_cast<CodePart *>(entry.part.get());
        if (code && code->takeHeadChanged())
            m_changedFrom = std::min(m_changedFrom, entry.top);
    }
    m_placed = m_entries.size();
    m_height = y;
}

qreal MessageLayout::see(qreal from, qreal to)
{
    if (m_guesses == 0)
        return 0;
    // What was seen before is what the reader looks at.
    std::size_t known = entryAt(from);
    while (known < m_entries.size() && m_entries[known].top <= to && (m_entries[known].guessed || m_entries[known].top + m_entries[known].height < from))
        ++known;
    const std::optional<std::size_t> anchor = known < m_entries.size() && m_entries[known].top <= to ? std::optional(nameOf(known)) : std::nullopt;
    qreal grown = 0;
    for (std::size_t i = entryAt(from); m_guesses > 0 && i < m_entries.size() && m_entries[i].top <= to;) {
        if (!m_entries[i].guessed) {
            ++i;
            continue;
        }
        const auto below = [this](std::size_t entry) { return entry < m_entries.size() ? m_entries[entry].top : m_height; };
        const bool above = anchor ? nameOf(i) < *anchor : m_entries[i].top < from;
        const qreal before = below(i + 1);
        std::size_t after = i + 1;
        if (!m_entries[i].part) { // all parts of the block at once
            const std::size_t block = m_entries[i].block;
            make(i);
            i = indexOf(block << subBits);
            after = indexOf((block + 1) << subBits);
        }
        m_changedFrom = std::min(m_changedFrom, m_entries[i].top);
        for (std::size_t made = i; made < after; ++made) {
            Entry &entry = m_entries[made];
            entry.guessed = false;
            --m_guesses;
            entry.height = entry.part->layOut(m_width);
            ++m_layouts;
        }
        m_placed = std::min(m_placed, i);
        place();
        if (!above) {
            i = after;
            continue;
        }
        const qreal by = below(after) - before;
        grown += by;
        from += by;
        to += by;
        i = entryAt(from); // what was above may be seen now
    }
    return grown;
}

void MessageLayout::paint(
    QPainter &painter, const QRectF &clip, const Tokens &tokens, const std::optional<std::pair<MessagePlace, MessagePlace>> &selected,
    const FoundMarks &found)
{
    for (std::size_t i = entryAt(clip.top()); i < m_entries.size() && m_entries[i].top - seamHeight <= clip.bottom();
         ++i) {
        const Entry &entry = m_entries[i];
        if (entry.top + entry.height < clip.top() || !entry.part || entry.guessed)
            continue;
        if (entry.seamBefore) {
            const QString words = QCoreApplication::translate("MessageLayout", "continued here");
            const QFont font = readingFont(TextRole::Micro);
            const qreal textWidth = QFontMetricsF(font).horizontalAdvance(words) + 16;
            const qreal middle = std::round(entry.top - seamHeight / 2 - 4) + 0.5;
            QPen pen(tokens.line2, 1, Qt::CustomDashLine);
            pen.setDashPattern({4, 4});
            painter.setPen(pen);
            painter.drawLine(QPointF(0, middle), QPointF((m_width - textWidth) / 2, middle));
            painter.drawLine(QPointF((m_width + textWidth) / 2, middle), QPointF(m_width, middle));
            painter.setPen(tokens.text3);
            painter.setFont(font);
            painter.drawText(QRectF(0, middle - 10, m_width, 20), Qt::AlignCenter, words);
        }
        std::optional<PartRange> range;
        const std::size_t name = nameOf(i);
        if (selected && selected->first.part <= name && selected->second.part >= name) {
            range = PartRange {selected->first.part == name ? selected->first.position : 0,
                selected->second.part == name ? selected->second.position : entry.part->length() + 1};
        }
        painter.save();
        painter.translate(0, entry.top);
        entry.part->paint(painter, clip.translated(0, -entry.top), tokens, {range, found.wanted, found.current && found.current->part == name ? std::optional(found.current->range) : std::nullopt});
        painter.restore();
    }
}

std::size_t MessageLayout::entryAt(qreal y) const
{
    const auto below = std::upper_bound(
        m_entries.begin(), m_entries.end(), y, [](qreal at, const Entry &entry) { return at < entry.top; });
    return below == m_entries.begin() ? 0 : static_cast<std::size_t>(below - m_entries.begin() - 1);
}

} // namespace breakwater
