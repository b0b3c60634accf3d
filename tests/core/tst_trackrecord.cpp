// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/trackrecord.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const Instant start {1h};

TrackRecord recordOf(int answers, int refusals, Instant at = start)
{
    TrackRecord record;
    for (int each = 0; each < answers; ++each)
        record.addOutcome(true, at);
    for (int each = 0; each < refusals; ++each)
        record.addOutcome(false, at);
    return record;
}

} // namespace

class TestTrackRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUnknownRouteIsThoughtToAnswerNineInTen()
    {
        const TrackRecord record;
        QCOMPARE(record.share(start), 0.9);
        QVERIFY(!record.answersLately(start));
        QVERIFY(!record.usualHeaders());
        QVERIFY(!record.usualSilence());
    }

    void theShareWeighsWhatCameAgainstWhatIsThoughtOfAnUnknownRoute_data()
    {
        QTest::addColumn<int>("answers");
        QTest::addColumn<int>("refusals");
        QTest::addColumn<double>("share");
        QTest::newRow("one answer") << 1 << 0 << 2.8 / 3;
        QTest::newRow("one refusal") << 0 << 1 << 1.8 / 3;
        QTest::newRow("two refusals") << 0 << 2 << 1.8 / 4;
        QTest::newRow("half") << 9 << 9 << 10.8 / 20;
        QTest::newRow("forty answers") << 40 << 0 << 41.8 / 42;
        QTest::newRow("the newest forty alone") << 100 << 40 << 1.8 / 42;
    }
    void theShareWeighsWhatCameAgainstWhatIsThoughtOfAnUnknownRoute()
    {
        QFETCH(int, answers);
        QFETCH(int, refusals);
        QFETCH(double, share);
        QCOMPARE(recordOf(answers, refusals).share(start), share);
    }

    void anOutcomeCountsForAMinute()
    {
        const TrackRecord record = recordOf(0, 2);
        QCOMPARE(record.share(start + 60s), 1.8 / 4);
        QCOMPARE(record.share(start + 60s + 1us), 0.9);
        QCOMPARE(record.share(start - 24h), 1.8 / 4); // a clock that steps back forgets nothing
    }

    void itAnswersLatelyForTenSeconds()
    {
        const TrackRecord record = recordOf(1, 0);
        QVERIFY(record.answersLately(start + 10s));
        QVERIFY(!record.answersLately(start + 10s + 1us));
    }

    void oneAnswerInSevenIsEnough()
    {
        QVERIFY(recordOf(1, 6).answersLately(start));
        QVERIFY(!recordOf(1, 7).answersLately(start));
        QVERIFY(!recordOf(0, 1).answersLately(start));
        QVERIFY(!recordOf(1, 40).answersLately(start)); // the answer is no longer among the last
    }

    void soManyAnswersCanBeAskedFor()
    {
        QVERIFY(recordOf(2, 0).answersLately(start, 2));
        QVERIFY(!recordOf(2, 0).answersLately(start, 3));
        QVERIFY(!TrackRecord().answersLately(start, 0));
    }

    void aRouteThatIsWellAgainBeginsANewRecord()
    {
        TrackRecord record = recordOf(1, 30);
        for (int each = 0; each < 10; ++each)
            record.addHeaders(1s);
        record.forgetOutcomes();
        QCOMPARE(record.usualHeaders(), std::optional<Duration>(1s));
        QCOMPARE(record.share(start), 0.9);
        QVERIFY(!record.answersLately(start)); // the answer is forgotten too
        record.addOutcome(false, start);
        QCOMPARE(record.share(start), 1.8 / 3);
    }

    void theUsualTimeIsWhatThreeOfFourStayBelow_data()
    {
        QTest::addColumn<int>("times");
        QTest::addColumn<int>("usual"); // of 1 s, 2 s, 3 s ...; 0: unknown
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("nine") << 9 << 0;
        QTest::newRow("ten") << 10 << 8;
        QTest::newRow("twenty") << 20 << 16;
        QTest::newRow("forty") << 40 << 31;
        QTest::newRow("the newest forty of a hundred") << 100 << 91;
    }
    void theUsualTimeIsWhatThreeOfFourStayBelow()
    {
        QFETCH(int, times);
        QFETCH(int, usual);
        TrackRecord record;
        for (int each = 1; each <= times; ++each)
            record.addHeaders(std::chrono::seconds(each));
        QCOMPARE(record.usualHeaders(), usual == 0 ? std::nullopt : std::optional<Duration>(std::chrono::seconds(usual)));
        QVERIFY(!record.usualSilence());
    }

    void headersAndSilencesAreToldApart()
    {
        TrackRecord record;
        for (int each = 0; each < 10; ++each) {
            record.addHeaders(2s);
            record.addSilence(300ms);
        }
        QCOMPARE(record.usualHeaders(), std::optional<Duration>(2s));
        QCOMPARE(record.usualSilence(), std::optional<Duration>(300ms));
    }
};

QTEST_GUILESS_MAIN(TestTrackRecord)
#include "tst_trackrecord.moc"
