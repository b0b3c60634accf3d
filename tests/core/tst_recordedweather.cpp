// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/recordedweather.h"

#include <QTest>

using namespace breakwater;

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

const RouteId one(QStringLiteral("one"));
const RouteId two(QStringLiteral("two"));
const RouteId other(QStringLiteral("other"));
const std::map<RouteId, ProviderId> owners {{one, ProviderId(QStringLiteral("a"))}, {two, ProviderId(QStringLiteral("a"))}, {other, ProviderId(QStringLiteral("b"))}};
constexpr WallTime start {std::chrono::hours(1000)};

/// Sent at `sent`, without a turn of its own.
Sample answered(const RouteId &route, Duration sent, Duration content = milliseconds(400))
{
    Sample sample;
    sample.route = route;
    sample.total = content * 3;
    sample.at = start + std::chrono::duration_cast<milliseconds>(sent + sample.total);
    sample.firstContent = content;
    return sample;
}

Sample failed(const RouteId &route, Duration sent, SampleClass result, FaultKind kind, std::optional<int> status = {}, std::optional<Duration> hint = {})
{
    Sample sample;
    sample.route = route;
    sample.total = milliseconds(10);
    sample.at = start + std::chrono::duration_cast<milliseconds>(sent + sample.total);
    sample.result = result;
    sample.fault = kind;
    sample.status = status;
    sample.hint = hint;
    return sample;
}

RecordedOutcome asked(const RecordedWeather &weather, const RouteId &route, Duration sent, std::uint64_t seed = 1)
{
    SeededJitter dice(seed);
    return weather.outcome({route, RecordedWeather::Moment(start) + sent, 1'000'000, 0}, dice);
}

/// Of a hundred draws.
int answeredOf(const RecordedWeather &weather, const RouteId &route, Duration sent)
{
    int count = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed)
        count += asked(weather, route, sent, seed).fault ? 0 : 1;
    return count;
}

} // namespace

class TestRecordedWeather : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLimitBindsUntilItsOwnEnd()
    {
        std::vector<Sample> samples;
        for (int at = 0; at < 20; ++at)
            samples.push_back(answered(one, seconds(10 * at)));
        samples.push_back(failed(one, seconds(200), SampleClass::OwnLimit, FaultKind::RateLimited, 429, seconds(20)));
        for (int at = 23; at < 40; ++at)
            samples.push_back(answered(one, seconds(10 * at)));
        const RecordedWeather weather(samples, owners);
        const RecordedOutcome within = asked(weather, one, seconds(205));
        QVERIFY(within.fault && within.fault->kind == FaultKind::RateLimited && within.fault->hint);
        QCOMPARE(within.fault->status, 429);
        QVERIFY(std::abs(toSeconds(within.fault->hint->wait) - 15.0) < 0.1);
        QCOMPARE(answeredOf(weather, one, seconds(221)), 100); // it said nothing of the time after
    }

    void whoWasLetThroughEndsALimit()
    {
        std::vector<Sample> samples;
        for (int at = 0; at < 20; ++at)
            samples.push_back(answered(one, seconds(at)));
        samples.push_back(failed(one, seconds(20), SampleClass::OwnLimit, FaultKind::RateLimited, 429, seconds(60)));
        for (int at = 25; at < 80; ++at)
            samples.push_back(answered(one, seconds(at)));
        const RecordedWeather weather(samples, owners);
        QVERIFY(asked(weather, one, seconds(22)).fault);
        QVERIFY(answeredOf(weather, one, seconds(30)) > 90);
    }

    void anOutageKeepsItsEdges()
    {
        std::vector<Sample> samples;
        for (int at = 0; at < 60; ++at)
            samples.push_back(at >= 20 && at < 40 ? failed(one, seconds(20 * at), SampleClass::Overloaded, FaultKind::Overloaded, 529) : answered(one, seconds(20 * at)));
        const RecordedWeather weather(samples, owners);
        QVERIFY(answeredOf(weather, one, seconds(20 * 19 + 2)) >= 95);
        QVERIFY(answeredOf(weather, one, seconds(20 * 20 - 2)) <= 5);
        QCOMPARE(answeredOf(weather, one, seconds(20 * 30 + 7)), 0);
    }

    void aFlakyRouteIsFlakyForEveryTry()
    {
        SeededJitter dice(4);
        std::vector<Sample> samples;
        for (int at = 0; at < 300; ++at)
            samples.push_back(dice.next() < 0.5 ? failed(one, seconds(at), SampleClass::Overloaded, FaultKind::Overloaded, 529) : answered(one, seconds(at)));
        const RecordedWeather weather(samples, owners);
        int sum = 0;
        for (int at = 20; at < 280; at += 20) {
            const int share = answeredOf(weather, one, seconds(at) + milliseconds(100));
            QVERIFY(share > 10 && share < 90); // not the same again and again
            sum += share;
        }
        QVERIFY(sum > 13 * 35 && sum < 13 * 65);
    }

    void aTurnsOwnRequestMeetsWhatItMet()
    {
        std::vector<Sample> samples;
        for (int at = 0; at < 40; ++at)
            samples.push_back(answered(one, seconds(at)));
        samples[20] = failed(one, seconds(20), SampleClass::ServerError, FaultKind::Transient, 500);
        for (int at = 0; at < 40; ++at)
            samples[static_cast<std::size_t>(at)].turn = TurnId(QStringLiteral("%1").arg(at, 3));
        const RecordedWeather weather(samples, owners);
        QCOMPARE(weather.turns().size(), std::size_t(40));
        for (std::uint64_t seed = 1; seed < 20; ++seed) {
            SeededJitter dice(seed);
            QCOMPARE(weather.outcome({one, RecordedWeather::Moment(start) + seconds(20) + milliseconds(300), 20, 0}, dice).fault->kind, FaultKind::Transient);
            QVERIFY(!weather.outcome({one, RecordedWeather::Moment(start) + seconds(21), 21, 0}, dice).fault);
        }
    }

    void whereNothingWasRecordedItIsEstimated()
    {
        std::vector<Sample> samples;
        for (int at = 0; at < 30; ++at)
            samples.push_back(answered(one, seconds(at)));
        const RecordedWeather weather(samples, owners);
        QVERIFY(!asked(weather, one, seconds(10)).estimated);
        const RecordedOutcome never = asked(weather, other, seconds(10));
        QVERIFY(never.estimated && !never.fault);
        QVERIFY(asked(weather, one, minutes(30)).estimated);
        QVERIFY(asked(RecordedWeather(), one, seconds(1)).estimated);
    }

    void troublesAtAHostAreThoseOfAllItsRoutes()
    {
        std::vector<Sample> samples;
        for (int at = 0; at < 30; ++at) {
            samples.push_back(failed(one, seconds(at), SampleClass::Network, FaultKind::Connect));
            samples.push_back(answered(other, seconds(at)));
        }
        const RecordedWeather weather(samples, owners);
        const RecordedOutcome met = asked(weather, two, seconds(15));
        QVERIFY(met.estimated && met.fault && met.fault->kind == FaultKind::Connect);
    }

    void whoWasAskedInTroublesOnlyIsWellInFairWeather()
    {
        std::vector<Sample> samples;
        for (int at = 0; at < 240; ++at) {
            const bool storm = at >= 100 && at < 140;
            samples.push_back(storm ? failed(one, seconds(at), SampleClass::Overloaded, FaultKind::Overloaded, 529) : answered(one, seconds(at)));
            if (storm)
                samples.push_back(failed(other, seconds(at) + milliseconds(200), SampleClass::Overloaded, FaultKind::Overloaded, 529));
        }
        const RecordedWeather weather(samples, owners);
        QCOMPARE(answeredOf(weather, other, seconds(120)), 0);
        QVERIFY(answeredOf(weather, other, seconds(40)) > 95);
        QVERIFY(asked(weather, other, seconds(40)).estimated);
    }

    void withoutANetworkNobodyIsReached()
    {
        std::vector<Sample> samples;
        for (int at = 0; at < 30; ++at)
            samples.push_back(at >= 10 && at < 20 ? failed(one, seconds(10 * at), SampleClass::Network, FaultKind::Offline) : answered(one, seconds(10 * at)));
        const RecordedWeather weather(samples, owners);
        const RecordedOutcome met = asked(weather, other, seconds(150));
        QVERIFY(met.fault && met.fault->kind == FaultKind::Offline);
        QCOMPARE(weather.networkReturns().size(), std::size_t(1));
        QVERIFY(weather.networkReturns().front() == RecordedWeather::Moment(start) + seconds(200));
    }

    void aRequestGivenUpForItsSilenceStaysSilent()
    {
        const RecordedWeather weather({failed(one, seconds(1), SampleClass::Network, FaultKind::SlowHeaders)}, owners);
        SeededJitter dice(1);
        RecordedOutcome met;
        do
            met = weather.outcome({one, RecordedWeather::Moment(start) + seconds(2), 7, 0}, dice);
        while (met.estimated);
        QVERIFY(!met.head && !met.content && !met.end);
    }
};

QTEST_APPLESS_MAIN(TestRecordedWeather)
#include "tst_recordedweather.moc"
