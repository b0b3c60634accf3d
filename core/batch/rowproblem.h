// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/attachment.h"

#include <QString>

#include <optional>

namespace breakwater {

/// What is wrong with a row, or with the file that it stands in.
enum class RowTrouble {
    // The file ends here
    CannotRead, ///< `detail`: the system's own words
    NoHeader, ///< nothing in it, or its first line names no column
    NameTwice, ///< two columns have the name `detail`
    QuoteNotClosed, ///< the quote that `line` opens
    // The row is left out
    TextAfterQuote, ///< "one"two
    TooFewFields, ///< `found` instead of `wanted`
    TooManyFields,
    NotText, ///< bytes that are no UTF-8, or a NUL
    NotJson,
    NotAnObject,
    TooLong, ///< more bytes than a request may have
    BadFile, ///< `detail` is its name, `attachment` why
    NoValue, ///< it has none for the variable `detail`
    BlankPrompt,
    TooManyBytes, ///< as it is sent: `found`, `wanted` at most
    // The row is asked all the same: the provider counts, this is a guess
    TooManyTokens, ///< `found`, about; the model takes `wanted`
};

/// Only ui/ makes a sentence of it.
struct RowProblem
{
    RowTrouble trouble = RowTrouble::CannotRead;
    qint64 line = 1; ///< of the file; of many files, which of them
    QString detail = {};
    qint64 found = 0;
    qint64 wanted = 0;
    std::optional<AttachmentProblem> attachment = {};
    friend bool operator==(const RowProblem &, const RowProblem &) = default;
};

/// No row comes after it.
[[nodiscard]] constexpr bool endsTheRows(RowTrouble trouble)
{
    return trouble <= RowTrouble::QuoteNotClosed;
}

} // namespace breakwater
