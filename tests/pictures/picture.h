// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QRect>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace breakwater {

/// A widget, shown, with all that it needs to live; the last owner takes it down.
using Scene = std::shared_ptr<QWidget>;

/// A scene in one scheme, and where the design's picture has it.
struct PicturePart
{
    Scheme scheme = Scheme::Light;
    QRect place; ///< in the picture, without the title bar
    std::function<Scene(const QSize &size)> make;
};

/// One of the design's pictures, from real widgets with the same content.
struct Picture
{
    QString name; ///< that of the design's file, without its ending
    std::vector<PicturePart> parts;
};

/// By the room that they show (windows.cpp, preferencespages.cpp, states.cpp).
[[nodiscard]] std::vector<Picture> windowPictures();
[[nodiscard]] std::vector<Picture> preferencesPictures();
[[nodiscard]] std::vector<Picture> statePictures();

inline constexpr QSize pictureSize {1280, 820};
inline const QRect wholeWindow {0, 32, 1280, 788}; ///< below its title bar
inline const QRect smallerWindow {40, 61, 1200, 731}; ///< on a desktop, below its title bar

/// Lets what is due happen: layouts, queued signals, and the tenths of a second that some of it waits.
void settle();

} // namespace breakwater
