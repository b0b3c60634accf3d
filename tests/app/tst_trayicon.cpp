// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trayicon.h"

#include <QtTest>

#include <QAction>

using namespace breakwater;

/// The icon under a tray that comes and goes.
class TestTrayIcon : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsShownWhileItIsWantedAndThereIsATray()
    {
        bool there = false;
        TrayIcon tray([&there] { return there; });
        QSignalSpy changed(&tray, &TrayIcon::shownChanged);
        there = true;
        tray.look();
        QVERIFY(!tray.isShown()); // nobody wants it
        there = false;
        tray.setWanted(true);
        QVERIFY(!tray.isShown());
        there = true;
        tray.look();
        QVERIFY(tray.isShown());
        there = false;
        tray.look();
        QVERIFY(!tray.isShown());
        there = true;
        tray.look();
        tray.setWanted(false);
        QVERIFY(!tray.isShown());
        QCOMPARE(changed, (QList<QList<QVariant>> {{true}, {false}, {true}, {false}}));
    }

    void itSaysTheWeatherAndWhatWaits()
    {
        TrayIcon tray([] { return true; });
        tray.setWanted(true);
        QCOMPARE(tray.words(), QStringLiteral("Breakwater: Clear"));
        tray.setWeather(SeaState::Storm);
        tray.setWaiting(1);
        QCOMPARE(tray.words(), QStringLiteral("Breakwater: Storm, 1 turn waits"));
        tray.setWaiting(2);
        QCOMPARE(tray.words(), QStringLiteral("Breakwater: Storm, 2 turns wait"));
        QCOMPARE(tray.menu().findChild<QAction *>(QStringLiteral("trayOutbox"))->text(), QStringLiteral("Outbox (2 waiting)"));
        QCOMPARE(tray.menu().findChild<QAction *>(QStringLiteral("traySea"))->text(), QStringLiteral("Weather: Storm"));
    }

    void eachLineOfItsMenuSaysWhatIsWanted()
    {
        TrayIcon tray([] { return true; });
        QSignalSpy show(&tray, &TrayIcon::showWanted);
        QSignalSpy fresh(&tray, &TrayIcon::newConversationWanted);
        QSignalSpy outbox(&tray, &TrayIcon::outboxWanted);
        QSignalSpy quit(&tray, &TrayIcon::quitWanted);
        for (const char *name : {"trayShow", "trayNew", "trayOutbox", "trayQuit"})
            tray.menu().findChild<QAction *>(QLatin1String(name))->trigger();
        QCOMPARE(show.count(), 1);
        QCOMPARE(fresh.count(), 1);
        QCOMPARE(outbox.count(), 1);
        QCOMPARE(quit.count(), 1);
    }
};

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
