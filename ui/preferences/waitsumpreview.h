// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/waitsum.h"

#include <QWidget>

namespace breakwater {

/// All waits of a turn together: how likely each sum is, and within what half and nine in ten of all turns are through.
/// A picture of `WaitSum`. UI thread.
class WaitSumPreview : public QWidget
{
    Q_OBJECT
public:
    explicit WaitSumPreview(QWidget *parent = nullptr);

    void show(const DelayRule &rule, Randomness randomness, int waits);
    using QWidget::show;
    [[nodiscard]] const WaitSum &sum() const { return m_sum; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    WaitSum m_sum;
};

} // namespace breakwater
