// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemtime.h"

#include <QTimer>

#include <ctime>

namespace breakwater {

namespace {

class TimerAlarm final : public Alarm
{
public:
    TimerAlarm(const TimeSource &time, Instant when, std::function<void()> call)
        : m_time(time)
        , m_when(when)
        , m_call(std::move(call))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(&m_timer, [this] { ring(); });
        arm();
    }

private:
    void arm()
    {
        using std::chrono::milliseconds;
        // The event loop's clock stands still while the machine sleeps, ours does not: look again now and then.
        constexpr milliseconds longest = std::chrono::seconds(15);
        const auto left = std::chrono::ceil<milliseconds>(m_when - m_time.now());
        m_timer.start(std::clamp(left, milliseconds::zero(), longest));
    }

    void ring()
    {
        if (m_time.now() < m_when) {
            arm();
            return;
        }
        // The call may destroy this alarm, so it must not live inside it while it runs.
        const auto call = std::move(m_call);
        call();
    }

    const TimeSource &m_time;
    Instant m_when;
    std::function<void()> m_call;
    QTimer m_timer;
};

} // namespace

Instant SystemTime::now() const
{
#ifdef CLOCK_BOOTTIME // goes on while the machine sleeps: a limit of an hour is over an hour later, awake or not
    timespec since {};
    if (clock_gettime(CLOCK_BOOTTIME, &since) == 0)
        return Instant(std::chrono::duration_cast<Duration>(std::chrono::seconds(since.tv_sec) + std::chrono::nanoseconds(since.tv_nsec)));
#endif
    return Instant(std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()));
}

WallTime SystemTime::wall() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

SystemAlarms::SystemAlarms(const TimeSource &time)
    : m_time(time)
{
}

std::unique_ptr<Alarm> SystemAlarms::at(Instant when, std::function<void()> call)
{
    return std::make_unique<TimerAlarm>(m_time, when, std::move(call));
}

} // namespace breakwater
