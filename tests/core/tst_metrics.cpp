// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/metrics.h"

#include <QSet>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteLabels opus {QStringLiteral("r1"), QStringLiteral("anthropic"), QStringLiteral("claude-opus")};
const WallTime noon = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 12h;

Sample sample(SampleClass result, std::optional<Duration> wait = {})
{
    Sample made;
    made.result = result;
    if (wait)
        made.wait = SampleWait {*wait / 2, *wait - *wait / 2};
    return made;
}

Sample answer(Duration firstContent, Duration total)
{
    Sample made;
    made.firstContent = firstContent;
    made.total = total;
    return made;
}

/// The value of a series, written as in the text; empty when it is not there.
QByteArray valueOf(const QByteArray &text, const QByteArray &series)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(QByteArray(series + ' ')))
            return line.mid(series.size() + 1);
    }
    return {};
}

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attemptsAreCountedByRouteAndResult()
    {
        MetricsFacts facts;
        for (int i = 0; i < 3; ++i)
            facts.tally.add(sample(SampleClass::OwnLimit), opus);
        for (int i = 0; i < 2; ++i)
            facts.tally.add(sample(SampleClass::Overloaded), opus);
        facts.tally.add(sample(SampleClass::Network), {QStringLiteral("r2"), QStringLiteral("local"), QStringLiteral("qwen")});
        const QByteArray text = metricsText(facts);
        const QByteArray of = R"(breakwater_attempts_total{route="r1",provider="anthropic",model="claude-opus",result=)";
        QCOMPARE(valueOf(text, of + "\"rate_limited_429\"}"), QByteArray("3"));
        QCOMPARE(valueOf(text, of + "\"overloaded_529\"}"), QByteArray("2"));
        QCOMPARE(valueOf(text, of + "\"network\"}"), QByteArray("0"));
        QCOMPARE(valueOf(text, R"(breakwater_attempts_total{route="r2",provider="local",model="qwen",result="network"})"), QByteArray("1"));
    }

    void everySeriesOfARouteIsThereBeforeItsFirstAttempt()
    {
        MetricsFacts facts;
        facts.routes = {{opus, RouteFlow::Flowing}};
        const QByteArray text = metricsText(facts);
        for (const char *result : {"answered", "rate_limited_429", "overloaded_529", "server_error", "network"})
            QCOMPARE(valueOf(text, R"(breakwater_attempts_total{route="r1",provider="anthropic",model="claude-opus",result=)" + QByteArray("\"") + result + "\"}"), QByteArray("0"));
        QCOMPARE(valueOf(text, R"(breakwater_answer_seconds_count{route="r1",provider="anthropic",model="claude-opus"})"), QByteArray("0"));
        for (const char *cause : {"rate_limited_429", "overloaded_529", "server_error", "network"})
            QCOMPARE(valueOf(text, "breakwater_retry_wait_seconds_count{cause=\"" + QByteArray(cause) + "\"}"), QByteArray("0"));
    }

    // By hand: bounds 0.5 1 2 4 8 15 30 60 120 300 900. Waits 0.5, 0.6, 3, 8.000001 and 1000 s.
    void bucketsAreCumulativeAndTheirBoundsBelongToThem()
    {
        MetricsFacts facts;
        for (const Duration wait : {Duration(500ms), Duration(600ms), Duration(3s), Duration(8s + 1us), Duration(1000s)})
            facts.tally.add(sample(SampleClass::Overloaded, wait), opus);
        facts.tally.add(sample(SampleClass::OwnLimit, Duration(7s)), opus);
        const QByteArray text = metricsText(facts);
        const auto bucket = [&text](const char *bound) {
            return valueOf(text, R"(breakwater_retry_wait_seconds_bucket{cause="overloaded_529",le=)" + QByteArray("\"") + bound + "\"}");
        };
        QCOMPARE(bucket("0.5"), QByteArray("1"));
        QCOMPARE(bucket("1"), QByteArray("2"));
        QCOMPARE(bucket("2"), QByteArray("2"));
        QCOMPARE(bucket("4"), QByteArray("3"));
        QCOMPARE(bucket("8"), QByteArray("3"));
        QCOMPARE(bucket("15"), QByteArray("4"));
        QCOMPARE(bucket("900"), QByteArray("4"));
        QCOMPARE(bucket("+Inf"), QByteArray("5"));
        QCOMPARE(valueOf(text, R"(breakwater_retry_wait_seconds_count{cause="overloaded_529"})"), QByteArray("5"));
        QCOMPARE(valueOf(text, R"(breakwater_retry_wait_seconds_sum{cause="overloaded_529"})"), QByteArray("1012.100001"));
        QCOMPARE(valueOf(text, R"(breakwater_retry_wait_seconds_sum{cause="rate_limited_429"})"), QByteArray("7"));
    }

    void onlyAnswersAreTimed()
    {
        MetricsFacts facts;
        facts.tally.add(answer(1500ms, 12s), opus);
        facts.tally.add(answer(700ms, 4s), opus);
        Sample broken = answer(100ms, 200s);
        broken.result = SampleClass::Network;
        facts.tally.add(broken, opus);
        const QByteArray text = metricsText(facts);
        const QByteArray labels = R"({route="r1",provider="anthropic",model="claude-opus")";
        QCOMPARE(valueOf(text, "breakwater_first_content_seconds_bucket" + labels + ",le=\"1\"}"), QByteArray("1"));
        QCOMPARE(valueOf(text, "breakwater_first_content_seconds_bucket" + labels + ",le=\"2\"}"), QByteArray("2"));
        QCOMPARE(valueOf(text, "breakwater_first_content_seconds_sum" + labels + "}"), QByteArray("2.2"));
        QCOMPARE(valueOf(text, "breakwater_answer_seconds_bucket" + labels + ",le=\"5\"}"), QByteArray("1"));
        QCOMPARE(valueOf(text, "breakwater_answer_seconds_count" + labels + "}"), QByteArray("2"));
        QCOMPARE(valueOf(text, "breakwater_answer_seconds_sum" + labels + "}"), QByteArray("16"));
    }

    void aClockThatJumpedMakesNoSumFall()
    {
        static constexpr std::array bounds {1.0};
        Histogram histogram(bounds);
        histogram.add(-5s);
        QCOMPARE(histogram.count(), quint64(1));
        QVERIFY(histogram.sum() == Duration::zero());
        QCOMPARE(histogram.within(0), quint64(1));
    }

    void turnsAreCountedByTheirEnd()
    {
        MetricsFacts facts;
        facts.tally.add(TurnEnd::Answered);
        facts.tally.add(TurnEnd::Answered);
        facts.tally.add(TurnEnd::BrokenOff);
        const QByteArray text = metricsText(facts);
        QCOMPARE(valueOf(text, R"(breakwater_turns_total{end="answered"})"), QByteArray("2"));
        QCOMPARE(valueOf(text, R"(breakwater_turns_total{end="broken_off"})"), QByteArray("1"));
        QCOMPARE(valueOf(text, R"(breakwater_turns_total{end="failed"})"), QByteArray("0"));
    }

    void whatIsNowIsTold()
    {
        MetricsFacts facts;
        facts.routes = {{opus, RouteFlow::Paused}};
        const ProviderId anthropic(QStringLiteral("anthropic"));
        facts.rooms[anthropic] = {
            {RoomLeft::Dimension::Requests, 50, 10, std::nullopt},
            {RoomLeft::Dimension::InputTokens, 1000, 5, noon - 1s}, // free again meanwhile
            {RoomLeft::Dimension::OutputTokens, 1000, 250, noon + 1s},
            {RoomLeft::Dimension::Tokens, 0, 0, std::nullopt}, // no limit: no ratio
            {RoomLeft::Dimension::Requests, 50, 20, std::nullopt}, // told twice
        };
        facts.budgets[anthropic] = 3.25;
        facts.sea = SeaState::Storm;
        facts.unsettledTurns = 4;
        facts.version = QStringLiteral("1.2.3");
        facts.at = noon;
        const QByteArray text = metricsText(facts);
        QCOMPARE(valueOf(text, R"(breakwater_breaker_state{route="r1",state="flowing"})"), QByteArray("0"));
        QCOMPARE(valueOf(text, R"(breakwater_breaker_state{route="r1",state="paused"})"), QByteArray("1"));
        QCOMPARE(valueOf(text, R"(breakwater_breaker_state{route="r1",state="testing"})"), QByteArray("0"));
        QCOMPARE(valueOf(text, R"(breakwater_room_left_ratio{provider="anthropic",limit="requests"})"), QByteArray("0.2"));
        QCOMPARE(valueOf(text, R"(breakwater_room_left_ratio{provider="anthropic",limit="input_tokens"})"), QByteArray("1"));
        QCOMPARE(valueOf(text, R"(breakwater_room_left_ratio{provider="anthropic",limit="output_tokens"})"), QByteArray("0.25"));
        QVERIFY(!text.contains("limit=\"tokens\""));
        QCOMPARE(text.count("limit=\"requests\""), 1);
        QCOMPARE(valueOf(text, R"(breakwater_retry_budget_tokens{provider="anthropic"})"), QByteArray("3.25"));
        QCOMPARE(valueOf(text, R"(breakwater_sea_state{state="storm"})"), QByteArray("1"));
        QCOMPARE(valueOf(text, R"(breakwater_sea_state{state="clear"})"), QByteArray("0"));
        QCOMPARE(valueOf(text, "breakwater_outbox_turns"), QByteArray("4"));
        QCOMPARE(valueOf(text, R"(breakwater_build_info{version="1.2.3"})"), QByteArray("1"));
    }

    void labelsAreEscaped_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("escaped");
        QTest::newRow("plain") << QStringLiteral("claude-opus") << QByteArray("claude-opus");
        QTest::newRow("quote") << QStringLiteral("a\"b") << QByteArray("a\\\"b");
        QTest::newRow("backslash") << QStringLiteral("a\\b") << QByteArray("a\\\\b");
        QTest::newRow("line feed") << QStringLiteral("a\nb") << QByteArray("a\\nb");
        QTest::newRow("all in a row") << QStringLiteral("\\\"\n\\n") << QByteArray("\\\\\\\"\\n\\\\n");
        QTest::newRow("letters of others") << QString::fromUtf8("模型 🌊") << QByteArray("模型 🌊");
        QTest::newRow("nothing at all") << QString(QChar(0)) << QByteArray("\xef\xbf\xbd");
    }

    void labelsAreEscaped()
    {
        QFETCH(QString, value);
        QFETCH(QByteArray, escaped);
        QCOMPARE(escapedLabel(value), escaped);
    }

    void aNameThatLooksLikeALineStaysInItsLabel()
    {
        MetricsFacts facts;
        facts.tally.add(sample(SampleClass::Overloaded), {QStringLiteral("r\"} 9\nbreakwater_outbox_turns 77"), QStringLiteral("p"), QStringLiteral("m")});
        QCOMPARE(valueOf(metricsText(facts), "breakwater_outbox_turns"), QByteArray("0"));
    }

    void eachFamilyIsDescribedOnceAndStandsTogether()
    {
        MetricsFacts facts;
        facts.routes = {{opus, RouteFlow::Flowing}, {{QStringLiteral("r2"), QStringLiteral("local"), QStringLiteral("qwen")}, RouteFlow::Testing}};
        facts.tally.add(answer(1s, 2s), opus);
        const QByteArray text = metricsText(facts);
        QVERIFY(text.endsWith('\n'));
        QSet<QByteArray> families;
        QSet<QByteArray> series;
        QByteArray family;
        QByteArray described;
        for (const QByteArray &line : text.chopped(1).split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.at(0) == "#" && words.at(1) == "HELP") {
                described = words.at(2);
                QVERIFY2(!families.contains(described), line.constData());
                families.insert(described);
            } else if (words.at(0) == "#") {
                family = words.at(2);
                QCOMPARE(family, described);
                QVERIFY2((QList<QByteArray> {"counter", "gauge", "histogram"}).contains(words.at(3)), line.constData());
            } else {
                QVERIFY2(line.startsWith(family), line.constData());
                const QByteArray name = line.left(line.lastIndexOf(' '));
                QVERIFY2(!series.contains(name), line.constData());
                series.insert(name);
            }
        }
        QCOMPARE(families.size(), 11);
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
