// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/preferences/dataport.h"

namespace breakwater {

/// Writes preferences to a file for another computer. It holds no key, and of an address only what no secret can stand in.
[[nodiscard]] Result<void> exportSettings(const QString &path, const Preferences &preferences);

/// Reads such a file over the preferences that are in force here. What it does not say stays as it is here, as do:
/// - providers, routes and chains that it does not have;
/// - the addresses of providers that are known here, since their keys go there;
/// - what names a file of this computer, and whom a person agreed to send to without encryption.
[[nodiscard]] ImportedSettings importSettings(const QString &path, const Preferences &here);

} // namespace breakwater
