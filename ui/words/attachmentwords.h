// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/attachment.h"

namespace breakwater {

/// "48 KB"
[[nodiscard]] QString sizeWords(qint64 bytes);

/// Why a file cannot go along, in one sentence. `bytes`: its size.
[[nodiscard]] QString problemSentence(AttachmentProblem problem, const QString &name, qint64 bytes);

/// With this file all of them together would be more than a turn can carry.
[[nodiscard]] QString togetherTooLarge(const QString &name, qint64 bytes);

} // namespace breakwater
