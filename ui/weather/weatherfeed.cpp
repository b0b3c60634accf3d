// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/weatherfeed.h"

#include "ui/weather/weatherwords.h"
#include "ui/words/faultwords.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

constexpr int many = 20'000; // samples: counting them takes some milliseconds
constexpr Duration recountMany = std::chrono::seconds(10);

} // namespace

WeatherFeed::WeatherFeed(WeatherSources sources, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
{
    m_second.setInterval(std::chrono::seconds(1));
    m_second.callOnTimeout(this, &WeatherFeed::show);
    connect(&m_sources.log, &HealthLog::changed, this, [this] {
        // The clock may just have told; what came in since shows with its next beat.
        if (m_active && m_second.remainingTime() > 0)
            show();
    });
}

void WeatherFeed::show()
{
    m_second.start(); // the next beat a second from here
    Q_EMIT beat();
}

void WeatherFeed::setActive(bool active)
{
    m_active = active;
    if (active)
        show();
    else
        m_second.stop();
}

void WeatherFeed::setRange(WeatherRange range)
{
    if (std::exchange(m_range, range) == range)
        return;
    Q_EMIT rangeChanged(range);
    if (m_active)
        show();
}

void WeatherFeed::setProvider(std::optional<ProviderId> provider)
{
    if (m_provider == provider)
        return;
    m_provider = std::move(provider);
    if (m_active)
        show();
}

void WeatherFeed::setShown(SampleClass which, bool shown)
{
    if (std::exchange(m_shown[static_cast<std::size_t>(which)], shown) == shown)
        return;
    Q_EMIT shownChanged(which, shown);
    if (m_active)
        show();
}

bool WeatherFeed::isEmpty() const
{
    return m_sources.log.samples().empty() && m_sources.log.rooms().empty() && !m_sources.log.sea().since;
}

WeatherFeed::Stamp WeatherFeed::stamp() const
{
    const auto step = std::chrono::floor<std::chrono::milliseconds>(bucketLength(m_range));
    const auto since = now().time_since_epoch();
    return {m_sources.log.revision(), m_sources.time.now(), WallTime(since - since % step), m_range, m_provider};
}

bool WeatherFeed::isFresh(const std::optional<Stamp> &before, const Stamp &present) const
{
    if (!before || before->bucket != present.bucket || before->range != present.range || before->provider != present.provider)
        return false;
    return before->revision == present.revision || (m_window.totals.all() > many && present.at - before->at < recountMany);
}

bool WeatherFeed::isWanted(const RouteId &id) const
{
    if (!m_provider)
        return true;
    const Route *route = routes().route(id);
    return route != nullptr && route->provider == *m_provider;
}

const Window &WeatherFeed::window() const
{
    if (const Stamp present = stamp(); !isFresh(m_counted, present)) {
        m_window = m_sources.log.window(m_range, m_provider ? RouteFilter([this](const RouteId &route) { return isWanted(route); }) : RouteFilter());
        m_counted = present;
    }
    return m_window;
}

const std::vector<Storm> &WeatherFeed::storms() const
{
    Stamp present = stamp();
    present.bucket = std::chrono::floor<std::chrono::minutes>(now());
    if (!isFresh(m_searched, present)) {
        m_storms = m_sources.log.storms(m_range);
        m_searched = present;
    }
    return m_storms;
}

std::vector<RouteId> WeatherFeed::laneRoutes() const
{
    std::vector<RouteId> found;
    for (const RouteId &id : m_sources.chainRoutes()) {
        if (isWanted(id))
            found.push_back(id);
    }
    // A route outside the chain is worth a lane while something happened on it.
    for (const Route &route : routes().routes) {
        if (isWanted(route.id) && !m_sources.log.flows(route.id).empty() && std::find(found.begin(), found.end(), route.id) == found.end())
            found.push_back(route.id);
    }
    return found;
}

std::vector<RouteLanes::Lane> WeatherFeed::lanes() const
{
    std::vector<RouteLanes::Lane> shown;
    for (const RouteId &id : laneRoutes()) {
        if (routes().route(id) == nullptr)
            continue;
        const std::span<const FlowChange> changes = m_sources.log.flows(id);
        shown.push_back({shortRouteName(routes(), id), {changes.begin(), changes.end()}, m_sources.log.flow(id)});
    }
    return shown;
}

RoomList WeatherFeed::rooms() const
{
    return roomList(m_sources.log, routes(), laneRoutes(), now());
}

RoomLine WeatherFeed::roomLine(RoomLeft::Dimension limit) const
{
    return breakwater::roomLine(m_sources.log.roomMarks(), window(), limit, [this](const ProviderId &provider) { return !m_provider || provider == *m_provider; });
}

std::vector<RoomBars::Bar> WeatherFeed::answerers() const
{
    std::vector<std::pair<int, RouteId>> counts;
    int all = 0;
    for (const auto &[route, counted] : window().routes) {
        if (const int answered = counted.of(SampleClass::Answered); answered > 0) {
            counts.emplace_back(answered, route);
            all += answered;
        }
    }
    std::sort(counts.begin(), counts.end(), [](const auto &left, const auto &right) { return left.first != right.first ? left.first > right.first : left.second < right.second; });
    std::vector<RoomBars::Bar> bars;
    for (const auto &[answered, route] : counts) {
        const double share = static_cast<double>(answered) / all;
        const QString name = routes().route(route) != nullptr ? shortRouteName(routes(), route) : tr("a route that is gone");
        bars.push_back({name, share, tr("%1 %").arg(QLocale().toString(share * 100.0, 'f', share < 0.1 && share > 0 ? 1 : 0))});
    }
    return bars;
}

std::vector<StatusLine> WeatherFeed::statuses() const
{
    std::vector<StatusLine> lines = m_sources.statuses ? m_sources.statuses() : std::vector<StatusLine>();
    if (const Provider *provider = m_provider ? routes().provider(*m_provider) : nullptr)
        std::erase_if(lines, [provider](const StatusLine &line) { return line.provider != provider->name; });
    return lines;
}

QString WeatherFeed::summary() const
{
    return weatherwords::summary(m_range, window().totals, m_sources.log.sea(), now());
}

} // namespace breakwater
