// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/conditionsjson.h"

#include "core/route/planner.h"
#include "core/turn/bookkeeping.h"
#include "tests/support/properties.h"

#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <random>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr int costlyCases = 2'000; // a document made, read and lived with, each time
const WallTime someDay {std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 14h};
const std::vector<RouteId> routes {RouteId(QStringLiteral("a/opus")), RouteId(QStringLiteral("a/sonnet")), RouteId(QStringLiteral("b/qwen"))};

/// As the next run reads what this one wrote.
Conditions readBack(const Conditions &conditions, Instant now, WallTime wall, Instant later, WallTime laterWall)
{
    const QByteArray written = QJsonDocument(toJson(conditions, now, wall)).toJson(QJsonDocument::Compact);
    Conditions restored = conditionsFrom(QJsonDocument::fromJson(written).object(), later, laterWall);
    for (const RouteId &route : routes)
        restored.learn(route, ProviderId(route.text().section(QLatin1Char('/'), 0, 0)), route.text().section(QLatin1Char('/'), 1));
    return restored;
}

Chain chainOfAll()
{
    Chain chain;
    for (const RouteId &route : routes)
        chain.steps.emplace_back().route = route;
    return chain;
}

/// What can befall a process, as numbers: properties are found and shrunk over lists of these.
struct Blow
{
    int what = 0;
    int kind = 0;
    int size = 0;
    friend std::ostream &operator<<(std::ostream &out, const Blow &blow) { return out << blow.what << '/' << blow.kind << '/' << blow.size; }
};

rc::Gen<std::vector<Blow>> histories()
{
    return rc::gen::container<std::vector<Blow>>(rc::gen::construct<Blow>(
        rc::gen::inRange(0, 18), rc::gen::inRange(0, static_cast<int>(FaultKind::Cancelled)), rc::gen::element(0, 0, 0, 1, 2, 5, 30, 400, 4000)));
}

/// A process with its requests, and what it decided.
struct Process
{
    Instant now {1h};
    WallTime wall = someDay;
    Conditions conditions;
    SeededJitter jitter {7};
    PolicySettings policy;
    std::vector<Attempt> underWay;
    std::vector<double> decisions;

    Process()
    {
        for (const RouteId &route : routes)
            conditions.learn(route, ProviderId(route.text().section(QLatin1Char('/'), 0, 0)), route.text().section(QLatin1Char('/'), 1));
    }

    void pass(std::chrono::milliseconds time)
    {
        now += time;
        wall += time;
    }

    void strike(const Blow &blow)
    {
        Bookkeeping books(conditions, policy, now, wall, jitter);
        if (blow.what < 6) {
            Attempt attempt;
            attempt.route = routes[static_cast<std::size_t>(blow.kind) % routes.size()];
            const bool sent = books.sent(attempt, need, blow.what % 2, blow.what == 5);
            if (sent)
                underWay.push_back(attempt);
            decisions.push_back(sent);
        } else if (blow.what < 8) {
            pass(std::chrono::milliseconds(blow.size * 700));
        } else if (!underWay.empty()) {
            const auto place = underWay.begin() + blow.kind % std::ssize(underWay);
            if (!proceed(books, *place, blow))
                underWay.erase(place);
        }
        decide();
    }

    /// One more step of a request; false when it has ended.
    bool proceed(Bookkeeping &books, Attempt &attempt, const Blow &blow)
    {
        Fault fault;
        fault.kind = static_cast<FaultKind>(blow.kind);
        if (blow.size > 0)
            fault.hint = Hint {std::chrono::seconds(blow.size), HintSource::RetryAfterSeconds};
        if (blow.kind % 7 == 0)
            fault.returnsAt = wall + std::chrono::hours(blow.size);
        if (blow.what == 17) {
            books.abandoned(attempt, need);
            return false;
        }
        if (blow.what < 11 && attempt.firstContentAfter) {
            books.ended(attempt, std::nullopt, std::chrono::milliseconds(blow.size));
            return false;
        }
        if (blow.what < 14) {
            if (!attempt.headersAfter) {
                attempt.headersAfter = std::chrono::milliseconds(100 + blow.size);
                const auto dimension = static_cast<RoomLeft::Dimension>(blow.kind % 4);
                books.heads(attempt, need, {{dimension, 100 + blow.size, blow.size / 30, wall + std::chrono::seconds(blow.size)}});
            } else if (!attempt.firstContentAfter) {
                attempt.firstContentAfter = attempt.headersAfter;
                books.content(attempt, blow.kind % 2 == 0);
            }
            return true;
        }
        if (blow.what == 14)
            fault.kind = FaultKind::Overloaded; // or nothing would ever be paused
        attempt.endedAfter = std::chrono::milliseconds(blow.size);
        attempt.firstContentAfter ? books.ended(attempt, fault, 10ms) : books.refused(attempt, need, fault, false);
        return false;
    }

    void abandonAll()
    {
        Bookkeeping books(conditions, policy, now, wall, jitter);
        for (const Attempt &attempt : underWay)
            books.abandoned(attempt, need);
        underWay.clear();
    }

    [[nodiscard]] std::vector<Opening> openings(double price = 1.0) const
    {
        const Chain chain = chainOfAll();
        std::vector<Opening> all;
        for (std::size_t step = 0; step < chain.steps.size(); ++step)
            all.push_back(openingOf(chain, step, Claim {true, false, {}, price}, need, conditions, policy, now));
        return all;
    }

    void decide()
    {
        for (const Opening &each : openings()) {
            decisions.push_back(toSeconds(each.at - now));
            decisions.push_back(static_cast<double>(each.obstacle));
            decisions.push_back(toSeconds(each.cost));
        }
        for (const RouteId &route : routes) {
            decisions.push_back(conditions.isShut(route, now));
            decisions.push_back(conditions.route(route).record.answersLately(now));
            decisions.push_back(toSeconds(silenceLimits(policy.patience, conditions.route(route).record, 0).headers));
            const Pace *pace = conditions.knownPace(route);
            decisions.push_back(pace != nullptr && pace->neverFits({130}, now));
        }
    }

    static constexpr PaceNeed need {40};
};

Process struck(const std::vector<Blow> &blows)
{
    Process process;
    for (const Blow &blow : blows)
        process.strike(blow);
    return process;
}

/// The process that takes over after `pause`, on a machine with another steady clock.
Process successorOf(const Process &before, std::chrono::milliseconds pause, std::chrono::milliseconds wallShift = {})
{
    Process after = before;
    after.now = Instant(77min) + pause;
    after.wall = before.wall + pause + wallShift;
    after.conditions = readBack(before.conditions, before.now, before.wall, after.now, after.wall);
    after.underWay.clear();
    after.decisions.clear();
    return after;
}

rc::Gen<std::chrono::milliseconds> pauses()
{
    return rc::gen::map(rc::gen::oneOf(rc::gen::inRange(0, 5'000), rc::gen::inRange(0, 100'000), rc::gen::inRange(0, 10'000'000)), [](int each) { return std::chrono::milliseconds(each); });
}

const RouteId one = routes.front();

/// A process whose first route has just been paused for 30 s.
Process pausedFor30s()
{
    Process process;
    Bookkeeping books(process.conditions, process.policy, process.now, process.wall, process.jitter);
    Fault fault;
    fault.kind = FaultKind::Overloaded;
    fault.hint = Hint {30s, HintSource::RetryAfterSeconds};
    for (int each = 0; each < 2; ++each) {
        Attempt attempt;
        attempt.route = one;
        if (!books.sent(attempt, Process::need, 0.0, false))
            qFatal("not sent");
        books.refused(attempt, Process::need, fault, false);
    }
    return process;
}

Duration pauseLeft(const Process &process)
{
    return process.conditions.route(one).breaker.notBefore(process.policy.breaker, process.now) - process.now;
}

/// JSON of any shape, mostly with the names that ours has.
QJsonValue wildValue(std::mt19937 &chance, int depth);

double wildNumber(std::mt19937 &chance)
{
    const double figures[] {0, -1, 1, 0.5, 1e15, -1e15, 1.8e15, 9.2e18, -9.3e18, 1e300, -1e300, 5e-324, std::numeric_limits<double>::infinity(), std::nan(""),
        2147483647, -2147483648.0, static_cast<double>(someDay.time_since_epoch().count()) * 1000};
    return figures[chance() % std::size(figures)];
}

QJsonObject wildObject(std::mt19937 &chance, int depth, const QStringList &names)
{
    QJsonObject object;
    for (const QString &name : names) {
        if (chance() % 4 != 0)
            object.insert(name, wildValue(chance, depth - 1));
    }
    return object;
}

QStringList namesIn(const QJsonValue &value)
{
    QStringList names;
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        names += QStringList {each.key()} + namesIn(each.value());
    for (const QJsonValue &each : value.toArray())
        names += namesIn(each);
    names.removeDuplicates();
    return names;
}

QJsonValue wildValue(std::mt19937 &chance, int depth)
{
    static const QStringList names = [] {
        const Process process = pausedFor30s();
        return namesIn(toJson(process.conditions, process.now, process.wall));
    }();
    switch (depth > 0 ? chance() % 7 : chance() % 5) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return chance() % 2 == 0;
    case 2:
        return QStringLiteral("Overloaded");
    case 3:
    case 4:
        return wildNumber(chance);
    case 5: {
        QJsonArray array;
        for (auto left = chance() % 4; left > 0; --left)
            array.append(wildValue(chance, depth - 1));
        return array;
    }
    default:
        return wildObject(chance, depth, names);
    }
}

/// A valid document with values of it replaced.
QJsonValue damaged(const QJsonValue &value, std::mt19937 &chance)
{
    if (chance() % 12 == 0)
        return wildValue(chance, 2);
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            each.value() = damaged(each.value(), chance);
        return object;
    }
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype at = 0; at < array.size(); ++at)
            array[at] = damaged(array.at(at), chance);
        return array;
    }
    return value;
}

/// Usable, whatever was read: no gate longer than a day, and a process that goes on with it stays within its bounds.
void checkBounds(Process process, const std::vector<Blow> &blows)
{
    for (const RouteId &route : routes)
        process.conditions.learn(route, ProviderId(route.text().section(QLatin1Char('/'), 0, 0)), route.text().section(QLatin1Char('/'), 1));
    for (const Opening &each : process.openings()) {
        RC_ASSERT(each.at >= process.now);
        RC_ASSERT(each.at <= process.now + 24h);
        RC_ASSERT(each.cost >= Duration::zero());
    }
    for (const Blow &blow : blows)
        process.strike(blow);
    for (const auto &[id, provider] : process.conditions.providers()) {
        const double level = provider.budget.level(process.policy.budget, process.now);
        RC_ASSERT(level >= 0.0 && level <= process.policy.budget.most);
    }
    (void)toJson(process.conditions, process.now, process.wall);
}

} // namespace

class TestConditionsJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPauseGoesOnWhileNothingRuns()
    {
        Process process = pausedFor30s();
        QCOMPARE(pauseLeft(process), Duration(30s));
        process.pass(20s);
        QCOMPARE(pauseLeft(process), Duration(10s));
        QCOMPARE(pauseLeft(successorOf(process, 5s)), Duration(5s));
        const Process later = successorOf(process, 15s);
        QCOMPARE(pauseLeft(later), Duration::zero());
        QVERIFY(later.conditions.route(one).breaker.phase(later.now) == BreakerPhase::Open); // to be tested first, all the same
        QCOMPARE(later.conditions.route(one).breaker.downFor(later.now), Duration(35s));
    }

    void aClockThatWentBackwardsMakesNoPauseLonger()
    {
        Process process = pausedFor30s();
        process.pass(20s);
        QCOMPARE(pauseLeft(successorOf(process, 5s, -1h)), Duration(10s));
        QCOMPARE(pauseLeft(successorOf(process, 5s, -24h * 4000)), Duration(10s));
    }

    void aFileFromTheFutureIsReadAsIfWrittenNow()
    {
        Process process = pausedFor30s();
        process.wall += 24h * 365 * 20;
        Process after = process;
        after.wall = someDay;
        after.conditions = readBack(process.conditions, process.now, process.wall, after.now, after.wall);
        QCOMPARE(pauseLeft(after), Duration(30s));
    }

    void aTestUnderWayIsForgottenItsPauseIsNot()
    {
        Process process = pausedFor30s();
        process.pass(30s);
        Attempt test;
        test.route = one;
        Bookkeeping books(process.conditions, process.policy, process.now, process.wall, process.jitter);
        QVERIFY(books.sent(test, Process::need, 0.0, false));
        QVERIFY(pauseLeft(process) > 1min); // the others wait for its verdict
        QCOMPARE(pauseLeft(successorOf(process, 1s)), Duration::zero());
        // Taken early because a person insisted: the server's word holds for the next run.
        Process insisted = pausedFor30s();
        Bookkeeping early(insisted.conditions, insisted.policy, insisted.now, insisted.wall, insisted.jitter);
        QVERIFY(early.sent(test, Process::need, 0.0, true));
        QCOMPARE(pauseLeft(successorOf(insisted, 1s)), Duration(29s));
    }

    void aLimitsEndIsKept()
    {
        Process process;
        process.conditions.pace(one).close(process.now + 40min);
        const Process after = successorOf(process, 10min);
        QCOMPARE(after.conditions.knownPace(one)->closedUntil() - after.now, Duration(30min));
    }

    void nothingUnderWayIsKept()
    {
        Process process;
        Attempt attempt;
        attempt.route = one;
        Bookkeeping books(process.conditions, process.policy, process.now, process.wall, process.jitter);
        QVERIFY(books.sent(attempt, Process::need, 0.0, false));
        const Process after = successorOf(process, 1s);
        QCOMPARE(after.conditions.knownPace(one)->reservedRequests(), 0.0);
        QCOMPARE(after.conditions.knownPace(one)->reservedInput(), 0.0);
        QCOMPARE(after.conditions.knownProvider(ProviderId(QStringLiteral("a")))->congestion.underWay(), 0);
    }

    void aShutGateStaysShutUntilItsDate()
    {
        Process process;
        process.conditions.route(one).shut = Shut {FaultKind::NoModel, std::nullopt};
        process.conditions.provider(ProviderId(QStringLiteral("b")), {}).shut = Shut {FaultKind::QuotaHard, process.now + 24h * 20};
        const Process soon = successorOf(process, 24h * 19);
        QCOMPARE(soon.conditions.route(one).shut, process.conditions.route(one).shut);
        QVERIFY(soon.conditions.isShut(routes.back(), soon.now));
        QVERIFY(soon.conditions.knownProvider(ProviderId(QStringLiteral("b")))->shut->why == FaultKind::QuotaHard);
        const Process then = successorOf(process, 24h * 20);
        QVERIFY(then.conditions.isShut(one, then.now));
        QVERIFY(!then.conditions.isShut(routes.back(), then.now));
    }

    void aBudgetEarnsWhileNothingRuns()
    {
        Process process;
        const ProviderId a(QStringLiteral("a"));
        Budget &budget = process.conditions.provider(a, process.policy.budget).budget;
        QVERIFY(budget.withdraw(process.policy.budget, 4.0, process.now));
        const auto level = [&](const Process &after) { return after.conditions.knownProvider(a)->budget.level(process.policy.budget, after.now); };
        QCOMPARE(level(successorOf(process, 0s)), 1.0);
        QCOMPARE(level(successorOf(process, 2min)), 3.0);
        QCOMPARE(level(successorOf(process, 2min, -1h)), 1.0); // nothing is earned by setting a clock
        QCOMPARE(level(successorOf(process, 24h)), 5.0);
    }

    void whatIsNoneOfOursGivesFreshConditions()
    {
        const auto read = [](const char *json) { return conditionsFrom(QJsonDocument::fromJson(json).object(), Instant(1h), someDay); };
        for (const char *json : {"", "[]", "{}", "null", R"({"savedAt":"yesterday","routes":[{"id":"a"}]})", R"({"routes":[{"id":"a"}]})", R"({"savedAt":1,"routes":{"id":"a"}})",
                 R"({"savedAt":1,"routes":[1,"a",null,{"id":7},[]],"providers":[{}],"paces":[{"id":"a"}]})"})
            QVERIFY2(read(json) == Conditions(), json);
    }

    void noPauseIsLongerThanADay()
    {
        const QByteArray hostile = R"({"savedAt":0,
            "routes":[{"id":"a/opus","breaker":{"doublings":2000000000,"pause":{"began":9e18,"downSince":9e18,"grown":9e18,"length":9000000000000000000,"hint":9000000000000000000}}}],
            "paces":[{"id":"a/opus","family":"a/opus","closedUntil":9e18}]})";
        const Conditions read = conditionsFrom(QJsonDocument::fromJson(hostile).object(), Instant(1h), WallTime());
        QCOMPARE(read.route(one).breaker.notBefore({}, Instant(1h)), Instant(25h));
        QCOMPARE(read.knownPace(one)->closedUntil(), Instant(25h));
    }

    // Invariant 47

    void decisionsAfterARestartEqualThoseWithout()
    {
        QVERIFY(invariantHolds(47, [] {
            Process process = struck(*histories());
            process.abandonAll(); // which is what becomes of requests when a process ends
            const auto pause = *pauses();
            Process restarted = successorOf(process, pause);
            process.pass(pause);
            process.decisions.clear();
            process.decide();
            restarted.decide();
            for (const Blow &blow : *histories()) {
                process.strike(blow);
                restarted.strike(blow);
            }
            RC_ASSERT(restarted.decisions == process.decisions);
        }, costlyCases));
    }

    void restoringNeverLetsARequestGoEarlier()
    {
        QVERIFY(holds("restoring never lets a request go earlier than it would have gone", [] {
            Process process = struck(*histories());
            process.abandonAll();
            const auto pause = *pauses();
            const auto back = *rc::gen::element(0ms, 1ms, 30'000ms, 4'000'000ms, 1'000'000'000ms);
            const double price = *rc::gen::element(0.0, 0.5, 2.0);
            Process restarted = successorOf(process, pause, -back);
            const std::vector<Opening> then = process.openings(price);
            process.pass(pause);
            const std::vector<Opening> without = process.openings(price);
            const std::vector<Opening> with = restarted.openings(price);
            for (std::size_t at = 0; at < with.size(); ++at) {
                RC_ASSERT(with[at].at - restarted.now >= without[at].at - process.now);
                RC_ASSERT(with[at].at - restarted.now <= then[at].at - (process.now - pause)); // nor later than it looked at the end
            }
        }, costlyCases));
    }

    void whatIsWrittenTwiceIsTheSame()
    {
        QVERIFY(holds("reading and writing again changes nothing", [] {
            const Process process = struck(*histories());
            const Conditions once = readBack(process.conditions, process.now, process.wall, process.now, process.wall);
            RC_ASSERT(readBack(once, process.now, process.wall, process.now, process.wall) == once);
        }, costlyCases));
    }

    // Bad input

    void anyJsonGivesUsableConditions()
    {
        QVERIFY(holds("any JSON gives usable conditions", [] {
            std::mt19937 chance(*rc::gen::arbitrary<std::uint32_t>());
            Process process;
            QJsonObject object = wildObject(chance, 5, {QStringLiteral("routes"), QStringLiteral("providers"), QStringLiteral("paces")});
            object.insert(QStringLiteral("savedAt"), wildNumber(chance));
            process.conditions = conditionsFrom(object, process.now, process.wall);
            checkBounds(process, *histories());
        }, costlyCases));
    }

    void aDamagedFileGivesUsableConditions()
    {
        QVERIFY(holds("a damaged file gives usable conditions", [] {
            std::mt19937 chance(*rc::gen::arbitrary<std::uint32_t>());
            Process process = struck(*histories());
            const QJsonValue whole = toJson(process.conditions, process.now, process.wall);
            process.conditions = conditionsFrom(damaged(whole, chance).toObject(), process.now, process.wall);
            process.underWay.clear();
            checkBounds(process, *histories());
        }, costlyCases));
    }
};

QTEST_GUILESS_MAIN(TestConditionsJson)
#include "tst_conditionsjson.moc"
