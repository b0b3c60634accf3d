// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/openai.h"

#include "core/wire/effortname.h"
#include "core/wire/eventjson.h"
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

std::optional<qint64> whole(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

Usage usageFrom(const QJsonObject &object)
{
    const QJsonObject prompt = object.value(QLatin1String("prompt_tokens_details")).toObject();
    const QJsonObject completion = object.value(QLatin1String("completion_tokens_details")).toObject();
    return {whole(object, "prompt_tokens"), whole(object, "completion_tokens"), whole(prompt, "cached_tokens"), whole(prompt, "cache_write_tokens"),
        whole(completion, "reasoning_tokens")};
}

bool isError(const QJsonValue &error)
{
    return error.isObject() || (error.isString() && !error.toString().isEmpty());
}

QString dataUrl(const Attachment &attachment)
{
    return QStringLiteral("data:%1;base64,%2").arg(QString::fromLatin1(attachment.mediaType), QString::fromLatin1(attachment.data.toBase64()));
}

QJsonObject textPart(const QString &text)
{
    return {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), text}};
}

QJsonObject part(const Attachment &attachment)
{
    switch (attachment.kind) {
    case AttachmentKind::Image:
        return {{QStringLiteral("type"), QStringLiteral("image_url")}, {QStringLiteral("image_url"), QJsonObject {{QStringLiteral("url"), dataUrl(attachment)}}}};
    case AttachmentKind::Pdf:
        return {{QStringLiteral("type"), QStringLiteral("file")},
            {QStringLiteral("file"), QJsonObject {{QStringLiteral("filename"), attachment.name}, {QStringLiteral("file_data"), dataUrl(attachment)}}}};
    case AttachmentKind::Text:
        break;
    }
    return textPart(QStringLiteral("<file name=\"%1\">\n%2\n</file>").arg(attachment.name, QString::fromUtf8(attachment.data)));
}

/// Plain text where it will do: many servers know no parts.
QJsonValue contentOf(const Said &said)
{
    if (said.attachments.empty())
        return said.text;
    QJsonArray parts;
    for (const Attachment &attachment : said.attachments)
        parts.append(part(attachment));
    if (!said.text.trimmed().isEmpty())
        parts.append(textPart(said.text));
    return parts;
}

/// OpenAI's own models refuse the old name, and most other servers know only that.
QString limitName(const Provider &provider)
{
    const bool openAi = provider.baseUrl.host() == QLatin1String("api.openai.com");
    return openAi ? QStringLiteral("max_completion_tokens") : QStringLiteral("max_tokens");
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
            {QStringLiteral("content"), contentOf(said)},
        });
    }
    // No token limit but a person's own: the name of that field differs between servers, and each has a sensible default.
    QJsonObject body {
        {QStringLiteral("model"), ask.model},
        {QStringLiteral("messages"), messages},
        {QStringLiteral("stream"), true},
        {QStringLiteral("stream_options"), QJsonObject {{QStringLiteral("include_usage"), true}}},
    };
    if (ask.effort)
        body.insert(QStringLiteral("reasoning_effort"), effortName(*ask.effort));
    if (ask.temperature)
        body.insert(QStringLiteral("temperature"), *ask.temperature);
    if (ask.topP)
        body.insert(QStringLiteral("top_p"), *ask.topP);
    if (ask.limits)
        body.insert(limitName(provider), ask.mostTokens);
    return {"POST", endpoint(provider, QLatin1String("/chat/completions")), commonHeaders(key), QJsonDocument(body).toJson(QJsonDocument::Compact), provider.certificates};
}

WireRequest encodeModelList(const Provider &provider, const QByteArray &key)
{
    return {"GET", endpoint(provider, QLatin1String("/models")), commonHeaders(key), {}, provider.certificates};
}

std::vector<WireEvent> ChunkDecoder::decode(const SseEvent &event)
{
    if (event.name == "error")
        return {wire::Failed {faultFromErrorJson(event.data)}};
    if (event.data.startsWith("[DONE]"))
        return {wire::Finished {}};
    const auto parsed = eventJson(event.data);
    if (!parsed)
        return {wire::Failed {parsed.error()}};
    const QJsonObject &object = *parsed;
    if (isError(object.value(QLatin1String("error"))))
        return {wire::Failed {faultFromErrorJson(event.data)}};
    std::vector<WireEvent> events = take(object);
    const QJsonObject groq = object.value(QLatin1String("x_groq")).toObject();
    if (isError(groq.value(QLatin1String("error")))) // the stream was stopped early; what came with it counts
        events.push_back(wire::Failed {faultFromErrorJson(QJsonDocument(groq).toJson(QJsonDocument::Compact))});
    return events;
}

std::vector<WireEvent> ChunkDecoder::decodeWhole(const QByteArray &body)
{
    const auto parsed = eventJson(body);
    if (!parsed || isError(parsed->value(QLatin1String("error"))))
        return {};
    const QJsonArray choices = parsed->value(QLatin1String("choices")).toArray();
    if (!choices.at(0).toObject().value(QLatin1String("message")).isObject())
        return {};
    std::vector<WireEvent> events = take(*parsed);
    events.emplace_back(wire::Finished {});
    return events;
}

/// A chunk, or the whole: they differ in the name of what a choice holds.
std::vector<WireEvent> ChunkDecoder::take(const QJsonObject &object)
{
    std::vector<WireEvent> events;
    if (!m_started) {
        m_started = true;
        events.push_back(wire::Started {object.value(QLatin1String("model")).toString()});
    }
    const QJsonObject groq = object.value(QLatin1String("x_groq")).toObject();
    for (const QJsonValue &value : {object.value(QLatin1String("usage")), groq.value(QLatin1String("usage"))}) {
        if (const QJsonObject usage = value.toObject(); !usage.isEmpty())
            events.push_back(wire::Counted {usageFrom(usage)});
    }
    for (const QJsonValue &value : object.value(QLatin1String("choices")).toArray()) {
        const QJsonObject choice = value.toObject();
        if (choice.value(QLatin1String("index")).toInt() != 0)
            continue;
        for (WireEvent &each : takeChoice(choice))
            events.push_back(std::move(each));
    }
    return events;
}

std::vector<WireEvent> ChunkDecoder::takeChoice(const QJsonObject &choice)
{
    std::vector<WireEvent> events;
    const QJsonObject delta = choice.value(choice.value(QLatin1String("delta")).isObject() ? QLatin1String("delta") : QLatin1String("message")).toObject();
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
    const QString refusal = delta.value(QLatin1String("refusal")).toString();
    if (!refusal.isEmpty()) {
        m_declined = true;
        events.push_back(wire::Text {refusal});
    }
    const QString reason = choice.value(QLatin1String("finish_reason")).toString();
    if (!reason.isEmpty())
        events.push_back(wire::Stopping {m_declined ? StopReason::Declined : stopReasonFrom(reason), {}});
    return events;
}

} // namespace breakwater::openai
