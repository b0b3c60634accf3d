// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/attachmentrules.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

constexpr qsizetype mostImage = qsizetype(10) * 1024 * 1024; ///< in base64

bool looksLike(const QString &mediaType, const QByteArray &bytes)
{
    if (mediaType == QLatin1String("image/png"))
        return bytes.startsWith("\x89PNG\r\n\x1a\n");
    if (mediaType == QLatin1String("image/jpeg"))
        return bytes.startsWith("\xff\xd8\xff");
    if (mediaType == QLatin1String("image/gif"))
        return bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a");
    if (mediaType == QLatin1String("image/webp"))
        return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP";
    return mediaType == QLatin1String("application/pdf") && bytes.startsWith("%PDF-");
}

bool isImageType(const QString &mediaType)
{
    constexpr std::array known {"image/jpeg", "image/png", "image/gif", "image/webp"};
    return std::any_of(known.begin(), known.end(), [&](const char *each) { return mediaType == QLatin1String(each); });
}

std::optional<QString> dataProblem(const QString &mediaType, const QString &data, const QString &where)
{
    if (data.isEmpty())
        return where + QStringLiteral(".data: Field required");
    if (isImageType(mediaType) && data.size() > mostImage)
        return where + QStringLiteral(": image exceeds 10 MB maximum: %1 bytes > %2 bytes").arg(data.size()).arg(mostImage);
    const auto decoded = QByteArray::fromBase64Encoding(data.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return where + QStringLiteral(".data: Input should be valid base64");
    if (!looksLike(mediaType, *decoded))
        return where + QStringLiteral(": the data is not of the media type %1").arg(mediaType);
    return std::nullopt;
}

} // namespace

std::optional<QString> attachmentProblem(const QJsonValue &block, const QString &where)
{
    const bool image = block[QLatin1String("type")].toString() == QLatin1String("image");
    const QJsonValue source = block[QLatin1String("source")];
    const QString at = where + QStringLiteral(".source");
    const QString kind = source[QLatin1String("type")].toString();
    const QString mediaType = source[QLatin1String("media_type")].toString();
    if (kind == QLatin1String("base64")) {
        if (image ? !isImageType(mediaType) : mediaType != QLatin1String("application/pdf"))
            return at + QStringLiteral(".media_type: \"%1\" is not supported").arg(mediaType);
        return dataProblem(mediaType, source[QLatin1String("data")].toString(), at);
    }
    if (kind == QLatin1String("url") && !source[QLatin1String("url")].toString().isEmpty())
        return std::nullopt;
    if (!image && kind == QLatin1String("text") && mediaType == QLatin1String("text/plain")
        && source[QLatin1String("data")].isString())
        return std::nullopt;
    if (!image && kind == QLatin1String("content"))
        return std::nullopt;
    return at + QStringLiteral(": Input should be a source of this block's type");
}

std::optional<QString> imageUrlProblem(const QString &url, const QString &where)
{
    if (!url.startsWith(QLatin1String("data:")))
        return url.isEmpty() ? std::optional(where + QStringLiteral(".url: Field required")) : std::nullopt;
    const QString mediaType = url.mid(5).section(QLatin1Char(';'), 0, 0);
    if (!isImageType(mediaType) || !url.contains(QLatin1String(";base64,")))
        return where + QStringLiteral(": unsupported image");
    return dataProblem(mediaType, url.section(QLatin1Char(','), 1), where);
}

} // namespace breakwater
