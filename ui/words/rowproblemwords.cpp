// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/rowproblemwords.h"

#include "ui/words/attachmentwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace breakwater::rowproblemwords {

namespace {

struct RowProblemWordsSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::RowProblemWords)
};

QString figure(qint64 number)
{
    return QLocale().toString(number);
}

/// Why one of many files is no row.
QString badFile(const QString &name, const std::optional<AttachmentProblem> &why)
{
    if (!why)
        return RowProblemWordsSaying::tr("“%1” cannot be read.").arg(name);
    switch (*why) {
    case AttachmentProblem::Empty:
        return RowProblemWordsSaying::tr("“%1” is empty.").arg(name);
    case AttachmentProblem::ImageTooLarge:
        return RowProblemWordsSaying::tr("“%1” is larger than the %2 that an image may have.").arg(name, sizeWords(mostImageBytes));
    case AttachmentProblem::FileTooLarge:
        return RowProblemWordsSaying::tr("“%1” is larger than the %2 that a request can carry.").arg(name, sizeWords(mostAttachedBytes));
    case AttachmentProblem::UnknownKind:
        return RowProblemWordsSaying::tr("“%1” is neither text, a PDF nor an image that models read: PNG, JPEG, GIF or WebP.").arg(name);
    case AttachmentProblem::NotAPdf:
        return RowProblemWordsSaying::tr("“%1” is no PDF, whatever its name says.").arg(name);
    case AttachmentProblem::NotText:
        break;
    }
    return RowProblemWordsSaying::tr("“%1” is no text: its bytes are neither UTF-8 nor UTF-16.").arg(name);
}

/// What is wrong with the row `where`, "Line 12": it is left out.
QString leftOut(const RowProblem &problem, const QString &where)
{
    switch (problem.trouble) {
    case RowTrouble::TextAfterQuote:
        return RowProblemWordsSaying::tr("%1 has text behind a closing quote.").arg(where);
    case RowTrouble::TooFewFields:
    case RowTrouble::TooManyFields:
        return problem.found == 1 ? RowProblemWordsSaying::tr("%1 has one field instead of %2.").arg(where, figure(problem.wanted))
                                  : RowProblemWordsSaying::tr("%1 has %2 fields instead of %3.").arg(where, figure(problem.found), figure(problem.wanted));
    case RowTrouble::NotText:
        return RowProblemWordsSaying::tr("%1 is no text: its bytes are not UTF-8.").arg(where);
    case RowTrouble::NotJson:
        return RowProblemWordsSaying::tr("%1 is no JSON.").arg(where);
    case RowTrouble::NotAnObject:
        return RowProblemWordsSaying::tr("%1 is JSON, but no object with names and values.").arg(where);
    case RowTrouble::TooLong:
        return RowProblemWordsSaying::tr("%1 is longer than a request may be.").arg(where);
    case RowTrouble::BadFile:
        return badFile(problem.detail, problem.attachment);
    case RowTrouble::NoValue:
        return RowProblemWordsSaying::tr("%1 has no value for {{%2}}.").arg(where, problem.detail);
    case RowTrouble::BlankPrompt:
        return RowProblemWordsSaying::tr("%1 leaves the prompt empty.").arg(where);
    case RowTrouble::TooManyBytes:
        return RowProblemWordsSaying::tr("%1 makes a request of %2, and a batch takes %3 at most.").arg(where, sizeWords(problem.found), sizeWords(problem.wanted));
    case RowTrouble::CannotRead:
    case RowTrouble::NoHeader:
    case RowTrouble::NameTwice:
    case RowTrouble::QuoteNotClosed:
    case RowTrouble::TooManyTokens:
        break;
    }
    return {};
}

} // namespace

QString sentence(const RowProblem &problem, RowIs row)
{
    const QString line = figure(problem.line);
    const QString where = row == RowIs::Line ? RowProblemWordsSaying::tr("Line %1").arg(line) : RowProblemWordsSaying::tr("File %1").arg(line);
    switch (problem.trouble) {
    case RowTrouble::CannotRead:
        return problem.line < 2 ? RowProblemWordsSaying::tr("The file cannot be read: %1.").arg(problem.detail)
                                : RowProblemWordsSaying::tr("From line %1 on the file cannot be read: %2.").arg(line, problem.detail);
    case RowTrouble::NoHeader:
        return RowProblemWordsSaying::tr("The file has no rows: nothing is in it, or its first line names no columns.");
    case RowTrouble::NameTwice:
        return RowProblemWordsSaying::tr("Two columns are named “%1”. No row is read before each has a name of its own.").arg(problem.detail);
    case RowTrouble::QuoteNotClosed:
        return RowProblemWordsSaying::tr("The quote that line %1 opens is never closed. Nothing behind it is read.").arg(line);
    case RowTrouble::TooManyTokens:
        return RowProblemWordsSaying::tr("%1 has about %2 tokens, and the model takes %3. It is asked all the same.").arg(where, figure(problem.found), figure(problem.wanted));
    case RowTrouble::TextAfterQuote:
    case RowTrouble::TooFewFields:
    case RowTrouble::TooManyFields:
    case RowTrouble::NotText:
    case RowTrouble::NotJson:
    case RowTrouble::NotAnObject:
    case RowTrouble::TooLong:
    case RowTrouble::BadFile:
    case RowTrouble::NoValue:
    case RowTrouble::BlankPrompt:
    case RowTrouble::TooManyBytes:
        break;
    }
    return RowProblemWordsSaying::tr("%1 It is left out.").arg(leftOut(problem, where));
}

QString inShort(RowTrouble trouble)
{
    switch (trouble) {
    case RowTrouble::CannotRead:
        return RowProblemWordsSaying::tr("not readable");
    case RowTrouble::NoHeader:
        return RowProblemWordsSaying::tr("no columns");
    case RowTrouble::NameTwice:
        return RowProblemWordsSaying::tr("a name twice");
    case RowTrouble::QuoteNotClosed:
        return RowProblemWordsSaying::tr("a quote not closed");
    case RowTrouble::TextAfterQuote:
        return RowProblemWordsSaying::tr("text behind a quote");
    case RowTrouble::TooFewFields:
        return RowProblemWordsSaying::tr("too few fields");
    case RowTrouble::TooManyFields:
        return RowProblemWordsSaying::tr("too many fields");
    case RowTrouble::NotText:
        return RowProblemWordsSaying::tr("no text");
    case RowTrouble::NotJson:
        return RowProblemWordsSaying::tr("no JSON");
    case RowTrouble::NotAnObject:
        return RowProblemWordsSaying::tr("no object");
    case RowTrouble::TooLong:
    case RowTrouble::TooManyBytes:
        return RowProblemWordsSaying::tr("too long");
    case RowTrouble::BadFile:
        return RowProblemWordsSaying::tr("not usable");
    case RowTrouble::NoValue:
        return RowProblemWordsSaying::tr("no value");
    case RowTrouble::BlankPrompt:
        return RowProblemWordsSaying::tr("nothing asked");
    case RowTrouble::TooManyTokens:
        break;
    }
    return RowProblemWordsSaying::tr("too many tokens");
}

} // namespace breakwater::rowproblemwords
