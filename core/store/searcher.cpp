// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searcher.h"

#include "core/store/messagenumber.h"
#include "core/store/names.h"
#include "core/store/searchindex.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr qint64 mostDrift = 30 * numbersADay; // a number may stand for a later time than its message has
constexpr std::size_t mostRanked = 200; // messages that are compared for the best ones
constexpr int mostLookedAt = 20'000; // messages whose facts are read
constexpr qsizetype indexedBeginning = 2; // letters (schema.cpp)
constexpr qsizetype longestBeginning = 6; // letters that many words may begin with
constexpr int triedFirst = 4; // messages to look at for each one that is wanted, where a beginning is so short that most have it
constexpr qsizetype mostRead = 1024 * 1024; // characters of texts that are read for phrases, marks and ranks
constexpr qsizetype snippetReach = 64 * 1024; // characters of a message in which the words are marked

QString inQuotes(const QString &term)
{
    return QLatin1Char('"') + term + QLatin1Char('"'); // a term has no quotes: unitsOf() takes them for gaps
}

/// The phrase as far as the index knows it: which terms have to be there.
QStringList termsFor(const SearchPhrase &phrase)
{
    QStringList terms;
    for (std::size_t i = 0; i < phrase.units.size(); ++i) {
        const SearchUnit &unit = phrase.units[i];
        const bool last = i + 1 == phrase.units.size();
        if (unit.joined && !last)
            terms += inQuotes(unit.text + phrase.units[i + 1].text);
        else if (unit.isLetter && (i == 0 || !phrase.units[i - 1].joined))
            terms += inQuotes(unit.text) + QLatin1String(" *"); // alone, or the first of a pair
        else if (!unit.isLetter)
            terms += inQuotes(termOf(unit.text)) + (last && phrase.isPrefix ? QLatin1String(" *") : QLatin1String());
    }
    return terms;
}

/// Whether the index alone says that it is there.
bool isSimple(const SearchPhrase &phrase)
{
    const bool isPair = phrase.units.size() == 2 && phrase.units.front().joined;
    return (phrase.units.size() == 1 || isPair) && phrase.units.front().text.size() <= mostTermLength;
}

/// A beginning that the index does not keep as such.
bool isBeginning(const SearchPhrase &phrase)
{
    const QString &text = phrase.units.back().text;
    return phrase.isPrefix && phrase.units.size() == 1 && !phrase.units.back().isLetter && text.size() != indexedBeginning && text.front().unicode() < 0x80
        && text.size() <= longestBeginning;
}

WallTime startOf(const QDate &day)
{
    return WallTime(std::chrono::milliseconds(day.startOfDay().toMSecsSinceEpoch()));
}

/// How well a message answers: how often its words stand there, for its length; and the newer of equals.
double scoreOf(const SearchQuery &query, const std::vector<SearchUnit> &units, const QString &title)
{
    const auto titleUnits = unitsOf(title);
    const double length = 1.2 * (0.5 + 0.5 * static_cast<double>(units.size()) / 200); // as in BM25, for a message of 200 words
    double score = 0;
    for (const SearchPhrase &phrase : query.phrases) {
        const auto often = static_cast<double>(placesOf(phrase, units).size());
        score += often / (often + length) + (placesOf(phrase, titleUnits, 1).empty() ? 0 : 0.4);
    }
    return score;
}

} // namespace

Result<Searcher> Searcher::open(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    return Searcher(std::move(*database));
}

Result<SearchAnswer> Searcher::find(const SearchWish &wish, const std::function<bool()> &isStale)
{
    SearchAnswer answer;
    const SearchQuery &query = wish.query;
    if (query.isEmpty())
        return answer;
    auto behind = SearchIndex(m_database).isBehind();
    if (!behind)
        return tl::unexpected(behind.error());
    answer.behind = *behind;

    const std::size_t wanted = wish.order == SearchOrder::BestFirst ? std::max(mostRanked, wish.most) : wish.most;
    std::vector<Found> found;
    // The index would put together all that begins so before it tells of the newest. Where many messages have such a
    // word, looking at the newest ones for it is quicker; where few have it, there is little to put together.
    if (!query.phrases.empty() && isBeginning(query.phrases.back())) {
        const auto tried = look(wish, Source::Beginnings, static_cast<int>(wanted) * triedFirst, found, isStale);
        if (!tried)
            return tl::unexpected(tried.error());
        answer.more = true;
        if (found.size() < wanted)
            found.clear();
    }
    if (found.empty()) {
        const auto looked = look(wish, Source::Words, mostLookedAt, found, isStale);
        if (!looked)
            return tl::unexpected(looked.error());
        answer.more = *looked;
    }
    if (isStale && isStale())
        return SearchAnswer {};
    if (wish.order == SearchOrder::BestFirst)
        std::stable_sort(found.begin(), found.end(), [](const Found &left, const Found &right) { return left.score > right.score; });
    else // numbers follow the time to about an hour
        std::stable_sort(found.begin(), found.end(), [](const Found &left, const Found &right) { return left.hit.at > right.hit.at; });
    if (found.size() > wish.most) {
        found.resize(wish.most);
        answer.more = true;
    }
    for (Found &one : found) {
        one.hit.snippet = snippetOf(one.text, query.phrases);
        answer.hits.push_back(std::move(one.hit));
    }
    return answer;
}

/// Adds what is found, newest first; whether there may be more than that.
Result<bool> Searcher::look(const SearchWish &wish, Source source, int most, std::vector<Found> &found, const std::function<bool()> &isStale)
{
    const SearchQuery &query = wish.query;
    bool more = false;
    QStringList terms;
    for (const SearchPhrase &phrase : query.phrases) {
        if (source == Source::Words || &phrase != &query.phrases.back())
            terms += termsFor(phrase);
        else if (phrase.units.back().text.size() > indexedBeginning)
            terms += inQuotes(phrase.units.back().text.left(indexedBeginning)) + QLatin1String(" *");
    }
    const qint64 from = query.from.isValid() ? leastNumberAt(startOf(query.from)) : 0;
    const qint64 before = query.before.isValid() ? leastNumberAt(startOf(query.before)) + mostDrift : std::numeric_limits<qint64>::max();
    auto numbers = terms.isEmpty()
        ? m_database.run(QStringLiteral("SELECT number FROM message WHERE number >= ? AND number < ? ORDER BY number DESC"), {from, before})
        : m_database.run(QStringLiteral("SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC"),
            {terms.join(QLatin1String(" AND ")), from, before});
    if (!numbers)
        return tl::unexpected(numbers.error());
    auto facts = m_database.prepare(QStringLiteral("SELECT message.id, conversation, turn, role, model, route, message.at, title, archived, folder FROM message "
                                                   "JOIN conversation ON conversation.id = message.conversation WHERE number=?"));
    std::vector<SearchPhrase> hard; // to be looked up in the text
    std::copy_if(query.phrases.begin(), query.phrases.end(), std::back_inserter(hard),
        [&](const SearchPhrase &phrase) { return !isSimple(phrase) || (source == Source::Beginnings && &phrase == &query.phrases.back()); });
    // Marks and ranks need no more than the beginning of a whole book.
    auto texts = m_database.prepare(hard.empty() ? QStringLiteral("SELECT substr(text, 1, %1) FROM message WHERE number=?").arg(snippetReach)
                                                 : QStringLiteral("SELECT text FROM message WHERE number=?"));
    if (!facts || !texts)
        return tl::unexpected(facts ? texts.error() : facts.error());

    const std::size_t wanted = wish.order == SearchOrder::BestFirst ? std::max(mostRanked, wish.most) : wish.most;
    int lookedAt = 0;
    qsizetype read = 0;
    while (numbers->next()) {
        if (found.size() >= wanted || ++lookedAt > most || read > mostRead) {
            more = true;
            break;
        }
        if (isStale && isStale())
            break;
        const qint64 number = numbers->value(0).toLongLong();
        facts->bindValue(0, number);
        if (!facts->exec() || !facts->next())
            continue; // gone meanwhile
        const WallTime at {std::chrono::milliseconds(facts->value(6).toLongLong())};
        if ((query.from.isValid() && at < startOf(query.from)) || (query.before.isValid() && at >= startOf(query.before)))
            continue;
        const auto role = valueOf<Role>(facts->value(3).toString()).value_or(Role::User);
        const QString model = facts->value(4).toString();
        if ((query.role && role != *query.role) || (!query.model.isEmpty() && !model.contains(query.model, Qt::CaseInsensitive))
            || (!query.provider.isEmpty() && std::find(wish.routes.begin(), wish.routes.end(), RouteId(facts->value(5).toString())) == wish.routes.end())
            || (!query.folder.isEmpty() && !facts->value(9).toString().contains(query.folder, Qt::CaseInsensitive)))
            continue;
        texts->bindValue(0, number);
        if (!texts->exec() || !texts->next())
            continue;
        Found one {{ConversationId(facts->value(1).toString()), MessageId(facts->value(0).toString()), TurnId(facts->value(2).toString()), facts->value(7).toString(),
                       facts->value(8).toBool(), role, model, at, {}},
            texts->value(0).toString(), 0};
        read += one.text.size();
        QStringList all {one.text};
        if (role == Role::User) {
            if (auto withFiles = searchedTexts(m_database, one.hit.message.text(), one.text))
                all = std::move(*withFiles);
        }
        std::vector<std::vector<SearchUnit>> units;
        for (const QString &each : all) {
            if (!hard.empty())
                units.push_back(unitsOf(each));
        }
        const auto stands = [&units](const SearchPhrase &phrase) {
            return std::any_of(units.begin(), units.end(), [&phrase](const auto &each) { return !placesOf(phrase, each, 1).empty(); });
        };
        if (!std::all_of(hard.begin(), hard.end(), stands))
            continue;
        // In a file perhaps, when the question itself does not say it.
        const auto shows = [&query](const QString &text) {
            const auto itsUnits = unitsOf(text);
            return std::any_of(query.phrases.begin(), query.phrases.end(), [&itsUnits](const SearchPhrase &phrase) { return !placesOf(phrase, itsUnits, 1).empty(); });
        };
        if (all.size() > 1) {
            const auto best = std::find_if(all.begin(), all.end(), shows);
            one.text = best == all.end() ? all.front() : *best;
        }
        one.text.truncate(snippetReach);
        if (wish.order == SearchOrder::BestFirst)
            one.score = scoreOf(query, unitsOf(one.text), one.hit.title);
        found.push_back(std::move(one));
    }
    numbers->finish(); // a reader that goes on would keep the log of changes from being cut
    facts->finish();
    texts->finish();
    return more;
}

} // namespace breakwater
