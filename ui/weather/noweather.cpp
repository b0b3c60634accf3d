// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/noweather.h"

namespace breakwater {

NoWeather::NoWeather(QWidget *parent)
    : EmptyState(Icon::Lines, tr("No weather yet"), tr("It appears with your first turn."), parent)
{
}

} // namespace breakwater
