// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/apierror.h"
#include "core/simulator/chatrequest.h"
#include "core/simulator/httprequest.h"

#include <tl/expected.hpp>

namespace breakwater {

/// The key of a request, from `x-api-key` or a bearer token; empty: none.
[[nodiscard]] QByteArray keyOf(const HttpRequest &request);

/// Reads a Messages request with the strictness of the documented API: what it refuses is refused with its words.
/// `counting`: only the tokens are wanted, so `max_tokens` may be missing.
[[nodiscard]] tl::expected<ChatRequest, ApiError> readMessages(const HttpRequest &request, bool counting = false);

/// Reads a Chat Completions request.
[[nodiscard]] tl::expected<ChatRequest, ApiError> readCompletions(const HttpRequest &request);

} // namespace breakwater
