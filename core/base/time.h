// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace breakwater {

/// Every span of time in Breakwater. Microseconds: the fleet simulation counts in them too.
using Duration = std::chrono::microseconds;

/// A steady clock that only TimeSource reads. Its epoch means nothing; never store an Instant on disk.
struct SteadyClock
{
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<SteadyClock, duration>;
    static constexpr bool is_steady = true;
};

/// A moment for waits and measurements. Unmoved by changes of the wall clock.
using Instant = SteadyClock::time_point;

/// A moment as people and servers name it (UTC). For dates, display and the disk, never for waits.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// Tells the time. The real one is made in app/ only; tests use FakeTime.
class TimeSource
{
public:
    virtual ~TimeSource() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual WallTime wall() const = 0;
};

/// One pending call. Destroying it cancels the call.
class Alarm
{
public:
    virtual ~Alarm() = default;
};

/// Makes calls later, on the thread that asked. Never calls back before `at` returns, also when `when` has passed.
class Alarms
{
public:
    virtual ~Alarms() = default;
    [[nodiscard]] virtual std::unique_ptr<Alarm> at(Instant when, std::function<void()> call) = 0;
};

[[nodiscard]] constexpr double toSeconds(Duration duration) { return std::chrono::duration<double>(duration).count(); }

/// Saturates instead of overflowing; NaN becomes zero.
[[nodiscard]] constexpr Duration fromSeconds(double seconds)
{
    constexpr double most = 9.0e12; // seconds; far below the range of 64 bits of microseconds
    if (!(seconds == seconds))
        return Duration::zero();
    const double bounded = seconds > most ? most : seconds < -most ? -most : seconds;
    return Duration(static_cast<Duration::rep>(bounded * 1e6));
}

} // namespace breakwater
