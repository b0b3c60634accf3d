// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace breakwater {

/// How much there is, and how many bytes it takes on disk.
struct StoreFacts
{
    qint64 history = 0; ///< the rest of the file: words, turns, what is free in it
    qint64 search = 0;
    qint64 attachments = 0;
    qint64 backups = 0; ///< in the folders "backups" and "damaged" beside it
    qint64 room = 0; ///< free on that disk
    int conversations = 0;
    int messages = 0;
    friend bool operator==(const StoreFacts &, const StoreFacts &) = default;
};

/// Counts with a connection of its own, beside whoever writes. Any thread.
[[nodiscard]] Result<StoreFacts> readFacts(const QString &path);

/// Puts the backup `from` beside the history `path`, to take its place when that is opened the next time. It is looked at
/// first; what is there now stays until then, and in the folder "backups" after it. Any thread.
[[nodiscard]] Result<void> stageRestore(const QString &from, const QString &path);
/// Ends what `stageRestore` began. Call before the file is opened.
[[nodiscard]] Result<void> finishRestoring(const QString &path, const QString &stamp);

/// Removes the copies that were kept beside the history: backups and damaged files.
void removeCopies(const QString &path);

} // namespace breakwater
