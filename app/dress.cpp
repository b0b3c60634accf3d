// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dress.h"

#include "app/systemlook.h"
#include "ui/keyboard/keysinforce.h"
#include "ui/preferences/preferences.h"
#include "ui/style/breakwaterstyle.h"

#include <QGuiApplication>

namespace breakwater {

namespace {

/// Qt 6.4 does not tell the system's scheme; its palette does.
Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

} // namespace

void dressApplication(const Preferences &preferences)
{
    Theme &theme = Theme::instance();
    theme.setSystemScheme(schemeOf(QGuiApplication::palette()));
    theme.setSystemContrast(isHighContrast(QGuiApplication::palette()) ? Contrast::High : Contrast::Usual);
    takeLook(preferences);
    useBreakwaterStyle();
}

void takeLook(const Preferences &preferences)
{
    Theme &theme = Theme::instance();
    theme.setChoice(preferences.scheme);
    theme.setTextScale(preferences.textScale);
    theme.setContrast(preferences.contrast);
    theme.setReducedMotion(preferences.reducedMotion);
    KeysInForce::instance().setShortcuts(preferences.shortcuts);
}

} // namespace breakwater
