// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/weatherwords.h"

#include "ui/words/faultwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <map>

namespace breakwater::weatherwords {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WeatherWords", text);
}

QDateTime local(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

/// The provider that most of the recent results of a class came from; nobody in particular when it is not known.
QString providerBehind(SampleClass which, const HealthLog &log, const RouteTable &table, WallTime now)
{
    std::map<ProviderId, int> shares;
    for (const Sample &sample : log.samples()) {
        if (sample.result != which || sample.at > now || now - sample.at >= weatherSpan)
            continue;
        if (const Route *route = table.route(sample.route))
            ++shares[route->provider];
    }
    const auto most = std::max_element(
        shares.begin(), shares.end(), [](const auto &left, const auto &right) { return left.second < right.second; });
    const Provider *provider = most == shares.end() ? nullptr : table.provider(most->first);
    return provider ? provider->name : tr("The provider");
}

/// The refusal that happened most; of equals the one lower in the stack.
SampleClass leading(const Counts &counts)
{
    SampleClass found = SampleClass::OwnLimit;
    for (int index = 1; index < sampleClassCount; ++index) {
        const auto which = static_cast<SampleClass>(index);
        if (counts.of(which) > counts.of(found))
            found = which;
    }
    return found;
}

QString whatIsHeld(const HealthLog &log, const RouteTable &table)
{
    for (const Route &route : table.routes) {
        if (log.flow(route.id).flow != RouteFlow::Flowing)
            return route.name;
    }
    return {};
}

} // namespace

QString clockTime(WallTime at, WallTime now)
{
    const QDateTime when = local(at);
    const QString time = when.toString(QStringLiteral("HH:mm"));
    if (now - at < std::chrono::hours(24))
        return time;
    return QLocale().dayName(when.date().dayOfWeek(), QLocale::ShortFormat) % QLatin1Char(' ') % time;
}

QString seaWord(SeaState state)
{
    switch (state) {
    case SeaState::Clear:
        return tr("Clear");
    case SeaState::Choppy:
        return tr("Choppy");
    case SeaState::Storm:
        return tr("Storm");
    case SeaState::NoSignal:
        return tr("No signal");
    }
    return {};
}

QString seaTitle(const Sea &sea, WallTime now)
{
    if (!sea.since)
        return seaWord(sea.state);
    return tr("%1 since %2").arg(seaWord(sea.state), clockTime(*sea.since, now));
}

QString seaSentence(const HealthLog &log, const RouteTable &table, WallTime now)
{
    if (!log.online())
        return tr("You are offline. Turns wait in the outbox.");
    const Counts counts = log.recent();
    if (counts.all() == 0 || counts.refused() == 0) {
        if (const QString held = whatIsHeld(log, table); !held.isEmpty())
            return tr("%1 is paused. Other routes of its chain go on.").arg(held);
        if (counts.all() == 0)
            return tr("Nothing was sent in the last 15 minutes.");
        return tr("%1, none refused in 15 min.").arg(countedAll(counts));
    }
    const SampleClass cause = leading(counts);
    const QString provider = providerBehind(cause, log, table, now);
    const QString limits = counts.of(SampleClass::OwnLimit) == 0 ? tr("Your limits are fine.") : tr("You also reached your own limit.");
    switch (cause) {
    case SampleClass::Answered:
        break;
    case SampleClass::OwnLimit:
        return counts.of(SampleClass::Overloaded) + counts.of(SampleClass::ServerError) == 0
            ? tr("You reached your own limit. %1 is fine.").arg(provider)
            : tr("You reached your own limit. %1 has trouble too.").arg(provider);
    case SampleClass::Overloaded:
        return tr("%1 is overloaded. %2").arg(provider, limits);
    case SampleClass::ServerError:
        return tr("%1 has server errors. %2").arg(provider, limits);
    case SampleClass::Network:
        return tr("The connection to %1 drops. %2").arg(provider == tr("The provider") ? tr("the provider") : provider, limits);
    }
    return {};
}

QString counterCaption(SampleClass which)
{
    switch (which) {
    case SampleClass::Answered:
        return tr("answered");
    case SampleClass::OwnLimit:
        return tr("429 yours");
    case SampleClass::Overloaded:
        return tr("529 theirs");
    case SampleClass::ServerError:
        return tr("5xx error");
    case SampleClass::Network:
        return tr("network");
    }
    return {};
}

QString markName(SampleClass which)
{
    switch (which) {
    case SampleClass::Answered:
        return tr("answered");
    case SampleClass::OwnLimit:
        return tr("429, your limit, your side");
    case SampleClass::Overloaded:
        return tr("529, overloaded, provider’s side");
    case SampleClass::ServerError:
        return tr("5xx, server error, provider’s side");
    case SampleClass::Network:
        return tr("network, nothing came back");
    }
    return {};
}

QString counted(SampleClass which, int count)
{
    const QString number = QLocale().toString(count);
    switch (which) {
    case SampleClass::Answered:
        return tr("%1 answered").arg(number);
    case SampleClass::OwnLimit:
        return tr("%1 at your limit").arg(number);
    case SampleClass::Overloaded:
        return tr("%1 overloaded").arg(number);
    case SampleClass::ServerError:
        return count == 1 ? tr("%1 server error").arg(number) : tr("%1 server errors").arg(number);
    case SampleClass::Network:
        return tr("%1 network").arg(number);
    }
    return {};
}

QString countedAll(const Counts &counts)
{
    QStringList parts;
    for (int index = 0; index < sampleClassCount; ++index) {
        const auto which = static_cast<SampleClass>(index);
        if (counts.of(which) > 0)
            parts.append(counted(which, counts.of(which)));
    }
    return parts.isEmpty() ? tr("nothing sent") : parts.join(QStringLiteral(", "));
}

QString summary(WeatherRange range, const Counts &counts, const Sea &sea, WallTime now)
{
    const QString span = [range] {
        switch (range) {
        case WeatherRange::QuarterHour:
            return tr("Last 15 minutes");
        case WeatherRange::Hour:
            return tr("Last hour");
        case WeatherRange::Day:
            return tr("Last 24 hours");
        }
        return QString();
    }();
    return tr("%1: %2. %3").arg(span, countedAll(counts), seaTitle(sea, now));
}

QString rangeName(WeatherRange range)
{
    switch (range) {
    case WeatherRange::QuarterHour:
        return tr("15 min");
    case WeatherRange::Hour:
        return tr("1 h");
    case WeatherRange::Day:
        return tr("24 h");
    }
    return {};
}

QString flowText(const FlowChange &change, WallTime now)
{
    switch (change.flow) {
    case RouteFlow::Flowing:
        return tr("Flowing");
    case RouteFlow::Paused:
        // Once the time is up the next turn is the test; a clock standing at zero would say nothing.
        return change.until && *change.until > now ? tr("Paused, %1").arg(clockSpan(*change.until - now)) : tr("Paused");
    case RouteFlow::Testing:
        return tr("Testing");
    }
    return {};
}

QString roomName(RoomLeft::Dimension dimension)
{
    switch (dimension) {
    case RoomLeft::Dimension::Requests:
        return tr("Requests");
    case RoomLeft::Dimension::InputTokens:
        return tr("Input tokens");
    case RoomLeft::Dimension::OutputTokens:
        return tr("Output tokens");
    case RoomLeft::Dimension::Tokens:
        return tr("Tokens");
    }
    return {};
}

} // namespace breakwater::weatherwords
