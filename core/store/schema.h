// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <limits>

namespace breakwater {

/// Brings a file to the schema with the number `wanted`, or the newest one, one numbered migration after the other, each in its own transaction.
/// A file of a newer program is refused with FaultKind::Store and code "newer". Says who wrote the file last.
[[nodiscard]] Result<void> migrate(Database &database, std::size_t wanted = std::numeric_limits<std::size_t>::max());

/// The number of the newest schema.
[[nodiscard]] std::size_t newestSchema();

} // namespace breakwater
