// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Room between what stands in the transcript, in logical pixels (pictures 01 and 02).
namespace breakwater::measures {

inline constexpr qreal leastMargin = 32; ///< beside the column
inline constexpr qreal dayTop = 18;
inline constexpr qreal dayBottom = 16;
inline constexpr qreal afterQuestion = 20;
inline constexpr qreal afterAnswer = 22;
inline constexpr qreal beforeFooter = 10;
inline constexpr qreal bubbleSide = 16;
inline constexpr qreal bubbleTop = 10;

} // namespace breakwater::measures
