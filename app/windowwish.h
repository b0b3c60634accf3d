// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace breakwater {

/// What a start wants of the program that runs already, or of itself.
enum class WindowWish { Raise, NewConversation, NewWindow };

/// As one start tells it to another. A word that is not known is Raise.
[[nodiscard]] QByteArray wordOf(WindowWish wish);
[[nodiscard]] WindowWish windowWishOf(const QByteArray &word);

} // namespace breakwater
