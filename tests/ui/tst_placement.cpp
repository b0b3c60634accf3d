// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/placement.h"

#include <QtTest>

using namespace breakwater;

class TestPlacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowGoesWhereItCanBeSeenWhole_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("placed");
        // Two screens of 1920 x 1080 side by side, with a panel of 40 at the bottom of the first.
        QTest::newRow("it fits where it was") << QRect(100, 100, 1280, 788) << QRect(100, 100, 1280, 788);
        QTest::newRow("it fits at the very top, below its frame of another size") << QRect(0, 20, 1280, 788) << QRect(0, 20, 1280, 788);
        QTest::newRow("it fits on the second screen") << QRect(2000, 200, 1280, 788) << QRect(2000, 200, 1280, 788);
        QTest::newRow("its screen is gone") << QRect(5000, 200, 1280, 788) << QRect(636, 200, 1280, 788);
        QTest::newRow("it hangs out of the left") << QRect(-300, 200, 1280, 788) << QRect(4, 200, 1280, 788);
        QTest::newRow("its title is above the screen") << QRect(100, -500, 1280, 788) << QRect(100, 30, 1280, 788);
        QTest::newRow("it hangs under the panel") << QRect(100, 400, 1280, 788) << QRect(100, 248, 1280, 788);
        QTest::newRow("between two screens it goes to the one that has more of it") << QRect(1500, 100, 1280, 788) << QRect(1924, 100, 1280, 788);
        QTest::newRow("it is larger than the screen") << QRect(0, 0, 2560, 1400) << QRect(4, 30, 1912, 1006);
        QTest::newRow("it is too high alone") << QRect(50, 50, 800, 2000) << QRect(50, 30, 800, 1006);
    }

    void aWindowGoesWhereItCanBeSeenWhole()
    {
        QFETCH(QRect, wanted);
        QFETCH(QRect, placed);
        const std::vector<QRect> screens {QRect(0, 0, 1920, 1040), QRect(1920, 0, 1920, 1080)};
        const QMargins frame(4, 30, 4, 4);
        QCOMPARE(placeOn(wanted, screens, frame), placed);
        QCOMPARE(placeOn(placed, screens, frame), placed); // and stays there at the next start
    }

    /// 1280 x 800 at 150 %.
    void theFirstWindowFitsOnASmallScreen()
    {
        const QRect screen(0, 0, 853, 533);
        const QMargins frame(4, 30, 4, 4);
        const QRect placed = placeOn(QRect(0, 0, 1280, 788), {screen}, frame);
        QVERIFY(screen.contains(placed.marginsAdded(frame)));
    }

    void theLeastSizeGivesWayToTheScreen()
    {
        QWidget window;
        window.setMinimumSize(720, 520);
        window.resize(1280, 788);
        keepOn({QRect(0, 0, 853, 533)}, window);
        QCOMPARE(window.size(), QSize(845, 499));
        QCOMPARE(window.minimumSize(), QSize(720, 499));
    }

    void aWindowThatHasRoomKeepsItsSize()
    {
        QWidget window;
        window.setMinimumSize(720, 520);
        window.setGeometry(300, 200, 1280, 788);
        keepOn({QRect(0, 0, 1920, 1080)}, window);
        QCOMPARE(window.geometry(), QRect(300, 200, 1280, 788));
        QCOMPARE(window.minimumSize(), QSize(720, 520));
    }
};

QTEST_MAIN(TestPlacement)
#include "tst_placement.moc"
