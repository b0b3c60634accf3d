// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace breakwater {

/// How many pages a PDF says that it has: the count in the root of its page tree (ISO 32000-1, 7.7.3.2), also where that
/// stands in a compressed object stream. None where it cannot be found: an encrypted or a damaged file. Bounded in time
/// and memory, whatever the bytes are. Pure. Any thread.
[[nodiscard]] std::optional<int> pagesIn(const QByteArray &pdf);

} // namespace breakwater
