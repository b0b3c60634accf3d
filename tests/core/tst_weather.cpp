// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/weather.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const WallTime noon = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 12h;
const Instant start { 1h };

SeaFacts facts(int answered, int refused)
{
    SeaFacts made;
    made.recent.each = { answered, 0, refused, 0, 0 };
    return made;
}

} // namespace

class WeatherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStateFollowsTheShareRefused_data();
    void theStateFollowsTheShareRefused();
    void everyRefusalCountsWhosesoeverItIs();
    void aPausedRouteIsAStormHoweverMuchIsAnswered();
    void offlineIsNoSignalWhateverElse();
    void a429IsYoursAndA529Theirs();
    void theFirstChangeIsShownAtOnce();
    void aChangeWithinHalfAMinuteIsLeftForLater();
    void afterHalfAMinuteTheNextChangeIsShown();
    void seeingTheSameKeepsItsBeginning();
    void sinceIsTheWallTimeOfTheChange();
};

void WeatherTest::theStateFollowsTheShareRefused_data()
{
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("refused");
    QTest::addColumn<SeaState>("state");
    QTest::newRow("nothing at all") << 0 << 0 << SeaState::Clear;
    QTest::newRow("none refused") << 35 << 0 << SeaState::Clear;
    QTest::newRow("just under 2 %") << 99 << 1 << SeaState::Clear;
    QTest::newRow("2 % exactly") << 98 << 2 << SeaState::Choppy;
    QTest::newRow("one of ten") << 9 << 1 << SeaState::Choppy;
    QTest::newRow("25 % exactly") << 75 << 25 << SeaState::Choppy;
    QTest::newRow("just over 25 %") << 74 << 26 << SeaState::Storm;
    QTest::newRow("all refused") << 0 << 1 << SeaState::Storm;
}

void WeatherTest::theStateFollowsTheShareRefused()
{
    QFETCH(int, answered);
    QFETCH(int, refused);
    QTEST(seaStateOf(facts(answered, refused)), "state");
}

void WeatherTest::everyRefusalCountsWhosesoeverItIs()
{
    SeaFacts some;
    some.recent.each = { 16, 1, 1, 1, 1 };
    QCOMPARE(seaStateOf(some), SeaState::Choppy);
    some.recent.each = { 11, 1, 1, 1, 1 };
    QCOMPARE(seaStateOf(some), SeaState::Storm);
}

void WeatherTest::aPausedRouteIsAStormHoweverMuchIsAnswered()
{
    SeaFacts calm = facts(100, 0);
    calm.routePaused = true;
    QCOMPARE(seaStateOf(calm), SeaState::Storm);
}

void WeatherTest::offlineIsNoSignalWhateverElse()
{
    SeaFacts offline = facts(1, 99);
    offline.routePaused = true;
    offline.online = false;
    QCOMPARE(seaStateOf(offline), SeaState::NoSignal);
}

void WeatherTest::a429IsYoursAndA529Theirs()
{
    QCOMPARE(sideOf(SampleClass::OwnLimit), Side::Yours);
    QCOMPARE(sideOf(SampleClass::Overloaded), Side::Theirs);
    QCOMPARE(sideOf(SampleClass::ServerError), Side::Theirs);
    QCOMPARE(sideOf(SampleClass::Network), Side::Between);
    QCOMPARE(sideOf(SampleClass::Answered), Side::Nobody);
}

void WeatherTest::theFirstChangeIsShownAtOnce()
{
    const Sea sea = afterSeeing({}, SeaState::Storm, start, noon);
    QCOMPARE(sea.state, SeaState::Storm);
}

void WeatherTest::aChangeWithinHalfAMinuteIsLeftForLater()
{
    const Sea storm = afterSeeing({}, SeaState::Storm, start, noon);
    QVERIFY(afterSeeing(storm, SeaState::Clear, start + 30s - 1us, noon + 30s) == storm);
}

void WeatherTest::afterHalfAMinuteTheNextChangeIsShown()
{
    const Sea storm = afterSeeing({}, SeaState::Storm, start, noon);
    QCOMPARE(afterSeeing(storm, SeaState::Clear, start + 30s, noon + 30s).state, SeaState::Clear);
}

void WeatherTest::seeingTheSameKeepsItsBeginning()
{
    const Sea storm = afterSeeing({}, SeaState::Storm, start, noon);
    QVERIFY(afterSeeing(storm, SeaState::Storm, start + 1h, noon + 1h) == storm);
}

void WeatherTest::sinceIsTheWallTimeOfTheChange()
{
    QVERIFY(!Sea().since.has_value());
    QVERIFY(afterSeeing({}, SeaState::Storm, start, noon).since == noon);
}

QTEST_GUILESS_MAIN(WeatherTest)
#include "tst_weather.moc"
