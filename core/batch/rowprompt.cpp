// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/rowprompt.h"

#include "core/chat/pdfpages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace breakwater {

namespace {

QString wordOf(const QJsonValue &value, const char *name)
{
    return value[QLatin1String(name)].toString();
}

std::optional<double> figureOf(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

/// A text, or the texts of its blocks.
QString textOfContent(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QStringList texts;
    for (const QJsonValue &block : content.toArray()) {
        if (wordOf(block, "type") == QLatin1String("text"))
            texts.append(wordOf(block, "text"));
    }
    return texts.join(QLatin1Char('\n'));
}

QByteArray bytesOf(const QJsonValue &source)
{
    const QString data = wordOf(source, "data");
    if (wordOf(source, "type") == QLatin1String("text"))
        return data.toUtf8();
    const auto read = QByteArray::fromBase64Encoding(data.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return read ? *read : QByteArray();
}

/// None for a block of another kind.
std::optional<Attachment> attachmentIn(const QJsonValue &block)
{
    const bool isImage = wordOf(block, "type") == QLatin1String("image");
    if (!isImage && wordOf(block, "type") != QLatin1String("document"))
        return std::nullopt;
    const QJsonValue source = block[QLatin1String("source")];
    Attachment attachment;
    attachment.kind = isImage ? AttachmentKind::Image : wordOf(source, "type") == QLatin1String("text") ? AttachmentKind::Text : AttachmentKind::Pdf;
    attachment.mediaType = wordOf(source, "media_type").toLatin1();
    attachment.name = wordOf(block, "title");
    attachment.data = bytesOf(source);
    if (attachment.kind == AttachmentKind::Pdf)
        attachment.pages = pagesIn(attachment.data);
    if (isImage && attachment.name.isEmpty())
        attachment.name = QLatin1String("image.") + QString::fromLatin1(attachment.mediaType).section(QLatin1Char('/'), 1);
    return attachment;
}

} // namespace

RowPrompt promptFromParams(const QByteArray &params)
{
    const QJsonObject body = QJsonDocument::fromJson(params).object();
    RowPrompt prompt;
    prompt.instructions.system = textOfContent(body.value(QLatin1String("system")));
    prompt.instructions.temperature = figureOf(body, "temperature");
    prompt.instructions.topP = figureOf(body, "top_p");
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    if (messages.isEmpty())
        return prompt;
    prompt.before = messages.size() - 1;
    const QJsonValue content = messages.last()[QLatin1String("content")];
    prompt.text = textOfContent(content);
    for (const QJsonValue &block : content.toArray()) {
        if (auto attachment = attachmentIn(block))
            prompt.attachments.push_back(*std::move(attachment));
    }
    return prompt;
}

} // namespace breakwater
