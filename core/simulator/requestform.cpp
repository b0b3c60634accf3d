// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/requestform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace breakwater {

namespace {

tl::unexpected<ApiError> invalid(const QString &message)
{
    return tl::unexpected(ApiError {400, message});
}

SpokenTurn readContent(const QJsonValue &content)
{
    SpokenTurn turn;
    turn.text = content.toString();
    const QJsonArray blocks = content.toArray();
    for (const QJsonValue &block : blocks) {
        const QString type = block[QLatin1String("type")].toString();
        if (type == QLatin1String("text")) {
            turn.text +=
                (turn.text.isEmpty() ? QLatin1String() : QLatin1String("\n")) + block[QLatin1String("text")].toString();
        } else if (type != QLatin1String("thinking") && type != QLatin1String("redacted_thinking")) {
            ++turn.attachments;
        }
    }
    return turn;
}

/// What both dialects share: the body, the model, the messages.
tl::expected<ChatRequest, ApiError> readShared(const HttpRequest &request, QJsonObject &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject())
        return invalid(QStringLiteral("The request body is not valid JSON: %1").arg(error.errorString()));
    body = document.object();

    ChatRequest chat;
    chat.model = body.value(QLatin1String("model")).toString();
    if (chat.model.isEmpty())
        return invalid(QStringLiteral("model: Field required"));
    chat.stream = body.value(QLatin1String("stream")).toBool();

    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    chat.system = readContent(body.value(QLatin1String("system"))).text;
    qsizetype characters = chat.system.size();
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString role = messages.at(i)[QLatin1String("role")].toString();
        SpokenTurn turn = readContent(messages.at(i)[QLatin1String("content")]);
        characters += turn.text.size() + 4;
        if (role == QLatin1String("system") || role == QLatin1String("developer")) {
            chat.system += turn.text;
            continue;
        }
        if (role != QLatin1String("user") && role != QLatin1String("assistant"))
            return invalid(QStringLiteral("messages.%1.role: Input should be 'user' or 'assistant'").arg(i));
        if (turn.text.isEmpty() && turn.attachments == 0)
            return invalid(QStringLiteral("messages.%1: all messages must have non-empty content").arg(i));
        turn.role = role == QLatin1String("user") ? SpokenRole::User : SpokenRole::Assistant;
        chat.inputTokens += turn.attachments * 1500;
        chat.turns.push_back(std::move(turn));
    }
    if (chat.turns.empty())
        return invalid(QStringLiteral("messages: at least one message is required"));
    chat.inputTokens += tokensOf(characters);
    return chat;
}

} // namespace

QByteArray keyOf(const HttpRequest &request)
{
    if (request.hasHeader("x-api-key"))
        return request.header("x-api-key");
    const QByteArray authorization = request.header("authorization");
    return authorization.left(7).toLower() == "bearer " ? authorization.mid(7).trimmed() : QByteArray();
}

tl::expected<ChatRequest, ApiError> readMessages(const HttpRequest &request, bool counting)
{
    const QByteArray version = request.header("anthropic-version");
    if (version.isEmpty())
        return invalid(QStringLiteral("anthropic-version: header is required"));
    if (version != "2026-10-21" && version != "2023-06-01")
        return invalid(
            QStringLiteral("anthropic-version: \"%1\" is not a valid version").arg(QString::fromLatin1(version)));

    QJsonObject body;
    auto chat = readShared(request, body);
    if (!chat)
        return chat;
    if (counting)
        return chat;
    const QJsonValue most = body.value(QLatin1String("max_tokens"));
    if (most.isUndefined())
        return invalid(QStringLiteral("max_tokens: Field required"));
    if (!most.isDouble() || most.toDouble() < 0 || most.toDouble() > 1e9
        || most.toDouble() != std::floor(most.toDouble()))
        return invalid(QStringLiteral("max_tokens: Input should be a non-negative integer"));
    chat->maxTokens = most.toInt();
    for (const char *name : {"temperature", "top_p", "top_k"}) {
        const QJsonValue sampling = body.value(QLatin1String(name));
        // The models served here refuse any value but the default; the newest version knows none at all.
        if (!sampling.isUndefined() && (version == "2026-10-21" || sampling.toDouble() != 1))
            return invalid(QStringLiteral("%1: this parameter is not supported").arg(QLatin1String(name)));
    }
    if (chat->turns.back().role == SpokenRole::Assistant) {
        return invalid(QStringLiteral(
            "This model does not support assistant message prefill. The conversation must end with a user message."));
    }
    const QJsonObject thinking = body.value(QLatin1String("thinking")).toObject();
    const QString kind = thinking.value(QLatin1String("type")).toString();
    if (kind == QLatin1String("enabled")
        || (kind == QLatin1String("disabled") && !chat->model.contains(QLatin1String("haiku"))))
        return invalid(QStringLiteral("thinking.type: \"%1\" is not supported by this model").arg(kind));
    chat->showThinking = thinking.value(QLatin1String("display")).toString() == QLatin1String("summarized");
    return chat;
}

tl::expected<ChatRequest, ApiError> readCompletions(const HttpRequest &request)
{
    QJsonObject body;
    auto chat = readShared(request, body);
    if (!chat)
        return chat;
    for (const char *name : {"max_tokens", "max_completion_tokens"}) {
        const QJsonValue most = body.value(QLatin1String(name));
        if (most.isUndefined() || most.isNull())
            continue;
        if (!most.isDouble() || most.toDouble() < 1 || most.toDouble() > 1e9)
            return invalid(QStringLiteral("%1 must be at least 1").arg(QLatin1String(name)));
        chat->maxTokens = most.toInt();
    }
    chat->includeUsage = body.value(QLatin1String("stream_options"))[QLatin1String("include_usage")].toBool();
    return chat;
}

} // namespace breakwater
