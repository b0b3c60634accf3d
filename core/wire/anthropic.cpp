// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/anthropic.h"

#include "core/wire/httpfault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace breakwater::anthropic {

namespace {

QUrl endpoint(const Provider &provider, QLatin1String path)
{
    QUrl url = provider.baseUrl;
    QString base = url.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    if (base.endsWith(QLatin1String("/v1")))
        base.chop(3);
    url.setPath(base + path);
    return url;
}

Headers commonHeaders(const QByteArray &key)
{
    Headers headers {{"anthropic-version", "2026-10-21"}, {"content-type", "application/json"}, {"accept", "application/json"}};
    if (!key.isEmpty())
        headers.add("x-api-key", key);
    return headers;
}

Usage usageFrom(const QJsonObject &object)
{
    Usage usage;
    const auto whole = [&object](QLatin1String name) -> std::optional<qint64> {
        const QJsonValue value = object.value(name);
        return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
    };
    if (const auto input = whole(QLatin1String("input_tokens"))) // the whole prompt, cached or not
        usage.input = *input + whole(QLatin1String("cache_creation_input_tokens")).value_or(0) + whole(QLatin1String("cache_read_input_tokens")).value_or(0);
    usage.output = whole(QLatin1String("output_tokens"));
    return usage;
}

StopReason stopReasonFrom(const QString &word)
{
    if (word == QLatin1String("end_turn") || word == QLatin1String("stop_sequence"))
        return StopReason::EndOfTurn;
    if (word == QLatin1String("max_tokens") || word == QLatin1String("model_context_window_exceeded"))
        return StopReason::LengthLimit;
    if (word == QLatin1String("refusal"))
        return StopReason::Declined;
    if (word == QLatin1String("pause_turn"))
        return StopReason::Paused;
    return StopReason::Other;
}

Fault protocolFault(const QString &detail)
{
    Fault fault;
    fault.kind = FaultKind::Protocol;
    fault.inStream = true;
    fault.detail = detail;
    return fault;
}

} // namespace

WireRequest encode(const Provider &provider, const QByteArray &key, const Ask &ask)
{
    QJsonArray messages;
    for (const Said &said : ask.said) {
        messages.append(QJsonObject {
            {QStringLiteral("role"), said.role == Role::User ? QStringLiteral("user") : QStringLiteral("assistant")},
            {QStringLiteral("content"), said.text},
        });
    }
    QJsonObject body {
        {QStringLiteral("model"), ask.model},
        {QStringLiteral("max_tokens"), ask.mostTokens},
        {QStringLiteral("messages"), messages},
        {QStringLiteral("stream"), true},
    };
    if (!ask.system.isEmpty())
        body.insert(QStringLiteral("system"), ask.system);
    return {"POST", endpoint(provider, QLatin1String("/v1/messages")), commonHeaders(key), QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

WireRequest encodeModelList(const Provider &provider, const QByteArray &key)
{
    QUrl url = endpoint(provider, QLatin1String("/v1/models"));
    url.setQuery(QStringLiteral("limit=1000"));
    return {"GET", url, commonHeaders(key), {}};
}

std::vector<WireEvent> MessagesDecoder::decode(const SseEvent &event)
{
    if (event.name == "error")
        return {wire::Failed {faultFromErrorJson(event.data)}};
    QJsonParseError parseError;
    const QJsonObject object = QJsonDocument::fromJson(event.data, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return {wire::Failed {protocolFault(parseError.errorString())}};
    const QString type = object.value(QLatin1String("type")).toString();
    if (type == QLatin1String("error"))
        return {wire::Failed {faultFromErrorJson(event.data)}};
    if (type == QLatin1String("message_start")) {
        const QJsonObject message = object.value(QLatin1String("message")).toObject();
        return {wire::Started {message.value(QLatin1String("model")).toString()}, wire::Counted {usageFrom(message.value(QLatin1String("usage")).toObject())}};
    }
    if (type == QLatin1String("content_block_start")) { // a block may bring its first text with it
        const QJsonObject block = object.value(QLatin1String("content_block")).toObject();
        const QString text = block.value(QLatin1String("text")).toString();
        if (block.value(QLatin1String("type")) == QLatin1String("text") && !text.isEmpty())
            return {wire::Text {text}};
        // Thinking may be shown by nothing but its beginning, and last for minutes.
        if (block.value(QLatin1String("type")) == QLatin1String("thinking"))
            return {wire::Thinking {block.value(QLatin1String("thinking")).toString()}};
        return {};
    }
    if (type == QLatin1String("content_block_delta")) {
        const QJsonObject delta = object.value(QLatin1String("delta")).toObject();
        const QString kind = delta.value(QLatin1String("type")).toString();
        if (kind == QLatin1String("text_delta"))
            return {wire::Text {delta.value(QLatin1String("text")).toString()}};
        if (kind == QLatin1String("thinking_delta"))
            return {wire::Thinking {delta.value(QLatin1String("thinking")).toString()}};
        return {};
    }
    if (type == QLatin1String("message_delta")) {
        std::vector<WireEvent> events;
        const QJsonObject usage = object.value(QLatin1String("usage")).toObject();
        if (!usage.isEmpty())
            events.push_back(wire::Counted {usageFrom(usage)});
        const QString reason = object.value(QLatin1String("delta")).toObject().value(QLatin1String("stop_reason")).toString();
        if (!reason.isEmpty())
            events.push_back(wire::Stopping {stopReasonFrom(reason)});
        return events;
    }
    if (type == QLatin1String("message_stop"))
        return {wire::Finished {}};
    return {};
}

} // namespace breakwater::anthropic
