// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/healthlog.h"
#include "tests/support/faketime.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteId opus { QStringLiteral("opus") };
const RouteId local { QStringLiteral("local") };
const ProviderId anthropic { QStringLiteral("anthropic") };

Sample sampleAt(WallTime at, SampleClass result = SampleClass::Answered)
{
    Sample sample;
    sample.at = at;
    sample.route = opus;
    sample.result = result;
    return sample;
}

} // namespace

class HealthLogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsAfterTheCallNotDuringIt();
    void tellsOnceForManySamples();
    void tellsAtMostOnceASecond();
    void isSilentWhenNothingIsDifferent();
    void keepsSamplesInOrderWhenTheClockIsSetBack();
    void forgetsWhatIsOlderThanAWeek();
    void restoresBesidesWhatCameMeanwhile();
    void ofVeryManySamplesTheOlderAreKeptByTheHour();
    void aPauseOfAnEarlierRunEndsWithItsTest();
    void aPauseThatIsStillOnGoesOn();
    void aStormGoesOnOverARestart();
    void keepsTheLeastRoomOfEachMinute();
    void lanesKeepTheirOrderWhenTheClockIsSetBack();
    void knowsTheFlowOfARoute();
    void remembersWhatARouteDidAtTheEdgeOfTheWeek();
    void makesAStormOfRefusals();
    void theStormPassesByItself();
    void aPauseOutsideTheChainIsNoStorm();
    void offlineIsNoSignal();
    void anAnswerProvesANetwork();
    void aChangeHeldBackIsShownHalfAMinuteLater();
    void restsOnceTheSeaIsClear();
    void keepsRoomsAndBudgetsByProvider();
};

void HealthLogTest::tellsAfterTheCallNotDuringIt()
{
    FakeTime time;
    HealthLog log(time, time);
    QSignalSpy changed(&log, &HealthLog::changed);
    log.add(sampleAt(time.wall()));
    QCOMPARE(changed.count(), 0);
    time.advance(0s);
    QCOMPARE(changed.count(), 1);
}

void HealthLogTest::tellsOnceForManySamples()
{
    FakeTime time;
    HealthLog log(time, time);
    QSignalSpy changed(&log, &HealthLog::changed);
    for (int index = 0; index < 100; ++index)
        log.add(sampleAt(time.wall()));
    time.advance(0s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(log.recent().all(), 100);
}

void HealthLogTest::tellsAtMostOnceASecond()
{
    FakeTime time;
    HealthLog log(time, time);
    QSignalSpy changed(&log, &HealthLog::changed);
    for (int tenth = 0; tenth < 50; ++tenth) {
        log.add(sampleAt(time.wall()));
        time.advance(100ms);
    }
    QVERIFY(changed.count() >= 5);
    QVERIFY(changed.count() <= 6);
}

void HealthLogTest::isSilentWhenNothingIsDifferent()
{
    FakeTime time;
    HealthLog log(time, time);
    log.setOnline(true);
    log.setBudget(anthropic, 0.0, 0.0);
    log.setRooms(anthropic, {});
    QCOMPARE(time.pending(), std::size_t(0));
}

void HealthLogTest::keepsSamplesInOrderWhenTheClockIsSetBack()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(sampleAt(time.wall(), SampleClass::Overloaded));
    log.add(sampleAt(time.wall() - 5min, SampleClass::OwnLimit));
    QCOMPARE(log.samples().front().result, SampleClass::OwnLimit);
    QCOMPARE(log.samples().back().result, SampleClass::Overloaded);
}

void HealthLogTest::forgetsWhatIsOlderThanAWeek()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(sampleAt(time.wall()));
    time.advance(24h * 7 - 1h);
    log.add(sampleAt(time.wall()));
    time.advance(2h);
    log.add(sampleAt(time.wall()));
    time.advance(1s);
    QCOMPARE(log.samples().size(), std::size_t(2));
}

void HealthLogTest::restoresBesidesWhatCameMeanwhile()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(sampleAt(time.wall()));
    HealthPast past;
    past.samples = { sampleAt(time.wall() - 1h, SampleClass::Overloaded), sampleAt(time.wall() - 2h, SampleClass::OwnLimit), sampleAt(time.wall() - 24h * 7 - 1s) };
    log.restore(past);
    QCOMPARE(log.samples().size(), std::size_t(3));
    QCOMPARE(log.samples().front().result, SampleClass::OwnLimit);
    QCOMPARE(log.samples().back().result, SampleClass::Answered);
}

void HealthLogTest::ofVeryManySamplesTheOlderAreKeptByTheHour()
{
    FakeTime time;
    HealthLog log(time, time);
    HealthPast past;
    const auto count = static_cast<int>(mostSamplesInMemory) * 11 / 10;
    for (int each = 0; each < count; ++each)
        past.samples.push_back(sampleAt(time.wall() - std::chrono::milliseconds(4000) * (count - each), each % 3 == 0 ? SampleClass::Overloaded : SampleClass::Answered));
    log.restore(past);
    QCOMPARE(log.samples().size(), mostSamplesInMemory);
    const Window window = log.window(WeatherRange::Week);
    QCOMPARE(window.totals.of(SampleClass::Overloaded), (count + 2) / 3);
    QCOMPARE(window.totals.all(), count);
    QCOMPARE(window.routes.at(opus).all(), count);
}

void HealthLogTest::aPauseOfAnEarlierRunEndsWithItsTest()
{
    FakeTime time;
    HealthLog log(time, time);
    HealthPast past;
    past.flows = { { time.wall() - 2h, opus, RouteFlow::Paused, time.wall() - 2h + 20s } };
    log.restore(past);
    QCOMPARE(log.flow(opus).flow, RouteFlow::Flowing);
    QVERIFY(log.flow(opus).at == time.wall() - 2h + 20s);
}

void HealthLogTest::aPauseThatIsStillOnGoesOn()
{
    FakeTime time;
    HealthLog log(time, time);
    const FlowChange now { time.wall(), opus, RouteFlow::Paused, time.wall() + 30s };
    log.add(now); // what the outbox says of it at the start
    HealthPast past;
    past.flows = { { time.wall() - 10s, opus, RouteFlow::Paused, time.wall() + 30s } };
    log.restore(past);
    QCOMPARE(log.flow(opus), now);
    QCOMPARE(log.flows(opus).size(), std::size_t(2));
}

void HealthLogTest::aStormGoesOnOverARestart()
{
    FakeTime time;
    HealthLog log(time, time);
    HealthPast past;
    for (int each = 0; each < 10; ++each)
        past.samples.push_back(sampleAt(time.wall() - 10min + each * 30s, SampleClass::Overloaded));
    log.restore(past);
    QVERIFY(log.sea().state == SeaState::Storm);
    QVERIFY(log.sea().since == time.wall() - 10min);
    QCOMPARE(log.storms(WeatherRange::Day).size(), std::size_t(1));
}

void HealthLogTest::keepsTheLeastRoomOfEachMinute()
{
    FakeTime time;
    HealthLog log(time, time);
    std::vector<RoomMark> kept;
    QObject::connect(&log, &HealthLog::roomMeasured, &log, [&kept](const RoomMark &mark) { kept.push_back(mark); });
    const ProviderId mine(QStringLiteral("mine"));
    const auto say = [&](qint64 left) { log.setRooms(mine, { { RoomLeft::Dimension::Requests, 50, left, std::nullopt } }); };
    say(40);
    say(10);
    say(30);
    QCOMPARE(log.roomMarks(), (std::vector<RoomMark> { { time.wall(), mine, RoomLeft::Dimension::Requests, 0.2 } }));
    QVERIFY(kept.empty());
    time.advance(1min);
    say(50);
    QCOMPARE(kept.size(), std::size_t(1));
    QCOMPARE(kept.back().share, 0.2);
    log.closeMinute();
    QCOMPARE(kept.size(), std::size_t(2));
    QCOMPARE(log.roomMarks().size(), std::size_t(2));
}

void HealthLogTest::lanesKeepTheirOrderWhenTheClockIsSetBack()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(FlowChange { time.wall(), opus, RouteFlow::Paused, std::nullopt });
    log.add(FlowChange { time.wall() - 3h, opus, RouteFlow::Flowing, std::nullopt });
    QVERIFY(log.flows(opus)[1].at == log.flows(opus)[0].at);
}

void HealthLogTest::knowsTheFlowOfARoute()
{
    FakeTime time;
    HealthLog log(time, time);
    QCOMPARE(log.flow(opus).flow, RouteFlow::Flowing);
    const FlowChange paused { time.wall(), opus, RouteFlow::Paused, time.wall() + 42s };
    log.add(paused);
    QVERIFY(log.flow(opus) == paused);
    QCOMPARE(log.flow(local).flow, RouteFlow::Flowing);
    time.advance(1s);
    log.add(FlowChange { time.wall(), opus, RouteFlow::Paused, time.wall() + 20s }); // shorter now, but the same pause
    QCOMPARE(log.flows(opus).size(), std::size_t(1));
    QVERIFY(log.flow(opus).at == paused.at);
    QVERIFY(log.flow(opus).until == time.wall() + 20s);
}

void HealthLogTest::remembersWhatARouteDidAtTheEdgeOfTheWeek()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(FlowChange { time.wall(), opus, RouteFlow::Paused, std::nullopt });
    time.advance(1min);
    log.add(FlowChange { time.wall(), opus, RouteFlow::Flowing, std::nullopt });
    time.advance(24h * 7 + 1h);
    log.add(sampleAt(time.wall()));
    time.advance(0s);
    QCOMPARE(log.flows(opus).size(), std::size_t(1));
    QCOMPARE(log.flow(opus).flow, RouteFlow::Flowing);
}

void HealthLogTest::makesAStormOfRefusals()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(sampleAt(time.wall()));
    log.add(sampleAt(time.wall(), SampleClass::Overloaded));
    time.advance(0s);
    QCOMPARE(log.sea().state, SeaState::Storm);
    QVERIFY(log.sea().since == time.wall());
}

void HealthLogTest::theStormPassesByItself()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(sampleAt(time.wall(), SampleClass::Overloaded));
    time.advance(14min);
    QCOMPARE(log.sea().state, SeaState::Storm);
    time.advance(2min);
    QCOMPARE(log.sea().state, SeaState::Clear);
}

void HealthLogTest::aPauseOutsideTheChainIsNoStorm()
{
    FakeTime time;
    HealthLog log(time, time);
    log.setChainRoutes({ opus });
    log.add(FlowChange { time.wall(), local, RouteFlow::Paused, std::nullopt });
    time.advance(1s);
    QCOMPARE(log.sea().state, SeaState::Clear);
    log.add(FlowChange { time.wall(), opus, RouteFlow::Paused, std::nullopt });
    time.advance(1s);
    QCOMPARE(log.sea().state, SeaState::Storm);
}

void HealthLogTest::offlineIsNoSignal()
{
    FakeTime time;
    HealthLog log(time, time);
    log.setOnline(false);
    time.advance(0s);
    QCOMPARE(log.sea().state, SeaState::NoSignal);
}

void HealthLogTest::anAnswerProvesANetwork()
{
    FakeTime time;
    HealthLog log(time, time);
    log.setOnline(false); // systems are wrong about it at times
    log.add(sampleAt(time.wall(), SampleClass::Network));
    QVERIFY(!log.online());
    log.add(sampleAt(time.wall(), SampleClass::Answered));
    QVERIFY(log.online());
}

void HealthLogTest::aChangeHeldBackIsShownHalfAMinuteLater()
{
    FakeTime time;
    HealthLog log(time, time);
    log.setOnline(false);
    time.advance(5s);
    log.setOnline(true);
    time.advance(24s);
    QCOMPARE(log.sea().state, SeaState::NoSignal);
    time.advance(1s);
    QCOMPARE(log.sea().state, SeaState::Clear);
}

void HealthLogTest::restsOnceTheSeaIsClear()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(sampleAt(time.wall(), SampleClass::Overloaded));
    time.advance(1h);
    QCOMPARE(time.pending(), std::size_t(0));
}

void HealthLogTest::keepsRoomsAndBudgetsByProvider()
{
    FakeTime time;
    HealthLog log(time, time);
    const RoomLeft room { RoomLeft::Dimension::Requests, 50, 38, time.wall() + 12s };
    log.setRooms(anthropic, { room });
    log.setBudget(anthropic, 3.2, 5.0);
    QVERIFY(log.rooms().at(anthropic) == std::vector { room });
    QVERIFY(log.budgets().at(anthropic) == (BudgetLevel { 3.2, 5.0 }));
}

QTEST_GUILESS_MAIN(HealthLogTest)
#include "tst_healthlog.moc"
