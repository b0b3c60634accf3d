// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policysettings.h"

#include <QWidget>

namespace breakwater {

/// The range that each wait is drawn from, as the policy itself computes it. A picture of `DelayRule`. UI thread.
class DelayPreview : public QWidget
{
    Q_OBJECT
public:
    explicit DelayPreview(QWidget *parent = nullptr);

    /// The first `waits` of them: 1 to 5.
    void show(const DelayRule &rule, Randomness randomness, int waits = 5);
    using QWidget::show;

    /// Where the bars begin: what is shown below them begins there too.
    [[nodiscard]] static int barsFrom();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DelayRule m_rule;
    Randomness m_randomness = Randomness::Full;
    int m_waits = 5;
};

} // namespace breakwater
