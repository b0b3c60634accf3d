// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferences.h"

#include <QJsonObject>

namespace breakwater {

/// Preferences as they stand in a file. Reading is tolerant: what is missing or of the wrong type keeps its default. Pure.
[[nodiscard]] QJsonObject preferencesToJson(const Preferences &preferences);
[[nodiscard]] Preferences preferencesFromJson(const QJsonObject &object);

} // namespace breakwater
