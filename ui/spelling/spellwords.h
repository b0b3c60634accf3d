// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>

#include <vector>

namespace breakwater {

/// A word in a line of text.
struct SpelledWord
{
    qsizetype at = 0;
    qsizetype length = 0;
    friend bool operator==(const SpelledWord &, const SpelledWord &) = default;
};

/// The words of a line that a dictionary can judge: no code, addresses, paths, numbers, abbreviations in capitals, or names
/// as programs have them. Pure.
[[nodiscard]] std::vector<SpelledWord> spelledWords(const QString &line);

/// Whether a line begins or ends a block of code. Pure.
[[nodiscard]] bool isFence(const QString &line);

/// Whether words of a dictionary's language are written as `word` is. Pure.
[[nodiscard]] bool isWrittenLike(const QString &language, const QString &word);

} // namespace breakwater
