// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagelayout.h"

#include "ui/style/theme.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/prosemarkdown.h"
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

} // namespace

MessageLayout::MessageLayout(Kind kind)
    : m_kind(kind)
{
}

void MessageLayout::setText(const QString &text, bool growing, const std::vector<qsizetype> &seams)
{
    std::size_t changed = m_blocks.blocks().size();
    const bool ended = m_growing && !growing;
    const bool goesOn =
        m_blocks.settled() && (growing || text.size() != m_blocks.source().size()); // what was settled is open again
    if (goesOn || !text.startsWith(m_blocks.source())) {
        m_blocks.clear();
        m_entries.clear();
        m_placed = 0;
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
    m_entries.erase(from, m_entries.end());

    for (std::size_t i = first; i < blocks.size(); ++i) {
        const MarkdownBlock &block = blocks[i];
        ++m_builds;
        if (block.kind == MarkdownBlock::Kind::Fence) {
            const QStringView text = m_blocks.text(block);
            const bool closed = block.closed || !growing;
            const std::optional<QStringView> lines = fence ? fencedLines(text, closed) : std::nullopt;
            std::unique_ptr<MessagePart> part = fence ? std::move(fence) : std::make_unique<CodePart>();
            auto &code = static_cast<CodePart &>(*part);
            if (lines && code.languageKnown()) {
                code.grow(*lines); // the text only grew, and so did the code
            } else {
                const FencedCode whole = fencedCode(text, closed);
                code.setCode(whole.languageKnown ? whole.language : QString(), whole.code);
                code.setLanguageKnown(whole.languageKnown);
            }
            m_entries.push_back({std::move(part), i, 0, -1, false});
            continue;
        }
        const bool tail = growing && i + 1 == blocks.size();
        QString source = tail ? steadyTail(block, m_blocks.text(block)) : m_blocks.text(block).toString();
        MarkdownStyle style;
        style.tokens = &Theme::instance().tokens();
        style.keepLineBreaks = m_kind == Kind::Question;
        if (block.kind == MarkdownBlock::Kind::Table && block.headEnd > block.headBegin) {
            source = m_blocks.source().mid(block.headBegin, block.headEnd - block.headBegin) + source;
            style.hideTableHead = true;
            if (!m_entries.empty())
                style.tableBefore = dynamic_cast<const ProsePart *>(m_entries.back().part.get());
        }
        if (!m_blocks.definitions().isEmpty() && source.contains(QLatin1Char(']')))
            source = m_blocks.definitions() + QLatin1Char('\n') + source;
        MessageParts parts = buildMarkdown(source, style);
        for (std::size_t p = 0; p < parts.size(); ++p) {
            if (p == 0 && block.continues && block.kind != MarkdownBlock::Kind::Table)
                parts[p]->gapBefore = block.kind == MarkdownBlock::Kind::List ? 4 : 0;
            m_entries.push_back({std::move(parts[p]), i, 0, -1, false});
        }
    }
}

/// What grew below `y`. The caret of a growing answer stood in the line above it, or in the last of a code block.
void MessageLayout::changesFrom(qreal y)
{
    m_changedFrom = std::min(m_changedFrom, std::max(0.0, y - scaled(caretRoom)));
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
        for (Entry &entry : m_entries)
            entry.height = -1;
        m_width = width;
        m_placed = 0;
        m_changedFrom = 0;
    }
    qreal y = m_placed == 0 ? 0 : m_entries[m_placed - 1].top + m_entries[m_placed - 1].height;
    for (std::size_t i = m_placed; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        if (entry.height < 0) {
            entry.height = entry.part->layOut(width);
            ++m_layouts;
        }
        const bool afterCode = i > 0 && dynamic_cast<CodePart *>(m_entries[i - 1].part.get());
        if (i > 0)
            y += std::max(entry.part->gapBefore, afterCode ? 12.0 : 0.0);
        if (entry.seamBefore)
            y += seamHeight;
        entry.top = y;
        y += entry.height;
        auto *code = dynamic_cast<CodePart *>(entry.part.get());
        if (code && code->takeHeadChanged())
            m_changedFrom = std::min(m_changedFrom, entry.top);
    }
    m_placed = m_entries.size();
    m_height = y;
    return y;
}

qreal MessageLayout::naturalWidth() const
{
    qreal widest = 0;
    for (const Entry &entry : m_entries)
        widest = std::max(widest, entry.part->naturalWidth());
    return widest;
}

void MessageLayout::paint(
    QPainter &painter, const QRectF &clip, const Tokens &tokens, const std::optional<std::pair<MessagePlace, MessagePlace>> &selected,
    const FoundMarks &found)
{
    for (std::size_t i = entryAt(clip.top()); i < m_entries.size() && m_entries[i].top - seamHeight <= clip.bottom();
         ++i) {
        const Entry &entry = m_entries[i];
        if (entry.top + entry.height < clip.top())
            continue;
        if (entry.seamBefore) {
            const QString words = QCoreApplication::translate("MessageLayout", "continued here");
            const QFont font = fontFor(TextRole::Micro);
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
        if (selected && selected->first.part <= i && selected->second.part >= i) {
            range = PartRange {selected->first.part == i ? selected->first.position : 0,
                selected->second.part == i ? selected->second.position : entry.part->length() + 1};
        }
        painter.save();
        painter.translate(0, entry.top);
        entry.part->paint(painter, clip.translated(0, -entry.top), tokens, {range, found.wanted, found.current && found.current->part == i ? std::optional(found.current->range) : std::nullopt});
        painter.restore();
    }
}

std::size_t MessageLayout::entryAt(qreal y) const
{
    const auto below = std::upper_bound(
        m_entries.begin(), m_entries.end(), y, [](qreal at, const Entry &entry) { return at < entry.top; });
    return below == m_entries.begin() ? 0 : static_cast<std::size_t>(below - m_entries.begin() - 1);
}

std::vector<MessageRange> MessageLayout::find(const QString &folded) const
{
    std::vector<MessageRange> places;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        for (const PartRange &range : m_entries[i].part->find(folded))
            places.push_back({i, range});
    }
    return places;
}

MessagePlace MessageLayout::placeAt(const QPointF &point) const
{
    if (m_entries.empty())
        return {};
    const std::size_t index = entryAt(point.y());
    const Entry &entry = m_entries[index];
    if (point.y() < entry.top)
        return {index, 0};
    if (point.y() > entry.top + entry.height)
        return {index, entry.part->length()};
    return {index, entry.part->positionAt(point - QPointF(0, entry.top))};
}

MessagePlace MessageLayout::afterCuts(MessagePlace place) const
{
    while (place.part + 1 < m_entries.size() && place.position > m_entries[place.part].part->length()) {
        const MarkdownBlock &next = m_blocks.blocks()[m_entries[place.part + 1].block];
        if (!next.continues || next.kind == MarkdownBlock::Kind::Table)
            break;
        place.position -= m_entries[place.part].part->length() + 1; // the space that it was cut at
        ++place.part;
    }
    return place;
}

MessagePlace MessageLayout::end() const
{
    return m_entries.empty() ? MessagePlace {} : MessagePlace {m_entries.size() - 1, m_entries.back().part->length()};
}

QString MessageLayout::text(const MessagePlace &from, const MessagePlace &to) const
{
    QString result;
    for (std::size_t i = from.part; i <= to.part && i < m_entries.size(); ++i) {
        const MessagePart &one = *m_entries[i].part;
        const PartRange range {
            i == from.part ? from.position : 0, i == to.part ? std::min(to.position, one.length()) : one.length()};
        if (i > from.part)
            result += joint(i);
        result += one.text(range);
    }
    return result;
}

/// What stands between a part and the one before it, as text. A paragraph that was cut is still one.
QString MessageLayout::joint(std::size_t entry) const
{
    const MarkdownBlock &block = m_blocks.blocks()[m_entries[entry].block];
    if (beginsBlock(entry) && block.continues && block.kind == MarkdownBlock::Kind::Prose)
        return QStringLiteral(" ");
    return m_entries[entry].part->gapBefore < 8 ? QStringLiteral("\n") : QStringLiteral("\n\n");
}

QString MessageLayout::partMarkdown(std::size_t entry, const PartRange &range, bool alone) const
{
    const MessagePart &part = *m_entries[entry].part;
    if (const auto *prose = dynamic_cast<const ProsePart *>(&part))
        return proseMarkdown(*prose, range, m_kind == Kind::Question);
    const auto *code = dynamic_cast<const CodePart *>(&part);
    const bool whole = range.from == 0 && range.to >= part.length();
    return code && (whole || !alone) ? code->fenced() : part.text(range);
}

QString MessageLayout::markdown(const MessagePlace &from, const MessagePlace &to) const
{
    const std::vector<MarkdownBlock> &blocks = m_blocks.blocks();
    const std::size_t end = std::min(to.part + 1, m_entries.size());
    const auto isWhole = [&](std::size_t entry) {
        return (entry > from.part || (entry == from.part && from.position == 0))
            && (entry < to.part || (entry == to.part && to.position >= m_entries[entry].part->length()));
    };
    QString result;
    for (std::size_t i = from.part; i < end;) {
        if (i > from.part)
            result += beginsBlock(i) && !blocks[m_entries[i].block].continues ? QStringLiteral("\n\n") : joint(i);
        // As many blocks as are wanted whole are one stretch of the source.
        std::size_t after = i;
        for (std::size_t next = i; beginsBlock(i) && next < end && isWhole(next); ++next) {
            if (next + 1 == m_entries.size() || m_entries[next + 1].block != m_entries[next].block)
                after = next + 1;
        }
        if (after > i) {
            const MarkdownBlock &first = blocks[m_entries[i].block];
            if (first.headEnd > first.headBegin)
                result += QStringView(m_blocks.source()).mid(first.headBegin, first.headEnd - first.headBegin);
            QStringView source = QStringView(m_blocks.source()).mid(first.begin, blocks[m_entries[after - 1].block].end - first.begin);
            while (source.startsWith(QLatin1Char('\n')))
                source = source.mid(1);
            while (source.endsWith(QLatin1Char('\n')) || source.endsWith(QLatin1Char(' ')))
                source.chop(1);
            result += source;
            i = after;
            continue;
        }
        const MessagePart &part = *m_entries[i].part;
        const PartRange range {i == from.part ? from.position : 0, i == to.part ? std::min(to.position, part.length()) : part.length()};
        result += partMarkdown(i, range, from.part == to.part);
        ++i;
    }
    return result;
}

std::optional<std::pair<MessagePlace, MessagePlace>> MessageLayout::tableAt(const QPointF &point) const
{
    if (m_entries.empty())
        return std::nullopt;
    const auto isTable = [this](std::size_t entry) {
        const auto *part = dynamic_cast<const ProsePart *>(m_entries[entry].part.get());
        return part && part->table();
    };
    const auto goesOn = [this](std::size_t entry) {
        const MarkdownBlock &block = m_blocks.blocks()[m_entries[entry].block];
        return block.continues && beginsBlock(entry);
    };
    std::size_t first = entryAt(point.y());
    if (!isTable(first) || point.y() >= m_entries[first].top + m_entries[first].height)
        return std::nullopt;
    std::size_t last = first;
    while (first > 0 && goesOn(first) && isTable(first - 1))
        --first;
    while (last + 1 < m_entries.size() && goesOn(last + 1) && isTable(last + 1))
        ++last;
    return std::pair(MessagePlace {first, 0}, MessagePlace {last, m_entries[last].part->length()});
}

QString MessageLayout::linkAt(const QPointF &point) const
{
    QPointF inPart;
    const MessagePart *part = partAt(point, inPart);
    return part ? part->linkAt(inPart) : QString();
}

std::pair<CodePart *, QPointF> MessageLayout::codeAt(const QPointF &point) const
{
    if (m_entries.empty())
        return {nullptr, point};
    const Entry &entry = m_entries[entryAt(point.y())];
    if (point.y() < entry.top || point.y() >= entry.top + entry.height)
        return {nullptr, point};
    return {dynamic_cast<CodePart *>(entry.part.get()), point - QPointF(0, entry.top)};
}

QRectF MessageLayout::endCaret() const
{
    if (m_entries.empty())
        return {0, 3, 2, 18};
    return m_entries.back().part->endCaret().translated(2, m_entries.back().top);
}

QRectF MessageLayout::caretAt(const MessagePlace &place) const
{
    if (place.part >= m_entries.size())
        return {0, 3, 2, 18};
    const Entry &entry = m_entries[place.part];
    return entry.part->caretAt(place.position).translated(0, entry.top);
}

std::optional<MessagePlace> MessageLayout::stepped(const MessagePlace &place, CaretStep step) const
{
    if (place.part >= m_entries.size())
        return std::nullopt;
    if (const std::optional<int> position = m_entries[place.part].part->stepped(place.position, step))
        return MessagePlace {place.part, *position};
    const bool forward = step == CaretStep::After || step == CaretStep::WordAfter;
    if (step == CaretStep::LineBegin || step == CaretStep::LineEnd)
        return place;
    if (forward)
        return place.part + 1 < m_entries.size() ? std::optional(MessagePlace {place.part + 1, 0}) : std::nullopt;
    return place.part > 0 ? std::optional(MessagePlace {place.part - 1, m_entries[place.part - 1].part->length()}) : std::nullopt;
}

const MessagePart *MessageLayout::partAt(const QPointF &point, QPointF &inPart) const
{
    if (m_entries.empty())
        return nullptr;
    const Entry &entry = m_entries[entryAt(point.y())];
    inPart = point - QPointF(0, entry.top);
    return point.y() >= entry.top && point.y() < entry.top + entry.height ? entry.part.get() : nullptr;
}

} // namespace breakwater
