// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"

namespace breakwater {

enum class RowFormat {
    Csv, ///< RFC 4180, UTF-8, a line of names first (core/base/csvtext.h)
    JsonLines, ///< an object a line
};

/// A row with what came of it, for those who read it elsewhere.
struct ExportedRow
{
    qint64 number = 1;
    QString label;
    RowState state = RowState::Open;
    QString answer;
    QString model; ///< that answered
    Usage usage;
    std::optional<double> dollars;
    QString reason; ///< why it failed: the name of the fault's kind, and the provider's words
};

// A file is its head and a line for each row, so that it is written as it is read. Words do not change with the language
// of the interface. Pure.
[[nodiscard]] QByteArray exportHead(RowFormat format);
[[nodiscard]] QByteArray exportLine(RowFormat format, const ExportedRow &row);

} // namespace breakwater
