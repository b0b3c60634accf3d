// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/requestform.h"

#include "core/simulator/attachmentrules.h"
#include "core/simulator/messagesrules.h"
#include "core/simulator/promptprefixes.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

/// The text and the attachments of a message; none: it has nothing in it.
std::optional<SpokenTurn> readContent(const QJsonValue &content)
{
    SpokenTurn turn;
    turn.text = content.toString();
    const QJsonArray blocks = content.toArray();
    for (const QJsonValue &block : blocks) {
        const QString type = block[QLatin1String("type")].toString();
        if (type == QLatin1String("text")) {
            turn.text +=
                (turn.text.isEmpty() ? QLatin1String() : QLatin1String("\n")) + block[QLatin1String("text")].toString();
        } else if (type == QLatin1String("image") || type == QLatin1String("document")
            || type == QLatin1String("image_url") || type == QLatin1String("file")) {
            ++turn.attachments;
        }
    }
    // Blocks of tools, and thinking, are content too, only that nothing is made of them here.
    const bool onlyText = std::all_of(blocks.begin(), blocks.end(),
        [](const QJsonValue &block) { return block[QLatin1String("type")].toString() == QLatin1String("text"); });
    return onlyText && turn.text.isEmpty() ? std::nullopt : std::optional(turn);
}

/// What both dialects share: the model, the messages.
tl::expected<ChatRequest, ApiError> readShared(const QJsonObject &body)
{
    ChatRequest chat;
    chat.model = fullModelId(body.value(QLatin1String("model")).toString());
    if (chat.model.isEmpty())
        return invalid(QStringLiteral("model: Field required"));
    chat.stream = body.value(QLatin1String("stream")).toBool();

    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    chat.system = readContent(body.value(QLatin1String("system"))).value_or(SpokenTurn {}).text;
    qsizetype characters = chat.system.size();
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString role = messages.at(i)[QLatin1String("role")].toString();
        std::optional<SpokenTurn> turn = readContent(messages.at(i)[QLatin1String("content")]);
        if (!turn && role != QLatin1String("system"))
            return invalid(QStringLiteral("messages.%1: all messages must have non-empty content").arg(i));
        characters += 4 + (turn ? turn->text.size() : 0);
        if (role == QLatin1String("system") || role == QLatin1String("developer")) {
            chat.system += turn ? turn->text : QString();
            continue;
        }
        if (role != QLatin1String("user") && role != QLatin1String("assistant") && role != QLatin1String("tool"))
            return invalid(QStringLiteral("messages.%1.role: Input should be 'user' or 'assistant'").arg(i));
        turn->role = role == QLatin1String("assistant") ? SpokenRole::Assistant : SpokenRole::User;
        chat.inputTokens += turn->attachments * tokensOfAttachment;
        chat.turns.push_back(*std::move(turn));
    }
    if (chat.turns.empty())
        return invalid(QStringLiteral("messages: at least one message is required"));
    chat.inputTokens += tokensOf(characters);
    return chat;
}

void readThinking(ChatRequest &chat, const QJsonObject &body, const ModelTraits &traits)
{
    const QJsonValue thinking = body.value(QLatin1String("thinking"));
    const QString type = thinking[QLatin1String("type")].toString();
    const QString display = thinking[QLatin1String("display")].toString();
    // Between tools, when there are none, is not at all.
    chat.thinks = type.isEmpty() ? traits.thinksUnasked
                                 : type == QLatin1String("adaptive") || type == QLatin1String("enabled");
    chat.showThinking =
        display.isEmpty() ? traits.showsThinkingUnasked : display == QLatin1String("summarized");
}

QStringList readStops(const QJsonValue &stops)
{
    QStringList sequences;
    for (const QJsonValue &stop : stops.isString() ? QJsonArray {stops} : stops.toArray())
        sequences += stop.toString();
    sequences.removeAll(QString());
    return sequences;
}

std::optional<QString> imagePartProblem(const QJsonObject &body)
{
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QJsonArray parts = messages.at(i)[QLatin1String("content")].toArray();
        for (const QJsonValue &part : parts) {
            if (part[QLatin1String("type")].toString() != QLatin1String("image_url"))
                continue;
            const QString url = part[QLatin1String("image_url")][QLatin1String("url")].toString();
            if (const auto problem = imageUrlProblem(url, QStringLiteral("messages.%1.image_url").arg(i)))
                return problem;
        }
    }
    return std::nullopt;
}

} // namespace

QByteArray keyOf(const HttpRequest &request)
{
    if (request.hasHeader("x-api-key"))
        return request.header("x-api-key");
    const QByteArray authorization = request.header("authorization");
    return authorization.left(7).toLower() == "bearer " ? authorization.mid(7).trimmed() : QByteArray();
}

tl::expected<QJsonObject, ApiError> readBody(const HttpRequest &request)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject())
        return invalid(QStringLiteral("The request body is not valid JSON: %1").arg(error.errorString()));
    return document.object();
}

tl::expected<ApiVersion, ApiError> readVersion(const HttpRequest &request, const QStringList &known)
{
    const QString version = QString::fromLatin1(request.header("anthropic-version"));
    if (version.isEmpty())
        return invalid(QStringLiteral("anthropic-version: header is required"));
    if (!known.contains(version))
        return invalid(QStringLiteral("anthropic-version: \"%1\" is not a valid version").arg(version));
    return version == QLatin1String("2023-06-01") ? ApiVersion::Of2023 : ApiVersion::Of2026;
}

tl::expected<ChatRequest, ApiError> readMessages(
    const HttpRequest &request, const QStringList &versions, MessagesUse use)
{
    const auto version = readVersion(request, versions);
    if (!version)
        return tl::unexpected(version.error());
    const auto body = readBody(request);
    return body ? readMessagesBody(*body, *version, use) : tl::unexpected(body.error());
}

tl::expected<ChatRequest, ApiError> readMessagesBody(const QJsonObject &body, ApiVersion version, MessagesUse use)
{
    auto chat = readShared(body);
    if (!chat || use == MessagesUse::Counting)
        return chat;
    const QJsonValue most = body.value(QLatin1String("max_tokens"));
    if (most.isUndefined())
        return invalid(QStringLiteral("max_tokens: Field required"));
    if (!most.isDouble() || most.toDouble() < 0 || most.toDouble() > 1e9
        || most.toDouble() != std::floor(most.toDouble()))
        return invalid(QStringLiteral("max_tokens: Input should be a non-negative integer"));
    chat->maxTokens = most.toInt();
    const MessagesRules rules {version, chat->model, traitsOf(chat->model)};
    if (const auto problem = fieldProblem(body, rules))
        return invalid(*problem);
    if (const auto problem = blockProblem(body, rules))
        return invalid(*problem);
    if (const auto window = mostInputOf(chat->model); window && chat->inputTokens > *window)
        return invalid(QStringLiteral("prompt is too long: %1 tokens > %2 maximum").arg(chat->inputTokens).arg(*window));
    chat->stopSequences = readStops(body.value(QLatin1String("stop_sequences")));
    chat->prefixes = markedPrefixes(body);
    readThinking(*chat, body, rules.traits);
    return chat;
}

tl::expected<ChatRequest, ApiError> readCompletions(const HttpRequest &request)
{
    const auto body = readBody(request);
    if (!body)
        return tl::unexpected(body.error());
    auto chat = readShared(*body);
    if (!chat)
        return chat;
    for (const char *name : {"max_tokens", "max_completion_tokens"}) {
        const QJsonValue most = body->value(QLatin1String(name));
        if (most.isUndefined() || most.isNull())
            continue;
        if (!most.isDouble() || most.toDouble() < 1 || most.toDouble() > 1e9)
            return invalid(QStringLiteral("%1 must be at least 1").arg(QLatin1String(name)));
        chat->maxTokens = most.toInt();
    }
    if (const auto problem = imagePartProblem(*body))
        return invalid(*problem);
    const QString effort = body->value(QLatin1String("reasoning_effort")).toString();
    const QStringList efforts {QStringLiteral("none"), QStringLiteral("minimal"), QStringLiteral("low"),
        QStringLiteral("medium"), QStringLiteral("high"), QStringLiteral("xhigh"), QStringLiteral("max")};
    if (!effort.isEmpty() && !efforts.contains(effort))
        return invalid(QStringLiteral("Invalid value: '%1'. Supported values are: '%2'.")
                           .arg(effort, efforts.join(QStringLiteral("', '"))));
    chat->thinks = !effort.isEmpty() && effort != QLatin1String("none");
    chat->showThinking = chat->thinks;
    chat->stopSequences = readStops(body->value(QLatin1String("stop")));
    chat->includeUsage = body->value(QLatin1String("stream_options"))[QLatin1String("include_usage")].toBool();
    return chat;
}

} // namespace breakwater
