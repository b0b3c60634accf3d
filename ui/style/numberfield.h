// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace breakwater {

/// A spin box whose unit is quieter than its number, that shows no idle zeros ("2 s", not "2.00 s"), and that leaves
/// the wheel to the page unless it has the focus. UI thread.
class NumberField : public QDoubleSpinBox
{
    Q_OBJECT
public:
    /// `name` is read by screen readers.
    explicit NumberField(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace breakwater
