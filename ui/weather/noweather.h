// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/emptystate.h"

namespace breakwater {

/// "No weather yet", in the place of the charts.
class NoWeather final : public EmptyState
{
    Q_OBJECT
public:
    explicit NoWeather(QWidget *parent = nullptr);
};

} // namespace breakwater
