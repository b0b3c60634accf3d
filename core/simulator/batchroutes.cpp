// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/batchroutes.h"

#include "core/simulator/requestform.h"

#include <QJsonDocument>

namespace breakwater {

namespace {

const QString root = QStringLiteral("/v1/messages/batches");

BatchReply asJson(const QJsonObject &object)
{
    return {"application/json", QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

tl::expected<QJsonObject, ApiError> create(
    BatchDesk &desk, const HttpRequest &request, const BatchAsk &ask, const WeatherScript &script)
{
    const auto version = readVersion(request, script.versions);
    if (!version)
        return tl::unexpected(version.error());
    const auto body = readBody(request);
    return body ? desk.create(*body, *version, script.batchTime, ask) : body;
}

} // namespace

bool isBatchPath(const QString &path)
{
    return path == root || path.startsWith(root + QLatin1Char('/'));
}

tl::expected<BatchReply, ApiError> answerBatches(
    BatchDesk &desk, const HttpRequest &request, const BatchAsk &ask, const WeatherScript &script)
{
    const QString rest = request.path().mid(root.size() + 1);
    const QString id = rest.section(QLatin1Char('/'), 0, 0);
    const QString verb = rest.section(QLatin1Char('/'), 1);
    const QByteArray &method = request.method;
    if (id.isEmpty() && method == "POST")
        return create(desk, request, ask, script).map(asJson);
    if (id.isEmpty() && method == "GET")
        return asJson(desk.list(pageFrom(request), ask));
    if (verb.isEmpty() && method == "GET")
        return desk.retrieve(id, ask).map(asJson);
    if (verb.isEmpty() && method == "DELETE")
        return desk.remove(id, ask).map(asJson);
    if (verb == QLatin1String("cancel") && method == "POST")
        return desk.cancel(id, ask).map(asJson);
    if (verb == QLatin1String("results") && method == "GET")
        return desk.results(id, ask).map([](const QByteArray &lines) {
            return BatchReply {"application/x-jsonl", lines};
        });
    const bool known = verb.isEmpty() || verb == QLatin1String("cancel") || verb == QLatin1String("results");
    return tl::unexpected(known ? ApiError {405, QStringLiteral("Method not allowed")}
                                : ApiError {404, QStringLiteral("Not found: ") + request.path()});
}

QJsonObject batchResult(
    const tl::expected<ChatAnswer, ApiError> &answer, const Voice &voice, const QString &requestId)
{
    const auto object = [](const QByteArray &json) { return QJsonDocument::fromJson(json).object(); };
    if (answer) {
        return {{QStringLiteral("type"), QStringLiteral("succeeded")},
            {QStringLiteral("message"), object(voice.whole(*answer))}};
    }
    return {{QStringLiteral("type"), QStringLiteral("errored")},
        {QStringLiteral("error"), object(voice.errorBody(answer.error(), requestId))}};
}

tl::expected<ChatRequest, ApiError> readBatched(const QJsonObject &params, ApiVersion version)
{
    for (const char *name : {"stream", "speed", "fallbacks"}) {
        const QJsonValue value = params.value(QLatin1String(name));
        if (!value.isUndefined() && value != QJsonValue(false))
            return tl::unexpected(
                ApiError {400, QStringLiteral("%1: not supported in a batch").arg(QLatin1String(name))});
    }
    auto chat = readMessagesBody(params, version, MessagesUse::Answering);
    if (chat && chat->maxTokens == 0)
        return tl::unexpected(ApiError {400, QStringLiteral("max_tokens: must be greater than 0 in a batch")});
    return chat;
}

} // namespace breakwater
