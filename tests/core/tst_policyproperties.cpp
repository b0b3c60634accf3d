// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/budget.h"
#include "core/policy/congestion.h"
#include "core/policy/pace.h"
#include "core/policy/patience.h"
#include "tests/support/chance.h"
#include "tests/support/properties.h"
#include "tests/support/tokenserver.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <vector>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr int longestStorm = 60;
constexpr double rounding = 1e-6;
const Instant start {1h};
const WallTime wall {std::chrono::seconds(1'770'000'000)};

BudgetSettings anyBudget(Chance &chance)
{
    if (chance.once(2))
        return {};
    return {chance.between(0.0, 20.0), chance.of({0.0, chance.between(0.0, 10.0)}), chance.of({0.0, chance.draw()})};
}

/// A budget in a storm, as its callers treat it: each withdrawal is refunded once at most.
struct Spending
{
    explicit Spending(const Storm &storm)
        : chance(storm)
        , settings(anyBudget(chance))
        , budget(settings)
        , stepsBack(chance.once(2))
        , left(storm.length)
    {
    }

    void next()
    {
        --left;
        spent = 0.0;
        answers = 0;
        const int what = chance.below(6);
        if (what == 0) {
            now += chance.span(2h) - (stepsBack && chance.once(4) ? Duration(10min) : Duration::zero());
            latest = std::max(latest, now);
        } else if (what == 1) {
            budget.deposit(settings, now);
            answers = 1;
        } else if (what == 2 && !refundable.empty()) {
            spent = -refundable.back();
            budget.refund(settings, refundable.back(), now);
            refundable.pop_back();
        } else {
            const double cost = chance.of({0.5, 1.0, 2.0, chance.between(0.0, 25.0)});
            if (budget.withdraw(settings, cost, now)) {
                spent = cost;
                refundable.push_back(cost);
            }
        }
    }

    Chance chance;
    BudgetSettings settings;
    Budget budget;
    bool stepsBack; ///< its clock may
    Instant now = start;
    Instant latest = start;
    int left;
    double spent = 0.0; ///< by the newest event; less than nothing for a refund
    int answers = 0; ///< that the newest event told of
    std::vector<double> refundable;
};

RoomLeft anyRoom(Chance &chance)
{
    RoomLeft room;
    room.dimension = chance.of({RoomLeft::Dimension::Requests, RoomLeft::Dimension::InputTokens, RoomLeft::Dimension::OutputTokens, RoomLeft::Dimension::Tokens});
    room.limit = chance.of<qint64>({-1, 0, 1, 50, 1'000'000});
    room.remaining = chance.of<qint64>({-1, 0, 1, 40, 999'999});
    if (chance.once(2))
        room.resetAt = wall + std::chrono::duration_cast<std::chrono::milliseconds>(chance.span(2h) - 1s);
    return room;
}

PaceNeed anyNeed(Chance &chance)
{
    return {chance.of({0.0, 1.0, chance.between(0.0, 1'000.0), chance.between(0.0, 1e7)})};
}

/// Anything that befalls a pace, 429s apart.
void trouble(Pace &pace, Chance &chance, int events, Instant now)
{
    const int reserving = chance.below(3);
    for (int each = 0; each < events; ++each) {
        if (chance.below(4) < reserving)
            pace.reserve(anyNeed(chance));
        else
            pace.observe({anyRoom(chance), anyRoom(chance)}, now - chance.span(2min), wall);
    }
}

void jostle(Congestion &congestion, Chance &chance, Instant now)
{
    switch (chance.below(6)) {
    case 0:
        return congestion.finished();
    case 1:
        return congestion.dropped();
    case 2:
        congestion.sent();
        return congestion.accepted(now);
    case 3:
        return congestion.sent();
    default:
        congestion.sent();
        return congestion.refused(now);
    }
}

void recall(TrackRecord &record, Chance &chance, Instant now)
{
    switch (chance.below(3)) {
    case 0:
        return record.addHeaders(chance.span(1h));
    case 1:
        return record.addSilence(chance.span(1h));
    default:
        return record.addOutcome(chance.once(2), now);
    }
}

/// Whether `value` and a copy of it answer alike after the same storm, and the copy's storm left the value alone.
template <class Value, class Strike>
void checkCopy(const Value &value, const Storm &storm, Strike &&strike)
{
    Value first = value;
    Value second = value;
    Chance chance(storm);
    for (int each = 0; each < storm.length; ++each)
        strike(first, chance);
    RC_ASSERT(second == value);
    Chance again(storm);
    for (int each = 0; each < storm.length; ++each)
        strike(second, again);
    RC_ASSERT(first == second);
}

} // namespace

/// What 2.13 says of budget and pace: invariants 12 to 14, 16, 35 to 38 and 47; and what the other values promise.
class TestPolicyProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBudgetHoldsNeverLessThanNothingNorMoreThanItsMost()
    {
        QVERIFY(invariantHolds(12, [] {
            Spending spending(*storms(longestStorm));
            while (spending.left > 0) {
                spending.next();
                for (const Instant at : {spending.now, spending.now - 24h, spending.now + 24h * 365 * 1'000}) {
                    const double level = spending.budget.level(spending.settings, at);
                    RC_ASSERT(level >= 0.0);
                    RC_ASSERT(level <= spending.settings.most);
                }
            }
        }));
    }

    void whatIsSpentInAnyTimeIsBounded()
    {
        QVERIFY(invariantHolds(13, [] {
            Spending spending(*storms(longestStorm));
            struct Since
            {
                Instant from;
                double spent = 0.0;
                int answers = 0;
            };
            std::vector<Since> intervals;
            spending.budget.deposit(spending.settings, spending.now); // full it stays, and time counts from here
            while (spending.left > 0) {
                if (!spending.stepsBack || intervals.empty()) // else there is no telling how much time went by since
                    intervals.push_back({spending.now});
                spending.next();
                for (Since &each : intervals) {
                    each.spent += spending.spent;
                    each.answers += spending.answers;
                    const double minutes = toSeconds(spending.latest - each.from) / 60.0;
                    RC_ASSERT(each.spent <= spending.settings.most + minutes * spending.settings.perMinute + each.answers * spending.settings.perAnswer + rounding);
                }
            }
        }));
    }

    void aFirstAttemptIsNeverRefused()
    {
        QVERIFY(invariantHolds(14, [] {
            Spending spending(*storms(longestStorm));
            while (spending.left > 0) {
                spending.next();
                const double level = spending.budget.level(spending.settings, spending.now);
                RC_ASSERT(spending.budget.affordableAt(spending.settings, 0.0, spending.now) == spending.now);
                RC_ASSERT(spending.budget.withdraw(spending.settings, 0.0, spending.now));
                RC_ASSERT(spending.budget.level(spending.settings, spending.now) == level);
            }
        }));
    }

    void aRefundGivesBackWhatWasTakenAndNoMore()
    {
        QVERIFY(invariantHolds(16, [] {
            Spending spending(*storms(longestStorm));
            while (spending.left > 0)
                spending.next();
            const double before = spending.budget.level(spending.settings, spending.now);
            const double cost = spending.chance.between(0.0, 6.0);
            if (!spending.budget.withdraw(spending.settings, cost, spending.now)) {
                RC_ASSERT(cost > before);
                const auto at = spending.budget.affordableAt(spending.settings, cost, spending.now);
                RC_ASSERT(!at.has_value() || spending.budget.withdraw(spending.settings, cost, *at));
                return;
            }
            RC_ASSERT(std::abs(spending.budget.level(spending.settings, spending.now) - (before - cost)) <= rounding);
            spending.budget.refund(spending.settings, cost, spending.now);
            RC_ASSERT(std::abs(spending.budget.level(spending.settings, spending.now) - before) <= rounding);
        }));
    }

    void withoutAnObservationOfTheLastMinuteNothingIsHeldBack()
    {
        QVERIFY(invariantHolds(35, [] {
            const Storm storm = *storms(longestStorm);
            Chance chance(storm);
            Pace pace;
            const Instant now = start + 1h;
            for (int each = 0; each < storm.length; ++each)
                chance.once(2) ? pace.observe({anyRoom(chance)}, now - 60s - 1us - chance.span(1h), wall) : pace.reserve(anyNeed(chance));
            const PaceNeed need = anyNeed(chance);
            RC_ASSERT(pace.notBefore(need, now) == now);
            RC_ASSERT_FALSE(pace.neverFits(need, now));
        }));
    }

    void noWaitIsLongerThanItsObservationHolds()
    {
        QVERIFY(holds("a wait for room ends with its observation, and ends", [] {
            const Storm storm = *storms(longestStorm);
            Chance chance(storm);
            Pace pace;
            trouble(pace, chance, storm.length, start);
            const PaceNeed need = anyNeed(chance);
            const Instant at = pace.notBefore(need, start);
            RC_ASSERT(at >= start);
            RC_ASSERT(at <= start + 60s + 1us);
            if (pace.reservedRequests() == 0.0) // what is reserved comes back with answers, not with time
                RC_ASSERT(pace.notBefore(need, at) <= at + 2us);
        }));
    }

    void whatWasReservedComesBackToNothing()
    {
        QVERIFY(invariantHolds(36, [] {
            const Storm storm = *storms(longestStorm);
            Chance chance(storm);
            Pace pace;
            std::vector<PaceNeed> underWay;
            for (int each = 0; each < storm.length; ++each) {
                if (chance.once(2) || underWay.empty()) {
                    underWay.push_back(anyNeed(chance));
                    pace.reserve(underWay.back());
                } else {
                    std::swap(underWay.back(), underWay.at(static_cast<std::size_t>(chance.below(static_cast<int>(underWay.size())))));
                    pace.release(underWay.back());
                    underWay.pop_back();
                }
                RC_ASSERT(pace.reservedRequests() == static_cast<double>(underWay.size()));
                RC_ASSERT(pace.reservedInput() >= 0.0);
            }
            for (const PaceNeed &each : underWay)
                pace.release(each);
            RC_ASSERT(pace.reservedRequests() == 0.0);
            RC_ASSERT(pace.reservedInput() == 0.0);
        }));
    }

    void aGovernedClientOfAnExactServerIsNeverRefused()
    {
        QVERIFY(invariantHolds(37, [] {
            const Storm storm = *storms(longestStorm);
            const TokenCourse course = runAgainstTokenServer(storm);
            RC_ASSERT(course.refused == 0);
            RC_ASSERT(course.answered == storm.length); // and it does get on
        }));
    }

    void whatIsMoreThanALimitIsSaidAtOnceAndNotWaitedFor()
    {
        QVERIFY(invariantHolds(38, [] {
            const Storm storm = *storms(longestStorm);
            Chance chance(storm);
            Pace pace;
            RoomLeft room;
            room.dimension = chance.of({RoomLeft::Dimension::InputTokens, RoomLeft::Dimension::Tokens});
            room.limit = 1 + chance.below(1'000'000);
            room.remaining = chance.below(1'000'000);
            pace.observe({room}, start - chance.span(60s), wall);
            for (int each = 0; each < storm.length; ++each)
                pace.reserve(anyNeed(chance));
            const PaceNeed fits {static_cast<double>(room.limit) * chance.draw()};
            const PaceNeed never {std::nextafter(static_cast<double>(room.limit), 1e9) * (1.0 + chance.draw())};
            RC_ASSERT_FALSE(pace.neverFits(fits, start));
            RC_ASSERT(pace.neverFits(never, start));
            RC_ASSERT(pace.notBefore(never, start) == start);
        }));
    }

    void aCopyGoesTheSameWay()
    {
        QVERIFY(invariantHolds(47, [] {
            const Storm before = *storms(longestStorm);
            const Storm after = *storms(longestStorm);

            Spending spending(before);
            while (spending.left > 0)
                spending.next();
            checkCopy(spending.budget, after, [&](Budget &budget, Chance &chance) {
                const double cost = chance.between(0.0, 3.0);
                if (!budget.withdraw(spending.settings, cost, spending.now + chance.span(1h)))
                    budget.deposit(spending.settings, spending.now);
            });

            Chance chance(before);
            Pace pace;
            Congestion congestion;
            TrackRecord record;
            trouble(pace, chance, before.length, start);
            for (int each = 0; each < before.length; ++each) {
                jostle(congestion, chance, start + chance.span(5s));
                recall(record, chance, start + chance.span(2min));
            }
            checkCopy(pace, after, [](Pace &each, Chance &dice) { trouble(each, dice, 1, start + dice.span(1min)); });
            checkCopy(congestion, after, [](Congestion &each, Chance &dice) { jostle(each, dice, start + dice.span(5s)); });
            checkCopy(record, after, [](TrackRecord &each, Chance &dice) { recall(each, dice, start + dice.span(2min)); });
        }));
    }

    void aCrowdedProviderIsAskedAgainSoonWhateverHappened()
    {
        QVERIFY(holds("congestion never shuts a provider for good", [] {
            const Storm storm = *storms(10 * longestStorm);
            Chance chance(storm);
            Congestion congestion;
            Instant now = start;
            for (int each = 0; each < storm.length; ++each) {
                now += chance.span(chance.once(20) ? 10s : 100ms);
                jostle(congestion, chance, now);
                RC_ASSERT(congestion.underWay() >= 0);
                RC_ASSERT(congestion.limit().value_or(1) >= 1);
                RC_ASSERT(congestion.limit().value_or(1) <= 64);
                RC_ASSERT(congestion.hasRoom(now) == (congestion.lookAgainAt(now) == now));
                RC_ASSERT(congestion.lookAgainAt(now) <= now + 2s);
            }
            const int underWay = congestion.underWay();
            for (int each = 0; each < underWay; ++each) { // all come to their end, one way or the other
                congestion.finished();
                congestion.dropped();
            }
            RC_ASSERT(congestion.underWay() == 0);
            RC_ASSERT(congestion.hasRoom(now + 2s));
        }));
    }

    void everyLimitOnSilenceLiesBetweenTheShortestAndTheFixedOne()
    {
        QVERIFY(holds("limits on silence grow with each silent attempt, between the shortest and the fixed one", [] {
            const Storm storm = *storms(2 * longestStorm);
            Chance chance(storm);
            TrackRecord record;
            for (int each = 0; each < storm.length; ++each)
                recall(record, chance, start);
            RC_ASSERT(record.share(start) > 0.0);
            RC_ASSERT(record.share(start) < 1.0);
            const PatienceSettings settings;
            SilenceLimits before = silenceLimits(settings, record, 0);
            RC_ASSERT(before.headers >= settings.shortestSilence);
            RC_ASSERT(before.idle >= settings.shortestSilence);
            for (const int silent : {1, 2, 7, 1'000'000}) {
                const SilenceLimits limits = silenceLimits(settings, record, silent);
                RC_ASSERT(limits.headers >= before.headers);
                RC_ASSERT(limits.headers <= settings.headers);
                RC_ASSERT(limits.firstContent == settings.firstContent);
                RC_ASSERT(limits.idle >= before.idle);
                RC_ASSERT(limits.idle <= settings.idle);
                before = limits;
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestPolicyProperties)
#include "tst_policyproperties.moc"
