// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/prosepart.h"

#include "core/chat/foldedtext.h"
#include "ui/style/theme.h"
#include "ui/transcript/foundmark.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

/// QTextDocument sets the base line of a fixed line height at four fifths of it; type is centred higher.
qreal lift()
{
    return 1.5 * readingScale();
}

/// What is looked through of a paragraph; the room beside code is no blank.
QString searchedText(const QTextBlock &block)
{
    QString text = block.text();
    for (QTextBlock::iterator it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        if (fragment.charFormat().boolProperty(prose::Padding))
            text.replace(fragment.position() - block.position(), fragment.length(), QString(fragment.length(), QChar::SoftHyphen));
    }
    return text;
}

} // namespace

ProsePart::ProsePart()
{
    m_document.setUndoRedoEnabled(false);
    m_document.setDocumentMargin(0);
    m_document.setDefaultFont(readingFont(TextRole::Message));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_document.setDefaultTextOption(option);
}

bool ProsePart::isAroundTable(const QTextBlock &block) const
{
    return m_table && (block.position() < m_table->firstPosition() || block.position() > m_table->lastPosition());
}

/// What reads from right to left is set in from the right.
void ProsePart::turnMargins()
{
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (format.leftMargin() <= 0 || block.textDirection() != Qt::RightToLeft)
            continue;
        format.setRightMargin(format.leftMargin());
        format.setLeftMargin(0);
        QTextCursor(block).setBlockFormat(format);
    }
}

qreal ProsePart::layOut(qreal width)
{
    turnMargins();
    m_document.setTextWidth(width);
    return std::ceil(m_document.size().height());
}

qreal ProsePart::naturalWidth() const
{
    return m_document.idealWidth();
}

void ProsePart::paintBehind(QPainter &painter, const QRectF &clip, const Tokens &tokens) const
{
    constexpr qreal padding = 3.5;
    const QAbstractTextDocumentLayout *layout = m_document.documentLayout();
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const QRectF box = layout->blockBoundingRect(block);
        if (box.bottom() < clip.top() - 40 || box.top() > clip.bottom() + 40)
            continue;
        const QTextBlockFormat format = block.blockFormat();
        const int quotes = format.intProperty(prose::QuoteDepth);
        const bool rightToLeft = block.textDirection() == Qt::RightToLeft;
        for (int depth = 0; depth < quotes; ++depth) {
            constexpr qreal bar = 3;
            const qreal x = rightToLeft ? m_document.textWidth() - bar - depth * prose::quoteIndent : depth * prose::quoteIndent;
            const bool goesOn = block.next().isValid() && block.next().blockFormat().intProperty(prose::QuoteDepth) > depth;
            const qreal below = goesOn ? block.next().blockFormat().topMargin() : 0;
            // The top of a block with a fixed line height is sure, its bottom is not.
            const qreal height = block.layout()->lineCount() * format.lineHeight();
            painter.fillRect(QRectF(x, box.top() + lift(), bar, height + below), tokens.line2);
        }
        if (format.boolProperty(prose::Rule))
            painter.fillRect(QRectF(format.leftMargin(), std::round(box.center().y()), m_document.textWidth() - format.leftMargin(), 1), tokens.line2);

        const QString marker = format.stringProperty(prose::Marker);
        const QTextLayout *text = block.layout();
        if (!marker.isEmpty() && text && text->lineCount() > 0) {
            const QTextLine first = text->lineAt(0);
            const QRectF line = first.naturalTextRect().translated(box.left(), box.top());
            painter.setFont(m_document.defaultFont());
            painter.setPen(tokens.text2);
            constexpr qreal room = 60;
            constexpr qreal gap = 8;
            const qreal left = rightToLeft ? m_document.textWidth() - format.rightMargin() + gap : format.leftMargin() - room;
            painter.setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
            painter.drawText(QRectF(left, line.top(), room - gap, line.height()), Qt::AlignTrailing | Qt::AlignVCenter, marker);
            painter.setLayoutDirection(Qt::LeftToRight);
        }
        for (QTextBlock::iterator it = block.begin(); text && !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!fragment.charFormat().boolProperty(prose::InlineCode))
                continue;
            const int from = fragment.position() - block.position();
            const int to = from + fragment.length();
            for (int i = 0; i < text->lineCount(); ++i) {
                const QTextLine line = text->lineAt(i);
                const int begin = std::max(from, line.textStart());
                const int end = std::min(to, line.textStart() + line.textLength());
                if (begin >= end)
                    continue;
                const qreal height = std::round(20 * readingScale());
                const qreal middle = box.top() + line.y() + line.ascent() - QFontMetricsF(fragment.charFormat().font()).xHeight() / 2;
                const qreal one = line.cursorToX(begin); // where it reads from right to left this is the right edge
                const qreal other = line.cursorToX(end);
                const qreal left = box.left() + std::min(one, other) - padding;
                const qreal right = box.left() + std::max(one, other) + padding;
                painter.setPen(QPen(tokens.line, tokens.border));
                painter.setBrush(tokens.sunken);
                painter.drawRoundedRect(bordered(QRectF(left, std::round(middle - height / 2), right - left, height), tokens), 4, 4);
            }
        }
    }
}

void ProsePart::paintHairlines(QPainter &painter, const Tokens &tokens) const
{
    if (!m_table)
        return;
    const QAbstractTextDocumentLayout *layout = m_document.documentLayout();
    for (int row = 0; row + 1 < m_table->rows(); ++row) {
        // The top of the next row is sure; the bottom of a block with a fixed line height is not.
        const QTextTableCell below = m_table->cellAt(row + 1, 0);
        const qreal padding = below.format().toTableCellFormat().topPadding();
        const qreal y = std::round(layout->blockBoundingRect(below.firstCursorPosition().block()).top() - padding);
        painter.fillRect(QRectF(0, y - 1 + lift(), m_document.textWidth(), 1), row == 0 ? tokens.line2 : tokens.line);
    }
}

void ProsePart::paint(QPainter &painter, const QRectF &clip, const Tokens &tokens, const PartMarks &marks)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0, -lift());
    const QRectF seen = clip.translated(0, lift());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, tokens.text);
    context.clip = seen;
    const auto mark = [&](const PartRange &range, const QTextCharFormat &format) {
        QTextCursor cursor(&m_document);
        cursor.setPosition(std::clamp(range.from, 0, length()));
        cursor.setPosition(std::clamp(range.to, 0, length()), QTextCursor::KeepAnchor);
        context.selections.append({cursor, format});
    };
    if (marks.selected && marks.selected->to > marks.selected->from) {
        QTextCharFormat format;
        format.setBackground(tokens.selected);
        mark(*marks.selected, format);
    }
    // Only what is seen is looked through, each time it is painted: so marks follow whatever the text does.
    for (QTextBlock block = m_document.begin(); !marks.wanted.isEmpty() && block.isValid(); block = block.next()) {
        const QRectF box = m_document.documentLayout()->blockBoundingRect(block);
        if (box.bottom() < seen.top() || box.top() > seen.bottom())
            continue;
        for (const SearchMark &place : placesIn(searchedText(block), marks.wanted)) {
            const int from = block.position() + static_cast<int>(place.from);
            mark({from, from + static_cast<int>(place.length)}, softMark(tokens));
        }
    }
    if (marks.current)
        mark(*marks.current, strongMark(tokens));
    paintBehind(painter, seen, tokens);
    m_document.documentLayout()->draw(&painter, context);
    paintHairlines(painter, tokens);
    painter.restore();
}

int ProsePart::positionAt(const QPointF &point) const
{
    const int position = m_document.documentLayout()->hitTest(point + QPointF(0, lift()), Qt::FuzzyHit);
    return position < 0 ? length() : std::min(position, length());
}

QString ProsePart::text(const PartRange &range) const
{
    QString result;
    bool first = true;
    int lastCell = 0;
    for (QTextBlock block = m_document.findBlock(range.from); block.isValid() && block.position() <= range.to; block = block.next()) {
        const int cell = block.blockFormat().intProperty(prose::Cell);
        if (isAroundTable(block))
            continue;
        if (!first)
            result += cell > lastCell ? QLatin1Char('\t') : QLatin1Char('\n');
        first = false;
        lastCell = cell;
        const int from = std::max(0, range.from - block.position());
        const int to = std::min(block.length() - 1, range.to - block.position());
        if (from == 0) {
            const QString marker = block.blockFormat().stringProperty(prose::Marker);
            if (!marker.isEmpty())
                result += QString(2 * qMax(0, block.blockFormat().intProperty(prose::Depth) - 1), QLatin1Char(' ')) + marker + QLatin1Char(' ');
        }
        int formula = 0;
        for (QTextBlock::iterator it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (fragment.charFormat().boolProperty(prose::Padding))
                continue;
            const int begin = fragment.position() - block.position();
            const int left = std::max(from, begin);
            const int right = std::min(to, begin + fragment.length());
            if (left >= right)
                continue;
            const int number = fragment.charFormat().intProperty(prose::FormulaNumber);
            if (number == 0)
                result += QStringView(fragment.text()).mid(left - begin, right - left);
            else if (number != formula) // as TeX, also where only a part of it is selected: half a formula is none
                result += fragment.charFormat().stringProperty(prose::FormulaSource);
            formula = number;
        }
    }
    result.replace(QChar::LineSeparator, QLatin1Char('\n'));
    return result;
}

std::vector<PartRange> ProsePart::find(const QString &folded) const
{
    std::vector<PartRange> places;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        for (const SearchMark &place : placesIn(searchedText(block), folded)) {
            const int from = block.position() + static_cast<int>(place.from);
            places.push_back({from, from + static_cast<int>(place.length)});
        }
    }
    return places;
}

qreal ProsePart::topOf(int position) const
{
    const QTextBlock block = m_document.findBlock(position);
    if (!block.isValid())
        return 0;
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    return m_document.documentLayout()->blockBoundingRect(block).top() + (line.isValid() ? line.y() : 0) - lift();
}

PartRange ProsePart::wordAt(int position) const
{
    QTextCursor cursor(const_cast<Document *>(&m_document));
    cursor.setPosition(std::clamp(position, 0, length()));
    cursor.select(QTextCursor::WordUnderCursor);
    return {cursor.selectionStart(), cursor.selectionEnd()};
}

PartRange ProsePart::paragraphAt(int position) const
{
    const QTextBlock block = m_document.findBlock(std::clamp(position, 0, length()));
    return {block.position(), block.position() + block.length() - 1};
}

std::optional<int> ProsePart::stepped(int position, CaretStep step) const
{
    static const QHash<CaretStep, QTextCursor::MoveOperation> moves {{CaretStep::Before, QTextCursor::PreviousCharacter},
        {CaretStep::After, QTextCursor::NextCharacter}, {CaretStep::WordBefore, QTextCursor::PreviousWord}, {CaretStep::WordAfter, QTextCursor::NextWord},
        {CaretStep::LineBegin, QTextCursor::StartOfLine}, {CaretStep::LineEnd, QTextCursor::EndOfLine}};
    QTextCursor cursor(const_cast<Document *>(&m_document));
    cursor.setPosition(std::clamp(position, 0, length()));
    // The room beside code is no place, nor are the paragraphs around a table.
    do {
        if (!cursor.movePosition(moves[step]))
            return std::nullopt;
        if (step == CaretStep::LineBegin || step == CaretStep::LineEnd)
            break;
    } while (cursor.charFormat().boolProperty(prose::Padding) || isAroundTable(cursor.block()));
    return cursor.position();
}

bool ProsePart::readsRightToLeft(int position) const
{
    return m_document.findBlock(std::clamp(position, 0, length())).textDirection() == Qt::RightToLeft;
}

QRectF ProsePart::caretAt(int position) const
{
    QTextBlock block = m_document.findBlock(std::clamp(position, 0, length()));
    while (block.isValid() && isAroundTable(block))
        block = position > 0 ? block.previous() : block.next();
    const QTextLayout *layout = block.isValid() ? block.layout() : nullptr;
    if (!layout || layout->lineCount() == 0)
        return {};
    const int inside = std::clamp(position - block.position(), 0, block.length() - 1);
    const QRectF box = m_document.documentLayout()->blockBoundingRect(block);
    const QTextLine line = layout->lineForTextPosition(inside);
    const qreal height = 18 * readingScale();
    const qreal middle = box.top() + line.y() + line.ascent() - QFontMetricsF(m_document.defaultFont()).xHeight() / 2 - lift();
    return {box.left() + line.cursorToX(inside), middle - height / 2, 2, height};
}

QString ProsePart::linkAt(const QPointF &point) const
{
    return m_document.documentLayout()->anchorAt(point + QPointF(0, lift()));
}

QString ProsePart::linkTextAt(const QPointF &point) const
{
    const QString href = linkAt(point);
    const int position = m_document.documentLayout()->hitTest(point + QPointF(0, lift()), Qt::FuzzyHit);
    const QTextBlock block = m_document.findBlock(std::max(0, position));
    QString text;
    for (QTextBlock::iterator it = block.begin(); !href.isEmpty() && !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        if (fragment.charFormat().anchorHref() == href) {
            text += fragment.text();
            continue;
        }
        if (fragment.position() > position)
            break;
        text.clear();
    }
    return text;
}

QString ProsePart::formulaAt(const QPointF &point) const
{
    const int position = m_document.documentLayout()->hitTest(point + QPointF(0, lift()), Qt::ExactHit);
    if (position < 0)
        return {};
    QTextCursor cursor(const_cast<Document *>(&m_document));
    cursor.setPosition(std::min(position + 1, length()));
    return cursor.charFormat().stringProperty(prose::FormulaSource);
}

} // namespace breakwater
