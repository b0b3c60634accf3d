// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windowwish.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace breakwater {

enum class Command { Window, Ask, Demo, Help, Version, Wrong };

/// What a person typed after `breakwater`.
struct CommandLine
{
    Command command = Command::Window;
    QString message; ///< help, or what is wrong
    QString dataFolder; ///< empty: the user's own
    std::optional<QString> weather; ///< the built-in provider with this script, by name or file
    std::optional<double> speed; ///< of the built-in provider
    std::optional<QString> scheme; ///< light or dark
    WindowWish wish = WindowWish::Raise; ///< of the window, and of the one that is there already
    // ask
    QString prompt; ///< "-": from standard input
    std::optional<QString> model;
    std::optional<QUrl> baseUrl;
    bool unencrypted = false; ///< the person agrees to plain http, for this run
    bool json = false;
};

/// Reads `arguments`, the program's name first. `hasDisplay`: without one, the window becomes the demo.
[[nodiscard]] CommandLine readCommandLine(const QStringList &arguments, bool hasDisplay);

/// Where a user's history and settings are kept.
[[nodiscard]] QString userDataFolder();

} // namespace breakwater
