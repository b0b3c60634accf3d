// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/weatherplayer.h"

#include "core/simulator/stablehash.h"

namespace breakwater {

WeatherPlayer::WeatherPlayer(WeatherScript script, Instant start)
    : m_script(std::move(script))
    , m_start(start)
{
}

void WeatherPlayer::enterNext(Instant start)
{
    ++m_index;
    ++m_number;
    if (m_index >= m_script.phases.size() && m_script.repeat)
        m_index = 0;
    m_start = start;
    m_requests = 0;
    m_answers = 0;
    m_struck.clear();
}

const WeatherPhase *WeatherPlayer::phase(Instant now)
{
    while (m_index < m_script.phases.size()) {
        const WeatherPhase &current = m_script.phases[m_index];
        if (current.requests && m_requests >= *current.requests)
            enterNext(now);
        else if (current.answers && m_answers >= *current.answers)
            enterNext(now);
        else if (current.length && now >= m_start + *current.length)
            enterNext(m_start + *current.length);
        else
            return &current;
    }
    return nullptr;
}

double WeatherPlayer::draw(const QString &model)
{
    auto found = m_draws.find(model);
    if (found == m_draws.end()) {
        found = m_draws.emplace(model, SeededJitter(stableHash(model) ^ m_script.seed)).first;
    }
    return found->second.next();
}

Condition WeatherPlayer::next(const QString &model, Instant now)
{
    const WeatherPhase *current = phase(now);
    if (current == nullptr)
        return {};
    ++m_requests;
    const auto *entry = current->conditionsFor(model);
    if (entry == nullptr)
        return {};
    for (std::size_t i = 0; i < entry->second.size(); ++i) {
        const Condition &condition = entry->second[i];
        int &struck = m_struck[{entry->first, i}];
        if (condition.times && struck >= *condition.times)
            continue;
        if (condition.probability < 1 && draw(model) >= condition.probability)
            continue;
        ++struck;
        return condition;
    }
    return {};
}

void WeatherPlayer::answered(int phase, Instant now)
{
    if (phase != m_number)
        return;
    ++m_answers;
    static_cast<void>(this->phase(now));
}

} // namespace breakwater
