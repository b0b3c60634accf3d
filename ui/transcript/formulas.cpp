// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/formulas.h"

#include "ui/transcript/markdownlines.h"
#include "ui/transcript/mathtext.h"

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

constexpr char16_t tokenBegin = 0xFDD0;
constexpr char16_t tokenEnd = 0xFDD1;
constexpr char16_t tokenDigit = 0xFDE0; // and the fifteen after it
constexpr char16_t lastOfThem = 0xFDEF;
constexpr qsizetype longestInline = 400; // characters between two dollar signs
constexpr qsizetype longestText = 64 * 1024; // nobody writes more in one block: what is longer is no text with formulas

bool isReserved(QChar sign)
{
    return sign.unicode() >= tokenBegin && sign.unicode() <= lastOfThem;
}

QString tokenOf(std::size_t index)
{
    QString token(QChar {tokenBegin});
    for (const QChar digit : QString::number(index, 16))
        token += QChar(static_cast<char16_t>(tokenDigit + QString(digit).toInt(nullptr, 16)));
    return token + QChar(tokenEnd);
}

/// Walks over Markdown and finds where formulas are.
class FormulaScan
{
public:
    explicit FormulaScan(QStringView text)
        : m_text(text)
    {
    }

    struct Found
    {
        qsizetype begin = 0;
        qsizetype end = 0; ///< -1: it is not closed
        qsizetype markLength = 0;
        bool isDisplay = false;
    };

    /// The next formula at or behind the place where the last one ended.
    std::optional<Found> next()
    {
        while (m_at < m_text.size()) {
            if (m_at == 0 || m_text[m_at - 1] == QLatin1Char('\n')) {
                skipFence();
                if (m_at >= m_text.size())
                    break;
            }
            const QChar sign = m_text[m_at];
            if (sign == QLatin1Char('`')) {
                skipCode();
            } else if (sign == QLatin1Char('\\')) {
                if (const auto found = behindBackslash())
                    return found;
            } else if (sign == QLatin1Char('$')) {
                if (const auto found = behindDollar())
                    return found;
            } else {
                ++m_at;
            }
        }
        return std::nullopt;
    }

private:
    /// Code between fences, also inside a list or a quote.
    void skipFence()
    {
        const auto lineAt = [this](qsizetype at) {
            const qsizetype end = m_text.indexOf(QLatin1Char('\n'), at);
            return m_text.mid(at, (end < 0 ? m_text.size() : end) - at);
        };
        const auto inner = [](QStringView line) {
            qsizetype at = 0;
            while (at < line.size() && (line[at].isSpace() || line[at] == QLatin1Char('>')))
                ++at;
            return line.mid(at);
        };
        const QStringView first = lineAt(m_at);
        QStringView rest = inner(first);
        if (const auto marker = markdown::listMarker(rest); marker && marker->content < rest.size())
            rest = inner(rest.mid(marker->content));
        const auto fence = markdown::openingFence(rest);
        if (!fence)
            return;
        m_at += first.size() + 1;
        while (m_at < m_text.size()) {
            const QStringView line = lineAt(m_at);
            m_at += line.size() + 1;
            if (markdown::closesFence(inner(line), *fence))
                return;
        }
    }

    void skipCode()
    {
        qsizetype run = m_at;
        while (run < m_text.size() && m_text[run] == QLatin1Char('`'))
            ++run;
        const qsizetype length = run - m_at;
        m_at = run;
        for (qsizetype at = run; at < m_text.size();) {
            if (m_text[at] != QLatin1Char('`')) {
                ++at;
                continue;
            }
            qsizetype end = at;
            while (end < m_text.size() && m_text[end] == QLatin1Char('`'))
                ++end;
            if (end - at == length) {
                m_at = end;
                return;
            }
            at = end;
        }
    }

    /// Behind `from`, before a blank line; -1 without one.
    [[nodiscard]] qsizetype closing(qsizetype from, QStringView mark)
    {
        qsizetype &without = m_without[mark.back().unicode() % m_without.size()];
        if (from < without)
            return -1;
        qsizetype at = from;
        for (; at < m_text.size(); ++at) {
            if (m_text.mid(at).startsWith(mark))
                return at;
            if (m_text[at] == QLatin1Char('\\'))
                ++at;
            else if (m_text[at] == QLatin1Char('\n') && isBlankFrom(at + 1))
                break;
        }
        without = at;
        return -1;
    }
    [[nodiscard]] bool isBlankFrom(qsizetype at) const
    {
        while (at < m_text.size() && m_text[at] != QLatin1Char('\n') && m_text[at].isSpace())
            ++at;
        return at < m_text.size() && m_text[at] == QLatin1Char('\n');
    }

    /// In what a link leads to, where a backslash before a parenthesis is that.
    [[nodiscard]] bool isInTarget(qsizetype at) const
    {
        constexpr qsizetype farthest = 300;
        const qsizetype least = std::max<qsizetype>(1, at - farthest);
        for (qsizetype before = at - 1; before >= least && !m_text[before].isSpace(); --before) {
            if (m_text[before] == QLatin1Char('(') && m_text[before - 1] == QLatin1Char(']'))
                return true;
        }
        return false;
    }

    std::optional<Found> behindBackslash()
    {
        const qsizetype begin = m_at;
        m_at += 2;
        if (begin + 1 >= m_text.size())
            return std::nullopt;
        const QChar sign = m_text[begin + 1];
        if ((sign != QLatin1Char('(') && sign != QLatin1Char('[')) || isInTarget(begin))
            return std::nullopt;
        const bool isDisplay = sign == QLatin1Char('[');
        const qsizetype close = closing(m_at, isDisplay ? QStringView(u"\\]") : QStringView(u"\\)"));
        return found(begin, close, 2, isDisplay);
    }

    std::optional<Found> behindDollar()
    {
        const qsizetype begin = m_at;
        if (m_text.mid(begin).startsWith(u"$$")) {
            m_at += 2;
            return found(begin, closing(m_at, u"$$"), 2, true);
        }
        ++m_at;
        const bool opens = (begin == 0 || !m_text[begin - 1].isLetterOrNumber()) && m_at < m_text.size() && !m_text[m_at].isSpace();
        if (!opens)
            return std::nullopt;
        const QStringView ahead = m_text.left(std::min(m_text.size(), m_at + longestInline));
        for (qsizetype at = m_at; at < ahead.size(); ++at) {
            if (ahead[at] == QLatin1Char('\\'))
                ++at;
            else if (ahead[at] == QLatin1Char('\n') && isBlankFrom(at + 1))
                return std::nullopt;
            else if (ahead[at] == QLatin1Char('$') && !ahead[at - 1].isSpace() && (at + 1 >= m_text.size() || !m_text[at + 1].isDigit()))
                return looksLikeMath(m_text.mid(m_at, at - m_at).toString()) ? found(begin, at, 1, false) : std::nullopt;
        }
        if (ahead.size() < m_text.size() || !looksLikeMath(m_text.mid(m_at).toString()))
            return std::nullopt;
        return found(begin, -1, 1, false);
    }

    std::optional<Found> found(qsizetype begin, qsizetype close, qsizetype markLength, bool isDisplay)
    {
        const QStringView inside = m_text.mid(begin + markLength, std::max<qsizetype>(0, close - begin - markLength));
        if (close >= 0 && std::none_of(inside.begin(), inside.end(), [](QChar sign) { return sign.isLetterOrNumber(); }))
            return std::nullopt; // signs alone are escaped signs
        if (close < 0)
            return Found {begin, -1, markLength, isDisplay};
        m_at = close + markLength;
        return Found {begin, m_at, markLength, isDisplay};
    }

    QStringView m_text;
    qsizetype m_at = 0;
    std::array<qsizetype, 7> m_without {}; ///< by closing mark: no such one stands before
};

/// The environment that a text begins with: its closing mark.
std::optional<QString> environmentOf(QStringView text)
{
    constexpr QStringView begin = u"\\begin{";
    if (!text.startsWith(begin))
        return std::nullopt;
    const qsizetype close = text.indexOf(QLatin1Char('}'));
    const QStringView name = text.mid(begin.size(), close - begin.size());
    const bool isName = close > 0 && !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar sign) { return sign.isLetter() || sign == QLatin1Char('*'); });
    return isName ? std::optional(QString(QLatin1String("\\end{") + name + QLatin1Char('}'))) : std::nullopt;
}

} // namespace

QString liftFormulas(const QString &markdown, std::vector<Formula> &formulas)
{
    QString clean = markdown;
    std::replace_if(clean.begin(), clean.end(), isReserved, QChar(QChar::ReplacementCharacter));
    const QStringView trimmed = QStringView(clean).trimmed();
    if (const auto close = environmentOf(trimmed); close && trimmed.endsWith(*close)) {
        formulas.push_back({trimmed.toString(), trimmed.toString(), true});
        return tokenOf(formulas.size() - 1);
    }
    if (clean.size() > longestText)
        return clean;
    if (!clean.contains(QLatin1Char('$')) && !clean.contains(QLatin1String("\\(")) && !clean.contains(QLatin1String("\\[")))
        return clean;
    QString lifted;
    qsizetype from = 0;
    FormulaScan scan(clean);
    while (const auto found = scan.next()) {
        if (found->end < 0)
            continue;
        lifted += QStringView(clean).mid(from, found->begin - from);
        lifted += tokenOf(formulas.size());
        const QString source = clean.mid(found->begin, found->end - found->begin);
        formulas.push_back({source, source.mid(found->markLength, source.size() - 2 * found->markLength).trimmed(), found->isDisplay});
        from = found->end;
    }
    return lifted + QStringView(clean).mid(from);
}

std::vector<FormulaPiece> formulaPieces(const QString &text, const std::vector<Formula> &formulas)
{
    std::vector<FormulaPiece> pieces;
    qsizetype from = 0;
    for (qsizetype begin = text.indexOf(QChar(tokenBegin)); begin >= 0; begin = text.indexOf(QChar(tokenBegin), from)) {
        if (begin > from)
            pieces.push_back({text.mid(from, begin - from), nullptr});
        std::size_t index = 0;
        from = begin + 1;
        while (from < text.size() && text[from].unicode() >= tokenDigit && text[from].unicode() <= lastOfThem)
            index = index * 16 + text[from++].unicode() - tokenDigit;
        from += from < text.size() && text[from] == QChar(tokenEnd) ? 1 : 0;
        if (index < formulas.size())
            pieces.push_back({formulas[index].source, &formulas[index]});
    }
    if (from < text.size())
        pieces.push_back({text.mid(from), nullptr});
    return pieces;
}

QString withFormulaSources(const QString &text, const std::vector<Formula> &formulas)
{
    if (!text.contains(QChar(tokenBegin)))
        return text;
    QString whole;
    for (const FormulaPiece &piece : formulaPieces(text, formulas))
        whole += piece.text;
    return whole;
}

std::optional<QString> openedFormula(QStringView line)
{
    if (markdown::indentOf(line) >= 4)
        return std::nullopt;
    const QStringView text = line.trimmed();
    std::optional<QString> close;
    qsizetype mark = 2;
    if (text.startsWith(u"$$"))
        close = QStringLiteral("$$");
    else if (text.startsWith(u"\\["))
        close = QStringLiteral("\\]");
    else if ((close = environmentOf(text)))
        mark = text.indexOf(QLatin1Char('}')) + 1;
    return close && text.indexOf(*close, mark) < 0 ? close : std::nullopt;
}

bool closesFormula(QStringView line, QStringView mark)
{
    return line.trimmed().endsWith(mark);
}

qsizetype openFormulaAt(const QString &markdown)
{
    FormulaScan scan(markdown);
    while (const auto found = scan.next()) {
        if (found->end < 0)
            return found->begin;
    }
    return -1;
}

} // namespace breakwater
