// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/weatherplayer.h"
#include "core/simulator/weatherscript.h"

#include <QTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const QString opus = QStringLiteral("claude-opus-5-5");
const QString sonnet = QStringLiteral("claude-sonnet-5-5");
const Instant start {1h};

WeatherScript parsed(const QByteArray &json)
{
    const auto script = WeatherScript::parse(json);
    if (!script)
        qWarning("%s", qPrintable(script.error().sentence));
    return script.value_or(WeatherScript {});
}

int refusalsOf(WeatherPlayer &player, const QString &model, int requests)
{
    int refusals = 0;
    for (int i = 0; i < requests; ++i)
        refusals += player.next(model, start).refuse.has_value() ? 1 : 0;
    return refusals;
}

} // namespace

class TestWeatherScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShippedScriptIsValidAndNamedAfterItsFile()
    {
        for (const QString &name : WeatherScript::shipped()) {
            const auto script = WeatherScript::load(name);
            QVERIFY2(script, qPrintable(script ? QString() : script.error().sentence));
            QCOMPARE(script->name, name);
            QVERIFY(!script->title.isEmpty());
        }
    }

    void anUnknownNameSaysWhichScriptsThereAre()
    {
        const auto script = WeatherScript::load(QStringLiteral("../secret"));
        QVERIFY(!script);
        QVERIFY(script.error().sentence.contains(QStringLiteral("storm")));
    }

    void anEmptyObjectIsClearWeather()
    {
        WeatherPlayer player(parsed("{}"), start);
        QCOMPARE(refusalsOf(player, opus, 100), 0);
    }

    void everyFieldIsRead()
    {
        const WeatherScript script = parsed(R"({"name":"n","title":"t","seed":9,"repeat":true,"tokens_per_second":12.5,
            "first_token_ms":250,"limits":{"requests_per_minute":5,"input_tokens_per_minute":6,"output_tokens_per_minute":7},
            "serves":["m","n"],"capacity":{"requests_per_second":2,"burst":3,"refusal_cost":0.5,"slots":4},
            "phases":[{"name":"p","for_seconds":1.5,"limits":{"requests_per_minute":1},"capacity":{"burst":9},
            "model_limits":{"b*":{"requests_per_minute":8}},"closed_doors":[1,3],"models":{
            "*":{"refuse":529,"probability":0.25,"times":2,"retry_after":3,"error_type":"x","error_code":"y","message":"z"},
            "a":[{"fault":"stall_mid_stream","after_characters":7,"first_token_ms":8,"tokens_per_second":9,"ping_every_ms":10}]}}]})");
        QCOMPARE(script.seed, std::uint64_t(9));
        QVERIFY(script.repeat);
        QCOMPARE(script.tokensPerSecond, 12.5);
        QVERIFY(script.firstToken == 250ms);
        QVERIFY((script.limits == RateLimits {5, 6, 7}));
        QVERIFY((script.capacity == SharedCapacity {2, 3, 0.5, 4}));
        const WeatherPhase &phase = script.phases.at(0);
        QVERIFY(phase.length == 1500ms);
        QCOMPARE(phase.limits->requestsPerMinute, 1.0);
        QCOMPARE(phase.capacity->burst, 9.0);
        const Condition &refusal = phase.conditionsFor(opus)->second.at(0);
        QCOMPARE(*refusal.refuse, 529);
        QCOMPARE(refusal.probability, 0.25);
        QCOMPARE(*refusal.times, 2);
        QCOMPARE(*refusal.retryAfter, 3.0);
        QCOMPARE(refusal.errorType + refusal.errorCode + refusal.message, QStringLiteral("xyz"));
        const Condition &fault = phase.conditionsFor(QStringLiteral("a"))->second.at(0);
        QVERIFY(fault.fault == SimulatedFault::StallMidStream);
        QCOMPARE(fault.afterCharacters, 7);
        QVERIFY(fault.firstToken == 8ms);
        QCOMPARE(*fault.tokensPerSecond, 9.0);
        QVERIFY(fault.pingEvery == 10ms);
        QCOMPARE(script.serves.join(QLatin1Char(' ')), QStringLiteral("m n"));
        QCOMPARE(phase.limitsFor(QStringLiteral("bb"))->requestsPerMinute, 8.0);
        QVERIFY(phase.limitsFor(opus) == nullptr);
        QVERIFY((phase.closedDoors == std::vector<int> {1, 3}));
    }

    void theFieldsOfTheServerItselfAreRead()
    {
        const WeatherScript script = parsed(R"({"profile":"groq","versions":["2023-06-01"],"batch_ms":1500,"bare_413":true,
            "phases":[{"models":{"*":{"stop":"refusal","category":"bio"}}}]})");
        QVERIFY(script.profile == Profile::Groq);
        QCOMPARE(script.versions, QStringList(QStringLiteral("2023-06-01")));
        QVERIFY(script.batchTime == 1500ms);
        QVERIFY(script.bare413);
        const Condition &refusal = script.phases.at(0).conditionsFor(opus)->second.at(0);
        QVERIFY(refusal.stop == AnswerEnd::Refusal);
        QCOMPARE(refusal.category, QStringLiteral("bio"));
    }

    void aSyntaxErrorNamesItsLine()
    {
        const auto script = WeatherScript::parse("{\n  \"name\": \"x\",\n  \"phases\": [ }\n}");
        QVERIFY(!script);
        QCOMPARE(script.error().line, std::optional(3));
        QVERIFY(script.error().sentence.startsWith(QStringLiteral("Line 3 ")));
    }

    void aWrongFieldIsNamedInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *json, const char *field) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(field);
        };
        row("a list", "[]", "");
        row("misspelt field", R"({"phasse":[]})", "phasse");
        row("phases not a list", R"({"phases":{}})", "phases");
        row("phase not an object", R"({"phases":[{},7]})", "phases[1]");
        row("unknown profile", R"({"profile":"bard"})", "profile");
        row("unknown stop", R"({"phases":[{"models":{"*":{"stop":"tired"}}}]})", "phases[0].models.*.stop");
        row("stop beside refuse", R"({"phases":[{"models":{"*":{"stop":"refusal","refuse":529}}}]})",
            "phases[0].models.*.stop");
        row("refuse too small", R"({"phases":[{"models":{"*":{"refuse":200}}}]})", "phases[0].models.*.refuse");
        row("refuse a text", R"({"phases":[{"models":{"*":{"refuse":"529"}}}]})", "phases[0].models.*.refuse");
        row("refuse with a fraction", R"({"phases":[{"models":{"*":{"refuse":529.5}}}]})", "phases[0].models.*.refuse");
        row("second condition", R"({"phases":[{"models":{"*":[{},{"probability":2}]}}]})",
            "phases[0].models.*[1].probability");
        row("unknown fault", R"({"phases":[{"models":{"a":{"fault":"melt"}}}]})", "phases[0].models.a.fault");
        row("refusal and fault", R"({"phases":[{"models":{"a":{"refuse":500,"fault":"hang"}}}]})",
            "phases[0].models.a.fault");
        row("two lengths", R"({"phases":[{"for_seconds":1,"for_requests":1}]})", "phases[0]");
        row("misspelt condition", R"({"phases":[{"models":{"a":{"refuze":500}}}]})", "phases[0].models.a.refuze");
        row("capacity without room", R"({"capacity":{"burst":0}})", "capacity.burst");
        row("seed below zero", R"({"seed":-1})", "seed");
        row("repeat a number", R"({"repeat":1})", "repeat");
        row("model without a name", R"({"serves":["a",7]})", "serves");
        row("a door without a number", R"({"phases":[{"closed_doors":["first"]}]})", "phases[0].closed_doors");
        row("models a list", R"({"phases":[{"models":[]}]})", "phases[0].models");
        row("a model's limits", R"({"phases":[{"model_limits":{"a":{"requests_per_minute":0}}}]})",
            "phases[0].model_limits.a.requests_per_minute");
    }

    void aWrongFieldIsNamedInOneSentence()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const auto script = WeatherScript::parse(json);
        QVERIFY(!script);
        QCOMPARE(script.error().field, field);
        QVERIFY(script.error().sentence.contains(field));
        QVERIFY(script.error().sentence.endsWith(QLatin1Char('.')));
        QCOMPARE(script.error().sentence.count(QLatin1Char('\n')), 0);
    }

    void rubbishIsRefusedAndNeverRead()
    {
        for (const QByteArray &rubbish :
            {QByteArray(), QByteArray("\0\xff\xfe", 3), QByteArray(100'000, '['), QByteArray("null")})
            QVERIFY(!WeatherScript::parse(rubbish));
    }

    void theLongestPatternThatMatchesDecides()
    {
        const WeatherScript script = parsed(R"({"phases":[{"models":{"*":{"refuse":500},"claude-*":{"refuse":503},
            "claude-opus-5-5":{"refuse":529}}}]})");
        WeatherPlayer player(script, start);
        QCOMPARE(*player.next(opus, start).refuse, 529);
        QCOMPARE(*player.next(sonnet, start).refuse, 503);
        QCOMPARE(*player.next(QStringLiteral("harbour-local-14b"), start).refuse, 500);
    }

    void theSameSeedGivesTheSameFate()
    {
        const WeatherScript script =
            parsed(R"({"seed":5,"phases":[{"models":{"*":{"refuse":529,"probability":0.5}}}]})");
        WeatherPlayer first(script, start);
        WeatherPlayer second(script, start);
        for (int i = 0; i < 200; ++i)
            QVERIFY(first.next(opus, start) == second.next(opus, start));
    }

    void anotherSeedGivesAnotherFate()
    {
        WeatherScript script = parsed(R"({"seed":5,"phases":[{"models":{"*":{"refuse":529,"probability":0.5}}}]})");
        WeatherPlayer first(script, start);
        script.seed = 6;
        WeatherPlayer second(script, start);
        int differences = 0;
        for (int i = 0; i < 200; ++i)
            differences += first.next(opus, start) == second.next(opus, start) ? 0 : 1;
        QVERIFY(differences > 50);
    }

    void theFateOfAModelDoesNotHangOnRequestsToOthers()
    {
        const WeatherScript script =
            parsed(R"({"seed":5,"phases":[{"models":{"*":{"refuse":529,"probability":0.5}}}]})");
        WeatherPlayer alone(script, start);
        WeatherPlayer mixed(script, start);
        for (int i = 0; i < 100; ++i) {
            for (int other = 0; other < i % 3; ++other)
                static_cast<void>(mixed.next(sonnet, start));
            QVERIFY(alone.next(opus, start) == mixed.next(opus, start));
        }
    }

    void aProbabilityIsKeptInTheLongRun()
    {
        WeatherPlayer player(parsed(R"({"phases":[{"models":{"*":{"refuse":529,"probability":0.3}}}]})"), start);
        const int refusals = refusalsOf(player, opus, 10'000);
        QVERIFY(refusals > 2850 && refusals < 3150);
    }

    void aConditionStrikesOnlyAsOftenAsItSays()
    {
        WeatherPlayer player(parsed(R"({"phases":[{"models":{"*":{"refuse":529,"times":2}}}]})"), start);
        QVERIFY(player.next(opus, start).refuse);
        QVERIFY(player.next(sonnet, start).refuse);
        QVERIFY(!player.next(opus, start).refuse);
        QVERIFY(!player.next(sonnet, start).refuse);
    }

    void theNextConditionAppliesWhenTheFirstDoesNot()
    {
        WeatherPlayer player(
            parsed(R"({"phases":[{"models":{"*":[{"refuse":529,"times":1},{"refuse":500,"times":1}]}}]})"), start);
        QCOMPARE(*player.next(opus, start).refuse, 529);
        QCOMPARE(*player.next(opus, start).refuse, 500);
        QVERIFY(!player.next(opus, start).refuse);
    }

    void aPhaseEndsAfterItsRequests()
    {
        WeatherPlayer player(
            parsed(R"({"phases":[{"name":"a","for_requests":2,"models":{"*":{"refuse":529}}},{"name":"b"}]})"), start);
        QCOMPARE(refusalsOf(player, opus, 5), 2);
        QCOMPARE(player.phase(start)->name, QStringLiteral("b"));
    }

    void aPhaseEndsAfterItsTime()
    {
        WeatherPlayer player(
            parsed(R"({"phases":[{"name":"a","for_seconds":30,"models":{"*":{"refuse":529}}}]})"), start);
        QVERIFY(player.next(opus, start + 29999ms).refuse);
        QVERIFY(!player.next(opus, start + 30s).refuse);
        QVERIFY(player.phase(start + 30s) == nullptr);
    }

    void aPhaseEndsAfterItsAnswers()
    {
        WeatherPlayer player(
            parsed(R"({"phases":[{"name":"a","for_answers":1,"models":{"*":{"refuse":529}}},{"name":"b"}]})"), start);
        QCOMPARE(refusalsOf(player, opus, 5), 5);
        player.answered(player.phaseNumber(), start);
        QCOMPARE(player.phase(start)->name, QStringLiteral("b"));
    }

    void anAnswerToARequestOfAnEarlierPhaseDoesNotEndThisOne()
    {
        WeatherPlayer player(
            parsed(R"({"phases":[{"name":"a","for_requests":1},{"name":"b","for_answers":1},{"name":"c"}]})"), start);
        static_cast<void>(player.next(opus, start));
        const int early = player.phaseNumber();
        QCOMPARE(player.phase(start)->name, QStringLiteral("b"));
        player.answered(early, start);
        QCOMPARE(player.phase(start)->name, QStringLiteral("b"));
    }

    void aRepeatingScriptBeginsAgain()
    {
        WeatherPlayer player(
            parsed(
                R"({"repeat":true,"phases":[{"for_requests":1,"models":{"*":{"refuse":529,"times":1}}},{"for_requests":2}]})"),
            start);
        QCOMPARE(refusalsOf(player, opus, 9), 3);
    }

    void timeThatPassedUnseenSkipsPhases()
    {
        WeatherPlayer player(
            parsed(R"({"repeat":true,"phases":[{"name":"a","for_seconds":1},{"name":"b","for_seconds":1}]})"), start);
        QCOMPARE(player.phase(start + 4500ms)->name, QStringLiteral("a"));
        QCOMPARE(player.phase(start + 5500ms)->name, QStringLiteral("b"));
    }
};

QTEST_GUILESS_MAIN(TestWeatherScript)
#include "tst_weatherscript.moc"
