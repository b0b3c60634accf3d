// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace breakwater {

namespace faultcode {
inline constexpr const char *readOnlyDisk = "readOnlyDisk"; ///< the whole file system, not only this folder
inline constexpr const char *failingDisk = "10"; ///< SQLite's own number for a read or a write that failed
} // namespace faultcode

/// Which file is at a path: another one after its disk was mounted anew.
struct FilePlace
{
    quint64 device = 0;
    quint64 file = 0;
    friend bool operator==(const FilePlace &, const FilePlace &) = default;
};
[[nodiscard]] std::optional<FilePlace> filePlace(const QString &path);

/// Why nothing can be written beside `path` now; none where a small file can be. What SQLite says of a disk that became
/// read-only under open files is only that a write failed, or that what it reads is damaged: this asks the disk.
[[nodiscard]] std::optional<Fault> refusalAt(const QString &path);

} // namespace breakwater
