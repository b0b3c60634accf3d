// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/turnjson.h"
#include "tests/support/turncourse.h"

#include <QtTest>

#include <set>

using namespace breakwater;
using namespace std::chrono_literals;
using enum FaultKind;

namespace {

const QStringList oneRoute {QStringLiteral("a/1")};

/// A turn sent off-peak at noon, for hours from one to five.
struct Night : TurnCourse
{
    explicit Night(const QStringList &routes = oneRoute, std::uint64_t seed = 1)
        : TurnCourse(routes, {}, seed)
    {
        const auto day = std::chrono::floor<std::chrono::days>(time.wall());
        time.advance(day + 36h - time.wall()); // noon, UTC
        noon = time.wall();
        state.acceptedAt = noon;
        state.accepted = time.now();
        state.offPeak = OffPeakWait {};
    }
    /// To `hour` of the night, with all that rings until then.
    void goTo(Duration afterNoon) { time.advance(std::chrono::duration_cast<Duration>(noon - time.wall()) + afterNoon); }
    [[nodiscard]] bool restsFor(Reason reason) const { return state.phase == TurnPhase::Kept && state.decision && state.decision->reason == reason; }

    /// The computer slept, or somebody set its clock.
    void setClock(WallTime wall) { time.shiftWall(wall - time.wall()); }

    WallTime noon;
};

constexpr Duration begin = 13h; // one o'clock
constexpr Duration end = 17h;

} // namespace

class TestOffPeakTurn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itRestsUntilItsMoment()
    {
        Night night;
        night.begin();
        QVERIFY(night.restsFor(Reason::OffPeak));
        QCOMPARE(night.rests, 1);
        const WallTime start = night.state.offPeak->start;
        QVERIFY(start >= night.noon + 13h);
        QVERIFY(start < night.noon + 15h);
        night.goTo(begin);
        QCOMPARE(night.sends, 0);
        QCOMPARE(night.rests, 1); // nothing is written while it rests
        night.goTo(end);
        QCOMPARE(night.sends, 1);
        QVERIFY(night.state.attempts.front().sentAt - start < 1s);
        night.answer();
        QVERIFY(night.state.phase == TurnPhase::Answered);
    }

    void computersWithTheSameHoursDoNotBeginTogether()
    {
        std::set<WallTime> starts;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            Night night(oneRoute, seed);
            night.begin();
            starts.insert(night.state.offPeak->start);
        }
        QCOMPARE(starts.size(), std::size_t(200));
        QVERIFY(*starts.rbegin() - *starts.begin() > 110min);
    }

    void whileTheHoursAreOnItGoesInThem()
    {
        Night night;
        night.goTo(begin + 1h);
        night.begin();
        night.goTo(end);
        QCOMPARE(night.sends, 1);
    }

    void theWallClockDecides()
    {
        Night night;
        night.begin();
        night.setClock(night.noon + 16h);
        night.time.advance(16min);
        QCOMPARE(night.sends, 1);
    }

    void aClockSetBackSendsNothingTooEarly()
    {
        Night night;
        night.begin();
        night.goTo(begin - 1min);
        night.setClock(night.noon);
        night.time.advance(6h);
        QCOMPARE(night.sends, 0);
    }

    void inRoughWeatherItWaitsForCalm()
    {
        Night night;
        night.begin();
        night.goTo(begin);
        const auto refuses = [&night] {
            for (int i = 0; i < 20; ++i)
                night.conditions.route(RouteId(oneRoute.front())).record.addOutcome(false, night.time.now());
        };
        for (Duration at = begin; at < begin + 3h; at += 30s) {
            night.goTo(at);
            refuses();
        }
        QVERIFY(night.restsFor(Reason::RoughWeather));
        QCOMPARE(night.sends, 0);
        night.goTo(begin + 3h + 8min);
        QCOMPARE(night.sends, 1);
    }

    void whoDoesNotAskForCalmGoesInAnyWeather()
    {
        Night night;
        night.hours.onlyWhenCalm = false;
        night.begin();
        night.goTo(begin);
        for (int i = 0; i < 20; ++i)
            night.conditions.route(RouteId(oneRoute.front())).record.addOutcome(false, night.time.now());
        night.setClock(night.state.offPeak->start);
        night.tell(turnevent::RouteFlows {});
        night.time.advance(10s);
        QCOMPARE(night.sends, 1);
    }

    void aPausedRouteIsTestedByOneThatHasTime()
    {
        Night night;
        night.begin();
        night.goTo(begin);
        night.pause("a/1");
        night.goTo(end);
        QCOMPARE(night.sends, 1); // else everybody would wait for somebody else to find out
    }

    void aRefusalInTheHoursIsNoReasonToGiveUp()
    {
        Night night;
        night.begin();
        night.ringUntilSent();
        night.refuse(Overloaded);
        QVERIFY(night.state.phase == TurnPhase::Kept);
        night.ringUntilSent();
        QCOMPARE(night.sends, 2);
        QVERIFY(night.time.wall() < night.noon + 17h);
        night.answer();
        QVERIFY(night.state.phase == TurnPhase::Answered);
    }

    void whoMissesItsHoursWaitsForTheNext()
    {
        Night night;
        night.begin();
        const WallTime first = night.state.offPeak->start;
        night.setClock(night.noon + 20h); // the computer was off
        night.time.advance(15min);
        QVERIFY(night.restsFor(Reason::OffPeak));
        QCOMPARE(night.sends, 0);
        QVERIFY(night.state.offPeak->start - first > 20h);
        night.setClock(night.noon + 20h);
        night.goTo(24h + end);
        QCOMPARE(night.sends, 1);
    }

    void whoMissesItsHoursAsksWhereAPersonWantsThat()
    {
        Night night;
        night.hours.missed = MissedHours::Ask;
        night.begin();
        night.setClock(night.noon + 20h);
        night.time.advance(15min);
        QVERIFY(night.restsFor(Reason::HoursMissed));
        QVERIFY(!night.hasAlarm());
        night.tell(turnevent::Again {});
        QCOMPARE(night.sends, 1);
        QVERIFY(!night.state.offPeak);
    }

    void whoMissesItsHoursGoesAnywayWhereAPersonWantsThat()
    {
        Night night;
        night.hours.missed = MissedHours::SendAnyway;
        night.begin();
        night.setClock(night.noon + 20h);
        night.pause("a/1");
        night.time.advance(15min);
        QCOMPARE(night.sends, 1);
        night.refuse(Overloaded);
        night.time.advance(15min);
        QVERIFY(night.restsFor(Reason::AskFirst) || night.sends > 1);
    }

    void otherHoursMoveWhatWaits()
    {
        Night night;
        night.begin();
        night.hours.from = 3h;
        night.hours.until = 4h;
        night.tell(turnevent::HoursChanged {});
        QVERIFY(night.state.offPeak->start >= night.noon + 15h);
        QVERIFY(night.state.offPeak->stretch.until == night.noon + 16h);
        night.hours.days.reset();
        night.tell(turnevent::HoursChanged {});
        QVERIFY(night.restsFor(Reason::NoHours));
        QVERIFY(!night.hasAlarm());
        night.hours = {};
        night.tell(turnevent::HoursChanged {});
        QVERIFY(night.restsFor(Reason::OffPeak));
        QVERIFY(night.hasAlarm());
    }

    void aPersonMaySendItNow()
    {
        Night night;
        night.begin();
        night.tell(turnevent::SendWhen {Timing::Now});
        QCOMPARE(night.sends, 1);
        QVERIFY(!night.state.offPeak);
    }

    void aWaitingTurnMayBePutOff()
    {
        TurnCourse course(oneRoute);
        course.begin();
        course.refuse(Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Waiting);
        course.tell(turnevent::SendWhen {Timing::OffPeak});
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QVERIFY(course.state.decision->reason == Reason::OffPeak);
        QCOMPARE(course.sends, 1);
        course.ringUntilSent();
        QCOMPARE(course.sends, 2);
        QVERIFY(course.time.wall() >= course.state.offPeak->start);
    }

    void whoseConversationGoesOnIsNotAskedAbout()
    {
        Night night;
        night.begin();
        night.tell(turnevent::Overtaken {});
        QVERIFY(night.restsFor(Reason::OffPeak));
        QVERIFY(night.hasAlarm());
    }

    void theirSpendLimitHoldsAtNightToo()
    {
        Night night;
        night.begin();
        night.spentUp = true;
        night.goTo(end - 1min);
        QVERIFY(night.restsFor(Reason::SpendLimit));
        QCOMPARE(night.sends, 0);
        night.spentUp = false;
        night.tell(turnevent::LimitLifted {});
        QCOMPARE(night.sends, 1);
    }

    void itIsKeptOnDisk()
    {
        Night night;
        night.begin();
        const TurnState before = night.state;
        const auto after = turnFromJson(turnToJson(before, night.time.now()), night.time.now(), night.time.wall());
        QVERIFY(after);
        QCOMPARE(after->offPeak->start, before.offPeak->start);
        QVERIFY(after->offPeak == before.offPeak);
        QVERIFY(after->decision == before.decision);
    }
};

QTEST_GUILESS_MAIN(TestOffPeakTurn)
#include "tst_offpeakturn.moc"
