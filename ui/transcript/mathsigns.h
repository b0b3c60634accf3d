// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace breakwater {

/// What a sign is to its neighbours, which says where blanks go (The TeXbook, chapter 18).
enum class MathKind {
    Ordinary,
    Operator, ///< sin, ∑: a blank before and after letters
    Binary, ///< +, ×: blanks around, unless nothing stands before it
    Relation, ///< =, ≤: blanks around
    Opening,
    Closing,
    Mark, ///< a comma: a blank after
};

struct MathSign
{
    QString text;
    MathKind kind = MathKind::Ordinary;
};

/// The sign that a command of TeX stands for, such as `alpha`; none for an unknown one. Pure.
[[nodiscard]] std::optional<MathSign> mathSign(const QString &command);
/// The sign that a character stands for by itself.
[[nodiscard]] MathSign mathSign(char32_t letter);
/// Put over a letter, such as U+0302 for `hat`; null for no such command.
[[nodiscard]] QChar mathAccent(const QString &command);
/// A letter in another alphabet: ℝ for (`mathbb`, R); the letter itself where it has none.
[[nodiscard]] QString mathLetter(const QString &alphabet, char32_t letter);

} // namespace breakwater
