// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/attachment.h"

namespace breakwater {

/// "48 KB"
[[nodiscard]] QString sizeWords(qint64 bytes);
/// "12 pages, 1.3 MB"; without the pages where there are none, or nobody knows.
[[nodiscard]] QString fileWords(const Attachment &attachment);
/// Why the PDF `name` cannot go along, or, without a name, a turn with PDFs not be sent: more pages than any model of the
/// chain reads.
[[nodiscard]] QString tooManyPages(const QString &name, int pages, int most);

/// Why a file cannot go along, in one sentence. `bytes`: its size.
[[nodiscard]] QString problemSentence(AttachmentProblem problem, const QString &name, qint64 bytes);

/// With this file all of them together would be more than a turn can carry.
[[nodiscard]] QString togetherTooLarge(const QString &name, qint64 bytes);

} // namespace breakwater
