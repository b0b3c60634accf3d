// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/apierror.h"
#include "core/simulator/chatrequest.h"
#include "core/simulator/httprequest.h"
#include "core/simulator/messagesrules.h"

#include <tl/expected.hpp>

namespace breakwater {

/// The key of a request, from `x-api-key` or a bearer token; empty: none.
[[nodiscard]] QByteArray keyOf(const HttpRequest &request);

[[nodiscard]] tl::expected<QJsonObject, ApiError> readBody(const HttpRequest &request);
/// `known`: the values of `anthropic-version` that the server knows.
[[nodiscard]] tl::expected<ApiVersion, ApiError> readVersion(const HttpRequest &request, const QStringList &known);

/// Counting: only the tokens are wanted, so `max_tokens` may be missing.
enum class MessagesUse { Answering, Counting };

/// Reads a Messages request with the strictness of the documented API: what it refuses is refused with its words.
[[nodiscard]] tl::expected<ChatRequest, ApiError> readMessages(
    const HttpRequest &request, const QStringList &versions, MessagesUse use);
/// The same without HTTP around it, as in a batch.
[[nodiscard]] tl::expected<ChatRequest, ApiError> readMessagesBody(
    const QJsonObject &body, ApiVersion version, MessagesUse use);

/// Reads a Chat Completions request.
[[nodiscard]] tl::expected<ChatRequest, ApiError> readCompletions(const HttpRequest &request);

} // namespace breakwater
