// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/anthropic.h"

#include "core/wire/effortname.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace breakwater::anthropic {

namespace {

QUrl endpoint(const Provider &provider, const QString &path)
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

Headers commonHeaders(const QByteArray &key, bool olderVersion)
{
    Headers headers {{"anthropic-version", olderVersion ? "2023-06-01" : "2026-10-21"}, {"content-type", "application/json"}, {"accept", "application/json"}};
    if (!key.isEmpty())
        headers.add("x-api-key", key);
    return headers;
}

QJsonObject block(const Thought &thought)
{
    if (!thought.redacted.isEmpty())
        return {{QStringLiteral("type"), QStringLiteral("redacted_thinking")}, {QStringLiteral("data"), thought.redacted}};
    return {{QStringLiteral("type"), QStringLiteral("thinking")}, {QStringLiteral("thinking"), thought.text}, {QStringLiteral("signature"), thought.signature}};
}

QJsonObject block(const Attachment &attachment)
{
    const bool text = attachment.kind == AttachmentKind::Text;
    const QJsonObject source {{QStringLiteral("type"), text ? QStringLiteral("text") : QStringLiteral("base64")}, {QStringLiteral("media_type"), QString::fromLatin1(attachment.mediaType)},
        {QStringLiteral("data"), text ? QString::fromUtf8(attachment.data) : QString::fromLatin1(attachment.data.toBase64())}};
    if (attachment.kind == AttachmentKind::Image)
        return {{QStringLiteral("type"), QStringLiteral("image")}, {QStringLiteral("source"), source}};
    return {{QStringLiteral("type"), QStringLiteral("document")}, {QStringLiteral("source"), source}, {QStringLiteral("title"), attachment.name}};
}

QJsonValue contentOf(const Said &said)
{
    if (said.thoughts.empty() && said.attachments.empty())
        return said.text;
    QJsonArray blocks;
    for (const Thought &thought : said.thoughts)
        blocks.append(block(thought));
    for (const Attachment &attachment : said.attachments) // files before what is asked about them: they are read better so
        blocks.append(block(attachment));
    if (!said.text.trimmed().isEmpty()) // an empty block is refused
        blocks.append(QJsonObject {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), said.text}});
    return blocks;
}

/// What counts as the prompt, and how it is to be answered.
QJsonObject promptOf(const Ask &ask)
{
    QJsonArray messages;
    for (const Said &said : ask.said) {
        messages.append(QJsonObject {
            {QStringLiteral("role"), said.role == Role::User ? QStringLiteral("user") : QStringLiteral("assistant")},
            {QStringLiteral("content"), contentOf(said)},
        });
    }
    QJsonObject body {{QStringLiteral("model"), ask.model}, {QStringLiteral("messages"), messages}};
    if (!ask.system.isEmpty())
        body.insert(QStringLiteral("system"), ask.system);
    if (ask.thinkAloud) // without "display" newer models think in silence
        body.insert(QStringLiteral("thinking"), QJsonObject {{QStringLiteral("type"), QStringLiteral("adaptive")}, {QStringLiteral("display"), QStringLiteral("summarized")}});
    if (ask.effort)
        body.insert(QStringLiteral("output_config"), QJsonObject {{QStringLiteral("effort"), effortName(*ask.effort)}});
    return body;
}

} // namespace

QJsonObject messageBody(const Ask &ask)
{
    QJsonObject body = promptOf(ask);
    body.insert(QStringLiteral("max_tokens"), ask.mostTokens);
    if (ask.temperature)
        body.insert(QStringLiteral("temperature"), *ask.temperature);
    if (ask.topP)
        body.insert(QStringLiteral("top_p"), *ask.topP);
    if (ask.cache) // marks the last block that can be cached
        body.insert(QStringLiteral("cache_control"), QJsonObject {{QStringLiteral("type"), QStringLiteral("ephemeral")}});
    return body;
}

WireRequest encode(const Provider &provider, const QByteArray &key, const Ask &ask)
{
    QJsonObject body = messageBody(ask);
    body.insert(QStringLiteral("stream"), true);
    return {"POST", endpoint(provider, QStringLiteral("/v1/messages")), commonHeaders(key, ask.olderVersion), QJsonDocument(body).toJson(QJsonDocument::Compact),
        provider.certificates};
}

WireRequest encodeCount(const Provider &provider, const QByteArray &key, const Ask &ask)
{
    return {"POST", endpoint(provider, QStringLiteral("/v1/messages/count_tokens")), commonHeaders(key, ask.olderVersion),
        QJsonDocument(promptOf(ask)).toJson(QJsonDocument::Compact), provider.certificates};
}

std::optional<qint64> countFromJson(const QByteArray &json)
{
    const QJsonValue count = QJsonDocument::fromJson(json).object().value(QLatin1String("input_tokens"));
    return count.isDouble() && count.toDouble() >= 0 ? std::optional(count.toInteger()) : std::nullopt;
}

WireRequest encodeModelList(const Provider &provider, const QByteArray &key, const QString &after, bool olderVersion)
{
    QUrl url = endpoint(provider, QStringLiteral("/v1/models"));
    QUrlQuery query {{QStringLiteral("limit"), QStringLiteral("1000")}};
    if (!after.isEmpty())
        query.addQueryItem(QStringLiteral("after_id"), QString::fromLatin1(QUrl::toPercentEncoding(after)));
    url.setQuery(query);
    return {"GET", url, commonHeaders(key, olderVersion), {}, provider.certificates};
}

WireRequest encodeTo(const Provider &provider, const QByteArray &key, const QByteArray &method, const QString &path, bool olderVersion)
{
    return {method, endpoint(provider, path), commonHeaders(key, olderVersion), {}, provider.certificates};
}

} // namespace breakwater::anthropic
