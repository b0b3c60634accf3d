// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/trackrecord.h"

#include <algorithm>
#include <vector>

namespace breakwater {

namespace {

constexpr Duration memory = std::chrono::seconds(60);
constexpr Duration lately = std::chrono::seconds(10);
constexpr double prior = 0.9; // share answered by a route of which nothing is known
constexpr double priorWeight = 2; // in outcomes

} // namespace

void TrackRecord::addOutcome(bool answered, Instant now)
{
    m_outcomes.push_back({now, answered});
    if (m_outcomes.size() > length)
        m_outcomes.pop_front();
    if (answered)
        m_lastAnswer = now;
}

double TrackRecord::share(Instant now) const
{
    double answers = prior * priorWeight;
    double all = priorWeight;
    for (const Outcome &each : m_outcomes) {
        if (now - each.at > memory)
            continue;
        all += 1;
        answers += each.answered ? 1 : 0;
    }
    return answers / all;
}

bool TrackRecord::answersLately(Instant now, int fewest) const
{
    if (!m_lastAnswer || now - *m_lastAnswer > lately)
        return false;
    const auto answers = std::count_if(m_outcomes.begin(), m_outcomes.end(), [](const Outcome &each) { return each.answered; });
    return answers >= fewest && answers * 7 >= std::ssize(m_outcomes);
}

void TrackRecord::keep(std::deque<Duration> &times, Duration time)
{
    times.push_back(time);
    if (times.size() > length)
        times.pop_front();
}

std::optional<Duration> TrackRecord::threeQuarters(const std::deque<Duration> &times)
{
    if (times.size() < length / 4)
        return std::nullopt;
    std::vector<Duration> sorted(times.begin(), times.end());
    const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 3 / 4);
    std::nth_element(sorted.begin(), place, sorted.end());
    return *place;
}

TrackMemory TrackRecord::remembered() const
{
    TrackMemory kept;
    for (const Outcome &each : m_outcomes)
        kept.outcomes.push_back({each.at, each.answered});
    kept.headers.assign(m_headers.begin(), m_headers.end());
    kept.silences.assign(m_silences.begin(), m_silences.end());
    kept.lastAnswer = m_lastAnswer;
    return kept;
}

TrackRecord TrackRecord::restored(const TrackMemory &kept, Instant now)
{
    TrackRecord record;
    for (const DatedOutcome &each : kept.outcomes)
        record.addOutcome(each.good, std::min(each.at, now));
    for (const Duration each : kept.headers)
        record.addHeaders(std::max(each, Duration::zero()));
    for (const Duration each : kept.silences)
        record.addSilence(std::max(each, Duration::zero()));
    record.m_lastAnswer.reset(); // an answer whose outcome was forgotten since counts too
    if (kept.lastAnswer)
        record.m_lastAnswer = std::min(*kept.lastAnswer, now);
    return record;
}

} // namespace breakwater
