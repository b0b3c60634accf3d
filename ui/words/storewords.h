// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/faultwords.h"

namespace breakwater {

/// What the disk did to an answer that is on screen: DiskFull, ReadOnly, Store. Any thread.
[[nodiscard]] Words answerNotSavedWords(const Fault &fault);
/// The disk refused a question, so it was not sent.
[[nodiscard]] Words notAcceptedWords(const Fault &fault);
/// The disk refused a batch, so it was not sent.
[[nodiscard]] Words batchNotWrittenWords(const Fault &fault);
/// Something else than an answer could not be written; it is kept and tried again.
[[nodiscard]] Words notSavedWords(const Fault &fault);
/// The history could not be opened; `file` is where it is.
[[nodiscard]] Words notOpenedWords(const Fault &fault, const QString &file);
/// It is shown, but cannot be written.
[[nodiscard]] Words onlyShownWords(const Fault &fault, const QString &file);

/// Why a wish of the Data page was not fulfilled.
[[nodiscard]] Words dataTroubleWords(const Fault &fault);
/// It was damaged, and this many messages were read of it, of as many as were known.
[[nodiscard]] Words mendedWords(int messages, std::optional<int> known, const QString &keptAt);
/// The file of the settings could not be read, and is kept there.
[[nodiscard]] Words settingsPutAsideWords(const QString &keptAt);

} // namespace breakwater
