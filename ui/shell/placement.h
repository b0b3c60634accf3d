// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QRect>

#include <vector>

class QWidget;

namespace breakwater {

/// Where a window that wants `wanted` goes: as it wants it if it can be seen whole, else on the screen that has most of it, the
/// first where none has any, no larger than that with its `frame`. `screens` is the room of each for windows, the first screen
/// first, never empty. All in pixels of the desktop, without the window's frame. Pure.
[[nodiscard]] QRect placeOn(const QRect &wanted, const std::vector<QRect> &screens, const QMargins &frame);

/// Places a window that is about to be shown so, and lets it be smaller than it would be where its screen is too small.
void keepOn(const std::vector<QRect> &screens, QWidget &window);
/// The same, on the screens that there are.
void keepOnScreen(QWidget &window);

} // namespace breakwater
