// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/batchdesk.h"
#include "core/simulator/voice.h"
#include "core/simulator/weatherscript.h"

namespace breakwater {

/// A body that is no error, and what it is.
struct BatchReply
{
    QByteArray contentType;
    QByteArray body;
};

[[nodiscard]] bool isBatchPath(const QString &path);

/// Answers one request below /v1/messages/batches. `script` gives the versions and the time of a new batch's work.
[[nodiscard]] tl::expected<BatchReply, ApiError> answerBatches(
    BatchDesk &desk, const HttpRequest &request, const BatchAsk &ask, const WeatherScript &script);

/// What came of one request of a batch: the message, or the error in its whole envelope.
[[nodiscard]] QJsonObject batchResult(
    const tl::expected<ChatAnswer, ApiError> &answer, const Voice &voice, const QString &requestId);

/// Reads the params of one request in a batch: those of a message but for what only a single request may have.
[[nodiscard]] tl::expected<ChatRequest, ApiError> readBatched(const QJsonObject &params, ApiVersion version);

} // namespace breakwater
