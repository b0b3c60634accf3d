// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"

namespace breakwater {

/// Which rows of a batch are wanted, in the order of their numbers.
struct RowQuery
{
    std::optional<RowState> state = {}; ///< none: all
    QString words = {}; ///< in the label or the answer, as they are written, large or small letters
    qint64 after = 0; ///< number of the last row that is known
    int most = 100;
    friend bool operator==(const RowQuery &, const RowQuery &) = default;
};

/// A row as a list shows it.
struct RowLine
{
    qint64 number = 1;
    int part = 1;
    RowState state = RowState::Open;
    QString label;
    QString beginning; ///< of the answer
    QString model;
    Usage usage;
    std::optional<Fault> fault;
    friend bool operator==(const RowLine &, const RowLine &) = default;
};

struct RowPage
{
    std::vector<RowLine> rows;
    std::optional<qint64> next; ///< ask for what comes after this; a page may have few rows or none and yet not be the last
    friend bool operator==(const RowPage &, const RowPage &) = default;
};

/// A row whole.
struct WholeRow
{
    BatchRow row;
    int part = 1; ///< it was asked with last
    RowResult result; ///< state Open: there is none yet
    friend bool operator==(const WholeRow &, const WholeRow &) = default;
};

} // namespace breakwater
