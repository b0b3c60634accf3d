// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <QString>

namespace breakwater {

/// Writes a copy of the history `path` to the new file `target`: whole as of one moment, also while others write to it, and
/// checked. With a connection of its own; any thread. Faults: DiskFull (seen before anything is written), ReadOnly, Store.
[[nodiscard]] Result<void> backUp(const QString &path, const QString &target);

/// Whether `path` holds a whole history that this program can read: what is looked at before it is restored. Its schema's
/// number. Changes nothing.
[[nodiscard]] Result<int> checkHistory(const QString &path);

/// Looks at a history before it is opened for writing. One of a newer program is refused with the code "newer", and not a
/// byte of it changes. One of an older program is copied first, to the folder "backups" beside it, where the newest three
/// of such copies stay; where that cannot be done, the code is "backup" and nothing was changed. The copy, if one was made.
[[nodiscard]] Result<QString> prepareToOpen(const QString &path, WallTime today);

} // namespace breakwater
