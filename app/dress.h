// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace breakwater {

struct Preferences;

/// Font, palette and style for the whole program, and again whenever the theme changes. Once, before there is a window.
void dressApplication(const Preferences &preferences);
/// Theme and keys are as the preferences say, from now on.
void takeLook(const Preferences &preferences);

} // namespace breakwater
