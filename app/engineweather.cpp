// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include "core/health/metrics.h"
#include "core/store/healthexport.h"

// What the Engine tells others of the weather, and what it is told.

namespace breakwater {

namespace {

std::optional<TurnEnd> endOf(TurnPhase phase)
{
    switch (phase) {
    case TurnPhase::Accepted:
    case TurnPhase::Sending:
    case TurnPhase::Streaming:
    case TurnPhase::Waiting:
    case TurnPhase::Kept:
    case TurnPhase::Unknown:
        return std::nullopt;
    case TurnPhase::Answered:
        return TurnEnd::Answered;
    case TurnPhase::BrokenOff:
        return TurnEnd::BrokenOff;
    case TurnPhase::Stopped:
        return TurnEnd::Stopped;
    case TurnPhase::Failed:
        return TurnEnd::Failed;
    case TurnPhase::Cancelled:
        return TurnEnd::Cancelled;
    }
    return std::nullopt;
}

} // namespace

/// What others are told of the weather, and what providers say of theirs.
void Engine::connectWatchers()
{
    connect(m_outbox.get(), &Outbox::sampled, this, [this](const Sample &sample) {
        m_tally.add(sample, labelsOf(sample.route));
        const Route *route = m_routes.route(sample.route);
        const Side side = sideOf(sample.result);
        if (route != nullptr && (side == Side::Theirs || side == Side::Between))
            m_statusPages.noteTrouble(route->provider);
    });
    connect(m_outbox.get(), &Outbox::turnSettled, this, [this](const TurnId &id) {
        const TurnState *turn = m_outbox->turn(id);
        if (const auto end = turn != nullptr ? endOf(turn->phase) : std::nullopt)
            m_tally.add(*end);
    });
}

void Engine::useWatchers()
{
    const WeatherPreferences &weather = m_settings.preferences.weather;
    m_statusPages.setEnabled(m_watches && weather.readsStatusPages);
    if (m_watches && weather.servesMetrics)
        m_metrics.listen(weather.metricsPort);
    else
        m_metrics.stop();
}

RouteLabels Engine::labelsOf(const RouteId &id) const
{
    const Route *route = m_routes.route(id);
    return {id.text(), route != nullptr ? route->provider.text() : QString(), route != nullptr ? route->model : QString()};
}

QByteArray Engine::metricsNow() const
{
    MetricsFacts facts;
    facts.tally = m_tally;
    for (const Route &route : m_routes.routes)
        facts.routes.push_back({labelsOf(route.id), m_health.flow(route.id).flow});
    facts.rooms = m_health.rooms();
    for (const auto &[provider, condition] : m_conditions.providers())
        facts.budgets[provider] = condition.budget.level(m_settings.preferences.policy.budget, m_time.now());
    facts.sea = m_health.sea().state;
    facts.unsettledTurns = m_outbox->unsettled().size();
    facts.version = QStringLiteral(BREAKWATER_VERSION);
    facts.at = m_time.wall();
    return metricsText(facts);
}

void Engine::exportWeather(WeatherFile file, WeatherRange range, const QString &path, std::function<void(const Result<qint64> &)> done)
{
    HealthExport wanted {historyFile(), path, file, {}, m_time.wall() + std::chrono::milliseconds(1), {}};
    const Duration span = file == WeatherFile::HoursCsv ? std::chrono::hours(24 * 366) : rangeLength(range);
    wanted.from = std::chrono::floor<std::chrono::milliseconds>(wanted.until - span);
    for (const Route &route : m_routes.routes) {
        const Provider *provider = m_routes.provider(route.provider);
        wanted.names[route.id] = {provider != nullptr ? provider->name : QString(), route.model};
    }
    m_store.beside<qint64>([wanted] { return exportHealth(wanted); }, std::move(done));
}

} // namespace breakwater
