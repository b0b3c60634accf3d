// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/codepart.h"

#include "core/chat/foldedtext.h"
#include "ui/style/theme.h"
#include "ui/transcript/codemeasures.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr qreal above = 10;
constexpr qreal below = 12;

bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar letter) { return letter >= QLatin1Char(' ') && letter <= QLatin1Char('~'); });
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
    return readingScaled(20);
}

qreal CodePart::headHeight() const
{
    return readingScaled(32);
}

qreal CodePart::rowTop(std::size_t row) const
{
    return headHeight() + 1 + above + lineHeight() * static_cast<qreal>(row);
}

qreal CodePart::textLeft() const
{
    return m_indent + 1 + codemeasures::padding - m_scroll;
}

qreal CodePart::textRoom() const
{
    return std::max(1.0, m_width - m_indent - 2 * codemeasures::padding - 2);
}

QRectF CodePart::frame() const
{
    return {m_indent, 0, m_width - m_indent, rowTop(rowCount()) + below + 1};
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
        Line line;
        line.begin = begin;
        line.length = end - begin;
        line.before = line.after = state;
        const bool goesOn = last.begin == begin && last.length > 0 && last.length <= line.length;
        line.plain = (!goesOn || last.plain) && isPlain(lineText(line).mid(goesOn ? last.length : 0));
        if (goesOn && last.length >= codemeasures::longestShown) {
            line.after = last.after; // all that is measured of it was there
            line.width = last.width;
        } else if (m_language) {
            // Only the state is wanted here; the spans are made again when the line is seen.
            (void)highlightLine(*m_language, lineText(line).left(codemeasures::longestShown), line.after);
        }
        state = line.after;
        m_lines.push_back(line);
        begin = end + 1;
    }
}

qreal CodePart::layOut(qreal width)
{
    const bool wraps = Theme::instance().wrapsCode();
    if (wraps != m_wraps || (wraps && !qFuzzyCompare(width, m_width)))
        m_measured = 0;
    m_wraps = wraps;
    m_width = width;
    const QFontMetricsF metrics(readingFont(TextRole::Code));
    const qreal cell = codemeasures::cellWidth();
    const bool isFixed = qFuzzyCompare(metrics.horizontalAdvance(QStringLiteral("iiiiMMMMiiii")), 12 * cell);
    for (; m_measured < m_lines.size(); ++m_measured) {
        Line &line = m_lines[m_measured];
        if (line.width < 0) {
            QString shown = lineText(line).left(codemeasures::longestShown).toString();
            shown.replace(QLatin1Char('\t'), QStringLiteral("    "));
            line.width = line.plain && isFixed ? static_cast<qreal>(shown.size()) * cell : metrics.horizontalAdvance(shown);
        }
        const Line *before = m_measured > 0 ? &m_lines[m_measured - 1] : nullptr;
        line.widest = std::max(line.width, before ? before->widest : 0.0);
        line.rowsBefore = before ? before->rowsBefore + before->rows : 0;
        line.rows = rowsOf(line);
    }
    m_widest = m_lines.empty() ? 0.0 : m_lines.back().widest;
    setScroll(m_scroll);
    return frame().height();
}

/// How much of a line is seen. Characters of one cell each can be wrapped without measuring them, however many.
qsizetype CodePart::shownLength(const Line &line) const
{
    return m_wraps && line.plain ? line.length : std::min(line.length, codemeasures::longestShown);
}

/// Where the rows of a line begin in it.
std::vector<qsizetype> CodePart::rowBegins(const Line &line) const
{
    std::vector<qsizetype> begins {0};
    if (!m_wraps || line.width <= textRoom())
        return begins;
    const qsizetype shown = shownLength(line);
    if (line.plain) {
        const auto cells = std::max<qsizetype>(8, static_cast<qsizetype>(textRoom() / codemeasures::cellWidth()));
        for (qsizetype begin = cells; begin < shown; begin += cells)
            begins.push_back(begin);
        return begins;
    }
    QTextLayout layout(lineText(line).left(shown).toString(), readingFont(TextRole::Code));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAnywhere);
    option.setTabStopDistance(4 * codemeasures::cellWidth());
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine row = layout.createLine(); row.isValid(); row = layout.createLine()) {
        row.setLineWidth(textRoom());
        if (row.textStart() > 0)
            begins.push_back(row.textStart());
    }
    layout.endLayout();
    return begins;
}

std::size_t CodePart::rowsOf(const Line &line) const
{
    if (!m_wraps || line.width <= textRoom())
        return 1;
    if (!line.plain)
        return rowBegins(line).size();
    const auto cells = std::max<qsizetype>(8, static_cast<qsizetype>(textRoom() / codemeasures::cellWidth()));
    return static_cast<std::size_t>(std::max<qsizetype>(1, (shownLength(line) + cells - 1) / cells));
}

CodePart::Row CodePart::rowAt(std::size_t index) const
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), index, [](std::size_t row, const Line &line) { return row < line.rowsBefore; });
    const auto number = after == m_lines.begin() ? 0 : static_cast<std::size_t>(after - m_lines.begin() - 1);
    const Line &line = m_lines[number];
    const std::vector<qsizetype> begins = rowBegins(line);
    const std::size_t row = std::min(index - line.rowsBefore, begins.size() - 1);
    const qsizetype end = row + 1 < begins.size() ? begins[row + 1] : shownLength(line);
    return {number, begins[row], end - begins[row]};
}

std::size_t CodePart::rowOf(int position) const
{
    const Line &line = m_lines[lineOf(position)];
    const std::vector<qsizetype> begins = rowBegins(line);
    const auto after = std::upper_bound(begins.begin(), begins.end(), position - line.begin);
    return line.rowsBefore + static_cast<std::size_t>(after - begins.begin()) - 1;
}

qreal CodePart::naturalWidth() const
{
    return m_indent + m_widest + 2 * codemeasures::padding + 2;
}

qreal CodePart::scrollMost() const
{
    return m_wraps ? 0.0 : std::max(0.0, m_widest - textRoom());
}

void CodePart::setScroll(qreal scroll)
{
    m_scroll = std::clamp(scroll, 0.0, scrollMost());
}

QRectF CodePart::scrollTrack() const
{
    const QRectF box = frame();
    return {box.left() + codemeasures::padding, box.bottom() - 7, box.width() - 2 * codemeasures::padding, 4};
}

QRectF CodePart::scrollBar() const
{
    const qreal most = scrollMost();
    if (most <= 0)
        return {};
    const QRectF track = scrollTrack();
    const qreal whole = m_widest + 2 * codemeasures::padding;
    const qreal length = std::max(24.0, track.width() * (whole - most) / whole);
    return {track.left() + (track.width() - length) * m_scroll / most, track.top(), length, track.height()};
}

int CodePart::positionAt(const QPointF &point) const
{
    if (point.y() < rowTop(0) - above || m_lines.empty())
        return 0;
    const qreal place = (point.y() - rowTop(0)) / lineHeight();
    if (place >= static_cast<qreal>(rowCount()))
        return length();
    const Row row = rowAt(static_cast<std::size_t>(std::max(0.0, place)));
    const auto layout = laidOut(row);
    return static_cast<int>(m_lines[row.line].begin + row.begin) + (layout->lineCount() > 0 ? layout->lineAt(0).xToCursor(point.x() - textLeft()) : 0);
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
    return m_lines.empty() ? 0.0 : rowTop(rowOf(position));
}

void CodePart::reveal(const PartRange &range)
{
    if (m_lines.empty() || m_wraps)
        return;
    const Row row = rowAt(rowOf(range.from));
    const auto layout = laidOut(row);
    if (layout->lineCount() == 0)
        return;
    const auto place = [&](int position) {
        return layout->lineAt(0).cursorToX(static_cast<int>(std::min<qsizetype>(position - m_lines[row.line].begin, row.length)));
    };
    const qreal room = textRoom();
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
    const std::size_t index = rowOf(position);
    const Row row = rowAt(index);
    const Line &line = m_lines[row.line];
    const auto inside = static_cast<int>(std::clamp<qsizetype>(position - line.begin - row.begin, 0, row.length));
    qreal x = std::max(0.0, line.width);
    if (row.begin > 0 || inside < line.length) {
        const auto layout = laidOut(row);
        x = layout->lineCount() > 0 ? layout->lineAt(0).cursorToX(inside) : 0;
    }
    return {std::min(textLeft() + x, frame().right() - 4), rowTop(index) + 2, 2, lineHeight() - 4};
}

} // namespace breakwater
