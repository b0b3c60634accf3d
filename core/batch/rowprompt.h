// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/attachment.h"
#include "core/chat/instructions.h"

#include <vector>

namespace breakwater {

/// What one request of a batch asks.
struct RowPrompt
{
    QString text; ///< of the last message, a user's
    std::vector<Attachment> attachments; ///< of it, without ids; empty data: they could not be read
    Instructions instructions; ///< without `mostTokens`: each request has one, whether a person wants it or not
    qint64 before = 0; ///< messages that go before it
    friend bool operator==(const RowPrompt &, const RowPrompt &) = default;
};

/// Read back from the params of a row (BatchRow::params), which paramsFor() wrote. An image has no name in them: it gets
/// one of its kind, "image.png". What cannot be read is left out; any bytes are safe. Pure.
[[nodiscard]] RowPrompt promptFromParams(const QByteArray &params);

} // namespace breakwater
