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

    void show(const DelayRule &rule, Randomness randomness);
    using QWidget::show;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DelayRule m_rule;
    Randomness m_randomness = Randomness::Full;
};

} // namespace breakwater
