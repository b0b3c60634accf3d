// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/window.h"

namespace breakwater {

/// The weather in one word.
enum class SeaState { Clear, Choppy, Storm, NoSignal };

/// On whose side the cause of a result lies: a 429 is the person's own limit, a 529 the provider's trouble.
enum class Side { Nobody, Yours, Theirs, Between };

[[nodiscard]] Side sideOf(SampleClass result);

inline constexpr Duration weatherSpan = std::chrono::minutes(15);
inline constexpr Duration weatherHold = std::chrono::seconds(30); ///< the sea state changes at most this often

/// What the sea state is made from.
struct SeaFacts
{
    Counts recent; ///< of the last `weatherSpan`
    bool routePaused = false; ///< a route of the chain in use is paused or being tested
    bool online = true;
};

/// Clear under 2 % refused, Choppy to 25 %, Storm above that or while a route is paused, No signal offline.
[[nodiscard]] SeaState seaStateOf(const SeaFacts &facts);

/// The sea state as shown, with its memory.
struct Sea
{
    SeaState state = SeaState::Clear;
    std::optional<WallTime> since; ///< none before the first change
    std::optional<Instant> changed;
    friend bool operator==(const Sea &, const Sea &) = default;
};

/// `sea` after `seen` was seen. A change within `weatherHold` of the last one is left for later. Pure.
[[nodiscard]] Sea afterSeeing(const Sea &sea, SeaState seen, Instant now, WallTime wall);

} // namespace breakwater
