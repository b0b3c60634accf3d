// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace breakwater {

/// A piece of a formula that is set in one way.
struct MathRun
{
    enum class Level { Line, Raised, Lowered };
    QString text;
    Level level = Level::Line;
    bool isVariable = false; ///< set in italics
    bool isBold = false;
    friend bool operator==(const MathRun &, const MathRun &) = default;
};

/// TeX's mathematics as a person reads it in a line of text: α² + β² ≤ ½, √(x + 1), Σ with its limits lowered and raised.
/// Fractions are written with a stroke, rows of matrices and of aligned formulas as rows (parted by U+2028). What is not
/// known stays as it was written. Linear in `tex`; never fails. Pure.
[[nodiscard]] std::vector<MathRun> readableMath(const QString &tex);

/// Whether what stands between two dollar signs is meant as a formula, not as two prices with words between them.
[[nodiscard]] bool looksLikeMath(const QString &between);

} // namespace breakwater
