// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>

namespace breakwater {

/// The keys that a person gave to commands, in portable text, by the command's id; empty text: no keys at all.
using Shortcuts = std::map<QString, QString>;

} // namespace breakwater
