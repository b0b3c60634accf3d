// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/provider.h"

#include <span>

namespace breakwater {

/// A server that many people use: what a new provider begins with, so that nobody has to look its address up.
struct Profile
{
    const char *name; ///< as people call it
    Dialect dialect;
    const char *baseUrl;
    bool local; ///< on this machine, without a key
};

/// Services first, then servers on this machine, as a menu has them.
[[nodiscard]] std::span<const Profile> profiles();

} // namespace breakwater
