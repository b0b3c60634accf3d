// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace breakwater {

/// A formula of TeX in Markdown.
struct Formula
{
    QString source; ///< as it stands there, with its marks
    QString tex; ///< between them
    bool isDisplay = false; ///< on a line of its own
    friend bool operator==(const Formula &, const Formula &) = default;
};

/// Takes the formulas out of Markdown before its own marks are looked for: what is * or _ or \ there is none of its.
///
/// `$…$` as Pandoc has it (no blank inside the marks, no digit after them), `$$…$$`, `\(…\)`, `\[…\]`, and environments
/// that stand alone, such as `\begin{align}`. None in code, and none over a blank line. In the place of each stands a token
/// of characters that no text may have (U+FDD0 to U+FDEF). Linear in the text. Pure.
[[nodiscard]] QString liftFormulas(const QString &markdown, std::vector<Formula> &formulas);

/// A piece of a text in which tokens stand: words, or a formula.
struct FormulaPiece
{
    QString text;
    const Formula *formula = nullptr;
};
[[nodiscard]] std::vector<FormulaPiece> formulaPieces(const QString &text, const std::vector<Formula> &formulas);
/// With the formulas as they were written.
[[nodiscard]] QString withFormulaSources(const QString &text, const std::vector<Formula> &formulas);

/// The mark that closes a formula which a line of its own begins with; none where the line begins none, or ends it too.
[[nodiscard]] std::optional<QString> openedFormula(QStringView line);
/// Whether the line ends with the mark.
[[nodiscard]] bool closesFormula(QStringView line, QStringView mark);
/// Where a formula begins in the last paragraph that is not closed; -1 without one. `$` counts only as long as what
/// follows reads like a formula.
[[nodiscard]] qsizetype openFormulaAt(const QString &markdown);

} // namespace breakwater
