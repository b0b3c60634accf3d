// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

namespace breakwater {

/// What was read of a damaged history.
struct Salvaged
{
    int conversations = 0;
    int messages = 0;
    std::optional<int> messagesKnown; ///< how many there were; none when the file does not tell any more
    QString keptAt; ///< the damaged file, as it was
    friend bool operator==(const Salvaged &, const Salvaged &) = default;
};

/// Reads the rows of every intact page of `damaged` into a new file `fresh`, of the newest schema. Messages whose
/// conversation is lost get one of the name `recovered`. `damaged` is not changed. Faults: DiskFull, ReadOnly, Store.
[[nodiscard]] Result<Salvaged> salvage(const QString &damaged, const QString &fresh, const QString &recovered);

/// Puts what can be read of the history `path` in its place; the damaged file and its log are moved to the folder
/// "damaged" beside it, under a name with `stamp`. Nobody may have the file open. When it fails, the file is where it was.
[[nodiscard]] Result<Salvaged> mend(const QString &path, const QString &stamp, const QString &recovered);
/// Ends a `mend` that the end of the program cut short between its two steps. Call before the file is opened.
[[nodiscard]] Result<void> finishMending(const QString &path, const QString &stamp);

} // namespace breakwater
