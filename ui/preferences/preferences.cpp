// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferences.h"

#include <algorithm>
#include <iterator>

namespace breakwater {

namespace {

/// Things that came, went or changed, told apart by id; a new order counts as one change.
template <class Thing> int changedThings(const std::vector<Thing> &before, const std::vector<Thing> &after)
{
    int count = 0;
    const auto find = [](const std::vector<Thing> &things, const auto &id) {
        return std::find_if(things.begin(), things.end(), [&id](const Thing &each) { return each.id == id; });
    };
    for (const Thing &each : before)
        count += find(after, each.id) == after.end() ? 1 : 0;
    for (const Thing &each : after) {
        const auto old = find(before, each.id);
        count += old == before.end() || !(*old == each) ? 1 : 0;
    }
    return count == 0 && !(before == after) ? 1 : count;
}

template <class... Values> int differing(const Values &...same)
{
    return (0 + ... + (same ? 0 : 1));
}

int changedDelays(const DelaySettings &a, const DelaySettings &b)
{
    int count = differing(a.randomness == b.randomness);
    for (const DelayClass which : {DelayClass::Transient, DelayClass::Overloaded, DelayClass::RateLimitedBlind,
             DelayClass::Ambiguous, DelayClass::Connect, DelayClass::Offline}) {
        const DelayRule &before = delayRule(a, which);
        const DelayRule &after = delayRule(b, which);
        count += differing(before.base == after.base, before.cap == after.cap);
    }
    return count;
}

} // namespace

int changesBetween(const Preferences &before, const Preferences &after)
{
    const PolicySettings &p = before.policy;
    const PolicySettings &q = after.policy;
    int count = changedThings(before.routes.providers, after.routes.providers)
        + changedThings(before.routes.chains, after.routes.chains) + changedDelays(p.delay, q.delay);
    // A route alone (its model) counts only where no chain changed with it.
    if (before.routes.chains == after.routes.chains)
        count += changedThings(before.routes.routes, after.routes.routes);
    count += differing(p.breaker.overloadsInARow == q.breaker.overloadsInARow,
        p.breaker.failuresInARow == q.breaker.failuresInARow, p.breaker.surprise == q.breaker.surprise,
        p.breaker.longestRun == q.breaker.longestRun, p.breaker.failureShare == q.breaker.failureShare,
        p.breaker.fewestOutcomes == q.breaker.fewestOutcomes, p.breaker.window == q.breaker.window,
        p.breaker.overloadPause == q.breaker.overloadPause, p.breaker.transportPause == q.breaker.transportPause,
        p.breaker.longestPause == q.breaker.longestPause, p.breaker.shortestPause == q.breaker.shortestPause,
        p.breaker.falseAlarm == q.breaker.falseAlarm, p.breaker.rampStart == q.breaker.rampStart,
        p.breaker.rampAnswers == q.breaker.rampAnswers, p.breaker.decay == q.breaker.decay);
    count += differing(p.budget.most == q.budget.most, p.budget.perMinute == q.budget.perMinute,
        p.budget.perAnswer == q.budget.perAnswer);
    count += differing(p.patience.turn == q.patience.turn, p.patience.usefulRest == q.patience.usefulRest,
        p.patience.headers == q.patience.headers, p.patience.firstContent == q.patience.firstContent,
        p.patience.connect == q.patience.connect, p.patience.idle == q.patience.idle, p.patience.shortestSilence == q.patience.shortestSilence,
        p.patience.silenceFactor == q.patience.silenceFactor, p.patience.startOver == q.patience.startOver,
        p.patience.askAfter == q.patience.askAfter);
    count += differing(p.mostAttempts == q.mostAttempts, p.longestHint == q.longestHint);
    const OffPeakHours &nights = before.offPeak;
    const OffPeakHours &others = after.offPeak;
    count += differing(nights.from == others.from, nights.until == others.until, nights.days == others.days, nights.zone == others.zone,
        nights.onlyWhenCalm == others.onlyWhenCalm, nights.missed == others.missed);
    count += differing(before.prices == after.prices, before.dailyLimit == after.dailyLimit);
    count += differing(before.scheme == after.scheme, before.textScale == after.textScale,
        before.contrast == after.contrast, before.reducedMotion == after.reducedMotion, before.weatherScript == after.weatherScript,
        before.simulatorSpeed == after.simulatorSpeed, before.countsTokens == after.countsTokens, before.writesTitles == after.writesTitles,
        before.keepDays == after.keepDays);
    const WeatherPreferences &w = before.weather;
    const WeatherPreferences &v = after.weather;
    count += differing(w.readsStatusPages == v.readsStatusPages, w.servesMetrics == v.servesMetrics, w.metricsPort == v.metricsPort,
        w.tellsStormBegan == v.tellsStormBegan, w.tellsStormOver == v.tellsStormOver, w.tellsOutboxSent == v.tellsOutboxSent);
    const GeneralPreferences &g = before.general;
    const GeneralPreferences &h = after.general;
    count += differing(g.language == h.language, g.sendKey == h.sendKey,
        g.showsTrayIcon == h.showsTrayIcon, g.whenClosed == h.whenClosed, g.tellsAnswerDone == h.tellsAnswerDone,
        g.checksSpelling == h.checksSpelling && g.spellLanguages == h.spellLanguages);
    std::set<QString> rebound;
    for (const auto &[mine, theirs] : {std::pair(&before.shortcuts, &after.shortcuts), std::pair(&after.shortcuts, &before.shortcuts)}) {
        for (const auto &[command, keys] : *mine) {
            const auto other = theirs->find(command);
            if (other == theirs->end() || other->second != keys)
                rebound.insert(command);
        }
    }
    count += static_cast<int>(rebound.size());
    for (std::size_t i = 0; i < std::max(before.prompts.size(), after.prompts.size()); ++i)
        count += i < before.prompts.size() && i < after.prompts.size() && before.prompts[i] == after.prompts[i] ? 0 : 1;
    std::vector<std::pair<ProviderId, QString>> starred;
    std::set_symmetric_difference(before.favourites.begin(), before.favourites.end(), after.favourites.begin(), after.favourites.end(), std::back_inserter(starred));
    count += static_cast<int>(starred.size());
    return count;
}

} // namespace breakwater
