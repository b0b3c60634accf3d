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
/// The same in its turn: one whose end was never written down was interrupted, unless it is under way.
[[nodiscard]] AttemptResult attemptResult(const TurnState &turn, std::size_t index);
[[nodiscard]] bool isUnderWay(const TurnState &turn, std::size_t index);

/// When attempt `index` ended, since the turn was accepted: so far, while it is under way; the last that is known of
/// one that was interrupted. `elapsed`: since the turn was accepted, for what is still going on.
[[nodiscard]] Duration endOf(const TurnState &turn, std::size_t index, std::optional<Duration> elapsed = {});

/// The time after an attempt in which nothing was under way.
struct FlightGap
{
    std::optional<Duration> wait; ///< as decided
    std::optional<Duration> outbox; ///< kept, after that wait
    friend bool operator==(const FlightGap &, const FlightGap &) = default;
};
[[nodiscard]] FlightGap gapAfter(const TurnState &turn, std::size_t index, std::optional<Duration> elapsed = {});
/// How long the turn was held before its first attempt; none when that left at once.
[[nodiscard]] std::optional<Duration> heldBefore(const TurnState &turn, std::optional<Duration> elapsed = {});

/// The figures above the table.
struct FlightTotals
{
    std::optional<Duration> inAll; ///< none until settled
    Duration waiting {}; ///< between attempts, and in the outbox
    std::optional<Duration> firstContent; ///< since the turn was accepted
    std::optional<qint64> tokensIn; ///< of the attempts that the answer is made of
    std::optional<qint64> tokensOut;
    std::optional<qint64> tokensPaid; ///< of all attempts, in and out
};
[[nodiscard]] FlightTotals flightTotals(const TurnState &turn, std::optional<Duration> elapsed = {});

/// "Answered by claude-haiku-5-5 after 3 attempts on 2 routes, 6.1 s"
[[nodiscard]] QString flightSum(const TurnState &turn, const RouteTable &routes);

/// A line of the record: an attempt, or a note on what was done after one.
struct FlightRow
{
    std::size_t attempt = 0; ///< in turn.attempts; with a note, the attempt before it
    QString note; ///< "Moved to Sonnet 5.5. Opus 5.5 failed as often as the chain allows."
};
/// Without attempts, what is known of why.
[[nodiscard]] std::vector<FlightRow> flightRows(const TurnState &turn, const RouteTable &routes);

/// The decision to wait after an attempt: at once, or on the route that it moved to. Null without one.
[[nodiscard]] const Decision *waitDecision(const Attempt &attempt);
/// The wait after attempt `index`: as it was when the next attempt is there, else as it was planned. None without one.
[[nodiscard]] std::optional<Duration> waitAfter(const TurnState &turn, std::size_t index);
/// What the server asked for, as it said it: "retry-after: 4 s". Empty without.
[[nodiscard]] QString hintWords(const Attempt &attempt);
/// What the part that chance added was drawn from: "drawn between 0 and 2 s". Empty without.
[[nodiscard]] QString randomRange(const TurnState &turn, const Attempt &attempt);

/// "Flowing. A 429 never counts against a route."
[[nodiscard]] QString breakerSentence(const Attempt &attempt);

/// A measured span, finer than elsewhere: "15.9 s", "4 min 10 s", "3 h 2 min".
[[nodiscard]] QString recordSpan(Duration span);
/// One that somebody chose: "4 s", "0.5 s".
[[nodiscard]] QString roundSpan(Duration span);

/// A first token is told to a hundredth below a second: "0.65 s".
[[nodiscard]] QString firstTokenSpan(Duration span);

/// "3.2"
[[nodiscard]] QString budgetFigure(double level);

} // namespace breakwater
