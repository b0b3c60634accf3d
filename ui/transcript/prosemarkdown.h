// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/messagepart.h"

#include <QString>

namespace breakwater {

class ProsePart;

/// What is selected of prose as Markdown that reads like it: for what has no source of its own, such as half a paragraph.
/// A range inside of one cell of a table is its words; one over more cells is a table. `keepLineBreaks` as the part was built. UI thread.
[[nodiscard]] QString proseMarkdown(const ProsePart &part, const PartRange &range, bool keepLineBreaks);

} // namespace breakwater
