// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace breakwater {

/// What a search can be narrowed by. After: from that day on. Before: up to the day before it.
enum class SearchFilter { From, Model, Provider, Folder, After, Before };

/// A word of what is typed into a search field, or a "phrase", or a filter.
struct TypedWord
{
    qsizetype from = 0;
    qsizetype length = 0; ///< with its quotes
    QString text; ///< without quotes; of a filter its value
    std::optional<SearchFilter> filter = {};
    bool isOpen = false; ///< it may still be going on
};

/// What is no filter is a word: nothing typed is an error. Pure.
[[nodiscard]] std::vector<TypedWord> typedWords(const QString &text);

/// The value of a filter in what is typed; of two of a kind the later one counts. Empty: it is not there.
[[nodiscard]] QString filterIn(const QString &typed, SearchFilter filter);
/// The same text with the filter at `value`, or without it where that is empty. A filter that is new goes before the words,
/// so that the last of them stays as it is. Pure.
[[nodiscard]] QString withFilter(const QString &typed, SearchFilter filter, const QString &value);
/// The same text without any filter.
[[nodiscard]] QString withoutFilters(const QString &typed);

} // namespace breakwater
