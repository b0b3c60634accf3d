// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/searchquery.h"

namespace breakwater {

/// A text as it is compared where any part of it may be looked for: case, accents, width and the kind of blank make no
/// difference, all other signs do.
[[nodiscard]] QString foldText(QStringView text);

/// Where `folded`, as foldText() makes it, stands in a text, in order and never overlapping; without `most` everywhere.
/// Linear in the text, and quick where it is ASCII. Pure.
[[nodiscard]] std::vector<SearchMark> placesIn(QStringView text, const QString &folded, qsizetype most = -1);

} // namespace breakwater
