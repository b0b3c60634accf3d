// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"
#include "tests/support/served.h"

#include <QTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

QJsonObject object(std::initializer_list<std::pair<const char *, const char *>> fields)
{
    QJsonObject made;
    for (const auto &[name, value] : fields)
        made.insert(QLatin1String(name), QLatin1String(value));
    return made;
}

/// The answer to one request, whole; with status 0 when it did not come.
RawAnswer answerOf(const Served &served, const QByteArray &body)
{
    RawHttp client(served.url());
    client.post("/v1/messages", body);
    return QTest::qWaitFor([&] { return client.answer().whole; }) ? client.answer() : RawAnswer {};
}

RawAnswer askWith(const Served &served, const char *field, const QJsonValue &value)
{
    return answerOf(served, conversation({said("user", strange)}, 4096, {{QLatin1String(field), value}}));
}

QStringList deltas(const RawAnswer &answer, const char *name)
{
    QStringList found;
    for (const QJsonObject &event : answer.events()) {
        const QJsonValue delta = event.value(QLatin1String("delta"))[QLatin1String(name)];
        if (delta.isString())
            found += delta.toString();
    }
    return found;
}

QJsonValue lastDelta(const RawAnswer &answer)
{
    const auto events = answer.events();
    return events.size() < 2 ? QJsonValue() : QJsonValue(events.at(events.size() - 2));
}

int startUsage(const RawAnswer &answer, const char *name)
{
    return answer.events().first().value(QLatin1String("message"))[QLatin1String("usage")][QLatin1String(name)].toInt();
}

} // namespace

class TestSimulatedThinking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenThinkingIsOnlyASignature()
    {
        Served served;
        const RawAnswer answer = answerOf(served, messagesBody(strange));
        QVERIFY(answer.body.contains(R"("index":0,"content_block":{"type":"thinking","thinking":"","signature":""})"));
        QVERIFY(deltas(answer, "thinking").isEmpty());
        QCOMPARE(deltas(answer, "signature").size(), 1);
        const QJsonValue usage = lastDelta(answer)[QLatin1String("usage")];
        const int thought = usage[QLatin1String("output_tokens_details")][QLatin1String("thinking_tokens")].toInt();
        QVERIFY(thought > 10);
        QCOMPARE(usage[QLatin1String("output_tokens")].toInt(), thought + tokensOf(echoOf(strange, 0).size()));
    }

    void summarizedThinkingComesInPieces()
    {
        Served served;
        const RawAnswer answer =
            askWith(served, "thinking", object({{"type", "adaptive"}, {"display", "summarized"}}));
        QVERIFY(deltas(answer, "thinking").size() > 5);
        QVERIFY(deltas(answer, "thinking").join(QString()).startsWith(QLatin1String("I look for the words")));
        QCOMPARE(answer.text(), echoOf(strange, 0));
    }

    void eachModelTakesItsOwnTypesOfThinking_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("taken");
        const auto row = [](const char *model, const char *taken) {
            QTest::newRow(model) << QString::fromLatin1(model) << QString::fromLatin1(taken);
        };
        row("claude-opus-5-5", "adaptive");
        row("claude-sonnet-5-5", "adaptive between_tools");
        row("claude-haiku-5-5", "adaptive disabled");
        row("claude-opus-4-8", "adaptive disabled");
        row("claude-sonnet-4-6", "adaptive enabled disabled");
        row("claude-sonnet-4-5", "enabled disabled");
    }

    void eachModelTakesItsOwnTypesOfThinking()
    {
        QFETCH(QString, model);
        QFETCH(QString, taken);
        Served served;
        QStringList found;
        for (const char *type : {"adaptive", "enabled", "disabled", "between_tools"}) {
            QJsonObject body = QJsonDocument::fromJson(messagesBody(strange, false, model)).object();
            QJsonObject thinking = object({{"type", type}});
            if (QLatin1String(type) == QLatin1String("enabled"))
                thinking.insert(QStringLiteral("budget_tokens"), 1024);
            body.insert(QStringLiteral("thinking"), thinking);
            const int status = answerOf(served, QJsonDocument(body).toJson()).status;
            QVERIFY(status == 200 || status == 400);
            if (status == 200)
                found += QLatin1String(type);
        }
        QCOMPARE(found.join(QLatin1Char(' ')), taken);
    }

    void thinkingMayBeReplayedToItsOwnModelOnly()
    {
        Served served;
        const RawAnswer first = askWith(served, "thinking", object({{"type", "adaptive"}, {"display", "summarized"}}));
        QJsonObject block = object({{"type", "thinking"}});
        block.insert(QStringLiteral("thinking"), deltas(first, "thinking").join(QString()));
        block.insert(QStringLiteral("signature"), deltas(first, "signature").value(0));
        const QJsonObject text = object({{"type", "text"}, {"text", "Before."}});
        const auto replay = [&](const char *model) {
            const QJsonObject assistant {
                {QStringLiteral("role"), QStringLiteral("assistant")}, {QStringLiteral("content"), QJsonArray {block, text}}};
            QByteArray body = conversation({said("user", strange), assistant, said("user", strange)});
            return answerOf(served, body.replace("claude-opus-5-5", model)).status;
        };
        QCOMPARE(replay("claude-opus-5-5"), 200);
        QCOMPARE(replay("claude-sonnet-5-5"), 400);
        block.insert(QStringLiteral("thinking"), QStringLiteral("Something else."));
        QCOMPARE(replay("claude-opus-5-5"), 400);
    }

    void aMarkedPromptIsWrittenOnceAndReadFromThenOn()
    {
        Served served;
        const QJsonObject control = object({{"type", "ephemeral"}});
        const RawAnswer first = askWith(served, "cache_control", control);
        const int whole = startUsage(first, "cache_creation_input_tokens");
        QVERIFY(whole > 5);
        QCOMPARE(startUsage(first, "input_tokens"), 0);
        served.time.advance(4min);
        const RawAnswer second = answerOf(served,
            conversation({said("user", strange), said("assistant", strange), said("user", strange)}, 4096,
                {{QStringLiteral("cache_control"), control}}));
        QCOMPARE(startUsage(second, "cache_read_input_tokens"), whole);
        QVERIFY(startUsage(second, "cache_creation_input_tokens") > 0);
        QCOMPARE(startUsage(second, "input_tokens"), 0);
        served.time.advance(6min); // reading kept it for five minutes more, not for six
        QCOMPARE(startUsage(askWith(served, "cache_control", control), "cache_read_input_tokens"), 0);
    }

    void aMarkForAnHourLastsAnHour()
    {
        Served served;
        const QJsonObject control = object({{"type", "ephemeral"}, {"ttl", "1h"}});
        QVERIFY(startUsage(askWith(served, "cache_control", control), "cache_creation_input_tokens") > 0);
        served.time.advance(59min);
        QVERIFY(startUsage(askWith(served, "cache_control", control), "cache_read_input_tokens") > 0);
    }

    void anAnswerEndsAsTheScriptSays_data()
    {
        QTest::addColumn<QByteArray>("stop");
        for (const char *stop : {"end_turn", "max_tokens", "refusal", "pause_turn", "model_context_window_exceeded"})
            QTest::newRow(stop) << QByteArray(stop);
    }

    void anAnswerEndsAsTheScriptSays()
    {
        QFETCH(QByteArray, stop);
        for (const int letters : {0, 20}) {
            Served served(fast(R"(,"phases":[{"models":{"*":{"category":"bio","after_characters":)"
                + QByteArray::number(letters) + R"(,"stop":")" + stop + R"("}}}])"));
            const RawAnswer answer = answerOf(served, messagesBody(strange));
            const QJsonValue delta = lastDelta(answer)[QLatin1String("delta")];
            QCOMPARE(delta[QLatin1String("stop_reason")].toString().toLatin1(), stop);
            QCOMPARE(delta[QLatin1String("stop_details")][QLatin1String("category")].toString(),
                stop == "refusal" ? QStringLiteral("bio") : QString());
            QCOMPARE(answer.text(), echoOf(strange, 0).left(letters));
            QCOMPARE(answer.eventNames().contains(QStringLiteral("content_block_start")), letters > 0);
        }
    }

    void aStopSequenceEndsTheAnswerBeforeIt()
    {
        Served served;
        const RawAnswer answer = askWith(served, "stop_sequences", QJsonArray {QStringLiteral("SHA-256")});
        const QJsonValue delta = lastDelta(answer)[QLatin1String("delta")];
        QCOMPARE(delta[QLatin1String("stop_reason")].toString(), QStringLiteral("stop_sequence"));
        QCOMPARE(delta[QLatin1String("stop_sequence")].toString(), QStringLiteral("SHA-256"));
        QVERIFY(answer.text().endsWith(QLatin1String("its ")));
    }
};

QTEST_GUILESS_MAIN(TestSimulatedThinking)
#include "tst_simulatedthinking.moc"
