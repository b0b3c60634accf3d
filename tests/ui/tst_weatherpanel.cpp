// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketime.h"
#include "ui/weather/charttip.h"
#include "ui/weather/rangeswitch.h"
#include "ui/weather/responseschart.h"
#include "ui/weather/roombars.h"
#include "ui/weather/roomlist.h"
#include "ui/weather/routelanes.h"
#include "ui/weather/seriescounter.h"
#include "ui/weather/waitschart.h"
#include "ui/weather/weatherpanel.h"
#include "ui/weather/weathertable.h"
#include "ui/weather/weatherwords.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteId opus { QStringLiteral("opus") };
const RouteId local { QStringLiteral("local") };
const ProviderId anthropic { QStringLiteral("anthropic") };
const ProviderId machine { QStringLiteral("machine") };

/// A log under fake time with two routes, and a panel on it.
struct Sight
{
    FakeTime time;
    HealthLog log { time, time };
    RouteTable table;
    std::vector<RouteId> chain { opus, local };
    WeatherPanel panel { WeatherSources { log, [this]() -> const RouteTable & { return table; }, [this] { return chain; }, time } };

    Sight()
    {
        table.providers = { Provider { anthropic, QStringLiteral("Anthropic"), Dialect::Anthropic, {}, true, false },
            Provider { machine, QStringLiteral("Local"), Dialect::OpenAi, {}, true, false } };
        table.routes = { Route { opus, anthropic, QStringLiteral("claude-opus-5-5"), QStringLiteral("Opus 5.5") },
            Route { local, machine, QStringLiteral("llama"), QStringLiteral("Llama") } };
    }
    void add(SampleClass result, int count = 1, std::optional<SampleWait> wait = std::nullopt)
    {
        for (int index = 0; index < count; ++index) {
            Sample sample;
            sample.at = time.wall();
            sample.route = opus;
            sample.result = result;
            sample.wait = wait;
            log.add(sample);
        }
        time.advance(1s);
    }
    void open()
    {
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        for (const QLabel *label : panel.findChildren<QLabel *>()) {
            if (label->text() == text && label->isVisible())
                return true;
        }
        return false;
    }
    [[nodiscard]] SeriesCounter *counter(SampleClass which) const
    {
        return panel.findChildren<SeriesCounter *>().value(static_cast<int>(which));
    }
};

} // namespace

class WeatherPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void buildsNothingBeforeItIsShown();
    void saysThatThereIsNoWeatherYet();
    void showsTheWeatherWithTheFirstSample();
    void countsEachClass();
    void saysWhoIsOverloaded();
    void saysThatTheLimitIsYours();
    void saysThatItIsOffline();
    void aCounterHidesItsSeries();
    void theRangeChangesTheFigures();
    void arrowsChangeTheRange();
    void summarisesInWords();
    void repaintsNothingWhileHidden();
    void catchesUpWhenShownAgain();
    void lanesTellWhatEachRouteDoes();
    void aPauseWithoutTimeLeftPromisesNone();
    void roomLeftTellsLimitsAndBudget();
    void aPastResetMakesTheLimitWhole();
    void roomsOfTwoProvidersAreToldApart();
    void arrowsMoveTheCrosshairOfBothCharts();
    void tOpensTheTable();
    void theTableHasTheFiguresOfTheCharts();
    void theTipTellsABucketInWords();
    void theCountAxisHasAWholeMiddle_data();
    void theCountAxisHasAWholeMiddle();
    void headerButtonsAskAndDoNothingThemselves();
};

void WeatherPanelTest::buildsNothingBeforeItIsShown()
{
    Sight sight;
    sight.add(SampleClass::Answered);
    QVERIFY(!sight.panel.findChild<ResponsesChart *>());
    sight.open();
    QVERIFY(sight.panel.findChild<ResponsesChart *>());
}

void WeatherPanelTest::saysThatThereIsNoWeatherYet()
{
    Sight sight;
    sight.open();
    QVERIFY(sight.says(QStringLiteral("No weather yet")));
    QVERIFY(sight.says(QStringLiteral("It appears with your first turn.")));
}

void WeatherPanelTest::showsTheWeatherWithTheFirstSample()
{
    Sight sight;
    sight.open();
    sight.add(SampleClass::Answered);
    QVERIFY(sight.says(QStringLiteral("Clear")));
    QVERIFY(sight.says(QStringLiteral("1 answered, none refused in 15 min.")));
}

void WeatherPanelTest::countsEachClass()
{
    Sight sight;
    sight.open();
    for (int index = 0; index < sampleClassCount; ++index)
        sight.add(static_cast<SampleClass>(index), index + 1);
    for (int index = 0; index < sampleClassCount; ++index)
        QCOMPARE(sight.counter(static_cast<SampleClass>(index))->count(), index + 1);
}

void WeatherPanelTest::saysWhoIsOverloaded()
{
    Sight sight;
    sight.open();
    sight.add(SampleClass::Overloaded, 3);
    QVERIFY(sight.says(QStringLiteral("Anthropic is overloaded. Your limits are fine.")));
}

void WeatherPanelTest::saysThatTheLimitIsYours()
{
    Sight sight;
    sight.open();
    sight.add(SampleClass::OwnLimit, 3);
    QVERIFY(sight.says(QStringLiteral("You reached your own limit. Anthropic is fine.")));
}

void WeatherPanelTest::saysThatItIsOffline()
{
    Sight sight;
    sight.open();
    sight.log.setOnline(false);
    sight.time.advance(1s);
    QVERIFY(sight.says(QStringLiteral("You are offline. Turns wait in the outbox.")));
}

void WeatherPanelTest::aCounterHidesItsSeries()
{
    Sight sight;
    sight.add(SampleClass::Overloaded, 7);
    sight.open();
    QTest::mouseClick(sight.counter(SampleClass::Overloaded), Qt::LeftButton);
    QVERIFY(!sight.panel.shown()[static_cast<std::size_t>(SampleClass::Overloaded)]);
    QCOMPARE(sight.counter(SampleClass::Overloaded)->count(), 7);
    sight.panel.setShown(SampleClass::Overloaded, true);
    QVERIFY(sight.counter(SampleClass::Overloaded)->isChecked());
}

void WeatherPanelTest::theRangeChangesTheFigures()
{
    Sight sight;
    sight.add(SampleClass::Answered, 2);
    sight.time.advance(30min);
    sight.add(SampleClass::Answered, 3);
    sight.open();
    QCOMPARE(sight.counter(SampleClass::Answered)->count(), 5);
    QSignalSpy changed(&sight.panel, &WeatherPanel::rangeChanged);
    sight.panel.setRange(WeatherRange::QuarterHour);
    QCOMPARE(sight.counter(SampleClass::Answered)->count(), 3);
    QCOMPARE(changed.count(), 1);
}

void WeatherPanelTest::arrowsChangeTheRange()
{
    Sight sight;
    sight.open();
    auto *ranges = sight.panel.findChild<RangeSwitch *>();
    QTest::keyClick(ranges, Qt::Key_Right);
    QCOMPARE(sight.panel.range(), WeatherRange::Day);
    QTest::keyClick(ranges, Qt::Key_Right);
    QTest::keyClick(ranges, Qt::Key_Right);
    QCOMPARE(sight.panel.range(), WeatherRange::Week);
    for (int each = 0; each < 3; ++each)
        QTest::keyClick(ranges, Qt::Key_Left);
    QCOMPARE(sight.panel.range(), WeatherRange::QuarterHour);
}

void WeatherPanelTest::summarisesInWords()
{
    Sight sight;
    const WallTime at = sight.time.wall();
    sight.add(SampleClass::Answered, 61);
    sight.add(SampleClass::OwnLimit, 4);
    sight.add(SampleClass::Overloaded, 43);
    sight.add(SampleClass::ServerError, 3);
    sight.add(SampleClass::Network, 2);
    sight.time.advance(31s);
    Sea sea = sight.log.sea();
    QCOMPARE(sea.state, SeaState::Storm);
    QCOMPARE(sight.panel.summary(),
        QStringLiteral("Last hour: 61 answered, 4 at your limit, 43 overloaded, 3 server errors, 2 network. Storm since %1")
            .arg(weatherwords::clockTime(*sea.since, at)));
}

void WeatherPanelTest::repaintsNothingWhileHidden()
{
    Sight sight;
    sight.add(SampleClass::Answered);
    sight.open();
    sight.panel.hide();
    sight.add(SampleClass::Answered);
    QCOMPARE(sight.counter(SampleClass::Answered)->count(), 1);
}

void WeatherPanelTest::catchesUpWhenShownAgain()
{
    Sight sight;
    sight.add(SampleClass::Answered);
    sight.open();
    sight.panel.hide();
    sight.add(SampleClass::Answered);
    sight.panel.show();
    QCOMPARE(sight.counter(SampleClass::Answered)->count(), 2);
}

void WeatherPanelTest::lanesTellWhatEachRouteDoes()
{
    Sight sight;
    sight.open();
    sight.log.add(FlowChange { sight.time.wall(), opus, RouteFlow::Paused, sight.time.wall() + 42s });
    sight.time.advance(0s);
    auto *lanes = sight.panel.findChild<RouteLanes *>();
    QCOMPARE(lanes->accessibleDescription(), QStringLiteral("Opus 5.5: Paused, 0:42. Llama: Flowing"));
}

void WeatherPanelTest::aPauseWithoutTimeLeftPromisesNone()
{
    const WallTime now = FakeTime().wall();
    QCOMPARE(weatherwords::flowText({ now, opus, RouteFlow::Paused, now }, now), QStringLiteral("Paused"));
    QCOMPARE(weatherwords::flowText({ now, opus, RouteFlow::Testing, std::nullopt }, now), QStringLiteral("Testing"));
}

void WeatherPanelTest::roomLeftTellsLimitsAndBudget()
{
    Sight sight;
    sight.open();
    sight.log.setRooms(anthropic,
        { { RoomLeft::Dimension::Requests, 50, 38, sight.time.wall() + 12s },
            { RoomLeft::Dimension::InputTokens, 30000, 21400, std::nullopt } });
    sight.log.setBudget(anthropic, 3.27, 5.0);
    sight.time.advance(0s);
    QCOMPARE(sight.panel.findChild<RoomBars *>()->accessibleDescription(),
        QStringLiteral("Requests: 38 of 50 left. Input tokens: %1 of %2. Retry budget: 3.2 of 5 left")
            .arg(QLocale().toString(21400), QLocale().toString(30000)));
    QVERIFY(sight.says(QStringLiteral("limits reset in 12 s")));
}

void WeatherPanelTest::aPastResetMakesTheLimitWhole()
{
    Sight sight;
    sight.log.setRooms(anthropic, { { RoomLeft::Dimension::Requests, 50, 0, sight.time.wall() + 12s } });
    sight.time.advance(13s);
    const RoomList list = roomList(sight.log, sight.table, sight.chain, sight.time.wall());
    QCOMPARE(list.bars.front().text, QStringLiteral("50 of 50 left"));
    QVERIFY(list.note.isEmpty());
}

void WeatherPanelTest::roomsOfTwoProvidersAreToldApart()
{
    Sight sight;
    sight.log.setRooms(anthropic, { { RoomLeft::Dimension::Requests, 50, 10, std::nullopt } });
    sight.log.setBudget(machine, 5, 5);
    const RoomList list = roomList(sight.log, sight.table, sight.chain, sight.time.wall());
    QCOMPARE(list.bars.size(), std::size_t(2));
    QCOMPARE(list.bars[0].name, QStringLiteral("Anthropic: Requests"));
    QCOMPARE(list.bars[1].name, QStringLiteral("Local: Retry budget"));
}

void WeatherPanelTest::arrowsMoveTheCrosshairOfBothCharts()
{
    Sight sight;
    sight.add(SampleClass::Overloaded, 1, SampleWait { 0s, 2s });
    sight.open();
    auto *responses = sight.panel.findChild<ResponsesChart *>();
    auto *waits = sight.panel.findChild<WaitsChart *>();
    QTest::keyClick(responses, Qt::Key_Left);
    QVERIFY(responses->bucket() == std::size_t(29));
    QTest::keyClick(responses, Qt::Key_Left);
    QVERIFY(waits->bucket() == std::size_t(28));
    QVERIFY(sight.panel.findChild<ChartTip *>()->isVisible());
    QVERIFY(!sight.panel.grab().isNull());
}

void WeatherPanelTest::tOpensTheTable()
{
    Sight sight;
    sight.add(SampleClass::Answered);
    sight.open();
    QTest::keyClick(sight.panel.findChild<ResponsesChart *>(), Qt::Key_T);
    QTRY_VERIFY(sight.panel.findChild<WeatherTable *>() && sight.panel.findChild<WeatherTable *>()->isVisible());
}

void WeatherPanelTest::theTableHasTheFiguresOfTheCharts()
{
    Sight sight;
    sight.add(SampleClass::Answered, 4);
    sight.add(SampleClass::Overloaded, 2, SampleWait { 1s, 1s });
    WeatherTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(sight.log.window(WeatherRange::Hour));
    QCOMPARE(model.rowCount(), 30);
    QCOMPARE(model.columnCount(), 7);
    QCOMPARE(model.index(0, 1).data().toInt(), 4);
    QCOMPARE(model.index(0, 3).data().toInt(), 2);
    QCOMPARE(model.index(0, 6).data().toString(), QStringLiteral("2.0 s"));
    QCOMPARE(model.headerData(3, Qt::Horizontal).toString(), QStringLiteral("529 theirs"));
    QCOMPARE(model.index(1, 1).data().toInt(), 0);
}

void WeatherPanelTest::theTipTellsABucketInWords()
{
    Sight sight;
    sight.add(SampleClass::Overloaded, 2, SampleWait { 0s, 4800ms });
    const Window window = sight.log.window(WeatherRange::Hour);
    QVERIFY(ChartTip::words(window, 29, {}, sight.time.wall()).endsWith(QStringLiteral("2 overloaded. Half of the retries waited under 4.8 s")));
    QVERIFY(ChartTip::words(window, 0, {}, sight.time.wall()).endsWith(QStringLiteral("nothing sent")));
}

void WeatherPanelTest::theCountAxisHasAWholeMiddle_data()
{
    QTest::addColumn<int>("tallest");
    QTest::addColumn<int>("end");
    QTest::newRow("nothing") << 0 << 4;
    QTest::newRow("four") << 4 << 4;
    QTest::newRow("seven") << 7 << 8;
    QTest::newRow("thirty-six") << 36 << 40;
    QTest::newRow("many") << 4567 << 6000;
}

void WeatherPanelTest::theCountAxisHasAWholeMiddle()
{
    QFETCH(int, tallest);
    QTEST(ResponsesChart::axisEnd(tallest), "end");
    QCOMPARE(ResponsesChart::axisEnd(tallest) % 2, 0);
}

void WeatherPanelTest::headerButtonsAskAndDoNothingThemselves()
{
    Sight sight;
    sight.open();
    QSignalSpy close(&sight.panel, &WeatherPanel::closeRequested);
    QSignalSpy own(&sight.panel, &WeatherPanel::ownWindowRequested);
    for (QAbstractButton *button : sight.panel.findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == QStringLiteral("Own window") || button->accessibleName() == QStringLiteral("Close the weather panel"))
            button->click();
    }
    QCOMPARE(close.count(), 1);
    QCOMPARE(own.count(), 1);
    QVERIFY(sight.panel.isVisible());
}

QTEST_MAIN(WeatherPanelTest)
#include "tst_weatherpanel.moc"
