// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/catalogue.h"

#include <QJsonObject>

namespace breakwater {

/// What is known of the providers, for the next start: a cache. What cannot be read is left out.
[[nodiscard]] QJsonObject catalogueToJson(const Catalogue &catalogue);
[[nodiscard]] Catalogue catalogueFromJson(const QJsonObject &object);

} // namespace breakwater
