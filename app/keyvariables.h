// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/credentials.h"

namespace breakwater {

/// `https://api.example.com:8443` of an address: a key kept for one origin is sent to no other.
[[nodiscard]] QString originOf(const QUrl &url);

/// The key that an environment variable holds for `provider`, named after the variable; none when its address is not
/// the variable's own: ANTHROPIC_API_KEY goes to api.anthropic.com, or to where ANTHROPIC_BASE_URL or `told` (the
/// command line) points. A well-known host gets its key over https only.
[[nodiscard]] std::optional<NamedKey> keyFromEnvironment(const Provider &provider, const QUrl &told = {});

/// Where ANTHROPIC_API_KEY says that Anthropic is; none when the variable is not set or cannot be a key.
[[nodiscard]] std::optional<QUrl> anthropicFromEnvironment();

} // namespace breakwater
