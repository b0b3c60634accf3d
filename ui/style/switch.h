// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace breakwater {

/// An on/off switch: what it turns on takes hold as one thing, where a check box chooses among several. UI thread.
class Switch : public QAbstractButton
{
    Q_OBJECT
public:
    /// `name` is read by screen readers; the visible label stands beside it.
    explicit Switch(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace breakwater
