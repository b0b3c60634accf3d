// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/highlighter.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr CodeState plainState = 0;
constexpr CodeState commentState = 1;
constexpr CodeState firstQuoteState = 2;

bool startsWord(QChar letter)
{
    return letter.isLetter() || letter == QLatin1Char('_') || letter == QLatin1Char('@') || letter == QLatin1Char('$');
}

bool continuesWord(QChar letter)
{
    return letter.isLetterOrNumber() || letter == QLatin1Char('_');
}

bool isKeyword(const CodeLanguage &language, QStringView word)
{
    const QString key = language.ignoreCase ? word.toString().toLower() : word.toString();
    return std::binary_search(language.keywords.begin(), language.keywords.end(), key);
}

/// The end of a quoted stretch that begins at `at`; a backslash hides the next character.
qsizetype quoteEnd(QStringView line, qsizetype at)
{
    const QChar quote = line[at];
    for (qsizetype i = at + 1; i < line.size(); ++i) {
        if (line[i] == QLatin1Char('\\'))
            ++i;
        else if (line[i] == quote)
            return i + 1;
    }
    return line.size();
}

qsizetype numberEnd(QStringView line, qsizetype at)
{
    qsizetype i = at;
    while (i < line.size()) {
        const bool sign = (line[i] == QLatin1Char('+') || line[i] == QLatin1Char('-')) && i > at && line[i - 1].toLower() == QLatin1Char('e')
            && !line.mid(at).startsWith(u"0x", Qt::CaseInsensitive);
        if (!continuesWord(line[i]) && line[i] != QLatin1Char('.') && line[i] != QLatin1Char('\'') && !sign)
            break;
        ++i;
    }
    while (i > at + 1 && (line[i - 1] == QLatin1Char('.') || line[i - 1] == QLatin1Char('\'')))
        --i;
    return i;
}

} // namespace

std::vector<CodeSpan> highlightLine(const CodeLanguage &language, QStringView line, CodeState &state)
{
    std::vector<CodeSpan> spans;
    const auto add = [&](qsizetype begin, qsizetype end, CodeToken token) {
        if (end > begin)
            spans.push_back({begin, end - begin, token});
    };
    qsizetype i = 0;
    // What the line before left open.
    const auto goOn = [&](const QString &closing, CodeToken token, qsizetype from, qsizetype searchFrom) {
        const qsizetype found = line.indexOf(closing, searchFrom);
        const qsizetype end = found < 0 ? line.size() : found + closing.size();
        add(from, end, token);
        if (found >= 0)
            state = plainState;
        return end;
    };
    if (state == commentState && !language.blockEnd.isEmpty()) {
        i = goOn(language.blockEnd, CodeToken::Comment, 0, 0);
    } else if (state >= firstQuoteState && state - firstQuoteState < language.longQuotes.size()) {
        i = goOn(language.longQuotes[state - firstQuoteState], CodeToken::String, 0, 0);
    } else {
        state = plainState;
    }

    while (i < line.size()) {
        const QChar letter = line[i];
        const QStringView rest = line.mid(i);
        if (letter.isSpace()) {
            ++i;
            continue;
        }
        const auto commentsHere = [&](const QString &mark) {
            // In a shell "$#" and "a#b" are no comments.
            return rest.startsWith(mark) && (mark != QLatin1String("#") || i == 0 || line[i - 1].isSpace());
        };
        if (std::any_of(language.lineComments.begin(), language.lineComments.end(), commentsHere)) {
            add(i, line.size(), CodeToken::Comment);
            return spans;
        }
        if (!language.blockBegin.isEmpty() && rest.startsWith(language.blockBegin)) {
            state = commentState;
            i = goOn(language.blockEnd, CodeToken::Comment, i, i + language.blockBegin.size());
            continue;
        }
        const auto longQuote = std::find_if(language.longQuotes.begin(), language.longQuotes.end(), [&](const QString &mark) { return rest.startsWith(mark); });
        if (longQuote != language.longQuotes.end()) {
            state = firstQuoteState + static_cast<int>(longQuote - language.longQuotes.begin());
            i = goOn(*longQuote, CodeToken::String, i, i + longQuote->size());
            continue;
        }
        if (language.quotes.contains(letter)) {
            const qsizetype end = quoteEnd(line, i);
            const bool key = language.keys && line.mid(end).trimmed().startsWith(QLatin1Char(':'));
            add(i, end, key ? CodeToken::Keyword : CodeToken::String);
            i = end;
            continue;
        }
        if (letter.isDigit()) {
            const qsizetype end = numberEnd(line, i);
            add(i, end, CodeToken::Number);
            i = end;
            continue;
        }
        if (startsWord(letter) || (letter == QLatin1Char('#') && !language.lineComments.contains(QStringLiteral("#")))) {
            qsizetype end = i + 1;
            while (end < line.size() && (continuesWord(line[end]) || ((language.tags || language.keys) && line[end] == QLatin1Char('-'))))
                ++end;
            const bool tag = language.tags && i > 0 && (line[i - 1] == QLatin1Char('<') || line[i - 1] == QLatin1Char('/'));
            const bool key = language.keys && line.mid(end).trimmed().startsWith(QLatin1Char(':'));
            if (tag || key || isKeyword(language, line.mid(i, end - i)))
                add(i, end, CodeToken::Keyword);
            i = end;
            continue;
        }
        ++i;
    }
    return spans;
}

} // namespace breakwater
