// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searcher.h"

#include "core/store/columns.h"
#include "core/store/idcolumn.h"
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
constexpr qsizetype longestBeginning = 6; // letters that many words may begin with
constexpr int triedFirst = 8; // messages to look at for each one that is wanted, where a beginning is so short that most may have it
constexpr int sampled = 32; // of those, before it is known whether they do
constexpr std::size_t fewOfSampled = 7;
constexpr qsizetype mostRead = 768 * 1024; // characters of texts that are read for phrases, marks and ranks
constexpr qsizetype snippetReach = 64 * 1024; // characters or bytes of a message in which the words are marked

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

/// A beginning that the index does not keep as such, so short that most messages may have such a word.
bool isCommonBeginning(const SearchPhrase &phrase)
{
    const QString &text = phrase.units.back().text;
    return phrase.isPrefix && phrase.units.size() == 1 && !phrase.units.back().isLetter && text.size() != SearchIndex::keptBeginning && text.size() <= longestBeginning
        && text.front().unicode() < 0x80;
}

/// Messages with certain words, or all, newest first.
class NewestMessages
{
public:
    struct Row
    {
        qint64 number = 0;
        QVariant id; // as it stands on disk
        QString text;
        bool hasFiles = false;
    };
    /// `words`: an expression of FTS5, or empty. Numbers in [from, before).
    NewestMessages(Database &database, QString words, qint64 from, qint64 before, const QString &textColumn)
        : m_database(database)
        , m_words(std::move(words))
        , m_from(from)
        , m_before(before)
        , m_columns(QStringLiteral("message.number, message.id, %1, message.role='User' AND EXISTS (SELECT 1 FROM attachment WHERE owner=message.id)").arg(textColumn))
    {
    }
    Result<void> begin()
    {
        if (m_words.isEmpty())
            return ask(QStringLiteral("SELECT %1 FROM message WHERE number >= ? AND number < ? ORDER BY number DESC").arg(m_columns), {m_from, m_before});
        auto all = SearchIndex(m_database).quarters();
        if (!all)
            return tl::unexpected(all.error());
        std::copy_if(all->rbegin(), all->rend(), std::back_inserter(m_left),
            [this](Quarter each) { return SearchIndex::beginOf(each) < m_before && SearchIndex::beginOf(each + 1) > m_from; });
        return {};
    }
    /// None at the end.
    Result<std::optional<Row>> next()
    {
        for (;;) {
            if (m_query && m_query->next())
                return Row {m_query->value(0).toLongLong(), m_query->value(1), fromQuickText(m_query->value(2)), m_query->value(3).toBool()};
            if (m_left.empty())
                return std::nullopt;
            const Quarter newest = m_left.back();
            m_left.pop_back();
            const auto asked = ask(QStringLiteral("SELECT %2 FROM %1 CROSS JOIN message ON message.number = %1.rowid WHERE %1 MATCH ? AND %1.rowid >= ? AND %1.rowid < ? "
                                                  "ORDER BY %1.rowid DESC")
                                       .arg(SearchIndex::tableOf(newest), m_columns),
                {m_words, m_from, m_before});
            if (!asked)
                return tl::unexpected(asked.error());
        }
    }

private:
    Result<void> ask(const QString &statement, const QVariantList &values)
    {
        m_query.reset();
        auto query = m_database.run(statement, values);
        if (!query)
            return tl::unexpected(query.error());
        m_query.emplace(std::move(*query));
        return {};
    }
    Database &m_database;
    QString m_words;
    qint64 m_from;
    qint64 m_before;
    QString m_columns;
    std::vector<Quarter> m_left; // the newest last
    std::optional<QSqlQuery> m_query; // a reader that goes on would keep the log of changes from being cut
};

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
    // The index would put together all that begins so, for a quarter, before it tells of the newest. Where many messages
    // have such a word, looking at the newest ones for it is quicker; where few have it, there is little to put together.
    if (!query.phrases.empty() && isCommonBeginning(query.phrases.back())) {
        const auto tried = look(wish, Source::Texts, static_cast<int>(wanted) * triedFirst, found, isStale);
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
    QStringList terms;
    std::vector<SearchPhrase> hard; // to be looked up in the texts
    for (const SearchPhrase &phrase : query.phrases) {
        const bool inTexts = source == Source::Texts && &phrase == &query.phrases.back();
        if (!inTexts)
            terms += termsFor(phrase);
        else if (phrase.units.back().text.size() > SearchIndex::keptBeginning)
            terms += inQuotes(phrase.units.back().text.left(SearchIndex::keptBeginning)) + QLatin1String(" *");
        if (inTexts || !isSimple(phrase))
            hard.push_back(phrase);
    }
    const qint64 from = query.from.isValid() ? leastNumberAt(startOf(query.from)) : 0;
    const qint64 before = query.before.isValid() ? leastNumberAt(startOf(query.before)) + mostDrift : std::numeric_limits<qint64>::max();
    // Marks and ranks need no more than the beginning of a whole book.
    NewestMessages messages(m_database, terms.join(QLatin1String(" AND ")), from, before,
        hard.empty() ? QStringLiteral("substr(%1, 1, %2)").arg(quickText("message.text")).arg(snippetReach) : quickText("message.text"));
    if (const auto begun = messages.begin(); !begun)
        return tl::unexpected(begun.error());
    auto facts = m_database.prepare(QStringLiteral("SELECT message.id, conversation, turn, role, model, route, message.at, title, archived, folder FROM message "
                                                   "JOIN conversation ON conversation.id = message.conversation WHERE number=?"));
    if (!facts)
        return tl::unexpected(facts.error());

    const auto readFacts = [&](qint64 number, Found &one) {
        facts->bindValue(0, number);
        if (!facts->exec() || !facts->next())
            return false; // gone meanwhile
        const WallTime at {std::chrono::milliseconds(facts->value(6).toLongLong())};
        if ((query.from.isValid() && at < startOf(query.from)) || (query.before.isValid() && at >= startOf(query.before)))
            return false;
        const auto role = valueOf<Role>(facts->value(3).toString()).value_or(Role::User);
        const QString model = facts->value(4).toString();
        if ((query.role && role != *query.role) || (!query.model.isEmpty() && !model.contains(query.model, Qt::CaseInsensitive))
            || (!query.provider.isEmpty() && std::find(wish.routes.begin(), wish.routes.end(), RouteId(facts->value(5).toString())) == wish.routes.end())
            || (!query.folder.isEmpty() && !facts->value(9).toString().contains(query.folder, Qt::CaseInsensitive)))
            return false;
        one.hit = {idAt<ConversationId>(facts->value(1)), idAt<MessageId>(facts->value(0)), idAt<TurnId>(facts->value(2)), facts->value(7).toString(),
            facts->value(8).toBool(), role, model, at, {}};
        return true;
    };
    qsizetype read = 0;
    const auto judgeText = [&](NewestMessages::Row &row, Found &one) {
        read += row.text.size();
        QStringList all {std::move(row.text)};
        if (row.hasFiles) {
            if (auto withFiles = searchedTexts(m_database, row.id, all.front()))
                all = std::move(*withFiles);
        }
        const auto standsInOne = [&all](const SearchPhrase &phrase) {
            return std::any_of(all.begin(), all.end(), [&phrase](const QString &text) { return standsIn(phrase, text); });
        };
        if (!std::all_of(hard.begin(), hard.end(), standsInOne))
            return false;
        // In a file perhaps, when the question itself does not say it.
        const auto shows = [&query](const QString &text) {
            return std::any_of(query.phrases.begin(), query.phrases.end(), [&text](const SearchPhrase &phrase) { return standsIn(phrase, text); });
        };
        const auto best = all.size() > 1 ? std::find_if(all.begin(), all.end(), shows) : all.begin();
        one.text = best == all.end() ? all.front() : *best;
        one.text.truncate(snippetReach);
        return true;
    };
    const bool asksFacts = query.hasFilter(); // else most is said by the text
    const std::size_t wanted = wish.order == SearchOrder::BestFirst ? std::max(mostRanked, wish.most) : wish.most;
    int lookedAt = 0;
    for (;;) {
        auto row = messages.next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return false;
        if (found.size() >= wanted || ++lookedAt > most || read > mostRead)
            return true;
        if (source == Source::Texts && lookedAt == sampled && found.size() < fewOfSampled)
            return true;
        if (isStale && isStale())
            return false;
        Found one;
        const qint64 number = (*row)->number;
        if (!(asksFacts ? readFacts(number, one) && judgeText(**row, one) : judgeText(**row, one) && readFacts(number, one)))
            continue;
        if (wish.order == SearchOrder::BestFirst)
            one.score = scoreOf(query, unitsOf(one.text), one.hit.title);
        found.push_back(std::move(one));
    }
}

} // namespace breakwater
