// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace breakwater {

/// Lets go of a widget behind the event that may have come from it.
template <class Widget>
void letGo(QPointer<Widget> &widget)
{
    if (!widget)
        return;
    widget->hide();
    widget->deleteLater();
    widget.clear();
}

} // namespace breakwater
