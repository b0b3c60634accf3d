// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace breakwater {

/// What a stretch of code is. Plain stretches are left out.
enum class CodeToken { Keyword, String, Number, Comment };

struct CodeSpan
{
    qsizetype begin = 0;
    qsizetype length = 0;
    CodeToken token = CodeToken::Keyword;
    friend bool operator==(const CodeSpan &, const CodeSpan &) = default;
};

/// What a language is made of, as data. All comparisons are by whole words.
struct CodeLanguage
{
    QString name; ///< as the block's head shows it
    QStringList aliases; ///< lower case, as fences write them
    QStringList keywords; ///< sorted
    QStringList lineComments;
    QString blockBegin;
    QString blockEnd;
    QString quotes; ///< one character each
    QStringList longQuotes; ///< quotes that go over lines: """ and the like
    bool ignoreCase = false;
    bool tags = false; ///< markup: names after '<' are keywords
    bool keys = false; ///< names before ':' are keywords
};

/// None (nullptr) for a language it does not know.
[[nodiscard]] const CodeLanguage *codeLanguage(const QString &alias);
/// "C++" for "cpp"; the fence's own word for an unknown language.
[[nodiscard]] QString codeLanguageName(const QString &alias);

/// What a line begins inside of: 0 for nothing, 1 a block comment, 2 and up a long quote.
using CodeState = int;

/// The spans of one line, in order and without overlap; `state` goes in as the line before left it. Linear in the
/// line's length. Pure.
[[nodiscard]] std::vector<CodeSpan> highlightLine(const CodeLanguage &language, QStringView line, CodeState &state);

} // namespace breakwater
