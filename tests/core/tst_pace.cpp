// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/pace.h"

#include <QtTest>

#include <limits>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

using D = RoomLeft::Dimension;

const Instant start {1h};
const WallTime wall {std::chrono::seconds(1'770'000'000)};
const PaceNeed small {100.0};

/// One limit, `reset` from now; zero: not told.
RoomLeft room(D dimension, qint64 limit, qint64 remaining, std::chrono::milliseconds reset = {})
{
    return {dimension, limit, remaining, reset == 0ms ? std::nullopt : std::optional(wall + reset)};
}

Pace seen(const std::vector<RoomLeft> &rooms)
{
    Pace pace;
    pace.observe(rooms, start, wall);
    return pace;
}

Duration waitOf(const Pace &pace, const PaceNeed &need = small, Instant now = start)
{
    return pace.notBefore(need, now) - now;
}

} // namespace

class TestPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingSeenHoldsNothingBack()
    {
        Pace pace;
        QCOMPARE(waitOf(pace, {1e12}), Duration::zero());
        for (int each = 0; each < 1'000; ++each)
            pace.reserve(small);
        QCOMPARE(waitOf(pace, {1e12}), Duration::zero());
        QVERIFY(!pace.neverFits({1e12}, start));
    }

    void itWaitsForWhatIsMissing_data()
    {
        QTest::addColumn<int>("dimension");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("remaining");
        QTest::addColumn<int>("reset"); // seconds; 0: not told
        QTest::addColumn<double>("wait");
        const auto row = [](const char *name, D dimension, int limit, int remaining, int reset, double wait) {
            QTest::newRow(name) << static_cast<int>(dimension) << limit << remaining << reset << wait;
        };
        row("a request left", D::Requests, 10, 1, 30, 0);
        row("none left, full in 30 s", D::Requests, 10, 0, 30, 3);
        row("none left, no reset: full in a minute", D::Requests, 10, 0, 0, 6);
        row("none left, a reset that is over", D::Requests, 10, 0, -5, 6);
        row("half left is not refilled twice as fast", D::InputTokens, 1000, 50, 19, 1);
        row("enough input", D::InputTokens, 1000, 100, 30, 0);
        row("input missing", D::InputTokens, 1000, 40, 48, 3);
        row("tokens of both kinds missing", D::Tokens, 1000, 40, 48, 3);
        row("any room for output is enough", D::OutputTokens, 1000, 1, 30, 0);
        row("no room for output", D::OutputTokens, 10, 0, 30, 3);
        row("more left than there can be", D::Requests, 10, 99, 30, 0);
        row("less than nothing left", D::Requests, 10, -99, 30, 3);
    }
    void itWaitsForWhatIsMissing()
    {
        QFETCH(int, dimension);
        QFETCH(int, limit);
        QFETCH(int, remaining);
        QFETCH(int, reset);
        QFETCH(double, wait);
        const Pace pace = seen({room(static_cast<D>(dimension), limit, remaining, std::chrono::seconds(reset))});
        const Duration expected = fromSeconds(wait);
        QVERIFY(waitOf(pace) >= expected);
        QVERIFY(waitOf(pace) <= (wait > 0.0 ? expected + 2us : Duration::zero()));
    }

    void theLongestWaitOfAllLimitsCounts()
    {
        const Pace pace = seen({room(D::Requests, 10, 0, 30s), room(D::InputTokens, 1000, 0, 60s), room(D::OutputTokens, 10, 10, 60s)});
        QCOMPARE(waitOf(pace), Duration(6s + 1us));
    }

    void timeRefillsALimitButNotPastIt()
    {
        Pace pace = seen({room(D::Requests, 10, 0, 30s)});
        QCOMPARE(waitOf(pace, small, start + 2s), Duration(1s + 1us));
        QCOMPARE(waitOf(pace, small, start + 4s), Duration::zero());
        for (int each = 0; each < 10; ++each)
            pace.reserve({});
        QVERIFY(waitOf(pace, small, start + 40s) > 0s); // ten of ten are reserved, however long it refilled
    }

    void whatIsReservedIsNotThere()
    {
        Pace pace = seen({room(D::Requests, 10, 2, 24s)}); // three seconds each
        pace.reserve({});
        QCOMPARE(waitOf(pace), Duration::zero());
        pace.reserve({});
        QCOMPARE(waitOf(pace), Duration(3s + 1us));
        pace.release({});
        QCOMPARE(waitOf(pace), Duration::zero());
    }

    void inputIsReservedByTheToken()
    {
        Pace pace = seen({room(D::InputTokens, 1000, 500, 50s)}); // ten a second
        pace.reserve({450.0});
        QCOMPARE(waitOf(pace), Duration(5s + 1us));
        QCOMPARE(waitOf(pace, {50.0}), Duration::zero());
        QCOMPARE(pace.reservedInput(), 450.0);
        QCOMPARE(pace.reservedRequests(), 1.0);
    }

    void releasingMoreThanWasReservedLeavesNothing()
    {
        Pace pace;
        pace.reserve({100.0});
        pace.reserve({100.0});
        pace.release({500.0});
        QCOMPARE(pace.reservedInput(), 0.0);
        pace.release({0.0});
        pace.release({0.0});
        QCOMPARE(pace, Pace());
    }

    void anObservationHoldsForAMinute()
    {
        const Pace pace = seen({room(D::Requests, 10, 0, 20min)});
        QCOMPARE(pace.notBefore(small, start), start + 60s + 1us); // no longer than it is trusted
        QCOMPARE(pace.notBefore(small, start + 60s), start + 60s + 1us);
        QCOMPARE(pace.notBefore(small, start + 60s + 1us), start + 60s + 1us);
    }

    void aLimitOfZeroOrLessIsNotTold()
    {
        Pace pace = seen({room(D::Requests, 10, 0, 30s)});
        QCOMPARE(waitOf(seen({room(D::Requests, 0, 0, 30s)})), Duration::zero());
        QCOMPARE(waitOf(seen({room(D::Requests, -1, -1)})), Duration::zero());
        pace.observe({room(D::Requests, -1, -1)}, start, wall);
        QCOMPARE(pace, Pace());
    }

    void theNewestWordOnALimitCountsAndTheOthersStay()
    {
        Pace pace = seen({room(D::Requests, 10, 0, 30s), room(D::InputTokens, 1000, 0, 60s)});
        pace.observe({room(D::InputTokens, 1000, 900, 60s)}, start, wall);
        QCOMPARE(waitOf(pace), Duration(3s + 1us));
        pace.observe({}, start, wall);
        QCOMPARE(waitOf(pace), Duration(3s + 1us));
    }

    void whatNeverFitsIsSaidAndNotWaitedFor()
    {
        const Pace pace = seen({room(D::InputTokens, 1000, 0, 30s)});
        QVERIFY(!pace.neverFits({1000.0}, start));
        QVERIFY(pace.neverFits({1000.5}, start));
        QCOMPARE(waitOf(pace, {1000.5}), Duration::zero());
        QVERIFY(pace.neverFits({1000.5}, start + 60s));
        QVERIFY(!pace.neverFits({1000.5}, start + 60s + 1us)); // no longer known
        QVERIFY(!seen({room(D::OutputTokens, 1000, 0)}).neverFits({1e9}, start));
    }

    void theLargestNumbersAreOrdinary()
    {
        const qint64 most = std::numeric_limits<qint64>::max();
        const Pace pace = seen({room(D::Requests, most, most), room(D::InputTokens, most, 0, 60s), room(D::Tokens, 1, std::numeric_limits<qint64>::min())});
        QVERIFY(pace.neverFits({1e300}, start));
        QVERIFY(waitOf(pace, {1.0}) <= 60s + 1us);
    }

    void aClockThatStepsBackWaitsNoLongerThanTheObservationHolds()
    {
        const Pace pace = seen({room(D::Requests, 10, 5, 30s)});
        QVERIFY(pace.notBefore(small, start - 24h) <= start + 60s + 1us);
    }

    // After a 429

    void nothingGoesBeforeItsHint()
    {
        Pace pace;
        pace.close(start + 20s);
        QCOMPARE(waitOf(pace), Duration(20s));
        pace.close(start + 5s); // a later 429 that asks for less
        QCOMPARE(pace.closedUntil(), start + 20s);
        QCOMPARE(waitOf(pace, small, start + 20s), Duration::zero());
    }

    void thenOneGoesAndEachAnswerLetsTwoMoreGo()
    {
        Pace pace;
        pace.close(start);
        const auto go = [&pace] {
            int gone = 0;
            for (; gone < 100 && waitOf(pace) == Duration::zero(); ++gone)
                pace.reserve({});
            return gone;
        };
        QCOMPARE(go(), 1);
        QCOMPARE(waitOf(pace), Duration(100ms)); // look again soon
        pace.release({});
        pace.accepted();
        QCOMPARE(go(), 2);
        pace.release({});
        pace.accepted();
        QCOMPARE(go(), 2);
        pace.close(start); // and again
        pace.release({});
        pace.release({});
        pace.release({});
        QCOMPARE(go(), 1);
    }

    void sixteenAnswersAfterItNothingIsHeldBack()
    {
        Pace pace;
        pace.close(start);
        for (int each = 0; each < 100; ++each)
            pace.reserve({});
        for (int each = 0; each < 15; ++each)
            pace.accepted();
        QVERIFY(waitOf(pace) > 0s);
        pace.accepted();
        QCOMPARE(waitOf(pace), Duration::zero());
        pace.accepted(); // without a 429 there is nothing to count
        QCOMPARE(waitOf(pace), Duration::zero());
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
