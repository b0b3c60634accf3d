// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/http.h"
#include "core/health/sample.h"

namespace breakwater {

/// What a response that is not an answer means: by the body's error type and code first, the status second. An error
/// inside a 200 is what its own code or type says. A page where an answer was due is a network that wants a sign-in;
/// a page with a 4xx came from something on the way. Any bytes, any headers.
[[nodiscard]] Fault faultFromResponse(const HttpHead &head, const QByteArray &body, const QUrl &url, WallTime now);

/// What an error event inside a 200 stream means: the same as the HTTP status of its type would.
[[nodiscard]] Fault faultFromErrorJson(const QByteArray &json);

/// The limits that a response reports of itself; empty when it reports none. Their ends are told by the clock of `now`,
/// whatever the server's clock says (its Date).
[[nodiscard]] std::vector<RoomLeft> roomsFrom(const Headers &headers, WallTime now);

[[nodiscard]] QString requestIdFrom(const Headers &headers);

/// Status line, headers and body for a person's eyes: keys removed, at most 8 KiB.
[[nodiscard]] QString rawResponseText(const HttpHead &head, const QByteArray &body);

} // namespace breakwater
