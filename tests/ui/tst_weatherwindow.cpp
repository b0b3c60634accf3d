// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketime.h"
#include "ui/style/button.h"
#include "ui/style/theme.h"
#include "ui/weather/charttip.h"
#include "ui/weather/responseschart.h"
#include "ui/weather/roomchart.h"
#include "ui/weather/shownlist.h"
#include "ui/weather/timeticks.h"
#include "ui/weather/waitschart.h"
#include "ui/weather/weathertable.h"
#include "ui/weather/weatherwindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteId opus(QStringLiteral("opus"));
const RouteId local(QStringLiteral("local"));
const ProviderId anthropic(QStringLiteral("anthropic"));
const ProviderId machine(QStringLiteral("machine"));

/// A log under fake time with two routes at two providers, and a window on it.
struct View
{
    FakeTime time;
    HealthLog log {time, time};
    RouteTable table;
    WeatherWindow window {WeatherSources {log, [this]() -> const RouteTable & { return table; }, [] { return std::vector<RouteId> {opus, local}; }, time}};

    View()
    {
        table.providers = {Provider {anthropic, QStringLiteral("Anthropic"), Dialect::Anthropic, {}, true, false}, Provider {machine, QStringLiteral("Local"), Dialect::OpenAi, {}, true, false}};
        table.routes = {Route {opus, anthropic, QStringLiteral("claude-opus-5-5"), QStringLiteral("Opus 5.5")}, Route {local, machine, QStringLiteral("llama"), QStringLiteral("Llama")}};
    }
    void add(SampleClass result, Duration ago, const RouteId &route = opus, const QString &turn = {})
    {
        HealthPast past;
        Sample sample;
        sample.at = std::chrono::floor<std::chrono::milliseconds>(time.wall() - ago);
        sample.route = route;
        sample.turn = TurnId(turn.isEmpty() ? QString::number(m_turns++) : turn);
        sample.result = result;
        sample.total = 2s;
        sample.firstContent = 500ms;
        past.samples = {sample};
        log.restore(past);
    }
    void open()
    {
        time.advance(1s);
        window.resize(window.sizeHint());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text && label->isVisible(); });
    }

private:
    int m_turns = 0;
};

Window windowOf(WeatherRange range)
{
    return countWindow({}, std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 14h + 7min, range);
}

} // namespace

class WeatherWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysThatThereIsNoWeatherYet()
    {
        View view;
        view.open();
        QVERIFY(view.says(QStringLiteral("No weather yet")));
    }

    void tellsOfTheStormThatIsOver()
    {
        View view;
        for (int each = 0; each < 10; ++each)
            view.add(SampleClass::Overloaded, 4h - each * 1min, opus, QStringLiteral("turn"));
        view.add(SampleClass::Answered, 3h, opus, QStringLiteral("turn"));
        view.open();
        const QString from = QDateTime::fromMSecsSinceEpoch((view.time.wall() - 4h - 1s).time_since_epoch().count()).toString(QStringLiteral("HH:mm"));
        const auto labels = view.window.findChildren<QLabel *>();
        QVERIFY2(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().startsWith(QStringLiteral("Clear now. One storm")) && label->text().contains(from); }),
            qPrintable(from));
        QVERIFY(view.says(QStringLiteral("Anthropic was overloaded. The one turn in it was still answered.")));
    }

    void tellsThatThereWasNoStorm()
    {
        View view;
        view.add(SampleClass::Answered, 2h);
        view.open();
        QVERIFY(view.says(QStringLiteral("Clear now. No storm in 24 hours.")));
    }

    void showsOnlyTheProviderThatIsChosen()
    {
        View view;
        view.add(SampleClass::Answered, 2h);
        view.add(SampleClass::Network, 2h, local);
        view.open();
        auto *providers = view.window.findChild<QComboBox *>();
        QCOMPARE(providers->count(), 3);
        QCOMPARE(view.window.feed().window().totals.all(), 2);
        providers->setCurrentIndex(2);
        Q_EMIT providers->activated(2);
        QCOMPARE(view.window.feed().window().totals.all(), 1);
        QCOMPARE(view.window.feed().window().totals.of(SampleClass::Network), 1);
        QCOMPARE(view.window.feed().lanes().size(), std::size_t(1));
        view.table.providers.pop_back(); // it is gone while it was chosen
        view.time.advance(5s);
        view.add(SampleClass::Answered, 1s);
        view.time.advance(2s);
        QTRY_COMPARE(providers->currentIndex(), 0);
        QCOMPARE(view.window.feed().window().totals.all(), 3);
    }

    void aBoxHidesItsSeries()
    {
        View view;
        view.add(SampleClass::Answered, 2h);
        view.open();
        auto *box = view.window.findChild<ShownList *>()->findChildren<QCheckBox *>().at(2);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QVERIFY(!view.window.feed().shown()[2]);
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(view.window.feed().shown()[2]);
    }

    void oneCrosshairIsOnAllCharts()
    {
        View view;
        view.add(SampleClass::Answered, 2h);
        view.open();
        auto *responses = view.window.findChild<ResponsesChart *>();
        auto *waits = view.window.findChild<WaitsChart *>();
        auto *rooms = view.window.findChild<RoomChart *>();
        QTest::keyClick(rooms, Qt::Key_Left);
        QVERIFY(responses->bucket() == std::size_t(95) && waits->bucket() == std::size_t(95));
        QVERIFY(view.window.findChild<ChartTip *>()->isVisible());
        QCOMPARE(responses->plot().left(), rooms->plot().left());
        QCOMPARE(responses->plot().right(), waits->plot().right());
    }

    void theLeastRoomIsDrawn()
    {
        View view;
        view.add(SampleClass::Answered, 2h);
        view.log.setRooms(anthropic, {{RoomLeft::Dimension::Requests, 50, 20, std::nullopt}, {RoomLeft::Dimension::InputTokens, 1000, 900, std::nullopt}});
        view.open();
        const RoomLine &line = view.window.findChild<RoomChart *>()->requests();
        QVERIFY(std::any_of(line.begin(), line.end(), [](const auto &each) { return each == 0.4; }));
        QVERIFY(view.says(QStringLiteral("lowest in each 15 min")));
    }

    void tOpensTheTable()
    {
        View view;
        view.add(SampleClass::Answered, 2h);
        view.open();
        QTest::keyClick(&view.window, Qt::Key_T);
        QTRY_VERIFY(view.window.findChild<WeatherTable *>() && view.window.findChild<WeatherTable *>()->isVisible());
    }

    void escapeClosesIt()
    {
        View view;
        view.open();
        QSignalSpy closed(&view.window, &WeatherWindow::closed);
        QTest::keyClick(&view.window, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QVERIFY(!view.window.isVisible());
    }

    void offersFilesOfTheRange()
    {
        View view;
        view.add(SampleClass::Answered, 2h);
        view.open();
        QSignalSpy wanted(&view.window, &WeatherWindow::exportWanted);
        for (auto *button : view.window.findChildren<Button *>()) {
            if (button->text() == QStringLiteral("Export…"))
                button->click();
        }
        auto *menu = view.window.findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 4);
        menu->actions().at(1)->trigger();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().at(0).value<WeatherFile>(), WeatherFile::AttemptsJson);
        menu->close();
    }

    void fitsTheSmallestSizeAndTheLargestText()
    {
        View view;
        view.add(SampleClass::Answered, 2h);
        view.open();
        Theme::instance().setTextScale(1.5);
        view.window.resize(720, 520);
        QCoreApplication::processEvents();
        QVERIFY2(view.window.width() <= 800, qPrintable(QString::number(view.window.width())));
        QVERIFY(!view.window.grab().isNull());
        Theme::instance().setTextScale(1.0);
    }

    void ticksAreWholeTimes_data()
    {
        QTest::addColumn<WeatherRange>("range");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("15 min") << WeatherRange::QuarterHour << 2 << 3;
        QTest::newRow("1 h") << WeatherRange::Hour << 5 << 6;
        QTest::newRow("24 h") << WeatherRange::Day << 5 << 6;
        QTest::newRow("7 days") << WeatherRange::Week << 6 << 7;
    }

    void ticksAreWholeTimes()
    {
        QFETCH(const WeatherRange, range);
        QFETCH(const int, least);
        QFETCH(const int, most);
        const Window window = windowOf(range);
        const std::vector<TimeTick> ticks = timeTicks(window);
        QVERIFY2(int(ticks.size()) >= least && int(ticks.size()) <= most, qPrintable(QString::number(ticks.size())));
        for (std::size_t each = 0; each < ticks.size(); ++each) {
            QVERIFY(ticks[each].at > window.from && ticks[each].at < window.until);
            QVERIFY(each == 0 || ticks[each].at > ticks[each - 1].at);
        }
    }
};

QTEST_MAIN(WeatherWindowTest)
#include "tst_weatherwindow.moc"
