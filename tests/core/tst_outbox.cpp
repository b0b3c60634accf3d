// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storethread.h"
#include "tests/support/turnbench.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;
using After = RawServer::After;

namespace {

const ConversationId talk(QStringLiteral("talk"));
const ConversationId other(QStringLiteral("other"));

QString said(const TurnBench &bench, qsizetype request, qsizetype entry)
{
    return bench.request(request).value(QLatin1String("messages")).toArray().at(entry).toObject().value(QLatin1String("content")).toString();
}

/// A turn as an earlier run left it, its question in the library.
TurnState leftBehind(TurnBench &bench, TurnPhase phase, Duration ago = 5min)
{
    Conversation conversation;
    conversation.id = talk;
    Message question;
    question.id = MessageId(QStringLiteral("question"));
    question.conversation = talk;
    question.turn = TurnId(QStringLiteral("turn"));
    question.text = QStringLiteral("Why?");
    bench.library.addConversation(conversation, {question});
    TurnState state = makeTurn(question.turn, talk, question.id, bench.table.chains.front(), {}, bench.time.now() - ago,
        bench.time.wall() - std::chrono::duration_cast<std::chrono::milliseconds>(ago));
    state.phase = phase;
    return state;
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDraftWithoutTextIsNoTurn()
    {
        TurnBench bench;
        QVERIFY(!bench.submit(QStringLiteral("  \n ")));
        QVERIFY(bench.library.conversations().empty());
        QVERIFY(bench.journal.notes.isEmpty());
    }

    void aDraftWithoutAConversationMakesOne()
    {
        TurnBench bench;
        const auto id = bench.submit(QStringLiteral("What is a tide?"), {});
        QVERIFY(id);
        QCOMPARE(bench.library.conversations().size(), std::size_t(1));
        const Conversation &made = *bench.library.conversations().front();
        QCOMPARE(made.title, QStringLiteral("What is a tide?"));
        QCOMPARE(bench.turn(*id).conversation, made.id);
    }

    void anotherTurnDoesNotRenameAConversation()
    {
        TurnBench bench;
        (void)bench.submit(QStringLiteral("First"));
        (void)bench.submit(QStringLiteral("Second"));
        QCOMPARE(bench.library.conversation(talk)->title, QStringLiteral("First"));
    }

    void turnsOfOneConversationGoOneAfterAnother()
    {
        TurnBench bench;
        const auto first = bench.submit(QStringLiteral("First?"));
        const auto second = bench.submit(QStringLiteral("Second?"));
        QTRY_COMPARE(bench.server.posts(), 1);
        TurnBench::settleDown();
        QCOMPARE(bench.server.posts(), 1);
        QVERIFY(bench.phase(*second) == TurnPhase::Accepted);
        QCOMPARE(bench.outbox.active(talk)->id, *first);
        QCOMPARE(bench.outbox.unsettled().size(), std::size_t(2));
        bench.server.stream(wholeAnswer(QStringLiteral("Second.")));
        bench.server.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n" + wholeAnswer(QStringLiteral("First.")));
        bench.server.closeNewest();
        QTRY_VERIFY(bench.phase(*second) == TurnPhase::Answered);
        QVERIFY(bench.phase(*first) == TurnPhase::Answered);
        QCOMPARE(said(bench, 1, 0), QStringLiteral("First?"));
        QCOMPARE(said(bench, 1, 1), QStringLiteral("First."));
        QCOMPARE(said(bench, 1, 2), QStringLiteral("Second?"));
        QVERIFY(bench.outbox.unsettled().empty());
        QVERIFY(bench.outbox.active(talk) == nullptr);
    }

    void conversationsDoNotWaitForEachOther()
    {
        TurnBench bench;
        (void)bench.submit(QStringLiteral("One?"), talk);
        (void)bench.submit(QStringLiteral("Two?"), other);
        QTRY_COMPARE(bench.server.posts(), 2);
    }

    void aKeptTurnLetsTheNextOneBy()
    {
        TurnBench bench;
        const auto first = bench.submit(QStringLiteral("First?"));
        const auto second = bench.submit(QStringLiteral("Second?"));
        QTRY_COMPARE(bench.server.posts(), 1);
        bench.server.stream(wholeAnswer(QStringLiteral("Second.")));
        bench.outbox.keep(*first);
        QVERIFY(bench.phase(*first) == TurnPhase::Kept);
        QTRY_VERIFY(bench.phase(*second) == TurnPhase::Answered);
        QCOMPARE(bench.journal.settledTurns.front().phase, TurnPhase::Kept);
        QCOMPARE(bench.request(1).value(QLatin1String("messages")).toArray().size(), 1); // the question without an answer is left out
    }

    void whatItsConversationWentOnWithoutAsksFirst()
    {
        TurnBench bench;
        const auto first = bench.submit(QStringLiteral("First?"));
        QTRY_COMPARE(bench.server.posts(), 1);
        bench.outbox.keep(*first);
        QVERIFY(bench.turn(*first).wait.has_value());
        const auto second = bench.submit(QStringLiteral("Second?"));
        QTRY_COMPARE(bench.server.posts(), 2);
        QVERIFY(bench.turn(*first).wait.has_value()); // nothing is answered yet: the conversation is as it was
        bench.server.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n" + wholeAnswer(QStringLiteral("Second.")));
        bench.server.closeNewest();
        QTRY_VERIFY(bench.phase(*second) == TurnPhase::Answered);
        QVERIFY(bench.phase(*first) == TurnPhase::Kept);
        QVERIFY(!bench.turn(*first).wait);
        QCOMPARE(bench.turn(*first).decision->reason, Reason::AskFirst);
        bench.time.advance(24h);
        TurnBench::settleDown();
        QCOMPARE(bench.server.posts(), 2); // not by itself
        bench.server.stream(wholeAnswer(QStringLiteral("First.")));
        bench.outbox.sendAgain(*first);
        QTRY_VERIFY(bench.phase(*first) == TurnPhase::Answered);
    }

    void cancellingTheFirstBeginsTheNext()
    {
        TurnBench bench;
        const auto first = bench.submit(QStringLiteral("First?"));
        const auto second = bench.submit(QStringLiteral("Second?"));
        QTRY_COMPARE(bench.server.posts(), 1);
        bench.server.stream(wholeAnswer(QStringLiteral("Second.")));
        bench.outbox.cancel(*first);
        QTRY_VERIFY(bench.phase(*second) == TurnPhase::Answered);
    }

    void aRouteThatFlowsAgainWakesWhatWasKept()
    {
        TurnBench bench;
        bench.table.chains.front().steps.resize(1);
        PolicySettings policy;
        policy.budget.most = 0.0; // no retries: kept at the first failure
        bench.outbox.setPolicy(policy);
        QSignalSpy flows(&bench.outbox, &Outbox::flowChanged);
        bench.server.respond(529, {}, {});
        const auto kept = bench.submit(QStringLiteral("First?"), talk);
        QTRY_VERIFY(bench.phase(*kept) == TurnPhase::Kept);
        bench.server.respond(529, {}, {});
        const auto waiting = bench.submit(QStringLiteral("Second?"), other);
        QTRY_VERIFY(bench.phase(*waiting) == TurnPhase::Waiting); // for the end of the pause
        QCOMPARE(flows.count(), 1);
        QVERIFY(flows.first().first().value<FlowChange>().flow == RouteFlow::Paused);
        QVERIFY(bench.turn(*kept).wait->until - bench.time.now() > 30s);
        bench.server.stream(wholeAnswer(QStringLiteral("Second.")));
        bench.passWait(*waiting);
        QTRY_VERIFY(bench.phase(*waiting) == TurnPhase::Answered);
        QVERIFY(flows.last().first().value<FlowChange>().flow == RouteFlow::Flowing);
        QTRY_VERIFY(bench.turn(*kept).wait->until - bench.time.now() <= 2s);
        bench.server.stream(wholeAnswer(QStringLiteral("First.")));
        bench.passWait(*kept);
        QTRY_VERIFY(bench.phase(*kept) == TurnPhase::Answered);
    }

    void aPausedProviderPausesItsRoutesAndTellsHowLong()
    {
        TurnBench bench;
        const RouteId one(QStringLiteral("p/one"));
        const PolicySettings policy;
        QVERIFY(bench.conditions.route(one).breaker.phase(bench.time.now()) == BreakerPhase::Closed);
        bench.conditions.provider(ProviderId(QStringLiteral("p")), policy.budget).breaker.pause(policy.breaker, false, 40s, bench.time.now(), 0.5);
        QSignalSpy flows(&bench.outbox, &Outbox::flowChanged);
        const auto look = [&bench] { bench.outbox.restore({}); };
        const auto last = [&flows] { return flows.last().first().value<FlowChange>(); };
        look();
        look();
        QCOMPARE(flows.count(), 1);
        QCOMPARE(last().route, one);
        QCOMPARE(last().until, std::optional(bench.time.wall() + 40s));
        bench.conditions.route(one).breaker.pause(policy.breaker, true, 50s, bench.time.now(), 0.5);
        look();
        QCOMPARE(flows.count(), 2);
        QCOMPARE(last().until, std::optional(bench.time.wall() + 50s));
        bench.time.advance(55s); // over, but nobody tested it
        look();
        QCOMPARE(flows.count(), 2);
        bench.conditions.route(one).breaker = {};
        bench.conditions.provider(ProviderId(QStringLiteral("p")), policy.budget).breaker = {};
        look();
        QVERIFY(last().flow == RouteFlow::Flowing);
    }

    void whatWasNeverSentGoesAtTheNextStart()
    {
        TurnBench bench;
        bench.server.stream(wholeAnswer(QStringLiteral("Because.")));
        bench.outbox.restore({{leftBehind(bench, TurnPhase::Accepted)}});
        QTRY_VERIFY(bench.phase(TurnId(QStringLiteral("turn"))) == TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("Because."));
    }

    void whatMayHaveBeenSentAsks()
    {
        TurnBench bench;
        const TurnId id(QStringLiteral("turn"));
        bench.outbox.restore({{leftBehind(bench, TurnPhase::Unknown)}});
        bench.time.advance(1h);
        TurnBench::settleDown();
        QCOMPARE(bench.server.connections(), 0);
        QVERIFY(bench.phase(id) == TurnPhase::Unknown);
        QCOMPARE(bench.outbox.active(talk)->id, id);
        bench.server.stream(wholeAnswer(QStringLiteral("Because.")));
        bench.outbox.sendAgain(id);
        QTRY_VERIFY(bench.phase(id) == TurnPhase::Answered);
    }

    void whatWasKeptWaitsOutItsTime()
    {
        TurnBench bench;
        const TurnId id(QStringLiteral("turn"));
        TurnState kept = leftBehind(bench, TurnPhase::Kept);
        kept.wait = Wait {bench.time.now(), bench.time.now() + 30s};
        bench.outbox.restore({{kept}});
        bench.time.advance(30s - 1us);
        TurnBench::settleDown();
        QCOMPARE(bench.server.connections(), 0);
        bench.server.stream(wholeAnswer(QStringLiteral("Because.")));
        bench.time.advance(1us);
        QTRY_VERIFY(bench.phase(id) == TurnPhase::Answered);
    }

    void whatWasKeptForLongAsksFirst()
    {
        TurnBench bench;
        const TurnId id(QStringLiteral("turn"));
        TurnState kept = leftBehind(bench, TurnPhase::Kept, 11min);
        kept.wait = Wait {bench.time.now(), bench.time.now() + 30s};
        bench.outbox.restore({{kept}});
        bench.time.advance(30s);
        TurnBench::settleDown();
        QCOMPARE(bench.server.connections(), 0);
        QVERIFY(bench.phase(id) == TurnPhase::Kept);
        QCOMPARE(bench.turn(id).decision->reason, Reason::AskFirst);
        QVERIFY(!bench.turn(id).wait);
    }

    void theOldestOfThoseWhoWaitGoesFirst()
    {
        TurnBench bench;
        bench.table.chains.front().steps.resize(1);
        const RouteId route = bench.table.chains.front().steps.front().route;
        Breaker &breaker = bench.conditions.route(route).breaker;
        breaker.pause({}, true, {}, bench.time.now(), 0.5);
        std::vector<TurnId> line;
        for (const char *name : {"1", "2", "3"})
            line.push_back(*bench.submit(QString::fromLatin1(name), ConversationId(QString::fromLatin1(name))));
        QTRY_VERIFY(std::all_of(line.begin(), line.end(), [&bench](const TurnId &each) { return bench.phase(each) == TurnPhase::Waiting; }));
        bench.passWait(line.back()); // whoever's alarm it is
        QTRY_COMPARE(bench.server.posts(), 1);
        TurnBench::settleDown();
        QCOMPARE(bench.server.posts(), 1); // one tests the route
        QVERIFY(bench.phase(line.front()) == TurnPhase::Sending);
        QCOMPARE(said(bench, 0, 0), QStringLiteral("1"));
    }

    void aPauseIsSharedByThoseWhoWaitForIt()
    {
        TurnBench bench;
        bench.table.chains.front().steps.resize(1);
        bench.conditions.route(bench.table.chains.front().steps.front().route).breaker.pause({}, true, {}, bench.time.now(), 0.5);
        const auto first = bench.submit(QStringLiteral("1"), ConversationId(QStringLiteral("1")));
        QTRY_VERIFY(bench.phase(*first) == TurnPhase::Waiting);
        const Instant alone = bench.turn(*first).wait->until;
        const auto second = bench.submit(QStringLiteral("2"), ConversationId(QStringLiteral("2")));
        QTRY_VERIFY(bench.phase(*second) == TurnPhase::Waiting);
        QCOMPARE(bench.conditions.waiting, 2);
        QTRY_VERIFY(bench.turn(*first).wait->until < alone - 2s);
    }

    void aNetworkThatReturnsWakesWhatWasKept()
    {
        TurnBench bench;
        const auto id = bench.submit(QStringLiteral("Why?"));
        QTRY_COMPARE(bench.server.posts(), 1);
        bench.outbox.keep(*id);
        QVERIFY(bench.turn(*id).wait->until - bench.time.now() >= 60s);
        bench.outbox.networkReturned();
        QVERIFY(bench.turn(*id).wait->until - bench.time.now() <= 3s);
        bench.server.stream(wholeAnswer(QStringLiteral("Because.")));
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
    }

    void whatWasBeingAnsweredIsBrokenOffAndMayBeContinued()
    {
        TurnBench bench;
        const TurnId id(QStringLiteral("turn"));
        TurnState state = leftBehind(bench, TurnPhase::BrokenOff);
        Attempt attempt;
        attempt.route = RouteId(QStringLiteral("q/two"));
        state.attempts = {attempt};
        Message answer;
        answer.id = MessageId(QStringLiteral("answer"));
        answer.conversation = talk;
        answer.turn = id;
        answer.role = Role::Assistant;
        answer.state = MessageState::BrokenOff;
        answer.text = QStringLiteral("Because of ");
        bench.library.appendMessage(answer);
        state.answer = answer.id;
        bench.outbox.restore({{state}});
        QCOMPARE(bench.journal.notes, QStringList {QStringLiteral("settled")});
        QCOMPARE(bench.journal.settledAnswer->text, answer.text);
        QVERIFY(bench.outbox.unsettled().empty());
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("the moon.")) + answerEnd());
        bench.outbox.continueAnswer(id);
        QTRY_VERIFY(bench.phase(id) == TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("Because of the moon."));
        QCOMPARE(bench.model(0), QStringLiteral("two")); // by the voice that began it
    }

    void aSettledTurnIsNotStirredByWhatDoesNotFitIt()
    {
        TurnBench bench;
        bench.server.stream(wholeAnswer(QStringLiteral("x")));
        const auto id = bench.submit(QStringLiteral("Why?"));
        QSignalSpy settled(&bench.outbox, &Outbox::turnSettled);
        QTRY_COMPARE(settled.count(), 1);
        const TurnState before = bench.turn(*id);
        bench.outbox.tryNow(*id);
        bench.outbox.useNextRoute(*id);
        bench.outbox.keep(*id);
        bench.outbox.cancel(*id);
        bench.outbox.sendAgain(*id);
        TurnBench::settleDown();
        QCOMPARE(bench.turn(*id), before);
        QVERIFY(bench.outbox.active(talk) == nullptr);
        QCOMPARE(bench.server.posts(), 1);
        QCOMPARE(settled.count(), 1);
    }

    void askingAgainIsANewTurnWithTheSameWords()
    {
        TurnBench bench;
        bench.server.stream(wholeAnswer(QStringLiteral("One.")));
        const auto id = bench.submit(QStringLiteral("Why?"));
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        bench.server.stream(wholeAnswer(QStringLiteral("Two.")));
        bench.time.advance(1ms);
        const auto again = bench.outbox.askAgain(talk, *id);
        QVERIFY(again && *again != *id);
        QTRY_VERIFY(bench.phase(*again) == TurnPhase::Answered);
        QCOMPARE(bench.library.messages(talk).size(), std::size_t(4));
        QCOMPARE(TurnTree(bench.library.messages(talk)).versionsOf(*id), (std::vector<TurnId> {*id, *again}));
        QCOMPARE(bench.library.branch(talk).size(), std::size_t(2));
        QVERIFY(!bench.outbox.askAgain(talk, TurnId(QStringLiteral("nobody"))));
    }

    void aVersionIsAskedWithTheHistoryOfItsOwnBranch()
    {
        TurnBench bench;
        const auto ask = [&](const QString &text, const TurnId &replaces = {}) {
            bench.time.advance(1ms);
            bench.server.stream(wholeAnswer(QStringLiteral("Answer to ") + text));
            const auto id = bench.outbox.submit({talk, text, {}, {}, {}, replaces});
            [&] { QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered); }();
            return *id;
        };
        const TurnId first = ask(QStringLiteral("one"));
        const TurnId second = ask(QStringLiteral("two"));
        const TurnId anew = ask(QStringLiteral("two, put better"), second);
        const TurnId third = ask(QStringLiteral("three"));
        const TurnTree tree(bench.library.messages(talk));
        QCOMPARE(tree.pathTo(third), (std::vector<TurnId> {first, anew, third}));
        QCOMPARE(tree.versionsOf(second), (std::vector<TurnId> {second, anew}));
        const auto said = historyFor(bench.library.messages(talk), bench.outbox.turn(third)->question);
        QCOMPARE(said.size(), std::size_t(5));
        QCOMPARE(said.at(2).text, QStringLiteral("two, put better"));
        QCOMPARE(bench.library.conversation(talk)->leaf, third);
    }

    void whatIsAskedBeforeTheHistoryIsReadGoesOnFromItsEnd()
    {
        TurnBench bench;
        Conversation conversation;
        conversation.id = talk;
        conversation.title = QStringLiteral("As the model named it");
        conversation.leaf = TurnId(QStringLiteral("last"));
        bench.library.addConversation(conversation);
        bench.server.stream(wholeAnswer(QStringLiteral("Yes.")));
        const auto id = bench.submit(QStringLiteral("And now?"));
        QCOMPARE(bench.library.question(talk, *id)->after, TurnId(QStringLiteral("last")));
        QCOMPARE(bench.library.conversation(talk)->title, conversation.title);
        const auto other = bench.outbox.submit({talk, QStringLiteral("Anew"), {}, {}, {}, TurnId(QStringLiteral("unread"))});
        QCOMPARE(bench.library.question(talk, *other)->after, *id);
    }

    void aTurnOfAnEarlierRunIsRemembered()
    {
        TurnBench bench;
        TurnState state = leftBehind(bench, TurnPhase::Answered);
        bench.outbox.remember(talk, {state});
        QCOMPARE(bench.outbox.turn(state.id)->phase, TurnPhase::Answered);
        QVERIFY(bench.outbox.unsettled().empty());
    }

    void theRequestArrivesOnlyWhenTheFileHasIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("library.sqlite"));
        FakeTime clock;
        StoreThread store(clock);
        store.open(path, [](const Result<Snapshot> &) {});
        TurnBench bench(&store);
        const auto id = bench.submit(QStringLiteral("Why?"));
        QTRY_COMPARE(bench.server.posts(), 1);
        auto archive = Archive::open(path, clock);
        QVERIFY(archive);
        const auto snapshot = archive->snapshot();
        QVERIFY(snapshot);
        QCOMPARE(snapshot->messages.size(), std::size_t(1));
        QCOMPARE(snapshot->messages.front().text, QStringLiteral("Why?"));
        QVERIFY(snapshot->unfinished.front().phase == TurnPhase::Unknown);
        QCOMPARE(snapshot->unfinished.front().attempts.size(), std::size_t(1));
        bench.outbox.cancel(*id);
    }

    void anAnswerSurvivesTheEndOfTheProgram()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("library.sqlite"));
        FakeTime clock;
        std::optional<TurnId> id;
        {
            StoreThread store(clock);
            store.open(path, [](const Result<Snapshot> &) {});
            TurnBench bench(&store);
            bench.server.stream(answerStart() + answerPiece(QStringLiteral("Because of ")), After::KeepOpen);
            id = bench.submit(QStringLiteral("Why?"));
            QTRY_COMPARE(bench.lastAnswer().text, QStringLiteral("Because of "));
            bench.time.advance(500ms);
        } // without a word of farewell
        StoreThread store(clock);
        std::optional<Snapshot> snapshot;
        store.open(path, [&snapshot](const Result<Snapshot> &opened) { snapshot = *opened; });
        QTRY_VERIFY(snapshot);
        TurnBench bench(&store);
        for (const Conversation &each : snapshot->conversations)
            bench.library.addConversation(each);
        for (const Message &each : snapshot->messages)
            bench.library.appendMessage(each);
        std::vector<UnfinishedTurn> unfinished;
        for (const TurnState &each : snapshot->unfinished)
            unfinished.push_back({each});
        bench.outbox.restore(unfinished);
        QVERIFY(bench.phase(*id) == TurnPhase::BrokenOff);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("Because of "));
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("the moon.")) + answerEnd());
        bench.outbox.continueAnswer(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        std::optional<Chapter> chapter;
        store.chapter(talk, [&chapter](const Result<Chapter> &read) { chapter = *read; });
        QTRY_VERIFY(chapter);
        QCOMPARE(chapter->messages.back().text, QStringLiteral("Because of the moon."));
        QVERIFY(chapter->messages.back().state == MessageState::Complete);
        QVERIFY(chapter->turns.back().phase == TurnPhase::Answered);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
