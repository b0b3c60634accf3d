// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/turnbench.h"

#include <QJsonArray>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const ConversationId talk(QStringLiteral("talk"));
const QString why = QStringLiteral("Why are there tides?");

QByteArray wireEvent(const char *name, const QByteArray &fields)
{
    return QByteArray("event: ") + name + "\ndata: {\"type\":\"" + name + "\"," + fields + "}\n\n";
}

const QByteArray thinkingBegins = wireEvent("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
const QByteArray thinkingEnds = wireEvent("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"signature_delta\",\"signature\":\"Sig==\"}")
    + wireEvent("content_block_stop", "\"index\":0");

QByteArray thought(const QByteArray &text)
{
    return wireEvent("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"" + text + "\"}");
}

QByteArray thinkingAnswer(const QByteArray &thinking, const QString &text)
{
    return answerStart() + thinkingBegins + thought(thinking) + thinkingEnds + answerPiece(text) + answerEnd();
}

/// A bench with one route, whose model is known to think.
struct Thinker : TurnBench
{
    Thinker()
    {
        table.chains.front().steps.resize(1);
        Model model;
        model.id = QStringLiteral("one");
        model.thinks = true;
        model.mostOutput = 64'000;
        catalogue.facts(ProviderId(QStringLiteral("p"))).models = {model};
    }
    void answerTheFirst(const QByteArray &events)
    {
        server.stream(events);
        const auto id = submit(why);
        QTRY_VERIFY(phase(*id) == TurnPhase::Answered);
    }
};

const QByteArray refusal = R"({"type":"error","error":{"type":"invalid_request_error","message":"Said."}})";

} // namespace

/// What a model thinks before it answers: asked for, shown, kept, sent back or left out.
class TestThinking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aModelThatThinksIsAskedForASummary()
    {
        Thinker bench;
        bench.answerTheFirst(wholeAnswer(QStringLiteral("The moon.")));
        const QJsonObject request = bench.request(0);
        QCOMPARE(request.value(QLatin1String("thinking")),
            QJsonValue(QJsonObject {{QStringLiteral("type"), QStringLiteral("adaptive")}, {QStringLiteral("display"), QStringLiteral("summarized")}}));
        QCOMPARE(request.value(QLatin1String("max_tokens")).toInt(), 32'000); // thinking counts in it
    }

    void aModelOfWhichNothingIsKnownIsAskedForNothing()
    {
        TurnBench bench;
        bench.server.stream(wholeAnswer(QStringLiteral("The moon.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(!bench.request(0).contains(QLatin1String("thinking")));
        QCOMPARE(bench.request(0).value(QLatin1String("max_tokens")).toInt(), 16'000);
    }

    void thinkingIsShownWhileItGrowsAndKeptWithTheAnswer()
    {
        Thinker bench;
        bench.server.stream(answerStart() + thinkingBegins + thought("Mass "), RawServer::After::KeepOpen);
        const auto id = bench.submit(why);
        QTRY_COMPARE(textOf(bench.lastAnswer().thoughts), QStringLiteral("Mass "));
        QCOMPARE(bench.phase(*id), TurnPhase::Sending); // nothing of the answer came
        QCOMPARE(bench.lastAnswer().state, MessageState::Streaming);
        bench.time.advance(3s);
        bench.server.send(thought("attracts.") + thinkingEnds + answerPiece(QStringLiteral("The moon.")) + answerEnd());
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Streaming);
        bench.server.closeNewest();
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        const Message answer = bench.lastAnswer();
        QCOMPARE(answer.thoughts, (std::vector<Thought> {{QStringLiteral("Mass attracts."), QStringLiteral("Sig=="), {}}}));
        QCOMPARE(answer.text, QStringLiteral("The moon."));
        QCOMPARE(answer.thoughtFor, Duration(3s));
        QCOMPARE(answer.route, RouteId(QStringLiteral("p/one")));
        QCOMPARE(bench.journal.settledAnswer->thoughts, answer.thoughts);
        QVERIFY(bench.journal.notes.contains(QStringLiteral("thought"))); // before it was over
        QCOMPARE(bench.library.messages(talk).size(), std::size_t(2));
    }

    void thinkingGoesBackUnchangedToTheModelThatThoughtIt()
    {
        Thinker bench;
        bench.answerTheFirst(thinkingAnswer("Mass attracts.", QStringLiteral("The moon.")));
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        const QJsonArray content = bench.request(1).value(QLatin1String("messages")).toArray().at(1).toObject().value(QLatin1String("content")).toArray();
        QCOMPARE(content.size(), 2);
        QCOMPARE(content.at(0).toObject(),
            (QJsonObject {{QStringLiteral("type"), QStringLiteral("thinking")}, {QStringLiteral("thinking"), QStringLiteral("Mass attracts.")}, {QStringLiteral("signature"), QStringLiteral("Sig==")}}));
        QCOMPARE(content.at(1).toObject().value(QLatin1String("text")).toString(), QStringLiteral("The moon."));
    }

    void anotherModelIsNotGivenIt()
    {
        Thinker bench;
        bench.answerTheFirst(thinkingAnswer("Mass attracts.", QStringLiteral("The moon.")));
        bench.table.chains.front().steps.front().route = RouteId(QStringLiteral("q/two"));
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        QCOMPARE(bench.request(1).value(QLatin1String("messages")).toArray().at(1).toObject().value(QLatin1String("content")), QJsonValue(QStringLiteral("The moon.")));
    }

    void aProviderThatRefusesTheThinkingIsAskedOnceWithoutIt()
    {
        Thinker bench;
        bench.answerTheFirst(thinkingAnswer("Mass attracts.", QStringLiteral("The moon.")));
        bench.server.respond(400, {}, R"({"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0: Invalid `signature` in `thinking` block"}})");
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered); // at once
        QCOMPARE(bench.server.posts(), 3);
        QCOMPARE(bench.request(2).value(QLatin1String("messages")).toArray().at(1).toObject().value(QLatin1String("content")), QJsonValue(QStringLiteral("The moon.")));
        QVERIFY(bench.request(2).contains(QLatin1String("thinking"))); // that it refused nothing of
        QCOMPARE(bench.turn(*next).attempts.at(1).cost, 0.0);
    }

    void aConversationWhoseThinkingWasRefusedIsSentWithoutItFromThenOn()
    {
        Thinker bench;
        bench.answerTheFirst(thinkingAnswer("Mass attracts.", QStringLiteral("The moon.")));
        bench.server.respond(400, {}, R"({"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0: Invalid `signature` in `thinking` block"}})");
        bench.server.stream(thinkingAnswer("Twice a day.", QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        QCOMPARE(bench.library.conversation(talk)->withoutThinking, (std::set<RouteId> {RouteId(QStringLiteral("p/one"))}));
        bench.server.stream(wholeAnswer(QStringLiteral("No.")));
        const auto third = bench.submit(QStringLiteral("Everywhere?"));
        QTRY_VERIFY(bench.phase(*third) == TurnPhase::Answered);
        QCOMPARE(bench.server.posts(), 4); // nothing is asked twice
        const QJsonArray said = bench.request(3).value(QLatin1String("messages")).toArray();
        QCOMPARE(said.at(1).toObject().value(QLatin1String("content")), QJsonValue(QStringLiteral("The moon.")));
        QCOMPARE(said.at(3).toObject().value(QLatin1String("content")), QJsonValue(QStringLiteral("Twice.")));
        QVERIFY(bench.request(3).contains(QLatin1String("thinking"))); // it may think for this answer
        QVERIFY(bench.catalogue.provider(ProviderId(QStringLiteral("p")))->plainModels.empty());
    }

    void anotherConversationWithTheSameModelKeepsItsThinking()
    {
        Thinker bench;
        Conversation bound;
        bound.id = ConversationId(QStringLiteral("bound"));
        bound.withoutThinking = {RouteId(QStringLiteral("p/one"))};
        bench.library.addConversation(bound);
        bench.answerTheFirst(thinkingAnswer("Mass attracts.", QStringLiteral("The moon.")));
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        QVERIFY(bench.request(1).value(QLatin1String("messages")).toArray().at(1).toObject().value(QLatin1String("content")).isArray());
    }

    void anAttemptThatOnlyThoughtIsNoAnswerAndTheNextOneTakesItsPlace()
    {
        Thinker bench;
        bench.server.stream(answerStart() + thinkingBegins + thought("Mass "));
        bench.server.stream(thinkingAnswer("Gravity.", QStringLiteral("The moon.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Waiting);
        bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(bench.library.messages(talk).size(), std::size_t(2));
        QCOMPARE(textOf(bench.lastAnswer().thoughts), QStringLiteral("Gravity."));
        QCOMPARE(bench.lastAnswer().text, QStringLiteral("The moon."));
        QCOMPARE(bench.lastAnswer().state, MessageState::Complete);
    }

    void stoppingWhileItThinksKeepsWhatItThought()
    {
        Thinker bench;
        bench.server.stream(answerStart() + thinkingBegins + thought("Mass "), RawServer::After::KeepOpen);
        const auto id = bench.submit(why);
        QTRY_VERIFY(!bench.lastAnswer().thoughts.empty());
        bench.outbox.cancel(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Cancelled);
        QCOMPARE(bench.lastAnswer().state, MessageState::Stopped);
        QCOMPARE(textOf(bench.lastAnswer().thoughts), QStringLiteral("Mass "));
    }

    void thinkingThatOnlyTheProviderCanReadIsKept()
    {
        Thinker bench;
        bench.answerTheFirst(answerStart() + wireEvent("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"redacted_thinking\",\"data\":\"Emw=\"}")
            + wireEvent("content_block_stop", "\"index\":0") + answerPiece(QStringLiteral("The moon.")) + answerEnd());
        QCOMPARE(bench.lastAnswer().thoughts, (std::vector<Thought> {{{}, {}, QStringLiteral("Emw=")}}));
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        const QJsonArray content = bench.request(1).value(QLatin1String("messages")).toArray().at(1).toObject().value(QLatin1String("content")).toArray();
        QCOMPARE(content.at(0).toObject(), (QJsonObject {{QStringLiteral("type"), QStringLiteral("redacted_thinking")}, {QStringLiteral("data"), QStringLiteral("Emw=")}}));
    }

    void aServerThatRefusesAParameterIsAskedOnceWithoutAndRemembered()
    {
        Thinker bench;
        bench.server.respond(400, {}, refusal);
        bench.server.stream(wholeAnswer(QStringLiteral("The moon.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(!bench.request(1).contains(QLatin1String("thinking")));
        QCOMPARE(bench.turn(*id).attempts.front().fault->kind, FaultKind::Capability);
        QVERIFY(bench.catalogue.provider(ProviderId(QStringLiteral("p")))->plainModels.contains(QStringLiteral("one")));
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        QCOMPARE(bench.server.posts(), 3);
        QVERIFY(!bench.request(2).contains(QLatin1String("thinking")));
    }

    void aServerThatForbidsToTryAgainMeansTheSameRequest()
    {
        Thinker bench;
        bench.server.respond(400, "x-should-retry: false\r\n", refusal);
        bench.server.stream(wholeAnswer(QStringLiteral("The moon.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(!bench.request(1).contains(QLatin1String("thinking")));
    }

    void aServerThatDoesNotKnowThinkingInAHistoryIsAskedWithoutIt()
    {
        Thinker bench;
        bench.answerTheFirst(thinkingAnswer("Mass attracts.", QStringLiteral("The moon.")));
        bench.catalogue = {}; // and of its model nothing is known: nothing else can go from the request
        bench.server.respond(400, {}, refusal);
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        QCOMPARE(bench.request(2).value(QLatin1String("messages")).toArray().at(1).toObject().value(QLatin1String("content")), QJsonValue(QStringLiteral("The moon.")));
        QVERIFY(bench.library.conversation(talk)->withoutThinking.contains(RouteId(QStringLiteral("p/one"))));
        QVERIFY(bench.catalogue.all().empty()); // the model knows all that it was asked for, as far as anybody can tell
    }

    void anAnswerThatWasNothingButThinkingCanBeAskedForAgain()
    {
        Thinker bench;
        bench.answerTheFirst(answerStart() + thinkingBegins + thought("Mass ") + thinkingEnds
            + wireEvent("message_delta", "\"delta\":{\"stop_reason\":\"max_tokens\"}") + wireEvent("message_stop", "\"x\":0"));
        QCOMPARE(bench.lastAnswer().state, MessageState::LengthLimit);
        const TurnId id = bench.lastAnswer().turn;
        bench.server.stream(wholeAnswer(QStringLiteral("The moon.")));
        bench.outbox.continueAnswer(id);
        QTRY_COMPARE(bench.lastAnswer().text, QStringLiteral("The moon."));
        const QJsonArray messages = bench.request(1).value(QLatin1String("messages")).toArray();
        QCOMPARE(messages.size(), 1); // no empty answer between
    }

    void aRequestThatIsRefusedWithoutItTooIsRefused()
    {
        Thinker bench;
        bench.server.respond(400, {}, refusal);
        bench.server.respond(400, {}, refusal);
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Failed);
        QCOMPARE(bench.server.posts(), 2);
        QCOMPARE(bench.turn(*id).fault->kind, FaultKind::BadRequest);
        QVERIFY(bench.catalogue.provider(ProviderId(QStringLiteral("p")))->plainModels.empty());
    }

    void aServerOfTheOlderVersionIsSpokenToInItFromThenOn()
    {
        Thinker bench;
        bench.catalogue = {};
        bench.server.respond(400, {}, R"({"type":"error","error":{"type":"invalid_request_error","message":"anthropic-version: 2026-10-21 is not a valid version"}})");
        bench.server.stream(wholeAnswer(QStringLiteral("The moon.")));
        bench.server.stream(wholeAnswer(QStringLiteral("Twice.")));
        const auto id = bench.submit(why);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        const auto next = bench.submit(QStringLiteral("How often?"));
        QTRY_VERIFY(bench.phase(*next) == TurnPhase::Answered);
        QCOMPARE(bench.server.posts(), 3);
        QVERIFY(bench.server.requests().at(0).contains("anthropic-version: 2026-10-21"));
        QVERIFY(bench.server.requests().at(1).contains("anthropic-version: 2023-06-01"));
        QVERIFY(bench.server.requests().at(2).contains("anthropic-version: 2023-06-01"));
        QVERIFY(bench.catalogue.provider(ProviderId(QStringLiteral("p")))->olderVersion);
    }

    void theEffortOfARouteIsAskedFor()
    {
        Thinker bench;
        bench.table.routes.front().effort = Effort::ExtraHigh;
        bench.answerTheFirst(wholeAnswer(QStringLiteral("The moon.")));
        QCOMPARE(bench.request(0).value(QLatin1String("output_config")), QJsonValue(QJsonObject {{QStringLiteral("effort"), QStringLiteral("xhigh")}}));
    }

    void aLongHistoryIsCachedAndAShortOneIsNot()
    {
        Thinker bench;
        bench.answerTheFirst(wholeAnswer(QStringLiteral("The moon.")));
        QVERIFY(!bench.request(0).contains(QLatin1String("cache_control")));
        bench.server.stream(wholeAnswer(QStringLiteral("Long.")));
        const auto id = bench.submit(QString(20'000, QLatin1Char('a')));
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QVERIFY(bench.request(1).contains(QLatin1String("cache_control")));
    }

    void whatTheProviderCountedIsKeptWithTheAnswer()
    {
        Thinker bench;
        bench.answerTheFirst(wholeAnswer(QStringLiteral("The moon.")));
        QCOMPARE(bench.lastAnswer().usage, (Usage {3, 9}));
    }
};

QTEST_GUILESS_MAIN(TestThinking)
#include "tst_thinking.moc"
