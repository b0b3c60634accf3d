// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/roomline.h"
#include "core/health/window.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const WallTime noon = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 12h;

Sample sampleAt(WallTime at, SampleClass result, std::optional<SampleWait> wait = std::nullopt)
{
    Sample sample;
    sample.at = at;
    sample.route = RouteId(QStringLiteral("opus"));
    sample.result = result;
    sample.total = 2s;
    sample.wait = wait;
    return sample;
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRangeIsWholeBuckets_data();
    void everyRangeIsWholeBuckets();
    void nothingGivesEmptyBucketsWithoutGaps();
    void bucketsBeginAtWholeMultiplesOfTheirLength();
    void barsStayWhileTheirBucketFills();
    void theAxisMovesByAWholeBucket();
    void eachSampleFallsIntoTheBucketOfItsEnd();
    void samplesOutsideTheRangeAreLeftOut();
    void totalsAreTheSumOfTheBuckets();
    void refusedIsAllThatGotNoAnswer();
    void waitsComeOldestFirstWithTheirCause();
    void percentilesAreByNearestRank_data();
    void percentilesAreByNearestRank();
    void percentilesOfNothingAreNone();
    void onlyAnswersAreMeasured();
    void timesBeforeTheEpochAreCountedToo();
    void recentEndsToTheMillisecond();
    void eachRouteIsCountedByItself();
    void aTurnIsAnsweredOnce();
    void onlyTheRoutesThatAreWanted();
    void hoursCountInTheirBucket();
    void theLeastRoomOfEachBucket();
};

void WindowTest::eachRouteIsCountedByItself()
{
    std::vector<Sample> samples { sampleAt(noon - 10s, SampleClass::Answered), sampleAt(noon - 9s, SampleClass::Overloaded), sampleAt(noon - 8s, SampleClass::Answered) };
    samples[2].route = RouteId(QStringLiteral("haiku"));
    const Window window = countWindow(samples, noon, WeatherRange::Hour);
    QCOMPARE(window.routes.size(), std::size_t(2));
    QCOMPARE(window.routes.at(RouteId(QStringLiteral("opus"))).of(SampleClass::Overloaded), 1);
    QCOMPARE(window.routes.at(RouteId(QStringLiteral("haiku"))).of(SampleClass::Answered), 1);
}

void WindowTest::aTurnIsAnsweredOnce()
{
    std::vector<Sample> samples { sampleAt(noon - 10s, SampleClass::Overloaded), sampleAt(noon - 9s, SampleClass::Answered), sampleAt(noon - 8s, SampleClass::Answered),
        sampleAt(noon - 7s, SampleClass::OwnLimit) };
    for (Sample &sample : samples)
        sample.turn = TurnId(QStringLiteral("first"));
    samples.back().turn = TurnId(QStringLiteral("second"));
    const Window window = countWindow(samples, noon, WeatherRange::Hour);
    QCOMPARE(window.turns, 2);
    QCOMPARE(window.turnsAnswered, 1);
}

void WindowTest::onlyTheRoutesThatAreWanted()
{
    std::vector<Sample> samples { sampleAt(noon - 10s, SampleClass::Answered), sampleAt(noon - 9s, SampleClass::Overloaded, SampleWait { 0s, 1s }) };
    samples[0].route = RouteId(QStringLiteral("haiku"));
    const auto haiku = [](const RouteId &route) { return route.text() == QLatin1String("haiku"); };
    Window window = countWindow(samples, noon, WeatherRange::Hour, haiku);
    QCOMPARE(window.totals.all(), 1);
    QVERIFY(window.waits.empty());
    addHours(window, std::vector { HourTotal { noon - 1h, RouteId(QStringLiteral("opus")), window.totals } }, haiku);
    QCOMPARE(window.totals.all(), 1);
}

void WindowTest::hoursCountInTheirBucket()
{
    Window window = countWindow({}, noon, WeatherRange::Week);
    Counts counts;
    counts.each = { 5, 4, 3, 2, 1 };
    addHours(window, std::vector { HourTotal { noon - 23h, RouteId(QStringLiteral("opus")), counts }, HourTotal { noon - 24h * 8, RouteId(QStringLiteral("opus")), counts } });
    QVERIFY(window.totals == counts);
    const auto place = static_cast<std::size_t>((noon - 23h - window.from) / 2h);
    QVERIFY(window.buckets[place].counts == counts);
}

void WindowTest::theLeastRoomOfEachBucket()
{
    using Limit = RoomLeft::Dimension;
    const ProviderId mine(QStringLiteral("mine"));
    const Window window = countWindow({}, noon, WeatherRange::Day);
    const std::vector<RoomMark> marks { { noon - 16min, mine, Limit::Requests, 0.5 }, { noon - 17min, mine, Limit::Requests, 0.25 }, { noon - 17min, mine, Limit::InputTokens, 0.1 },
        { noon - 48h, mine, Limit::Requests, 0.0 }, { noon - 1min, ProviderId(QStringLiteral("other")), Limit::Requests, 0.75 } };
    const RoomLine line = roomLine(marks, window, Limit::Requests);
    QCOMPARE(line.size(), window.buckets.size());
    QCOMPARE(line[93], std::optional(0.25)); // the last bucket but two: the present one has just begun
    QCOMPARE(line[94], std::optional(0.75));
    QVERIFY(!line[95]);
    QVERIFY(!roomLine(marks, window, Limit::Requests, [&](const ProviderId &provider) { return provider == mine; })[94]);
}


void WindowTest::everyRangeIsWholeBuckets_data()
{
    QTest::addColumn<WeatherRange>("range");
    QTest::addColumn<int>("count");
    QTest::newRow("15 min") << WeatherRange::QuarterHour << 30;
    QTest::newRow("1 h") << WeatherRange::Hour << 30;
    QTest::newRow("24 h") << WeatherRange::Day << 96;
    QTest::newRow("7 days") << WeatherRange::Week << 84;
}

void WindowTest::everyRangeIsWholeBuckets()
{
    QFETCH(WeatherRange, range);
    QFETCH(int, count);
    const Window window = countWindow({}, noon, range);
    QCOMPARE(int(window.buckets.size()), count);
    QVERIFY(rangeLength(range) % bucketLength(range) == Duration::zero());
    QVERIFY(window.until - window.from == rangeLength(range));
}

void WindowTest::nothingGivesEmptyBucketsWithoutGaps()
{
    const Window window = countWindow({}, noon, WeatherRange::Hour);
    for (std::size_t index = 1; index < window.buckets.size(); ++index) {
        QVERIFY(window.buckets[index].from - window.buckets[index - 1].from == 2min);
        QCOMPARE(window.buckets[index].counts.all(), 0);
    }
    QVERIFY(window.buckets.front().from == window.from);
    QCOMPARE(window.totals.all(), 0);
}

void WindowTest::bucketsBeginAtWholeMultiplesOfTheirLength()
{
    const Window window = countWindow({}, noon + 3min + 7s, WeatherRange::Hour);
    QVERIFY(window.until == noon + 4min);
    QVERIFY(window.from == noon + 4min - 1h);
}

void WindowTest::barsStayWhileTheirBucketFills()
{
    const std::vector<Sample> samples { sampleAt(noon - 5min, SampleClass::Answered), sampleAt(noon + 1s, SampleClass::Overloaded) };
    QVERIFY(countWindow(samples, noon + 1s, WeatherRange::Hour) == countWindow(samples, noon + 119s, WeatherRange::Hour));
}

void WindowTest::theAxisMovesByAWholeBucket()
{
    const Window before = countWindow({}, noon + 2min - 1ms, WeatherRange::Hour);
    const Window after = countWindow({}, noon + 2min, WeatherRange::Hour);
    QVERIFY(after.from - before.from == 2min);
}

void WindowTest::eachSampleFallsIntoTheBucketOfItsEnd()
{
    const std::vector<Sample> samples { sampleAt(noon, SampleClass::Answered), sampleAt(noon - 1ms, SampleClass::OwnLimit) };
    const Window window = countWindow(samples, noon + 1s, WeatherRange::Hour);
    QCOMPARE(window.buckets[29].counts.of(SampleClass::Answered), 1);
    QCOMPARE(window.buckets[28].counts.of(SampleClass::OwnLimit), 1);
    QCOMPARE(window.totals.all(), 2);
}

void WindowTest::samplesOutsideTheRangeAreLeftOut()
{
    const std::vector<Sample> samples { sampleAt(noon - 2h, SampleClass::Answered), sampleAt(noon + 10min, SampleClass::Answered) };
    QCOMPARE(countWindow(samples, noon, WeatherRange::Hour).totals.all(), 0);
}

void WindowTest::totalsAreTheSumOfTheBuckets()
{
    std::vector<Sample> samples;
    for (int index = 0; index < 500; ++index)
        samples.push_back(sampleAt(noon - 7s * index, static_cast<SampleClass>(index % sampleClassCount)));
    const Window window = countWindow(samples, noon, WeatherRange::Hour);
    Counts sum;
    for (const Bucket &bucket : window.buckets) {
        for (std::size_t which = 0; which < sum.each.size(); ++which)
            sum.each[which] += bucket.counts.each[which];
    }
    QVERIFY(sum == window.totals);
    QCOMPARE(sum.all(), 498); // 7 s each: all but the oldest two lie within the hour of whole buckets
}

void WindowTest::refusedIsAllThatGotNoAnswer()
{
    Counts counts;
    for (int which = 0; which < sampleClassCount; ++which)
        counts.add(static_cast<SampleClass>(which));
    QCOMPARE(counts.all(), 5);
    QCOMPARE(counts.refused(), 4);
}

void WindowTest::waitsComeOldestFirstWithTheirCause()
{
    const std::vector<Sample> samples {
        sampleAt(noon - 10s, SampleClass::OwnLimit, SampleWait { 4s, 700ms }),
        sampleAt(noon - 50s, SampleClass::Overloaded, SampleWait { 0s, 1300ms }),
        sampleAt(noon - 5s, SampleClass::Overloaded),
    };
    const Window window = countWindow(samples, noon, WeatherRange::QuarterHour);
    QCOMPARE(window.waits.size(), std::size_t(2));
    QVERIFY(window.waits[0] == (RetryWait { noon - 50s, SampleClass::Overloaded, { 0s, 1300ms } }));
    QVERIFY(window.waits[1].wait.total() == 4700ms);
}

void WindowTest::percentilesAreByNearestRank_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("half");
    QTest::addColumn<int>("most");
    QTest::newRow("one") << 1 << 1 << 1;
    QTest::newRow("two") << 2 << 1 << 2;
    QTest::newRow("twenty") << 20 << 10 << 19;
    QTest::newRow("hundred") << 100 << 50 << 95;
}

void WindowTest::percentilesAreByNearestRank()
{
    QFETCH(int, count);
    QFETCH(int, half);
    QFETCH(int, most);
    std::vector<Duration> values;
    for (int value = count; value >= 1; --value)
        values.push_back(1s * value);
    const auto found = percentiles(values);
    QVERIFY(found.has_value());
    QCOMPARE(toSeconds(found->half), double(half));
    QCOMPARE(toSeconds(found->most), double(most));
}

void WindowTest::percentilesOfNothingAreNone()
{
    QVERIFY(!percentiles({}).has_value());
}

void WindowTest::onlyAnswersAreMeasured()
{
    std::vector<Sample> samples { sampleAt(noon - 1s, SampleClass::Answered), sampleAt(noon - 2s, SampleClass::Overloaded) };
    samples[0].firstContent = 650ms;
    samples[1].total = 60s;
    const Window window = countWindow(samples, noon, WeatherRange::Hour);
    QVERIFY(window.firstContent == (Percentiles { 650ms, 650ms }));
    QVERIFY(window.total == (Percentiles { 2s, 2s }));
}

void WindowTest::timesBeforeTheEpochAreCountedToo()
{
    const WallTime before = WallTime(-3min);
    const Window window = countWindow(std::vector { sampleAt(before, SampleClass::Answered) }, before, WeatherRange::Hour);
    QVERIFY(window.until == WallTime(-2min));
    QCOMPARE(window.buckets.back().counts.all(), 1);
}

void WindowTest::recentEndsToTheMillisecond()
{
    const std::vector<Sample> samples {
        sampleAt(noon - 15min, SampleClass::Answered),
        sampleAt(noon - 15min + 1ms, SampleClass::Overloaded),
        sampleAt(noon, SampleClass::Network),
        sampleAt(noon + 1ms, SampleClass::Network),
    };
    const Counts counts = countRecent(samples, noon, 15min);
    QCOMPARE(counts.all(), 2);
    QCOMPARE(counts.of(SampleClass::Overloaded), 1);
}

QTEST_GUILESS_MAIN(WindowTest)
#include "tst_window.moc"
