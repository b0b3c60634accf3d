// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/markdownblocks.h"

#include "ui/transcript/formulas.h"
#include "ui/transcript/markdownlines.h"

#include <QRegularExpression>

#include <algorithm>

namespace breakwater {

using namespace markdown;

namespace {

/// A paragraph's layout grows with the square of its length once it has formats: 4,000 characters cost 3 ms.
constexpr qsizetype longestProse = 4'000;
constexpr qsizetype longestList = 2'400;
constexpr qsizetype longestTable = 4'000;
/// Code inside of an item or a quote is shown in pieces of about this many letters.
constexpr qsizetype longestInnerFence = 8'000;
/// Cells cost more than lines: 10 rows of four take 2 ms.
constexpr int mostTableRows = 10;

/// Walks over the lines of the source.
class Lines
{
public:
    Lines(QStringView source, qsizetype at)
        : m_source(source)
        , m_at(at)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_source.size(); }
    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] qsizetype next() const
    {
        const qsizetype end = m_source.indexOf(QLatin1Char('\n'), m_at);
        return end < 0 ? m_source.size() : end + 1;
    }
    [[nodiscard]] QStringView line() const
    {
        const qsizetype end = next();
        const bool ended = end > m_at && m_source[end - 1] == QLatin1Char('\n');
        return m_source.mid(m_at, end - m_at - (ended ? 1 : 0));
    }
    /// The line has its line break, so that nothing can be added to it.
    [[nodiscard]] bool complete() const { return next() > m_at && m_source[next() - 1] == QLatin1Char('\n'); }
    void step() { m_at = next(); }

private:
    QStringView m_source;
    qsizetype m_at;
};

bool endsParagraph(QStringView line)
{
    if (openingFence(line) || isHeading(line) || isQuote(line))
        return true;
    if (isRule(line) && !isUnderline(line))
        return true;
    const std::optional<ListMarker> marker = listMarker(line);
    return marker && marker->indent < 4 && !marker->empty && marker->number <= 1;
}

/// Where to cut a paragraph that is too long: behind the last space before the bound that a letter follows.
qsizetype cutOf(QStringView source, qsizetype begin)
{
    const qsizetype bound = begin + longestProse;
    for (qsizetype i = bound; i > begin + longestProse / 2; --i) {
        if (source[i - 1].isSpace() && source[i].isLetter())
            return i;
    }
    // An endless word: anywhere, but not inside a character.
    return source[bound].isLowSurrogate() ? bound - 1 : bound;
}

/// A line that is cut, whatever follows. Looks no further than the bound, so that pieces and whole are cut alike.
bool isEndless(QStringView source, qsizetype begin, qsizetype end)
{
    return std::min(end, source.size()) - begin > longestProse + 1;
}

/// What a quote's line says.
QStringView quoted(QStringView line)
{
    const qsizetype mark = line.indexOf(QLatin1Char('>')) + 1;
    return line.mid(mark < line.size() && line[mark] == QLatin1Char(' ') ? mark + 1 : mark);
}

} // namespace

QStringView MarkdownBlocks::text(const MarkdownBlock &block) const
{
    return QStringView(m_source).mid(block.begin, block.end - block.begin);
}

QString MarkdownBlocks::standing(const MarkdownBlock &block, const QString &text) const
{
    if (block.headEnd <= block.headBegin)
        return text;
    QString head = m_source.mid(block.headBegin, block.headEnd - block.headBegin);
    if (block.kind == MarkdownBlock::Kind::Table)
        return head + text;
    if (!head.endsWith(QLatin1Char(' ')))
        head += QLatin1Char(' ');
    const bool isQuote = block.kind == MarkdownBlock::Kind::Quote;
    if (block.fenceEnd > block.fenceBegin) {
        const bool midLine = m_source[block.begin - 1] != QLatin1Char('\n');
        const QString inside = isQuote ? head : QString(head.size(), QLatin1Char(' '));
        return head + m_source.mid(block.fenceBegin, block.fenceEnd - block.fenceBegin) + (midLine ? inside : QString()) + text;
    }
    // The first line of what goes on in an item stands behind its marker.
    qsizetype indent = 0;
    while (!isQuote && indent < std::min(head.size(), text.size()) && text[indent] == QLatin1Char(' '))
        ++indent;
    return head + text.mid(indent);
}

void MarkdownBlocks::clear()
{
    m_source.clear();
    m_definitions.clear();
    m_blocks.clear();
    m_closed = m_collected = 0;
    m_fenceBegin = -1;
    m_settled = false;
}

std::size_t MarkdownBlocks::append(QStringView added)
{
    m_source += added;
    // Only what no text can change any more is kept; a block that a half-written line closed is looked at again.
    while (m_closed < m_blocks.size() && m_blocks[m_closed].closed)
        ++m_closed;
    const std::size_t stable = m_closed;
    const qsizetype from = stable == 0 ? 0 : m_blocks[stable - 1].end;
    m_blocks.resize(stable);

    Lines lines(m_source, from);
    while (!lines.atEnd()) {
        // A block that continues another begins in the middle of a line and so is never blank.
        const bool cut = !m_blocks.empty() && m_blocks.back().end == lines.at() && lines.at() > 0
            && m_source[lines.at() - 1] != QLatin1Char('\n');
        if (!cut && isBlank(lines.line())) {
            lines.step();
            continue;
        }
        m_blocks.push_back(scan(lines.at(), m_blocks.empty() ? nullptr : &m_blocks.back()));
        lines = Lines(m_source, m_blocks.back().end);
    }

    return collectDefinitions(stable);
}

std::size_t MarkdownBlocks::settle()
{
    m_settled = true;
    return collectDefinitions(m_blocks.size());
}

MarkdownBlock MarkdownBlocks::scan(qsizetype begin, const MarkdownBlock *before)
{
    Lines lines(m_source, begin);
    MarkdownBlock block;
    block.begin = begin;
    const QStringView first = lines.line();
    const bool directly = before && before->end == begin;
    const bool midLine = begin > 0 && m_source[begin - 1] != QLatin1Char('\n');

    const auto end = [&](qsizetype at, bool closed) {
        block.end = at;
        block.closed = closed;
        return block;
    };

    if (!midLine && !(directly && before->cutHead)) {
        if (const std::optional<Fence> fence = openingFence(first)) {
            block.kind = MarkdownBlock::Kind::Fence;
            const bool settled = lines.complete();
            lines.step();
            if (settled && m_fenceBegin == begin)
                lines = Lines(m_source, m_fenceScanned); // the lines before do not close it
            m_fenceBegin = settled ? begin : -1;
            for (m_fenceScanned = lines.at(); !lines.atEnd(); lines.step()) {
                if (closesFence(lines.line(), *fence))
                    return end(lines.next(), settled && lines.complete());
                if (lines.complete())
                    m_fenceScanned = lines.next();
            }
            return end(m_source.size(), false);
        }
        if (const std::optional<QString> mark = openedFormula(first)) {
            // Its lines begin as they like, with a minus too. Without its closing mark it is no formula.
            Lines inner = lines;
            bool mayBe = inner.next() - begin <= longestProse;
            for (inner.step(); mayBe && !inner.atEnd(); inner.step()) {
                mayBe = inner.next() - begin <= longestProse && !(isBlank(inner.line()) && inner.complete());
                if (mayBe && closesFormula(inner.line(), *mark)) {
                    block.kind = MarkdownBlock::Kind::Formula;
                    return end(inner.next(), inner.complete());
                }
            }
            if (mayBe) {
                block.kind = MarkdownBlock::Kind::Formula;
                return end(m_source.size(), false);
            }
        }
        if (isHeading(first) || isRule(first)) {
            block.kind = isHeading(first) ? MarkdownBlock::Kind::Heading : MarkdownBlock::Kind::Prose;
            return end(lines.next(), lines.complete());
        }
    }

    const bool isInside = directly && before->cutHead.has_value();
    const std::optional<ListMarker> marker = midLine || isInside ? std::nullopt : listMarker(first);
    if ((marker && marker->indent < 4) || (isInside && before->kind == MarkdownBlock::Kind::List)) {
        scanList(block, directly ? before : nullptr);
        return block;
    }
    if ((!midLine && isQuote(first)) || (isInside && before->kind == MarkdownBlock::Kind::Quote)) {
        scanQuote(block, directly ? before : nullptr);
        return block;
    }

    // A table goes on after a cut with the head of the one before.
    int rows = 0;
    if (!midLine && directly && before->kind == MarkdownBlock::Kind::Table && before->closed
        && first.contains(QLatin1Char('|'))) {
        block.kind = MarkdownBlock::Kind::Table;
        block.continues = true;
        const bool again = before->headEnd > before->headBegin;
        Lines head(m_source, again ? before->headBegin : before->begin);
        block.headBegin = head.at();
        head.step();
        head.step();
        block.headEnd = head.at();
        rows = 1;
    } else {
        block.continues = midLine;
    }

    const bool indented = !midLine && indentOf(first) >= 4;
    bool second = true;
    for (lines.step(); !lines.atEnd(); lines.step(), second = false) {
        const QStringView line = lines.line();
        if (block.kind == MarkdownBlock::Kind::Prose && lines.at() - begin > longestProse + 1)
            return end(cutOf(m_source, begin), true);
        if (isBlank(line)) {
            if (indented) {
                // Indented code goes on over blank lines as long as what follows is indented.
                Lines ahead = lines;
                while (!ahead.atEnd() && isBlank(ahead.line()))
                    ahead.step();
                if (ahead.atEnd())
                    return end(m_source.size(), false);
                if (indentOf(ahead.line()) >= 4)
                    continue;
            }
            if (lines.complete())
                return end(lines.at(), true);
            continue;
        }
        if (block.kind == MarkdownBlock::Kind::Table) {
            if (endsParagraph(line))
                return end(lines.at(), lines.complete());
            const bool full = ++rows > mostTableRows || lines.at() - begin > longestTable;
            if (full && lines.complete())
                return end(lines.at(), true);
            // What of an endless row is beyond the bound is shown below the table, as it is written.
            if (isEndless(m_source, lines.at(), lines.next()))
                return end(cutOf(m_source, lines.at()), true);
            continue;
        }
        if (second && !midLine && lines.complete() && isTableRule(line) && cellCount(line) == cellCount(first)) {
            block.kind = MarkdownBlock::Kind::Table;
            continue;
        }
        if (indented ? indentOf(line) < 4 : endsParagraph(line))
            return end(lines.at(), lines.complete());
        if (!midLine && isUnderline(line) && lines.complete())
            return end(lines.next(), true);
    }
    // The cut looks no further than the bound, so that pieces and whole are cut alike.
    if (block.kind == MarkdownBlock::Kind::Prose && m_source.size() - begin > longestProse + 1)
        return end(cutOf(m_source, begin), true);
    return end(m_source.size(), false);
}

void MarkdownBlocks::scanList(MarkdownBlock &block, const MarkdownBlock *before)
{
    const qsizetype begin = block.begin;
    const bool isInside = before && before->cutHead.has_value();
    block.kind = MarkdownBlock::Kind::List;
    block.continues = isInside || (before && before->kind == MarkdownBlock::Kind::List && before->closed);
    const auto end = [&block](qsizetype at, bool closed) {
        block.end = at;
        block.closed = closed;
    };

    qsizetype itemAt = begin; // of the outermost item
    qsizetype fenceAt = -1; // of a fence inside of an item: it hides markers and blank lines
    std::optional<Fence> inner;
    if (isInside) {
        itemAt = *before->cutHead;
        if (before->cutFence) {
            fenceAt = *before->cutFence;
            const Lines opening(m_source, fenceAt);
            inner = openingFence(opening.line());
            block.fenceBegin = fenceAt;
            block.fenceEnd = opening.next();
        }
    }
    const ListMarker marker = listMarker(Lines(m_source, itemAt).line()).value_or(ListMarker());
    const qsizetype itemHead = itemAt;
    int content = marker.content;
    const auto openFence = [&](QStringView line, qsizetype lineAt, qsizetype skipped) {
        const QStringView rest = line.mid(std::min(skipped, line.size()));
        inner = openingFence(rest);
        qsizetype at = lineAt + std::min(skipped, line.size());
        while (inner && at < m_source.size() && m_source[at].isSpace())
            ++at;
        fenceAt = inner ? at : -1;
    };
    const auto endInside = [&](qsizetype at) {
        block.cutHead = itemAt;
        if (inner)
            block.cutFence = fenceAt;
        end(at, true);
    };

    Lines lines(m_source, begin);
    if (isInside) {
        block.headBegin = itemHead;
        block.headEnd = itemHead + std::min<qsizetype>(marker.content, Lines(m_source, itemHead).line().size());
    } else {
        openFence(lines.line(), begin, marker.content);
    }
    const bool midLine = begin > 0 && m_source[begin - 1] != QLatin1Char('\n');
    bool blankBefore = false;
    if (!isInside || midLine) {
        if (isEndless(m_source, begin, lines.next())) {
            inner = midLine ? inner : std::nullopt; // what a fence says of itself ends
            return endInside(cutOf(m_source, begin));
        }
        lines.step();
    }
    for (; !lines.atEnd(); lines.step()) {
        const QStringView line = lines.line();
        if (isBlank(line)) {
            blankBefore = true;
            continue;
        }
        const int indent = indentOf(line);
        const QStringView trimmed = line.trimmed();
        if (inner && indent >= marker.indent + 2) {
            if (closesFence(trimmed, *inner))
                inner.reset();
            else if (isEndless(m_source, lines.at(), lines.next()))
                return endInside(cutOf(m_source, lines.at()));
            else if (lines.at() - begin > longestInnerFence && lines.complete())
                return endInside(lines.at());
            blankBefore = false;
            continue;
        }
        const std::optional<ListMarker> item = listMarker(line);
        const bool sibling = item && item->indent < content && item->indent < marker.indent + 4 && !isRule(line);
        const bool outer = sibling && item->indent <= marker.indent + 1;
        if (sibling) {
            if (item->type != marker.type && outer)
                return end(lines.at(), lines.complete());
            // Only a list's outermost items make a cut.
            if (lines.at() - begin > longestList && outer && lines.complete())
                return end(lines.at(), true);
            if (outer)
                itemAt = lines.at();
            content = item->content;
            openFence(line, lines.at(), item->content);
        } else if (indent < content) {
            inner.reset();
            if (blankBefore || endsParagraph(line))
                return end(lines.at(), lines.complete());
        } else if (openingFence(trimmed)) {
            openFence(line, lines.at(), line.indexOf(trimmed.front()));
        }
        if (isEndless(m_source, lines.at(), lines.next())) {
            inner.reset();
            return endInside(cutOf(m_source, lines.at()));
        }
        // An item of many paragraphs is cut between them.
        if (!inner && !sibling && blankBefore && indent >= content && lines.at() - begin > longestProse && lines.complete())
            return endInside(lines.at());
        blankBefore = false;
    }
    end(m_source.size(), false);
}

void MarkdownBlocks::scanQuote(MarkdownBlock &block, const MarkdownBlock *before)
{
    const qsizetype begin = block.begin;
    const bool isInside = before && before->cutHead.has_value();
    block.kind = MarkdownBlock::Kind::Quote;
    block.continues = isInside || (before && before->kind == MarkdownBlock::Kind::Quote && before->closed);
    const bool midLine = begin > 0 && m_source[begin - 1] != QLatin1Char('\n');
    const auto end = [&block](qsizetype at, bool closed) {
        block.end = at;
        block.closed = closed;
    };
    Lines lines(m_source, begin);
    const qsizetype markAt = isInside ? *before->cutHead : begin + lines.line().indexOf(QLatin1Char('>'));
    qsizetype fenceAt = -1;
    std::optional<Fence> inner;
    if (isInside && before->cutFence) {
        fenceAt = *before->cutFence;
        const Lines opening(m_source, fenceAt);
        inner = openingFence(opening.line());
        block.fenceBegin = fenceAt;
        block.fenceEnd = opening.next();
    }
    if (isInside && (midLine || inner)) {
        block.headBegin = markAt;
        block.headEnd = markAt + 1;
    }
    const auto endInside = [&](qsizetype at) {
        block.cutHead = markAt;
        if (inner)
            block.cutFence = fenceAt;
        end(at, true);
    };
    for (bool isFirst = true; !lines.atEnd(); lines.step(), isFirst = false) {
        const QStringView line = lines.line();
        if (!isFirst) {
            if (isBlank(line) && lines.complete())
                return end(lines.at(), true);
            if (!isQuote(line) && endsParagraph(line))
                return end(lines.at(), lines.complete());
            if (!inner && lines.at() - begin > longestProse && isQuote(line) && lines.complete())
                return end(lines.at(), true);
            if (inner && lines.at() - begin > longestInnerFence && isQuote(line) && lines.complete() && !closesFence(quoted(line), *inner))
                return endInside(lines.at());
        }
        if (isEndless(m_source, lines.at(), lines.next()))
            return endInside(cutOf(m_source, lines.at()));
        if (isFirst && midLine)
            continue;
        // Behind a line without its mark no fence goes on.
        if (inner && (!isQuote(line) || closesFence(quoted(line), *inner))) {
            inner.reset();
        } else if (!inner && isQuote(line) && openingFence(quoted(line))) {
            inner = openingFence(quoted(line));
            fenceAt = lines.at() + line.indexOf(inner->mark);
        }
    }
    end(m_source.size(), false);
}

/// Definitions stand at the beginning of a paragraph. A block is asked once, when nothing can change it any more.
std::size_t MarkdownBlocks::collectDefinitions(std::size_t changed)
{
    // A line that only looks like one would be shown in front of every block.
    static const QRegularExpression pattern(
        QStringLiteral(
            "\\G {0,3}\\[(?=[^\\]]*[^\\s\\]])(?:[^\\[\\]\\\\]|\\\\.){1,500}\\]:[ \\t]*\\n?[ \\t]*" // the label
            "(?:<[^<>\\n]*>|[^\\s<]\\S*)" // where it leads
            "(?:(?:[ \\t]+|[ \\t]*\\n[ "
            "\\t]*)(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\((?:[^()\\\\]|\\\\.)*\\))[ \\t]*(?:\\n|$)|[ "
            "\\t]*(?:\\n|$))"),
        QRegularExpression::DotMatchesEverythingOption);
    const qsizetype before = m_definitions.size();
    for (; m_collected < m_blocks.size() && (m_settled || m_blocks[m_collected].closed); ++m_collected) {
        const MarkdownBlock &block = m_blocks[m_collected];
        const QStringView source = text(block);
        if (block.kind != MarkdownBlock::Kind::Prose || block.continues
            || !source.trimmed().startsWith(QLatin1Char('[')))
            continue;
        const QString whole = source.toString();
        qsizetype at = 0;
        for (QRegularExpressionMatch match = pattern.match(whole, at); match.hasMatch() && match.capturedLength() > 0;
             match = pattern.match(whole, at)) {
            m_definitions += match.capturedView().trimmed() + QLatin1Char('\n');
            at = match.capturedEnd();
        }
    }
    if (m_definitions.size() == before)
        return changed;
    // A link that waited for its definition: rare, so all blocks that may hold one are made again.
    for (std::size_t i = 0; i < changed; ++i) {
        if (text(m_blocks[i]).contains(QLatin1Char(']')))
            return i;
    }
    return changed;
}

QString steadyTail(const MarkdownBlock &block, QStringView text)
{
    if (block.closed)
        return text.toString();
    if (block.kind == MarkdownBlock::Kind::Formula) {
        const qsizetype lineEnd = text.indexOf(QLatin1Char('\n'));
        const auto mark = openedFormula(lineEnd < 0 ? text : text.left(lineEnd));
        return lineEnd >= 0 && mark && closesFormula(text.mid(lineEnd + 1), *mark) ? text.toString() : QString();
    }
    QString shown = text.toString();
    const qsizetype lastBreak = shown.lastIndexOf(QLatin1Char('\n'));
    const QStringView last = QStringView(shown).mid(lastBreak + 1);

    // A table from its first line on: the rule below it is completed.
    if (block.kind == MarkdownBlock::Kind::Prose && !block.continues && shown.trimmed().startsWith(QLatin1Char('|'))) {
        const qsizetype firstEnd = shown.indexOf(QLatin1Char('\n'));
        const QString head = firstEnd < 0 ? shown : shown.left(firstEnd);
        const QString rest = firstEnd < 0 ? QString() : shown.mid(firstEnd + 1);
        static const QRegularExpression rulePart(QStringLiteral("^[|:\\- \\t]*$"));
        if (!rest.contains(QLatin1Char('\n')) && rulePart.match(rest).hasMatch() && cellCount(head) > 1)
            return head + QLatin1Char('\n') + QStringLiteral("|---").repeated(cellCount(head)) + QLatin1Char('|');
    }
    // Only marks so far: a heading's line, an item, a fence, an underline; wait for what they become.
    static const QRegularExpression marks(QStringLiteral("^\\s*(?:[-=*+_#>`~]+|\\d{1,9}[.)]?)\\s*$"));
    if (lastBreak >= 0 ? marks.match(last.toString()).hasMatch()
                       : marks.match(shown).hasMatch() && !shown.contains(QRegularExpression(QStringLiteral("\\d"))))
        shown.truncate(lastBreak + 1);

    // A formula comes whole. One that never ends is none.
    constexpr qsizetype longestHeldBack = 600;
    if (const qsizetype open = openFormulaAt(shown); open >= 0 && shown.size() - open < longestHeldBack)
        shown.truncate(open);
    if (block.kind == MarkdownBlock::Kind::Table || shown.endsWith(QLatin1Char('\n')) || shown.isEmpty())
        return shown;
    // Close what is open in the last line, so that its look does not jump when the closing mark comes.
    const qsizetype lineStart = shown.lastIndexOf(QLatin1Char('\n')) + 1;
    bool code = false;
    bool strong = false;
    for (qsizetype i = lineStart; i < shown.size(); ++i) {
        if (shown[i] == QLatin1Char('\\') && !code)
            ++i;
        else if (shown[i] == QLatin1Char('`'))
            code = !code;
        else if (!code && QStringView(shown).mid(i).startsWith(u"**")) {
            strong = !strong;
            ++i;
        }
    }
    static const QRegularExpression halfLink(QStringLiteral("!?\\[([^\\[\\]\\n]*)\\]\\([^()\\s]*$"));
    if (code) {
        if (shown.endsWith(QLatin1Char('`')))
            shown.chop(1);
        else
            shown += QLatin1Char('`');
    } else if (const QRegularExpressionMatch match = halfLink.match(shown, lineStart); match.hasMatch()) {
        shown = shown.left(match.capturedStart()) + match.captured(1);
    }
    if (strong) {
        while (shown.endsWith(QLatin1Char('*')))
            shown.chop(1);
        if (shown.size() > lineStart && !shown.back().isSpace() && shown.count(QStringLiteral("**")) % 2 == 1)
            shown += QStringLiteral("**");
    } else if (shown.endsWith(QLatin1Char('*')) && !shown.endsWith(QStringLiteral("**"))
        && (shown.size() < 2 || shown[shown.size() - 2].isSpace())) {
        shown.chop(1);
    }
    return shown;
}

namespace {

/// What stands between the fences: without the closing line, or the beginning of one while it is being written.
QStringView bodyOf(QStringView body, const Fence &fence, bool closed)
{
    const qsizetype lastBegin = body.endsWith(QLatin1Char('\n'))
        ? body.left(body.size() - 1).lastIndexOf(QLatin1Char('\n')) + 1
        : body.lastIndexOf(QLatin1Char('\n')) + 1;
    const QStringView last = body.mid(lastBegin).trimmed();
    const bool fenceLike = !last.isEmpty() && last.count(fence.mark) == last.size();
    if (closesFence(body.mid(lastBegin), fence) || (!closed && fenceLike && !body.endsWith(QLatin1Char('\n'))))
        body = body.left(lastBegin);
    if (body.endsWith(QLatin1Char('\n')))
        body.chop(1);
    return body;
}

} // namespace

FencedCode fencedCode(QStringView text, bool closed)
{
    FencedCode result;
    const qsizetype lineEnd = text.indexOf(QLatin1Char('\n'));
    const QStringView first = lineEnd < 0 ? text : text.left(lineEnd);
    const std::optional<Fence> fence = openingFence(first);
    if (!fence)
        return result;
    result.languageKnown = lineEnd >= 0;
    result.language = first.trimmed().mid(fence->length).trimmed().toString().section(QLatin1Char(' '), 0, 0);
    if (lineEnd < 0)
        return result;
    const QStringView body = bodyOf(text.mid(lineEnd + 1), *fence, closed);
    if (fence->indent == 0) {
        result.code = body.toString();
        return result;
    }
    // An indented fence takes as much away from each of its lines.
    const QList<QStringView> lines = body.split(QLatin1Char('\n'));
    for (const QStringView line : lines) {
        qsizetype drop = 0;
        while (drop < line.size() && drop < fence->indent && line[drop] == QLatin1Char(' '))
            ++drop;
        if (!result.code.isNull())
            result.code += QLatin1Char('\n');
        result.code += line.mid(drop);
    }
    return result;
}

std::optional<QStringView> fencedLines(QStringView text, bool closed)
{
    const qsizetype lineEnd = text.indexOf(QLatin1Char('\n'));
    const std::optional<Fence> fence = lineEnd < 0 ? std::nullopt : openingFence(text.left(lineEnd));
    if (!fence || fence->indent > 0)
        return std::nullopt;
    return bodyOf(text.mid(lineEnd + 1), *fence, closed);
}

} // namespace breakwater
