// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/congestion.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const Instant start {1h};
const Instant settled = start + 1s; // of a limit that engaged at `start`

void accept(Congestion &congestion, int times, Instant now)
{
    for (int each = 0; each < times; ++each) {
        congestion.sent();
        congestion.accepted(now);
    }
}

void refuse(Congestion &congestion, int times, Instant now)
{
    for (int each = 0; each < times; ++each) {
        congestion.sent();
        congestion.refused(now);
    }
}

void finish(Congestion &congestion, int times)
{
    for (int each = 0; each < times; ++each)
        congestion.finished();
}

/// Limited since `start`, with so many being answered.
Congestion crowded(int beingAnswered)
{
    Congestion congestion;
    accept(congestion, beingAnswered, start);
    for (int each = 0; each < 60 && !congestion.limit(); ++each)
        refuse(congestion, 1, start);
    return congestion;
}

/// Once limited, and found to be refused for another reason.
Congestion lifted()
{
    Congestion congestion = crowded(0);
    refuse(congestion, 5, start);
    return congestion;
}

} // namespace

class TestCongestion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLimitedAtFirst()
    {
        Congestion congestion;
        accept(congestion, 1'000, start);
        QVERIFY(congestion.hasRoom(start));
        QVERIFY(!congestion.limit());
        QCOMPARE(congestion.lookAgainAt(start), start);
    }

    void itCountsWhatIsUnderWay()
    {
        Congestion congestion;
        congestion.sent();
        congestion.sent();
        congestion.sent();
        QCOMPARE(congestion.underWay(), 3);
        congestion.accepted(start);
        QCOMPARE(congestion.underWay(), 3);
        congestion.refused(start);
        QCOMPARE(congestion.underWay(), 2);
        congestion.dropped();
        QCOMPARE(congestion.underWay(), 1);
        congestion.finished();
        QCOMPARE(congestion.underWay(), 0);
        congestion.finished(); // told once too often
        congestion.dropped();
        congestion.refused(start);
        QCOMPARE(congestion.underWay(), 0);
    }

    // When it begins

    void twentyOutcomesWithHardlyAnAnswerLimitIt()
    {
        Congestion congestion;
        refuse(congestion, 19, start);
        QVERIFY(!congestion.limit());
        refuse(congestion, 1, start);
        QVERIFY(congestion.limit());
    }

    void oneAnswerInThreeIsTooFew_data()
    {
        QTest::addColumn<int>("answers");
        QTest::addColumn<bool>("limited");
        QTest::newRow("6 of 20") << 6 << true;
        QTest::newRow("7 of 20") << 7 << false;
        QTest::newRow("14 of 20") << 14 << false;
    }
    void oneAnswerInThreeIsTooFew()
    {
        QFETCH(int, answers);
        QFETCH(bool, limited);
        Congestion congestion;
        accept(congestion, answers, start);
        refuse(congestion, 20 - answers, start);
        QCOMPARE(congestion.limit().has_value(), limited);
    }

    void refusalsThatAreTwoSecondsOldDoNotCount()
    {
        Congestion congestion;
        refuse(congestion, 19, start);
        Congestion later = congestion;
        refuse(congestion, 1, start + 2s);
        QVERIFY(congestion.limit());
        refuse(later, 1, start + 2s + 1us);
        QVERIFY(!later.limit());
    }

    void theNewestFortyOutcomesCount()
    {
        Congestion congestion;
        accept(congestion, 500, start);
        refuse(congestion, 26, start);
        QVERIFY(!congestion.limit()); // 14 of 40
        refuse(congestion, 1, start);
        QVERIFY(congestion.limit());
    }

    void whoIsNotRefusedYetCountsAsAccepted()
    {
        const auto afterTwentyRefusals = [](int waiting) {
            Congestion congestion;
            for (int each = 0; each < waiting; ++each)
                congestion.sent();
            refuse(congestion, 20, start);
            return congestion.limit();
        };
        QCOMPARE(afterTwentyRefusals(10), std::optional(10)); // 10 of 30
        QCOMPARE(afterTwentyRefusals(11), std::nullopt); // 11 of 31
    }

    void theLimitFallsAtOnceToWhatIsUnderWay()
    {
        QCOMPARE(crowded(12).limit(), std::optional(12));
        QCOMPARE(crowded(0).limit(), std::optional(3)); // but three at once are tried
    }

    void underTheLimitThereIsRoomForAsMany()
    {
        Congestion congestion = crowded(12);
        QVERIFY(!congestion.hasRoom(start));
        QCOMPARE(congestion.lookAgainAt(start), start + 250ms);
        congestion.finished();
        QVERIFY(congestion.hasRoom(start));
        QCOMPARE(congestion.lookAgainAt(start), start);
        congestion.sent();
        QVERIFY(!congestion.hasRoom(start));
        congestion.dropped();
        QVERIFY(congestion.hasRoom(start));
    }

    // On trial

    void onTrialTheLimitFallsToHalfAtMost()
    {
        Congestion congestion = crowded(12);
        finish(congestion, 3);
        refuse(congestion, 1, settled - 1us);
        QCOMPARE(congestion.limit(), std::optional(9));
        finish(congestion, 8);
        refuse(congestion, 1, settled - 1us);
        QCOMPARE(congestion.limit(), std::optional(6));
    }

    void onTrialARefusalHoldsForAMomentOnly()
    {
        Congestion congestion = crowded(12);
        finish(congestion, 11);
        for (const Duration hold : {50ms, 100ms, 200ms, 400ms, 500ms, 500ms}) {
            refuse(congestion, 1, start);
            QVERIFY(!congestion.hasRoom(start + hold - 1us));
            QVERIFY(congestion.hasRoom(start + hold));
        }
    }

    // Once it holds

    void aRefusalUnderTheLimitLowersItToWhatIsUnderWay()
    {
        Congestion congestion = crowded(12);
        finish(congestion, 10);
        refuse(congestion, 1, settled);
        QCOMPARE(congestion.limit(), std::optional(2));
        finish(congestion, 2);
        refuse(congestion, 1, settled);
        QCOMPARE(congestion.limit(), std::optional(1)); // never to nothing
    }

    void aRefusalNeverRaisesTheLimit()
    {
        Congestion congestion = crowded(0);
        accept(congestion, 10, start);
        const auto before = congestion.limit();
        refuse(congestion, 1, settled);
        QCOMPARE(congestion.limit(), before);
    }

    void eachRefusalInARowHoldsTwiceAsLongUpToASecond()
    {
        Congestion congestion = crowded(12);
        Instant now = settled;
        for (const Duration hold : {250ms, 500ms, 1000ms, 1000ms}) {
            refuse(congestion, 1, now);
            finish(congestion, 1);
            QVERIFY(!congestion.hasRoom(now + hold - 1us));
            QVERIFY(congestion.hasRoom(now + hold));
            QCOMPARE(congestion.lookAgainAt(now), now + hold);
            now += hold;
        }
    }

    void anAnswerEndsTheRow()
    {
        Congestion congestion = crowded(12);
        refuse(congestion, 2, settled);
        accept(congestion, 1, settled);
        finish(congestion, 2);
        refuse(congestion, 1, settled);
        finish(congestion, 1);
        QVERIFY(!congestion.hasRoom(settled + 250ms - 1us));
        QVERIFY(congestion.hasRoom(settled + 250ms));
    }

    void answersRaiseTheLimitByOneInAboutTwiceAsManyAsItIs()
    {
        Congestion congestion = crowded(12);
        refuse(congestion, 1, settled);
        for (int each = 0; each < 24; ++each) {
            QCOMPARE(congestion.limit(), std::optional(12));
            finish(congestion, 1);
            accept(congestion, 1, settled + 2500ms);
        }
        finish(congestion, 1);
        accept(congestion, 1, settled + 2500ms);
        QCOMPARE(congestion.limit(), std::optional(13));
    }

    void withoutRefusalsForAWhileTheLimitGrowsFaster()
    {
        Congestion congestion = crowded(12);
        refuse(congestion, 1, settled);
        finish(congestion, 2);
        accept(congestion, 2, settled + 2500ms + 1us);
        QCOMPARE(congestion.limit(), std::optional(13));
    }

    void aLimitThatNobodyReachesIsLifted()
    {
        Congestion congestion = crowded(12);
        const Instant calm = start + 1h;
        for (int each = 0; each < 104; ++each) {
            finish(congestion, 1);
            accept(congestion, 1, calm);
        }
        QCOMPARE(congestion.limit(), std::optional(64));
        accept(congestion, 1, calm);
        QVERIFY(!congestion.limit());
    }

    // Refusals of another cause

    void refusalsThatKeepComingUnderTheLimitLiftIt()
    {
        Congestion congestion = crowded(12);
        finish(congestion, 2);
        accept(congestion, 2, settled);
        refuse(congestion, 3, settled);
        QVERIFY(congestion.limit()); // 2 of 5
        refuse(congestion, 1, settled);
        QVERIFY(!congestion.limit()); // 2 of 6
    }

    void asManyAnswersAsRefusalsUnderTheLimitDoNot()
    {
        Congestion congestion = crowded(12);
        finish(congestion, 3);
        accept(congestion, 3, settled);
        refuse(congestion, 3, settled);
        QVERIFY(congestion.limit()); // 3 of 6
    }

    void whatCameBeforeTheLimitSettledIsNotHeldAgainstIt()
    {
        Congestion congestion = crowded(12);
        refuse(congestion, 30, settled - 1us);
        refuse(congestion, 5, settled);
        QVERIFY(congestion.limit());
    }

    void fiveRefusalsWithNothingElseUnderWayLiftItAtOnce()
    {
        Congestion congestion = crowded(0);
        refuse(congestion, 4, start);
        QVERIFY(congestion.limit());
        refuse(congestion, 1, start);
        QVERIFY(!congestion.limit());
        QVERIFY(congestion.hasRoom(start));
    }

    void onceLiftedRefusalsLimitNothing()
    {
        Congestion congestion = lifted();
        refuse(congestion, 100, start + 1s);
        QVERIFY(!congestion.limit());
    }

    void fiveSecondsWithoutARefusalMakeRoomForTheNextTrouble()
    {
        Congestion congestion = lifted();
        Congestion soon = congestion;
        accept(soon, 1, start + 5s);
        refuse(soon, 20, start + 7s + 1us);
        QVERIFY(!soon.limit());
        accept(congestion, 1, start + 5s + 1us);
        refuse(congestion, 20, start + 8s);
        QVERIFY(congestion.limit());
    }

    void aClockThatStepsBackHoldsNobodyForLong()
    {
        Congestion congestion = crowded(12);
        refuse(congestion, 1, start - 24h);
        finish(congestion, 12);
        QVERIFY(congestion.hasRoom(start));
    }
};

QTEST_GUILESS_MAIN(TestCongestion)
#include "tst_congestion.moc"
