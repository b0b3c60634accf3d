// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"

#include <QJsonObject>

namespace breakwater {

/// A fault as it stands on disk. Reading is tolerant: what is missing or of the wrong type keeps its default.
[[nodiscard]] QJsonObject faultToJson(const Fault &fault);
[[nodiscard]] Fault faultFromJson(const QJsonObject &object);

} // namespace breakwater
