// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"
#include "core/batch/batchwire.h"

namespace breakwater {

/// Which batch of the provider's list may be a part whose creation was not answered: the list names no requests, so
/// only their number and the time tell. `ahead`: by so much our clock is ahead of the provider's now; 10 min more are
/// allowed for what either was changed by since. Pure.
[[nodiscard]] bool looksLike(const BatchPart &part, const RemoteBatch &remote, Duration ahead);

/// Created before the part was sent: all that stand behind it in the list were too.
[[nodiscard]] bool isTooOld(const BatchPart &part, const RemoteBatch &remote, Duration ahead);

/// The ids of `matches`, by how near to the sending they were created.
[[nodiscard]] std::vector<QString> likeliestFirst(const BatchPart &part, std::vector<RemoteBatch> matches, Duration ahead);

} // namespace breakwater
