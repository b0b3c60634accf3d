// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthpast.h"
#include "core/health/seahistory.h"

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

/// What the program knows of its own weather, in memory, for a week. UI thread.
///
/// Others put facts in; the weather panel, the strip and the metrics read them. Keeps no copy on disk: the store gives
/// what earlier runs measured back through `restore`. Of very many samples the older ones are kept by the hour.
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
    /// What earlier sessions measured, besides what came meanwhile. A pause that was on when one of them ended is over at
    /// its next test, unless the route says otherwise by itself.
    void restore(HealthPast past);
    /// Gives out what of the present minute is still to be kept (`roomMeasured`).
    void closeMinute();

    /// Oldest first, none older than a week; of very many the newest.
    [[nodiscard]] std::span<const Sample> samples() const { return m_samples; }
    /// Those of them that ended at `from` or later.
    [[nodiscard]] std::span<const Sample> since(std::chrono::sys_time<Duration> from) const;
    /// Grows with each sample: a window that was counted at the same revision and minute is still right.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }
    [[nodiscard]] Window window(WeatherRange range, const RouteFilter &wanted = {}) const;
    /// The storms that were on within the range, oldest first.
    [[nodiscard]] std::vector<Storm> storms(WeatherRange range) const;
    /// Of a week, in any order.
    [[nodiscard]] std::vector<RoomMark> roomMarks() const;
    [[nodiscard]] Counts recent() const;
    [[nodiscard]] const Sea &sea() const { return m_sea; }
    [[nodiscard]] bool online() const { return m_online; }
    /// The changes of one route, oldest first: those of the last week and the one before them.
    [[nodiscard]] std::span<const FlowChange> flows(const RouteId &route) const;
    /// The last change of a route; Flowing since ever when there was none.
    [[nodiscard]] FlowChange flow(const RouteId &route) const;
    [[nodiscard]] const std::map<ProviderId, std::vector<RoomLeft>> &rooms() const { return m_rooms; }
    [[nodiscard]] const std::map<ProviderId, BudgetLevel> &budgets() const { return m_budgets; }

Q_SIGNALS:
    /// Something that a reader may show is different. At most once a second.
    void changed();
    /// The least room of a minute that is over.
    void roomMeasured(const breakwater::RoomMark &mark);

private:
    void touch();
    void wakeAt(Instant when);
    void wake();
    void forgetOld();
    void markRooms(const ProviderId &provider, const std::vector<RoomLeft> &rooms);
    [[nodiscard]] bool makesStorm(const RouteId &route) const;
    [[nodiscard]] std::vector<SeaChange> history(WallTime from) const;
    [[nodiscard]] SeaState seen() const;

    const TimeSource &m_time;
    Alarms &m_alarms;
    std::vector<Sample> m_samples;
    std::vector<HourTotal> m_older; ///< in the order of the hours: what is not in m_samples any more
    std::uint64_t m_revision = 0;
    std::vector<RoomMark> m_roomMarks; ///< of minutes that are over
    std::map<std::pair<ProviderId, RoomLeft::Dimension>, RoomMark> m_minute; ///< of the present one
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
