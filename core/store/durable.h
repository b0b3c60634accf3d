// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSaveFile>
#include <QString>

namespace breakwater {

/// Writes a closed file through to the disk. Faults: DiskFull, ReadOnly.
[[nodiscard]] Result<void> flushToDisk(const QString &path);
/// Gives a closed file another name in the same file system; it is on disk under one of the two, whole, whenever the power
/// goes. Nothing is overwritten. Faults: ReadOnly.
[[nodiscard]] Result<void> moveDurably(const QString &from, const QString &to);
/// Puts the file `fresh` in the place of the history `path`, which goes to `kept` with its log of changes. Nothing where
/// there is no `fresh`; what the end of the program cut short is finished by another call.
[[nodiscard]] Result<void> swapIn(const QString &fresh, const QString &path, const QString &kept);
/// Why it could not be written. Faults: DiskFull, ReadOnly, Store.
[[nodiscard]] Fault writeFault(const QSaveFile &file);
/// Bytes free for this user where `path` is, or would be.
[[nodiscard]] qint64 roomAt(const QString &path);

} // namespace breakwater
