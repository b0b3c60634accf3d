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
    void forgetsWhatIsOlderThanADay();
    void restoresBesidesWhatCameMeanwhile();
    void keepsABoundedNumberOfSamples();
    void knowsTheFlowOfARoute();
    void remembersWhatARouteDidAtTheEdgeOfTheDay();
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

void HealthLogTest::forgetsWhatIsOlderThanADay()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(sampleAt(time.wall()));
    time.advance(23h);
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
    log.restore({ sampleAt(time.wall() - 1h, SampleClass::Overloaded), sampleAt(time.wall() - 2h, SampleClass::OwnLimit),
        sampleAt(time.wall() - 25h) });
    QCOMPARE(log.samples().size(), std::size_t(3));
    QCOMPARE(log.samples().front().result, SampleClass::OwnLimit);
    QCOMPARE(log.samples().back().result, SampleClass::Answered);
}

void HealthLogTest::keepsABoundedNumberOfSamples()
{
    FakeTime time;
    HealthLog log(time, time);
    log.restore(std::vector<Sample>(60'000, sampleAt(time.wall())));
    QCOMPARE(log.samples().size(), std::size_t(50'000));
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

void HealthLogTest::remembersWhatARouteDidAtTheEdgeOfTheDay()
{
    FakeTime time;
    HealthLog log(time, time);
    log.add(FlowChange { time.wall(), opus, RouteFlow::Paused, std::nullopt });
    time.advance(1min);
    log.add(FlowChange { time.wall(), opus, RouteFlow::Flowing, std::nullopt });
    time.advance(25h);
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
