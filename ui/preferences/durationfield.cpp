// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/durationfield.h"

#include <QSignalBlocker>

namespace breakwater {

DurationField::DurationField(const QString &name, Unit unit, Duration least, Duration most, QWidget *parent)
    : NumberField(name, parent)
    , m_seconds(unit == Unit::Seconds ? 1.0 : 60.0)
{
    setSuffix(unit == Unit::Seconds ? tr(" s") : tr(" min"));
    setDecimals(1);
    setRange(toSeconds(least) / m_seconds, toSeconds(most) / m_seconds);
    setStepType(QAbstractSpinBox::DefaultStepType);
    setSingleStep(least < std::chrono::seconds(1) ? 0.5 : 1.0);
    connect(this, &QDoubleSpinBox::valueChanged, this, [this] { Q_EMIT durationChanged(duration()); });
}

Duration DurationField::duration() const
{
    // Whole milliseconds: 0.1 s is no binary fraction.
    return std::chrono::milliseconds(qRound64(value() * m_seconds * 1000.0));
}

void DurationField::setDuration(Duration duration)
{
    const QSignalBlocker quiet(this);
    setValue(toSeconds(duration) / m_seconds);
}

} // namespace breakwater
