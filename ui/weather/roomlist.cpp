// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/roomlist.h"

#include "ui/weather/weatherwords.h"
#include "ui/words/faultwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

struct RoomListSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::RoomList)
};

RoomBars::Bar barOf(const RoomLeft &room, WallTime now)
{
    // Once the reset is past, the old figure says nothing any more: the limit is whole again.
    const bool past = room.resetAt && *room.resetAt <= now;
    const qint64 left = past ? room.limit : std::clamp<qint64>(room.remaining, 0, std::max<qint64>(room.limit, 0));
    const QLocale locale;
    const QString text = room.dimension == RoomLeft::Dimension::Requests ? RoomListSaying::tr("%1 of %2 left") : RoomListSaying::tr("%1 of %2");
    // Figures of a million and more would crowd out the bar.
    const bool large = room.limit >= 1'000'000;
    const auto figure = [&](qint64 value) { return large ? RoomListSaying::tr("%1 M").arg(locale.toString(double(value) / 1e6, 'f', 2)) : locale.toString(value); };
    return {weatherwords::roomName(room.dimension), room.limit > 0 ? double(left) / double(room.limit) : 0.0, text.arg(figure(left), figure(room.limit))};
}

RoomBars::Bar barOf(const BudgetLevel &budget)
{
    const QLocale locale;
    const auto figure = [&locale](double value) {
        const bool whole = qFuzzyCompare(value + 1.0, std::round(value) + 1.0);
        // Down, never up: a retry that is not all there cannot be spent.
        return locale.toString(whole ? value : std::floor(value * 10.0) / 10.0, 'f', whole ? 0 : 1);
    };
    return {RoomListSaying::tr("Retry budget"), budget.most > 0 ? budget.level / budget.most : 0.0,
        RoomListSaying::tr("%1 of %2 left").arg(figure(budget.level), figure(budget.most))};
}

} // namespace

RoomList roomList(const HealthLog &log, const RouteTable &table, const std::vector<RouteId> &routes, WallTime now)
{
    std::vector<ProviderId> providers;
    const auto notice = [&providers](const ProviderId &id) {
        if (std::find(providers.begin(), providers.end(), id) == providers.end())
            providers.push_back(id);
    };
    for (const RouteId &id : routes) {
        if (const Route *route = table.route(id); route && (log.rooms().count(route->provider) || log.budgets().count(route->provider)))
            notice(route->provider);
    }

    RoomList list;
    std::optional<WallTime> reset;
    for (const ProviderId &id : providers) {
        const Provider *provider = table.provider(id);
        const QString prefix = providers.size() > 1 && provider ? provider->name % QStringLiteral(": ") : QString();
        if (const auto rooms = log.rooms().find(id); rooms != log.rooms().end()) {
            for (const RoomLeft &room : rooms->second) {
                list.bars.push_back(barOf(room, now));
                list.bars.back().name.prepend(prefix);
                if (room.resetAt && *room.resetAt > now && room.remaining < room.limit)
                    reset = reset ? std::max(*reset, *room.resetAt) : *room.resetAt;
            }
        }
        if (const auto budget = log.budgets().find(id); budget != log.budgets().end() && budget->second.most > 0) {
            list.bars.push_back(barOf(budget->second));
            list.bars.back().name.prepend(prefix);
        }
    }
    if (reset)
        list.note = RoomListSaying::tr("limits reset in %1").arg(timeLeft(*reset - now));
    return list;
}

} // namespace breakwater
