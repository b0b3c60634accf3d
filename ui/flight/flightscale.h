// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>

#include <vector>

namespace breakwater {

/// A stretch of a turn's time, since it was accepted.
struct FlightStretch
{
    Duration from {};
    Duration until {};
    friend bool operator==(const FlightStretch &, const FlightStretch &) = default;
};

/// The time axis of a waterfall: even, but for waits so long that the requests beside them could not be seen. Those are
/// folded: each takes a small, fixed part of the axis, whatever its length. Many waits alike stay as they are. A value; pure.
class FlightScale
{
public:
    FlightScale() = default;
    /// For these requests, on an axis that holds `end` too. Requests may overlap, in any order.
    FlightScale(std::vector<FlightStretch> requests, Duration end);

    struct Mark
    {
        Duration at {};
        double place = 0;
        friend bool operator==(const Mark &, const Mark &) = default;
    };

    /// From 0 at acceptance to 1 at the end of the axis; what lies outside is at the nearer end.
    [[nodiscard]] double place(Duration at) const;
    [[nodiscard]] const std::vector<FlightStretch> &folds() const { return m_folds; }
    /// Where the axis is marked: at the start, in even steps, and where it goes on after a fold.
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }
    [[nodiscard]] Duration step() const { return m_step; }
    [[nodiscard]] Duration end() const { return m_end; }
    /// "0.2 s", "14 s", "2:30", "3:02:10", as finely as the steps need.
    [[nodiscard]] QString label(const Mark &mark) const;

    /// The smallest round step of which at most `most` cover `longest`.
    [[nodiscard]] static Duration stepFor(Duration longest, int most = 8);

private:
    void fold(const std::vector<FlightStretch> &gaps, Duration usual);
    void mark();

    Duration m_end = std::chrono::milliseconds(500);
    Duration m_step = std::chrono::milliseconds(100);
    std::vector<FlightStretch> m_folds;
    std::vector<Mark> m_marks;
};

} // namespace breakwater
