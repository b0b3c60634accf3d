// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay.h"

#include "core/turn/outboxramp.h"
#include "core/turn/turnmachine.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <queue>
#include <set>

namespace breakwater {

namespace {

constexpr int buckets = 12;
constexpr Duration watchEvery = std::chrono::seconds(1); // limits of silence move while an attempt is under way
constexpr std::uint64_t runs = 5;
constexpr std::size_t manyTurns = 10'000;
constexpr int mostLooks = 64; // of the line within one moment

bool holdsPlace(TurnPhase phase)
{
    return phase == TurnPhase::Sending || phase == TurnPhase::Streaming || phase == TurnPhase::Waiting;
}

Duration rankOf(std::vector<Duration> &sorted, double share)
{
    if (sorted.empty())
        return {};
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

/// One run of all turns. What the Outbox and its runners do, as plain values.
class ReplayRun
{
public:
    ReplayRun(const RecordedWeather &weather, const ReplaySettings &settings);
    ReplayResult run(const std::atomic<bool> &stop);

private:
    enum class Kind { Accept, Alarm, Head, Content, End, Watch, Network };
    struct Happening
    {
        Instant at;
        std::uint64_t serial = 0; // of equal times the one asked for first
        Kind kind = Kind::Accept;
        std::size_t turn = 0;
        std::uint64_t stamp = 0; // of the alarm or the attempt that it belongs to
        friend bool operator>(const Happening &left, const Happening &right) { return std::tie(left.at, left.serial) > std::tie(right.at, right.serial); }
    };
    struct Member
    {
        TurnState state;
        std::uint64_t alarm = 0; // the one that counts
        RecordedOutcome meets; // the attempt under way
        std::optional<Instant> keptUntil; // its place among the kept
    };

    [[nodiscard]] Instant instantOf(RecordedWeather::Moment moment) const { return m_began + (moment - m_weather.begins()); }
    [[nodiscard]] RecordedWeather::Moment momentOf(Instant instant) const { return m_weather.begins() + (instant - m_began); }
    [[nodiscard]] WallTime wall() const { return std::chrono::floor<std::chrono::milliseconds>(momentOf(m_now)); }

    void later(Instant at, Kind kind, std::size_t turn, std::uint64_t stamp = 0) { m_queue.push({at, m_serial++, kind, turn, stamp}); }
    void happen(const Happening &one);
    void accept(std::size_t turn);
    void tell(std::size_t turn, const TurnEvent &event);
    void perform(std::size_t turn, Member &member, const TurnEffect &effect);
    void send(std::size_t turn, Member &member);
    void watch(std::size_t turn, Member &member);
    void keepPlace(std::size_t turn, Member &member, TurnPhase before);
    void settle(const Member &member);
    void compareFlows();
    void lookAgain();
    void doWhatIsDue();
    [[nodiscard]] std::vector<std::size_t> kept() const;
    [[nodiscard]] bool isOver() const { return m_now > m_ends; }
    [[nodiscard]] OwnPatience patienceWith(const RouteId &route) const;

    const RecordedWeather &m_weather;
    const ReplaySettings &m_settings;
    Chain m_chain;
    Conditions m_conditions;
    SeededJitter m_jitter;
    Instant m_began {std::chrono::hours(1)};
    Instant m_now = m_began;
    Instant m_ends;
    std::priority_queue<Happening, std::vector<Happening>, std::greater<>> m_queue;
    std::uint64_t m_serial = 0;
    std::size_t m_toCome = 0; // turns not accepted yet
    int m_holding = 0;
    std::map<std::size_t, Member> m_members; // unsettled
    std::set<std::size_t> m_waiting;
    std::set<std::pair<Instant, std::size_t>> m_kept; // by the end of their wait
    std::map<RouteId, RouteFlow> m_flows;
    OutboxRamp m_ramp;
    std::deque<std::optional<RouteId>> m_soon; // look at the line; or: this route flows
    bool m_looks = false;
    std::vector<Duration> m_waits;
    std::vector<std::size_t> m_answered;
    ReplayResult m_result;
};

ReplayRun::ReplayRun(const RecordedWeather &weather, const ReplaySettings &settings)
    : m_weather(weather)
    , m_settings(settings)
    , m_jitter(settings.seed)
    , m_ends(instantOf(weather.ends()))
{
    if (const Chain *chain = settings.routes.chain(settings.chain))
        m_chain = settings.routes.usable(*chain);
    for (const Route &each : settings.routes.routes)
        m_conditions.learn(each.id, each.provider, each.model);
    for (const ChainStep &each : m_chain.steps)
        m_result.by.push_back({each.route, 0});
    for (std::size_t at = 0; at < weather.turns().size(); ++at)
        later(instantOf(weather.turns()[at].accepted), Kind::Accept, at);
    for (const auto &each : weather.networkReturns())
        later(instantOf(each), Kind::Network, 0);
    m_toCome = weather.turns().size();
    m_result.turns = static_cast<int>(m_toCome);
}

OwnPatience ReplayRun::patienceWith(const RouteId &route) const
{
    const Provider *provider = m_settings.routes.provider(m_conditions.ownerOf(route));
    return provider != nullptr ? provider->patience : OwnPatience {};
}

void ReplayRun::accept(std::size_t turn)
{
    --m_toCome;
    const RecordedWeather::Turn &recorded = m_weather.turns()[turn];
    m_members.emplace(turn, Member {makeTurn(recorded.id, {}, {}, m_chain, m_settings.policy, m_now, wall()), 0, {}, {}});
    tell(turn, turnevent::Begin {});
}

void ReplayRun::tell(std::size_t turn, const TurnEvent &event)
{
    const auto entry = m_members.find(turn);
    if (entry == m_members.end())
        return;
    Member &member = entry->second;
    const TurnPhase before = member.state.phase;
    if (std::holds_alternative<turnevent::Content>(event) && before == TurnPhase::Sending)
        member.state.answer = MessageId(QStringLiteral("answer")); // as the runner does
    const auto effects = step(member.state, event, {m_conditions, m_jitter, m_now, wall()});
    for (const TurnEffect &effect : effects)
        perform(turn, member, effect);
    keepPlace(turn, member, before);
    follow(m_ramp, member.state);
    if (before == member.state.phase && effects.empty())
        return;
    m_conditions.waiting = std::max(1, m_holding);
    compareFlows();
    // A wait that became longer or shorter opens no way for another.
    const bool waitsOn = before == TurnPhase::Waiting && member.state.phase == TurnPhase::Waiting;
    if (!waitsOn && !std::exchange(m_looks, true))
        m_soon.emplace_back(std::nullopt);
    if (!isSettled(member.state.phase))
        return;
    if (member.state.phase == TurnPhase::Answered)
        m_answered.push_back(turn);
    settle(member);
    m_members.erase(entry);
}

void ReplayRun::settle(const Member &member)
{
    if (member.state.phase != TurnPhase::Answered)
        return;
    ++m_result.answered;
    const Attempt &last = member.state.attempts.back();
    m_waits.push_back(last.startedAfter);
    const auto share = std::find_if(m_result.by.begin(), m_result.by.end(), [&last](const auto &each) { return each.route == last.route; });
    if (share != m_result.by.end())
        ++share->answered;
}

/// Who waits is asked often, who is kept rarely: each has a list of its own.
void ReplayRun::keepPlace(std::size_t turn, Member &member, TurnPhase before)
{
    const TurnPhase phase = member.state.phase;
    m_holding += static_cast<int>(holdsPlace(phase)) - static_cast<int>(holdsPlace(before));
    if (phase == TurnPhase::Waiting)
        m_waiting.insert(turn);
    else if (before == TurnPhase::Waiting)
        m_waiting.erase(turn);
    std::optional<Instant> keptUntil;
    if (phase == TurnPhase::Kept && member.state.wait)
        keptUntil = member.state.wait->until;
    if (keptUntil == member.keptUntil)
        return;
    if (member.keptUntil)
        m_kept.erase({*member.keptUntil, turn});
    if (keptUntil)
        m_kept.insert({*keptUntil, turn});
    member.keptUntil = keptUntil;
}

void ReplayRun::perform(std::size_t turn, Member &member, const TurnEffect &effect)
{
    if (std::holds_alternative<turneffect::Send>(effect))
        send(turn, member);
    else if (const auto *alarm = std::get_if<turneffect::SetAlarm>(&effect))
        later(alarm->at, Kind::Alarm, turn, ++member.alarm);
    else if (std::holds_alternative<turneffect::ClearAlarm>(effect))
        ++member.alarm;
}

void ReplayRun::send(std::size_t turn, Member &member)
{
    ++m_result.requests;
    const TurnState &state = member.state;
    const std::size_t number = state.attempts.size();
    const RouteId route = state.attempts.back().route;
    // Chance of its own for each request: what does not change under other settings meets the same.
    SeededJitter dice(m_settings.seed * 1'000'003 + turn * 64 + number);
    const auto before = std::count_if(state.attempts.begin(), std::prev(state.attempts.end()), [&route](const Attempt &each) { return each.route == route; });
    member.meets = m_weather.outcome({route, momentOf(m_now), turn, static_cast<std::size_t>(before)}, dice);
    m_result.estimated += member.meets.estimated ? 1 : 0;
    if (member.meets.fault && member.meets.fault->kind == FaultKind::Connect && member.meets.end)
        member.meets.end = std::min(*member.meets.end, silenceLimitsFor(state, m_conditions, patienceWith(route)).connect);
    if (member.meets.head)
        later(m_now + *member.meets.head, Kind::Head, turn, number);
    if (member.meets.content)
        later(m_now + *member.meets.content, Kind::Content, turn, number);
    if (member.meets.end)
        later(m_now + *member.meets.end, Kind::End, turn, number);
    const auto heard = member.meets.content ? member.meets.content : member.meets.end;
    if (!heard || *heard > watchEvery)
        later(m_now + watchEvery, Kind::Watch, turn, number);
}

/// Silence that is no longer borne ends the attempt, as it would have in the AttemptRunner.
void ReplayRun::watch(std::size_t turn, Member &member)
{
    const Attempt &attempt = member.state.attempts.back();
    const SilenceLimits limits = silenceLimitsFor(member.state, m_conditions, patienceWith(attempt.route));
    const Instant sent = member.state.accepted + attempt.startedAfter;
    const Duration borne = attempt.headersAfter ? limits.firstContent : limits.headers;
    // A connection that nobody takes is waited for by a limit of its own, which `send` saw to.
    const bool connects = member.meets.fault && member.meets.fault->kind == FaultKind::Connect;
    if (m_now < sent + borne || connects) {
        later(std::min(std::max(sent + borne, m_now + std::chrono::milliseconds(1)), m_now + watchEvery), Kind::Watch, turn, member.state.attempts.size());
        return;
    }
    Fault fault;
    fault.kind = attempt.headersAfter ? FaultKind::SlowContent : FaultKind::SlowHeaders;
    fault.waited = borne;
    tell(turn, turnevent::Ended {fault, 0, {}, false, false});
}

/// As Outbox::compareFlows: what is flowing again wakes those kept for it.
void ReplayRun::compareFlows()
{
    for (const auto &[route, condition] : m_conditions.routes()) {
        RouteFlow flow = RouteFlow::Flowing;
        const auto look = [&](const Breaker &breaker) {
            const BreakerPhase phase = breaker.phase(m_now);
            if (phase == BreakerPhase::Open)
                flow = RouteFlow::Paused;
            else if (phase == BreakerPhase::HalfOpen && flow == RouteFlow::Flowing)
                flow = RouteFlow::Testing;
        };
        look(condition.breaker);
        if (const ProviderCondition *owner = m_conditions.knownProvider(m_conditions.ownerOf(route)))
            look(owner->breaker);
        RouteFlow &known = m_flows.try_emplace(route, RouteFlow::Flowing).first->second;
        if (std::exchange(known, flow) != flow && flow == RouteFlow::Flowing && !isOver())
            m_soon.emplace_back(route);
    }
}

std::vector<std::size_t> ReplayRun::kept() const
{
    std::vector<std::size_t> turns;
    for (const auto &[until, turn] : m_kept)
        turns.push_back(turn);
    std::sort(turns.begin(), turns.end());
    return turns;
}

/// One line for all, as in the Outbox: who was accepted first looks first.
void ReplayRun::lookAgain()
{
    std::vector<std::size_t> line(m_waiting.begin(), m_waiting.end());
    for (const auto &[until, turn] : m_kept) {
        if (until > m_now || isOver())
            break;
        line.push_back(turn);
    }
    std::sort(line.begin(), line.end());
    for (const std::size_t turn : line) {
        const auto entry = m_members.find(turn);
        if (entry == m_members.end())
            continue;
        const TurnState &state = entry->second.state;
        const bool rests = state.phase == TurnPhase::Kept;
        if (rests && !m_ramp.hasRoom())
            continue;
        const TurnId id = state.id;
        tell(turn, turnevent::Rang {});
        if (const auto now = m_members.find(turn); rests && now != m_members.end() && now->second.state.phase != TurnPhase::Kept)
            m_ramp.left(id);
    }
}

void ReplayRun::doWhatIsDue()
{
    for (int looks = 0; !m_soon.empty() && looks < mostLooks;) {
        const std::optional<RouteId> flows = m_soon.front();
        m_soon.pop_front();
        if (flows) {
            for (const std::size_t turn : kept())
                tell(turn, turnevent::RouteFlows {});
            continue;
        }
        ++looks;
        m_looks = false;
        lookAgain();
    }
}

void ReplayRun::happen(const Happening &one)
{
    if (one.kind == Kind::Accept) {
        accept(one.turn);
        return;
    }
    if (one.kind == Kind::Network) {
        std::vector<std::size_t> all = kept();
        all.insert(all.end(), m_waiting.begin(), m_waiting.end());
        std::sort(all.begin(), all.end());
        for (const std::size_t turn : all)
            tell(turn, turnevent::NetworkReturned {});
        return;
    }
    const auto entry = m_members.find(one.turn);
    if (entry == m_members.end())
        return;
    Member &member = entry->second;
    if (one.kind == Kind::Alarm) {
        if (one.stamp == member.alarm && (!isOver() || member.state.phase == TurnPhase::Waiting))
            lookAgain();
        return;
    }
    const bool underWay = member.state.phase == TurnPhase::Sending || member.state.phase == TurnPhase::Streaming;
    if (!underWay || one.stamp != member.state.attempts.size())
        return;
    switch (one.kind) {
    case Kind::Head:
        tell(one.turn, turnevent::Head {member.meets.content ? 200 : member.meets.fault ? member.meets.fault->status.value_or(200) : 200, {}});
        break;
    case Kind::Content:
        tell(one.turn, turnevent::Content {});
        break;
    case Kind::End:
        tell(one.turn, turnevent::Ended {member.meets.fault, member.meets.content ? 1 : 0, {}, false, false});
        break;
    case Kind::Watch:
        if (member.state.phase == TurnPhase::Sending)
            watch(one.turn, member);
        break;
    case Kind::Accept:
    case Kind::Alarm:
    case Kind::Network:
        break;
    }
}

ReplayResult ReplayRun::run(const std::atomic<bool> &stop)
{
    while (!m_queue.empty() && (m_toCome > 0 || m_holding > 0 || m_queue.top().at <= m_ends)) {
        if (stop.load(std::memory_order_relaxed)) {
            m_result.stopped = true;
            return m_result;
        }
        const Happening one = m_queue.top();
        m_queue.pop();
        m_now = std::max(m_now, one.at);
        happen(one);
        doWhatIsDue();
    }
    for (const auto &[turn, member] : m_members)
        m_result.left += member.state.phase == TurnPhase::Kept ? 1 : 0;
    std::sort(m_waits.begin(), m_waits.end());
    m_result.waitHalf = rankOf(m_waits, 0.5);
    m_result.waitSlow = rankOf(m_waits, 0.95);
    if (m_result.turns == 0)
        return m_result;
    const Duration span = std::max(Duration(m_weather.ends() - m_weather.begins()), Duration(buckets));
    for (int at = 0; at < buckets; ++at)
        m_result.course.push_back({std::chrono::floor<std::chrono::milliseconds>(m_weather.begins() + span * at / buckets), 0, 0});
    const auto bucketOf = [&](std::size_t turn) -> ReplayResult::Bucket & {
        const Duration since = m_weather.turns()[turn].accepted - m_weather.begins();
        return m_result.course[static_cast<std::size_t>(std::clamp<std::int64_t>(since.count() * buckets / span.count(), 0, buckets - 1))];
    };
    for (std::size_t turn = 0; turn < m_weather.turns().size(); ++turn)
        ++bucketOf(turn).turns;
    for (const std::size_t turn : m_answered)
        ++bucketOf(turn).answered;
    return m_result;
}

} // namespace

ReplayResult replay(const RecordedWeather &weather, const ReplaySettings &settings, const std::atomic<bool> &stop)
{
    return ReplayRun(weather, settings).run(stop);
}

ReplayResult replay(const RecordedWeather &weather, const ReplaySettings &settings)
{
    const std::atomic<bool> never = false;
    return replay(weather, settings, never);
}

ReplayResult typicalReplay(const RecordedWeather &weather, const ReplaySettings &settings, const std::atomic<bool> &stop)
{
    std::vector<ReplayResult> results;
    ReplaySettings each = settings;
    for (std::uint64_t run = 0; run < (weather.turns().size() > manyTurns ? 1 : runs); ++run) {
        each.seed = settings.seed + run;
        results.push_back(replay(weather, each, stop));
        if (results.back().stopped)
            return results.back();
    }
    std::stable_sort(results.begin(), results.end(),
        [](const ReplayResult &one, const ReplayResult &other) { return std::tuple(one.answered, other.waitSlow) < std::tuple(other.answered, one.waitSlow); });
    return results[results.size() / 2];
}

ReplayResult typicalReplay(const RecordedWeather &weather, const ReplaySettings &settings)
{
    const std::atomic<bool> never = false;
    return typicalReplay(weather, settings, never);
}

std::map<RouteId, ProviderId> ownersIn(const RouteTable &routes)
{
    std::map<RouteId, ProviderId> owners;
    for (const Route &each : routes.routes)
        owners.emplace(each.id, each.provider);
    return owners;
}

} // namespace breakwater
