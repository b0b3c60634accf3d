// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/prosemarkdown.h"

#include "ui/transcript/prosepart.h"

#include <QTextBlock>
#include <QTextTable>

#include <algorithm>
#include <utility>
#include <vector>

namespace breakwater {

namespace {

/// A stretch of one look.
struct Run
{
    QString text;
    bool strong = false;
    bool emphasis = false;
    bool strike = false;
    bool code = false;
    bool formula = false;
    QString link = {};
    [[nodiscard]] bool looksLike(const Run &other) const
    {
        return strong == other.strong && emphasis == other.emphasis && strike == other.strike && code == other.code && !formula && !other.formula && link == other.link;
    }
};

bool isDisplay(const QString &source)
{
    return source.startsWith(QLatin1String("$$")) || source.startsWith(QLatin1String("\\[")) || source.startsWith(QLatin1String("\\begin"));
}

std::vector<Run> runsOf(const QTextBlock &block, int from, int to, bool isHead)
{
    std::vector<Run> runs;
    int formula = 0;
    for (QTextBlock::iterator it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const QTextCharFormat format = fragment.charFormat();
        const int begin = fragment.position() - block.position();
        const int left = std::max(from, begin);
        const int right = std::min(to, begin + fragment.length());
        if (left >= right || format.boolProperty(prose::Padding))
            continue;
        const int number = format.intProperty(prose::FormulaNumber);
        if (number != 0 && number == formula)
            continue;
        formula = number;
        Run run;
        run.formula = number != 0;
        run.text = run.formula ? format.stringProperty(prose::FormulaSource) : fragment.text().mid(left - begin, right - left);
        run.code = format.boolProperty(prose::InlineCode);
        run.strong = !isHead && !run.formula && format.font().weight() >= QFont::DemiBold;
        run.emphasis = !run.formula && format.font().italic();
        run.strike = format.font().strikeOut();
        run.link = format.anchorHref();
        if (!runs.empty() && runs.back().looksLike(run))
            runs.back().text += run.text;
        else
            runs.push_back(run);
    }
    return runs;
}

/// Text that Markdown would read as marks, with backslashes; what it reads as text stays as it is.
QString escaped(const QString &text, bool inCell)
{
    const auto isSpaceAt = [&](qsizetype at) { return at < 0 || at >= text.size() || text[at].isSpace(); };
    const auto isWordAt = [&](qsizetype at) { return at >= 0 && at < text.size() && text[at].isLetterOrNumber(); };
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        bool marks = false;
        switch (letter.unicode()) {
        case u'`': marks = true; break;
        case u'\\': marks = i + 1 < text.size() && (text[i + 1].isPunct() || text[i + 1].isSymbol()); break;
        case u'*': marks = !(isSpaceAt(i - 1) && isSpaceAt(i + 1)); break;
        case u'~': marks = text.count(u'~') > 1; break;
        case u'_': marks = !(isWordAt(i - 1) && isWordAt(i + 1)) && !(isSpaceAt(i - 1) && isSpaceAt(i + 1)); break;
        case u'[': {
            const qsizetype end = text.indexOf(u']', i);
            marks = end > 0 && end + 1 < text.size() && (text[end + 1] == u'(' || text[end + 1] == u'[' || text[end + 1] == u':');
            break;
        }
        case u'<': marks = i + 1 < text.size() && (text[i + 1].isLetter() || text[i + 1] == u'/' || text[i + 1] == u'!'); break;
        case u'&': marks = i + 1 < text.size() && (text[i + 1].isLetter() || text[i + 1] == u'#') && text.indexOf(u';', i) > 0; break;
        case u'$': marks = !isSpaceAt(i + 1) && text.indexOf(u'$', i + 1) > 0; break;
        case u'|': marks = inCell; break;
        default: break;
        }
        if (marks)
            result += u'\\';
        result += letter;
    }
    return result;
}

/// A paragraph that begins like a heading, a list, a quote or a rule is none of them.
QString withPlainBeginning(QString text)
{
    if (text.isEmpty())
        return text;
    qsizetype digits = 0;
    while (digits < text.size() && digits < 10 && text[digits].isDigit())
        ++digits;
    if (digits > 0 && digits + 1 < text.size() && (text[digits] == u'.' || text[digits] == u')') && text[digits + 1].isSpace())
        text.insert(digits, u'\\');
    else if (text[0] == u'#' || text[0] == u'>' || text[0] == u'=' || ((text[0] == u'-' || text[0] == u'+') && (text.size() == 1 || text[1].isSpace() || text[1] == u'-')))
        text.prepend(u'\\');
    return text;
}

QString codeSpan(const QString &code)
{
    QString mark = QStringLiteral("`");
    while (code.contains(mark))
        mark += u'`';
    const bool pad = code.startsWith(u'`') || code.endsWith(u'`') || (code.size() > 1 && code.startsWith(u' ') && code.endsWith(u' '));
    return pad ? QString(mark + u' ' + code + u' ' + mark) : QString(mark + code + mark);
}

/// Marks stand at words: what is blank at their edges stands outside of them.
QString marked(const Run &run, bool inCell)
{
    if (run.formula)
        return run.text;
    if (run.code)
        return codeSpan(run.text);
    const QString trimmed = run.text.trimmed();
    if (trimmed.isEmpty())
        return run.text;
    const qsizetype begin = run.text.indexOf(trimmed);
    const QString open = (run.strike ? QStringLiteral("~~") : QString()) + (run.strong ? QStringLiteral("**") : QString())
        + (run.emphasis ? QStringLiteral("*") : QString());
    QString close = open;
    std::reverse(close.begin(), close.end());
    const QString inner = escaped(trimmed, inCell);
    return run.text.left(begin) + open + inner + close + run.text.mid(begin + trimmed.size());
}

QString linked(const QString &text, const QString &plain, const QString &href)
{
    // What says where it leads is a link by itself.
    if (plain == href || QString(QLatin1String("http://") + plain) == href)
        return plain;
    if (QString(QLatin1String("mailto:") + plain) == href)
        return QLatin1Char('<') + plain + QLatin1Char('>');
    const bool odd = href.contains(u' ') || href.contains(u'(') || href.contains(u')');
    return QLatin1Char('[') + text + QLatin1String("](") + (odd ? QString(QLatin1Char('<') + href + QLatin1Char('>')) : href) + QLatin1Char(')');
}

QString inlineMarkdown(const std::vector<Run> &runs, bool inCell)
{
    QString result;
    for (std::size_t i = 0; i < runs.size();) {
        if (runs[i].link.isEmpty()) {
            result += marked(runs[i], inCell);
            ++i;
            continue;
        }
        const QString href = runs[i].link;
        QString text;
        QString plain;
        for (; i < runs.size() && runs[i].link == href; ++i) {
            text += marked(runs[i], inCell);
            plain += runs[i].text;
        }
        result += linked(text, plain, href);
    }
    return result;
}

/// Line breaks as Markdown has them. A formula on a line of its own needs none.
QString withBreaks(QString text, const std::vector<Run> &runs, bool keepLineBreaks)
{
    for (const Run &run : runs) {
        if (!run.formula || !isDisplay(run.text))
            continue;
        text.replace(QString(run.text + QChar(QChar::LineSeparator)), QString(run.text + u'\n'));
        text.replace(QString(QChar(QChar::LineSeparator) + run.text), QString(u'\n' + run.text));
    }
    text.replace(QChar::LineSeparator, keepLineBreaks ? QStringLiteral("\n") : QStringLiteral("\\\n"));
    return text;
}

QString listMark(const QString &marker)
{
    if (marker.front() == QChar(0x2610))
        return QStringLiteral("- [ ] ");
    if (marker.front() == QChar(0x2611))
        return QStringLiteral("- [x] ");
    return marker.front().isDigit() ? QString(marker + u' ') : QStringLiteral("- ");
}

/// Blocks one after another, with what stands before their lines.
class ProseWriter
{
public:
    explicit ProseWriter(bool keepLineBreaks)
        : m_keepLineBreaks(keepLineBreaks)
    {
    }

    void add(const QTextBlock &block, int from, int to)
    {
        const QTextBlockFormat format = block.blockFormat();
        const int heading = format.intProperty(prose::Heading);
        const std::vector<Run> runs = runsOf(block, from, to, heading > 0);
        QString text = format.boolProperty(prose::Rule) ? QStringLiteral("---") : withBreaks(inlineMarkdown(runs, false), runs, m_keepLineBreaks);
        if (from > 0) { // the rest of a paragraph belongs to nothing
            m_text += text;
            return;
        }
        const int quotes = format.intProperty(prose::QuoteDepth);
        const int depth = format.intProperty(prose::Depth);
        const QString marker = format.stringProperty(prose::Marker);
        if (heading > 0)
            text.prepend(QString(QString(heading, u'#') + u' '));
        else if (!format.boolProperty(prose::Rule) && (runs.empty() || (!runs[0].formula && !runs[0].strong && !runs[0].emphasis)))
            text = withPlainBeginning(text);
        if (!m_text.isEmpty()) {
            const bool tight = depth > 0 && m_depth > 0 && !marker.isEmpty() && format.topMargin() < 6;
            m_text += tight ? QStringLiteral("\n") : QString(u'\n' + QString(QStringLiteral("> ").repeated(std::min(quotes, m_quotes))).trimmed() + u'\n');
        }
        m_quotes = quotes;
        m_depth = depth;
        const QString quoted = QStringLiteral("> ").repeated(quotes);
        const auto levels = static_cast<std::size_t>(std::max(0, depth));
        QString mark;
        if (!marker.isEmpty() && levels > 0) {
            mark = listMark(marker);
            m_indents.resize(levels - 1, 2);
            m_indents.push_back(marker.front().isDigit() ? static_cast<int>(mark.size()) : 2);
        } else {
            m_indents.resize(levels, 2);
        }
        int indent = 0;
        for (const int one : m_indents)
            indent += one;
        const int before = mark.isEmpty() ? indent : indent - m_indents.back();
        m_text += quoted + QString(before, u' ') + mark;
        m_text += text.replace(u'\n', QString(u'\n' + quoted + QString(indent, u' ')));
    }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    bool m_keepLineBreaks;
    QString m_text;
    std::vector<int> m_indents; ///< of the lists that a block stands in
    int m_quotes = 0;
    int m_depth = 0;
};

QString tableMarkdown(const ProsePart &part, const PartRange &range)
{
    const QTextTable &table = *part.table();
    std::vector<QStringList> rows;
    QString alignment(QStringLiteral("|"));
    int firstRow = -1;
    int cells = 0;
    for (QTextBlock block = part.document().findBlock(range.from); block.isValid() && block.position() <= range.to; block = block.next()) {
        if (part.isAroundTable(block))
            continue;
        const QTextTableCell cell = table.cellAt(block.position());
        const int row = cell.row();
        if (firstRow < 0)
            firstRow = row;
        while (static_cast<int>(rows.size()) <= row - firstRow)
            rows.push_back(QStringList(table.columns()));
        const std::vector<Run> runs = runsOf(block, std::max(0, range.from - block.position()), std::min(block.length() - 1, range.to - block.position()), row == 0);
        rows.back()[cell.column()] = inlineMarkdown(runs, true).replace(QChar::LineSeparator, u' ');
        ++cells;
    }
    if (cells == 0)
        return {};
    if (cells == 1)
        return rows.front().join(QString());
    for (int column = 0; column < table.columns(); ++column) {
        const Qt::Alignment side = table.cellAt(0, column).firstCursorPosition().blockFormat().alignment();
        alignment += side.testFlag(Qt::AlignRight) ? QStringLiteral(" ---: |") : side.testFlag(Qt::AlignHCenter) ? QStringLiteral(" :---: |") : QStringLiteral(" --- |");
    }
    QStringList lines;
    for (const QStringList &row : rows)
        lines.append(QLatin1String("| ") + row.join(QLatin1String(" | ")) + QLatin1String(" |"));
    lines.insert(1, alignment);
    return lines.join(u'\n');
}

} // namespace

QString proseMarkdown(const ProsePart &part, const PartRange &range, bool keepLineBreaks)
{
    if (part.table())
        return tableMarkdown(part, range);
    ProseWriter writer(keepLineBreaks);
    for (QTextBlock block = part.document().findBlock(range.from); block.isValid() && block.position() <= range.to; block = block.next())
        writer.add(block, std::max(0, range.from - block.position()), std::min(block.length() - 1, range.to - block.position()));
    return writer.text();
}

} // namespace breakwater
