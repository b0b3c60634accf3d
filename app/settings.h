// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/preferences/preferences.h"

#include <QByteArray>

namespace breakwater {

/// What outlives the program besides the history: preferences, and how the windows looked.
struct Settings
{
    Preferences preferences;
    bool welcomed = false; ///< a person chose how to start
    QByteArray layout;
    bool weatherVisible = false;
    QString conversation; ///< the one that was open
    QString putAside = {}; ///< where a file that could not be read is now; not written. Empty: it could

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// Reads `path`, as far as this version understands it; defaults where there is no file. One that cannot be read is moved
/// into the folder "damaged" beside it.
[[nodiscard]] Settings loadSettings(const QString &path);
/// Writes whole or not at all. What the file holds of another version stays in it. No secrets are in it.
[[nodiscard]] Result<void> saveSettings(const QString &path, const Settings &settings);

} // namespace breakwater
