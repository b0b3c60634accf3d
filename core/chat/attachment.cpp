// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/attachment.h"

#include "core/chat/pdfpages.h"

#include <QStringDecoder>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype bytesOfAPage = 60'000; // of a PDF, more or less
constexpr qint64 tokensOfAPage = 2000; // its text and its picture
constexpr qint64 tokensOfAnImage = 1600; // the most that a provider makes of one
constexpr qsizetype bytesOfAToken = 4;

/// By the first bytes; empty: no image that providers take.
QByteArray imageType(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "image/gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "image/webp";
    return {};
}

/// The bytes as UTF-8; none where they are no text.
std::optional<QByteArray> asUtf8(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless); // half a letter at the end is an error, too
    const QString text = decoder.decode(bytes);
    // A NUL is in every program and picture, and in no text.
    if (decoder.hasError() || text.contains(QChar(0)))
        return std::nullopt;
    return encoding == QStringConverter::Utf8 && !bytes.startsWith("\xef\xbb\xbf") ? bytes : text.toUtf8();
}

} // namespace

std::variant<Attachment, AttachmentProblem> attachmentFrom(const QString &name, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return AttachmentProblem::Empty;
    Attachment attachment;
    attachment.name = name;
    attachment.data = bytes;
    attachment.mediaType = imageType(bytes);
    if (!attachment.mediaType.isEmpty()) {
        attachment.kind = AttachmentKind::Image;
        return bytes.size() > mostImageBytes ? std::variant<Attachment, AttachmentProblem>(AttachmentProblem::ImageTooLarge) : attachment;
    }
    if (bytes.size() > mostAttachedBytes)
        return AttachmentProblem::FileTooLarge;
    if (bytes.left(1024).contains("%PDF-")) { // readers allow for rubbish before it
        attachment.kind = AttachmentKind::Pdf;
        attachment.mediaType = "application/pdf";
        attachment.pages = pagesIn(bytes);
        return attachment;
    }
    const auto named = [&name](const char *ending) { return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive); };
    if (named(".pdf"))
        return AttachmentProblem::NotAPdf;
    const auto text = asUtf8(bytes);
    if (!text) {
        const bool asText = named(".txt") || named(".md") || named(".csv") || named(".json") || named(".log") || named(".xml") || named(".html");
        return asText ? AttachmentProblem::NotText : AttachmentProblem::UnknownKind;
    }
    attachment.mediaType = "text/plain";
    attachment.data = *text;
    return attachment;
}

qint64 tokensIn(const Attachment &attachment)
{
    switch (attachment.kind) {
    case AttachmentKind::Image:
        return tokensOfAnImage;
    case AttachmentKind::Pdf:
        return tokensOfAPage * (attachment.pages ? *attachment.pages : std::max<qint64>(1, attachment.data.size() / bytesOfAPage));
    case AttachmentKind::Text:
        break;
    }
    return attachment.data.size() / bytesOfAToken + 1;
}

qint64 leastTokensIn(const Attachment &attachment)
{
    return attachment.kind == AttachmentKind::Pdf ? tokensOfAPage : tokensIn(attachment);
}

} // namespace breakwater
