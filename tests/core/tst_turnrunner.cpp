// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"
#include "core/simulator/simulatedprovider.h"
#include "tests/support/chance.h"
#include "tests/support/fakes.h"
#include "tests/support/properties.h"
#include "tests/support/turnbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;
using After = RawServer::After;

namespace {

const QString why = QStringLiteral("Why are there tides?");

/// A bench whose chain is its first route alone.
struct OneRoute : TurnBench
{
    OneRoute() { table.chains.front().steps.resize(1); }
};

/// The answer goes on for long enough to be worth continuing; then it breaks off.
void breakOffLate(TurnBench &bench, const TurnId &id)
{
    QTRY_VERIFY(bench.phase(id) == TurnPhase::Streaming);
    bench.time.advance(11s);
    bench.server.closeNewest();
    QTRY_VERIFY(bench.phase(id) == TurnPhase::Waiting);
}

QString text(const QJsonValue &message)
{
    return message.toObject().value(QLatin1String("content")).toString();
}

} // namespace

/// One turn from the question to its end, over a real socket.
class TestTurnRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClearTurnIsAnsweredAndWrittenDownInOrder()
    {
        TurnBench bench;
        bench.server.stream(wholeAnswer(QStringLiteral("Because of the moon.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        const Message answer = bench.lastAnswer();
        QCOMPARE(answer.text, QStringLiteral("Because of the moon."));
        QVERIFY(answer.state == MessageState::Complete);
        QCOMPARE(answer.model, QStringLiteral("served"));
        QCOMPARE(answer.attempts, 1);
        QVERIFY(!answer.fellBack);
        QVERIFY(answer.seams.empty());
        QCOMPARE(bench.journal.notes,
            QStringList({QStringLiteral("accept"), QStringLiteral("sending"), QStringLiteral("began"), QStringLiteral("checkpoint"), QStringLiteral("sampled"),
                QStringLiteral("settled")}));
        QCOMPARE(bench.journal.settledAnswer->text, answer.text);
        QCOMPARE(bench.server.posts(), 1);
    }

    void nothingIsSentBeforeItIsOnDisk()
    {
        TurnBench bench;
        bench.journal.holds = true;
        bench.server.stream(wholeAnswer(QStringLiteral("x")));
        const auto id = bench.submit(why);
        QCOMPARE(bench.library.messages(ConversationId(QStringLiteral("talk"))).size(), std::size_t(1)); // painted at once
        TurnBench::settleDown();
        QCOMPARE(bench.server.connections(), 0);
        QVERIFY(bench.journal.acknowledgeOne()); // the question is on disk
        TurnBench::settleDown();
        QCOMPARE(bench.server.connections(), 0);
        QVERIFY(bench.journal.acknowledgeOne()); // and so is that it is about to be sent
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.server.posts(), 1);
    }

    void aDiskThatFailsLetsNothingOut()
    {
        TurnBench bench;
        bench.journal.fails = Fault {};
        bench.journal.fails->kind = FaultKind::DiskFull;
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Failed);
        QCOMPARE(bench.turn(*id).fault->kind, FaultKind::DiskFull);
        TurnBench::settleDown();
        QCOMPARE(bench.server.connections(), 0);
        QCOMPARE(bench.library.messages(ConversationId(QStringLiteral("talk"))).size(), std::size_t(1)); // the words are not lost
    }

    void anOverloadMovesOnToTheNextRoute()
    {
        TurnBench bench;
        bench.table.chains.front().steps.front().waitUpTo = 0s;
        bench.server.respond(529, "content-type: application/json\r\nrequest-id: req_1\r\n", R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})");
        bench.server.stream(wholeAnswer(QStringLiteral("At last.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.server.posts(), 2);
        QCOMPARE(bench.model(0), QStringLiteral("one"));
        QCOMPARE(bench.model(1), QStringLiteral("two"));
        QVERIFY(bench.lastAnswer().fellBack);
        QCOMPARE(bench.lastAnswer().attempts, 2);
        const Attempt &first = bench.turn(*id).attempts.front();
        QCOMPARE(first.requestId, QStringLiteral("req_1"));
        QVERIFY(first.rawResponse.startsWith(QStringLiteral("HTTP 529")));
        QVERIFY(first.rawResponse.contains(QStringLiteral("overloaded_error")));
        QCOMPARE(first.decision->action, Action::MoveOn);
    }

    void twoOverloadsPauseTheRoute()
    {
        OneRoute bench;
        bench.server.respond(529, {}, {});
        bench.server.respond(529, {}, {});
        bench.server.stream(wholeAnswer(QStringLiteral("At last.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        bench.passWait(*id);
        QTRY_COMPARE(bench.turn(*id).attempts.size(), std::size_t(2));
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        QVERIFY(bench.conditions.route(RouteId(QStringLiteral("p/one"))).breaker.phase(bench.time.now()) == BreakerPhase::Open);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(bench.turn(*id).attempts.back().permit.probe);
    }

    void aHintIsWaitedOutToTheEnd()
    {
        OneRoute bench;
        bench.server.respond(429, "retry-after: 7\r\n", R"({"type":"error","error":{"type":"rate_limit_error"}})");
        bench.server.stream(wholeAnswer(QStringLiteral("Now.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        bench.time.advance(7s - 1us);
        TurnBench::settleDown();
        QCOMPARE(bench.server.posts(), 1);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.model(1), QStringLiteral("one"));
    }

    void anErrorInsideA200IsWaitedForLikeAnyOther()
    {
        OneRoute bench;
        bench.server.stream(answerStart() + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"m\"}}\n\n");
        bench.server.stream(wholeAnswer(QStringLiteral("Fine.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        QVERIFY(bench.turn(*id).fault->inStream);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("Fine."));
    }

    void anAnswerThatBreaksOffEarlyIsAskedForAnew()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("The tide rises. And then it ")));
        bench.server.stream(wholeAnswer(QStringLiteral("Because of the moon.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY((bench.passWait(*id), bench.phase(*id) == TurnPhase::Answered));
        const auto &messages = bench.library.messages(ConversationId(QStringLiteral("talk")));
        QCOMPARE(messages.size(), std::size_t(3));
        QCOMPARE(messages.at(1).text, QStringLiteral("The tide rises. And then it ")); // what came of it stays
        QVERIFY(messages.at(1).state == MessageState::SetAside);
        QCOMPARE(messages.at(2).text, QStringLiteral("Because of the moon."));
        QVERIFY(messages.at(2).state == MessageState::Complete);
        QVERIFY(messages.at(2).seams.empty());
        QVERIFY(bench.journal.notes.contains(QStringLiteral("aside")));
        QCOMPARE(bench.request(1).value(QLatin1String("messages")), bench.request(0).value(QLatin1String("messages")));

        bench.server.stream(wholeAnswer(QStringLiteral("Twice a day.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        const QJsonArray said = bench.request(2).value(QLatin1String("messages")).toArray();
        QCOMPARE(said.size(), 3);
        QCOMPARE(text(said.at(1)), QStringLiteral("Because of the moon.")); // and is never told to a model as an answer
    }

    void aLongAnswerIsContinuedWhereItStopped()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("The tide rises. And then it ")), After::KeepOpen);
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("falls")) + answerPiece(QStringLiteral(" again.")) + answerEnd());
        const auto id = bench.submit(why);
        breakOffLate(bench, *id);
        QVERIFY(bench.turn(*id).continuing);
        QVERIFY(bench.lastAnswer().state == MessageState::Streaming);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("The tide rises. And then it falls again."));
        QCOMPARE(bench.lastAnswer().seams, (std::vector<qsizetype> {28}));
        QVERIFY(bench.lastAnswer().state == MessageState::Complete);
        const QJsonArray said = bench.request(1).value(QLatin1String("messages")).toArray();
        QCOMPARE(said.size(), 3);
        QCOMPARE(text(said.at(1)), QStringLiteral("The tide rises. And then it"));
        QCOMPARE(said.at(2).toObject().value(QLatin1String("role")).toString(), QStringLiteral("user"));
        QCOMPARE(bench.journal.checkpoints.join(QString()), bench.lastAnswer().text); // pieces on disk are the whole answer
    }

    void aContinuationThatRepeatsIsJoinedWithoutARepetition()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("The tide rises. Twice a day ")), After::KeepOpen);
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("Twice a ")) + answerPiece(QStringLiteral("day it falls.")) + answerEnd());
        const auto id = bench.submit(why);
        breakOffLate(bench, *id);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("The tide rises. Twice a day it falls."));
    }

    void aSecondCutLeavesTheAnswerBrokenOff()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("One. ")), After::KeepOpen);
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("Two. ")));
        const auto id = bench.submit(why);
        breakOffLate(bench, *id);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::BrokenOff);
        QTRY_VERIFY(bench.lastAnswer().state == MessageState::BrokenOff);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("One. Two. "));
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("Three.")) + answerEnd());
        bench.outbox.continueAnswer(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("One. Two. Three."));
        QCOMPARE(bench.lastAnswer().seams, (std::vector<qsizetype> {5, 10}));
        QCOMPARE(bench.library.messages(ConversationId(QStringLiteral("talk"))).size(), std::size_t(2)); // still one answer
    }

    void theSimulatedProvidersCutAnswerLosesNoCharacter()
    {
        FakeTime clock;
        SimulatedProvider provider(clock);
        QVERIFY(provider.listen());
        const auto script = WeatherScript::parse(R"({"tokens_per_second":1000000,"first_token_ms":0,"phases":[{"models":{"*":[{"fault":"cut_mid_stream","times":1,"after_characters":400}]}}]})");
        QVERIFY2(script, script ? "" : qPrintable(script.error().sentence));
        provider.setScript(*script);
        TurnBench bench(nullptr, provider.baseUrl());
        for (Route &route : bench.table.routes)
            route.model = QStringLiteral("claude-opus-5-5");
        const auto id = bench.submit(QStringLiteral("What is a breakwater?"));
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        QVERIFY(!bench.lastAnswer().text.isEmpty());
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        ChatRequest asked;
        asked.turns = {{SpokenRole::User, QStringLiteral("What is a breakwater?"), 0}};
        QCOMPARE(bench.lastAnswer().text, answerText(asked));
        QVERIFY(bench.lastAnswer().state == MessageState::Complete);
        QCOMPARE(provider.counts().messages, 2);
    }

    void stoppingHangsUpAndKeepsWhatCame()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("Half of ")), After::KeepOpen);
        const auto id = bench.submit(why);
        QTRY_COMPARE(bench.lastAnswer().text, QStringLiteral("Half of "));
        bench.outbox.cancel(*id);
        QVERIFY(bench.phase(*id) == TurnPhase::Stopped);
        QTRY_COMPARE(bench.server.hungUp(), 1);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("Half of "));
        QVERIFY(bench.lastAnswer().state == MessageState::Stopped);
        QCOMPARE(bench.journal.checkpoints, QStringList {QStringLiteral("Half of ")});
        QCOMPARE(bench.journal.settledAnswer->state, MessageState::Stopped);
    }

    void stoppingAContinuationKeepsWhatWasHeldBack()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("The tide rises. It is high. ")), After::KeepOpen);
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("It is")), After::KeepOpen); // could still be a repetition
        const auto id = bench.submit(why);
        breakOffLate(bench, *id);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Streaming);
        bench.outbox.cancel(*id);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("The tide rises. It is high. It is"));
        QCOMPARE(bench.journal.settledAnswer->text, bench.lastAnswer().text);
    }

    void theAnswerMayBeStoppedByWhoSeesItBegin()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("x")) + answerPiece(QStringLiteral("y")), After::KeepOpen);
        const auto id = bench.submit(why);
        connect(&bench.library, &Library::messageAppended, &bench.outbox, [&] { bench.outbox.cancel(*id); });
        QTRY_VERIFY(isSettled(bench.phase(*id)));
        TurnBench::settleDown();
        QVERIFY(bench.lastAnswer().state != MessageState::Streaming);
    }

    void cancellingBeforeTheAnswerLeavesTheQuestionOnly()
    {
        TurnBench bench;
        const auto id = bench.submit(why);
        QTRY_COMPARE(bench.server.posts(), 1);
        bench.outbox.cancel(*id);
        QVERIFY(bench.phase(*id) == TurnPhase::Cancelled);
        QTRY_COMPARE(bench.server.hungUp(), 1);
        QVERIFY(bench.lastAnswer().id.isEmpty());
        bench.time.advance(1h);
        TurnBench::settleDown();
        QCOMPARE(bench.server.posts(), 1);
    }

    void useNextLeavesAServerThatHangs()
    {
        TurnBench bench;
        const auto id = bench.submit(why);
        QTRY_COMPARE(bench.server.posts(), 1);
        bench.server.stream(wholeAnswer(QStringLiteral("From the other.")));
        bench.outbox.useNextRoute(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.model(1), QStringLiteral("two"));
        QVERIFY(bench.turn(*id).attempts.front().fault->kind == FaultKind::Cancelled);
        QVERIFY(bench.lastAnswer().fellBack);
    }

    void theResponseOfAnAbandonedAttemptStaysWithIt()
    {
        TurnBench bench;
        bench.server.enqueue({"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nrequest-id: req_first\r\n\r\n" + answerStart(), After::KeepOpen});
        const auto id = bench.submit(why);
        QTRY_COMPARE(bench.turn(*id).attempts.size(), std::size_t(1));
        QTRY_VERIFY(bench.turn(*id).attempts.front().headersAfter.has_value());
        bench.server.stream(wholeAnswer(QStringLiteral("x")));
        bench.outbox.useNextRoute(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.turn(*id).attempts.at(0).requestId, QStringLiteral("req_first"));
        QVERIFY(bench.turn(*id).attempts.at(0).rawResponse.contains(QStringLiteral("req_first")));
        QVERIFY(!bench.turn(*id).attempts.at(1).rawResponse.contains(QStringLiteral("req_first")));
    }

    void tryNowDoesNotWaitForTheDraw()
    {
        OneRoute bench;
        bench.server.respond(529, {}, {});
        bench.server.stream(wholeAnswer(QStringLiteral("x")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        bench.outbox.tryNow(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
    }

    void aServerThatSaysNothingIsGivenUp()
    {
        TurnBench bench;
        const auto id = bench.submit(why);
        QTRY_COMPARE(bench.server.posts(), 1);
        bench.time.advance(60s);
        QTRY_COMPARE(bench.server.hungUp(), 1);
        QCOMPARE(bench.turn(*id).attempts.front().fault->kind, FaultKind::SlowHeaders);
        QTRY_VERIFY((bench.passWait(*id), bench.server.posts() == 2));
    }

    void aProviderIsWaitedForAsLongAsAPersonSaidForIt()
    {
        TurnBench bench;
        bench.table.providers.front().patience.firstContent = 7s;
        const auto id = bench.submit(why);
        QTRY_COMPARE(bench.server.posts(), 1);
        bench.time.advance(7s);
        QTRY_COMPARE(bench.server.hungUp(), 1);
        QCOMPARE(bench.turn(*id).attempts.front().fault->waited, std::optional<Duration>(7s));
    }

    void nothingGoesWhereNobodyAgreedToSendUnencrypted()
    {
        TurnBench bench;
        bench.journal.holds = true;
        const auto id = bench.submit(why);
        for (Provider &each : bench.table.providers)
            each.baseUrl = QUrl(QStringLiteral("http://gateway.example")); // changed after the turn was accepted
        bench.journal.holds = false;
        QVERIFY(bench.journal.acknowledgeOne());
        QTRY_VERIFY((bench.time.advance(1ms), bench.phase(*id) == TurnPhase::Failed));
        QCOMPARE(bench.turn(*id).fault->tls->problem, TlsProblem::NotEncrypted);
        QCOMPARE(bench.server.connections(), 0);
    }

    void textIsWrittenDownTwiceASecond()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("one ")), After::KeepOpen);
        const auto id = bench.submit(why);
        QTRY_COMPARE(bench.lastAnswer().text, QStringLiteral("one "));
        QVERIFY(bench.journal.checkpoints.isEmpty());
        bench.server.send(answerPiece(QStringLiteral("two ")));
        QTRY_COMPARE(bench.lastAnswer().text, QStringLiteral("one two "));
        bench.time.advance(500ms);
        QCOMPARE(bench.journal.checkpoints, QStringList {QStringLiteral("one two ")});
        bench.time.advance(10s); // without news there is nothing to write
        QCOMPARE(bench.journal.checkpoints.size(), 1);
        bench.server.send(answerPiece(QStringLiteral("three")) + answerEnd());
        QTRY_COMPARE(bench.lastAnswer().text, QStringLiteral("one two three"));
        bench.time.advance(1s);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.journal.checkpoints.join(QString()), QStringLiteral("one two three"));
    }

    void anAnswerWithoutAWordIsAnAnswer()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerEnd());
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(!bench.lastAnswer().id.isEmpty());
        QVERIFY(bench.lastAnswer().state == MessageState::Complete);
        QVERIFY(bench.lastAnswer().text.isEmpty());
    }

    void howAnAnswerEndedIsToldByItsState_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<MessageState>("state");
        QTest::newRow("length") << QByteArray("max_tokens") << MessageState::LengthLimit;
        QTest::newRow("refusal") << QByteArray("refusal") << MessageState::Declined;
        QTest::newRow("end") << QByteArray("end_turn") << MessageState::Complete;
    }
    void howAnAnswerEndedIsToldByItsState()
    {
        QFETCH(QByteArray, reason);
        QFETCH(MessageState, state);
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("x")) + answerEnd().replace("end_turn", reason));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(bench.lastAnswer().state == state);
    }

    void withoutAKeyNothingIsSentUntilThereIsOne()
    {
        TurnBench bench;
        bench.credentials.keys.clear();
        const auto id = bench.submit(why);
        QTRY_VERIFY((bench.time.advance(1us), bench.phase(*id) == TurnPhase::Failed));
        QCOMPARE(bench.turn(*id).fault->kind, FaultKind::Auth);
        QCOMPARE(bench.server.connections(), 0);
        bench.credentials.keys[ProviderId(QStringLiteral("p"))] = "sk-test";
        bench.server.stream(wholeAnswer(QStringLiteral("Now.")));
        bench.outbox.sendAgain(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(bench.server.requests().first().contains("x-api-key: sk-test\r\n"));
    }

    void whatCouldNotBeSavedIsTold()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("x")), After::KeepOpen);
        const auto id = bench.submit(why);
        QSignalSpy notSaved(&bench.outbox, &Outbox::notSaved);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Streaming);
        bench.journal.fails = Fault {};
        bench.journal.fails->kind = FaultKind::DiskFull;
        bench.outbox.cancel(*id);
        QTRY_COMPARE(notSaved.count(), 1);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("x"));
    }

    /// Conversations over a wire that refuses, cuts and falls silent as chance will have it.
    void invariants32And39To43WhatIsShownStaysAndOnlyWholeAnswersAreTold()
    {
        QVERIFY(holds("invariants 32, 39, 40, 41, 42, 43", [] {
            FakeOutbox box;
            box.table.chains.front().steps.resize(2); // both speak one dialect
            const Storm storm = *storms(60);
            Chance chance(storm);
            const ConversationId talk(QStringLiteral("talk"));
            std::map<MessageId, QString> shown;
            const auto look = [&] {
                const std::size_t before = shown.size();
                std::size_t known = 0;
                for (const Message &each : box.library.messages(talk)) {
                    if (const auto earlier = shown.find(each.id); earlier != shown.end()) {
                        ++known;
                        RC_ASSERT(each.text.startsWith(earlier->second)); // invariants 39 and 40
                    }
                    shown[each.id] = each.text;
                    if (each.role == Role::Assistant && each.state == MessageState::Complete)
                        RC_ASSERT(each.text.endsWith(QLatin1String("END."))); // invariant 43
                }
                RC_ASSERT(known == before); // nothing was taken away
            };
            std::map<QString, QJsonArray> asked;
            std::size_t seen = 0;
            const auto readRequests = [&] {
                for (; seen < box.transport.requests.size(); ++seen) {
                    const QJsonArray said = QJsonDocument::fromJson(box.transport.requests[seen].body).object().value(QLatin1String("messages")).toArray();
                    const bool continues = text(said.last()).contains(QLatin1String("cut off"));
                    const qsizetype history = said.size() - (continues ? 3 : 1);
                    for (qsizetype at = 0; at < history; ++at) {
                        if (at % 2 == 0)
                            continue;
                        // Invariants 41 and 42: an answer of the history is the last word of its turn.
                        const auto &messages = box.library.messages(talk);
                        const auto told = std::find_if(messages.begin(), messages.end(), [&](const Message &each) { return each.role == Role::Assistant && each.text == text(said.at(at)); });
                        RC_ASSERT(told != messages.end());
                        const bool replaced = std::any_of(told + 1, messages.end(), [&](const Message &each) { return each.turn == told->turn && each.role == Role::Assistant; });
                        RC_ASSERT(!replaced);
                        RC_ASSERT(told->state != MessageState::Streaming);
                    }
                    if (continues)
                        continue;
                    const QString question = text(said.last());
                    const auto first = asked.try_emplace(question, said).first;
                    RC_ASSERT(first->second == said); // invariant 32: the original request, whatever the route
                }
            };
            int piece = 0;
            std::size_t headed = 0;
            std::size_t begun = 0;
            const auto last = [&]() -> const ExchangeEvents & { return box.transport.events.back(); };
            const auto head = [&] {
                if (std::exchange(headed, box.transport.events.size()) != box.transport.events.size())
                    last().head({200, {{"content-type", "text/event-stream"}}});
            };
            const auto begin = [&] {
                head();
                if (std::exchange(begun, box.transport.events.size()) != box.transport.events.size())
                    last().bytes(answerStart());
            };
            for (int each = 0; each < storm.length; ++each) {
                const int what = chance.below(12);
                if (box.outbox.active(talk) == nullptr || what == 0)
                    (void)box.outbox.submit({talk, QStringLiteral("Question %1?").arg(each), {}});
                box.settle();
                QCoreApplication::sendPostedEvents();
                if (what == 1 || what == 2) {
                    box.time.advance(std::chrono::milliseconds(chance.below(20'000)));
                } else if (what == 3) {
                    (void)box.time.advanceToNext();
                } else if (box.transport.events.empty()) {
                    continue;
                } else if (what == 4 && headed != box.transport.events.size()) {
                    headed = box.transport.events.size();
                    box.refuse(529, "overloaded_error");
                } else if (what == 5) {
                    begin();
                    last().ended(std::nullopt); // cut
                } else if (what == 6) {
                    begin();
                    last().bytes(answerPiece(QStringLiteral("The end is near. END.")) + answerEnd());
                    last().ended(std::nullopt);
                } else if (what == 7 && chance.below(4) == 0) {
                    if (const TurnState *active = box.outbox.active(talk)) {
                        const TurnId id = active->id;
                        chance.below(2) == 0 ? box.outbox.cancel(id) : box.outbox.useNextRoute(id);
                    }
                } else {
                    begin();
                    last().bytes(answerPiece(QStringLiteral("Sentence %1. And ").arg(++piece)));
                }
                QCoreApplication::sendPostedEvents();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                readRequests();
                look();
            }
        }, 500));
    }

    void invariant40WhatIsJoinedBeginsWithWhatStood()
    {
        QVERIFY(invariantHolds(40, [] {
            const auto words = [](int most) {
                const auto letters = *rc::gen::container<std::string>(static_cast<std::size_t>(*rc::gen::inRange(0, most)), rc::gen::element('a', 'b', ' ', '.'));
                return QString::fromStdString(letters);
            };
            const QString before = words(60);
            const qsizetype repeated = *rc::gen::inRange<qsizetype>(0, before.size() + 1);
            const QString fresh = QLatin1Char('#') + words(40);
            const QString rest = before.right(repeated) + fresh;
            Join join(before);
            QString shown = before;
            for (qsizetype at = 0; at < rest.size();) {
                const qsizetype piece = *rc::gen::inRange<qsizetype>(1, 9);
                shown += join.feed(rest.mid(at, piece));
                at += piece;
                RC_ASSERT(shown.startsWith(before));
            }
            shown += join.finish();
            RC_ASSERT(shown.endsWith(fresh)); // and nothing of what is new is lost
            if (repeated >= 8)
                RC_ASSERT(shown == before + fresh);
        }));
    }

    void theSecondKeyIsUsedWhenTheFirstIsRefused_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("refused") << 401 << QByteArrayLiteral(R"({"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}})");
        QTest::newRow("credit used up") << 402 << QByteArrayLiteral(R"({"type":"error","error":{"type":"billing_error","message":"Your credit is used up."}})");
        QTest::newRow("quota used up") << 429 << QByteArrayLiteral(R"({"error":{"code":"insufficient_quota","message":"You exceeded your current quota."}})");
    }

    void theSecondKeyIsUsedWhenTheFirstIsRefused()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        TurnBench bench;
        bench.credentials.spares[ProviderId(QStringLiteral("p"))] = "sk-spare";
        bench.server.respond(status, "content-type: application/json\r\n", body);
        bench.server.stream(wholeAnswer(QStringLiteral("With the other one.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.server.posts(), 2);
        QVERIFY(bench.server.requests().at(0).contains("x-api-key: sk-test\r\n"));
        QVERIFY(bench.server.requests().at(1).contains("x-api-key: sk-spare\r\n"));
        QCOMPARE(bench.model(1), QStringLiteral("one")); // the same route
        const auto &attempts = bench.turn(*id).attempts;
        QCOMPARE(attempts.at(0).key, QStringLiteral("first"));
        QCOMPARE(attempts.at(1).key, QStringLiteral("second"));
        QVERIFY(!bench.lastAnswer().fellBack);
    }

    void aRateLimitIsNotDodgedWithASecondKey()
    {
        TurnBench bench;
        bench.table.chains.front().steps.resize(1);
        bench.credentials.spares[ProviderId(QStringLiteral("p"))] = "sk-spare";
        bench.server.respond(429, "retry-after: 7\r\n", R"({"type":"error","error":{"type":"rate_limit_error"}})");
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        bench.server.stream(wholeAnswer(QStringLiteral("Later.")));
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(bench.server.requests().at(1).contains("x-api-key: sk-test\r\n"));
    }

    void aKeyThatIsStillBeingReadIsWaitedForAndNothingIsWrittenDown()
    {
        TurnBench bench;
        const ProviderId p(QStringLiteral("p"));
        bench.credentials.awaited[p] = KeyWait::Reading;
        bench.server.stream(wholeAnswer(QStringLiteral("Unlocked.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Sending);
        bench.outbox.keysChanged(); // another provider's
        TurnBench::settleDown();
        QCOMPARE(bench.server.connections(), 0);
        QCOMPARE(bench.journal.notes, QStringList({QStringLiteral("accept")})); // after a crash it goes by itself
        bench.credentials.awaited.clear();
        bench.outbox.keysChanged();
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.turn(*id).attempts.size(), std::size_t(1));
    }

    void aTurnSaysWhyItWaitsForItsKey()
    {
        TurnBench bench;
        const ProviderId p(QStringLiteral("p"));
        bench.credentials.awaited[p] = KeyWait::Reading;
        bench.server.stream(wholeAnswer(QStringLiteral("Unlocked.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Sending);
        QCOMPARE(bench.turn(*id).awaits, KeyWait::Reading); // for a moment, as a rule: nobody is told
        QSignalSpy changed(&bench.outbox, &Outbox::turnChanged);
        bench.outbox.keysChanged(); // another provider's
        QCOMPARE(changed.size(), 0);
        bench.credentials.awaited[p] = KeyWait::Locked;
        bench.outbox.keysChanged();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.turn(*id).awaits, KeyWait::Locked);
        bench.credentials.awaited.clear();
        bench.outbox.keysChanged();
        QCOMPARE(bench.turn(*id).awaits, KeyWait::None);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
    }

    void aTurnThatWaitsForAKeyCanBeKeptOrGoElsewhere()
    {
        TurnBench bench;
        bench.credentials.awaited[ProviderId(QStringLiteral("p"))] = KeyWait::Locked;
        const auto kept = bench.submit(why);
        QTRY_VERIFY(bench.phase(*kept) == TurnPhase::Sending);
        bench.outbox.keep(*kept);
        QTRY_VERIFY(bench.phase(*kept) == TurnPhase::Kept);
        QCOMPARE(bench.turn(*kept).awaits, KeyWait::None);
        bench.server.stream(wholeAnswer(QStringLiteral("From elsewhere.")));
        const auto moved = bench.submit(why, ConversationId(QStringLiteral("other")));
        QTRY_VERIFY(bench.phase(*moved) == TurnPhase::Sending);
        bench.outbox.useNextRoute(*moved);
        QTRY_VERIFY(bench.phase(*moved) == TurnPhase::Answered);
        QCOMPARE(bench.model(0), QStringLiteral("two"));
    }

    void theInstructionsOfAConversationGoWithEveryTurn()
    {
        TurnBench bench;
        bench.table.routes.front().model = QStringLiteral("claude-opus-4-6");
        Draft draft {ConversationId(QStringLiteral("talk")), why, {}};
        draft.instructions.system = QStringLiteral("Answer in one sentence.");
        draft.instructions.temperature = 0.25;
        draft.instructions.mostTokens = 700;
        bench.server.stream(wholeAnswer(QStringLiteral("The moon.")));
        const auto id = bench.outbox.submit(draft);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        for (const int each : {0, 1}) {
            const QJsonObject request = bench.request(each);
            QCOMPARE(request.value(QLatin1String("system")), QJsonValue(QStringLiteral("Answer in one sentence.")));
            QCOMPARE(request.value(QLatin1String("temperature")), QJsonValue(0.25));
            QCOMPARE(request.value(QLatin1String("max_tokens")), QJsonValue(700));
            QVERIFY(bench.server.requests().at(each).contains("anthropic-version: 2023-06-01")); // the newest knows no temperature
        }
    }

    void aModelThatIsKnownToRefuseSamplingIsNotAskedForIt()
    {
        TurnBench bench;
        bench.table.routes.front().model = QStringLiteral("claude-opus-5-5");
        Draft draft {ConversationId(QStringLiteral("talk")), why, {}};
        draft.instructions.temperature = 0.25;
        bench.server.stream(wholeAnswer(QStringLiteral("The moon.")));
        const auto id = bench.outbox.submit(draft);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(!bench.request(0).contains(QLatin1String("temperature")));
        QVERIFY(bench.server.requests().front().contains("anthropic-version: 2026-10-21"));
    }

    void aModelOfWhichNobodyKnowsIsAskedOnceAndItsRefusalIsRemembered()
    {
        TurnBench bench; // its model is called "one"
        Draft draft {ConversationId(QStringLiteral("talk")), why, {}};
        draft.instructions.temperature = 0.25;
        bench.server.respond(400, {}, R"({"type":"error","error":{"type":"invalid_request_error","message":"temperature: this parameter is not supported"}})");
        bench.server.stream(wholeAnswer(QStringLiteral("The moon.")));
        const auto id = bench.outbox.submit(draft);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.request(0).value(QLatin1String("temperature")), QJsonValue(0.25));
        QVERIFY(!bench.request(1).contains(QLatin1String("temperature")));
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        QCOMPARE(bench.server.posts(), 3);
        QVERIFY(!bench.request(2).contains(QLatin1String("temperature")));
    }

    void aTurnThatWaitsForAKeyCanBeCancelled()
    {
        TurnBench bench;
        bench.credentials.awaited[ProviderId(QStringLiteral("p"))] = KeyWait::Locked;
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Sending);
        bench.outbox.cancel(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Cancelled);
        bench.credentials.awaited.clear();
        bench.outbox.keysChanged();
        TurnBench::settleDown();
        QCOMPARE(bench.server.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTurnRunner)
#include "tst_turnrunner.moc"
