// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/attachment.h"
#include "core/route/catalogue.h"
#include "core/route/chain.h"

namespace breakwater {

/// `chain` without the routes of whose models it is known that they cannot read one of `files`; as it is where none
/// would be left: then the provider may say so itself. Pure.
[[nodiscard]] Chain stepsThatRead(Chain chain, const std::vector<Attachment> &files, const RouteTable &routes, const Catalogue &catalogue);

} // namespace breakwater
