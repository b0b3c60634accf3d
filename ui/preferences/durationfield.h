// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/style/numberfield.h"

namespace breakwater {

/// A span of time in one unit, typed as a number. UI thread.
class DurationField : public NumberField
{
    Q_OBJECT
public:
    enum class Unit { Seconds, Minutes };

    DurationField(const QString &name, Unit unit, Duration least, Duration most, QWidget *parent = nullptr);

    [[nodiscard]] Duration duration() const;
    /// Shows it; says nothing.
    void setDuration(Duration duration);

Q_SIGNALS:
    /// A person changed it.
    void durationChanged(Duration duration);

private:
    double m_seconds; // in one of the unit
};

} // namespace breakwater
