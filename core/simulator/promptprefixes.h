// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/chatrequest.h"

#include <QJsonObject>

namespace breakwater {

/// The beginnings of a Messages body at the ends of its blocks, up to the last that `cache_control` marks; the one at
/// the top level marks the last block of all. Empty: nothing is marked. Pure.
[[nodiscard]] std::vector<PromptPrefix> markedPrefixes(const QJsonObject &body);

} // namespace breakwater
