// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/codepart.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/prosemarkdown.h"
#include "ui/transcript/prosepart.h"

#include <algorithm>
#include <limits>

namespace breakwater {

MessagePart &MessageLayout::part(std::size_t index) const
{
    if (!m_entries[index].part)
        make(index);
    return *m_entries[index].part;
}

std::size_t MessageLayout::indexOf(std::size_t name) const
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), name,
        [](const Entry &entry, std::size_t wanted) { return (entry.block << subBits | entry.sub) < wanted; });
    return static_cast<std::size_t>(found - m_entries.begin());
}

MessagePart *MessageLayout::partNamed(std::size_t name) const
{
    const std::size_t index = indexOf(name);
    return index < m_entries.size() && nameOf(index) == name ? m_entries[index].part.get() : nullptr;
}

std::size_t MessageLayout::nameOfPart(const MessagePart *part) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [part](const Entry &entry) { return entry.part.get() == part; });
    return found == m_entries.end() ? std::numeric_limits<std::size_t>::max() : nameOf(static_cast<std::size_t>(found - m_entries.begin()));
}

qreal MessageLayout::topNamed(std::size_t name) const
{
    const std::size_t index = indexOf(name);
    return index < m_entries.size() ? m_entries[index].top : m_height;
}

std::vector<CodePart *> MessageLayout::codeParts() const
{
    std::vector<CodePart *> parts;
    for (const Entry &entry : m_entries) {
        if (auto *code = dynamic_cast<CodePart *>(entry.part.get()))
            parts.push_back(code);
    }
    return parts;
}

qreal MessageLayout::naturalWidth() const
{
    qreal widest = 0;
    for (const Entry &entry : m_entries)
        widest = std::max(widest, entry.part ? entry.part->naturalWidth() : m_width);
    return widest;
}

std::vector<MessageRange> MessageLayout::find(const QString &folded) const
{
    std::vector<MessageRange> places;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        for (const PartRange &range : part(i).find(folded))
            places.push_back({nameOf(i), range});
    }
    return places;
}

MessagePlace MessageLayout::placeAt(const QPointF &point) const
{
    if (m_entries.empty())
        return {};
    const std::size_t index = entryAt(point.y());
    const Entry &entry = m_entries[index];
    if (point.y() < entry.top || !entry.part || entry.guessed)
        return {nameOf(index), 0};
    if (point.y() > entry.top + entry.height)
        return {nameOf(index), entry.part->length()};
    return {nameOf(index), entry.part->positionAt(point - QPointF(0, entry.top))};
}

MessagePlace MessageLayout::afterCuts(MessagePlace place) const
{
    for (std::size_t i = indexOf(place.part); i + 1 < m_entries.size() && place.position > part(i).length(); ++i) {
        const MarkdownBlock &next = m_blocks.blocks()[m_entries[i + 1].block];
        if (!next.continues || next.kind == MarkdownBlock::Kind::Table)
            break;
        place.position -= part(i).length() + 1; // the space that it was cut at
        place.part = nameOf(i + 1);
    }
    return place;
}

MessagePlace MessageLayout::end() const
{
    if (m_entries.empty())
        return {};
    makeAll(m_entries.size() - 1, std::numeric_limits<std::size_t>::max());
    return {nameOf(m_entries.size() - 1), m_entries.back().part->length()};
}

QString MessageLayout::text(const MessagePlace &from, const MessagePlace &to) const
{
    makeAll(indexOf(from.part), to.part);
    QString result;
    for (std::size_t i = indexOf(from.part); i < m_entries.size() && nameOf(i) <= to.part; ++i) {
        const MessagePart &one = *m_entries[i].part;
        const std::size_t name = nameOf(i);
        const PartRange range {name == from.part ? from.position : 0, name == to.part ? std::min(to.position, one.length()) : one.length()};
        if (name > from.part)
            result += joint(i);
        result += one.text(range);
    }
    return result;
}

QString MessageLayout::firstText() const
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (const QString text = part(i).text(); !text.trimmed().isEmpty())
            return text;
    }
    return {};
}

/// What stands between a part and the one before it, as text. A paragraph that was cut is still one.
QString MessageLayout::joint(std::size_t entry) const
{
    const MarkdownBlock &block = m_blocks.blocks()[m_entries[entry].block];
    if (beginsBlock(entry) && block.continues && m_blocks.source()[block.begin - 1] != QLatin1Char('\n'))
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
    makeAll(indexOf(from.part), to.part);
    const std::vector<MarkdownBlock> &blocks = m_blocks.blocks();
    const auto isWanted = [&](std::size_t entry) { return entry < m_entries.size() && nameOf(entry) <= to.part; };
    const auto isWhole = [&](std::size_t entry) {
        const std::size_t name = nameOf(entry);
        return (name > from.part || (name == from.part && from.position == 0)) && (name < to.part || to.position >= m_entries[entry].part->length());
    };
    QString result;
    for (std::size_t i = indexOf(from.part); isWanted(i);) {
        if (nameOf(i) > from.part)
            result += beginsBlock(i) && !blocks[m_entries[i].block].continues ? QStringLiteral("\n\n") : joint(i);
        // As many blocks as are wanted whole are one stretch of the source.
        std::size_t after = i;
        for (std::size_t next = i; beginsBlock(i) && isWanted(next) && isWhole(next); ++next) {
            if (next + 1 == m_entries.size() || beginsBlock(next + 1))
                after = next + 1;
        }
        if (after > i) {
            const MarkdownBlock &first = blocks[m_entries[i].block];
            QStringView source = QStringView(m_blocks.source()).mid(first.begin, blocks[m_entries[after - 1].block].end - first.begin);
            while (source.startsWith(QLatin1Char('\n')))
                source = source.mid(1);
            while (source.endsWith(QLatin1Char('\n')) || source.endsWith(QLatin1Char(' ')))
                source.chop(1);
            result += m_blocks.standing(first, source.toString());
            i = after;
            continue;
        }
        const MessagePart &part = *m_entries[i].part;
        const std::size_t name = nameOf(i);
        const PartRange range {name == from.part ? from.position : 0, name == to.part ? std::min(to.position, part.length()) : part.length()};
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
        const auto *prose = dynamic_cast<const ProsePart *>(&part(entry));
        return prose && prose->table();
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
    return std::pair(MessagePlace {nameOf(first), 0}, MessagePlace {nameOf(last), part(last).length()});
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
    if (point.y() < entry.top || point.y() >= entry.top + entry.height || entry.guessed)
        return {nullptr, point};
    return {dynamic_cast<CodePart *>(entry.part.get()), point - QPointF(0, entry.top)};
}

QRectF MessageLayout::endCaret() const
{
    if (m_entries.empty() || m_entries.back().guessed)
        return {0, 3, 2, 18};
    return m_entries.back().part->endCaret().translated(2, m_entries.back().top);
}

QRectF MessageLayout::caretAt(const MessagePlace &place) const
{
    const std::size_t index = indexOf(place.part);
    if (index >= m_entries.size())
        return {0, 3, 2, 18};
    const Entry &entry = m_entries[index];
    return entry.guessed ? QRectF() : entry.part->caretAt(place.position).translated(0, entry.top);
}

std::optional<MessagePlace> MessageLayout::stepped(const MessagePlace &place, CaretStep step) const
{
    const std::size_t index = indexOf(place.part);
    if (index >= m_entries.size())
        return std::nullopt;
    if (const std::optional<int> position = part(index).stepped(place.position, step))
        return MessagePlace {place.part, *position};
    if (step == CaretStep::LineBegin || step == CaretStep::LineEnd)
        return place;
    if (step == CaretStep::After || step == CaretStep::WordAfter)
        return index + 1 < m_entries.size() ? std::optional(MessagePlace {nameOf(index + 1), 0}) : std::nullopt;
    if (index == 0)
        return std::nullopt;
    makeAll(index - 1, m_entries[index].block << subBits); // what is made may have more parts
    const std::size_t before = indexOf(place.part) - 1;
    return MessagePlace {nameOf(before), part(before).length()};
}

const MessagePart *MessageLayout::partAt(const QPointF &point, QPointF &inPart) const
{
    if (m_entries.empty())
        return nullptr;
    const Entry &entry = m_entries[entryAt(point.y())];
    inPart = point - QPointF(0, entry.top);
    return point.y() >= entry.top && point.y() < entry.top + entry.height && !entry.guessed ? entry.part.get() : nullptr;
}

} // namespace breakwater
