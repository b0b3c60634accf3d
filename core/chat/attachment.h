// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace breakwater {

using AttachmentId = Id<struct AttachmentTag>;

enum class AttachmentKind { Image, Pdf, Text };

/// A file that goes along with a question, whole and in memory. Copies share their bytes.
struct Attachment
{
    AttachmentId id;
    QString name; ///< without a folder
    AttachmentKind kind = AttachmentKind::Text;
    QByteArray mediaType; ///< "image/png"
    QByteArray data; ///< text is UTF-8
    std::optional<int> pages = {}; ///< of a PDF, where they can be counted
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// Why a file cannot go along.
enum class AttachmentProblem {
    Empty,
    ImageTooLarge, ///< more than an image may be
    FileTooLarge, ///< more than a request may be
    UnknownKind, ///< neither an image, a PDF nor text that providers read
    NotAPdf, ///< it is named one
    NotText, ///< it is named a text, but its bytes are no UTF-8 or UTF-16
};

/// Bytes that an image may have: 10 MB once it is written as base64.
inline constexpr qsizetype mostImageBytes = qsizetype(10) * 1024 * 1024 / 4 * 3;
/// Bytes that all attachments of a request may have, so that it stays below 32 MB as base64 with its text.
inline constexpr qsizetype mostAttachedBytes = qsizetype(23) * 1024 * 1024;

/// A file as an attachment, by what its bytes are; its name only says what a person would expect. The id is left empty.
/// Pure. Any thread.
[[nodiscard]] std::variant<Attachment, AttachmentProblem> attachmentFrom(const QString &name, const QByteArray &bytes);

/// What it takes of a model's window, roughly; a PDF whose pages cannot be counted by its size, which says little of them.
[[nodiscard]] qint64 tokensIn(const Attachment &attachment);
/// What it takes at least: nothing is held back for being too much by a rough guess.
[[nodiscard]] qint64 leastTokensIn(const Attachment &attachment);

} // namespace breakwater
