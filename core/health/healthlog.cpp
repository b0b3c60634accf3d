// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/healthlog.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace breakwater {

namespace {

constexpr auto kept = std::chrono::hours(24);
constexpr std::size_t mostSamples = 50'000; ///< a client that hammers must not grow without bound
constexpr std::size_t mostChanges = 2'000; ///< of one route
constexpr Duration tellEvery = std::chrono::seconds(1);
constexpr Duration lookEvery = std::chrono::seconds(30); ///< while old samples may still pass out of the weather

bool earlier(const Sample &left, const Sample &right)
{
    return left.at < right.at;
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
        known.push_back(change);
    touch();
}

void HealthLog::setRooms(const ProviderId &provider, std::vector<RoomLeft> rooms)
{
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

void HealthLog::restore(std::vector<Sample> samples)
{
    m_samples.insert(m_samples.end(), std::make_move_iterator(samples.begin()), std::make_move_iterator(samples.end()));
    std::stable_sort(m_samples.begin(), m_samples.end(), earlier);
    forgetOld();
    touch();
}

Window HealthLog::window(WeatherRange range) const
{
    return countWindow(m_samples, m_time.wall(), range);
}

Counts HealthLog::recent() const
{
    return countRecent(m_samples, m_time.wall(), weatherSpan);
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
    const auto counts = [this](const RouteId &route) {
        return !m_chainRoutes || std::find(m_chainRoutes->begin(), m_chainRoutes->end(), route) != m_chainRoutes->end();
    };
    const bool paused = std::any_of(
        m_flows.begin(), m_flows.end(), [&](const auto &entry) { return held(entry) && counts(entry.first); });
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
    const WallTime edge = m_time.wall() - kept;
    auto first = std::find_if(m_samples.begin(), m_samples.end(), [edge](const Sample &sample) { return sample.at >= edge; });
    if (const auto rest = static_cast<std::size_t>(m_samples.end() - first); rest > mostSamples)
        first += static_cast<std::ptrdiff_t>(rest - mostSamples);
    m_samples.erase(m_samples.begin(), first);

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
