// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the provider that answers no question at once: the lists of models, and the batches.
#include "core/simulator/answers.h"
#include "core/simulator/batchroutes.h"
#include "core/simulator/requestform.h"
#include "core/simulator/simulatedprovider.h"

namespace breakwater {

void SimulatedProvider::listModels(HttpConnection *connection, const HttpRequest &request)
{
    const bool anthropic = request.hasHeader("anthropic-version") || request.hasHeader("x-api-key");
    const Voice &voice = anthropic ? *m_anthropic : openAi();
    const QString id = request.path().mid(QStringLiteral("/v1/models/").size());
    if (id.isEmpty()) {
        const QStringList lifecycles =
            request.queries(QStringLiteral("lifecycle")) + request.queries(QStringLiteral("lifecycle[]"));
        respond(connection, voice, anthropic ? anthropicModels({pageFrom(request), lifecycles}) : openAiModels());
    } else if (const auto model = anthropic ? anthropicModel(id) : openAiModel(id)) {
        respond(connection, voice, *model);
    } else {
        refuse(connection, voice, {404, QStringLiteral("model: ") + id});
    }
}

bool SimulatedProvider::serves(const QString &model) const
{
    return isServed(model) || script().serves.contains(model);
}

/// Batches have limits of their own: they take nothing from those of messages.
void SimulatedProvider::answerBatch(HttpConnection *connection, const HttpRequest &request)
{
    const BatchAsk ask {keyOf(request), "http://" + request.header("host"), now(), wall()};
    if (const auto reply = answerBatches(m_batches, request, ask, script()))
        respond(connection, *m_anthropic, reply->body, reply->contentType);
    else
        refuse(connection, *m_anthropic, reply.error());
}

QJsonObject SimulatedProvider::workOnBatched(const QJsonObject &params, ApiVersion version)
{
    const QString requestId = nextRequestId();
    const auto work = [&](const ChatRequest &chat) -> tl::expected<ChatAnswer, ApiError> {
        if (!serves(chat.model))
            return tl::unexpected(ApiError {404, QStringLiteral("model: ") + chat.model});
        ChatAnswer answer = answerTo(chat);
        answer.id = requestId.mid(4);
        answer.created = wall().toSecsSinceEpoch();
        return answer;
    };
    return batchResult(readBatched(params, version).and_then(work), *m_anthropic, requestId);
}

} // namespace breakwater
