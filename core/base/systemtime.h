// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace breakwater {

/// The machine's clocks. Only app/ makes one.
class SystemTime final : public TimeSource
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] WallTime wall() const override;
};

/// Alarms on the event loop of the thread that asks. A wait longer than a QTimer can hold is renewed.
class SystemAlarms final : public Alarms
{
public:
    explicit SystemAlarms(const TimeSource &time);
    [[nodiscard]] std::unique_ptr<Alarm> at(Instant when, std::function<void()> call) override;

private:
    const TimeSource &m_time;
};

} // namespace breakwater
