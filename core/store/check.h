// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <atomic>

namespace breakwater {

/// Reads through the tables of a history with a connection of its own, beside whoever writes to it. The fault has the code
/// "damaged" where they do not hold together. Ends early, and well, once `stop` is set: it is looked at between two tables.
[[nodiscard]] Result<void> checkTables(const QString &path, const std::atomic<bool> &stop);

} // namespace breakwater
