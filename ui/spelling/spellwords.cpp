// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spellwords.h"

#include <QLocale>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <utility>

namespace breakwater {

namespace {

/// What stands between two spaces and is no prose: an address, a path, a name with signs in it.
bool isTechnical(QStringView chunk)
{
    return chunk.contains(QLatin1String("://")) || chunk.startsWith(QLatin1String("www.")) || chunk.contains(QLatin1Char('@')) || chunk.contains(QLatin1Char('\\'))
        || chunk.contains(QLatin1Char('_')) || chunk.startsWith(QLatin1Char('/')) || chunk.startsWith(QLatin1String("~/")) || chunk.contains(QLatin1String("()"))
        || chunk.contains(QLatin1String("::"));
}

bool isJudged(QStringView word)
{
    if (word.size() < 2 || std::any_of(word.begin(), word.end(), [](QChar each) { return each.isDigit(); }))
        return false;
    const auto isUpper = [](QChar each) { return each.isUpper(); };
    const auto rest = word.mid(1);
    if (std::any_of(rest.begin(), rest.end(), isUpper))
        return false; // in capitals, or as programs write names
    return word.front().isLetter();
}

/// Puts spaces where inline code stands: the rest keeps its place.
QString withoutCode(QString line)
{
    qsizetype begin = line.indexOf(QLatin1Char('`'));
    while (begin >= 0) {
        const qsizetype end = line.indexOf(QLatin1Char('`'), begin + 1);
        const qsizetype last = end < 0 ? line.size() - 1 : end; // it is being written
        for (qsizetype i = begin; i <= last; ++i)
            line[i] = QLatin1Char(' ');
        begin = line.indexOf(QLatin1Char('`'), last);
    }
    return line;
}

QChar::Script scriptOf(const QString &language)
{
    static constexpr std::array scripts {std::pair(QLocale::CyrillicScript, QChar::Script_Cyrillic), std::pair(QLocale::GreekScript, QChar::Script_Greek),
        std::pair(QLocale::HebrewScript, QChar::Script_Hebrew), std::pair(QLocale::ArabicScript, QChar::Script_Arabic),
        std::pair(QLocale::ArmenianScript, QChar::Script_Armenian), std::pair(QLocale::GeorgianScript, QChar::Script_Georgian),
        std::pair(QLocale::DevanagariScript, QChar::Script_Devanagari), std::pair(QLocale::KoreanScript, QChar::Script_Hangul)};
    const auto known = std::find_if(scripts.begin(), scripts.end(), [wanted = QLocale(language).script()](const auto &each) { return each.first == wanted; });
    return known == scripts.end() ? QChar::Script_Latin : known->second;
}

} // namespace

std::vector<SpelledWord> spelledWords(const QString &line)
{
    const QString prose = withoutCode(line);
    std::vector<SpelledWord> words;
    qsizetype begin = 0;
    while (begin < prose.size()) {
        if (prose[begin].isSpace()) {
            ++begin;
            continue;
        }
        qsizetype end = begin;
        while (end < prose.size() && !prose[end].isSpace())
            ++end;
        const QStringView chunk = QStringView(prose).mid(begin, end - begin);
        if (!isTechnical(chunk)) {
            QTextBoundaryFinder finder(QTextBoundaryFinder::Word, chunk.data(), chunk.size());
            qsizetype from = -1;
            for (qsizetype at = 0; at >= 0; at = finder.toNextBoundary()) {
                const auto reasons = finder.boundaryReasons();
                if (from >= 0 && reasons.testFlag(QTextBoundaryFinder::EndOfItem) && isJudged(chunk.mid(from, at - from)))
                    words.push_back({begin + from, at - from});
                from = reasons.testFlag(QTextBoundaryFinder::StartOfItem) ? at : -1;
            }
        }
        begin = end;
    }
    return words;
}

bool isFence(const QString &line)
{
    const QString trimmed = line.trimmed();
    return trimmed.startsWith(QLatin1String("```")) || trimmed.startsWith(QLatin1String("~~~"));
}

bool isWrittenLike(const QString &language, const QString &word)
{
    const auto letter = std::find_if(word.begin(), word.end(), [](QChar each) { return each.isLetter(); });
    return letter != word.end() && letter->script() == scriptOf(language);
}

} // namespace breakwater
