// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QString>

namespace breakwater {

/// Makes the batches of a salvaged file fit the rows that could be read. Rows whose batch is lost get one of the name
/// `recovered`, because their answers were paid for; its parts are lost ones: nothing tells where they are.
[[nodiscard]] Result<void> reconcileBatches(Database &database, const QString &recovered);

} // namespace breakwater
