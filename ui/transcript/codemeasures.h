// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QFontMetricsF>

/// What the lines of a block of code and their painting have in common.
namespace breakwater::codemeasures {

inline constexpr qreal padding = 14; ///< px beside the lines
/// A line longer than this is cut on screen; copying gives all of it.
inline constexpr qsizetype longestShown = 4'000;

[[nodiscard]] inline qreal cellWidth()
{
    return QFontMetricsF(readingFont(TextRole::Code)).horizontalAdvance(QLatin1Char(' '));
}

} // namespace breakwater::codemeasures
