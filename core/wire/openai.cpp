// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/openai.h"

#include "core/wire/httpfault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace breakwater::openai {

namespace {

QUrl endpoint(const Provider &provider, QLatin1String path)
{
    QUrl url = provider.baseUrl;
    QString base = url.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    if (base.isEmpty()) // a bare host: every known server has its API below /v1
        base = QStringLiteral("/v1");
    url.setPath(base + path);
    return url;
}

Headers commonHeaders(const QByteArray &key)
{
    Headers headers {{"content-type", "application/json"}, {"accept", "application/json"}};
    if (!key.isEmpty())
        headers.add("authorization", "Bearer " + key);
    return headers;
}

StopReason stopReasonFrom(const QString &word)
{
    if (word == QLatin1String("stop"))
        return StopReason::EndOfTurn;
    if (word == QLatin1String("length"))
        return StopReason::LengthLimit;
    if (word == QLatin1String("content_filter"))
        return StopReason::Declined;
    return StopReason::Other;
}

} // namespace

WireRequest encode(const Provider &provider, const QByteArray &key, const Ask &ask)
{
    QJsonArray messages;
    if (!ask.system.isEmpty())
        messages.append(QJsonObject {{QStringLiteral("role"), QStringLiteral("system")}, {QStringLiteral("content"), ask.system}});
    for (const Said &said : ask.said) {
        messages.append(QJsonObject {
            {QStringLiteral("role"), said.role == Role::User ? QStringLiteral("user") : QStringLiteral("assistant")},
            {QStringLiteral("content"), said.text},
        });
    }
    // No token limit: the name of that field differs between servers, and each has a sensible default.
    const QJsonObject body {
        {QStringLiteral("model"), ask.model},
        {QStringLiteral("messages"), messages},
        {QStringLiteral("stream"), true},
        {QStringLiteral("stream_options"), QJsonObject {{QStringLiteral("include_usage"), true}}},
    };
    return {"POST", endpoint(provider, QLatin1String("/chat/completions")), commonHeaders(key), QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

WireRequest encodeModelList(const Provider &provider, const QByteArray &key)
{
    return {"GET", endpoint(provider, QLatin1String("/models")), commonHeaders(key), {}};
}

std::vector<WireEvent> ChunkDecoder::decode(const SseEvent &event)
{
    if (event.name == "error")
        return {wire::Failed {faultFromErrorJson(event.data)}};
    if (event.data.startsWith("[DONE]"))
        return {wire::Finished {}};
    QJsonParseError parseError;
    const QJsonObject object = QJsonDocument::fromJson(event.data, &parseError).object();
    if (parseError.error != QJsonParseError::NoError) {
        Fault fault;
        fault.kind = FaultKind::Protocol;
        fault.inStream = true;
        fault.detail = parseError.errorString();
        return {wire::Failed {fault}};
    }
    const QJsonValue error = object.value(QLatin1String("error"));
    if (error.isObject() || (error.isString() && !error.toString().isEmpty()))
        return {wire::Failed {faultFromErrorJson(event.data)}};

    std::vector<WireEvent> events;
    if (!m_started) {
        m_started = true;
        events.push_back(wire::Started {object.value(QLatin1String("model")).toString()});
    }
    const QJsonObject usage = object.value(QLatin1String("usage")).toObject();
    if (!usage.isEmpty()) {
        events.push_back(wire::Counted {Usage {usage.value(QLatin1String("prompt_tokens")).toInteger(), usage.value(QLatin1String("completion_tokens")).toInteger()}});
    }
    for (const QJsonValue &value : object.value(QLatin1String("choices")).toArray()) {
        const QJsonObject choice = value.toObject();
        if (choice.value(QLatin1String("index")).toInt() != 0)
            continue;
        const QJsonObject delta = choice.value(QLatin1String("delta")).toObject();
        for (const QLatin1String name : {QLatin1String("reasoning_content"), QLatin1String("reasoning")}) {
            const QString thinking = delta.value(name).toString();
            if (!thinking.isEmpty()) {
                events.push_back(wire::Thinking {thinking});
                break;
            }
        }
        const QString text = delta.value(QLatin1String("content")).toString();
        if (!text.isEmpty())
            events.push_back(wire::Text {text});
        const QString reason = choice.value(QLatin1String("finish_reason")).toString();
        if (!reason.isEmpty())
            events.push_back(wire::Stopping {stopReasonFrom(reason)});
    }
    return events;
}

} // namespace breakwater::openai
