// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace breakwater::markdown {

/// What one line of Markdown begins with, by the rules of CommonMark. Pure.

/// Columns of white space before the first character; a tab goes to the next multiple of four.
[[nodiscard]] int indentOf(QStringView line);
[[nodiscard]] bool isBlank(QStringView line);

struct Fence
{
    QChar mark;
    qsizetype length = 0;
    int indent = 0;
};
[[nodiscard]] std::optional<Fence> openingFence(QStringView line);
[[nodiscard]] bool closesFence(QStringView line, const Fence &fence);

struct ListMarker
{
    QChar type; ///< '-', '+', '*', '.' or ')': items of another type begin another list
    int indent = 0;
    int content = 0; ///< column where the item's own text begins
    int number = 0;
    bool empty = false;
};
[[nodiscard]] std::optional<ListMarker> listMarker(QStringView line);

[[nodiscard]] bool isHeading(QStringView line);
[[nodiscard]] bool isQuote(QStringView line);
[[nodiscard]] bool isRule(QStringView line);
/// "====" or "----": makes a heading of the paragraph above.
[[nodiscard]] bool isUnderline(QStringView line);
/// "| --- | :-: |"
[[nodiscard]] bool isTableRule(QStringView line);
[[nodiscard]] int cellCount(QStringView line);

} // namespace breakwater::markdown
