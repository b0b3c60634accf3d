// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace breakwater {

/// Characters that nobody sees, but that turn text around, hide what a model reads, or are no text at all: control characters,
/// bidi overrides and embeddings, tags outside of flags. In code isolates, too, which may be right in prose ("Trojan Source",
/// CVE-2021-42574). Marks for the direction of a word, joiners and soft hyphens stay what they are.
enum class MarksIn { Prose, Code };

/// A stretch without them, or one of them with the name that stands for it.
struct MarkPiece
{
    QString text;
    QString name; ///< "RLO"; empty: the text is shown as it is
};
[[nodiscard]] bool hasHiddenMarks(QStringView text, MarksIn where);
[[nodiscard]] std::vector<MarkPiece> markPieces(const QString &text, MarksIn where);
/// The same text with a sign in the place of each, of as many units.
[[nodiscard]] QString withSigns(const QString &text, MarksIn where);

} // namespace breakwater
