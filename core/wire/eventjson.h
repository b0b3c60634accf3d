// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace breakwater {

/// The object that an event of a stream holds; empty where it holds another value. Bytes that are no UTF-8 become
/// U+FFFD: one of them must not cost the answer. Fails with Protocol where it is no JSON.
[[nodiscard]] Result<QJsonObject> eventJson(const QByteArray &data);

} // namespace breakwater
