// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"

#include <QWidget>

namespace breakwater {

/// The sea state as a picture of 28 px. Borrows the log.
class SeaMark final : public QWidget
{
    Q_OBJECT
public:
    explicit SeaMark(const HealthLog &log, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const HealthLog &m_log;
};

} // namespace breakwater
