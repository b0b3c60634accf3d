// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/seamark.h"

#include "ui/style/theme.h"
#include "ui/weather/seastateicon.h"

#include <QPainter>

namespace breakwater {

SeaMark::SeaMark(const HealthLog &log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
{
    setFixedSize(28, 32);
}

void SeaMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const SeaState state = m_log.sea().state;
    paintIcon(painter, seaStateIcon(state), QRectF(0, 2, 28, 28), 28, seaStateColor(state, Theme::instance().tokens()));
}

} // namespace breakwater
