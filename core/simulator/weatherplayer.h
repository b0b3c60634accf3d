// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/simulator/weatherscript.h"

#include <map>

namespace breakwater {

/// Plays a script: which phase it is, and what happens to the next request. A value; pure but for its own state.
///
/// Each model draws from its own sequence, so that the fate of a model's n-th request does not hang on how requests
/// to other models fall between.
class WeatherPlayer
{
public:
    WeatherPlayer(WeatherScript script, Instant start);

    [[nodiscard]] const WeatherScript &script() const { return m_script; }
    /// The phase of `now`; null when the script is over: clear weather.
    [[nodiscard]] const WeatherPhase *phase(Instant now);
    /// The fate of a request to `model` that arrives now, and counts it.
    [[nodiscard]] Condition next(const QString &model, Instant now);
    /// A streamed answer went out whole. `phase`: what phaseNumber() said when its request came.
    void answered(int phase, Instant now);
    /// Counts the phases begun; tells one turn of a repeating script from the next.
    [[nodiscard]] int phaseNumber() const { return m_number; }

private:
    void enterNext(Instant start);
    [[nodiscard]] double draw(const QString &model);

    WeatherScript m_script;
    std::size_t m_index = 0;
    int m_number = 0;
    Instant m_start;
    int m_requests = 0;
    int m_answers = 0;
    std::map<std::pair<QString, std::size_t>, int> m_struck; ///< how often each condition of the phase applied
    std::map<QString, SeededJitter> m_draws;
};

} // namespace breakwater
