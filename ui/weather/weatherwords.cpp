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
    return QCoreApplication::translate("breakwater::weatherwords", text);
}

QDateTime local(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

/// The provider that most of the results of a class came from, from `from` until `until`; nobody in particular when it is not known.
QString providerBehind(SampleClass which, const HealthLog &log, const RouteTable &table, WallTime from, WallTime until)
{
    std::map<ProviderId, int> shares;
    for (const Sample &sample : log.since(from)) {
        if (sample.result != which || sample.at > until)
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

/// "The last 24 hours" within a sentence.
QString spanWords(WeatherRange range)
{
    switch (range) {
    case WeatherRange::QuarterHour:
        return tr("15 minutes");
    case WeatherRange::Hour:
        return tr("an hour");
    case WeatherRange::Day:
        return tr("24 hours");
    case WeatherRange::Week:
        return tr("7 days");
    }
    return {};
}

/// The one in which most was refused.
const Storm &worst(const std::vector<Storm> &storms)
{
    return *std::max_element(storms.begin(), storms.end(), [](const Storm &left, const Storm &right) { return left.counts.refused() < right.counts.refused(); });
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

QString dayTime(WallTime at)
{
    const QDateTime when = local(at);
    return QLocale().dayName(when.date().dayOfWeek(), QLocale::ShortFormat) % QLatin1Char(' ') % when.toString(QStringLiteral("HH:mm"));
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
    const QString provider = providerBehind(cause, log, table, std::chrono::ceil<std::chrono::milliseconds>(now - weatherSpan), now);
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
        case WeatherRange::Week:
            return tr("Last 7 days");
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
    case WeatherRange::Week:
        return tr("7 days");
    }
    return {};
}

QString bucketName(WeatherRange range)
{
    switch (range) {
    case WeatherRange::QuarterHour:
        return tr("30 s");
    case WeatherRange::Hour:
        return tr("2 min");
    case WeatherRange::Day:
        return tr("15 min");
    case WeatherRange::Week:
        return tr("2 h");
    }
    return {};
}

QString seriesName(SampleClass which)
{
    switch (which) {
    case SampleClass::Answered:
        return tr("Answered");
    case SampleClass::OwnLimit:
        return tr("429, your limit");
    case SampleClass::Overloaded:
        return tr("529, overloaded");
    case SampleClass::ServerError:
        return tr("5xx, server error");
    case SampleClass::Network:
        return tr("Network");
    }
    return {};
}

QString stormTitle(const std::vector<Storm> &storms, const Sea &sea, WeatherRange range, WallTime now)
{
    if (sea.state == SeaState::Storm || sea.state == SeaState::NoSignal)
        return seaTitle(sea, now);
    const QString present = tr("%1 now.").arg(seaWord(sea.state));
    if (storms.empty())
        return tr("%1 No storm in %2.").arg(present, spanWords(range));
    const Storm &last = worst(storms);
    const WallTime end = last.until.value_or(now);
    const bool today = local(last.from).date() == local(now).date();
    const QString span = today ? tr("%1 to %2").arg(clockTime(last.from, last.from), clockTime(end, end))
                               : tr("%1 to %2").arg(dayTime(last.from), local(end).date() == local(last.from).date() ? clockTime(end, end) : dayTime(end));
    if (storms.size() == 1)
        return today ? tr("%1 One storm today, %2").arg(present, span) : tr("%1 One storm, %2").arg(present, span);
    return tr("%1 %2 storms, the worst %3").arg(present, QLocale().toString(storms.size()), span);
}

QString stormSentence(const std::vector<Storm> &storms, const HealthLog &log, const RouteTable &table, WallTime now)
{
    if (storms.empty() || !log.online() || (storms.back().counts.refused() == 0 && !storms.back().until))
        return seaSentence(log, table, now);
    const bool on = !storms.back().until;
    const Storm &last = on ? storms.back() : worst(storms);
    QString turns;
    if (last.turns > 1)
        turns = on ? tr("%1 of %2 turns are answered so far.").arg(last.turnsAnswered).arg(last.turns)
                   : tr("%1 of %2 turns were still answered.").arg(last.turnsAnswered).arg(last.turns);
    else if (last.turns == 1 && !on)
        turns = last.turnsAnswered == 1 ? tr("The one turn in it was still answered.") : tr("The one turn in it was not answered.");
    if (on)
        return QString(seaSentence(log, table, now) + QLatin1Char(' ') + turns).trimmed();
    if (last.counts.refused() == 0)
        return tr("A route was paused. %1").arg(turns).trimmed();
    const SampleClass cause = leading(last.counts);
    const QString provider = providerBehind(cause, log, table, last.from, last.until.value_or(now));
    switch (cause) {
    case SampleClass::Answered:
        break;
    case SampleClass::OwnLimit:
        return tr("You reached your own limit. %1").arg(turns).trimmed();
    case SampleClass::Overloaded:
        return tr("%1 was overloaded. %2").arg(provider, turns).trimmed();
    case SampleClass::ServerError:
        return tr("%1 had server errors. %2").arg(provider, turns).trimmed();
    case SampleClass::Network:
        return tr("The connection to %1 dropped. %2").arg(provider == tr("The provider") ? tr("the provider") : provider, turns).trimmed();
    }
    return turns;
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
