// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/searchquery.h"

#include "core/chat/searchtyping.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype mostTyped = 1000; // characters: nobody types more, and a paste must not hold anything up
constexpr std::size_t mostPhrases = 32;
constexpr qsizetype snippetBefore = 36;
constexpr qsizetype snippetLength = 160;

void addPhrase(SearchQuery &query, QStringView words, bool isPrefix)
{
    SearchPhrase phrase {unitsOf(words), isPrefix};
    if (!phrase.units.empty() && query.phrases.size() < mostPhrases)
        query.phrases.push_back(std::move(phrase));
}

void takeFilter(SearchQuery &query, const TypedWord &word)
{
    switch (*word.filter) {
    case SearchFilter::From:
        query.role = word.text == QLatin1String("me") ? Role::User : Role::Assistant;
        break;
    case SearchFilter::Model:
        query.model = word.text;
        break;
    case SearchFilter::Provider:
        query.provider = word.text;
        break;
    case SearchFilter::Folder:
        query.folder = word.text;
        break;
    case SearchFilter::After:
        query.from = QDate::fromString(word.text, Qt::ISODate);
        break;
    case SearchFilter::Before:
        query.before = QDate::fromString(word.text, Qt::ISODate);
        break;
    }
}

/// Whether a unit may stand at a place of the phrase.
bool unitFits(const SearchPhrase &phrase, std::size_t place, const SearchUnit &unit)
{
    const SearchUnit &wanted = phrase.units[place];
    const bool last = place + 1 == phrase.units.size();
    if (wanted.isLetter != unit.isLetter || (!last && wanted.joined && !unit.joined))
        return false;
    return last && phrase.isPrefix && !wanted.isLetter ? unit.text.startsWith(wanted.text) : unit.text == wanted.text;
}

/// Looks for a phrase while units go by, one after the other.
class PhraseWalk
{
public:
    explicit PhraseWalk(std::size_t length)
        : m_length(length)
    {
    }
    /// `fits` says of a place of the phrase whether the next unit may stand there. True when it was the last one.
    template <class Fits>
    bool step(Fits &&fits)
    {
        std::size_t kept = 0;
        m_begun.push_back(0);
        for (const std::size_t next : m_begun) {
            if (!fits(next))
                continue;
            m_done = m_done || next + 1 == m_length;
            m_begun[kept++] = next + 1;
        }
        m_begun.resize(kept);
        return m_done;
    }
    [[nodiscard]] bool isDone() const { return m_done; }

private:
    std::size_t m_length;
    std::vector<std::size_t> m_begun; // how many units each place has that may become the phrase
    bool m_done = false;
};

/// What unitFits() says of a word of ASCII, without making a unit of it.
bool wordFits(const SearchPhrase &phrase, std::size_t place, QStringView word)
{
    const QString &wanted = phrase.units[place].text;
    const bool mayGoOn = phrase.isPrefix && place + 1 == phrase.units.size();
    if (phrase.units[place].isLetter || (mayGoOn ? word.size() < wanted.size() : word.size() != wanted.size()))
        return false;
    return std::equal(wanted.begin(), wanted.end(), word.begin(), [](QChar folded, QChar sign) {
        const char16_t code = sign.unicode();
        return folded.unicode() == (code >= u'A' && code <= u'Z' ? code + 32 : code);
    });
}

/// In a text of ASCII alone, which most are; none for another.
std::optional<bool> standsInAscii(const SearchPhrase &phrase, QStringView text)
{
    PhraseWalk walk(phrase.units.size());
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype stop = endOfAsciiWord(text, at);
        if (stop < text.size() && text[stop].unicode() >= 0x80)
            return std::nullopt; // the word may go on
        if (stop > at && walk.step([&](std::size_t place) { return wordFits(phrase, place, text.mid(at, stop - at)); }))
            return true;
        at = stop + 1;
    }
    return false;
}

} // namespace

SearchQuery parseSearch(const QString &typed)
{
    SearchQuery query;
    for (const TypedWord &word : typedWords(typed.left(mostTyped))) {
        if (word.filter)
            takeFilter(query, word);
        else
            addPhrase(query, word.text, word.isOpen);
    }
    return query;
}

std::vector<SearchMark> placesOf(const SearchPhrase &phrase, const std::vector<SearchUnit> &units, qsizetype most)
{
    std::vector<SearchMark> places;
    const std::size_t length = phrase.units.size();
    for (std::size_t at = 0; at + length <= units.size() && static_cast<qsizetype>(places.size()) != most; ++at) {
        bool all = true;
        for (std::size_t i = 0; i < length && all; ++i)
            all = unitFits(phrase, i, units[at + i]);
        if (!all)
            continue;
        places.push_back({units[at].from, units[at + length - 1].to - units[at].from});
        at += length - 1;
    }
    return places;
}

bool standsIn(const SearchPhrase &phrase, QStringView text)
{
    const std::optional<bool> quick = standsInAscii(phrase, text);
    if (quick)
        return *quick;
    PhraseWalk walk(phrase.units.size());
    visitUnits(text, [&](const SearchUnit &unit) { return !walk.step([&](std::size_t place) { return unitFits(phrase, place, unit); }); });
    return walk.isDone();
}

SearchSnippet snippetOf(const QString &text, const std::vector<SearchPhrase> &phrases)
{
    const std::vector<SearchUnit> units = unitsOf(text);
    qsizetype first = text.size();
    for (const SearchPhrase &phrase : phrases) {
        if (const auto places = placesOf(phrase, units, 1); !places.empty())
            first = std::min(first, places.front().from);
    }
    qsizetype begin = first == text.size() || first <= snippetBefore ? 0 : first - snippetBefore;
    const auto word = std::find_if(units.begin(), units.end(), [begin](const SearchUnit &unit) { return unit.from >= begin; });
    if (begin > 0 && word != units.end())
        begin = std::min(word->from, first);
    SearchSnippet snippet;
    qsizetype end = std::min(begin + snippetLength, text.size());
    if (end < text.size() && text[end].isLowSurrogate())
        --end;
    // One line: each run of blanks becomes one, the marks of bold and of code go, and the places follow.
    std::vector<qsizetype> places(static_cast<std::size_t>(end - begin) + 1);
    if (begin > 0)
        snippet.text = QStringLiteral("…");
    for (qsizetype at = begin; at < end; ++at) {
        places[static_cast<std::size_t>(at - begin)] = snippet.text.size();
        const QChar sign = text[at];
        const bool isBold = sign == QLatin1Char('*') && ((at > 0 && text[at - 1] == sign) || (at + 1 < text.size() && text[at + 1] == sign));
        if (isBold || sign == QLatin1Char('`'))
            continue;
        if (!sign.isSpace() && sign.category() != QChar::Other_Control)
            snippet.text += sign;
        else if (!snippet.text.isEmpty() && !snippet.text.endsWith(QLatin1Char(' ')))
            snippet.text += QLatin1Char(' ');
    }
    places.back() = snippet.text.size();
    if (end < text.size())
        snippet.text += QStringLiteral("…");
    for (const SearchPhrase &phrase : phrases) {
        for (const SearchMark &mark : placesOf(phrase, units, 64)) {
            if (mark.from < begin || mark.from + mark.length > end)
                continue;
            const qsizetype from = places[static_cast<std::size_t>(mark.from - begin)];
            snippet.marks.push_back({from, places[static_cast<std::size_t>(mark.from + mark.length - begin)] - from});
        }
    }
    std::sort(snippet.marks.begin(), snippet.marks.end(), [](const SearchMark &left, const SearchMark &right) { return left.from < right.from; });
    // Of two that overlap the first stays.
    std::vector<SearchMark> apart;
    for (const SearchMark &mark : snippet.marks) {
        if (apart.empty() || mark.from >= apart.back().from + apart.back().length)
            apart.push_back(mark);
    }
    snippet.marks = std::move(apart);
    return snippet;
}

} // namespace breakwater
