// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QByteArray>

#include <bitset>
#include <optional>

class QTimeZone;

namespace breakwater {

/// What becomes of a turn whose hours passed before it could be sent: the computer was off, or the weather was bad.
enum class MissedHours {
    NextTime, ///< it waits for the next ones
    Ask, ///< it waits for the person
    SendAnyway, ///< it goes as soon as a route flows
};

/// When work that is in no hurry is sent: some hours, on some days, by the clock of one place.
struct OffPeakHours
{
    std::chrono::minutes from {60}; ///< after midnight
    std::chrono::minutes until {300}; ///< not later than `from`: on the day after
    std::bitset<7> days {0x7f}; ///< on which they begin; Monday first
    QByteArray zone; ///< as IANA names it; empty: the computer's
    bool onlyWhenCalm = true; ///< not while the routes refuse or fail
    MissedHours missed = MissedHours::NextTime;
    friend bool operator==(const OffPeakHours &, const OffPeakHours &) = default;
};

/// One night's hours, say.
struct Stretch
{
    WallTime from;
    WallTime until;
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// The hours that are on at `now`, else the next to come; none where no day is chosen, or the two ends are one. Where the
/// clocks change, the hours are what the clock on the wall shows: a night may have one hour more or less, and a stretch
/// that the change swallows whole is none. A zone that is not known is `computer`'s. Pure but for the table of zones.
[[nodiscard]] std::optional<Stretch> offPeakStretch(const OffPeakHours &hours, WallTime now, const QTimeZone &computer);

/// When in `stretch` to send, for somebody who decides at `now`: anywhere in the first half of what is left of it, so that
/// not all computers with the same hours begin together, and time is left to wait for better weather. `jitter` in [0, 1).
[[nodiscard]] WallTime startWithin(const Stretch &stretch, WallTime now, double jitter);

} // namespace breakwater
