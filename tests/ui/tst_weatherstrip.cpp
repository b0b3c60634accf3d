// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketime.h"
#include "ui/weather/weatherstrip.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

void add(HealthLog &log, const FakeTime &time, SampleClass result, int count = 1)
{
    for (int index = 0; index < count; ++index) {
        Sample sample;
        sample.at = time.wall();
        sample.result = result;
        log.add(sample);
    }
}

} // namespace

class WeatherStripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysThatNothingWasSent();
    void saysThatNoneWasRefused();
    void saysWhoseRefusalsTheyAre();
    void saysThatItIsOffline();
    void itsNameIsTheWeatherInWords();
    void followsTheLogWhileVisible();
    void catchesUpWhenShown();
    void aClickAsksForThePanel();
    void returnAndSpaceAskForThePanel();
    void isReachedByTab();
    void fitsTheStatusBar();
};

void WeatherStripTest::saysThatNothingWasSent()
{
    FakeTime time;
    HealthLog log(time, time);
    QCOMPARE(WeatherStrip(log, time).sentence(), QStringLiteral("Nothing sent in 15 min"));
}

void WeatherStripTest::saysThatNoneWasRefused()
{
    FakeTime time;
    HealthLog log(time, time);
    add(log, time, SampleClass::Answered, 35);
    QCOMPARE(WeatherStrip(log, time).sentence(), QStringLiteral("35 answered, none refused in 15 min"));
}

void WeatherStripTest::saysWhoseRefusalsTheyAre()
{
    FakeTime time;
    HealthLog log(time, time);
    add(log, time, SampleClass::OwnLimit);
    add(log, time, SampleClass::Overloaded, 33);
    add(log, time, SampleClass::Answered, 3);
    QCOMPARE(WeatherStrip(log, time).sentence(), QStringLiteral("33 overloaded (theirs), 1 at your limit, in 15 min"));
}

void WeatherStripTest::saysThatItIsOffline()
{
    FakeTime time;
    HealthLog log(time, time);
    log.setOnline(false);
    time.advance(0s);
    WeatherStrip strip(log, time);
    QCOMPARE(strip.sentence(), QStringLiteral("You are offline"));
    QVERIFY(strip.accessibleName().contains(QStringLiteral("No signal")));
}

void WeatherStripTest::itsNameIsTheWeatherInWords()
{
    FakeTime time;
    HealthLog log(time, time);
    add(log, time, SampleClass::Overloaded);
    time.advance(0s);
    const QString name = WeatherStrip(log, time).accessibleName();
    QVERIFY2(name.startsWith(QStringLiteral("Weather: Storm since ")), qPrintable(name));
    QVERIFY(name.endsWith(QStringLiteral("1 overloaded (theirs), in 15 min")));
}

void WeatherStripTest::followsTheLogWhileVisible()
{
    FakeTime time;
    HealthLog log(time, time);
    WeatherStrip strip(log, time);
    strip.show();
    add(log, time, SampleClass::Answered);
    time.advance(1s);
    QCOMPARE(strip.sentence(), QStringLiteral("1 answered, none refused in 15 min"));
    time.advance(16min);
    QCOMPARE(strip.sentence(), QStringLiteral("Nothing sent in 15 min"));
}

void WeatherStripTest::catchesUpWhenShown()
{
    FakeTime time;
    HealthLog log(time, time);
    WeatherStrip strip(log, time);
    add(log, time, SampleClass::Answered);
    time.advance(1s);
    QCOMPARE(strip.sentence(), QStringLiteral("Nothing sent in 15 min"));
    strip.show();
    QCOMPARE(strip.sentence(), QStringLiteral("1 answered, none refused in 15 min"));
}

void WeatherStripTest::aClickAsksForThePanel()
{
    FakeTime time;
    HealthLog log(time, time);
    WeatherStrip strip(log, time);
    strip.resize(400, 30);
    QSignalSpy clicked(&strip, &QAbstractButton::clicked);
    QTest::mouseClick(&strip, Qt::LeftButton);
    QCOMPARE(clicked.count(), 1);
}

void WeatherStripTest::returnAndSpaceAskForThePanel()
{
    FakeTime time;
    HealthLog log(time, time);
    WeatherStrip strip(log, time);
    QSignalSpy clicked(&strip, &QAbstractButton::clicked);
    QTest::keyClick(&strip, Qt::Key_Return);
    QTest::keyClick(&strip, Qt::Key_Space);
    QCOMPARE(clicked.count(), 2);
}

void WeatherStripTest::isReachedByTab()
{
    FakeTime time;
    HealthLog log(time, time);
    QVERIFY(WeatherStrip(log, time).focusPolicy() & Qt::TabFocus);
}

void WeatherStripTest::fitsTheStatusBar()
{
    FakeTime time;
    HealthLog log(time, time);
    add(log, time, SampleClass::Overloaded, 1000);
    const WeatherStrip strip(log, time);
    QCOMPARE(strip.sizeHint().height(), 30);
    QVERIFY(strip.minimumSizeHint().width() <= strip.sizeHint().width());
}

QTEST_MAIN(WeatherStripTest)
#include "tst_weatherstrip.moc"
