// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/parcel.h"

#include <QJsonObject>

#include <functional>
#include <optional>

namespace breakwater {

/// Breakwater's own export, lossless:
///
///     {"breakwater": 1, "items": [ITEM, ITEM, …]}
///
/// Each item is an object of one member that names its kind. A "conversation" is followed by what belongs to it: each
/// "message", "turn" (a flight record) and "expense"; a "file" (its SHA-256 in hexadecimal, its bytes in base64) comes
/// once in the whole export, before the first message with it. Moments are milliseconds since 1970 (UTC), spans
/// microseconds. What is empty, none or false is left out. Never a key, never what was not sent.
inline constexpr int ownFormatVersion = 1;

[[nodiscard]] QJsonObject conversationToJson(const Conversation &conversation);
[[nodiscard]] QJsonObject messageToJson(const Message &message); ///< attachments without their bytes
[[nodiscard]] QJsonObject expenseToJson(const Expense &expense);

/// The name of a file's bytes: their SHA-256, in hexadecimal.
[[nodiscard]] QString fileName(const QByteArray &data);

/// The bytes of a file by its name; none where it is not there.
using FileBytes = std::function<std::optional<QByteArray>(const QString &name)>;

// Whatever a file says: what has the wrong type is none, a number out of its range is brought into it, and text is valid
// Unicode. None where there is no usable id.
[[nodiscard]] std::optional<Conversation> conversationFromJson(const QJsonObject &object);
[[nodiscard]] std::optional<Message> messageFromJson(const QJsonObject &object, const ConversationId &conversation, const FileBytes &files, std::vector<Skipped> &skipped);
[[nodiscard]] std::optional<Expense> expenseFromJson(const QJsonObject &object, const ConversationId &conversation);

} // namespace breakwater
