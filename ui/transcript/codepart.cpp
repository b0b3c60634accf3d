// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/codepart.h"

#include "core/chat/foldedtext.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/transcript/foundmark.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr qreal radius = 10;
constexpr qreal padding = 14;
constexpr qreal above = 10;
constexpr qreal below = 12;
/// A line longer than this is cut on screen; copying gives all of it.
constexpr qsizetype longestShown = 4'000;

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
    QFont font = fontFor(TextRole::Small);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

CodePart::CodePart(qreal indent)
    : m_indent(indent)
{
    gapBefore = 14;
}

QStringView CodePart::lineText(const Line &line) const
{
    return QStringView(m_code).mid(line.begin, line.length);
}

qreal CodePart::lineHeight() const
{
    return scaled(20);
}

qreal CodePart::headHeight() const
{
    return scaled(32);
}

QRectF CodePart::frame() const
{
    return {m_indent, 0, m_width - m_indent,
        headHeight() + 1 + above + lineHeight() * static_cast<qreal>(m_lines.size()) + below + 1};
}

void CodePart::setCode(const QString &language, const QString &code)
{
    m_languageWord = language;
    m_languageName = codeLanguageName(language);
    const CodeLanguage *known = codeLanguage(language);
    if (known != m_language || !code.startsWith(m_code)) {
        m_lines.clear();
        m_code.clear();
        m_language = known;
    }
    grow(code);
}

void CodePart::grow(QStringView code)
{
    const qsizetype kept = std::min(m_code.size(), code.size());
    m_code.truncate(kept);
    m_code += code.mid(kept);
    // A line stays that had its line break.
    Line last;
    while (!m_lines.empty() && m_lines.back().begin + m_lines.back().length >= kept) {
        last = m_lines.back();
        m_lines.pop_back();
    }
    m_measured = std::min(m_measured, m_lines.size());

    qsizetype begin = m_lines.empty() ? 0 : m_lines.back().begin + m_lines.back().length + 1;
    CodeState state = m_lines.empty() ? 0 : m_lines.back().after;
    while (begin <= m_code.size()) {
        qsizetype end = m_code.indexOf(QLatin1Char('\n'), begin);
        if (end < 0)
            end = m_code.size();
        Line line {begin, end - begin, state, state, -1, 0};
        if (last.begin == begin && std::min(last.length, line.length) >= longestShown) {
            line.after = last.after; // all that is seen of it was there
            line.width = last.width;
        } else if (m_language) {
            // Only the state is wanted here; the spans are made again when the line is seen.
            (void)highlightLine(*m_language, lineText(line).left(longestShown), line.after);
        }
        state = line.after;
        m_lines.push_back(line);
        begin = end + 1;
    }
}

qreal CodePart::layOut(qreal width)
{
    m_width = width;
    const QFontMetricsF metrics(fontFor(TextRole::Code));
    for (; m_measured < m_lines.size(); ++m_measured) {
        Line &line = m_lines[m_measured];
        if (line.width < 0) {
            QString shown = lineText(line).left(longestShown).toString();
            shown.replace(QLatin1Char('\t'), QStringLiteral("    "));
            line.width = metrics.horizontalAdvance(shown);
        }
        line.widest = std::max(line.width, m_measured > 0 ? m_lines[m_measured - 1].widest : 0.0);
    }
    m_widest = m_lines.empty() ? 0.0 : m_lines.back().widest;
    setScroll(m_scroll);
    return frame().height();
}

qreal CodePart::naturalWidth() const
{
    return m_indent + m_widest + 2 * padding + 2;
}

qreal CodePart::scrollMost() const
{
    return std::max(0.0, m_widest + 2 * padding + 2 - frame().width());
}

void CodePart::setScroll(qreal scroll)
{
    m_scroll = std::clamp(scroll, 0.0, scrollMost());
}

QRectF CodePart::scrollTrack() const
{
    const QRectF box = frame();
    return {box.left() + padding, box.bottom() - 7, box.width() - 2 * padding, 4};
}

QRectF CodePart::scrollBar() const
{
    const qreal most = scrollMost();
    if (most <= 0)
        return {};
    const QRectF track = scrollTrack();
    const qreal whole = m_widest + 2 * padding;
    const qreal length = std::max(24.0, track.width() * (whole - most) / whole);
    return {track.left() + (track.width() - length) * m_scroll / most, track.top(), length, track.height()};
}

QRectF CodePart::copyButton() const
{
    const qreal width = 8 + 14 + 7 + QFontMetricsF(copyFont()).horizontalAdvance(copyText(m_copyLook)) + 9;
    const qreal height = scaled(24);
    return {frame().right() - 7 - width, (headHeight() - height) / 2 + 1, width, height};
}

std::unique_ptr<QTextLayout> CodePart::laidOut(const Line &line, const Tokens *tokens) const
{
    const QStringView shown = lineText(line).left(longestShown);
    auto layout = std::make_unique<QTextLayout>(shown.toString(), fontFor(TextRole::Code));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(4 * QFontMetricsF(fontFor(TextRole::Code)).horizontalAdvance(QLatin1Char(' ')));
    layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    if (tokens && m_language) {
        CodeState state = line.before;
        for (const CodeSpan &span : highlightLine(*m_language, shown, state)) {
            QTextCharFormat format;
            switch (span.token) {
            case CodeToken::Keyword:
                format.setForeground(tokens->codeKeyword);
                break;
            case CodeToken::String:
                format.setForeground(tokens->codeString);
                break;
            case CodeToken::Number:
                format.setForeground(tokens->codeNumber);
                break;
            case CodeToken::Comment:
                format.setForeground(tokens->codeComment);
                break;
            }
            formats.append({static_cast<int>(span.begin), static_cast<int>(span.length), format});
        }
    }
    // A boundary between two marks keeps "::" and "->" two glyphs: Qt 6.4 has no switch for ligatures.
    for (qsizetype i = 1; i < shown.size(); ++i) {
        if (isMark(shown[i]) && isMark(shown[i - 1]))
            formats.append({static_cast<int>(i), 1, QTextCharFormat()});
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

void CodePart::paint(QPainter &painter, const QRectF &clip, const Tokens &tokens, const PartMarks &marks)
{
    const std::optional<PartRange> &selected = marks.selected;
    const QRectF box = frame();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(tokens.sunken);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillRect(QRectF(box.left() + 1, headHeight(), box.width() - 2, 1), tokens.line);

    const QRectF copy = copyButton();
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(box.left() + padding + 1, 0, copy.left() - box.left() - padding - 8, headHeight()),
        Qt::AlignVCenter | Qt::AlignLeft, m_languageName);
    if (m_copyLook == CopyLook::Hover) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.hover);
        painter.drawRoundedRect(copy, 7, 7);
        painter.setPen(tokens.text2);
    }
    paintIcon(painter, m_copyLook == CopyLook::Copied ? Icon::Check : Icon::Copy,
        QRectF(copy.left() + 8, copy.top(), 14, copy.height()), 14, tokens.text2);
    painter.setFont(copyFont());
    painter.drawText(QRectF(copy.left() + 29, copy.top(), copy.width() - 29, copy.height()),
        Qt::AlignVCenter | Qt::AlignLeft, copyText(m_copyLook));

    const qreal top = headHeight() + 1 + above;
    const qreal height = lineHeight();
    const auto index = [&](qreal y) {
        return static_cast<std::size_t>(std::clamp((y - top) / height, 0.0, static_cast<qreal>(m_lines.size())));
    };
    const std::size_t first = index(clip.top());
    const std::size_t last = std::min(m_lines.size(), index(clip.bottom()) + 1);
    painter.setClipRect(box.adjusted(1, headHeight() + 1, -1, -1), Qt::IntersectClip);
    painter.setPen(tokens.text);
    for (std::size_t i = first; i < last; ++i) {
        const Line &line = m_lines[i];
        const QPointF at(box.left() + 1 + padding - m_scroll, top + height * static_cast<qreal>(i));
        const auto layout = laidOut(line, &tokens);
        if (selected) {
            const auto begin = std::clamp<qsizetype>(selected->from - line.begin, 0, line.length);
            const auto end = std::clamp<qsizetype>(selected->to - line.begin, 0, line.length);
            const bool through = selected->from <= line.begin + line.length && selected->to > line.begin + line.length;
            if ((end > begin || through) && layout->lineCount() > 0) {
                const QTextLine text = layout->lineAt(0);
                const qreal left = text.cursorToX(static_cast<int>(std::min(begin, longestShown)));
                const qreal right = text.cursorToX(static_cast<int>(std::min(end, longestShown))) + (through ? 6 : 0);
                painter.fillRect(QRectF(at.x() + left, at.y(), right - left, height), tokens.selected);
            }
        }
        QList<QTextLayout::FormatRange> found;
        for (const SearchMark &place : placesIn(lineText(line).left(longestShown), marks.wanted))
            found.append({static_cast<int>(place.from), static_cast<int>(place.length), softMark(tokens)});
        if (marks.current && marks.current->from >= line.begin && marks.current->to <= line.begin + line.length)
            found.append({static_cast<int>(marks.current->from - line.begin), marks.current->to - marks.current->from, strongMark(tokens)});
        layout->draw(&painter, at, found);
    }
    if (const QRectF bar = scrollBar(); !bar.isNull()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.line2);
        painter.drawRoundedRect(bar, 2, 2);
    }
    painter.restore();
}

int CodePart::positionAt(const QPointF &point) const
{
    const qreal top = headHeight() + 1 + above;
    if (point.y() < top - above || m_lines.empty())
        return 0;
    const qreal row = (point.y() - top) / lineHeight();
    if (row >= static_cast<qreal>(m_lines.size()))
        return length();
    const Line &line = m_lines[static_cast<std::size_t>(std::max(0.0, row))];
    const auto layout = laidOut(line, nullptr);
    const qreal x = point.x() - (m_indent + 1 + padding - m_scroll);
    return static_cast<int>(line.begin) + (layout->lineCount() > 0 ? layout->lineAt(0).xToCursor(x) : 0);
}

QString CodePart::text(const PartRange &range) const
{
    return m_code.mid(range.from, range.to - range.from);
}

QString CodePart::fenced() const
{
    QString fence = QStringLiteral("```");
    while (m_code.contains(fence))
        fence += QLatin1Char('`');
    return fence + m_languageWord + QLatin1Char('\n') + m_code + QLatin1Char('\n') + fence;
}

std::vector<PartRange> CodePart::find(const QString &folded) const
{
    std::vector<PartRange> places;
    for (const Line &line : m_lines) {
        for (const SearchMark &place : placesIn(lineText(line), folded)) {
            const int from = static_cast<int>(line.begin + place.from);
            places.push_back({from, from + static_cast<int>(place.length)});
        }
    }
    return places;
}

qreal CodePart::topOf(int position) const
{
    return headHeight() + 1 + above + lineHeight() * static_cast<qreal>(lineOf(position));
}

void CodePart::reveal(const PartRange &range)
{
    if (m_lines.empty())
        return;
    const Line &line = m_lines[lineOf(range.from)];
    const auto layout = laidOut(line, nullptr);
    if (layout->lineCount() == 0)
        return;
    const auto place = [&](int position) { return layout->lineAt(0).cursorToX(static_cast<int>(std::min(position - line.begin, longestShown))); };
    const qreal room = frame().width() - 2 * padding - 2;
    const qreal left = place(range.from);
    const qreal right = place(range.to);
    if (left < m_scroll || right > m_scroll + room)
        setScroll(std::max(0.0, std::min(left - 40, right - room / 2)));
}

PartRange CodePart::wordAt(int position) const
{
    const auto inWord = [&](int at) {
        return at >= 0 && at < m_code.size() && (m_code[at].isLetterOrNumber() || m_code[at] == QLatin1Char('_'));
    };
    PartRange range {position, position};
    while (inWord(range.from - 1))
        --range.from;
    while (inWord(range.to))
        ++range.to;
    return range;
}

std::size_t CodePart::lineOf(int position) const
{
    const auto after = std::upper_bound(
        m_lines.begin(), m_lines.end(), position, [](int at, const Line &line) { return at < line.begin; });
    return after == m_lines.begin() ? 0 : static_cast<std::size_t>(after - m_lines.begin() - 1);
}

PartRange CodePart::paragraphAt(int position) const
{
    if (m_lines.empty())
        return {};
    const Line &line = m_lines[lineOf(position)];
    return {static_cast<int>(line.begin), static_cast<int>(line.begin + line.length)};
}

std::optional<int> CodePart::stepped(int position, CaretStep step) const
{
    const PartRange line = paragraphAt(position);
    if (step == CaretStep::LineBegin)
        return line.from;
    if (step == CaretStep::LineEnd)
        return line.to;
    const bool forward = step == CaretStep::After || step == CaretStep::WordAfter;
    const bool byWord = step == CaretStep::WordBefore || step == CaretStep::WordAfter;
    if (forward ? position >= line.to : position <= line.from) { // to the next line or the one before
        const int beside = position + (forward ? 1 : -1);
        return beside < 0 || beside > length() ? std::nullopt : std::optional(beside);
    }
    const QStringView text = QStringView(m_code).mid(line.from, line.to - line.from);
    QTextBoundaryFinder finder(byWord ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme, text.data(), text.size());
    finder.setPosition(position - line.from);
    do {
        if ((forward ? finder.toNextBoundary() : finder.toPreviousBoundary()) < 0)
            return forward ? line.to : line.from;
    } while (byWord && finder.position() > 0 && finder.position() < text.size() && !finder.boundaryReasons().testFlag(QTextBoundaryFinder::StartOfItem));
    return line.from + static_cast<int>(finder.position());
}

QRectF CodePart::caretAt(int position) const
{
    if (m_lines.empty())
        return {};
    const std::size_t index = lineOf(position);
    const Line &line = m_lines[index];
    const auto inside = static_cast<int>(std::min<qsizetype>(position - line.begin, longestShown));
    qreal x = std::max(0.0, line.width);
    if (inside < line.length) {
        const auto layout = laidOut(line, nullptr);
        x = layout->lineCount() > 0 ? layout->lineAt(0).cursorToX(inside) : 0;
    }
    const qreal y = headHeight() + 1 + above + lineHeight() * static_cast<qreal>(index);
    return {std::min(m_indent + 1 + padding - m_scroll + x, frame().right() - 4), y + 2, 2, lineHeight() - 4};
}

} // namespace breakwater
