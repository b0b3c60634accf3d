// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"
#include "core/route/chain.h"

#include <QString>

namespace breakwater {

/// The sentences of the weather. Pure, English in the source, translated by tr; usable without a display.
namespace weatherwords {

/// "14:10", local time; with the day before it when it was not within the last day.
[[nodiscard]] QString clockTime(WallTime at, WallTime now);

/// "Storm".
[[nodiscard]] QString seaWord(SeaState state);
/// "Storm since 14:10".
[[nodiscard]] QString seaTitle(const Sea &sea, WallTime now);
/// "Anthropic is overloaded. Your limits are fine."
[[nodiscard]] QString seaSentence(const HealthLog &log, const RouteTable &table, WallTime now);

/// "answered", "429 yours", "529 theirs", "5xx error", "network".
[[nodiscard]] QString counterCaption(SampleClass which);
/// "529, overloaded, provider’s side": a mark in words.
[[nodiscard]] QString markName(SampleClass which);
/// "61 answered", "4 at your limit", "43 overloaded", "3 server errors", "2 network".
[[nodiscard]] QString counted(SampleClass which, int count);
/// "61 answered, 4 at your limit, 43 overloaded"; only what happened. "nothing sent" when nothing did.
[[nodiscard]] QString countedAll(const Counts &counts);
/// "Last hour: 61 answered, ... Storm since 14:10."
[[nodiscard]] QString summary(WeatherRange range, const Counts &counts, const Sea &sea, WallTime now);
/// "15 min", "1 h", "24 h".
[[nodiscard]] QString rangeName(WeatherRange range);

/// "Flowing", "Paused, 0:42", "Testing".
[[nodiscard]] QString flowText(const FlowChange &change, WallTime now);
/// "Requests", "Input tokens", ...
[[nodiscard]] QString roomName(RoomLeft::Dimension dimension);

} // namespace weatherwords

} // namespace breakwater
