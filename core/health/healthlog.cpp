// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/healthlog.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace breakwater {

namespace {

constexpr std::size_t mostChanges = 2'000; ///< of one route
constexpr Duration tellEvery = std::chrono::seconds(1);
constexpr Duration lookEvery = std::chrono::seconds(30); ///< while old samples may still pass out of the weather

bool earlier(const Sample &left, const Sample &right)
{
    return left.at < right.at;
}

bool earlierChange(const FlowChange &left, const FlowChange &right)
{
    return left.at < right.at;
}

/// Counts a sample that is not kept by itself any more.
void addToHours(std::vector<HourTotal> &hours, const Sample &sample)
{
    const WallTime hour = std::chrono::floor<std::chrono::hours>(sample.at);
    auto place = std::lower_bound(hours.begin(), hours.end(), hour, [](const HourTotal &each, WallTime at) { return each.hour < at; });
    while (place != hours.end() && place->hour == hour && place->route != sample.route)
        ++place;
    if (place == hours.end() || place->hour != hour)
        place = hours.insert(place, {hour, sample.route, {}});
    place->counts.add(sample.result);
}

} // namespace

HealthLog::HealthLog(const TimeSource &time, Alarms &alarms, QObject *parent)
    : QObject(parent)
    , m_time(time)
    , m_alarms(alarms)
{
}

HealthLog::~HealthLog() = default;

void HealthLog::add(const Sample &sample)
{
    // Nearly always at the end; a wall clock set back must not break the order.
    m_samples.insert(std::upper_bound(m_samples.begin(), m_samples.end(), sample, earlier), sample);
    ++m_revision;
    if (sample.result == SampleClass::Answered)
        m_online = true;
    touch();
}

void HealthLog::add(const FlowChange &change)
{
    std::vector<FlowChange> &known = m_flows[change.route];
    if (!known.empty() && known.back().flow == change.flow)
        known.back().until = change.until; // the same pause, which ends at another time
    else
        known.push_back({known.empty() ? change.at : std::max(change.at, known.back().at), change.route, change.flow, change.until}); // a clock set back
    touch();
}

void HealthLog::setRooms(const ProviderId &provider, std::vector<RoomLeft> rooms)
{
    markRooms(provider, rooms);
    std::vector<RoomLeft> &mine = m_rooms[provider];
    if (mine == rooms)
        return;
    mine = std::move(rooms);
    touch();
}

void HealthLog::setBudget(const ProviderId &provider, double level, double most)
{
    const BudgetLevel told { level, most };
    if (std::exchange(m_budgets[provider], told) != told)
        touch();
}

void HealthLog::setOnline(bool online)
{
    if (std::exchange(m_online, online) != online)
        touch();
}

void HealthLog::setChainRoutes(std::vector<RouteId> routes)
{
    if (m_chainRoutes == routes)
        return;
    m_chainRoutes = std::move(routes);
    touch();
}

void HealthLog::restore(HealthPast past)
{
    m_samples.insert(m_samples.end(), std::make_move_iterator(past.samples.begin()), std::make_move_iterator(past.samples.end()));
    std::stable_sort(m_samples.begin(), m_samples.end(), earlier);
    m_older = std::move(past.older);
    m_roomMarks.insert(m_roomMarks.begin(), past.rooms.begin(), past.rooms.end());
    ++m_revision;

    std::map<RouteId, std::vector<FlowChange>> before;
    for (FlowChange &change : past.flows)
        before[change.route].push_back(std::move(change));
    for (auto &[route, changes] : before) {
        std::stable_sort(changes.begin(), changes.end(), earlierChange);
        std::vector<FlowChange> &known = m_flows[route];
        if (const FlowChange last = changes.back(); last.flow != RouteFlow::Flowing && (known.empty() || known.front().at > last.until.value_or(last.at)))
            changes.push_back({std::min(last.until.value_or(last.at), m_time.wall()), route, RouteFlow::Flowing, {}});
        known.insert(known.begin(), changes.begin(), changes.end());
        std::stable_sort(known.begin(), known.end(), earlierChange);
    }
    forgetOld();
    // A storm goes on over a restart.
    if (const std::vector<SeaChange> changes = history(m_time.wall() - std::chrono::hours(24)); !m_sea.changed && changes.size() > 1) {
        const Duration ago = m_time.wall() - changes.back().at;
        m_sea = {changes.back().state, changes.back().at, m_time.now() - std::max(ago, Duration::zero())};
    }
    touch();
}

Window HealthLog::window(WeatherRange range, const RouteFilter &wanted) const
{
    const WallTime now = m_time.wall();
    Window window = countWindow(since(now - rangeLength(range)), now, range, wanted);
    addHours(window, m_older, wanted);
    return window;
}

std::span<const Sample> HealthLog::since(std::chrono::sys_time<Duration> from) const
{
    const auto first = std::lower_bound(m_samples.begin(), m_samples.end(), from, [](const Sample &sample, auto at) { return sample.at < at; });
    return std::span(m_samples).subspan(static_cast<std::size_t>(first - m_samples.begin()));
}

bool HealthLog::makesStorm(const RouteId &route) const
{
    return !m_chainRoutes || std::find(m_chainRoutes->begin(), m_chainRoutes->end(), route) != m_chainRoutes->end();
}

std::vector<SeaChange> HealthLog::history(WallTime from) const
{
    std::vector<FlowChange> changes;
    for (const auto &[route, mine] : m_flows) {
        if (makesStorm(route))
            changes.insert(changes.end(), mine.begin(), mine.end());
    }
    std::stable_sort(changes.begin(), changes.end(), earlierChange);
    return seaHistory(m_samples, changes, from, m_time.wall());
}

std::vector<Storm> HealthLog::storms(WeatherRange range) const
{
    const auto from = m_time.wall() - rangeLength(range);
    return stormsIn(history(std::chrono::ceil<std::chrono::milliseconds>(from)), since(from - weatherSpan));
}

void HealthLog::markRooms(const ProviderId &provider, const std::vector<RoomLeft> &rooms)
{
    const WallTime minute = std::chrono::floor<std::chrono::minutes>(m_time.wall());
    for (const RoomLeft &room : rooms) {
        if (room.limit <= 0)
            continue;
        const double share = std::clamp(static_cast<double>(room.remaining) / static_cast<double>(room.limit), 0.0, 1.0);
        const auto [known, fresh] = m_minute.try_emplace({provider, room.dimension}, RoomMark {minute, provider, room.dimension, share});
        RoomMark &mark = known->second;
        if (!fresh && mark.minute == minute) {
            mark.share = std::min(mark.share, share);
        } else if (!fresh) {
            m_roomMarks.push_back(mark);
            Q_EMIT roomMeasured(mark);
            mark = {minute, provider, room.dimension, share};
        }
    }
}

void HealthLog::closeMinute()
{
    for (const auto &[limit, mark] : std::exchange(m_minute, {})) {
        m_roomMarks.push_back(mark);
        Q_EMIT roomMeasured(mark);
    }
}

std::vector<RoomMark> HealthLog::roomMarks() const
{
    std::vector<RoomMark> marks = m_roomMarks;
    for (const auto &[limit, mark] : m_minute)
        marks.push_back(mark);
    return marks;
}

Counts HealthLog::recent() const
{
    const WallTime now = m_time.wall();
    return countRecent(since(now - weatherSpan), now, weatherSpan);
}

std::span<const FlowChange> HealthLog::flows(const RouteId &route) const
{
    const auto found = m_flows.find(route);
    return found == m_flows.end() ? std::span<const FlowChange>() : std::span<const FlowChange>(found->second);
}

FlowChange HealthLog::flow(const RouteId &route) const
{
    const std::span<const FlowChange> all = flows(route);
    return all.empty() ? FlowChange { {}, route, RouteFlow::Flowing, std::nullopt } : all.back();
}

SeaState HealthLog::seen() const
{
    const auto held = [](const auto &entry) {
        return !entry.second.empty() && entry.second.back().flow != RouteFlow::Flowing;
    };
    const bool paused = std::any_of(
        m_flows.begin(), m_flows.end(), [&](const auto &entry) { return held(entry) && makesStorm(entry.first); });
    return seaStateOf({ recent(), paused, m_online });
}

void HealthLog::touch()
{
    const Instant now = m_time.now();
    wakeAt(m_told ? std::max(now, *m_told + tellEvery) : now);
}

void HealthLog::wakeAt(Instant when)
{
    if (m_alarm && m_alarmAt <= when)
        return;
    m_alarmAt = when;
    m_alarm = m_alarms.at(when, [this] { wake(); });
}

void HealthLog::wake()
{
    const auto spent = std::move(m_alarm); // lives to the end of its own call
    const Instant now = m_time.now();
    forgetOld();
    const SeaState current = seen();
    m_sea = afterSeeing(m_sea, current, now, m_time.wall());
    m_told = now;
    if (current != m_sea.state && m_sea.changed)
        wakeAt(*m_sea.changed + weatherHold);
    else if (recent().all() > 0 || m_sea.state != SeaState::Clear)
        wakeAt(now + lookEvery);
    Q_EMIT changed();
}

void HealthLog::forgetOld()
{
    const WallTime edge = m_time.wall() - healthKept;
    auto first = std::find_if(m_samples.begin(), m_samples.end(), [edge](const Sample &sample) { return sample.at >= edge; });
    // Not one by one: what is behind moves up each time.
    const auto left = static_cast<std::size_t>(m_samples.end() - first);
    if (left > mostSamplesInMemory + mostSamplesInMemory / 20) {
        for (std::size_t spare = left - mostSamplesInMemory; spare > 0; --spare)
            addToHours(m_older, *first++);
    }
    m_samples.erase(m_samples.begin(), first);
    std::erase_if(m_older, [edge](const HourTotal &each) { return each.hour < edge; });
    std::erase_if(m_roomMarks, [edge](const RoomMark &mark) { return mark.minute < edge; });

    for (auto &[route, changes] : m_flows) {
        // The last change before the edge still says what the route was doing at the edge.
        auto keep = std::find_if(changes.begin(), changes.end(), [edge](const FlowChange &change) { return change.at >= edge; });
        if (keep != changes.begin())
            --keep;
        if (const auto rest = static_cast<std::size_t>(changes.end() - keep); rest > mostChanges)
            keep += static_cast<std::ptrdiff_t>(rest - mostChanges);
        changes.erase(changes.begin(), keep);
    }
}

} // namespace breakwater
