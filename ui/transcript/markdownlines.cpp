// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/markdownlines.h"

#include <QString>

namespace breakwater::markdown {

namespace {

constexpr int codeIndent = 4;

QStringView unindented(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && (line[i] == QLatin1Char(' ') || line[i] == QLatin1Char('\t')))
        ++i;
    return line.mid(i);
}

qsizetype runOf(QStringView text, QChar mark)
{
    qsizetype i = 0;
    while (i < text.size() && text[i] == mark)
        ++i;
    return i;
}

} // namespace

int indentOf(QStringView line)
{
    int column = 0;
    for (const QChar letter : line) {
        if (letter == QLatin1Char(' '))
            ++column;
        else if (letter == QLatin1Char('\t'))
            column += 4 - column % 4;
        else
            break;
    }
    return column;
}

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

std::optional<Fence> openingFence(QStringView line)
{
    const int indent = indentOf(line);
    const QStringView text = unindented(line);
    if (indent >= codeIndent || text.isEmpty())
        return std::nullopt;
    const QChar mark = text.front();
    if (mark != QLatin1Char('`') && mark != QLatin1Char('~'))
        return std::nullopt;
    const qsizetype length = runOf(text, mark);
    if (length < 3 || (mark == QLatin1Char('`') && text.mid(length).contains(mark)))
        return std::nullopt;
    return Fence {mark, length, indent};
}

bool closesFence(QStringView line, const Fence &fence)
{
    const QStringView text = unindented(line);
    const qsizetype length = runOf(text, fence.mark);
    return indentOf(line) < codeIndent && length >= fence.length && isBlank(text.mid(length));
}

std::optional<ListMarker> listMarker(QStringView line)
{
    const int indent = indentOf(line);
    const QStringView text = unindented(line);
    if (text.isEmpty())
        return std::nullopt;
    ListMarker marker;
    marker.indent = indent;
    qsizetype width = 0;
    if (QStringView(u"-+*").contains(text.front())) {
        width = 1;
    } else {
        while (width < text.size() && width < 10 && text[width] >= QLatin1Char('0') && text[width] <= QLatin1Char('9'))
            ++width;
        if (width == 0 || width > 9 || width >= text.size() || !QStringView(u".)").contains(text[width]))
            return std::nullopt;
        marker.number = text.left(width).toInt();
        ++width;
    }
    marker.type = text[width - 1];
    const QStringView rest = text.mid(width);
    if (!rest.isEmpty() && rest.front() != QLatin1Char(' ') && rest.front() != QLatin1Char('\t'))
        return std::nullopt;
    marker.empty = isBlank(rest);
    const int spaces = indentOf(rest);
    marker.content = indent + static_cast<int>(width) + (marker.empty || spaces > codeIndent ? 1 : spaces);
    return marker;
}

bool isHeading(QStringView line)
{
    const QStringView text = unindented(line);
    const qsizetype level = runOf(text, QLatin1Char('#'));
    return indentOf(line) < codeIndent && level >= 1 && level <= 6
        && (level == text.size() || text[level] == QLatin1Char(' ') || text[level] == QLatin1Char('\t'));
}

bool isQuote(QStringView line)
{
    return indentOf(line) < codeIndent && unindented(line).startsWith(QLatin1Char('>'));
}

bool isRule(QStringView line)
{
    const QStringView text = line.trimmed();
    if (indentOf(line) >= codeIndent || text.isEmpty() || !QStringView(u"-_*").contains(text.front()))
        return false;
    int count = 0;
    for (const QChar letter : text) {
        if (letter == text.front())
            ++count;
        else if (!letter.isSpace())
            return false;
    }
    return count >= 3;
}

bool isUnderline(QStringView line)
{
    const QStringView text = line.trimmed();
    return indentOf(line) < codeIndent && !text.isEmpty() && (text.front() == QLatin1Char('=') || text.front() == QLatin1Char('-'))
        && runOf(text, text.front()) == text.size();
}

bool isTableRule(QStringView line)
{
    const QStringView text = line.trimmed();
    bool dash = false;
    for (const QChar letter : text) {
        if (letter == QLatin1Char('-'))
            dash = true;
        else if (!QStringView(u"|: \t").contains(letter))
            return false;
    }
    return dash && text.contains(QLatin1Char('|'));
}

int cellCount(QStringView line)
{
    QStringView text = line.trimmed();
    if (text.startsWith(QLatin1Char('|')))
        text = text.mid(1);
    int cells = 1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\\'))
            ++i;
        else if (text[i] == QLatin1Char('|') && i + 1 < text.size())
            ++cells;
    }
    return cells;
}

} // namespace breakwater::markdown
