// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/conversation.h"
#include "core/chat/transfer.h"

namespace breakwater {

/// ".md" and so on.
[[nodiscard]] QString endingOf(ExportFormat format);

/// The shown branch of a conversation as one document; other versions of its questions are told by their number. Markdown
/// names its files as they stand in a folder of `filesFolder`; HTML holds its images. Pure.
[[nodiscard]] QString asMarkdownFile(const Conversation &conversation, const std::vector<Message> &messages, const QString &filesFolder);
[[nodiscard]] QString asHtmlFile(const Conversation &conversation, const std::vector<Message> &messages);

/// Writes it to `path`, all of it or nothing; with Markdown, its files into a new folder beside it. The system's own words
/// where that fails. JSON is not written here. Any thread.
[[nodiscard]] std::optional<QString> writeConversation(ExportFormat format, const QString &path, const Conversation &conversation, const std::vector<Message> &messages);

} // namespace breakwater
