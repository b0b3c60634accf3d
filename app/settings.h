// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/preferences/preferences.h"

#include <QByteArray>

namespace breakwater {

/// What outlives the program besides the history: preferences, and how the window looked.
struct Settings
{
    Preferences preferences;
    bool welcomed = false; ///< a person chose how to start
    QByteArray layout;
    bool weatherVisible = false;
    QString conversation; ///< the one that was open

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// The routes of the built-in provider and their everyday chain.
[[nodiscard]] RouteTable simulatedRoutes();
/// Adds Anthropic with its present models and makes their chain the default.
void addAnthropic(RouteTable &table, const QUrl &baseUrl);
/// Adds a server that speaks the OpenAI protocol with one model, and makes a chain of it the default.
ProviderId addServer(RouteTable &table, const QUrl &baseUrl, const QString &model);

/// Reads `path`; defaults where the file is missing or damaged (a damaged file is kept beside it as `.damaged`).
[[nodiscard]] Settings loadSettings(const QString &path);
/// Writes whole or not at all. No secrets are in it.
[[nodiscard]] Result<void> saveSettings(const QString &path, const Settings &settings);

} // namespace breakwater
