// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"

#include <QString>

#include <optional>
#include <vector>

namespace breakwater {

/// The files that conversations go out in.
enum class ExportFormat { Markdown, Html, Pdf, Json };

/// Why something of an import was left out, or came otherwise than it was.
enum class SkipReason {
    NotReadable, ///< not JSON, or not what it says it is
    TooLarge, ///< more than is read of one conversation or file
    NoMessages, ///< a conversation in which nobody said anything
    IdTaken, ///< its name is that of something else in the history
    Unknown, ///< a kind of content that is not known
    FileMissing, ///< is named, and not in the export
    FileUnusable, ///< too large, or of a kind that cannot go along with a question
    Locked, ///< encrypted
    CutOff, ///< the file ends in the midst of it
};

struct Skipped
{
    SkipReason reason = SkipReason::NotReadable;
    QString what; ///< a title or a name, as the export says it; may be empty
    friend bool operator==(const Skipped &, const Skipped &) = default;
};

/// Why an import came to nothing, or to an end before its end.
enum class ImportTrouble {
    CannotOpen, ///< with the system's own words
    NoExport, ///< nothing in it is a conversation of a kind that is known
    Locked, ///< an encrypted archive
    Damaged, ///< an archive that cannot be read
    Bomb, ///< an archive that unpacks to far more than it is
    NewerFormat, ///< our own, of a later program
    NotWritten, ///< the history could not be written, with the fault
};

/// What an import did. Counts are whole; the list of what was skipped is not, where that was much.
struct ImportReport
{
    static constexpr std::size_t mostListed = 500;

    int added = 0; ///< conversations
    int grown = 0; ///< conversations that were there, and got messages
    int known = 0; ///< conversations that were there whole
    int messages = 0; ///< added
    int files = 0; ///< added with them
    int left = 0; ///< all that was skipped
    std::vector<Skipped> skipped; ///< the first of them
    bool cancelled = false; ///< what is in stays
    std::optional<ImportTrouble> trouble;
    QString detail; ///< of the trouble, in the system's own words
    std::optional<Fault> fault; ///< with NotWritten

    void skip(const Skipped &what)
    {
        ++left;
        if (skipped.size() < mostListed)
            skipped.push_back(what);
    }
    friend bool operator==(const ImportReport &, const ImportReport &) = default;
};

/// What an export did.
struct ExportReport
{
    int conversations = 0;
    QString path; ///< of the file, or of the folder where there are several
    bool cancelled = false;
    QString problem; ///< the system's own words; empty: all went well
    std::optional<Fault> fault; ///< the history could not be read
    friend bool operator==(const ExportReport &, const ExportReport &) = default;
};

} // namespace breakwater
