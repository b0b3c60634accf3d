// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace breakwater {

/// Markdown as HTML that does nothing: all text is escaped, raw HTML is text, images are their description, and links lead
/// to the web or to mail, or are text. Pure.
[[nodiscard]] QString markdownToHtml(const QString &markdown);

} // namespace breakwater
