// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/foldedtext.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/transcript/codemeasures.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/foundmark.h"
#include "ui/transcript/hiddenmarks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr qreal radius = 10;

bool isMark(QChar letter)
{
    return letter.isPunct() || letter.isSymbol();
}

QString copyText(CodePart::CopyLook look)
{
    return look == CodePart::CopyLook::Copied ? QCoreApplication::translate("CodePart", "Copied")
                                              : QCoreApplication::translate("CodePart", "Copy");
}

QFont copyFont()
{
    QFont font = readingFont(TextRole::Small);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

QRectF CodePart::copyButton() const
{
    const qreal width = 8 + 14 + 7 + QFontMetricsF(copyFont()).horizontalAdvance(copyText(m_copyLook)) + 9;
    const qreal height = readingScaled(24);
    return {frame().right() - 7 - width, (headHeight() - height) / 2 + 1, width, height};
}

QRectF CodePart::wrapButton() const
{
    if (m_widest <= textRoom())
        return {};
    const QRectF copy = copyButton();
    return {copy.left() - 4 - copy.height(), copy.top(), copy.height(), copy.height()};
}

std::unique_ptr<QTextLayout> CodePart::laidOut(const Row &row) const
{
    return laidOut(row, {}, Theme::instance().tokens());
}

std::unique_ptr<QTextLayout> CodePart::laidOut(const Row &row, const std::vector<CodeSpan> &spans, const Tokens &tokens) const
{
    const QStringView shown = lineText(m_lines[row.line]).mid(row.begin, row.length);
    const bool plain = m_lines[row.line].plain || !hasHiddenMarks(shown, MarksIn::Code);
    const QString signs = plain ? shown.toString() : withSigns(shown.toString(), MarksIn::Code);
    auto layout = std::make_unique<QTextLayout>(signs, readingFont(TextRole::Code));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(4 * codemeasures::cellWidth());
    layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const CodeSpan &span : spans) {
        const qsizetype begin = std::max<qsizetype>(0, span.begin - row.begin);
        const qsizetype end = std::min(row.length, span.begin + span.length - row.begin);
        if (begin >= end)
            continue;
        QTextCharFormat format;
        switch (span.token) {
        case CodeToken::Keyword:
            format.setForeground(tokens.codeKeyword);
            break;
        case CodeToken::String:
            format.setForeground(tokens.codeString);
            break;
        case CodeToken::Number:
            format.setForeground(tokens.codeNumber);
            break;
        case CodeToken::Comment:
            format.setForeground(tokens.codeComment);
            break;
        }
        formats.append({static_cast<int>(begin), static_cast<int>(end - begin), format});
    }
    // A boundary between two marks keeps "::" and "->" two glyphs: Qt 6.4 has no switch for ligatures.
    for (qsizetype i = 1; i < shown.size(); ++i) {
        if (isMark(shown[i]) && isMark(shown[i - 1]))
            formats.append({static_cast<int>(i), 1, QTextCharFormat()});
    }
    for (qsizetype i = 0; !plain && i < signs.size(); ++i) {
        if (signs[i] == shown[i])
            continue;
        QTextCharFormat format;
        format.setForeground(tokens.danger);
        format.setBackground(tokens.line);
        formats.append({static_cast<int>(i), 1, format});
    }
    layout->setFormats(formats);
    layout->beginLayout();
    QTextLine textLine = layout->createLine();
    if (textLine.isValid()) {
        textLine.setLineWidth(1e6);
        textLine.setPosition(QPointF(0, (lineHeight() - textLine.height()) / 2));
    }
    layout->endLayout();
    return layout;
}

void CodePart::paintHead(QPainter &painter, const Tokens &tokens) const
{
    const QRectF box = frame();
    painter.setPen(QPen(tokens.line, tokens.border));
    painter.setBrush(tokens.sunken);
    painter.drawRoundedRect(bordered(box, tokens), radius, radius);
    painter.fillRect(QRectF(box.left() + 1, headHeight(), box.width() - 2, 1), tokens.line);

    const auto ground = [&](const QRectF &button) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.hover);
        painter.drawRoundedRect(button, 7, 7);
    };
    const QRectF copy = copyButton();
    const QRectF wrap = wrapButton();
    const qreal nameEnd = wrap.isNull() ? copy.left() : wrap.left();
    painter.setFont(readingFont(TextRole::Small));
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(box.left() + codemeasures::padding + 1, 0, nameEnd - box.left() - codemeasures::padding - 8, headHeight()),
        Qt::AlignVCenter | Qt::AlignLeft, m_languageName.isEmpty() ? QCoreApplication::translate("CodePart", "Code") : m_languageName);
    if (!wrap.isNull()) {
        if (m_wrapHovered)
            ground(wrap);
        paintIcon(painter, Icon::Wrap, wrap, 14, m_wraps ? tokens.accent : tokens.text2);
    }
    if (m_copyLook == CopyLook::Hover)
        ground(copy);
    paintIcon(painter, m_copyLook == CopyLook::Copied ? Icon::Check : Icon::Copy,
        QRectF(copy.left() + 8, copy.top(), 14, copy.height()), 14, tokens.text2);
    painter.setPen(tokens.text2);
    painter.setFont(copyFont());
    painter.drawText(QRectF(copy.left() + 29, copy.top(), copy.width() - 29, copy.height()),
        Qt::AlignVCenter | Qt::AlignLeft, copyText(m_copyLook));
}

/// What of a row is selected, from its upper left corner; null: nothing.
QRectF CodePart::selectedIn(const Row &row, const QTextLayout &layout, const PartRange &selected) const
{
    const Line &line = m_lines[row.line];
    const qsizetype rowBegin = line.begin + row.begin;
    const bool isLast = row.begin + row.length >= shownLength(line);
    const auto begin = std::clamp<qsizetype>(selected.from - rowBegin, 0, row.length);
    const auto end = std::clamp<qsizetype>(selected.to - rowBegin, 0, row.length);
    const bool through = isLast && selected.from <= line.begin + line.length && selected.to > line.begin + line.length;
    if ((end <= begin && !through) || layout.lineCount() == 0)
        return {};
    const QTextLine text = layout.lineAt(0);
    const qreal left = text.cursorToX(static_cast<int>(begin));
    return {left, 0, text.cursorToX(static_cast<int>(end)) + (through ? 6 : 0) - left, lineHeight()};
}

void CodePart::paint(QPainter &painter, const QRectF &clip, const Tokens &tokens, const PartMarks &marks)
{
    const QRectF box = frame();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter, tokens);

    const qreal top = rowTop(0);
    const qreal height = lineHeight();
    const auto index = [&](qreal y) { return static_cast<std::size_t>(std::clamp((y - top) / height, 0.0, static_cast<qreal>(rowCount()))); };
    const std::size_t last = std::min(rowCount(), index(clip.bottom()) + 1);
    painter.setClipRect(box.adjusted(1, headHeight() + 1, -1, -1), Qt::IntersectClip);
    painter.setPen(tokens.text);
    std::vector<CodeSpan> spans;
    std::optional<std::size_t> spansOf;
    for (std::size_t i = index(clip.top()); i < last; ++i) {
        const Row row = rowAt(i);
        const Line &line = m_lines[row.line];
        if (m_language && spansOf != row.line) {
            CodeState state = line.before;
            spans = highlightLine(*m_language, lineText(line).left(codemeasures::longestShown), state);
            spansOf = row.line;
        }
        const QPointF at(textLeft(), rowTop(i));
        const auto layout = laidOut(row, spans, tokens);
        if (marks.selected) {
            if (const QRectF selected = selectedIn(row, *layout, *marks.selected); !selected.isNull())
                painter.fillRect(selected.translated(at), tokens.selected);
        }
        QList<QTextLayout::FormatRange> found;
        const auto mark = [&](qsizetype from, qsizetype length, const QTextCharFormat &format) {
            const qsizetype begin = std::max<qsizetype>(0, from - row.begin);
            const qsizetype end = std::min(row.length, from + length - row.begin);
            if (begin < end)
                found.append({static_cast<int>(begin), static_cast<int>(end - begin), format});
        };
        for (const SearchMark &place : placesIn(lineText(line).left(codemeasures::longestShown), marks.wanted))
            mark(place.from, place.length, softMark(tokens));
        if (marks.current && marks.current->from >= line.begin && marks.current->to <= line.begin + line.length)
            mark(marks.current->from - line.begin, marks.current->to - marks.current->from, strongMark(tokens));
        layout->draw(&painter, at, found);
        if (row.begin > 0) // goes on from the row above
            paintIcon(painter, Icon::ChevronRight, QRectF(box.left() + 2, at.y(), codemeasures::padding - 2, height), 10, tokens.text3);
    }
    if (const QRectF bar = scrollBar(); !bar.isNull()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.line2);
        painter.drawRoundedRect(bar, 2, 2);
    }
    painter.restore();
}

} // namespace breakwater
