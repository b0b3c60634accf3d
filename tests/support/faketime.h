// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <map>
#include <utility>

namespace breakwater {

/// Clock and alarms that move only when a test says so. One thread.
class FakeTime final : public TimeSource, public Alarms
{
public:
    /// The wall clock stands at 2026-01-05 14:00 UTC, a Monday, unless told otherwise.
    explicit FakeTime(WallTime wall = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + std::chrono::hours(14));
    ~FakeTime() override;

    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] std::unique_ptr<Alarm> at(Instant when, std::function<void()> call) override;

    /// Moves on and makes the calls that fall due, in the order of their times; of equal times the one asked for first.
    /// While a call runs `now()` is the time it was asked for; calls that it asks for run too, when they fall due.
    void advance(Duration by);
    /// Moves on to the next pending call and makes it. False when none is pending.
    bool advanceToNext();
    /// Changes the wall clock alone, as a person or the network does.
    void shiftWall(Duration by) { m_wallShift += by; }
    [[nodiscard]] std::size_t pending() const { return m_calls->size(); }

private:
    using Key = std::pair<Instant, std::uint64_t>;
    using Calls = std::map<Key, std::function<void()>>;
    class Pending;

    void fire(Calls::iterator due);

    WallTime m_start;
    Instant m_now { std::chrono::hours(1) };
    Instant m_epoch = m_now;
    Duration m_wallShift {};
    std::uint64_t m_serial = 0;
    std::shared_ptr<Calls> m_calls = std::make_shared<Calls>(); ///< shared: an Alarm may outlive its FakeTime
};

} // namespace breakwater
