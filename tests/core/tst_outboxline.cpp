// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"
#include "tests/support/fakes.h"
#include "tests/support/turnbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr int conversations = 10;
constexpr int turnsEach = 5;

/// A journal over a real file, which has what was asked for before it says so.
class FileJournal final : public Journal
{
public:
    FileJournal(FakeTime &time, const QString &path)
        : m_time(time)
        , m_archive(Archive::open(path, time).value())
    {
    }
    void accept(const Conversation &conversation, const Message &question, const TurnState &turn, Done done) override { later(m_archive.accept(conversation, question, turn), std::move(done)); }
    void sending(const TurnState &turn, Done done) override { later(m_archive.saveTurn(turn), std::move(done)); }
    void answerBegan(const Message &answer) override { (void)m_archive.beginAnswer(answer); }
    void checkpoint(const MessageId &answer, const QString &text) override { (void)m_archive.appendPiece(answer, text); }
    void thought(const MessageId &, const std::vector<Thought> &) override { }
    void setAside(const Message &answer) override { (void)m_archive.setAside(answer); }
    void settled(const TurnState &turn, const std::optional<Message> &answer, Done done) override { later(m_archive.settle(turn, answer), std::move(done)); }
    void sampled(const Sample &) override { }
    void saveAgain(Done done) override { later({}, std::move(done)); }
    [[nodiscard]] Snapshot snapshot() { return m_archive.snapshot().value(); }

private:
    void later(const Result<void> &result, Done done)
    {
        m_alarms.push_back(m_time.at(m_time.now() + 1ms, [result, done = std::move(done)] { done(result); }));
    }
    FakeTime &m_time;
    Archive m_archive;
    std::vector<std::unique_ptr<Alarm>> m_alarms;
};

/// A provider that refuses all while it is overloaded, and else answers in two seconds. Outlives the programs that ask it.
class Desk final : public Transport
{
public:
    explicit Desk(FakeTime &time)
        : m_time(time)
    {
    }
    std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) override
    {
        const QJsonArray messages = QJsonDocument::fromJson(request.body).object().value(QLatin1String("messages")).toArray();
        const QString question = messages.last().toObject().value(QLatin1String("content")).toString();
        const auto alive = std::make_shared<bool>(true);
        const auto at = [this, alive](Duration after, std::function<void()> call) {
            m_alarms.push_back(m_time.at(m_time.now() + after, [alive, call = std::move(call)] {
                if (*alive)
                    call();
            }));
        };
        HttpHead head;
        if (overloaded) {
            head.status = 529;
            at(50ms, [events, head] {
                events.head(head);
                events.bytes(R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})");
                events.ended(std::nullopt);
            });
            return std::make_unique<Exchange>(alive);
        }
        asked.append(question);
        ++underWay;
        mostByAnswers[answers] = std::max(mostByAnswers[answers], underWay);
        head.status = 200;
        head.headers.add("content-type", "text/event-stream");
        at(500ms, [this, events, head] {
            events.head(head);
            events.bytes(answerStart() + answerPiece(QStringLiteral("An ")));
            ++answers;
        });
        at(2s, [this, events] {
            --underWay;
            events.bytes(answerPiece(QStringLiteral("answer.")) + answerEnd());
            events.ended(std::nullopt);
        });
        return std::make_unique<Exchange>(alive);
    }

    bool overloaded = true;
    QStringList asked; ///< what it answers, or would
    int underWay = 0;
    int answers = 0; ///< that began
    std::map<int, int> mostByAnswers; ///< the most under way at once, while so many answers had begun

private:
    class Exchange final : public WireExchange
    {
    public:
        explicit Exchange(std::shared_ptr<bool> alive)
            : m_alive(std::move(alive))
        {
        }
        ~Exchange() override { *m_alive = false; }
        Q_DISABLE_COPY_MOVE(Exchange)

    private:
        std::shared_ptr<bool> m_alive;
    };
    FakeTime &m_time;
    std::vector<std::unique_ptr<Alarm>> m_alarms;
};

/// One run of the program, which ends as by a power cut.
struct Program
{
    Program(FakeTime &clock, Desk &server, const QString &path)
        : time(clock)
        , desk(server)
        , journal(clock, path)
    {
        PolicySettings policy;
        policy.patience.turn = 20s; // sooner in the outbox
        policy.patience.askAfter = 10h; // whether they are still wanted is another question
        outbox.setPolicy(policy);
        const Snapshot kept = journal.snapshot();
        for (const Conversation &conversation : kept.conversations) {
            std::vector<Message> its;
            std::copy_if(kept.messages.begin(), kept.messages.end(), std::back_inserter(its), [&](const Message &each) { return each.conversation == conversation.id; });
            library.addConversation(conversation, its);
        }
        std::vector<UnfinishedTurn> unfinished;
        for (const TurnState &turn : kept.unfinished)
            unfinished.push_back({turn});
        outbox.restore(unfinished);
    }
    /// In small steps: what is queued has to be done between them.
    void pass(Duration span)
    {
        for (const Instant end = time.now() + span; time.now() < end;) {
            time.advance(50ms);
            QCoreApplication::sendPostedEvents();
        }
    }
    [[nodiscard]] std::size_t in(TurnPhase phase) const
    {
        const auto all = outbox.unsettled();
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [phase](const TurnState *each) { return each->phase == phase; }));
    }

    FakeTime &time;
    Desk &desk;
    FileJournal journal;
    FakeCredentials credentials;
    SeededJitter jitter {7};
    Conditions conditions;
    Catalogue catalogue;
    Library library;
    RouteTable table = anthropicOnly();
    Outbox outbox {TurnServices {desk, time, time, jitter, journal, library, conditions, credentials, [this]() -> const RouteTable & { return table; }, catalogue}};

    static RouteTable anthropicOnly()
    {
        RouteTable table = FakeOutbox::sampleTable();
        table.chains.front().steps.resize(2);
        return table;
    }
};

QString question(int conversation, int number)
{
    return QStringLiteral("c%1 q%2").arg(conversation).arg(number);
}

/// Fifty turns wait, and all routes are paused.
void fill(Program &program)
{
    for (int conversation = 0; conversation < conversations; ++conversation) {
        for (int number = 0; number < turnsEach; ++number) {
            QVERIFY(program.outbox.submit({ConversationId(QStringLiteral("c%1").arg(conversation)), question(conversation, number), {}}));
            program.pass(50ms);
        }
    }
    for (int minutes = 0; minutes < 30 && program.in(TurnPhase::Kept) < conversations * turnsEach; ++minutes)
        program.pass(1min);
    QCOMPARE(program.in(TurnPhase::Kept), std::size_t(conversations * turnsEach));
}

/// In each conversation in the order of their writing, and no question twice; but for those that a person sent again.
void checkOrder(const QStringList &asked, const std::set<QString> &again)
{
    std::map<QString, int> last;
    std::map<QString, int> times;
    for (const QString &each : asked) {
        const QString conversation = each.section(QLatin1Char(' '), 0, 0);
        const int number = each.section(QLatin1Char('q'), 1).toInt();
        if (again.contains(each))
            continue;
        QVERIFY2(++times[each] == 1, qPrintable(QStringLiteral("%1 was sent %2 times").arg(each).arg(times[each])));
        QVERIFY2(!last.contains(conversation) || last[conversation] < number, qPrintable(QStringLiteral("%1 came after a later one").arg(each)));
        last[conversation] = number;
    }
}

void checkPace(const Desk &desk, int answersBefore)
{
    for (const auto &[answers, most] : desk.mostByAnswers) {
        const int since = answers - answersBefore;
        if (since < 0)
            continue;
        const int allowed = since < 1 ? 1 : since < 3 ? 2 : since < 7 ? 4 : OutboxRamp::most;
        QVERIFY2(most <= allowed, qPrintable(QStringLiteral("%1 at once after %2 answers").arg(most).arg(since)));
    }
}

} // namespace

class TestOutboxLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiftyTurnsGoInOrderPacedEachOnce_data()
    {
        QTest::addColumn<bool>("byPerson");
        QTest::newRow("when the routes are back") << false;
        QTest::newRow("when a person sends all") << true;
    }

    void fiftyTurnsGoInOrderPacedEachOnce()
    {
        QFETCH(bool, byPerson);
        QTemporaryDir folder;
        FakeTime time;
        Desk desk(time);
        Program program(time, desk, folder.filePath(QStringLiteral("breakwater.db")));
        fill(program);
        if (QTest::currentTestFailed())
            return;
        desk.overloaded = false;
        if (byPerson)
            program.outbox.sendAllNow();
        for (int minutes = 0; minutes < 60 && !program.outbox.unsettled().empty(); ++minutes)
            program.pass(1min);
        QVERIFY(program.outbox.unsettled().empty());
        QCOMPARE(desk.asked.size(), conversations * turnsEach);
        checkOrder(desk.asked, {});
        checkPace(desk, 0);
    }

    void whoIsMovedUpGoesFirstAlsoAfterAKill()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("breakwater.db"));
        FakeTime time;
        Desk desk(time);
        QStringList wanted;
        {
            Program program(time, desk, path);
            fill(program);
            if (QTest::currentTestFailed())
                return;
            const TurnId last = program.outbox.unsettled().back()->id; // the last of the last conversation
            const TurnId first = program.outbox.unsettled().at(std::size_t(conversations - 1) * turnsEach)->id; // its first one
            for (int steps = 0; steps < conversations * turnsEach; ++steps) {
                program.outbox.move(last, -1); // never past the others of its own
                program.outbox.move(first, -1);
                program.pass(50ms);
            }
            QCOMPARE(program.outbox.unsettled().front()->id, first);
            for (const TurnState *each : program.outbox.unsettled())
                wanted += each->id.text();
            program.outbox.move(first, -1);
            program.outbox.move(program.outbox.unsettled().back()->id, 1);
            program.pass(50ms);
        }
        Program program(time, desk, path);
        QStringList found;
        for (const TurnState *each : program.outbox.unsettled())
            found += each->id.text();
        QCOMPARE(found, wanted);
        desk.overloaded = false;
        program.outbox.sendAllNow();
        for (int minutes = 0; minutes < 60 && !program.outbox.unsettled().empty(); ++minutes)
            program.pass(1min);
        QCOMPARE(desk.asked.size(), conversations * turnsEach);
        QCOMPARE(desk.asked.front(), question(conversations - 1, 0));
        checkOrder(desk.asked, {});
    }

    void aKillInTheMiddleChangesNothingOfThat_data()
    {
        QTest::addColumn<int>("after");
        for (const int after : {0, 1, 2, 5, 12, 30, 49})
            QTest::newRow(qPrintable(QStringLiteral("after %1 answers").arg(after))) << after;
    }

    void aKillInTheMiddleChangesNothingOfThat()
    {
        QFETCH(int, after);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("breakwater.db"));
        FakeTime time;
        Desk desk(time);
        {
            Program program(time, desk, path);
            fill(program);
            if (QTest::currentTestFailed())
                return;
            desk.overloaded = false;
            while (desk.answers < after || desk.underWay == 0)
                program.pass(50ms);
        }
        desk.underWay = 0; // nobody reads any more
        const int before = desk.answers;
        Program program(time, desk, path);
        std::set<QString> again;
        std::vector<TurnId> doubtful;
        for (const TurnState *turn : program.outbox.unsettled()) {
            if (turn->phase == TurnPhase::Unknown) {
                again.insert(program.library.message(turn->conversation, turn->question)->text);
                doubtful.push_back(turn->id);
            }
        }
        for (int minutes = 0; minutes < 60 && program.outbox.unsettled().size() > doubtful.size(); ++minutes)
            program.pass(1min);
        QCOMPARE(program.outbox.unsettled().size(), doubtful.size()); // what may have been answered is never sent by itself
        checkOrder(desk.asked, {});
        checkPace(desk, before);
        for (const TurnId &id : doubtful)
            program.outbox.sendAgain(id);
        program.pass(1min);
        QVERIFY(program.outbox.unsettled().empty());
        checkOrder(desk.asked, again);
        QCOMPARE(std::set<QString>(desk.asked.begin(), desk.asked.end()).size(), std::size_t(conversations * turnsEach));
    }
};

QTEST_GUILESS_MAIN(TestOutboxLine)
#include "tst_outboxline.moc"
