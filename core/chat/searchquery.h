// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"
#include "core/chat/searchwords.h"

#include <QDate>

namespace breakwater {

/// Units that have to stand one after the other.
struct SearchPhrase
{
    std::vector<SearchUnit> units; ///< never empty; their places are of no account
    bool isPrefix = false; ///< the last word may go on
};

/// What a person looks for. All of it has to hold.
struct SearchQuery
{
    std::vector<SearchPhrase> phrases;
    std::optional<Role> role;
    QString model; ///< part of its name
    QString provider; ///< part of its name
    QString folder; ///< part of its name
    QDate from; ///< the first day, here; null: from the beginning
    QDate before; ///< the first day that is too late; null: to the end
    [[nodiscard]] bool isEmpty() const { return phrases.empty() && !hasFilter(); }
    [[nodiscard]] bool hasFilter() const
    {
        return role || !model.isEmpty() || !provider.isEmpty() || !folder.isEmpty() || from.isValid() || before.isValid();
    }
};

/// What is typed into the search field: words, a "phrase", and filters, which are `from:me`, `from:model`, `model:opus`,
/// `provider:anthropic`, `folder:work`, `after:2026-01-31` (from that day on) and `before:2026-01-31`. The last word may
/// be the beginning of one, until a space follows it. What is no filter is words: nothing typed is an error. Pure.
[[nodiscard]] SearchQuery parseSearch(const QString &text);

/// A piece of a text that is to be marked.
struct SearchMark
{
    qsizetype from = 0;
    qsizetype length = 0;
    friend bool operator==(const SearchMark &, const SearchMark &) = default;
};

/// Where the phrase stands in a text of these units; without `most` everywhere.
[[nodiscard]] std::vector<SearchMark> placesOf(const SearchPhrase &phrase, const std::vector<SearchUnit> &units, qsizetype most = -1);

/// Whether it stands anywhere: without the places much quicker.
[[nodiscard]] bool standsIn(const SearchPhrase &phrase, QStringView text);

/// A line around the first words of a text that were looked for.
struct SearchSnippet
{
    QString text; ///< one line
    std::vector<SearchMark> marks; ///< in order
    friend bool operator==(const SearchSnippet &, const SearchSnippet &) = default;
};

/// At most about 160 characters, around the first place; without one the beginning. Pure.
[[nodiscard]] SearchSnippet snippetOf(const QString &text, const std::vector<SearchPhrase> &phrases);

} // namespace breakwater
