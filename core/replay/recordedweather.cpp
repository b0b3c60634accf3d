// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/recordedweather.h"

#include "core/policy/verdict.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace breakwater {

namespace {

using Moment = RecordedWeather::Moment;

constexpr std::size_t mostNeighbours = 12;
constexpr double othersCount = 3.0; // as so many samples, on a route that has few
constexpr std::size_t mostOthers = 6; // that tell how the others fared
constexpr double farBetter = 0.5; // of their shares
constexpr std::size_t mostForetold = 800; // samples of a route that its steepness is learned from
constexpr Duration nearby = std::chrono::minutes(5);
constexpr Duration sameTime = std::chrono::seconds(1); // in which a turn's own request meets what it met
constexpr Duration sameMoment = std::chrono::milliseconds(20);
constexpr Duration longestBound = std::chrono::hours(24); // a mad hint must not bind for ever
constexpr std::array steepnesses {0.0, 1.0, 2.0, 4.0};
constexpr double unforetold = 0.02; // what nothing near hinted at can happen all the same
constexpr Duration unknownContent = std::chrono::seconds(1); // of an answer, with no record at all
constexpr Duration unknownTotal = std::chrono::seconds(4);

/// The fault of a sample whose kind nobody wrote down.
FaultKind likelyKind(const Sample &sample)
{
    switch (sample.result) {
    case SampleClass::Answered:
    case SampleClass::ServerError:
        return FaultKind::Transient;
    case SampleClass::OwnLimit:
        return FaultKind::RateLimited;
    case SampleClass::Overloaded:
        return FaultKind::Overloaded;
    case SampleClass::Network:
        return sample.firstContent ? FaultKind::Truncated : FaultKind::Ambiguous;
    }
    return FaultKind::Unknown;
}

/// How much a neighbour counts.
double weightOf(Duration distance, double steepness)
{
    const double units = toSeconds(std::chrono::abs(distance) + sameMoment) / toSeconds(sameMoment);
    return steepness == 0.0 ? 1.0 : std::pow(units, -steepness);
}

/// Headers come long before the first word where they are sent when the work begins; their own time is in no record.
Duration likelyHead(Duration content)
{
    return std::min(content / 8, Duration(std::chrono::seconds(1)));
}

/// Calls `take` for the entries nearest to `sent`, nearest first, until it says enough.
template <class Entries, class Take>
void fromNearest(const Entries &entries, Moment sent, Take take)
{
    auto after = std::lower_bound(entries.begin(), entries.end(), sent, [](const auto &each, Moment when) { return each.sent < when; });
    auto before = after;
    while (before != entries.begin() || after != entries.end()) {
        const bool back = after == entries.end() || (before != entries.begin() && sent - std::prev(before)->sent <= after->sent - sent);
        if (!take(back ? *--before : *after++))
            return;
    }
}

} // namespace

RecordedWeather::RecordedWeather(std::vector<Sample> samples, std::map<RouteId, ProviderId> owners)
    : m_owners(std::move(owners))
{
    // A clock that was set back is no reason to believe the order in which they came.
    std::stable_sort(samples.begin(), samples.end(), [](const Sample &one, const Sample &other) { return one.at < other.at; });
    for (const Sample &each : samples)
        m_routes.try_emplace(each.route);
    for (const Sample &each : samples) {
        Entry entry = entryOf(each);
        entry.route = static_cast<std::size_t>(std::distance(m_routes.begin(), m_routes.find(each.route)));
        m_routes[each.route].entries.push_back(entry);
        const auto owner = m_owners.find(each.route);
        m_providers[owner != m_owners.end() ? owner->second : ProviderId(each.route.text())].entries.push_back(entry);
        m_all.entries.push_back(entry);
    }
    for (auto &[route, course] : m_routes) {
        learn(course);
        findLimits(course);
    }
    for (auto &[provider, course] : m_providers)
        learn(course);
    learn(m_all);
    findOffline();
    findTurns(samples);
}

RecordedWeather::Entry RecordedWeather::entryOf(const Sample &sample)
{
    Entry entry;
    entry.ended = sample.at;
    entry.sent = entry.ended - std::max(sample.total, Duration::zero());
    entry.boundUntil = entry.ended;
    entry.answered = sample.result == SampleClass::Answered;
    entry.content = sample.firstContent;
    if (entry.answered)
        return entry;
    entry.fault.kind = sample.fault.value_or(likelyKind(sample));
    entry.fault.status = sample.status;
    if (sample.hint && *sample.hint > Duration::zero()) {
        entry.fault.hint = Hint {*sample.hint, HintSource::RetryAfterSeconds};
        if (entry.fault.kind == FaultKind::RateLimited)
            entry.boundUntil = entry.ended + std::min(*sample.hint, longestBound);
    }
    return entry;
}

void RecordedWeather::learn(Course &course)
{
    std::stable_sort(course.entries.begin(), course.entries.end(), [](const Entry &one, const Entry &other) { return one.sent < other.sent; });
    double best = 0.0;
    for (const double each : steepnesses) {
        const double score = foretold(course, each);
        if (each == steepnesses.front() || score > best) {
            best = score;
            course.steepness = each;
        }
    }
}

/// How well each sample follows from its neighbours: the sum of the logarithms of what they said to its likelihood.
double RecordedWeather::foretold(const Course &course, double steepness)
{
    const std::size_t stride = course.entries.size() / mostForetold + 1;
    double sum = 0.0;
    for (std::size_t at = 0; at < course.entries.size(); at += stride) {
        const Entry &one = course.entries[at];
        double alike = 0.0;
        double all = 0.0;
        std::size_t taken = 0;
        fromNearest(course.entries, one.sent, [&](const Entry &each) {
            if (&each == &one)
                return true;
            const double weight = weightOf(each.sent - one.sent, steepness);
            all += weight;
            alike += each.answered == one.answered && (one.answered || sampleClass(each.fault) == sampleClass(one.fault)) ? weight : 0.0;
            return ++taken < mostNeighbours;
        });
        if (all > 0.0)
            sum += std::log(unforetold + (1.0 - unforetold) * alike / all);
    }
    return sum;
}

/// A limit binds until its own end, or until the first that was let through all the same.
void RecordedWeather::findLimits(Course &course)
{
    std::optional<Moment> letThrough;
    for (auto each = course.entries.rbegin(); each != course.entries.rend(); ++each) {
        if (each->answered)
            letThrough = each->sent;
        else if (each->boundUntil > each->ended)
            course.limits.emplace_back(each->ended, letThrough && *letThrough > each->ended ? std::min(each->boundUntil, *letThrough) : each->boundUntil);
    }
    std::sort(course.limits.begin(), course.limits.end());
    std::vector<std::pair<Moment, Moment>> merged;
    for (const auto &each : course.limits) {
        if (!merged.empty() && each.first <= merged.back().second)
            merged.back().second = std::max(merged.back().second, each.second);
        else
            merged.push_back(each);
    }
    course.limits = std::move(merged);
}

/// No network is no network for every route, until a request meets something else.
void RecordedWeather::findOffline()
{
    std::optional<Span> open;
    for (const Entry &each : m_all.entries) {
        const bool offline = !each.answered && each.fault.kind == FaultKind::Offline;
        if (offline && !open)
            open = Span {each.sent, each.sent, each.ended - each.sent};
        if (offline) {
            open->to = std::max(open->to, each.sent);
        } else if (open && each.sent > open->to) {
            m_networkReturns.push_back(each.sent);
            m_offline.push_back(*std::exchange(open, std::nullopt));
        }
    }
    if (open)
        m_offline.push_back(*open);
}

void RecordedWeather::findTurns(const std::vector<Sample> &samples)
{
    std::map<TurnId, std::size_t> places;
    std::vector<std::pair<Turn, std::vector<std::pair<RouteId, Entry>>>> turns;
    for (const Sample &each : samples) {
        m_ends = each.at; // the last one counts
        if (each.turn.isEmpty())
            continue;
        const Moment accepted = Moment(each.at) - each.total - each.sentAfter;
        const auto [place, fresh] = places.try_emplace(each.turn, turns.size());
        if (fresh)
            turns.push_back({{each.turn, accepted, false}, {}});
        auto &[turn, requests] = turns[place->second];
        turn.accepted = std::min(turn.accepted, accepted);
        turn.answered = turn.answered || each.result == SampleClass::Answered;
        requests.emplace_back(each.route, entryOf(each));
    }
    std::stable_sort(turns.begin(), turns.end(), [](const auto &one, const auto &other) { return one.first.accepted < other.first.accepted; });
    for (auto &[turn, requests] : turns) {
        m_turns.push_back(std::move(turn));
        m_requests.push_back(std::move(requests));
    }
    m_begins = m_all.entries.empty() ? m_ends : m_all.entries.front().sent;
    if (!m_turns.empty())
        m_begins = std::min(m_begins, m_turns.front().accepted);
}

const RecordedWeather::Entry *RecordedWeather::sameRequest(const Request &request) const
{
    if (request.turn >= m_requests.size())
        return nullptr;
    std::size_t before = 0;
    for (const auto &[route, entry] : m_requests[request.turn]) {
        if (route == request.route && before++ == request.before)
            return std::chrono::abs(entry.sent - request.sent) <= sameTime ? &entry : nullptr;
    }
    return nullptr;
}

const RecordedWeather::Entry *RecordedWeather::drawNear(const Course &course, Moment sent, double drawn)
{
    std::array<std::pair<const Entry *, double>, mostNeighbours> found {};
    std::size_t count = 0;
    double all = 0.0;
    fromNearest(course.entries, sent, [&](const Entry &each) {
        if (std::chrono::abs(each.sent - sent) > nearby)
            return false;
        if (each.boundUntil > each.ended && each.boundUntil <= sent)
            return true; // it spoke of the time until then alone
        const double weight = weightOf(each.sent - sent, course.steepness);
        found[count++] = {&each, weight};
        all += weight;
        return count < mostNeighbours;
    });
    double left = drawn * all;
    for (std::size_t at = 0; at < count; ++at) {
        left -= found[at].second;
        if (left < 0.0)
            return found[at].first;
    }
    return count > 0 ? found[count - 1].first : nullptr;
}

/// How another route fared at `sent`, when the others do far better there than around the failure that was met.
const RecordedWeather::Entry *RecordedWeather::clearedSince(const Entry &met, Moment sent, double drawn) const
{
    if (met.answered || std::chrono::abs(met.sent - sent) < sameTime)
        return nullptr;
    std::array<const Entry *, mostOthers> found {};
    std::size_t count = 0;
    const auto shareAt = [&](Moment when) -> std::optional<double> {
        count = 0;
        int answered = 0;
        fromNearest(m_all.entries, when, [&](const Entry &each) {
            if (std::chrono::abs(each.sent - when) > nearby)
                return false;
            if (each.route == met.route)
                return true;
            answered += each.answered ? 1 : 0;
            found[count++] = &each;
            return count < mostOthers;
        });
        return count == 0 ? std::nullopt : std::optional(static_cast<double>(answered) / static_cast<double>(count));
    };
    const auto then = shareAt(met.sent);
    const auto here = shareAt(sent);
    if (!then || !here || *here < *then + farBetter)
        return nullptr;
    return found[std::min(static_cast<std::size_t>(drawn * static_cast<double>(count)), count - 1)];
}

RecordedOutcome RecordedWeather::outcomeOf(const Entry &entry, Moment sent)
{
    RecordedOutcome outcome;
    const Duration took = entry.ended - entry.sent;
    outcome.end = took;
    if (entry.content) {
        outcome.content = std::min(*entry.content, took);
        outcome.head = likelyHead(*outcome.content);
    }
    if (entry.answered) {
        if (!outcome.head)
            outcome.head = likelyHead(took); // an answer without a word
        return outcome;
    }
    outcome.fault = entry.fault;
    if (outcome.content)
        return outcome;
    if (entry.fault.kind == FaultKind::SlowHeaders) { // given up by us: it is silent, for how long nobody knows
        outcome.end.reset();
    } else if (entry.fault.kind == FaultKind::SlowContent) {
        outcome.end.reset();
        outcome.head = Duration::zero();
    } else if (entry.fault.status) {
        outcome.head = *entry.fault.status == 200 ? likelyHead(took) : took;
    }
    // Asked before a limit was met, it says what it said then; within it, what is left of it.
    if (entry.boundUntil > entry.ended && sent >= entry.ended && entry.boundUntil > sent)
        outcome.fault->hint->wait = std::max(Duration(entry.boundUntil - sent - took), Duration(std::chrono::milliseconds(1)));
    return outcome;
}

std::optional<RecordedOutcome> RecordedWeather::offlineAt(Moment sent) const
{
    const auto past = std::upper_bound(m_offline.begin(), m_offline.end(), sent, [](Moment when, const Span &each) { return when < each.from; });
    if (past == m_offline.begin() || sent > std::prev(past)->to)
        return std::nullopt;
    RecordedOutcome outcome;
    outcome.fault = Fault {};
    outcome.fault->kind = FaultKind::Offline;
    outcome.end = std::prev(past)->took;
    return outcome;
}

std::optional<RecordedOutcome> RecordedWeather::limitAt(const Course &course, Moment sent)
{
    const auto past = std::upper_bound(course.limits.begin(), course.limits.end(), sent, [](Moment when, const auto &each) { return when < each.first; });
    if (past == course.limits.begin() || sent >= std::prev(past)->second)
        return std::nullopt;
    RecordedOutcome outcome;
    outcome.fault = Fault {};
    outcome.fault->kind = FaultKind::RateLimited;
    outcome.fault->status = 429;
    outcome.fault->hint = Hint {std::max(Duration(std::prev(past)->second - sent), sameMoment), HintSource::RetryAfterSeconds};
    outcome.end = outcome.head = sameMoment;
    return outcome;
}

RecordedOutcome RecordedWeather::outcome(const Request &request, Jitter &dice) const
{
    const auto &[route, sent, turn, before] = request;
    if (const Entry *same = sameRequest(request))
        return outcomeOf(*same, same->sent);
    const double drawn = dice.next();
    if (const auto offline = offlineAt(sent))
        return *offline;
    const auto estimate = [sent](const Entry &entry) {
        RecordedOutcome outcome = outcomeOf(entry, sent);
        outcome.estimated = true;
        return outcome;
    };
    const auto own = m_routes.find(route);
    if (own != m_routes.end()) {
        if (const auto limited = limitAt(own->second, sent))
            return *limited;
        // Of few samples one may be an accident.
        const double count = static_cast<double>(own->second.entries.size());
        const bool accident = own->second.entries.size() < mostNeighbours && dice.next() * (count + othersCount) < othersCount;
        const Entry *entry = accident ? nullptr : drawNear(own->second, sent, drawn);
        const Entry *cleared = entry != nullptr ? clearedSince(*entry, sent, dice.next()) : nullptr;
        if (cleared != nullptr)
            return estimate(*cleared);
        if (entry != nullptr)
            return outcomeOf(*entry, sent);
    }
    const auto owner = m_owners.find(route);
    const auto provider = m_providers.find(owner != m_owners.end() ? owner->second : ProviderId(route.text()));
    if (provider != m_providers.end()) {
        const Entry *entry = drawNear(provider->second, sent, drawn);
        if (entry != nullptr && !entry->answered && verdictOn(entry->fault).origin != OriginCount::None)
            return estimate(*entry);
    }
    const auto &whole = own != m_routes.end() && own->second.entries.size() >= mostNeighbours ? own->second.entries : m_all.entries;
    if (!whole.empty())
        return estimate(whole[std::min(static_cast<std::size_t>(dice.next() * static_cast<double>(whole.size())), whole.size() - 1)]);
    RecordedOutcome outcome;
    outcome.head = likelyHead(unknownContent);
    outcome.content = unknownContent;
    outcome.end = unknownTotal;
    outcome.estimated = true;
    return outcome;
}

} // namespace breakwater
