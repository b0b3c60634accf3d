// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/weather.h"

#include <QObject>

#include <map>
#include <memory>
#include <span>

namespace breakwater {

/// The tokens of a provider's retry budget.
struct BudgetLevel
{
    double level = 0.0;
    double most = 0.0;
    friend bool operator==(const BudgetLevel &, const BudgetLevel &) = default;
};

/// What the program knows of its own weather, in memory, for at most a day. UI thread.
///
/// Others put facts in; the weather panel, the strip and the metrics read them. Keeps no copy on disk: the store gives
/// the samples of the last day back through `restore`.
class HealthLog final : public QObject
{
    Q_OBJECT
public:
    /// Borrows both; they outlive the log.
    HealthLog(const TimeSource &time, Alarms &alarms, QObject *parent = nullptr);
    ~HealthLog() override;

    void add(const Sample &sample);
    void add(const FlowChange &change);
    void setRooms(const ProviderId &provider, std::vector<RoomLeft> rooms);
    void setBudget(const ProviderId &provider, double level, double most);
    /// Whether what is in use can be reached at all, as far as the system says. An answer proves the contrary of "no".
    void setOnline(bool online);
    /// The routes whose pauses make a storm: those of the chain in use. Until told, every route counts.
    void setChainRoutes(std::vector<RouteId> routes);
    /// Samples of earlier sessions, in any order, besides those that came meanwhile.
    void restore(std::vector<Sample> samples);

    /// Oldest first, none older than a day.
    [[nodiscard]] std::span<const Sample> samples() const { return m_samples; }
    [[nodiscard]] Window window(WeatherRange range) const;
    [[nodiscard]] Counts recent() const;
    [[nodiscard]] const Sea &sea() const { return m_sea; }
    [[nodiscard]] bool online() const { return m_online; }
    /// The changes of one route, oldest first: those of the last day and the one before them.
    [[nodiscard]] std::span<const FlowChange> flows(const RouteId &route) const;
    /// The last change of a route; Flowing since ever when there was none.
    [[nodiscard]] FlowChange flow(const RouteId &route) const;
    [[nodiscard]] const std::map<ProviderId, std::vector<RoomLeft>> &rooms() const { return m_rooms; }
    [[nodiscard]] const std::map<ProviderId, BudgetLevel> &budgets() const { return m_budgets; }

Q_SIGNALS:
    /// Something that a reader may show is different. At most once a second.
    void changed();

private:
    void touch();
    void wakeAt(Instant when);
    void wake();
    void forgetOld();
    [[nodiscard]] SeaState seen() const;

    const TimeSource &m_time;
    Alarms &m_alarms;
    std::vector<Sample> m_samples;
    std::map<RouteId, std::vector<FlowChange>> m_flows;
    std::map<ProviderId, std::vector<RoomLeft>> m_rooms;
    std::map<ProviderId, BudgetLevel> m_budgets;
    std::optional<std::vector<RouteId>> m_chainRoutes;
    bool m_online = true;
    Sea m_sea;
    std::optional<Instant> m_told;
    std::unique_ptr<Alarm> m_alarm;
    Instant m_alarmAt;
};

} // namespace breakwater
