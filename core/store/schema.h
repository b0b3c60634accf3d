// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace breakwater {

/// Brings a file to the newest schema, one numbered migration after the other, each in its own transaction.
/// A file of a newer program is refused with FaultKind::Store and code "newer".
[[nodiscard]] Result<void> migrate(Database &database);

} // namespace breakwater
