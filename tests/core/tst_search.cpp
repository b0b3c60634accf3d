// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"
#include "core/store/searcher.h"
#include "core/store/searchindex.h"
#include "core/store/searchthread.h"
#include "core/store/storethread.h"
#include "tests/support/faketime.h"
#include "tests/support/properties.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A store with conversations to search in.
struct Desk
{
    QTemporaryDir folder;
    FakeTime time;
    std::optional<Archive> archive;

    Desk()
    {
        auto opened = Archive::open(path(), time);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        archive.emplace(std::move(*opened));
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("library.sqlite")); }
    [[nodiscard]] Conversation conversation(const QString &id, const QString &title = QStringLiteral("Talk")) const
    {
        Conversation made;
        made.id = ConversationId(id);
        made.title = title;
        made.createdAt = time.wall();
        made.updatedAt = time.wall();
        return made;
    }
    [[nodiscard]] Message message(const QString &conversation, const QString &id, const QString &text, Role role = Role::User) const
    {
        Message made;
        made.id = MessageId(id);
        made.conversation = ConversationId(conversation);
        made.turn = TurnId(QLatin1String("turn-") + id);
        made.role = role;
        made.state = role == Role::User ? MessageState::Sent : MessageState::Complete;
        made.text = text;
        made.at = time.wall();
        return made;
    }
    void add(const Conversation &conversation, const std::vector<Message> &messages)
    {
        if (!archive->add(conversation, messages))
            qFatal("not added");
    }
    void index()
    {
        for (;;) {
            const auto more = archive->indexSome(7);
            if (!more)
                qFatal("%s", qPrintable(more.error().detail));
            if (!*more)
                return;
        }
    }
    [[nodiscard]] SearchAnswer search(const SearchWish &wish) const
    {
        auto searcher = Searcher::open(path());
        if (!searcher)
            qFatal("not opened");
        auto answer = searcher->find(wish);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        return *answer;
    }
    [[nodiscard]] QStringList find(const QString &text, SearchOrder order = SearchOrder::NewestFirst) const
    {
        QStringList ids;
        for (const SearchHit &hit : search({parseSearch(text), order}).hits)
            ids += hit.message.text();
        return ids;
    }
};

Attachment file(const QString &name, const QByteArray &text)
{
    Attachment made;
    made.id = AttachmentId(name);
    made.name = name;
    made.mediaType = "text/plain";
    made.data = text;
    return made;
}

/// Whether a text has all that the query wants, by looking at it.
bool holdsIn(const QStringList &texts, const SearchQuery &query)
{
    return std::all_of(query.phrases.begin(), query.phrases.end(), [&texts](const SearchPhrase &phrase) {
        return std::any_of(texts.begin(), texts.end(), [&phrase](const QString &text) { return !placesOf(phrase, unitsOf(text), 1).empty(); });
    });
}

const QStringList &someWords()
{
    static const QStringList words {QStringLiteral("tide"), QStringLiteral("Tides"), QStringLiteral("t"), QStringLiteral("harbour"), QStringLiteral("Café"), QStringLiteral("cafe\u0301"),
        QStringLiteral("straße"), QStringLiteral("東京都"), QStringLiteral("京都"), QStringLiteral("東"), QStringLiteral("ひらがな"), QStringLiteral("한국어"), QStringLiteral("don't"),
        QStringLiteral("x-ray"), QStringLiteral("⚓"), QStringLiteral("ﬁsh"), QStringLiteral("⑴"), QStringLiteral("Ｑｔ６"), QStringLiteral("naïve."), QStringLiteral("\n"),
        QStringLiteral("42")};
    return words;
}

QString someText(int most)
{
    QString text;
    const int count = *rc::gen::inRange(0, most);
    for (int i = 0; i < count; ++i) {
        text += someWords().at(*rc::gen::inRange(0, static_cast<int>(someWords().size())));
        if (*rc::gen::inRange(0, 4) != 0)
            text += QLatin1Char(' ');
    }
    return text;
}

QString someQuery()
{
    QString text;
    const int count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i) {
        const QString word = someWords().at(*rc::gen::inRange(0, static_cast<int>(someWords().size())));
        text += *rc::gen::inRange(0, 3) == 0 ? QString(QLatin1Char('"') + word + QLatin1String(" ") + someText(3) + QLatin1Char('"')) : word.left(*rc::gen::inRange(1, 5));
        text += QLatin1Char(' ');
    }
    return *rc::gen::inRange(0, 2) == 0 ? text.trimmed() : text;
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unitsKnowNoCaseNoAccentAndNoWidth_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("units");
        QTest::newRow("case") << u"Tide TIDES"_s << QStringList {u"tide"_s, u"tides"_s};
        QTest::newRow("accents") << QStringLiteral("Café cafe\u0301 NAÏVE Ångström") << QStringList {u"cafe"_s, u"cafe"_s, u"naive"_s, u"angstrom"_s};
        QTest::newRow("sharp s") << QStringLiteral("Straße STRASSE") << QStringList {u"strasse"_s, u"strasse"_s};
        QTest::newRow("dotted i") << QStringLiteral("İstanbul") << QStringList {u"istanbul"_s};
        QTest::newRow("ligature and width") << QStringLiteral("ﬁsh Ｑｔ６") << QStringList {u"fish"_s, u"qt6"_s};
        QTest::newRow("no blank inside a word") << QStringLiteral("a⑴b") << QStringList {u"a1b"_s};
        QTest::newRow("Greek, Russian") << QStringLiteral("ΆΛΦΑ Ёлка") << QStringList {QStringLiteral("αλφα"), QStringLiteral("елка")};
        QTest::newRow("Han") << QStringLiteral("東京") << QStringList {QStringLiteral("東"), QStringLiteral("京")};
        QTest::newRow("kana keep their sound") << QStringLiteral("がパー") << QStringList {QStringLiteral("が"), QStringLiteral("パ"), QStringLiteral("ー")};
        QTest::newRow("mixed") << QStringLiteral("Qt東京6") << QStringList {u"qt"_s, QStringLiteral("東"), QStringLiteral("京"), u"6"_s};
        QTest::newRow("symbol") << QStringLiteral("ship⚓in") << QStringList {u"ship"_s, QStringLiteral("⚓"), u"in"_s};
        QTest::newRow("half a pair") << QString(QChar(0xD83D)) + QStringLiteral("a") << QStringList {u"a"_s};
        QTest::newRow("nothing") << QStringLiteral(" \t.,*\"'()\0") << QStringList {};
    }
    void unitsKnowNoCaseNoAccentAndNoWidth()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, units);
        QStringList found;
        for (const SearchUnit &unit : unitsOf(text))
            found += unit.text;
        QCOMPARE(found, units);
    }

    void filtersAreTyped()
    {
        const SearchQuery query = parseSearch(QStringLiteral("tide from:me model:Opus provider:anthropic folder:\"two words\" after:2026-01-31 before:2026-02-01 \"low water\" har"));
        QCOMPARE(query.role, std::optional(Role::User));
        QCOMPARE(query.model, QStringLiteral("Opus"));
        QCOMPARE(query.provider, QStringLiteral("anthropic"));
        QCOMPARE(query.folder, QStringLiteral("two words"));
        QCOMPARE(query.from, QDate(2026, 1, 31));
        QCOMPARE(query.before, QDate(2026, 2, 1));
        QCOMPARE(query.phrases.size(), std::size_t(3));
        QVERIFY(!query.phrases[0].isPrefix && !query.phrases[1].isPrefix && query.phrases[2].isPrefix);
        QCOMPARE(query.phrases[1].units.size(), std::size_t(2));
    }

    void whatIsNoFilterIsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("phrases");
        QTest::newRow("who") << u"from:them"_s << 1;
        QTest::newRow("date") << u"after:soon"_s << 1;
        QTest::newRow("address") << u"https://example.org/a"_s << 1;
        QTest::newRow("nothing after it") << u"model:"_s << 1;
        QTest::newRow("only signs") << u"\"\" * ( ) : ^ -"_s << 0;
        QTest::newRow("open quote") << u"\"low wat"_s << 1;
    }
    void whatIsNoFilterIsWords()
    {
        QFETCH(QString, text);
        QFETCH(int, phrases);
        const SearchQuery query = parseSearch(text);
        QCOMPARE(static_cast<int>(query.phrases.size()), phrases);
        QVERIFY(!query.hasFilter());
    }

    void messagesAreFoundNewestFirst_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("word") << u"tide "_s << QStringList {u"b"_s, u"a"_s};
        QTest::newRow("beginning") << u"ti"_s << QStringList {u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("whole word after a space") << u"ti "_s << QStringList {};
        QTest::newRow("both words") << u"tide water"_s << QStringList {u"b"_s};
        QTest::newRow("phrase") << u"\"low water\""_s << QStringList {u"b"_s};
        QTest::newRow("phrase in the wrong order") << u"\"water low\""_s << QStringList {};
        QTest::newRow("accents") << u"cafe"_s << QStringList {u"c"_s};
        QTest::newRow("typed with accents") << QStringLiteral("TÍDE ") << QStringList {u"b"_s, u"a"_s};
        QTest::newRow("one character") << QStringLiteral("京") << QStringList {u"d"_s};
        QTest::newRow("the last character") << QStringLiteral("都") << QStringList {u"d"_s};
        QTest::newRow("part of a text without spaces") << QStringLiteral("京都の港") << QStringList {u"d"_s};
        QTest::newRow("not side by side") << QStringLiteral("東都") << QStringList {};
        QTest::newRow("from the person") << u"tide from:me"_s << QStringList {u"a"_s};
        QTest::newRow("from a model") << u"tide from:model"_s << QStringList {u"b"_s};
        QTest::newRow("by model") << u"model:OPUS"_s << QStringList {u"b"_s};
        QTest::newRow("only a filter") << u"from:me"_s << QStringList {u"d"_s, u"c"_s, u"a"_s};
    }
    void messagesAreFoundNewestFirst()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        Desk desk;
        std::vector<Message> messages {desk.message(u"talk"_s, u"a"_s, u"When is the tide?"_s)};
        desk.time.advance(1h);
        messages.push_back(desk.message(u"talk"_s, u"b"_s, u"The tide turns at low water."_s, Role::Assistant));
        messages.back().model = QStringLiteral("claude-opus-4-5");
        desk.time.advance(1h);
        messages.push_back(desk.message(u"talk"_s, u"c"_s, QStringLiteral("Tides, seen from the Café")));
        desk.time.advance(1h);
        messages.push_back(desk.message(u"talk"_s, u"d"_s, QStringLiteral("私は東京都の港です、都")));
        desk.add(desk.conversation(u"talk"_s), messages);
        desk.index();
        QCOMPARE(desk.find(text), found);
    }

    void aHitTellsWhereItIsAndMarksTheWords()
    {
        Desk desk;
        Message message = desk.message(u"talk"_s, u"a"_s, QStringLiteral("First.\n\nThe  Tide turns at low water."), Role::Assistant);
        message.model = QStringLiteral("opus");
        Conversation talk = desk.conversation(u"talk"_s, QStringLiteral("Harbours"));
        talk.archived = true;
        desk.add(talk, {message});
        desk.index();
        const SearchAnswer answer = desk.search({parseSearch(QStringLiteral("water tide"))});
        QCOMPARE(answer.hits.size(), std::size_t(1));
        const SearchHit &hit = answer.hits.front();
        QCOMPARE(hit.conversation, ConversationId(QStringLiteral("talk")));
        QCOMPARE(hit.message, message.id);
        QCOMPARE(hit.turn, message.turn);
        QCOMPARE(hit.title, QStringLiteral("Harbours"));
        QVERIFY(hit.archived);
        QCOMPARE(hit.role, Role::Assistant);
        QCOMPARE(hit.model, QStringLiteral("opus"));
        QCOMPARE(hit.at, message.at);
        QCOMPARE(hit.snippet.text, QStringLiteral("First. The Tide turns at low water."));
        QStringList marked;
        for (const SearchMark &mark : hit.snippet.marks)
            marked += hit.snippet.text.mid(mark.from, mark.length);
        QCOMPARE(marked, (QStringList {u"Tide"_s, u"water"_s}));
        QVERIFY(!answer.behind && !answer.more);
    }

    void aSnippetIsShortAndHoldsTheWords()
    {
        const QString text = QStringLiteral("word ").repeated(5000) + QStringLiteral("harbour ") + QStringLiteral("more ").repeated(5000);
        const SearchSnippet snippet = snippetOf(text, parseSearch(QStringLiteral("harbour ")).phrases);
        QVERIFY(snippet.text.size() < 200);
        QCOMPARE(snippet.marks.size(), std::size_t(1));
        QCOMPARE(snippet.text.mid(snippet.marks.front().from, snippet.marks.front().length), QStringLiteral("harbour"));
    }

    void theLineHasNoMarksOfMarkdown()
    {
        const SearchSnippet snippet = snippetOf(u"The **low** `water` of 2 * 3"_s, parseSearch(u"\"low water\""_s).phrases);
        QCOMPARE(snippet.text, u"The low water of 2 * 3"_s);
        QCOMPARE(snippet.marks, (std::vector<SearchMark> {{4, 9}}));
    }

    void filesAreFoundByNameAndByText()
    {
        Desk desk;
        Message message = desk.message(u"talk"_s, u"a"_s, QStringLiteral("Look at this"));
        message.attachments = {file(QStringLiteral("tides.csv"), "Brest;05:48")};
        desk.add(desk.conversation(u"talk"_s), {message});
        desk.index();
        QCOMPARE(desk.find(u"tides.csv"_s), QStringList {u"a"_s});
        QCOMPARE(desk.find(u"brest"_s), QStringList {u"a"_s});
        QVERIFY(desk.search({parseSearch(u"brest"_s)}).hits.front().snippet.text.contains(QLatin1String("Brest")));
        message.attachments = {file(QStringLiteral("moon.csv"), "Halifax")};
        desk.add(desk.conversation(u"talk"_s), {message});
        desk.index();
        QCOMPARE(desk.find(u"brest"_s), QStringList {});
        QCOMPARE(desk.find(u"halifax"_s), QStringList {u"a"_s});
    }

    void theBestComesFirstWhenThatIsWanted()
    {
        Desk desk;
        std::vector<Message> messages {desk.message(u"talk"_s, u"much"_s, QStringLiteral("Tide, tide and tide again"))};
        desk.time.advance(1h);
        messages.push_back(desk.message(u"talk"_s, u"little"_s, QStringLiteral("One tide ") + QStringLiteral("and other words ").repeated(50)));
        desk.add(desk.conversation(u"talk"_s), messages);
        desk.index();
        QCOMPARE(desk.find(u"tide "_s), (QStringList {u"little"_s, u"much"_s}));
        QCOMPARE(desk.find(u"tide "_s, SearchOrder::BestFirst), (QStringList {u"much"_s, u"little"_s}));
    }

    void daysAreThoseOfTheMachine()
    {
        Desk desk;
        Message early = desk.message(u"talk"_s, u"early"_s, QStringLiteral("tide"));
        early.at = WallTime(std::chrono::milliseconds(QDate(2026, 1, 30).startOfDay().addSecs(86'399).toMSecsSinceEpoch()));
        Message late = desk.message(u"talk"_s, u"late"_s, QStringLiteral("tide"));
        late.at = WallTime(std::chrono::milliseconds(QDate(2026, 1, 31).startOfDay().toMSecsSinceEpoch()));
        desk.add(desk.conversation(u"talk"_s), {early, late});
        desk.index();
        QCOMPARE(desk.find(u"tide after:2026-01-31"_s), QStringList {u"late"_s});
        QCOMPARE(desk.find(u"tide before:2026-01-31"_s), QStringList {u"early"_s});
    }

    void aProviderIsItsRoutes()
    {
        Desk desk;
        Message message = desk.message(u"talk"_s, u"a"_s, QStringLiteral("tide"), Role::Assistant);
        message.route = RouteId(QStringLiteral("sonnet"));
        desk.add(desk.conversation(u"talk"_s), {message});
        desk.index();
        const SearchQuery query = parseSearch(QStringLiteral("tide provider:anthropic"));
        QCOMPARE(desk.search({query, SearchOrder::NewestFirst, {message.route}}).hits.size(), std::size_t(1));
        QCOMPARE(desk.search({query, SearchOrder::NewestFirst, {}}).hits.size(), std::size_t(0));
    }

    void anAnswerSaysWhenTheIndexIsBehind()
    {
        Desk desk;
        desk.add(desk.conversation(u"talk"_s), {desk.message(u"talk"_s, u"a"_s, u"tide"_s)});
        QVERIFY(desk.search({parseSearch(u"tide"_s)}).behind);
        desk.index();
        QVERIFY(!desk.search({parseSearch(u"tide"_s)}).behind);
    }

    void anAnswerThatWasGrowingIsFoundAfterTheNextStart()
    {
        Desk desk;
        Message answer = desk.message(u"talk"_s, u"a"_s, QStringLiteral("Low "), Role::Assistant);
        answer.state = MessageState::Streaming;
        desk.add(desk.conversation(u"talk"_s), {});
        QVERIFY(desk.archive->beginAnswer(answer));
        QVERIFY(desk.archive->appendPiece(answer.id, QStringLiteral("wa")));
        QVERIFY(desk.archive->appendPiece(answer.id, QStringLiteral("ter")));
        desk.index();
        QCOMPARE(desk.find(u"low"_s), QStringList {}); // not while it grows
        desk.archive.reset();
        auto opened = Archive::open(desk.path(), desk.time);
        QVERIFY(opened);
        desk.archive.emplace(std::move(*opened));
        desk.index();
        QCOMPARE(desk.find(u"\"low water\""_s), QStringList {u"a"_s});
        const auto chapter = desk.archive->chapter(answer.conversation);
        QVERIFY(chapter);
        QCOMPARE(chapter->messages.front().text, QStringLiteral("Low water"));
        QCOMPARE(chapter->messages.front().state, MessageState::BrokenOff);
    }

    void aSearchGoesThroughAllYearsFromTheNewest()
    {
        Desk desk;
        QStringList wanted;
        for (int i = 0; i < 12; ++i) {
            const QString id = QStringLiteral("m%1").arg(i);
            desk.add(desk.conversation(u"c"_s), {desk.message(u"c"_s, id, i % 3 == 0 ? u"ebb and flow"_s : u"tidal water"_s)});
            if (i % 3 != 0)
                wanted.prepend(id);
            desk.time.advance(std::chrono::hours(60 * 24));
        }
        desk.index();
        auto database = Database::open(desk.path());
        QVERIFY(database);
        QVERIFY(SearchIndex(*database).quarters()->size() > 5);
        for (const auto &typed : {u"tidal "_s, u"tida"_s, u"ti"_s, u"t"_s, u"\"tidal wat"_s})
            QCOMPARE(desk.find(typed), wanted);
        SearchWish few {parseSearch(u"tidal"_s)};
        few.most = 3;
        const SearchAnswer answer = desk.search(few);
        QCOMPARE(answer.hits.size(), std::size_t(3));
        QCOMPARE(answer.hits.front().message.text(), wanted.front());
        QVERIFY(answer.more);
        // Only what lies between two days.
        SearchWish between {parseSearch(u"tidal"_s)};
        between.query.from = QDateTime::fromMSecsSinceEpoch(desk.time.wall().time_since_epoch().count()).date().addDays(-200);
        QCOMPARE(desk.search(between).hits.size(), std::size_t(2));
    }

    void whateverIsWrittenAndRemovedASearchFindsWhatALookDoes()
    {
        QVERIFY(holds(
            "search equals scan",
            [] {
                Desk desk;
                std::map<QString, Message> known;
                const int steps = *rc::gen::inRange(1, 24);
                for (int step = 0; step < steps; ++step) {
                    desk.time.advance(std::chrono::hours(*rc::gen::elementOf(std::vector<int> {0, 1, 30 * 24, 100 * 24}))); // also into other quarters
                    const QString talk = QStringLiteral("talk-%1").arg(*rc::gen::inRange(0, 3));
                    const QString id = QStringLiteral("%1-%2").arg(talk).arg(*rc::gen::inRange(0, 4));
                    switch (*rc::gen::inRange(0, 6)) {
                    case 0:
                    case 1:
                    case 2: {
                        Message message = desk.message(talk, id, someText(12));
                        if (*rc::gen::inRange(0, 3) == 0)
                            message.attachments = {file(QStringLiteral("file-%1").arg(step), someText(6).toUtf8())};
                        desk.add(desk.conversation(talk), {message});
                        known[id] = message;
                        break;
                    }
                    case 3:
                        RC_ASSERT(desk.archive->removeConversation(ConversationId(talk)).has_value());
                        std::erase_if(known, [&talk](const auto &each) { return each.second.conversation.text() == talk; });
                        break;
                    case 4:
                        RC_ASSERT(desk.archive->indexSome(*rc::gen::inRange(1, 5)).has_value());
                        break;
                    default:
                        desk.index();
                        break;
                    }
                }
                desk.index();
                for (int i = 0; i < 4; ++i) {
                    const QString text = someQuery();
                    const SearchQuery query = parseSearch(text);
                    if (query.isEmpty())
                        continue;
                    QStringList wanted;
                    for (const auto &[id, message] : known) {
                        QStringList texts {message.text};
                        for (const Attachment &attachment : message.attachments)
                            texts += {attachment.name, QString::fromUtf8(attachment.data)};
                        if (holdsIn(texts, query))
                            wanted += id;
                    }
                    QStringList found = desk.find(text);
                    found.sort();
                    RC_LOG() << text.toStdString();
                    RC_ASSERT(found == wanted);
                }
                auto database = Database::open(desk.path());
                RC_ASSERT(database.has_value());
                RC_ASSERT(SearchIndex(*database).check().has_value());
                // The words of what was removed are gone from the index.
                const auto quarters = SearchIndex(*database).quarters();
                RC_ASSERT(quarters.has_value());
                for (const Quarter quarter : *quarters) {
                    RC_ASSERT(database->run(QStringLiteral("CREATE VIRTUAL TABLE temp.entry USING fts5vocab(main, %1, instance)").arg(SearchIndex::tableOf(quarter))).has_value());
                    auto left = database->run(QStringLiteral("SELECT count(*) FROM entry WHERE doc NOT IN (SELECT number FROM message)"));
                    RC_ASSERT(left.has_value());
                    RC_ASSERT(left->next());
                    RC_ASSERT(left->value(0).toInt() == 0);
                    left->finish();
                    RC_ASSERT(database->run(QStringLiteral("DROP TABLE temp.entry")).has_value());
                }
            },
            150));
    }

    void whatStandsInATextIsWhatHasAPlaceInIt()
    {
        QVERIFY(holds("standing is having a place", [] {
            const QString text = someText(40);
            for (const SearchPhrase &phrase : parseSearch(someQuery()).phrases)
                RC_ASSERT(standsIn(phrase, text) == !placesOf(phrase, unitsOf(text), 1).empty());
        }));
        const SearchPhrase twice = parseSearch(u"\"a a b\" "_s).phrases.front();
        QVERIFY(standsIn(twice, u"a a a b")); // a begun place that fails may hold the beginning of the right one
        QVERIFY(!standsIn(twice, u"a b a a c b"));
        QVERIFY(!standsIn(twice, u""));
    }

    void nothingTypedIsAnError()
    {
        Desk desk;
        desk.add(desk.conversation(u"talk"_s), {desk.message(u"talk"_s, u"a"_s, QStringLiteral("tide 東京 OR NOT near(x)"))});
        desk.index();
        auto searcher = Searcher::open(desk.path());
        QVERIFY(searcher);
        QVERIFY(holds(
            "any text is a search",
            [&searcher] {
                static const QString signs = QStringLiteral("aZ09 \"'*()^:-+{}[]\\/%_;,.<>=!?#\t\n\u0301東京かカ한⚓ﬁéßİ\u200D\uFFFD");
                QString text;
                const int length = *rc::gen::inRange(0, 24);
                for (int i = 0; i < length; ++i) {
                    if (*rc::gen::inRange(0, 8) == 0)
                        text += QChar(static_cast<char16_t>(*rc::gen::inRange(0, 0x10000)));
                    else
                        text += signs.at(*rc::gen::inRange(0, static_cast<int>(signs.size())));
                }
                for (const QString &word : {QStringLiteral("OR "), QStringLiteral("NEAR("), QStringLiteral("after:"), QStringLiteral("words:")}) {
                    if (*rc::gen::inRange(0, 6) == 0)
                        text += word;
                }
                RC_LOG() << text.toStdString();
                RC_ASSERT(searcher->find({parseSearch(text)}).has_value());
            },
            3000));
    }

    void theStoreIndexesByItselfAndASearchSeesIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("library.sqlite"));
        FakeTime time;
        StoreThread store(time);
        QSignalSpy indexed(&store, &StoreThread::indexed);
        store.open(path, [](const Result<Snapshot> &) {});
        Desk values;
        store.add(values.conversation(u"talk"_s), {values.message(u"talk"_s, u"a"_s, u"tide"_s)}, [](const Result<void> &) {});
        QTRY_VERIFY(!indexed.isEmpty());
        SearchThread search;
        search.setFile(path);
        std::optional<std::size_t> first;
        std::optional<std::size_t> second;
        search.find({parseSearch(u"nothing"_s)}, [&first](const Result<SearchAnswer> &answer) { first = answer ? answer->hits.size() : 99; });
        search.find({parseSearch(u"tide"_s)}, [&second](const Result<SearchAnswer> &answer) { second = answer ? answer->hits.size() : 99; });
        QTRY_COMPARE(second, std::optional<std::size_t>(1));
        QVERIFY(!first); // a newer search took its place
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
