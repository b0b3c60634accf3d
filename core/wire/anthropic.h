// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/dialect.h"

namespace breakwater::anthropic {

[[nodiscard]] WireRequest encode(const Provider &provider, const QByteArray &key, const Ask &ask);
[[nodiscard]] WireRequest encodeModelList(const Provider &provider, const QByteArray &key);

/// Reads the events of POST /v1/messages. Unknown events and deltas are skipped: new ones may appear within a version.
class MessagesDecoder final : public Decoder
{
public:
    [[nodiscard]] std::vector<WireEvent> decode(const SseEvent &event) override;
};

} // namespace breakwater::anthropic
