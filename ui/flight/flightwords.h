// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "core/turn/turnstate.h"

#include <QString>

#include <optional>
#include <vector>

namespace breakwater {

/// What the window and the text of a flight record both say. Pure, QtCore only. Any thread.

/// What an attempt came to, in pieces.
struct AttemptResult
{
    std::optional<SampleClass> mark; ///< none while under way, and for what is not weather
    QString code; ///< "429"; empty when no status came
    QString word; ///< "Your limit"
    QString side; ///< "yours", "theirs"; empty for neither
};
[[nodiscard]] AttemptResult attemptResult(const Attempt &attempt);

/// The figures above the table.
struct FlightTotals
{
    std::optional<Duration> inAll; ///< none until settled
    Duration waiting {}; ///< between attempts
    std::optional<Duration> firstContent; ///< since the turn was accepted
};
[[nodiscard]] FlightTotals flightTotals(const TurnState &turn);

/// "Answered by claude-haiku-5-5 after 3 attempts on 2 routes, 6.1 s"
[[nodiscard]] QString flightSum(const TurnState &turn, const RouteTable &routes);

/// A line of the record: an attempt, or a note on what was done after one.
struct FlightRow
{
    std::size_t attempt = 0; ///< in turn.attempts; with a note, the attempt before it
    QString note; ///< "Moved to Sonnet 5.5. Opus 5.5 failed as often as the chain allows."
};
[[nodiscard]] std::vector<FlightRow> flightRows(const TurnState &turn, const RouteTable &routes);

/// The decision to wait after an attempt: at once, or on the route that it moved to. Null without one.
[[nodiscard]] const Decision *waitDecision(const Attempt &attempt);
/// The wait after attempt `index`: as it was when the next attempt is there, else as it was planned. None without one.
[[nodiscard]] std::optional<Duration> waitAfter(const TurnState &turn, std::size_t index);

/// "Flowing. A 429 never counts against a route."
[[nodiscard]] QString breakerSentence(const Attempt &attempt);

/// "3.2"
[[nodiscard]] QString budgetFigure(double level);

} // namespace breakwater
