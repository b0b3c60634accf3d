// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/placement.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace breakwater {

namespace {

/// What window managers put around a window, mostly; none says it before the window is there.
constexpr QMargins usualFrame(4, 30, 4, 4);

qint64 sharedArea(const QRect &one, const QRect &other)
{
    const QRect shared = one & other;
    return shared.isEmpty() ? 0 : qint64(shared.width()) * shared.height();
}

} // namespace

QRect placeOn(const QRect &wanted, const std::vector<QRect> &screens, const QMargins &frame)
{
    const auto room = std::max_element(
        screens.begin(), screens.end(), [&wanted](const QRect &one, const QRect &other) { return sharedArea(wanted, one) < sharedArea(wanted, other); });
    const QRect inside = room->marginsRemoved(frame);
    const bool fits = wanted.width() <= inside.width() && wanted.height() <= inside.height();
    if (fits && room->contains(wanted))
        return wanted;
    QRect placed(wanted.topLeft(), wanted.size().boundedTo(inside.size()));
    placed.moveLeft(std::clamp(placed.left(), inside.left(), inside.right() - placed.width() + 1));
    placed.moveTop(std::clamp(placed.top(), inside.top(), inside.bottom() - placed.height() + 1));
    return placed;
}

void keepOn(const std::vector<QRect> &screens, QWidget &window)
{
    if (screens.empty() || window.isVisible() || window.isMaximized() || window.isFullScreen())
        return;
    const QRect placed = placeOn(window.geometry(), screens, usualFrame);
    window.setMinimumSize(window.minimumSize().boundedTo(placed.size()));
    if (window.testAttribute(Qt::WA_Moved))
        window.setGeometry(placed);
    else
        window.resize(placed.size()); // the window manager chooses the place
}

void keepOnScreen(QWidget &window)
{
    if (QGuiApplication::platformName() == QLatin1String("offscreen"))
        return; // nobody looks: pictures are as large as they are wanted
    std::vector<QRect> rooms;
    for (const QScreen *each : QGuiApplication::screens()) // the first screen first
        rooms.push_back(each->availableGeometry());
    keepOn(rooms, window);
}

} // namespace breakwater
