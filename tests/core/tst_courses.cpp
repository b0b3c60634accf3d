// SPDX-License-Identifier: GPL-3.0-or-later
// Random courses of turns that share what they learn: whatever happens in whatever order, the rules of the turn hold.
// BREAKWATER_COURSES tells how many of them there are to be.
#include "tests/support/chance.h"
#include "tests/support/properties.h"
#include "tests/support/turncrowd.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr int mostSends = 40; // of one round

/// What befalls a crowd. The blows of one seed are the same however many are asked for.
class Blows
{
public:
    explicit Blows(std::uint64_t seed)
        : m_chance({seed, 0})
    {
    }

    void strike(TurnCrowd &crowd)
    {
        const std::size_t turn = below(crowd.members.size());
        // Always as many draws, so that a course may be shortened from its end.
        const std::size_t what = below(100);
        const Fault fault = someFault(crowd);
        const std::size_t some = below(1000);
        if (what < 26) {
            crowd.tell(turn, turnevent::Ended {fault, static_cast<int>(some % 3), std::chrono::milliseconds(some)});
        } else if (what < 34) {
            crowd.tell(turn, turnevent::Ended {std::nullopt, 1, std::chrono::milliseconds(some)});
        } else if (what < 46) {
            if (TurnCrowd::isUnderWay(crowd.members[turn].state)) // content is never the first to come
                crowd.tell(turn, turnevent::Head {200, rooms(some)});
            crowd.tell(turn, turnevent::Content {});
        } else if (what < 54) {
            crowd.tell(turn, turnevent::Head {200, rooms(some)});
        } else if (what < 58) {
            crowd.tell(turn, turnevent::Begin {});
        } else if (what < 70) {
            crowd.passToNextAlarm();
        } else if (what < 80) {
            crowd.pass(some % 10 < 8 ? Duration(std::chrono::milliseconds(10 * some)) : Duration(std::chrono::minutes(some % 30)));
        } else if (what < 82) {
            crowd.lookAgain();
        } else if (what < 84) {
            crowd.tell(turn, turnevent::RouteFlows {});
        } else if (what < 86) {
            crowd.tell(turn, turnevent::NetworkReturned {});
        } else if (what < 88) {
            crowd.tell(turn, turnevent::TryNow {});
        } else if (what < 90) {
            crowd.tell(turn, turnevent::UseNext {});
        } else if (what < 92) {
            crowd.tell(turn, turnevent::Keep {});
        } else if (what < 93) {
            crowd.tell(turn, turnevent::Cancel {});
        } else if (what < 95) {
            crowd.tell(turn, turnevent::Again {});
        } else if (what < 97) {
            crowd.tell(turn, turnevent::Continue {});
        } else if (what < 98) {
            crowd.tell(turn, turnevent::Overtaken {});
        } else if (what < 99) {
            crowd.wallShift += std::chrono::minutes(static_cast<int>(some) - 500); // somebody sets the clock
        } else {
            crowd.tell(turn, turnevent::DiskFailed {fault});
        }
    }

    [[nodiscard]] std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_chance.below(static_cast<int>(end))); }

private:
    [[nodiscard]] Fault someFault(const TurnCrowd &crowd)
    {
        // Mostly the provider's and the network's, so that courses are long.
        static constexpr std::array common {FaultKind::Overloaded, FaultKind::Overloaded, FaultKind::Transient, FaultKind::RateLimited, FaultKind::Truncated,
            FaultKind::Connect, FaultKind::SlowHeaders, FaultKind::NotProcessed, FaultKind::Offline};
        const std::size_t rare = below(3);
        const std::size_t which = below(1000);
        const std::size_t hinted = below(6);
        const std::size_t long_ = below(7);
        const std::size_t told = below(8);
        Fault fault;
        fault.kind = rare == 0 ? static_cast<FaultKind>(which % (faultKindCount - 1)) : common.at(which % common.size());
        static constexpr std::array<Duration, 7> hints {1ms, 1s, 3s, 30s, 400s, 2h, Duration::max() / 2};
        if (hinted == 0)
            fault.hint = Hint {hints.at(long_), HintSource::RetryAfterSeconds};
        if (told < 2)
            fault.shouldRetry = told == 0;
        if (told == 2)
            fault.returnsAt = crowd.wall() + std::chrono::hours(static_cast<int>(which) - 500);
        return fault;
    }

    [[nodiscard]] static std::vector<RoomLeft> rooms(std::size_t some)
    {
        if (some % 3 != 0)
            return {};
        return {{RoomLeft::Dimension::Requests, 60, static_cast<qint64>(some % 5), {}}, {RoomLeft::Dimension::InputTokens, 1000, static_cast<qint64>(some), {}}};
    }

    Chance m_chance;
};

bool askedByPerson(const TurnEvent &event)
{
    return std::holds_alternative<turnevent::TryNow>(event) || std::holds_alternative<turnevent::UseNext>(event) || std::holds_alternative<turnevent::Continue>(event)
        || std::holds_alternative<turnevent::Again>(event);
}

bool has(const std::vector<TurnEffect> &effects, auto effect)
{
    return std::any_of(effects.begin(), effects.end(), [](const TurnEffect &each) { return std::holds_alternative<decltype(effect)>(each); });
}

/// What is to hold after every event. The first rule that did not is kept, in words.
class Rules
{
public:
    explicit Rules(TurnCrowd &crowd)
        : m_crowd(crowd)
        , m_before(crowd.members.size())
    {
        for (std::size_t turn = 0; turn < m_before.size(); ++turn)
            m_before[turn] = briefOf(turn);
        crowd.watch = [this](std::size_t turn, const TurnEvent &event, const std::vector<TurnEffect> &effects) { look(turn, event, effects); };
    }
    ~Rules() { m_crowd.watch = nullptr; }
    Q_DISABLE_COPY_MOVE(Rules)

    [[nodiscard]] const std::string &broken() const { return m_broken; }
    [[nodiscard]] std::size_t events() const { return m_events; }
    /// All that happened and all that was decided, as one number.
    [[nodiscard]] std::uint64_t log() const { return m_log; }

    /// Time goes by and answers come: every turn comes to rest, and nothing stays taken.
    void letRest()
    {
        for (std::size_t turn = 0; turn < m_crowd.members.size(); ++turn)
            m_crowd.tell(turn, turnevent::Begin {});
        for (int each = 0; each < 5000 && m_broken.empty(); ++each) {
            bool answered = false;
            for (std::size_t turn = 0; turn < m_crowd.members.size(); ++turn) {
                if (!TurnCrowd::isUnderWay(m_crowd.members[turn].state))
                    continue;
                m_crowd.tell(turn, turnevent::Head {200, {}});
                m_crowd.tell(turn, turnevent::Content {});
                m_crowd.tell(turn, turnevent::Ended {});
                answered = true;
            }
            if (!answered && !m_crowd.passToNextAlarm())
                break;
        }
        for (const TurnCrowd::Member &each : m_crowd.members) {
            const bool asks = each.state.phase == TurnPhase::Kept && !each.state.wait && each.state.decision && each.state.decision->reason == Reason::AskFirst;
            rule(isSettled(each.state.phase) || asks, "a turn is stuck");
        }
        rule(!m_crowd.nextAlarm(), "an alarm outlived its turn");
        // Invariant 36.
        for (const auto &[provider, condition] : m_crowd.conditions.providers())
            rule(condition.congestion.underWay() == 0, "a request that ended is still counted as under way");
        for (const auto &[family, pace] : m_crowd.conditions.paces())
            rule(pace.reservedRequests() == 0.0 && pace.reservedInput() == 0.0, "an amount stays reserved");
    }

private:
    /// As much of a turn as the rules about changes need.
    struct Brief
    {
        TurnPhase phase = TurnPhase::Accepted;
        Instant deadline;
        std::size_t attempts = 0;
        std::size_t roundFrom = 0;
        bool underWay = false;
    };

    [[nodiscard]] Brief briefOf(std::size_t turn) const
    {
        const TurnState &state = m_crowd.members[turn].state;
        return {state.phase, state.deadline, state.attempts.size(), state.roundFrom, TurnCrowd::isUnderWay(state)};
    }

    void rule(bool holds, const char *words)
    {
        if (!holds && m_broken.empty())
            m_broken = words;
    }

    void note(std::uint64_t value) { m_log = (m_log ^ value) * 0x100000001B3ULL + 0x9E3779B97F4A7C15ULL; }

    void look(std::size_t turn, const TurnEvent &event, const std::vector<TurnEffect> &effects)
    {
        ++m_events;
        const TurnCrowd::Member &member = m_crowd.members[turn];
        const TurnState &state = member.state;
        const Brief before = m_before[turn];
        const Brief after = briefOf(turn);
        const bool sends = has(effects, turneffect::Send {});

        note(turn);
        note(event.index());
        note(static_cast<std::uint64_t>(state.phase));
        note(state.step);
        note(static_cast<std::uint64_t>(state.wait ? state.wait->until.time_since_epoch().count() : -1));
        for (const TurnEffect &effect : effects)
            note(effect.index());

        // Waiting, and who is woken.
        const bool waits = state.phase == TurnPhase::Waiting || (state.phase == TurnPhase::Kept && state.wait);
        rule(member.alarm.has_value() == waits, "who waits has an alarm, and nobody else");
        rule(state.wait.has_value() == waits, "who waits knows until when, and nobody else");
        if (waits) {
            // Invariant 48.
            const Duration apart = *member.alarm - state.wait->until;
            rule(apart <= 1s && apart >= -1s, "invariant 48: the countdown is the scheduled moment");
            rule(*member.alarm > m_crowd.now || state.phase == TurnPhase::Kept, "an alarm is set for later");
        }
        decisions(state);

        // Invariants 10 and 45: one at a time.
        const auto open = std::count_if(state.attempts.begin(), state.attempts.end(), [](const Attempt &each) { return !each.endedAfter; });
        rule(open == (after.underWay ? 1 : 0), "invariants 10, 45: one request is under way, or none");
        rule(after.attempts == before.attempts + (sends ? 1 : 0), "an attempt for each send");
        if (sends && before.underWay)
            rule(has(effects, turneffect::Abort {}) || std::holds_alternative<turnevent::Ended>(event), "invariant 10: nothing is sent beside another request");

        // Invariant 33.
        if (before.phase != TurnPhase::Accepted && before.phase != TurnPhase::Kept && !askedByPerson(event))
            rule(before.roundFrom == after.roundFrom && before.deadline == after.deadline, "invariant 33: falling back does not lengthen patience");

        // Invariants 9 and 44.
        if (isSettled(before.phase)) {
            const bool revived = (before.phase == TurnPhase::Failed && std::holds_alternative<turnevent::Again>(event))
                || (before.phase != TurnPhase::Failed && before.phase != TurnPhase::Cancelled && std::holds_alternative<turnevent::Continue>(event));
            rule(effects.empty() || revived, "invariant 9: a settled turn does nothing");
            rule(after.phase == before.phase || revived, "a settled turn stays settled");
        }
        if (std::holds_alternative<turnevent::Cancel>(event))
            rule(isSettled(after.phase) && !sends, "invariant 9: cancelling ends a turn");
        if (before.phase == TurnPhase::Unknown && sends)
            rule(std::holds_alternative<turnevent::Again>(event), "invariant 44: what may have been sent is not sent again by itself");

        if (sends)
            sending(state, event);
        m_before[turn] = after;
    }

    void decisions(const TurnState &state)
    {
        // Invariant 48: each phase was decided, and the decision fits it.
        switch (state.phase) {
        case TurnPhase::Waiting:
            rule(state.decision && state.decision->action == Action::Wait && state.decision->delay, "invariant 48: a wait has its reason");
            break;
        case TurnPhase::Kept:
            rule(state.decision && state.decision->action == Action::Keep, "invariant 48: what is kept has its reason");
            break;
        case TurnPhase::Sending:
            rule(state.decision && state.decision->action == Action::Send, "invariant 48: what is sent has its reason");
            break;
        case TurnPhase::Failed:
        case TurnPhase::BrokenOff:
            rule(state.decision && state.decision->action == Action::GiveUp, "invariant 48: what failed has its reason");
            break;
        case TurnPhase::Accepted:
        case TurnPhase::Streaming:
        case TurnPhase::Unknown:
        case TurnPhase::Answered:
        case TurnPhase::Stopped:
        case TurnPhase::Cancelled:
            break;
        }
    }

    void sending(const TurnState &state, const TurnEvent &event)
    {
        const Attempt &attempt = state.attempts.back();
        // Invariant 31.
        rule(std::any_of(state.chain.steps.begin(), state.chain.steps.end(), [&](const ChainStep &each) { return each.route == attempt.route; }),
            "invariant 31: a route outside the chain");
        rule(state.chain.steps.at(state.step).route == attempt.route, "the step is the route that is asked");
        rule(attempt.permit.probe || m_crowd.conditions.route(attempt.route).breaker.phase(m_crowd.now) == BreakerPhase::Closed, "invariant 25: a paused route gets its test only");
        if (askedByPerson(event))
            return;
        // Invariant 8.
        rule(state.continuing || m_crowd.now + state.policy.patience.usefulRest <= state.deadline, "invariant 8: a send that is too late to be of use");
        // Invariant 11.
        const auto from = state.attempts.begin() + static_cast<std::ptrdiff_t>(state.roundFrom);
        const auto paid = std::count_if(from, state.attempts.end(), [](const Attempt &each) { return each.cost > 0.0; });
        rule(paid <= state.policy.mostAttempts - 1, "invariant 11: more paid retries than the policy allows");
        rule(state.attempts.end() - from <= mostSends, "invariant 11: more sends than any turn may make");
        // Invariant 20.
        const bool rejected = std::any_of(from, state.attempts.end(), [&](const Attempt &each) {
            const bool credential = each.fault && (each.fault->kind == FaultKind::Auth || each.fault->kind == FaultKind::Billing || each.fault->kind == FaultKind::QuotaHard);
            return credential && m_crowd.conditions.ownerOf(each.route) == m_crowd.conditions.ownerOf(attempt.route);
        });
        rule(!rejected, "invariant 20: a key that was rejected is asked again");
    }

    TurnCrowd &m_crowd;
    std::vector<Brief> m_before;
    std::string m_broken;
    std::size_t m_events = 0;
    std::uint64_t m_log = 0;
};

/// One course: as it went, and what it came to.
struct Course
{
    std::uint64_t log = 0;
    std::size_t events = 0;
    std::string broken;
    Conditions conditions;
    std::vector<TurnCrowd::Member> members;
};

TurnCrowd crowdOf(std::uint64_t seed)
{
    TurnCrowd crowd(seed);
    Blows shape(~seed);
    for (std::size_t turns = 1 + shape.below(3); turns > 0; --turns) {
        const std::size_t turn = crowd.add({}, 1 + shape.below(3), shape.below(4) == 0 ? LastResort::GiveUp : LastResort::KeepInOutbox);
        const std::size_t begins = shape.below(8);
        if (begins == 0)
            crowd.members[turn].state.phase = TurnPhase::Unknown;
        else if (begins < 7)
            crowd.tell(turn, turnevent::Begin {});
    }
    return crowd;
}

Course play(const Storm &storm)
{
    TurnCrowd crowd = crowdOf(storm.seed);
    Rules rules(crowd);
    Blows blows(storm.seed);
    for (int each = 0; each < storm.length && rules.broken().empty(); ++each)
        blows.strike(crowd);
    // Those of which nobody knows whether they were sent stay as they are, until a person says.
    for (std::size_t turn = 0; turn < crowd.members.size(); ++turn) {
        if (crowd.members[turn].state.phase == TurnPhase::Unknown)
            crowd.tell(turn, turnevent::Again {});
    }
    rules.letRest();
    return {rules.log(), rules.events(), rules.broken(), crowd.conditions, crowd.members};
}

int courses()
{
    bool told = false;
    const int wanted = qEnvironmentVariableIntValue("BREAKWATER_COURSES", &told);
    return told ? wanted : 20'000;
}

} // namespace

class TestCourses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noCourseBreaksARuleOrGetsStuckAndTheSameSeedGivesTheSame()
    {
        std::size_t events = 0;
        for (int seed = 1; seed <= courses(); ++seed) {
            const Storm storm {static_cast<std::uint64_t>(seed), 10 + seed % 60};
            const Course course = play(storm);
            QVERIFY2(course.broken.empty(), qPrintable(QStringLiteral("course %1: %2").arg(seed).arg(QString::fromStdString(course.broken))));
            const Course again = play(storm);
            QVERIFY2(course.log == again.log, qPrintable(QStringLiteral("course %1 went another way").arg(seed)));
            events += course.events;
        }
        qInfo("%d courses, %zu events", courses(), events);
    }

    void theRulesHoldInShrinkableCoursesToo()
    {
        QVERIFY(holds("invariants 8 to 11, 20, 25, 31, 33, 36, 44, 45, 48 in random courses", [] {
            const Course course = play(*storms(80));
            RC_LOG() << course.broken << '\n';
            RC_ASSERT(course.broken.empty());
        }));
    }

    void invariant9AfterCancellingNothingIsEverDone()
    {
        QVERIFY(invariantHolds(9, [] {
            const Storm storm = *storms(40);
            TurnCrowd crowd = crowdOf(storm.seed);
            Blows blows(storm.seed);
            for (int each = 0; each < storm.length; ++each)
                blows.strike(crowd);
            const std::size_t turn = blows.below(crowd.members.size());
            const TurnPhase before = crowd.members[turn].state.phase;
            crowd.tell(turn, turnevent::Cancel {});
            const TurnState cancelled = crowd.members[turn].state;
            RC_ASSERT(isSettled(cancelled.phase));
            const bool settledByIt = isSettled(before) || cancelled.phase == TurnPhase::Cancelled || cancelled.phase == TurnPhase::Stopped;
            RC_ASSERT(settledByIt);
            RC_ASSERT(!crowd.members[turn].alarm);
            const Conditions conditions = crowd.conditions;
            crowd.tell(turn, turnevent::Cancel {});
            RC_ASSERT(crowd.members[turn].state == cancelled);
            RC_ASSERT(crowd.conditions == conditions);
            if (cancelled.phase != TurnPhase::Cancelled)
                return;
            for (int each = 0; each < 20; ++each) // whatever comes late
                blows.strike(crowd);
            RC_ASSERT(crowd.members[turn].state == cancelled);
        }));
    }

    void invariant46TheSameEventsAndSeedGiveTheSameLog()
    {
        QVERIFY(invariantHolds(46, [] {
            const Storm storm = *storms(60);
            const Course one = play(storm);
            const Course other = play(storm);
            RC_ASSERT(one.log == other.log);
            RC_ASSERT(one.members == other.members);
            RC_ASSERT(one.conditions == other.conditions);
        }, 3'000));
    }

    void invariant47ACopyTakenAnywhereGoesOnAsTheOriginal()
    {
        QVERIFY(invariantHolds(47, [] {
            const Storm storm = *storms(40);
            TurnCrowd original = crowdOf(storm.seed);
            Blows blows(storm.seed);
            for (int each = 0; each < storm.length; ++each)
                blows.strike(original);
            TurnCrowd copy = original;
            Blows same = blows;
            for (int each = *rc::gen::inRange(0, 40); each > 0; --each) {
                blows.strike(original);
                same.strike(copy);
            }
            RC_ASSERT(original.members == copy.members);
            RC_ASSERT(original.conditions == copy.conditions);
        }));
    }

    void invariant15ATurnEarnsOnceAtMost()
    {
        QVERIFY(invariantHolds(15, [] {
            PolicySettings policy;
            policy.budget.perMinute = 0.0;
            const Storm storm = *storms(60);
            TurnCrowd crowd(storm.seed);
            const std::size_t turn = crowd.add(policy);
            for (const char *provider : {"a", "b"})
                RC_ASSERT(crowd.conditions.provider(ProviderId(QLatin1String(provider)), policy.budget).budget.withdraw(policy.budget, 4.0, crowd.now));
            const auto level = [&] {
                double both = 0.0;
                for (const char *provider : {"a", "b"})
                    both += crowd.conditions.provider(ProviderId(QLatin1String(provider)), policy.budget).budget.level(policy.budget, crowd.now);
                return both;
            };
            const double before = level();
            Blows blows(storm.seed);
            crowd.tell(turn, turnevent::Begin {});
            for (int each = 0; each < storm.length; ++each) {
                blows.strike(crowd);
                // Invariant 16: what was paid comes back once, with the answer; more than that, a turn earns once.
                double owed = 0.0;
                for (const Attempt &attempt : crowd.members[turn].state.attempts)
                    owed += attempt.firstContentAfter ? 0.0 : attempt.cost;
                const double earned = level() + owed - before;
                RC_ASSERT(earned < policy.budget.perAnswer + 1e-6);
                RC_ASSERT(earned > -1e-6);
            }
        }));
    }

    void invariant34TheWantedRouteIsBackAMinuteAfterItIsWell()
    {
        QVERIFY(invariantHolds(34, [] {
            TurnCrowd crowd((*storms(0)).seed);
            const Instant well = crowd.now + std::chrono::seconds(*rc::gen::inRange(0, 60));
            const FaultKind kind = *rc::gen::element(FaultKind::Overloaded, FaultKind::Transient, FaultKind::SlowHeaders, FaultKind::RateLimited, FaultKind::Connect);
            const bool wholeProvider = *rc::gen::arbitrary<bool>();
            Fault fault;
            fault.kind = kind;
            const auto serve = [&](std::size_t turn) {
                for (int each = 0; each < 100 && !isSettled(crowd.members[turn].state.phase); ++each) {
                    if (!TurnCrowd::isUnderWay(crowd.members[turn].state)) {
                        RC_ASSERT(crowd.passToNextAlarm());
                        continue;
                    }
                    const RouteId &route = crowd.members[turn].state.attempts.back().route;
                    const bool down = crowd.now < well && (route == TurnCrowd::routes.front() || (wholeProvider && route == TurnCrowd::routes[1]));
                    crowd.now += 100ms;
                    crowd.tell(turn, turnevent::Head {200, {}});
                    if (!down)
                        crowd.tell(turn, turnevent::Content {});
                    crowd.tell(turn, turnevent::Ended {down ? std::optional(fault) : std::nullopt, 0, {}});
                }
                RC_ASSERT(crowd.members[turn].state.phase == TurnPhase::Answered);
            };
            const auto ask = [&] {
                const std::size_t turn = crowd.add();
                crowd.tell(turn, turnevent::Begin {});
                serve(turn);
                return turn;
            };
            while (crowd.now < well) {
                (void)ask();
                crowd.pass(std::chrono::milliseconds(*rc::gen::inRange(100, 20'000)));
            }
            crowd.passUntil(well + 60s);
            (void)ask(); // at the latest this one finds out
            const std::size_t next = ask();
            RC_ASSERT(crowd.members[next].state.attempts.size() == 1U);
            RC_ASSERT(crowd.members[next].state.attempts.front().route == TurnCrowd::routes.front());
        }, 2'000));
    }

    void invariant49ADeadServerIsNotBesieged_data()
    {
        QTest::addColumn<FaultKind>("kind");
        QTest::newRow("overloaded") << FaultKind::Overloaded;
        QTest::newRow("server error") << FaultKind::Transient;
        QTest::newRow("gateway") << FaultKind::TransientGateway;
        QTest::newRow("silent") << FaultKind::SlowHeaders;
        QTest::newRow("reset") << FaultKind::Ambiguous;
        QTest::newRow("not processed") << FaultKind::NotProcessed;
        QTest::newRow("refused connection") << FaultKind::Connect;
        QTest::newRow("limited without a hint") << FaultKind::RateLimited;
    }
    /// One client, a turn a minute, one route, a server that is dead for T.
    void invariant49ADeadServerIsNotBesieged()
    {
        QFETCH(FaultKind, kind);
        const std::string name = "invariant 49, " + std::string(QTest::currentDataTag());
        QVERIFY(holds(name, [kind] {
            TurnCrowd crowd((*storms(0)).seed);
            const Instant began = crowd.now;
            const Duration length = std::chrono::minutes(*rc::gen::inRange(30, 24 * 60));
            Fault fault;
            fault.kind = kind;
            int sends = 0;
            int probes = 0;
            int asked = 0;
            crowd.watch = [&](std::size_t turn, const TurnEvent &, const std::vector<TurnEffect> &effects) {
                if (!has(effects, turneffect::Send {}))
                    return;
                const Attempt &attempt = crowd.members[turn].state.attempts.back();
                ++sends;
                probes += attempt.permit.probe || attempt.originPermit.probe ? 1 : 0;
            };
            while (crowd.now - began < length) {
                const std::size_t turn = crowd.add({}, 1);
                ++asked;
                const Instant next = crowd.now + 60s;
                crowd.tell(turn, turnevent::Begin {});
                while (crowd.now < next) {
                    bool refused = false;
                    for (std::size_t each = 0; each < crowd.members.size(); ++each) {
                        if (crowd.members[each].state.phase != TurnPhase::Sending)
                            continue;
                        crowd.now += 50ms;
                        crowd.tell(each, turnevent::Ended {fault, 0, {}});
                        refused = true;
                    }
                    const auto alarm = crowd.nextAlarm();
                    if (refused)
                        continue;
                    if (!alarm || *alarm >= next)
                        break;
                    (void)crowd.passToNextAlarm();
                }
                crowd.now = std::max(crowd.now, next);
                std::erase_if(crowd.members, [](const TurnCrowd::Member &each) { return isSettled(each.state.phase) || (each.state.phase == TurnPhase::Kept && !each.state.wait); });
            }
            const double seconds = toSeconds(crowd.now - began);
            RC_LOG() << "seconds " << seconds << ", asked " << asked << ", sends " << sends << ", tests " << probes << '\n';
            RC_ASSERT(sends <= asked + 5 + seconds / 60 + probes);
            RC_ASSERT(probes <= 1 + seconds / 30);
        }, 100));
    }
};

QTEST_GUILESS_MAIN(TestCourses)
#include "tst_courses.moc"
