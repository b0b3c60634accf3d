// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace breakwater {

/// What a widget that paints itself is to a screen reader. To be told before its name is: from then on it is known.
/// Nothing has to be told of a part that holds others together under a name: it is a group. UI thread.
void setAccessibleRole(QWidget &widget, QAccessible::Role role);

} // namespace breakwater
