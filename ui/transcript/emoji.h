// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

#include <vector>

namespace breakwater {

/// A stretch of a text, and whether it is made of emoji.
struct EmojiRun
{
    qsizetype from = 0;
    qsizetype size = 0;
    bool emoji = false;
    friend bool operator==(const EmojiRun &, const EmojiRun &) = default;
};

/// The stretches of a text, in order, that are emoji and that are not. A person with a colour of skin, a family, a flag and a
/// keycap are one emoji however many characters they have; what is text until it is asked to be a picture ("❤") stays text. Pure.
/// After Unicode's emoji sequences (UTS #51).
[[nodiscard]] std::vector<EmojiRun> emojiRuns(QStringView text);

/// The same font with the system's emoji first, where it has some: one sequence has to come from one font, and Qt 6.4 takes
/// each character from the first font that has it.
[[nodiscard]] QFont emojiFont(QFont font);

} // namespace breakwater
