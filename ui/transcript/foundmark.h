// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QTextCharFormat>

namespace breakwater {

/// How a place is marked that was looked for: a tint of the accent with a line below it, and text in its full colour.
[[nodiscard]] QTextCharFormat softMark(const Tokens &tokens);
/// The one that the reader is led to: the accent itself.
[[nodiscard]] QTextCharFormat strongMark(const Tokens &tokens);

} // namespace breakwater
