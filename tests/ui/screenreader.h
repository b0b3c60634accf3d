// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QStringList>

#include <functional>

class QWidget;

namespace breakwater {

/// Goes through what a screen reader finds in a window or a part of one, leaving out what is not visible; `meet` gets
/// the way down to each element, itself last, and says whether to go into it.
void readPart(QWidget &part, const std::function<bool(const std::vector<QAccessibleInterface *> &way)> &meet);
/// "PushButton", for a message.
[[nodiscard]] QString roleName(QAccessible::Role role);
/// All that is to be found in all visible windows now, a line for each element, without what belongs to `except`.
[[nodiscard]] QStringList readScreen(const QWidget *except = nullptr);

} // namespace breakwater
