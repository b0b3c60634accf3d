// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
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

/// What goes on over lines until it is closed: a block comment, a long string.
struct CodeStretch
{
    QString begin;
    QString end;
    CodeToken token = CodeToken::Comment;
};

/// A beginning that colours its whole line, as "+" in a diff.
struct CodeLineMark
{
    QString begin;
    CodeToken token = CodeToken::Keyword;
};

/// What a language is made of, as data. All comparisons are by whole words.
struct CodeLanguage
{
    QString name; ///< as the block's head shows it
    QStringList aliases; ///< lower case, as fences write them
    QStringList keywords; ///< sorted; lower case where `ignoreCase`
    QStringList lineComments;
    std::vector<CodeStretch> stretches; ///< the first that begins at a place is it
    QString quotes; ///< one character each
    std::vector<CodeLineMark> lineMarks; ///< the first that a line begins with is it
    QString wordMarks; ///< belong to words besides letters, digits and "_"
    QChar keyMark; ///< names before it are keywords; null: none are
    bool ignoreCase = false;
    bool tags = false; ///< markup: names after '<' are keywords
    bool commands = false; ///< names after a backslash are keywords
};

/// None (nullptr) for a language it does not know.
[[nodiscard]] const CodeLanguage *codeLanguage(const QString &alias);
/// "C++" for "cpp"; the fence's own word for an unknown language.
[[nodiscard]] QString codeLanguageName(const QString &alias);
/// All that are known (codelanguages.cpp).
[[nodiscard]] const std::vector<CodeLanguage> &codeLanguages();

/// What a line begins inside of: 0 for nothing, else 1 + the number of the stretch.
using CodeState = int;

/// The spans of one line, in order and without overlap; `state` goes in as the line before left it. Linear in the
/// line's length. Pure.
[[nodiscard]] std::vector<CodeSpan> highlightLine(const CodeLanguage &language, QStringView line, CodeState &state);

} // namespace breakwater
