// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"

#include <QJsonObject>

namespace breakwater {

/// Counts of tokens as they stand with what used them; what was not counted is left out.
void putUsage(QJsonObject &object, const Usage &usage);
[[nodiscard]] Usage usageFrom(const QJsonObject &object);

} // namespace breakwater
