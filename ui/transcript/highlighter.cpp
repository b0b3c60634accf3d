// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/highlighter.h"

#include <QHash>

#include <algorithm>

namespace breakwater {

namespace {

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
    const Qt::CaseSensitivity sense = language.ignoreCase ? Qt::CaseInsensitive : Qt::CaseSensitive;
    return std::binary_search(language.keywords.begin(), language.keywords.end(), word,
        [sense](const auto &one, const auto &other) { return QStringView(one).compare(QStringView(other), sense) < 0; });
}

/// Behind `closing`, or the end of the line; in a string a backslash hides the next character.
qsizetype behind(QStringView line, QStringView closing, qsizetype from, bool escapes)
{
    for (qsizetype i = from; i < line.size(); ++i) {
        if (escapes && line[i] == QLatin1Char('\\'))
            ++i;
        else if (line.mid(i).startsWith(closing))
            return i + closing.size();
    }
    return -1;
}

qsizetype numberEnd(QStringView line, qsizetype at)
{
    const bool hexadecimal = line.mid(at).startsWith(u"0x", Qt::CaseInsensitive);
    qsizetype i = at;
    while (i < line.size()) {
        const bool sign = (line[i] == QLatin1Char('+') || line[i] == QLatin1Char('-')) && i > at && line[i - 1].toLower() == QLatin1Char('e') && !hexadecimal;
        if (!continuesWord(line[i]) && line[i] != QLatin1Char('.') && line[i] != QLatin1Char('\'') && !sign)
            break;
        ++i;
    }
    while (i > at + 1 && (line[i - 1] == QLatin1Char('.') || line[i - 1] == QLatin1Char('\'')))
        --i;
    return i;
}

/// One line on its way from the left to the right.
class LineReader
{
public:
    LineReader(const CodeLanguage &language, QStringView line, CodeState &state)
        : m_language(language)
        , m_line(line)
        , m_state(state)
    {
    }

    std::vector<CodeSpan> read()
    {
        if (m_state > 0 && static_cast<std::size_t>(m_state) <= m_language.stretches.size()) {
            readStretch(static_cast<std::size_t>(m_state) - 1, 0);
        } else {
            m_state = 0;
            for (const CodeLineMark &mark : m_language.lineMarks) {
                if (m_line.startsWith(mark.begin)) {
                    add(m_line.size(), mark.token);
                    break;
                }
            }
        }
        while (m_at < m_line.size()) {
            if (!m_line[m_at].isSpace() && (readComment() || readLong() || readQuoted() || readNumber() || readCommand() || readWord()))
                continue;
            ++m_at;
        }
        return std::move(m_spans);
    }

private:
    void add(qsizetype end, CodeToken token)
    {
        if (end > m_at)
            m_spans.push_back({m_at, end - m_at, token});
        m_at = end;
    }

    void readStretch(std::size_t number, qsizetype opening)
    {
        const CodeStretch &stretch = m_language.stretches[number];
        const qsizetype end = behind(m_line, stretch.end, m_at + opening, stretch.token == CodeToken::String);
        m_state = end < 0 ? static_cast<CodeState>(number) + 1 : 0;
        add(end < 0 ? m_line.size() : end, stretch.token);
    }

    bool readLong()
    {
        const QStringView rest = m_line.mid(m_at);
        for (std::size_t i = 0; i < m_language.stretches.size(); ++i) {
            const QString &begin = m_language.stretches[i].begin;
            if (!rest.startsWith(begin))
                continue;
            readStretch(i, begin.size());
            return true;
        }
        return false;
    }

    bool readComment()
    {
        const QStringView rest = m_line.mid(m_at);
        const auto begins = [&](const QString &mark) {
            // In a shell "$#" and "a#b" are no comments.
            return rest.startsWith(mark) && (mark != QLatin1String("#") || m_at == 0 || m_line[m_at - 1].isSpace());
        };
        const auto mark = std::find_if(m_language.lineComments.begin(), m_language.lineComments.end(), begins);
        if (mark == m_language.lineComments.end())
            return false;
        // Lua's "--[[" is more than "--".
        const auto isMore = [&](const CodeStretch &stretch) { return stretch.begin.size() > mark->size() && rest.startsWith(stretch.begin); };
        if (std::any_of(m_language.stretches.begin(), m_language.stretches.end(), isMore))
            return false;
        add(m_line.size(), CodeToken::Comment);
        return true;
    }

    bool readQuoted()
    {
        if (!m_language.quotes.contains(m_line[m_at]))
            return false;
        const qsizetype found = behind(m_line, m_line.mid(m_at, 1), m_at + 1, true);
        const qsizetype end = found < 0 ? m_line.size() : found;
        add(end, isKeyBefore(end) ? CodeToken::Keyword : CodeToken::String);
        return true;
    }

    bool readNumber()
    {
        if (!m_line[m_at].isDigit())
            return false;
        add(numberEnd(m_line, m_at), CodeToken::Number);
        return true;
    }

    bool readCommand()
    {
        if (!m_language.commands || m_line[m_at] != QLatin1Char('\\'))
            return false;
        qsizetype end = m_at + 1;
        while (end < m_line.size() && m_line[end].isLetter())
            ++end;
        add(std::min(m_line.size(), std::max(end, m_at + 2)), CodeToken::Keyword);
        return true;
    }

    bool readWord()
    {
        const QChar letter = m_line[m_at];
        const bool directive = letter == QLatin1Char('#') && !m_language.lineComments.contains(QLatin1String("#"));
        if (!startsWord(letter) && !directive && !m_language.wordMarks.contains(letter))
            return false;
        qsizetype end = m_at + 1;
        while (end < m_line.size() && (continuesWord(m_line[end]) || m_language.wordMarks.contains(m_line[end])))
            ++end;
        const bool tag = m_language.tags && m_at > 0 && (m_line[m_at - 1] == QLatin1Char('<') || m_line[m_at - 1] == QLatin1Char('/'));
        if (tag || isKeyBefore(end) || isKeyword(m_language, m_line.mid(m_at, end - m_at)))
            add(end, CodeToken::Keyword);
        m_at = end;
        return true;
    }

    [[nodiscard]] bool isKeyBefore(qsizetype end) const
    {
        if (m_language.keyMark.isNull())
            return false;
        while (end < m_line.size() && m_line[end].isSpace())
            ++end;
        return end < m_line.size() && m_line[end] == m_language.keyMark;
    }

    const CodeLanguage &m_language;
    QStringView m_line;
    CodeState &m_state;
    qsizetype m_at = 0;
    std::vector<CodeSpan> m_spans;
};

} // namespace

std::vector<CodeSpan> highlightLine(const CodeLanguage &language, QStringView line, CodeState &state)
{
    return LineReader(language, line, state).read();
}

const CodeLanguage *codeLanguage(const QString &alias)
{
    static const QHash<QString, const CodeLanguage *> byAlias = [] {
        QHash<QString, const CodeLanguage *> known;
        for (const CodeLanguage &language : codeLanguages()) {
            for (const QString &name : language.aliases)
                known.insert(name, &language);
        }
        return known;
    }();
    return byAlias.value(alias.toLower());
}

QString codeLanguageName(const QString &alias)
{
    const CodeLanguage *language = codeLanguage(alias);
    return language ? language->name : alias;
}

} // namespace breakwater
