// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/transfer.h"

#include <QStringList>

namespace breakwater {

/// What an import did, in one or two sentences.
[[nodiscard]] QString importSentence(const ImportReport &report);
/// What was left out, each on a line with its reason.
[[nodiscard]] QStringList skippedLines(const ImportReport &report);
[[nodiscard]] QString exportSentence(const ExportReport &report);
[[nodiscard]] QString formatName(ExportFormat format);

} // namespace breakwater
