// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"
#include "core/turn/batchedanswer.h"

namespace breakwater {

/// The answer of a row that was answered, with what the provider's message says besides its text. Pure.
[[nodiscard]] BatchedAnswer answerOf(const RowResult &result, std::optional<double> dollars);

} // namespace breakwater
