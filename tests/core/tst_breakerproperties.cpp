// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/breaker.h"
#include "tests/support/chance.h"
#include "tests/support/properties.h"

#include <QtTest>

#include <vector>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr int longestStorm = 80;
constexpr Duration day = 24h;

enum class Act { Wait, Ask, Settle, Pause };

/// One thing that befell a breaker.
struct Step
{
    Act act = Act::Wait;
    Breaker before;
    Instant now;
    int waiting = 1; ///< Ask
    bool early = false; ///< Ask
    std::optional<Permit> permit; ///< Ask: what was given. Settle: what was settled
    RouteOutcome outcome = RouteOutcome::Neutral; ///< Settle
    bool overload = false; ///< Settle, Pause
    Duration hint {}; ///< Settle, Pause
    double jitter = 0.0; ///< Settle, Pause

    [[nodiscard]] bool settlesProbe() const
    {
        return act == Act::Settle && permit->generation == before.generation() && before.phase(now) == BreakerPhase::HalfOpen;
    }
    [[nodiscard]] bool fails() const { return outcome == RouteOutcome::Overloaded || outcome == RouteOutcome::Failed; }
};

BreakerSettings anySettings(Chance &chance)
{
    BreakerSettings settings;
    if (chance.once(2)) // the shipped ones half of the time
        return settings;
    settings.overloadsInARow = 1 + chance.below(4);
    settings.failuresInARow = 1 + chance.below(5);
    settings.surprise = std::pow(10.0, chance.between(-9.0, -0.1));
    settings.longestRun = 1 + chance.below(30);
    settings.failureShare = chance.draw();
    settings.fewestOutcomes = 1 + chance.below(30);
    settings.window = chance.span(1h);
    settings.overloadPause = chance.span(100s);
    settings.transportPause = chance.span(100s);
    settings.longestPause = chance.span(300s);
    settings.shortestPause = chance.span(10s);
    settings.falseAlarm = chance.span(1min);
    settings.rampStart = 1 + chance.below(5);
    settings.rampAnswers = chance.below(9);
    settings.decay = chance.span(10min);
    settings.probeLease = 1s + chance.span(100s);
    return settings;
}

/// Leads a new breaker through a storm and shows every step of it.
class Walk
{
public:
    explicit Walk(const Storm &storm)
        : m_chance(storm)
        , settings(anySettings(m_chance))
        , m_left(storm.length)
    {
    }

    [[nodiscard]] bool isOver() const { return m_left <= 0; }
    Step next()
    {
        --m_left;
        Step step;
        step.before = breaker;
        step.now = now;
        step.hint = m_chance.once(4) ? m_chance.span(100h) - 1s : Duration::zero();
        step.jitter = m_chance.draw();
        const int what = m_chance.below(20);
        if (what < 5) {
            // Mostly to where something happens, else anywhere; a clock may step back as well.
            const Instant next = breaker.notBefore(settings, now);
            now = m_chance.once(2) ? next + Duration(m_chance.below(3) - 1) : now + m_chance.span(1h) - (m_chance.once(8) ? Duration(10min) : Duration::zero());
        } else if (what < 11) {
            step.act = Act::Ask;
            step.waiting = m_chance.of({1, 1, 2, 24, 1'000'000, 0});
            step.early = m_chance.once(5);
            step.permit = breaker.admit(settings, now, step.waiting, step.early);
            if (step.permit)
                m_permits.push_back(*step.permit);
        } else if (what < 19 && !m_permits.empty()) {
            step.act = Act::Settle;
            step.permit = m_chance.once(4) ? m_permits.at(static_cast<std::size_t>(m_chance.below(static_cast<int>(m_permits.size())))) : m_permits.back();
            step.outcome = m_chance.of({RouteOutcome::Answered, RouteOutcome::Overloaded, RouteOutcome::Overloaded, RouteOutcome::Failed, RouteOutcome::Failed, RouteOutcome::Neutral});
            step.overload = step.outcome == RouteOutcome::Overloaded;
            breaker.settle(settings, *step.permit, step.outcome, step.hint, now, step.jitter);
        } else if (what == 19) {
            step.act = Act::Pause;
            step.overload = m_chance.once(2);
            breaker.pause(settings, step.overload, step.hint, now, step.jitter);
        }
        latest = std::max(latest, now);
        return step;
    }

private:
    Chance m_chance;

public:
    BreakerSettings settings;
    Breaker breaker;
    Instant now {1h};
    Instant latest = now;

private:
    int m_left;
    std::vector<Permit> m_permits;
};

template <class Check>
[[nodiscard]] bool holdsOnEveryWalk(int invariant, Check &&check)
{
    return invariantHolds(invariant, [&check] {
        Walk walk(*storms(longestStorm));
        while (!walk.isOver()) {
            const Step step = walk.next();
            check(walk, step);
        }
    });
}

} // namespace

/// What 2.13 says of breakers: invariants 17 and 21 to 28, and 47 for this value.
class TestBreakerProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatSaysNothingOfARouteNeverChangesItsBreaker()
    {
        QVERIFY(holdsOnEveryWalk(17, [](const Walk &walk, const Step &step) {
            if (step.act != Act::Settle || step.outcome != RouteOutcome::Neutral || step.settlesProbe())
                return;
            RC_ASSERT(walk.breaker.phase(step.now) == step.before.phase(step.now));
            if (!step.before.ramping()) // there it gives its place back
                RC_ASSERT(walk.breaker == step.before);
        }));
    }

    void whileOneProbeIsOutNobodyGetsAnother()
    {
        QVERIFY(holdsOnEveryWalk(21, [](const Walk &walk, const Step &step) {
            if (step.act == Act::Ask && step.permit && step.permit->probe)
                RC_ASSERT(step.before.phase(step.now) != BreakerPhase::HalfOpen);
            if (walk.breaker.phase(walk.now) != BreakerPhase::HalfOpen)
                return;
            Breaker asked = walk.breaker;
            RC_ASSERT_FALSE(asked.admit(walk.settings, walk.now).has_value());
            RC_ASSERT_FALSE(asked.admit(walk.settings, walk.now, 1'000'000, true).has_value());
            RC_ASSERT(asked == walk.breaker);
        }));
    }

    void afterEnoughTimeOneGoodAnswerClosesIt()
    {
        QVERIFY(invariantHolds(22, [] {
            Walk walk(*storms(longestStorm));
            while (!walk.isOver())
                walk.next();
            Breaker &breaker = walk.breaker;
            // However it stands, and though many a request never reported.
            const Instant later = walk.latest + day + 2 * walk.settings.longestPause + walk.settings.probeLease;
            const auto permit = breaker.admit(walk.settings, later);
            RC_ASSERT(permit.has_value());
            breaker.settle(walk.settings, *permit, RouteOutcome::Answered, {}, later, 0.5);
            RC_ASSERT(breaker.phase(later) == BreakerPhase::Closed);
            for (int each = 0; each <= walk.settings.rampAnswers; ++each) {
                const auto next = breaker.admit(walk.settings, later);
                RC_ASSERT(next.has_value());
                breaker.settle(walk.settings, *next, RouteOutcome::Answered, {}, later, 0.5);
            }
            RC_ASSERT_FALSE(breaker.ramping());
        }));
    }

    void aCancelledOrExpiredProbeNeitherClosesItNorGrowsItsPause()
    {
        QVERIFY(holdsOnEveryWalk(23, [](const Walk &walk, const Step &step) {
            const Breaker &after = walk.breaker;
            if (step.settlesProbe() && step.outcome == RouteOutcome::Neutral) {
                RC_ASSERT(after.phase(step.now) == BreakerPhase::Open);
                RC_ASSERT(after.doublings() == step.before.doublings());
                RC_ASSERT(after.failuresInARow() == step.before.failuresInARow());
            }
            Breaker expired = after;
            const Instant over = expired.notBefore(walk.settings, walk.now);
            if (after.phase(walk.now) == BreakerPhase::HalfOpen) {
                RC_ASSERT(expired.phase(over) == BreakerPhase::Open);
                for (const RouteOutcome late : {RouteOutcome::Answered, RouteOutcome::Overloaded, RouteOutcome::Failed, RouteOutcome::Neutral})
                    expired.settle(walk.settings, {after.generation(), true}, late, 1h, over, 0.5);
                RC_ASSERT(expired == after);
            }
        }));
    }

    void anOutcomeOfAnEarlierGenerationChangesNothing()
    {
        QVERIFY(holdsOnEveryWalk(24, [](const Walk &walk, const Step &step) {
            if (step.act == Act::Settle && step.permit->generation != step.before.generation())
                RC_ASSERT(walk.breaker == step.before);
            RC_ASSERT(walk.breaker.generation() >= step.before.generation());
        }));
    }

    void whilePausedNothingIsSentButWhatAPersonInsistsOn()
    {
        QVERIFY(holdsOnEveryWalk(25, [](const Walk &walk, const Step &step) {
            if (step.act != Act::Ask || step.before.phase(step.now) != BreakerPhase::Open || step.now >= step.before.notBefore(walk.settings, step.now, step.waiting))
                return;
            RC_ASSERT(step.permit.has_value() == step.early);
            RC_ASSERT(step.early || walk.breaker == step.before);
            Breaker again = walk.breaker;
            RC_ASSERT(!step.early || !again.admit(walk.settings, step.now, 1, true).has_value());
        }));
    }

    void aPauseIsHalfToOneAndAHalfOfItsBaseOrAsLongAsAHint()
    {
        QVERIFY(holdsOnEveryWalk(26, [](const Walk &walk, const Step &step) {
            const bool closedBefore = step.before.phase(step.now) == BreakerPhase::Closed;
            const bool trips = walk.breaker.phase(step.now) == BreakerPhase::Open
                && ((step.act == Act::Pause && closedBefore) || (step.act == Act::Settle && step.fails() && walk.breaker.generation() != step.before.generation()));
            if (!trips)
                return;
            constexpr double aMoment = 3e-6;
            const BreakerSettings &settings = walk.settings;
            const auto waitFor = [&](int waiting) { return toSeconds(walk.breaker.notBefore(settings, step.now, waiting) - step.now); };
            const double base = toSeconds(step.overload ? settings.overloadPause : settings.transportPause);
            const double whole = std::min(toSeconds(settings.longestPause), base * std::pow(2.0, walk.breaker.doublings()));
            const double hint = toSeconds(std::clamp(step.hint, Duration::zero(), day));
            const double alone = waitFor(1);
            const double longest = toSeconds(settings.longestPause);
            const double pause = whole * (0.5 + step.jitter);
            RC_ASSERT(alone >= 0.5 * whole - aMoment);
            RC_ASSERT(alone <= std::max(1.5 * whole, hint) + aMoment);
            RC_ASSERT(alone <= std::max(longest, hint) + aMoment); // or invariant 34 would not hold
            RC_ASSERT(std::abs(alone - std::max(std::min(pause, longest), hint)) <= aMoment);
            for (const int waiting : {2, 24, 1'000'000}) {
                const double shared = std::max(pause / waiting, std::min(toSeconds(settings.shortestPause), pause));
                RC_ASSERT(std::abs(waitFor(waiting) - std::max(std::min(shared, longest), hint)) <= aMoment);
            }
        }));
    }

    void aPauseDoublesWithAFailedProbeOnly()
    {
        QVERIFY(holdsOnEveryWalk(27, [](const Walk &walk, const Step &step) {
            const int grown = walk.breaker.doublings() - step.before.doublings();
            RC_ASSERT(walk.breaker.doublings() >= 0);
            RC_ASSERT(grown <= 1);
            if (grown == 1) {
                RC_ASSERT(step.settlesProbe());
                RC_ASSERT(step.fails());
            }
        }));
    }

    void onlyAnAnswerClosesIt()
    {
        QVERIFY(holdsOnEveryWalk(28, [](const Walk &walk, const Step &step) {
            if (step.before.phase(step.now) == BreakerPhase::Closed || walk.breaker.phase(step.now) != BreakerPhase::Closed)
                return;
            RC_ASSERT(step.settlesProbe());
            RC_ASSERT(step.permit->probe);
            RC_ASSERT(step.outcome == RouteOutcome::Answered);
        }));
    }

    void aCopyGoesTheSameWay()
    {
        QVERIFY(invariantHolds(47, [] {
            Walk walk(*storms(longestStorm));
            const int until = *rc::gen::inRange(0, longestStorm);
            for (int each = 0; each < until && !walk.isOver(); ++each)
                walk.next();
            const Breaker before = walk.breaker;
            Walk copy = walk;
            std::vector<Breaker> course;
            while (!copy.isOver()) {
                copy.next();
                course.push_back(copy.breaker);
            }
            RC_ASSERT(walk.breaker == before); // a copy shares nothing
            for (const Breaker &expected : course) {
                walk.next();
                RC_ASSERT(walk.breaker == expected);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestBreakerProperties)
#include "tst_breakerproperties.moc"
