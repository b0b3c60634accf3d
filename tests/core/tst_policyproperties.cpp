// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/hint.h"
#include "tests/support/turncourse.h"

#include <QtTest>
#include <rapidcheck.h>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

rc::Gen<Duration> spans(std::int64_t mostMicroseconds)
{
    return rc::gen::map(rc::gen::inRange<std::int64_t>(0, mostMicroseconds), [](std::int64_t each) { return Duration(each); });
}

rc::Gen<double> draws()
{
    return rc::gen::map(rc::gen::inRange<std::int64_t>(0, std::int64_t(1) << 53), [](std::int64_t each) { return static_cast<double>(each) * 0x1.0p-53; });
}

constexpr std::int64_t second = 1'000'000;

/// What can befall a turn, as a number: properties are found and shrunk over lists of these.
struct Blow
{
    int what = 0;
    int kind = 0;
    int hint = 0; ///< seconds; 0: none
    friend std::ostream &operator<<(std::ostream &out, const Blow &blow) { return out << blow.what << '/' << blow.kind << '/' << blow.hint; }
};

rc::Gen<std::vector<Blow>> storms()
{
    return rc::gen::container<std::vector<Blow>>(rc::gen::construct<Blow>(
        rc::gen::inRange(0, 16), rc::gen::inRange(0, static_cast<int>(FaultKind::Cancelled)), rc::gen::element(0, 0, 0, 1, 5, 30, 400, 4000)));
}

void strike(TurnCourse &course, const Blow &blow)
{
    Fault fault;
    fault.kind = static_cast<FaultKind>(blow.kind);
    if (blow.hint > 0)
        fault.hint = Hint {std::chrono::seconds(blow.hint), HintSource::RetryAfterSeconds};
    switch (blow.what) {
    case 0:
        return course.tell(turnevent::Begin {});
    case 1:
        return course.tell(turnevent::Content {});
    case 2:
        return course.tell(turnevent::Ended {});
    case 3:
        return course.tell(turnevent::TryNow {});
    case 4:
        return course.tell(turnevent::UseNext {});
    case 5:
        return course.tell(turnevent::Keep {});
    case 6:
        return course.tell(turnevent::Again {});
    case 7:
        return course.tell(turnevent::Continue {});
    case 8:
        return course.tell(turnevent::RouteFlows {});
    case 9:
        return course.time.advance(std::chrono::seconds(blow.hint + 1));
    case 10:
    case 11:
        return course.ring();
    case 12:
        return course.tell(turnevent::Cancel {});
    default:
        return course.tell(turnevent::Ended {fault, blow.kind % 3});
    }
}

const QStringList chain {QStringLiteral("a/1"), QStringLiteral("a/2"), QStringLiteral("b/1")};

/// What holds after every event.
void checkCourse(TurnCourse &course)
{
    const TurnState &state = course.state;
    const bool waits = state.phase == TurnPhase::Waiting || state.phase == TurnPhase::Kept;
    RC_ASSERT(course.hasAlarm() == waits); // nobody waits without an alarm, nobody is woken who does not wait
    RC_ASSERT(state.wait.has_value() == waits);
    const auto open = std::count_if(state.attempts.begin(), state.attempts.end(), [](const Attempt &each) { return !each.endedAfter; });
    RC_ASSERT(open == (state.phase == TurnPhase::Sending || state.phase == TurnPhase::Streaming ? 1 : 0));
    RC_ASSERT(course.sends == static_cast<int>(state.attempts.size()));
    RC_ASSERT(static_cast<int>(state.attempts.size() - state.roundFrom) <= state.policy.mostAttempts);
    RC_ASSERT(state.phase == TurnPhase::Waiting || state.pendingCost <= 0.0);
    RC_ASSERT(state.step < state.chain.steps.size());
    for (auto &[provider, budget] : course.conditions.budgets) {
        const double level = budget.level(state.policy.budget, course.time.now());
        RC_ASSERT(level >= 0.0 && level <= state.policy.budget.most);
    }
}

} // namespace

class TestPolicyProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDelayLiesBetweenNothingAndItsCeiling()
    {
        QVERIFY(rc::check([] {
            const DelayRule rule {*spans(100 * second), *spans(1000 * second)};
            const int failures = *rc::gen::inRange(0, 1'000'000);
            const Delay delay = delayBefore(rule, Randomness::Full, failures, {}, {*draws(), *draws()});
            RC_ASSERT(delay.total() >= Duration::zero());
            RC_ASSERT(delay.total() <= delay.ceiling);
            RC_ASSERT(delay.ceiling <= rule.cap);
            RC_ASSERT(delayCeiling(rule, failures) <= delayCeiling(rule, failures + 1));
        }));
    }

    void aDelayIsNeverShorterThanItsHint()
    {
        QVERIFY(rc::check([] {
            const DelayRule rule {*spans(100 * second), *spans(1000 * second)};
            const Hint hint {*spans(100'000 * second) + Duration(1), HintSource::RetryAfterSeconds};
            const Delay delay = delayBefore(rule, *rc::gen::element(Randomness::Full, Randomness::Half, Randomness::None), *rc::gen::inRange(0, 100), hint, {*draws(), *draws()});
            RC_ASSERT(delay.total() >= hint.wait);
            RC_ASSERT(delay.total() <= std::max(hint.wait, delay.ceiling) + 5s);
        }));
    }

    void theSameMomentIsTheSameHintInEveryForm()
    {
        QVERIFY(rc::check([] {
            const WallTime date = WallTime(std::chrono::seconds(*rc::gen::inRange(800'000'000, 2'000'000'000)));
            const int seconds = *rc::gen::inRange(1, 100'000);
            const auto httpDate = [](WallTime at) {
                return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
            };
            const WallTime local = date + std::chrono::seconds(*rc::gen::inRange(-100'000, 100'000)); // a clock that is wrong changes nothing
            const QByteArray now = httpDate(date);
            const auto inSeconds = parseHint(529, {{"date", now}, {"retry-after", QByteArray::number(seconds)}}, local);
            const auto inMilliseconds = parseHint(529, {{"date", now}, {"retry-after-ms", QByteArray::number(qint64(seconds) * 1000)}}, local);
            const auto asDate = parseHint(529, {{"date", now}, {"retry-after", httpDate(date + std::chrono::seconds(seconds))}}, local);
            RC_ASSERT(inSeconds && inMilliseconds && asDate);
            RC_ASSERT(inSeconds->wait == std::chrono::seconds(seconds));
            RC_ASSERT(inMilliseconds->wait == inSeconds->wait);
            RC_ASSERT(asDate->wait == inSeconds->wait);
        }));
    }

    void anyHeaderIsAHintOfTheFutureOrNone()
    {
        QVERIFY(rc::check([] {
            const auto text = *rc::gen::container<std::string>(rc::gen::element('0', '1', '9', '.', '-', '+', 'e', ' ', ',', ':', 'G', 'M', 'T', 'N', 'o', 'v', '\xff', '\0'));
            const QByteArray value = QByteArray::fromStdString(text);
            for (const char *name : {"retry-after", "retry-after-ms"}) {
                const auto hint = parseHint(429, {{name, value}}, WallTime {});
                if (hint)
                    RC_ASSERT(hint->wait > Duration::zero());
            }
        }));
    }

    void aBreakerNeverWedgesAndHasOneProbe()
    {
        QVERIFY(rc::check([] {
            const BreakerSettings settings;
            Breaker breaker;
            Instant now {1h};
            std::vector<Permit> permits;
            const auto blows = *rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(rc::gen::inRange(0, 7), rc::gen::inRange(0, 60)));
            for (const auto &[what, amount] : blows) {
                if (what < 2) {
                    now += std::chrono::seconds(amount);
                } else if (what == 2) {
                    const bool halfOpen = breaker.phase(now) == BreakerPhase::HalfOpen;
                    const bool early = amount % 2 == 0;
                    const bool tooEarly = breaker.phase(now) == BreakerPhase::Open && now < breaker.notBefore(now) && !early;
                    if (const auto permit = breaker.admit(settings, now, early)) {
                        RC_ASSERT(!halfOpen); // one lease at a time
                        RC_ASSERT(!tooEarly);
                        permits.push_back(*permit);
                    }
                } else if (!permits.empty()) {
                    const Permit permit = permits.at(static_cast<std::size_t>(amount) % permits.size());
                    const Breaker before = breaker;
                    const auto outcome = static_cast<RouteOutcome>(what - 3);
                    breaker.settle(settings, permit, outcome, {}, now, amount / 60.0);
                    if (permit.generation != before.generation())
                        RC_ASSERT(breaker == before); // an older generation changes nothing
                    if (outcome == RouteOutcome::Neutral && permit.generation == before.generation())
                        RC_ASSERT(breaker.doublings() == before.doublings() && breaker.phase(now) != BreakerPhase::HalfOpen);
                    if (breaker.phase(now) == BreakerPhase::Open)
                        RC_ASSERT(breaker.notBefore(now) <= now + 90s);
                }
                RC_ASSERT(breaker.doublings() >= 0);
            }
            // However it stands, and even if a probe never reports: after enough time one good probe closes it.
            now += settings.probeLease + 90s;
            const auto permit = breaker.admit(settings, now);
            RC_ASSERT(permit.has_value());
            breaker.settle(settings, *permit, RouteOutcome::Answered, {}, now, 0.5);
            RC_ASSERT(breaker.phase(now) == BreakerPhase::Closed);
        }));
    }

    void aBudgetSpendsNoMoreThanItHas()
    {
        QVERIFY(rc::check([] {
            const BudgetSettings settings;
            Budget budget(settings);
            const Instant start {1h};
            Instant now = start;
            double spent = 0;
            int answers = 0;
            const auto blows = *rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(rc::gen::inRange(0, 3), rc::gen::inRange(0, 200)));
            for (const auto &[what, amount] : blows) {
                if (what == 0) {
                    now += std::chrono::seconds(amount);
                } else if (what == 1) {
                    budget.deposit(settings, now);
                    ++answers;
                } else if (const double cost = amount / 100.0; budget.withdraw(settings, cost, now)) {
                    spent += cost;
                    if (amount % 3 == 0) {
                        budget.refund(settings, cost, now);
                        spent -= cost;
                    }
                }
                const double level = budget.level(settings, now);
                RC_ASSERT(level >= 0.0 && level <= settings.most);
                RC_ASSERT(spent <= settings.most + toSeconds(now - start) / 60.0 * settings.perMinute + answers * settings.perAnswer + 1e-6);
            }
        }));
    }

    void aTurnKeepsItsRulesWhateverHappens()
    {
        QVERIFY(rc::check([] {
            TurnCourse course(chain, {}, *rc::gen::arbitrary<std::uint64_t>());
            course.begin();
            for (const Blow &blow : *storms()) {
                const TurnState before = course.state;
                const int sends = course.sends;
                strike(course, blow);
                checkCourse(course);
                if (before.phase == TurnPhase::Cancelled)
                    RC_ASSERT(course.state == before && course.sends == sends);
            }
        }));
    }

    void cancellingEndsATurnFromAnywhere()
    {
        QVERIFY(rc::check([] {
            TurnCourse course(chain);
            course.begin();
            for (const Blow &blow : *storms())
                strike(course, blow);
            const bool settled = isSettled(course.state.phase);
            course.tell(turnevent::Cancel {});
            RC_ASSERT(isSettled(course.state.phase));
            RC_ASSERT(!course.hasAlarm());
            const TurnState cancelled = course.state;
            course.tell(turnevent::Cancel {});
            course.time.advance(48h);
            RC_ASSERT(course.state == cancelled);
            RC_ASSERT(settled || cancelled.phase == TurnPhase::Cancelled || cancelled.phase == TurnPhase::Stopped);
        }));
    }

    void noRetryIsPaidTwiceNorItsPriceLost()
    {
        QVERIFY(rc::check([] {
            PolicySettings policy;
            policy.budget.perMinute = 0;
            policy.budget.perAnswer = 0;
            TurnCourse course(chain, policy);
            course.begin();
            for (const Blow &blow : *storms()) {
                strike(course, blow);
                for (const char *provider : {"a", "b"}) {
                    const auto owns = [&](const RouteId &route) { return course.conditions.owners.at(route) == ProviderId(QLatin1String(provider)); };
                    double spent = owns(course.state.chain.steps.at(course.state.step).route) ? course.state.pendingCost : 0.0;
                    for (const Attempt &attempt : course.state.attempts) {
                        if (owns(attempt.route) && !attempt.firstContentAfter)
                            spent += attempt.cost;
                    }
                    RC_ASSERT(std::abs(policy.budget.most - course.budget(provider) - spent) < 1e-6);
                }
            }
        }));
    }

    void aTurnNeverSendsBeforeAHintHasPassed()
    {
        QVERIFY(rc::check([] {
            TurnCourse course(chain);
            course.begin();
            std::map<RouteId, Instant> notBefore;
            std::size_t seen = 1;
            for (const Blow &blow : *storms()) {
                const auto under = course.state.phase == TurnPhase::Sending ? std::optional(course.state.attempts.back().route) : std::nullopt;
                const Instant told = course.time.now();
                strike(course, blow);
                const bool limited = blow.what > 12 && under && blow.hint > 0 && static_cast<FaultKind>(blow.kind) == FaultKind::RateLimited;
                for (; seen < course.state.attempts.size(); ++seen) {
                    const Attempt &attempt = course.state.attempts.at(seen);
                    const auto gate = notBefore.find(attempt.route);
                    const bool held = gate != notBefore.end() && course.state.accepted + attempt.startedAfter < gate->second;
                    RC_ASSERT_FALSE(held); // the macro does not stop at && and ||
                }
                if (limited)
                    notBefore[*under] = std::max(notBefore[*under], told + std::chrono::seconds(blow.hint));
            }
        }));
    }

    void theSameStormAndSeedGiveTheSameCourse()
    {
        QVERIFY(rc::check([] {
            const auto storm = *storms();
            const auto seed = *rc::gen::arbitrary<std::uint64_t>();
            const auto run = [&] {
                TurnCourse course(chain, {}, seed);
                course.begin();
                for (const Blow &blow : storm)
                    strike(course, blow);
                return std::pair(course.state, course.conditions);
            };
            RC_ASSERT(run() == run());
        }));
    }
};

QTEST_GUILESS_MAIN(TestPolicyProperties)
#include "tst_policyproperties.moc"
