// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/weathernews.h"
#include "tests/support/fakes.h"
#include "tests/support/turnbench.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

struct Desk
{
    FakeOutbox fake;
    HealthLog health {fake.time, fake.time};
    WeatherPreferences wishes {false, false, 9529, true, true, true};
    WeatherNews news {health, fake.outbox, [this]() -> const WeatherPreferences & { return wishes; }};
    QSignalSpy said {&news, &WeatherNews::news};

    void add(SampleClass result, int count)
    {
        for (int each = 0; each < count; ++each) {
            Sample sample;
            sample.at = fake.time.wall();
            sample.result = result;
            health.add(sample);
        }
        fake.time.advance(1s);
    }
    /// The server answers the last request.
    void answer()
    {
        const ExchangeEvents last = fake.transport.events.back();
        HttpHead head;
        head.status = 200;
        head.headers = {{"content-type", "text/event-stream"}};
        last.head(head);
        last.bytes(wholeAnswer(QStringLiteral("Yes.")));
        last.ended(std::nullopt);
    }
    [[nodiscard]] QString title(int which) const { return said.at(which).at(0).toString(); }
};

} // namespace

class WeatherNewsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsThatAStormBeganAndIsOver()
    {
        Desk desk;
        desk.add(SampleClass::Overloaded, 5);
        QCOMPARE(desk.said.count(), 1);
        QCOMPARE(desk.title(0), QStringLiteral("A storm has begun."));
        desk.add(SampleClass::Overloaded, 5); // it goes on
        QCOMPARE(desk.said.count(), 1);
        desk.fake.time.advance(20min);
        QCOMPARE(desk.said.count(), 2);
        QCOMPARE(desk.title(1), QStringLiteral("The storm is over."));
    }

    void saysNothingUnasked()
    {
        Desk desk;
        desk.wishes = {};
        desk.add(SampleClass::Overloaded, 5);
        desk.fake.time.advance(20min);
        QCOMPARE(desk.said.count(), 0);
    }

    void beingOfflineEndsNoStorm()
    {
        Desk desk;
        desk.add(SampleClass::Overloaded, 5);
        desk.fake.time.advance(31s);
        desk.health.setOnline(false);
        desk.fake.time.advance(31s);
        QVERIFY(desk.health.sea().state == SeaState::NoSignal);
        QCOMPARE(desk.said.count(), 1);
        desk.health.setOnline(true);
        desk.fake.time.advance(31s);
        QVERIFY(desk.health.sea().state == SeaState::Storm);
        QCOMPARE(desk.said.count(), 1); // the same one
    }

    void tellsOnceThatTheOutboxWasSent()
    {
        Desk desk;
        const auto first = desk.fake.outbox.submit({{}, QStringLiteral("One"), {}});
        const auto second = desk.fake.outbox.submit({{}, QStringLiteral("Two"), {}});
        desk.fake.settle();
        desk.fake.outbox.keep(*first);
        desk.fake.outbox.keep(*second);
        desk.fake.settle();
        QVERIFY(desk.fake.outbox.turn(*first)->phase == TurnPhase::Kept);
        QCOMPARE(desk.said.count(), 0);
        for (const TurnId &each : {*first, *second}) {
            desk.fake.outbox.sendAgain(each);
            desk.fake.settle();
            desk.answer();
            desk.fake.settle();
        }
        QTRY_COMPARE(desk.said.count(), 1);
        QCOMPARE(desk.title(0), QStringLiteral("The outbox was sent."));
        QVERIFY(desk.said.at(0).at(1).toString().startsWith(QLatin1Char('2')));
    }

    void whatIsCancelledWasNotSent()
    {
        Desk desk;
        const auto first = desk.fake.outbox.submit({{}, QStringLiteral("One"), {}});
        desk.fake.settle();
        desk.fake.outbox.keep(*first);
        desk.fake.settle();
        desk.fake.outbox.cancel(*first);
        desk.fake.settle();
        QCoreApplication::processEvents();
        QCOMPARE(desk.said.count(), 0);
    }
};

QTEST_GUILESS_MAIN(WeatherNewsTest)
#include "tst_weathernews.moc"
