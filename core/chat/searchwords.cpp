// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/searchwords.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

enum class SearchSign { Gap, Word, Letter, Symbol, Mark };

constexpr char32_t asciiEnd = 0x80;

/// Han, kana and Hangul, with the marks that stand among them.
bool isUnspaced(char32_t sign)
{
    if (sign == 0x30FC || sign == 0x3005 || sign == 0x3007) // the long vowel, the repetition, the zero
        return true;
    const QChar::Script script = QChar::script(sign);
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana || script == QChar::Script_Hangul || script == QChar::Script_Bopomofo;
}

/// Marks that are left out: accents, and the points of Hebrew and Arabic. Others make words of their own.
bool isAccent(char32_t sign)
{
    return (sign >= 0x300 && sign <= 0x36F) || (sign >= 0x591 && sign <= 0x5C7) || (sign >= 0x610 && sign <= 0x61A) || (sign >= 0x64B && sign <= 0x65F) || sign == 0x670
        || (sign >= 0x1AB0 && sign <= 0x1AFF) || (sign >= 0x1DC0 && sign <= 0x1DFF) || (sign >= 0x20D0 && sign <= 0x20FF) || (sign >= 0xFE00 && sign <= 0xFE2F)
        || sign == 0x3099 || sign == 0x309A || sign == 0xAD || sign == 0x200D;
}

SearchSign signOf(char32_t sign)
{
    if (isAccent(sign))
        return SearchSign::Mark;
    if (QChar::isLetterOrNumber(sign))
        return isUnspaced(sign) ? SearchSign::Letter : SearchSign::Word;
    const QChar::Category category = QChar::category(sign);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining || category == QChar::Mark_Enclosing)
        return SearchSign::Word;
    return category == QChar::Symbol_Other ? SearchSign::Symbol : SearchSign::Gap;
}

/// Letters and digits of ASCII, all at once: one by one, they are most of the time that a text takes.
void appendLowered(QStringView word, QString &to)
{
    const qsizetype before = to.size();
    to.resize(before + word.size());
    std::transform(word.begin(), word.end(), to.begin() + before, [](QChar sign) { return sign.unicode() <= u'Z' && sign.unicode() >= u'A' ? QChar(sign.unicode() + 32) : sign; });
}

/// A sign as it is compared. Appends to `to`.
void fold(char32_t sign, QString &to)
{
    if (sign < asciiEnd) {
        to += QLatin1Char(static_cast<char>(sign >= U'A' && sign <= U'Z' ? sign + 32 : sign));
        return;
    }
    // A syllable of Hangul is one character, and among kana a mark makes another sound, not an accent.
    const bool whole = (sign >= 0xAC00 && sign <= 0xD7A3) || (sign >= 0x3040 && sign <= 0x30FF);
    const QString parts = whole ? QString() : QChar::decomposition(sign);
    if (!parts.isEmpty()) {
        for (const char32_t part : parts.toUcs4()) {
            const SearchSign kind = signOf(part);
            if (kind != SearchSign::Mark && kind != SearchSign::Gap && part != sign)
                fold(part, to);
        }
        return;
    }
    const char32_t folded = QChar::toCaseFolded(sign);
    if (folded == 0xDF)
        to += QLatin1String("ss");
    else
        to += QString::fromUcs4(&folded, 1);
}

} // namespace

void foldSign(char32_t sign, QString &to)
{
    if (isAccent(sign))
        return;
    const qsizetype before = to.size();
    if (QChar::isSpace(sign))
        to += QLatin1Char(' ');
    else
        fold(sign, to);
    if (to.size() == before)
        to += QString::fromUcs4(&sign, 1);
}

qsizetype endOfAsciiWord(QStringView text, qsizetype at)
{
    const auto isWord = [](char16_t sign) { return (sign >= u'a' && sign <= u'z') || (sign >= u'0' && sign <= u'9') || (sign >= u'A' && sign <= u'Z'); };
    while (at < text.size() && isWord(text[at].unicode()))
        ++at;
    return at;
}

void visitUnits(QStringView text, const std::function<bool(SearchUnit &)> &visit)
{
    SearchUnit unit; // is given when it is known what follows it
    bool isThere = false;
    bool inWord = false; // and it may go on
    QString folded;
    const auto give = [&] { return !std::exchange(isThere, false) || unit.text.isEmpty() || visit(unit); };
    const auto begin = [&](qsizetype at) {
        if (!give())
            return false;
        unit.from = unit.to = at;
        unit.text.resize(0);
        unit.isLetter = unit.joined = false;
        isThere = true;
        return true;
    };
    qsizetype at = 0;
    while (at < text.size()) {
        char32_t sign = text[at].unicode();
        qsizetype length = 1;
        if (sign < asciiEnd) { // nearly all of most texts
            const qsizetype stop = endOfAsciiWord(text, at);
            if (stop == at) {
                inWord = false;
                ++at;
                continue;
            }
            if (!inWord && !begin(at))
                return;
            inWord = true;
            appendLowered(text.mid(at, stop - at), unit.text);
            at = unit.to = stop;
            continue;
        }
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            sign = QChar::surrogateToUcs4(text[at], text[at + 1]);
            length = 2;
        }
        const SearchSign kind = signOf(sign);
        switch (kind) {
        case SearchSign::Gap:
            inWord = false;
            break;
        case SearchSign::Mark: // belongs to what stands before it
            if (isThere && unit.to == at)
                unit.to = at + length;
            break;
        case SearchSign::Word:
            if (!inWord && !begin(at))
                return;
            inWord = true;
            fold(sign, unit.text);
            unit.to = at + length;
            break;
        case SearchSign::Letter:
        case SearchSign::Symbol:
            inWord = false;
            folded.resize(0);
            fold(sign, folded);
            if (folded.isEmpty())
                break;
            unit.joined = kind == SearchSign::Letter && isThere && unit.isLetter && unit.to == at;
            if (!begin(at))
                return;
            unit.text += folded;
            unit.to = at + length;
            unit.isLetter = kind == SearchSign::Letter;
            break;
        }
        at += length;
    }
    (void)give();
}

std::vector<SearchUnit> unitsOf(QStringView text)
{
    std::vector<SearchUnit> units;
    units.reserve(static_cast<std::size_t>(text.size()) / 6);
    visitUnits(text, [&units](SearchUnit &unit) {
        units.push_back(std::move(unit));
        return true;
    });
    return units;
}

QString termOf(const QString &word)
{
    if (word.size() <= mostTermLength)
        return word;
    const bool cutsPair = word[mostTermLength - 1].isHighSurrogate();
    return word.left(cutsPair ? mostTermLength - 1 : mostTermLength);
}

QStringList termsOf(const std::vector<SearchUnit> &units)
{
    QStringList terms;
    QSet<QString> seen;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const QString term = units[i].joined ? QString(units[i].text + units[i + 1].text) : termOf(units[i].text);
        if (!seen.contains(term)) {
            seen.insert(term);
            terms.append(term);
        }
    }
    return terms;
}

} // namespace breakwater
