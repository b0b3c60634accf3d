// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeEdit>

namespace breakwater {

/// A time of day, "23:30", that leaves the wheel to the page unless it has the focus. UI thread.
class TimeField : public QTimeEdit
{
    Q_OBJECT
public:
    /// `name` is read by screen readers.
    explicit TimeField(const QString &name, QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace breakwater
