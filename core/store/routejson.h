// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"

#include <QJsonObject>

namespace breakwater {

/// Chains and route tables as they stand in the settings and with each turn. Reading is tolerant: what is missing or of
/// the wrong type keeps its default. Spans are microseconds.
[[nodiscard]] QJsonObject chainToJson(const Chain &chain);
[[nodiscard]] Chain chainFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject routesToJson(const RouteTable &table);
[[nodiscard]] RouteTable routesFromJson(const QJsonObject &object);

} // namespace breakwater
