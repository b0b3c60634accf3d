// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace breakwater {

/// The smallest thing that is searched for: a word, or one character of Chinese, Japanese or Korean, or one symbol.
struct SearchUnit
{
    qsizetype from = 0; ///< in the text
    qsizetype to = 0; ///< one past its end
    QString text; ///< without case, accents and forms of width
    bool isLetter = false; ///< one character of a writing without spaces
    bool joined = false; ///< both it and the next are such characters, and nothing stands between them
    friend bool operator==(const SearchUnit &, const SearchUnit &) = default;
};

/// The units of a text in order. Case, accents, width and ligatures make no difference to them; the vowel signs of Indic
/// writings do. Linear in the text. Pure; any thread.
[[nodiscard]] std::vector<SearchUnit> unitsOf(QStringView text);
/// The same one after the other, until `visit` answers false. It may take what it gets; without that, all of them are
/// read into one place, and a text is looked through in a fraction of the time.
void visitUnits(QStringView text, const std::function<bool(SearchUnit &)> &visit);

/// A sign as it is compared: without case, accents and forms of width. Appends nothing for a mark that makes no difference,
/// one space for any blank, and everything else as it is.
void foldSign(char32_t sign, QString &to);

/// Where the letters and digits of ASCII end that begin at `at`; `at` where there are none.
[[nodiscard]] qsizetype endOfAsciiWord(QStringView text, qsizetype at);

/// Letters of a word that an index keeps: what is longer is no word of a language.
inline constexpr qsizetype mostTermLength = 64;
[[nodiscard]] QString termOf(const QString &word);

/// What an index keeps of units, each once: words, and of writings without spaces each pair of neighbours. So any part of
/// such a text is found by few entries, and one character by the beginning of a pair.
[[nodiscard]] QStringList termsOf(const std::vector<SearchUnit> &units);

} // namespace breakwater
