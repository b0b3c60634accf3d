// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchedturns.h"
#include "core/net/nettransport.h"
#include "core/simulator/answers.h"
#include "core/store/storethread.h"
#include "tests/support/served.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteId route {QStringLiteral("p/m")};
const QString model = QStringLiteral("claude-opus-5-5");
const ConversationId place {QStringLiteral("c1")};
const QString question = QStringLiteral("Zwölf Boxkämpfer 🥊 jagen Viktor");

class OneKey final : public Credentials
{
public:
    [[nodiscard]] std::optional<NamedKey> key(const Provider &) const override { return NamedKey {QStringLiteral("mine"), "secret-of-the-test"}; }
};

/// Counts what is asked, by the path, and what is under way.
class Counting final : public Transport
{
public:
    explicit Counting(Alarms &alarms)
        : m_alarms(alarms)
    {
    }
    std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) override
    {
        const QString path = request.url.path();
        if (refuses && path.endsWith(QLatin1String("/batches")) && request.method == "POST") {
            m_said = m_alarms.at(Instant(), [events] {
                HttpHead head;
                head.status = 400;
                events.head(head);
                events.bytes(R"({"type":"error","error":{"type":"invalid_request_error","message":"no"}})");
                events.ended(std::nullopt);
            });
            return std::make_unique<WireExchange>();
        }
        ++asked[QString::fromLatin1(request.method) + QLatin1Char(' ') + (path.contains(QLatin1String("/batches/")) ? path.section(QLatin1Char('/'), 5) : path)];
        return std::make_unique<Counted>(m_underWay, m_net.send(request, std::move(events)));
    }
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }
    std::map<QString, int> asked;
    bool refuses = false; ///< to create any

private:
    class Counted final : public WireExchange
    {
    public:
        Counted(int &underWay, std::unique_ptr<WireExchange> inner)
            : m_count(underWay)
            , m_inner(std::move(inner))
        {
            ++m_count;
        }
        ~Counted() override { --m_count; }
        Q_DISABLE_COPY_MOVE(Counted)
        void hold() override { m_inner->hold(); }
        void goOn() override { m_inner->goOn(); }

    private:
        int &m_count;
        std::unique_ptr<WireExchange> m_inner;
    };
    Alarms &m_alarms;
    std::unique_ptr<Alarm> m_said;
    NetTransport m_net;
    int m_underWay = 0;
};

/// One run of the program over a real file and real sockets; it may end at any moment.
struct Program
{
    Program(Served &server, Counting &net, const QString &path, Dialect dialect = Dialect::Anthropic)
        : served(server)
        , transport(net)
        , store(server.time)
        , ledger(server.time)
    {
        Provider provider;
        provider.id = ProviderId(QStringLiteral("p"));
        provider.name = QStringLiteral("P");
        provider.baseUrl = server.url();
        provider.dialect = dialect;
        table.providers = {provider};
        table.routes = {{route, provider.id, model, QStringLiteral("Opus 5.5")}};
        Chain chain;
        chain.id = ChainId(QStringLiteral("chain"));
        chain.steps.emplace_back();
        chain.steps.back().route = route;
        table.chains = {chain};
        const auto routes = [this]() -> const RouteTable & { return table; };
        outbox = std::make_unique<Outbox>(TurnServices {transport, server.time, server.time, jitter, store, library, conditions, credentials, routes, catalogue, &ledger});
        const BatchServices services {transport, server.time, server.time, jitter, store, conditions, credentials, routes, catalogue, {}, &ledger};
        batches = std::make_unique<Batches>(services, store);
        turns = std::make_unique<BatchedTurns>(*batches, *outbox, library, services);
        store.open(path, [this](const Result<Snapshot> &opened) {
            QVERIFY(opened);
            for (const Conversation &each : opened->conversations) {
                std::vector<Message> its;
                std::copy_if(opened->messages.begin(), opened->messages.end(), std::back_inserter(its), [&](const Message &message) { return message.conversation == each.id; });
                library.addConversation(each, its);
            }
            ledger.restore(opened->expenses, opened->spent);
            std::vector<UnfinishedTurn> unfinished;
            for (const TurnState &turn : opened->unfinished)
                unfinished.push_back({turn});
            outbox->restore(unfinished);
            if (takesUpBatches) {
                turns->restore();
                batches->restore(opened->batches);
            }
            isOpen = true;
        });
        QObject::connect(&ledger, &Ledger::added, [this](const Expense &expense) {
            expenses.push_back(expense);
            store.addExpense(expense);
        });
    }

    /// Time passes until it holds; slowly while something is on the wire, where no time passes.
    template <class Holds>
    [[nodiscard]] bool until(Holds holds, Duration step = 1s)
    {
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < 20'000;) {
            if (holds())
                return true;
            served.time.advance(transport.isBusy() ? Duration(1ms) : step);
            QTest::qWait(1);
        }
        return false;
    }
    [[nodiscard]] bool opens() { return until([this] { return isOpen; }, 1ms); }
    [[nodiscard]] bool comesTo(const TurnId &id, TurnPhase phase)
    {
        return until([&] { return outbox->turn(id) != nullptr && outbox->turn(id)->phase == phase; });
    }
    [[nodiscard]] bool batchComesTo(PartPhase phase, Duration step = 1s)
    {
        return until([&] { return !batches->all().empty() && batches->all().front()->parts.front().phase == phase; }, step);
    }
    [[nodiscard]] TurnId send(Timing timing, const QString &text = question)
    {
        return outbox->submit({place, text, {}, {}, {}, {}, timing}).value_or(TurnId());
    }
    /// The answers that the turn has, all of them.
    [[nodiscard]] std::vector<Message> answersOf(const TurnId &id) const
    {
        std::vector<Message> all;
        for (const Message &each : library.messages(place)) {
            if (each.turn == id && each.role == Role::Assistant)
                all.push_back(each);
        }
        return all;
    }

    Served &served;
    Counting &transport;
    StoreThread store;
    SeededJitter jitter {7};
    Library library;
    Conditions conditions;
    OneKey credentials;
    Catalogue catalogue;
    Ledger ledger;
    RouteTable table;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<Batches> batches;
    std::unique_ptr<BatchedTurns> turns;
    std::vector<Expense> expenses;
    bool isOpen = false;
    bool takesUpBatches = true;
};

} // namespace

/// Turns that are sent as a batch, from the person's word to the answer in their conversation.
class TestBatchedTurns : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Served> m_served;
    std::unique_ptr<Counting> m_transport;

    [[nodiscard]] std::unique_ptr<Program> program(Dialect dialect = Dialect::Anthropic) { return std::make_unique<Program>(*m_served, *m_transport, m_folder->filePath(QStringLiteral("history.db")), dialect); }
    void serve(const QByteArray &fields) { m_served->provider.setScript(fast(fields)); }
    /// A run whose turn the provider works on, for longer than most tests; null: it did not come so far.
    [[nodiscard]] std::unique_ptr<Program> withBatchUnderWay(TurnId &turn)
    {
        serve(QByteArrayLiteral(",\"batch_ms\":4000000"));
        auto run = program();
        if (!run->opens())
            return nullptr;
        turn = run->send(Timing::Batch);
        return run->batchComesTo(PartPhase::UnderWay) ? std::move(run) : nullptr;
    }
    [[nodiscard]] int asked(const char *what) const
    {
        const auto found = m_transport->asked.find(QLatin1String(what));
        return found == m_transport->asked.end() ? 0 : found->second;
    }
    [[nodiscard]] int created() const { return asked("POST /v1/messages/batches"); }
    [[nodiscard]] int live() const { return asked("POST /v1/messages"); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_served = std::make_unique<Served>(fast(QByteArrayLiteral(",\"batch_ms\":40000")));
        m_transport = std::make_unique<Counting>(m_served->time);
    }

    void theAnswerComesIntoItsConversation()
    {
        auto run = program();
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->until([&] { return run->outbox->turn(turn)->isInBatch() && run->batches->all().size() == 1; }));
        const Batch &batch = *run->batches->all().front();
        QCOMPARE(batch.turn, turn);
        QCOMPARE(batch.conversation, place);
        QCOMPARE(batch.counts.open, qint64(1));
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        QCOMPARE(run->answersOf(turn).size(), std::size_t(1));
        const Message answer = run->answersOf(turn).front();
        QCOMPARE(answer.text, echoOf(question, 0));
        QCOMPARE(answer.state, MessageState::Complete);
        QCOMPARE(answer.route, route);
        QVERIFY(answer.usage.output.has_value());
        QVERIFY(!answer.fellBack);
        QCOMPARE(created(), 1);
        QCOMPARE(live(), 0);
    }

    void itCostsHalfAndIsChargedOnce()
    {
        auto run = program();
        QVERIFY(run->opens());
        run->ledger.setPrices({{model, 10.0, 50.0}});
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        const Message answer = run->answersOf(turn).front();
        const auto whole = run->ledger.costOf(run->table.providers.front(), model, answer.usage);
        QVERIFY(whole && *whole > 0.0);
        QCOMPARE(run->expenses.size(), std::size_t(1));
        QCOMPARE(run->expenses.front().dollars.value_or(0.0), *whole / 2);
        QCOMPARE(answer.dollars.value_or(0.0), *whole / 2);
        QCOMPARE(run->expenses.front().usage, answer.usage);
        QCOMPARE(run->ledger.spentIn(place), *whole / 2);
    }

    void anEndOfTheProgramAnywhereAsksOnce_data()
    {
        QTest::addColumn<int>("moment");
        QTest::newRow("as soon as it was sent") << 0;
        QTest::newRow("when it rests") << 1;
        QTest::newRow("when the batch is written down") << 2;
        QTest::newRow("when the provider has it") << 3;
        QTest::newRow("when the answer is on disk") << 4;
        QTest::newRow("when it was answered") << 5;
    }
    void anEndOfTheProgramAnywhereAsksOnce()
    {
        QFETCH(const int, moment);
        auto run = program();
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Batch);
        if (moment >= 1)
            QVERIFY(run->until([&] { return run->outbox->turn(turn)->isInBatch(); }, 1ms));
        if (moment >= 2)
            QVERIFY(run->until([&] { return !run->batches->all().empty(); }, 1ms));
        if (moment >= 3)
            QVERIFY(run->until([&] { return run->batches->all().front()->parts.front().phase == PartPhase::UnderWay; }, 1ms));
        if (moment == 4)
            QVERIFY(run->until([&] { return run->batches->all().front()->counts.answered == 1; }, 100ms));
        if (moment == 5)
            QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        run.reset(); // it writes what it was asked to write
        run = program();
        QVERIFY(run->opens());
        if (moment < 5)
            QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        run.reset();
        run = program();
        QVERIFY(run->opens());
        run->store.messages(place, [&](const Result<std::vector<Message>> &read) { run->library.setMessages(place, read.value()); });
        QVERIFY(run->until([&] { return !run->answersOf(turn).empty(); }));
        QCOMPARE(run->answersOf(turn).size(), std::size_t(1));
        QCOMPARE(run->answersOf(turn).front().text, echoOf(question, 0));
        QCOMPARE(created(), 1);
        QCOMPARE(live(), 0);
        QCOMPARE(run->outbox->unsettled().size(), std::size_t(0));
    }

    void aLaterTurnOfTheConversationGoesBy()
    {
        auto run = program();
        QVERIFY(run->opens());
        const TurnId first = run->send(Timing::Batch);
        const TurnId second = run->send(Timing::Now, QStringLiteral("And now?"));
        QVERIFY(run->comesTo(second, TurnPhase::Answered));
        QVERIFY(run->outbox->turn(first)->isInBatch()); // nobody asks whether it is still wanted
        QVERIFY(run->comesTo(first, TurnPhase::Answered));
        QCOMPARE(run->answersOf(first).front().text, echoOf(question, 0));
    }

    void takenBackItGoesOnceTheBatchLetsGo()
    {
        TurnId turn;
        auto run = withBatchUnderWay(turn);
        QVERIFY(run);
        run->outbox->sendAgain(turn);
        QVERIFY(run->outbox->turn(turn)->isInBatch()); // until then
        QVERIFY(run->outbox->turn(turn)->batch->leaves);
        QCOMPARE(live(), 0);
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        QCOMPARE(run->answersOf(turn).size(), std::size_t(1));
        QCOMPARE(live(), 1);
        QCOMPARE(asked("POST cancel"), 1);
        QCOMPARE(run->outbox->turn(turn)->attempts.size(), std::size_t(1));
    }

    void takenBackTooLateItHasTheAnswerOfTheBatch()
    {
        auto run = program();
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->batchComesTo(PartPhase::UnderWay));
        run->served.time.advance(39s); // worked on, but not asked for
        run->outbox->sendAgain(turn);
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        QCOMPARE(run->answersOf(turn).size(), std::size_t(1));
        QCOMPARE(live(), run->outbox->turn(turn)->attempts.empty() ? 0 : 1); // one or the other
    }

    void takenBackForOffPeakItWaitsForItsHours()
    {
        serve(QByteArrayLiteral(",\"batch_ms\":4000000"));
        auto run = program();
        QVERIFY(run->opens());
        OffPeakHours hours;
        hours.days = OffPeakHours().days;
        run->outbox->setHours(hours);
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->batchComesTo(PartPhase::UnderWay));
        run->outbox->sendWhen(turn, Timing::OffPeak);
        QVERIFY(run->until([&] { return !run->outbox->turn(turn)->isInBatch(); }));
        QVERIFY(run->outbox->turn(turn)->offPeak.has_value());
        QVERIFY(!run->outbox->turn(turn)->batch.has_value());
        QCOMPARE(live(), 0);
    }

    void cancelledItIsCancelledAtTheProviderAndLeavesNothing()
    {
        TurnId turn;
        auto run = withBatchUnderWay(turn);
        QVERIFY(run);
        run->outbox->cancel(turn);
        QVERIFY(run->until([&] { return run->batches->all().empty(); }));
        QCOMPARE(run->outbox->turn(turn)->phase, TurnPhase::Cancelled);
        QCOMPARE(asked("POST cancel"), 1);
        QVERIFY(run->answersOf(turn).empty());
    }

    void cancelledBeforeAnEndOfTheProgramItIsCancelledAfterIt()
    {
        TurnId turn;
        auto run = withBatchUnderWay(turn);
        QVERIFY(run);
        run->outbox->cancel(turn);
        run.reset(); // before the batches are told
        QCOMPARE(asked("POST cancel"), 0);
        run = program();
        QVERIFY(run->opens());
        QVERIFY(run->until([&] { return run->batches->isRestored() && run->batches->all().empty(); }));
        QCOMPARE(asked("POST cancel"), 1);
    }

    void cancelledTooLateTheAnswerCanBeReadInTheBatch()
    {
        auto run = program();
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->batchComesTo(PartPhase::Fetching, 100ms));
        run->outbox->cancel(turn);
        QVERIFY(run->until([&] { return !run->batches->isUnderWay(run->batches->all().front()->id) && run->batches->all().front()->turn.isEmpty(); }));
        QCOMPARE(run->batches->all().front()->counts.answered, qint64(1));
        QCOMPARE(run->outbox->turn(turn)->phase, TurnPhase::Cancelled);
    }

    void aRefusalNeedsThePersonAndKeepsTheText()
    {
        auto run = program();
        QVERIFY(run->opens());
        run->table.routes.front().model = QStringLiteral("no-such-model");
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->comesTo(turn, TurnPhase::Failed));
        QCOMPARE(run->outbox->turn(turn)->fault->kind, FaultKind::NoModel);
        QVERIFY(!run->outbox->turn(turn)->batch.has_value()); // sent again, it goes now
        run->table.routes.front().model = model;
        run->outbox->sendAgain(turn);
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        QCOMPARE(live(), 1);
    }

    void aProviderThatTakesNoneOfItIsAMatterOfTheTurn()
    {
        m_transport->refuses = true;
        auto run = program();
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->comesTo(turn, TurnPhase::Failed));
        QCOMPARE(run->outbox->turn(turn)->fault->kind, FaultKind::BadRequest);
        QCOMPARE(run->outbox->turn(turn)->fault->detail, QStringLiteral("no"));
        QVERIFY(run->until([&] { return !run->batches->isUnderWay(run->batches->all().front()->id); }));
        m_transport->refuses = false;
        run->outbox->sendAgain(turn);
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        QCOMPARE(live(), 1);
    }

    void takenBackWhileItsBatchIsWrittenDownItIsAskedOnce()
    {
        auto run = program();
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->until([&] { return run->outbox->turn(turn)->isInBatch(); }, 1ms));
        QCoreApplication::sendPostedEvents(); // the batch is asked to be made
        run->outbox->sendAgain(turn);
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        QVERIFY(run->until([&] {
            const auto all = run->batches->all();
            return all.empty() || !run->batches->isUnderWay(all.front()->id);
        }));
        QCOMPARE(run->answersOf(turn).size(), std::size_t(1));
        QCOMPARE(live() + created(), 1);
    }

    void cancelledAndUndoneItGoesInAnotherBatch()
    {
        TurnId turn;
        auto run = withBatchUnderWay(turn);
        QVERIFY(run);
        const BatchId first = run->outbox->turn(turn)->batch->batch;
        run->outbox->cancel(turn);
        QVERIFY(run->until([&] { return run->batches->all().empty(); }));
        serve(QByteArrayLiteral(",\"batch_ms\":40000"));
        run->outbox->undoCancel(turn);
        QVERIFY(run->outbox->turn(turn)->isInBatch());
        QVERIFY(run->outbox->turn(turn)->batch->batch != first);
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        QCOMPARE(created(), 2);
        QCOMPARE(live(), 0);
    }

    void aConversationThatIsDeletedTakesItsBatchAlong()
    {
        TurnId turn;
        auto run = withBatchUnderWay(turn);
        QVERIFY(run);
        run->outbox->cancel(turn);
        run->library.removeConversation(place);
        run->store.removeConversation(place);
        QVERIFY(run->until([&] { return run->batches->all().empty(); }));
        QCOMPARE(asked("POST cancel"), 1);
    }

    void aHistoryThatIsOnlyShownShowsItsBatches()
    {
        serve(QByteArrayLiteral(",\"batch_ms\":4000000"));
        auto run = program();
        QVERIFY(run->opens());
        (void)run->send(Timing::Batch);
        QVERIFY(run->batchComesTo(PartPhase::UnderWay));
        run.reset();
        run = program();
        run->takesUpBatches = false;
        QVERIFY(run->opens());
        const auto before = m_transport->asked;
        run->batches->showOnly();
        QVERIFY(run->until([&] { return run->batches->all().size() == 1; }));
        QVERIFY(!run->batches->isUnderWay(run->batches->all().front()->id));
        run->served.time.advance(1h);
        QCoreApplication::processEvents();
        QVERIFY(m_transport->asked == before); // nothing goes on
    }

    void whatIsErasedIsCancelledAndForgotten()
    {
        serve(QByteArrayLiteral(",\"batch_ms\":4000000"));
        auto run = program();
        QVERIFY(run->opens());
        Batch batch;
        batch.id = makeId<BatchId>(run->served.time.wall());
        batch.title = QStringLiteral("Rows");
        batch.route = route;
        batch.createdAt = run->served.time.wall();
        batch.counts.open = 1;
        batch.parts.emplace_back().rows = 1;
        run->batches->begin(batch, {{1, QStringLiteral("One"), R"({"model":"claude-opus-5-5","max_tokens":10,"messages":[{"role":"user","content":"x"}]})"}}, {});
        QVERIFY(run->batchComesTo(PartPhase::UnderWay));
        run->batches->forgetAll();
        run->store.eraseAll([](const Result<void> &erased) { QVERIFY(erased); });
        QVERIFY(run->until([&] { return run->batches->all().empty(); }));
        QCOMPARE(asked("POST cancel"), 1);
    }

    void aBatchThatEndsWithoutAnAnswerAsks()
    {
        serve(QByteArrayLiteral(",\"batch_ms\":400000000"));
        auto run = program();
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->until([&] { return run->outbox->turn(turn)->decision && run->outbox->turn(turn)->decision->reason == Reason::BatchEnded; }, 1min));
        QCOMPARE(run->outbox->turn(turn)->phase, TurnPhase::Kept);
        QVERIFY(!run->outbox->turn(turn)->wait.has_value());
        QCOMPARE(live(), 0);
        run->outbox->sendAgain(turn);
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        QCOMPARE(live(), 1);
    }

    void aChainWithoutBatchesSaysSo()
    {
        auto run = program(Dialect::OpenAi);
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->until([&] { return run->outbox->turn(turn)->decision && run->outbox->turn(turn)->decision->reason == Reason::NoBatch; }));
        QCOMPARE(run->outbox->turn(turn)->phase, TurnPhase::Kept);
        QVERIFY(run->batches->all().empty());
    }

    void whatWaitsForARouteCanGoAsABatch()
    {
        serve(QByteArrayLiteral(",\"batch_ms\":40000,\"phases\":[{\"models\":{\"*\":{\"refuse\":529}}}]"));
        auto run = program();
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Now);
        QVERIFY(run->comesTo(turn, TurnPhase::Waiting));
        const int before = live();
        run->outbox->sendWhen(turn, Timing::Batch);
        QVERIFY(run->outbox->turn(turn)->isInBatch());
        serve(QByteArrayLiteral(",\"batch_ms\":40000"));
        QVERIFY(run->comesTo(turn, TurnPhase::Answered));
        QCOMPARE(live(), before);
        QCOMPARE(created(), 1);
    }

    void nothingElseMovesATurnThatIsInABatch()
    {
        serve(QByteArrayLiteral(",\"batch_ms\":4000000"));
        auto run = program();
        QVERIFY(run->opens());
        const TurnId turn = run->send(Timing::Batch);
        QVERIFY(run->until([&] { return run->outbox->turn(turn)->isInBatch(); }));
        const TurnState before = *run->outbox->turn(turn);
        run->outbox->tryNow(turn);
        run->outbox->useNextRoute(turn);
        run->outbox->keep(turn);
        run->outbox->sendAllNow();
        run->outbox->sendWhen(turn, Timing::Batch); // which it is
        run->outbox->networkReturned();
        run->outbox->limitLifted();
        run->outbox->setHours({});
        run->served.time.advance(48h);
        QCoreApplication::processEvents();
        QCOMPARE(*run->outbox->turn(turn), before);
        QCOMPARE(live(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBatchedTurns)
#include "tst_batchedturns.moc"
