// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace breakwater {

/// One place that the palette leads to.
struct PaletteItem
{
    enum class Kind { Conversation, Command, Prompt, Setting, Search };
    Kind kind = Kind::Conversation;
    QString id; ///< of the conversation, the command, the setting; the text of the prompt, or to search for
    QString title;
    QString detail; ///< where it is or when it was
    QString keys; ///< that do the same, as the platform writes them
    friend bool operator==(const PaletteItem &, const PaletteItem &) = default;
};

/// The items that fit what was typed, best first, at most `most`: each word begins a word of the title, else stands in it, else
/// is made of the beginnings of its words ("nc" is "New conversation"). Case, accents and width make no difference. Equal ones
/// keep their order; with nothing typed all fit. Pure.
[[nodiscard]] std::vector<PaletteItem> fittingItems(const std::vector<PaletteItem> &items, const QString &typed, std::size_t most);

} // namespace breakwater
