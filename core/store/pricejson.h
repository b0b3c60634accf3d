// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spend/price.h"

#include <QJsonObject>

namespace breakwater {

/// What a person changed of the price table, as it stands in the settings. Reading is tolerant: a row without a model or
/// with a figure below zero is left out.
[[nodiscard]] QJsonObject priceEditsToJson(const PriceEdits &edits);
[[nodiscard]] PriceEdits priceEditsFromJson(const QJsonObject &object);

} // namespace breakwater
