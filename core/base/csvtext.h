// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace breakwater {

/// A text as a field of a CSV file (RFC 4180), UTF-8. One that a spreadsheet would take for a formula gets an apostrophe:
/// what others wrote is not run. Pure.
[[nodiscard]] QByteArray csvText(QString text);

/// Fields as one line, with its end.
[[nodiscard]] QByteArray csvLine(const std::vector<QByteArray> &fields);

} // namespace breakwater
