// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferencesjson.h"

#include "app/firstroutes.h"
#include "core/store/names.h"
#include "core/store/pricejson.h"
#include "core/store/routejson.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace breakwater {

namespace {

/// How each policy value is written: one list, used both ways.
template <class Visit>
void visitPolicy(PolicySettings &policy, Visit visit)
{
    struct Rule
    {
        const char *name;
        DelayRule &rule;
    };
    for (const Rule &each : {Rule {"transient", policy.delay.transient}, Rule {"overloaded", policy.delay.overloaded},
             Rule {"rateLimitedBlind", policy.delay.rateLimitedBlind}, Rule {"ambiguous", policy.delay.ambiguous}, Rule {"connect", policy.delay.connect},
             Rule {"offline", policy.delay.offline}}) {
        visit(QStringLiteral("delay.%1.base").arg(QLatin1String(each.name)), each.rule.base);
        visit(QStringLiteral("delay.%1.cap").arg(QLatin1String(each.name)), each.rule.cap);
    }
    visit(QStringLiteral("breaker.overloadsInARow"), policy.breaker.overloadsInARow);
    visit(QStringLiteral("breaker.failuresInARow"), policy.breaker.failuresInARow);
    visit(QStringLiteral("breaker.surprise"), policy.breaker.surprise);
    visit(QStringLiteral("breaker.longestRun"), policy.breaker.longestRun);
    visit(QStringLiteral("breaker.failureShare"), policy.breaker.failureShare);
    visit(QStringLiteral("breaker.fewestOutcomes"), policy.breaker.fewestOutcomes);
    visit(QStringLiteral("breaker.window"), policy.breaker.window);
    visit(QStringLiteral("breaker.overloadPause"), policy.breaker.overloadPause);
    visit(QStringLiteral("breaker.transportPause"), policy.breaker.transportPause);
    visit(QStringLiteral("breaker.longestPause"), policy.breaker.longestPause);
    visit(QStringLiteral("breaker.shortestPause"), policy.breaker.shortestPause);
    visit(QStringLiteral("breaker.falseAlarm"), policy.breaker.falseAlarm);
    visit(QStringLiteral("breaker.rampStart"), policy.breaker.rampStart);
    visit(QStringLiteral("breaker.rampAnswers"), policy.breaker.rampAnswers);
    visit(QStringLiteral("breaker.decay"), policy.breaker.decay);
    visit(QStringLiteral("budget.most"), policy.budget.most);
    visit(QStringLiteral("budget.perMinute"), policy.budget.perMinute);
    visit(QStringLiteral("budget.perAnswer"), policy.budget.perAnswer);
    visit(QStringLiteral("patience.turn"), policy.patience.turn);
    visit(QStringLiteral("patience.usefulRest"), policy.patience.usefulRest);
    visit(QStringLiteral("patience.connect"), policy.patience.connect);
    visit(QStringLiteral("patience.headers"), policy.patience.headers);
    visit(QStringLiteral("patience.firstContent"), policy.patience.firstContent);
    visit(QStringLiteral("patience.idle"), policy.patience.idle);
    visit(QStringLiteral("patience.shortestSilence"), policy.patience.shortestSilence);
    visit(QStringLiteral("patience.silenceFactor"), policy.patience.silenceFactor);
    visit(QStringLiteral("patience.startOver"), policy.patience.startOver);
    visit(QStringLiteral("patience.askAfter"), policy.patience.askAfter);
    visit(QStringLiteral("mostAttempts"), policy.mostAttempts);
    visit(QStringLiteral("longestHint"), policy.longestHint);
}

struct Writer
{
    QJsonObject &object;
    void operator()(const QString &name, Duration value) const { object.insert(name, static_cast<qint64>(value.count())); }
    void operator()(const QString &name, int value) const { object.insert(name, value); }
    void operator()(const QString &name, double value) const { object.insert(name, value); }
};

struct Reader
{
    const QJsonObject &object;
    void operator()(const QString &name, Duration &value) const
    {
        if (object.value(name).isDouble())
            value = std::max(Duration(object.value(name).toInteger()), Duration::zero());
    }
    void operator()(const QString &name, int &value) const
    {
        if (object.value(name).isDouble())
            value = std::max(object.value(name).toInt(), 1);
    }
    void operator()(const QString &name, double &value) const
    {
        if (object.value(name).isDouble())
            value = std::max(object.value(name).toDouble(), 0.0);
    }
};

/// Only what a person changed: a default that gets better shall reach everybody else.
QJsonObject toJson(PolicySettings policy)
{
    QJsonObject usual;
    QJsonObject object;
    PolicySettings defaults;
    visitPolicy(defaults, Writer {usual});
    visitPolicy(policy, Writer {object});
    for (auto each = usual.constBegin(); each != usual.constEnd(); ++each) {
        if (object.value(each.key()) == each.value())
            object.remove(each.key());
    }
    object.insert(QStringLiteral("delay.randomness"), nameOf(policy.delay.randomness));
    return object;
}

PolicySettings policyFromJson(const QJsonObject &object)
{
    PolicySettings policy;
    visitPolicy(policy, Reader {object});
    policy.delay.randomness = valueOf<Randomness>(object.value(QStringLiteral("delay.randomness")).toString()).value_or(policy.delay.randomness);
    return policy;
}

QString schemeWord(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::FollowSystem:
        return QStringLiteral("system");
    case SchemeChoice::Light:
        return QStringLiteral("light");
    case SchemeChoice::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

SchemeChoice schemeFrom(const QString &word)
{
    for (const SchemeChoice each : {SchemeChoice::Light, SchemeChoice::Dark}) {
        if (schemeWord(each) == word)
            return each;
    }
    return SchemeChoice::FollowSystem;
}

QString choiceWord(SystemChoice choice)
{
    switch (choice) {
    case SystemChoice::FollowSystem:
        return QStringLiteral("system");
    case SystemChoice::On:
        return QStringLiteral("on");
    case SystemChoice::Off:
        return QStringLiteral("off");
    }
    return {};
}

/// Until 0.1 reduced motion was a switch; off was what nobody had chosen.
SystemChoice choiceFrom(const QJsonValue &value)
{
    if (value.toBool() || value.toString() == choiceWord(SystemChoice::On))
        return SystemChoice::On;
    return value.toString() == choiceWord(SystemChoice::Off) ? SystemChoice::Off : SystemChoice::FollowSystem;
}

WeatherPreferences weatherFromJson(const QJsonObject &object)
{
    WeatherPreferences weather;
    const auto read = [&object](const char *name, bool &value) { value = object.value(QLatin1String(name)).toBool(value); };
    read("readsStatusPages", weather.readsStatusPages);
    read("servesMetrics", weather.servesMetrics);
    read("tellsStormBegan", weather.tellsStormBegan);
    read("tellsStormOver", weather.tellsStormOver);
    read("tellsOutboxSent", weather.tellsOutboxSent);
    weather.metricsPort = qBound(1024, object.value(QStringLiteral("metricsPort")).toInt(weather.metricsPort), 65535);
    return weather;
}

QJsonObject weatherToJson(const WeatherPreferences &weather)
{
    return {{QStringLiteral("readsStatusPages"), weather.readsStatusPages}, {QStringLiteral("servesMetrics"), weather.servesMetrics},
        {QStringLiteral("metricsPort"), weather.metricsPort}, {QStringLiteral("tellsStormBegan"), weather.tellsStormBegan},
        {QStringLiteral("tellsStormOver"), weather.tellsStormOver}, {QStringLiteral("tellsOutboxSent"), weather.tellsOutboxSent}};
}

QString missedWord(MissedHours missed)
{
    switch (missed) {
    case MissedHours::NextTime:
        return QStringLiteral("next-time");
    case MissedHours::Ask:
        return QStringLiteral("ask");
    case MissedHours::SendAnyway:
        return QStringLiteral("send-anyway");
    }
    return {};
}

QJsonObject offPeakToJson(const OffPeakHours &hours)
{
    return {{QStringLiteral("from"), static_cast<int>(hours.from.count())}, {QStringLiteral("until"), static_cast<int>(hours.until.count())},
        {QStringLiteral("days"), QString::fromStdString(hours.days.to_string())}, {QStringLiteral("zone"), QString::fromLatin1(hours.zone)},
        {QStringLiteral("onlyWhenCalm"), hours.onlyWhenCalm}, {QStringLiteral("missed"), missedWord(hours.missed)}};
}

/// Days stand as seven digits, Sunday first.
OffPeakHours offPeakFromJson(const QJsonObject &object)
{
    static const QRegularExpression sevenDigits(QStringLiteral("\\A[01]{7}\\z"));
    OffPeakHours hours;
    const auto time = [&object](const char *name, std::chrono::minutes usual) {
        constexpr int lastMinute = 24 * 60 - 1;
        return std::chrono::minutes(qBound(0, object.value(QLatin1String(name)).toInt(static_cast<int>(usual.count())), lastMinute));
    };
    hours.from = time("from", hours.from);
    hours.until = time("until", hours.until);
    if (const QString days = object.value(QStringLiteral("days")).toString(); sevenDigits.match(days).hasMatch())
        hours.days = std::bitset<7>(days.toStdString());
    hours.zone = object.value(QStringLiteral("zone")).toString().toLatin1();
    hours.onlyWhenCalm = object.value(QStringLiteral("onlyWhenCalm")).toBool(hours.onlyWhenCalm);
    for (const MissedHours each : {MissedHours::Ask, MissedHours::SendAnyway}) {
        if (object.value(QStringLiteral("missed")).toString() == missedWord(each))
            hours.missed = each;
    }
    return hours;
}

QString sendKeyWord(SendKey key)
{
    return key == SendKey::CtrlEnter ? QStringLiteral("ctrl-enter") : QStringLiteral("enter");
}

QString whenClosedWord(WhenClosed what)
{
    return what == WhenClosed::KeepRunning ? QStringLiteral("keep-running") : QStringLiteral("quit");
}

std::vector<Prompt> promptsFromJson(const QJsonArray &array)
{
    std::vector<Prompt> prompts;
    for (const QJsonValue &each : array)
        prompts.push_back({each.toObject().value(QStringLiteral("name")).toString(), each.toObject().value(QStringLiteral("text")).toString()});
    return prompts;
}

QJsonArray promptsToJson(const std::vector<Prompt> &prompts)
{
    QJsonArray array;
    for (const Prompt &each : prompts)
        array.append(QJsonObject {{QStringLiteral("name"), each.name}, {QStringLiteral("text"), each.text}});
    return array;
}

GeneralPreferences generalFromJson(const QJsonObject &object)
{
    GeneralPreferences general;
    general.language = object.value(QStringLiteral("language")).toString();
    if (object.value(QStringLiteral("sendKey")).toString() == sendKeyWord(SendKey::CtrlEnter))
        general.sendKey = SendKey::CtrlEnter;
    general.showsTrayIcon = object.value(QStringLiteral("showsTrayIcon")).toBool(general.showsTrayIcon);
    if (object.value(QStringLiteral("whenClosed")).toString() == whenClosedWord(WhenClosed::KeepRunning))
        general.whenClosed = WhenClosed::KeepRunning;
    general.tellsAnswerDone = object.value(QStringLiteral("tellsAnswerDone")).toBool(general.tellsAnswerDone);
    general.checksSpelling = object.value(QStringLiteral("checksSpelling")).toBool(general.checksSpelling);
    for (const QJsonValue &each : object.value(QStringLiteral("spellLanguages")).toArray())
        general.spellLanguages.append(each.toString());
    return general;
}

QJsonObject generalToJson(const GeneralPreferences &general)
{
    return {{QStringLiteral("language"), general.language}, {QStringLiteral("sendKey"), sendKeyWord(general.sendKey)},
        {QStringLiteral("showsTrayIcon"), general.showsTrayIcon}, {QStringLiteral("whenClosed"), whenClosedWord(general.whenClosed)},
        {QStringLiteral("tellsAnswerDone"), general.tellsAnswerDone}, {QStringLiteral("checksSpelling"), general.checksSpelling},
        {QStringLiteral("spellLanguages"), QJsonArray::fromStringList(general.spellLanguages)}};
}

Shortcuts shortcutsFromJson(const QJsonObject &object)
{
    Shortcuts shortcuts;
    for (auto each = object.constBegin(); each != object.constEnd(); ++each) {
        if (each.value().isString())
            shortcuts.emplace(each.key(), each.value().toString());
    }
    return shortcuts;
}

QJsonObject shortcutsToJson(const Shortcuts &shortcuts)
{
    QJsonObject object;
    for (const auto &[command, keys] : shortcuts)
        object.insert(command, keys);
    return object;
}

} // namespace

Preferences preferencesFromJson(const QJsonObject &object)
{
    Preferences preferences;
    preferences.routes = simulatedRoutes();
    const RouteTable routes = routesFromJson(object.value(QStringLiteral("routes")).toObject());
    if (!routes.providers.empty() && !routes.chains.empty())
        preferences.routes = routes;
    preferences.policy = policyFromJson(object.value(QStringLiteral("policy")).toObject());
    preferences.offPeak = offPeakFromJson(object.value(QStringLiteral("offPeak")).toObject());
    preferences.prices = pricesWith(priceEditsFromJson(object.value(QStringLiteral("prices")).toObject()));
    if (const QJsonValue limit = object.value(QStringLiteral("dailyLimit")); limit.isDouble())
        preferences.dailyLimit = std::max(0.0, limit.toDouble());
    preferences.scheme = schemeFrom(object.value(QStringLiteral("scheme")).toString());
    preferences.textScale = qBound(0.85, object.value(QStringLiteral("textScale")).toDouble(1.0), 1.5);
    preferences.contrast = choiceFrom(object.value(QStringLiteral("contrast")));
    preferences.reducedMotion = choiceFrom(object.value(QStringLiteral("reducedMotion")));
    preferences.weatherScript = object.value(QStringLiteral("weatherScript")).toString();
    if (const QJsonValue days = object.value(QStringLiteral("keepDays")); days.isDouble() && days.toInt() >= 1)
        preferences.keepDays = days.toInt();
    preferences.countsTokens = object.value(QStringLiteral("countsTokens")).toBool(true);
    preferences.writesTitles = object.value(QStringLiteral("writesTitles")).toBool(true);
    for (const QJsonValue &each : object.value(QStringLiteral("favourites")).toArray()) {
        const QJsonObject favourite = each.toObject();
        preferences.favourites.emplace(ProviderId(favourite.value(QStringLiteral("provider")).toString()), favourite.value(QStringLiteral("model")).toString());
    }
    preferences.simulatorSpeed = qBound(0.1, object.value(QStringLiteral("simulatorSpeed")).toDouble(1.0), 100.0);
    preferences.weather = weatherFromJson(object.value(QStringLiteral("weather")).toObject());
    preferences.prompts = promptsFromJson(object.value(QStringLiteral("prompts")).toArray());
    preferences.general = generalFromJson(object.value(QStringLiteral("general")).toObject());
    preferences.shortcuts = shortcutsFromJson(object.value(QStringLiteral("shortcuts")).toObject());
    return preferences;
}

QJsonObject preferencesToJson(const Preferences &preferences)
{
    QJsonArray favourites;
    for (const auto &[provider, model] : preferences.favourites)
        favourites.append(QJsonObject {{QStringLiteral("provider"), provider.text()}, {QStringLiteral("model"), model}});
    QJsonObject object {
        {QStringLiteral("routes"), routesToJson(preferences.routes)},
        {QStringLiteral("policy"), toJson(preferences.policy)}, {QStringLiteral("offPeak"), offPeakToJson(preferences.offPeak)},
        {QStringLiteral("prices"), priceEditsToJson(editsOf(preferences.prices))},
        {QStringLiteral("scheme"), schemeWord(preferences.scheme)},
        {QStringLiteral("textScale"), preferences.textScale},
        {QStringLiteral("contrast"), choiceWord(preferences.contrast)},
        {QStringLiteral("reducedMotion"), choiceWord(preferences.reducedMotion)},
        {QStringLiteral("weatherScript"), preferences.weatherScript},
        {QStringLiteral("simulatorSpeed"), preferences.simulatorSpeed},
        {QStringLiteral("countsTokens"), preferences.countsTokens},
        {QStringLiteral("writesTitles"), preferences.writesTitles},
        {QStringLiteral("favourites"), favourites},
        {QStringLiteral("weather"), weatherToJson(preferences.weather)},
        {QStringLiteral("general"), generalToJson(preferences.general)}, {QStringLiteral("prompts"), promptsToJson(preferences.prompts)},
        {QStringLiteral("shortcuts"), shortcutsToJson(preferences.shortcuts)},
    };
    if (preferences.keepDays)
        object.insert(QStringLiteral("keepDays"), *preferences.keepDays);
    if (preferences.dailyLimit)
        object.insert(QStringLiteral("dailyLimit"), *preferences.dailyLimit);
    return object;
}

} // namespace breakwater
