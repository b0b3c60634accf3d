// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/messagepart.h"

#include <memory>
#include <vector>

namespace breakwater {

class ProsePart;

struct MarkdownStyle
{
    const Tokens *tokens = nullptr; ///< must outlive the call
    bool keepLineBreaks = false; ///< a person's own lines stay lines
    const ProsePart *tableBefore = nullptr; ///< the table that this one continues: its columns are kept
    bool hideTableHead = false;
    bool hideFirstMarker = false; ///< the list goes on in the middle of an item
};

using MessageParts = std::vector<std::unique_ptr<MessagePart>>;

/// Makes parts of Markdown (CommonMark with GFM's tables, task lists, strikethrough, autolinks) through md4c.
///
/// Loads nothing: an image is its alternative text as a link. Raw HTML is shown as it is written. md4c may call enter
/// and leave unbalanced on odd input, so nothing here trusts a stack. UI thread.
[[nodiscard]] MessageParts buildMarkdown(const QString &markdown, const MarkdownStyle &style);

} // namespace breakwater
