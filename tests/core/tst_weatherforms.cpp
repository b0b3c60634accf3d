// SPDX-License-Identifier: GPL-3.0-or-later
// A limit of one's own and an overload, in every form in which providers tell of them, from the wire to the count.
#include "core/health/healthlog.h"
#include "tests/support/turnbench.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

/// One refusal as it comes over the wire.
struct Form
{
    Dialect dialect = Dialect::Anthropic;
    int status = 0; ///< 0: inside of a stream that began well
    QByteArray headers;
    QByteArray body;
    bool began = false; ///< text came before
};

QByteArray anthropicBody(const char *type)
{
    return QByteArray(R"({"type":"error","error":{"type":")") + type + R"(","message":"m"}})";
}

QByteArray openAiBody(const char *type, const char *code)
{
    return QByteArray(R"({"error":{"message":"m","type":")") + type + R"(","code":")" + code + R"("}})";
}

} // namespace

Q_DECLARE_METATYPE(Form)

class WeatherFormsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isCountedOnceAndAsWhatItIs_data()
    {
        QTest::addColumn<Form>("form");
        QTest::addColumn<SampleClass>("expected");
        const auto row = [](const char *name, SampleClass expected, const Form &form) { QTest::newRow(name) << form << expected; };
        using enum SampleClass;
        const QByteArray hint = "retry-after: 1\r\n";
        row("Anthropic 429", OwnLimit, {Dialect::Anthropic, 429, hint, anthropicBody("rate_limit_error")});
        row("Anthropic 429 blind", OwnLimit, {Dialect::Anthropic, 429, {}, {}});
        row("Anthropic 529", Overloaded, {Dialect::Anthropic, 529, {}, anthropicBody("overloaded_error")});
        row("Anthropic 529 blind", Overloaded, {Dialect::Anthropic, 529, {}, {}});
        row("Anthropic 503 that says overloaded", Overloaded, {Dialect::Anthropic, 503, {}, anthropicBody("overloaded_error")});
        row("Anthropic, in the stream, 529", Overloaded, {Dialect::Anthropic, 0, {}, "event: error\ndata: " + anthropicBody("overloaded_error") + "\n\n"});
        row("Anthropic, in the stream, 429", OwnLimit, {Dialect::Anthropic, 0, {}, "event: error\ndata: " + anthropicBody("rate_limit_error") + "\n\n"});
        row("Anthropic, after some text, 529", Overloaded, {Dialect::Anthropic, 0, {}, "event: error\ndata: " + anthropicBody("overloaded_error") + "\n\n", true});
        row("Anthropic 500", ServerError, {Dialect::Anthropic, 500, {}, anthropicBody("api_error")});
        row("OpenAI 429, rate", OwnLimit, {Dialect::OpenAi, 429, {}, openAiBody("tokens", "rate_limit_exceeded")});
        row("OpenAI 429, slow down", OwnLimit, {Dialect::OpenAi, 429, {}, openAiBody("rate_limit_error", "slow_down")});
        row("OpenAI 503, slow down", OwnLimit, {Dialect::OpenAi, 503, {}, openAiBody("rate_limit_error", "slow_down")});
        row("OpenAI 503, overloaded", Overloaded, {Dialect::OpenAi, 503, {}, openAiBody("service_unavailable_error", "server_is_overloaded")});
        row("OpenAI 503 with a hint", Overloaded, {Dialect::OpenAi, 503, hint, "<html>"});
        row("OpenAI 503", ServerError, {Dialect::OpenAi, 503, {}, "<html>"});
        row("OpenAI, in the stream, 429", OwnLimit, {Dialect::OpenAi, 0, {}, "data: {\"error\":{\"code\":429,\"message\":\"m\"}}\n\n"});
        row("OpenAI, in the stream, 529", Overloaded, {Dialect::OpenAi, 0, {}, "data: {\"error\":{\"code\":529,\"message\":\"m\"}}\n\n"});
        row("OpenRouter 529", Overloaded, {Dialect::OpenAi, 529, {}, R"({"error":{"code":529,"message":"m"}})"});
        row("Gemini 429", OwnLimit, {Dialect::OpenAi, 429, {}, R"([{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED"}}])"});
        row("Gemini 503", Overloaded, {Dialect::OpenAi, 503, {}, R"({"error":{"code":503,"message":"m","status":"UNAVAILABLE"}})"});
    }

    void isCountedOnceAndAsWhatItIs()
    {
        QFETCH(const Form, form);
        QFETCH(const SampleClass, expected);
        TurnBench bench;
        HealthLog log(bench.time, bench.time);
        connect(&bench.outbox, &Outbox::sampled, &log, [&log](const Sample &sample) { log.add(sample); });
        bench.table.providers.front().dialect = form.dialect;
        bench.table.chains.front().steps.front().waitUpTo = 0s; // the next route answers
        bench.table.chains.front().steps.front().ownLimitTries = 1;
        if (form.status != 0)
            bench.server.respond(form.status, "content-type: application/json\r\n" + form.headers, form.body);
        else if (form.dialect == Dialect::Anthropic)
            bench.server.stream(answerStart() + (form.began ? answerPiece(QStringLiteral("So")) : QByteArray()) + form.body);
        else
            bench.server.stream("data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n" + form.body);
        bench.server.stream(wholeAnswer(QStringLiteral("At last.")));
        const auto id = bench.submit(QStringLiteral("Why?"));
        // A wait may come between; it goes by.
        QTRY_VERIFY_WITH_TIMEOUT((bench.phase(*id) == TurnPhase::Waiting ? bench.passWait(*id) : void(), bench.phase(*id) == TurnPhase::Answered), 10'000);
        const Counts counts = log.window(WeatherRange::Day).totals;
        Counts right;
        right.add(SampleClass::Answered);
        right.add(expected);
        QVERIFY2(counts == right, qPrintable(QStringLiteral("%1 answered, %2 own, %3 overloaded, %4 server, %5 network").arg(counts.each[0]).arg(counts.each[1]).arg(counts.each[2]).arg(counts.each[3]).arg(counts.each[4])));
        QCOMPARE(bench.server.posts(), 2);
    }

    void aQuotaThatIsGoneIsNoWeather()
    {
        TurnBench bench;
        HealthLog log(bench.time, bench.time);
        connect(&bench.outbox, &Outbox::sampled, &log, [&log](const Sample &sample) { log.add(sample); });
        bench.table.providers.front().dialect = Dialect::OpenAi;
        bench.server.respond(429, "content-type: application/json\r\n", openAiBody("insufficient_quota", "insufficient_quota"));
        bench.server.stream(wholeAnswer(QStringLiteral("At last.")));
        const auto id = bench.submit(QStringLiteral("Why?"));
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        QCOMPARE(log.samples().size(), std::size_t(1));
        QCOMPARE(log.window(WeatherRange::Day).totals.of(SampleClass::Answered), 1);
    }
};

QTEST_GUILESS_MAIN(WeatherFormsTest)
#include "tst_weatherforms.moc"
