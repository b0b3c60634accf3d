// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/breakerlife.h"

#include <QWidget>

namespace breakwater {

/// A breaker's life with the settings at hand: failures, pause, test, longer pause, test, flowing. UI thread.
class BreakerPreview : public QWidget
{
    Q_OBJECT
public:
    explicit BreakerPreview(QWidget *parent = nullptr);

    void show(const BreakerSettings &settings);
    using QWidget::show;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BreakerLife m_life;
};

} // namespace breakwater
