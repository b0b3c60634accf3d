// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QIcon>
#include <QPixmap>

namespace breakwater {

/// Line icons on a grid of 16 with round strokes of 1.4.
enum class Icon {
    Search,
    Compose,
    Menu,
    Outbox,
    Attach,
    File,
    Image,
    Route,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    ChevronLeft,
    ArrowUp,
    ArrowDown,
    Copy,
    Check,
    Wrap,
    Refresh,
    Retry,
    Stop,
    Close,
    External,
    Panel,
    Flight,
    More,
    Key,
    Pencil,
    WifiOff,
    Disk,
    Broken,
    Layers,
    Warning,
    Info,
    Lock,
    Gear,
    Contrast,
    Server,
    Waves,
    Keyboard,
    Plus,
    Trash,
    Moon,
    Flask,
    Coin,
    Handle,
    Pin,
    Bubble,
    Lines,
    Star,
    StarFilled,
    SeaClear,
    SeaChoppy,
    SeaStorm,
    SeaNone,
};

inline constexpr int iconCount = static_cast<int>(Icon::SeaNone) + 1;

/// A square of `size` logical pixels at device pixel ratio `dpr`, in `color`. Cached. UI thread.
[[nodiscard]] QPixmap iconPixmap(Icon which, int size, const QColor &color, qreal dpr);

/// Paints the icon centred in `rect`, `size` logical pixels wide, at the painter's own ratio.
void paintIcon(QPainter &painter, Icon which, const QRectF &rect, int size, const QColor &color);

/// An icon in a fixed colour, drawn afresh at every size and ratio.
[[nodiscard]] QIcon icon(Icon which, const QColor &color);

/// An icon that takes its colour from the theme when it is painted, so that it follows a change of scheme.
[[nodiscard]] QIcon icon(Icon which, QColor Tokens::*role = &Tokens::text2);

} // namespace breakwater
