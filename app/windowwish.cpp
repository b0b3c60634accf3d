// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowwish.h"

namespace breakwater {

QByteArray wordOf(WindowWish wish)
{
    switch (wish) {
    case WindowWish::Raise:
        return "raise";
    case WindowWish::NewConversation:
        return "new-conversation";
    case WindowWish::NewWindow:
        return "new-window";
    }
    return {};
}

WindowWish windowWishOf(const QByteArray &word)
{
    for (const WindowWish each : {WindowWish::NewConversation, WindowWish::NewWindow}) {
        if (wordOf(each) == word)
            return each;
    }
    return WindowWish::Raise;
}

} // namespace breakwater
