// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"

#include <vector>

namespace breakwater {

/// The parts of a batch as they stand on disk. Reading is tolerant: what is missing or of the wrong type keeps its
/// default, what is no part is left out. A phase that no word of ours names is Searching: such a part may be at the
/// provider, and is looked for there before anything is sent again.
[[nodiscard]] QString partsToJson(const std::vector<BatchPart> &parts);
[[nodiscard]] std::vector<BatchPart> partsFromJson(const QString &json);

/// What was counted, in a column of its own; empty: nothing.
[[nodiscard]] QString usageToText(const Usage &usage);
[[nodiscard]] Usage usageFromText(const QString &text);

/// Why a row failed; empty: it did not.
[[nodiscard]] QString faultToText(const std::optional<Fault> &fault);
[[nodiscard]] std::optional<Fault> faultFromText(const QString &text);

} // namespace breakwater
