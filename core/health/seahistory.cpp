// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/seahistory.h"

#include <QHash>
#include <QVarLengthArray>

#include <algorithm>
#include <set>

namespace breakwater {

namespace {

/// Walks through what changes the sea, in the order of time: samples come, samples pass out of the weather, routes change,
/// a change that was held back falls due.
class SeaWalk
{
public:
    SeaWalk(std::span<const Sample> samples, std::span<const FlowChange> changes)
        : m_samples(samples)
        , m_changes(changes)
    {
    }

    /// The next moment at which something is different; none: nothing any more.
    [[nodiscard]] std::optional<WallTime> next() const
    {
        std::optional<WallTime> when = m_due;
        const auto sooner = [&when](WallTime at) { when = when ? std::min(*when, at) : at; };
        if (m_came < m_samples.size())
            sooner(m_samples[m_came].at);
        if (m_gone < m_came)
            sooner(outOfWeather(m_samples[m_gone]));
        if (m_changed < m_changes.size())
            sooner(m_changes[m_changed].at);
        return when;
    }

    /// Takes all of that moment; the sea's new state, when it is another.
    [[nodiscard]] std::optional<SeaState> take(WallTime at)
    {
        for (; m_came < m_samples.size() && m_samples[m_came].at <= at; ++m_came)
            m_counts.add(m_samples[m_came].result);
        for (; m_gone < m_came && outOfWeather(m_samples[m_gone]) <= at; ++m_gone)
            --m_counts.each[static_cast<std::size_t>(m_samples[m_gone].result)];
        for (; m_changed < m_changes.size() && m_changes[m_changed].at <= at; ++m_changed) {
            const FlowChange &change = m_changes[m_changed];
            if (change.flow == RouteFlow::Flowing)
                m_held.erase(change.route);
            else
                m_held.insert(change.route);
        }
        const SeaState seen = seaStateOf({m_counts, !m_held.empty(), true});
        const SeaState before = m_sea.state;
        m_sea = afterSeeing(m_sea, seen, Instant(at.time_since_epoch()), at);
        m_due.reset();
        if (seen != m_sea.state)
            m_due = std::chrono::ceil<std::chrono::milliseconds>(*m_sea.since + weatherHold);
        return m_sea.state == before ? std::nullopt : std::optional(m_sea.state);
    }

private:
    static WallTime outOfWeather(const Sample &sample) { return std::chrono::ceil<std::chrono::milliseconds>(sample.at + weatherSpan); }

    std::span<const Sample> m_samples;
    std::span<const FlowChange> m_changes;
    std::size_t m_came = 0;
    std::size_t m_gone = 0;
    std::size_t m_changed = 0;
    Counts m_counts;
    std::set<RouteId> m_held;
    Sea m_sea;
    std::optional<WallTime> m_due; ///< of a change that was held back
};

} // namespace

std::vector<SeaChange> seaHistory(std::span<const Sample> samples, std::span<const FlowChange> changes, WallTime from, WallTime until)
{
    // What ended before the weather of `from` has no part in it; what the routes did then has.
    const auto first = std::lower_bound(samples.begin(), samples.end(), from - weatherSpan, [](const Sample &sample, auto at) { return sample.at < at; });
    SeaWalk walk(samples.subspan(static_cast<std::size_t>(first - samples.begin())), changes);
    std::vector<SeaChange> history {{from, SeaState::Clear}};
    while (const auto at = walk.next()) {
        if (*at > until)
            break;
        const auto state = walk.take(*at);
        if (!state)
            continue;
        if (*at <= from)
            history.front() = {*at, *state};
        else
            history.push_back({*at, *state});
    }
    return history;
}

std::vector<Storm> stormsIn(std::span<const SeaChange> history, std::span<const Sample> samples)
{
    std::vector<Storm> storms;
    for (std::size_t index = 0; index < history.size(); ++index) {
        if (history[index].state != SeaState::Storm)
            continue;
        const auto until = index + 1 < history.size() ? std::optional(history[index + 1].at) : std::nullopt;
        if (!storms.empty() && storms.back().until && history[index].at - *storms.back().until < stormGap)
            storms.back().until = until;
        else
            storms.push_back({history[index].at, until, {}, 0, 0});
    }
    // Once through the samples, beside the storms: a week has many of both.
    QHash<TurnId, QVarLengthArray<std::size_t, 2>> waiting; // in which storms a turn was, while it has no answer
    std::size_t present = 0;
    for (const Sample &sample : samples) {
        while (present < storms.size() && storms[present].until && sample.at >= *storms[present].until)
            ++present;
        if (present < storms.size() && sample.at >= storms[present].from) {
            storms[present].counts.add(sample.result);
            auto &mine = waiting[sample.turn];
            if (mine.isEmpty() || mine.back() != present) {
                mine.append(present);
                ++storms[present].turns;
            }
        }
        if (sample.result != SampleClass::Answered)
            continue;
        if (const auto turn = waiting.find(sample.turn); turn != waiting.end()) {
            for (const std::size_t storm : *turn)
                ++storms[storm].turnsAnswered;
            waiting.erase(turn);
        }
    }
    return storms;
}

} // namespace breakwater
