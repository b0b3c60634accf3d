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

/// "Tue 10:30", local time.
[[nodiscard]] QString dayTime(WallTime at);

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
/// "Clear now. One storm today, 09:34 to 11:50": of a whole range.
[[nodiscard]] QString stormTitle(const std::vector<Storm> &storms, const Sea &sea, WeatherRange range, WallTime now);
/// "Anthropic was overloaded. 61 of 63 turns were still answered.": of the one that is on, or the worst; else what is now.
[[nodiscard]] QString stormSentence(const std::vector<Storm> &storms, const HealthLog &log, const RouteTable &table, WallTime now);
/// "429, your limit", "529, overloaded", ...: a series by its name.
[[nodiscard]] QString seriesName(SampleClass which);
/// What a bar stands for: "30 s", "2 min", "15 min", "2 h".
[[nodiscard]] QString bucketName(WeatherRange range);
/// "15 min", "1 h", "24 h", "7 days".
[[nodiscard]] QString rangeName(WeatherRange range);

/// "Flowing", "Paused, 0:42", "Testing".
[[nodiscard]] QString flowText(const FlowChange &change, WallTime now);
/// "Requests", "Input tokens", ...
[[nodiscard]] QString roomName(RoomLeft::Dimension dimension);

} // namespace weatherwords

} // namespace breakwater
