// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "ui/preferences/preferences.h"

#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <optional>

namespace breakwater {

/// What there is on disk, and where. Sizes in bytes.
struct DataFacts
{
    QString folder;
    qint64 history = 0;
    qint64 search = 0;
    qint64 attachments = 0;
    qint64 backups = 0;
    qint64 room = 0; ///< free on that disk
    int conversations = 0;
    int messages = 0;
};

/// How a wish ended. Without a fault it is fulfilled.
struct DataOutcome
{
    std::optional<Fault> fault;
    QString path; ///< the copy that was made or is left
    qint64 before = 0; ///< bytes, of what was compacted
    qint64 after = 0;
};

/// What goes with everything, besides conversations, drafts, files and measurements.
struct Erasure
{
    bool backups = false;
    bool keys = false;
};

/// Why a file was not taken for settings.
enum class SettingsFlaw {
    Unreadable,
    NoSettings, ///< something else than an export of settings
    BrokenRoutes, ///< its providers, routes or chains do not belong together, or cannot be reached
};
using ImportedSettings = tl::expected<Preferences, SettingsFlaw>;

/// What the Data page may do with the history and the settings. Filled in app/. Each `Done` is called once, later. UI thread.
struct DataPort
{
    using Done = std::function<void(const DataOutcome &)>;
    std::function<void(std::function<void(const std::optional<DataFacts> &)>)> readFacts;
    /// How far what is under way is, 0 to 1; none: nobody can tell.
    std::function<std::optional<double>()> share;
    std::function<void()> showFolder;
    std::function<void(const QString &folder, Done)> move;
    std::function<void(const QString &file, Done)> backUp;
    std::function<void(const QString &file, Done)> restore; ///< at the next start
    std::function<void()> restart;
    std::function<void(Done)> compact;
    std::function<int(int days)> countUntouched; ///< conversations that so many days would delete
    std::function<void(const Erasure &, Done)> eraseAll;
    /// At once; none: it is written.
    std::function<std::optional<Fault>(const QString &file, const Preferences &)> exportSettings;
    /// What would be in force; nothing is yet. At once.
    std::function<ImportedSettings(const QString &file, const Preferences &here)> importSettings;
};

} // namespace breakwater
