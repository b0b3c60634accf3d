// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/attachment.h"
#include "core/route/catalogue.h"
#include "core/route/chain.h"

namespace breakwater {

/// Pages of PDF that one request on a route may carry, in all its files together; none: nobody says (design/api.md A2).
[[nodiscard]] std::optional<int> mostPages(const RouteId &route, const RouteTable &routes, const Catalogue &catalogue);

/// `chain` without the routes of whose models it is known that they cannot read `files`, or that their window is far too
/// small for about `tokens`; as it is where none would be left: then the provider may say so itself. Pure.
[[nodiscard]] Chain stepsThatRead(Chain chain, const std::vector<Attachment> &files, const RouteTable &routes, const Catalogue &catalogue, double tokens = 0);

} // namespace breakwater
