// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/dialect.h"

#include <QJsonObject>

namespace breakwater::openai {

[[nodiscard]] WireRequest encode(const Provider &provider, const QByteArray &key, const Ask &ask);
[[nodiscard]] WireRequest encodeModelList(const Provider &provider, const QByteArray &key);

/// Reads the chunks of POST /chat/completions. The usage chunk comes after the finish chunk and has no choices;
/// some servers never send [DONE], so a finish reason is the end mark when the stream ends after it.
class ChunkDecoder final : public Decoder
{
public:
    [[nodiscard]] std::vector<WireEvent> decode(const SseEvent &event) override;
    [[nodiscard]] std::vector<WireEvent> decodeWhole(const QByteArray &body) override;

private:
    [[nodiscard]] std::vector<WireEvent> take(const QJsonObject &chunk);
    [[nodiscard]] std::vector<WireEvent> takeChoice(const QJsonObject &choice);

    bool m_started = false;
    bool m_declined = false; // text of a refusal came
};

} // namespace breakwater::openai
