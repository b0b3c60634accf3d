// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"
#include "core/simulator/simulatedprovider.h"
#include "tests/support/turnbench.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;
using After = RawServer::After;

namespace {

const QString why = QStringLiteral("Why are there tides?");

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

    void overloadsMoveOnToTheNextRoute()
    {
        TurnBench bench;
        bench.server.respond(529, "content-type: application/json\r\nrequest-id: req_1\r\n", R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})");
        bench.server.respond(529, {}, {});
        bench.server.stream(wholeAnswer(QStringLiteral("At last.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        QCOMPARE(bench.server.posts(), 1);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.server.posts(), 3);
        QCOMPARE(bench.model(0), QStringLiteral("one"));
        QCOMPARE(bench.model(1), QStringLiteral("one"));
        QCOMPARE(bench.model(2), QStringLiteral("two"));
        QVERIFY(bench.lastAnswer().fellBack);
        QCOMPARE(bench.lastAnswer().attempts, 3);
        const Attempt &first = bench.turn(*id).attempts.front();
        QCOMPARE(first.requestId, QStringLiteral("req_1"));
        QVERIFY(first.rawResponse.startsWith(QStringLiteral("HTTP 529")));
        QVERIFY(first.rawResponse.contains(QStringLiteral("overloaded_error")));
        QVERIFY(bench.conditions.breakers.at(RouteId(QStringLiteral("p/one"))).phase(bench.time.now()) == BreakerPhase::Open);
    }

    void aHintIsWaitedOutToTheEnd()
    {
        TurnBench bench;
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
        TurnBench bench;
        bench.server.stream(answerStart() + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"m\"}}\n\n");
        bench.server.stream(wholeAnswer(QStringLiteral("Fine.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        QVERIFY(bench.turn(*id).fault->inStream);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("Fine."));
    }

    void aCutAnswerIsContinuedWhereItStopped()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("The tide rises. And then it ")));
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("falls")) + answerPiece(QStringLiteral(" again.")) + answerEnd());
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        QVERIFY(bench.turn(*id).decision->action == Action::Continue);
        QVERIFY(bench.lastAnswer().state == MessageState::Streaming);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("The tide rises. And then it falls again."));
        QCOMPARE(bench.lastAnswer().seams, (std::vector<qsizetype> {28}));
        QVERIFY(bench.lastAnswer().state == MessageState::Complete);
        const QJsonArray said = bench.request(1).value(QLatin1String("messages")).toArray();
        QCOMPARE(said.size(), 3);
        QCOMPARE(said.at(1).toObject().value(QLatin1String("content")).toString(), QStringLiteral("The tide rises. And then it"));
        QCOMPARE(said.at(2).toObject().value(QLatin1String("role")).toString(), QStringLiteral("user"));
        QCOMPARE(bench.journal.checkpoints.join(QString()), bench.lastAnswer().text); // pieces on disk are the whole answer
    }

    void aContinuationThatRepeatsIsJoinedWithoutARepetition()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("The tide rises. Twice a day ")));
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("Twice a ")) + answerPiece(QStringLiteral("day it falls.")) + answerEnd());
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("The tide rises. Twice a day  it falls.").replace(QStringLiteral("  "), QStringLiteral(" ")));
    }

    void aSecondCutLeavesTheAnswerBrokenOff()
    {
        TurnBench bench;
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("One. ")));
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("Two. ")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
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
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("The tide rises. It is high. ")));
        bench.server.stream(answerStart() + answerPiece(QStringLiteral("It is")), After::KeepOpen); // could still be a repetition
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
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
        TurnBench bench;
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
        QVERIFY(bench.phase(*id) == TurnPhase::Waiting);
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
};

QTEST_GUILESS_MAIN(TestTurnRunner)
#include "tst_turnrunner.moc"
