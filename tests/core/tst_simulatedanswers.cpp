// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"
#include "tests/support/rawhttp.h"
#include "tests/support/served.h"

#include <QTest>

using namespace breakwater;

class TestSimulatedAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStreamHasTheEventsOfTheDocumentedOrder()
    {
        Served served;
        RawHttp client(served.url());
        client.post("/v1/messages", messagesBody(strange));
        QTRY_VERIFY(client.answer().whole);
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.value("content-type").startsWith("text/event-stream"));
        QStringList names = answer.eventNames();
        QCOMPARE(names.first(4).join(QLatin1Char(' ')),
            QStringLiteral("message_start ping content_block_start content_block_delta")); // the thinking, kept to itself
        QCOMPARE(names.last(3).join(QLatin1Char(' ')), QStringLiteral("content_block_stop message_delta message_stop"));
        names.removeAll(QStringLiteral("content_block_delta"));
        QCOMPARE(names.size(), 8); // two blocks
        for (const QJsonObject &event : answer.events())
            QVERIFY(!event.value(QLatin1String("type")).toString().isEmpty());
        QCOMPARE(answer.text(), echoOf(strange, 0));
    }

    void theFirstAndLastEventsAreWordForWord()
    {
        Served served;
        RawHttp client(served.url());
        client.post("/v1/messages", messagesBody(QStringLiteral("abc")));
        QTRY_VERIFY(client.answer().whole);
        const QByteArray body = client.answer().body.replace('"', '\''); // easier to read here
        QVERIFY(body.startsWith("event: message_start\ndata: {'type':'message_start','message':{'id':'msg_"));
        QVERIFY(body.contains(
            "'type':'message','role':'assistant','content':[],'model':'claude-opus-5-5','stop_reason':null,"
            "'stop_sequence':null,'usage':{'input_tokens':2,'cache_creation_input_tokens':0,"
            "'cache_read_input_tokens':0,'output_tokens':1}}}\n\n"));
        QVERIFY(body.contains("event: ping\ndata: {'type':'ping'}\n\n"));
        QVERIFY(body.contains(
            "data: {'type':'content_block_start','index':1,'content_block':{'type':'text','text':''}}\n\n"));
        QVERIFY(
            body.contains("data: {'type':'content_block_delta','index':1,'delta':{'type':'text_delta','text':'You"));
        QVERIFY(body.contains("data: {'type':'content_block_stop','index':1}\n\n"));
        QVERIFY(body.contains("data: "
                              "{'type':'message_delta','delta':{'stop_reason':'end_turn','stop_sequence':null},'usage':"
                              "{'output_tokens':"));
        QVERIFY(body.endsWith("event: message_stop\ndata: {'type':'message_stop'}\n\n"));
    }

    void thinkingComesBeforeTheTextWhenItIsAskedFor()
    {
        Served served;
        RawHttp client(served.url());
        const QJsonObject thinking {{QStringLiteral("type"), QStringLiteral("adaptive")},
            {QStringLiteral("display"), QStringLiteral("summarized")}};
        client.post(
            "/v1/messages", conversation({said("user", strange)}, 4096, {{QStringLiteral("thinking"), thinking}}));
        QTRY_VERIFY(client.answer().whole);
        const QByteArray body = client.answer().body;
        QVERIFY(body.indexOf("thinking_delta") < body.indexOf("signature_delta"));
        QVERIFY(body.indexOf("signature_delta") < body.indexOf(R"("index":1,"content_block":{"type":"text")"));
        QCOMPARE(client.answer().text(), echoOf(strange, 0));
    }

    void aRequestWithoutAStreamGetsOneBody()
    {
        Served served;
        RawHttp client(served.url());
        client.post("/v1/messages", messagesBody(strange, false));
        QTRY_VERIFY(client.answer().whole);
        const QJsonObject body = client.answer().json();
        QCOMPARE(client.answer().headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(body.value(QLatin1String("type")).toString(), QStringLiteral("message"));
        QCOMPARE(body.value(QLatin1String("content"))[1][QLatin1String("text")].toString(), echoOf(strange, 0));
        QCOMPARE(body.value(QLatin1String("stop_reason")).toString(), QStringLiteral("end_turn"));
        QVERIFY(body.value(QLatin1String("usage"))[QLatin1String("output_tokens")].toInt() > 10);
    }

    void completionsStreamChunksUsageAndDone()
    {
        Served served;
        RawHttp client(served.url());
        client.post("/v1/chat/completions", completionsBody(strange), "authorization: Bearer k\r\n");
        QTRY_VERIFY(client.answer().whole);
        const RawAnswer answer = client.answer();
        const QList<QJsonObject> chunks = answer.events();
        QVERIFY(answer.eventNames().isEmpty());
        QVERIFY(answer.body.endsWith("data: [DONE]\n\n"));
        QCOMPARE(answer.text(), echoOf(strange, 0));
        QCOMPARE(
            chunks.first().value(QLatin1String("choices"))[0][QLatin1String("delta")][QLatin1String("role")].toString(),
            QStringLiteral("assistant"));
        QCOMPARE(
            chunks.at(chunks.size() - 2).value(QLatin1String("choices"))[0][QLatin1String("finish_reason")].toString(),
            QStringLiteral("stop"));
        QVERIFY(chunks.last().value(QLatin1String("choices")).toArray().isEmpty());
        QVERIFY(chunks.last().value(QLatin1String("usage"))[QLatin1String("total_tokens")].toInt() > 10);
        QVERIFY(answer.headers.contains("x-request-id"));
        QVERIFY(answer.headers.contains("x-ratelimit-remaining-requests"));
    }

    void completionsWithoutAStreamGetOneBody()
    {
        Served served;
        RawHttp client(served.url());
        client.post("/v1/chat/completions", completionsBody(strange, false), "authorization: Bearer k\r\n");
        QTRY_VERIFY(client.answer().whole);
        const QJsonValue choice = client.answer().json().value(QLatin1String("choices"))[0];
        QCOMPARE(choice[QLatin1String("message")][QLatin1String("content")].toString(), echoOf(strange, 0));
        QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("stop"));
    }

    void anAnswerTooLongForMaxTokensSaysSo()
    {
        Served served;
        RawHttp client(served.url());
        client.post("/v1/messages", conversation({said("user", strange)}, 5));
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().text(), echoOf(strange, 0).left(20));
        QVERIFY(client.answer().body.contains(R"("stop_reason":"max_tokens")"));
    }

    void anAnswerThatWasCutOffGoesOnExactlyWhereItStopped()
    {
        Served served;
        const QString question = QStringLiteral("What is a breakwater?");
        ChatRequest asked;
        asked.turns = {{SpokenRole::User, question, 0}};
        const QString whole = answerText(asked);
        QVERIFY(whole.size() > 600);
        const QString go = QStringLiteral("Your answer was cut off. Continue exactly where it stopped.");
        RawHttp client(served.url());
        client.post("/v1/messages",
            conversation({said("user", question), said("assistant", whole.left(250)), said("user", go)}));
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().text(), whole.mid(250));
        client.forgetAnswer();
        client.post("/v1/messages",
            conversation({said("user", question), said("assistant", whole.left(250)), said("user", go),
                said("assistant", whole.mid(250, 100)), said("user", go)}));
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().text(), whole.mid(350));
    }

    void aNumberedTurnHasItsOwnAnswerFromEachModelAlwaysTheSame()
    {
        const auto answer = [](const char *model, const char *turn) {
            ChatRequest request;
            request.model = QLatin1String(model);
            const QString name = QLatin1String(turn);
            request.turns = {{SpokenRole::User, QStringLiteral("[[turn %1]] Please answer turn %1.").arg(name), 0}};
            return answerText(request);
        };
        const QString first = answer("a", "1-2-3");
        QVERIFY(first.startsWith(QLatin1String("This is turn 1-2-3, answered by a: ")));
        QVERIFY(tokensOf(first.size()) >= 200 && tokensOf(first.size()) < 205);
        QVERIFY(first.toUtf8().size() > first.size()); // letters of several bytes are among it
        QCOMPARE(answer("a", "1-2-3"), first);
        QVERIFY(answer("b", "1-2-3").section(QLatin1Char(':'), 1) != first.section(QLatin1Char(':'), 1));
        QVERIFY(answer("a", "1-2-4").section(QLatin1Char(':'), 1) != first.section(QLatin1Char(':'), 1));
    }

    void writtenRepliesAreChosenByWordsAndLookLikeAnswers_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *prompt, const char *part) {
            QTest::newRow(prompt) << QString::fromLatin1(prompt) << QString::fromLatin1(part);
        };
        row("Hello!", "simulated provider");
        row("What is a breakwater?", "Rubble mound");
        row("Explain 429 and 529.", "| | **429** | **529** |");
        row("Show me code in C++", "```cpp");
        row("Make a table, please", "|:---");
        row("a plan with steps", "1. **Look**");
        row("How do tides work?", "Moon");
        row("Tell me a story", "keeper");
    }

    void writtenRepliesAreChosenByWordsAndLookLikeAnswers()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, part);
        ChatRequest request;
        request.turns = {{SpokenRole::User, prompt, 0}};
        const QString answer = answerText(request);
        QVERIFY2(answer.contains(part), qPrintable(answer));
        QVERIFY(answer.size() > 400);
    }
};

QTEST_GUILESS_MAIN(TestSimulatedAnswers)
#include "tst_simulatedanswers.moc"
