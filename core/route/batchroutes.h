// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"

namespace breakwater {

/// The provider has Message Batches. Of the OpenAI-compatible dialect there is no such thing that all its servers share.
[[nodiscard]] bool takesBatches(const Provider &provider);
/// The same of the provider of a route that can be used.
[[nodiscard]] bool takesBatches(const RouteId &route, const RouteTable &routes);
/// Usable routes whose provider takes batches, in the order of the table.
[[nodiscard]] std::vector<RouteId> batchRoutes(const RouteTable &routes);
/// The first such of a chain; none: it has none.
[[nodiscard]] std::optional<RouteId> batchRouteOf(const Chain &chain, const RouteTable &routes);

} // namespace breakwater
