// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/storewords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace breakwater {

namespace {

struct StoreWordsSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::StoreWords)
};

bool isReadOnlyDisk(const Fault &fault)
{
    return fault.code == QLatin1String("readOnlyDisk");
}

/// SQLite's number for reads and writes that fail.
bool isFailingDisk(const Fault &fault)
{
    constexpr int primaryCode = 0xFF;
    constexpr int inputOutput = 10;
    return fault.kind == FaultKind::Store && (fault.code.toInt() & primaryCode) == inputOutput;
}

/// Nothing more is known of it than that it failed.
bool isUnnamed(const Fault &fault)
{
    return fault.kind == FaultKind::Store && !isFailingDisk(fault) && fault.code != QLatin1String("locked") && fault.code != QLatin1String("damaged");
}

/// What befell the disk, as a title.
QString happened(const Fault &fault)
{
    if (fault.kind == FaultKind::DiskFull)
        return StoreWordsSaying::tr("The disk is full.");
    if (fault.code == QLatin1String("noFolder"))
        return StoreWordsSaying::tr("Breakwater’s folder is not there.");
    if (fault.code == QLatin1String("folderIsFile") || fault.code == QLatin1String("isFolder"))
        return StoreWordsSaying::tr("Something else is in the place of Breakwater’s folder.");
    if (isReadOnlyDisk(fault))
        return StoreWordsSaying::tr("The disk is read-only.");
    if (isFailingDisk(fault))
        return StoreWordsSaying::tr("The disk does not work as it should.");
    if (fault.kind == FaultKind::ReadOnly)
        return StoreWordsSaying::tr("Breakwater’s folder cannot be written.");
    if (fault.code == QLatin1String("locked"))
        return StoreWordsSaying::tr("Another program holds Breakwater’s history.");
    if (fault.code == QLatin1String("damaged"))
        return StoreWordsSaying::tr("Breakwater’s history is damaged.");
    return StoreWordsSaying::tr("Breakwater could not save this turn.");
}

/// What would help, as a sentence; empty where only the system knows.
QString helps(const Fault &fault)
{
    if (fault.kind == FaultKind::DiskFull)
        return StoreWordsSaying::tr("About 20 MB is enough.");
    if (fault.code == QLatin1String("noFolder"))
        return StoreWordsSaying::tr("Bring it back, or connect the disk that it is on.");
    if (fault.code == QLatin1String("folderIsFile") || fault.code == QLatin1String("isFolder"))
        return StoreWordsSaying::tr("Move it away.");
    if (isReadOnlyDisk(fault))
        return StoreWordsSaying::tr("The disk has to be made writable, or connected again.");
    if (isFailingDisk(fault))
        return StoreWordsSaying::tr("The disk has to be repaired, or connected again.");
    if (fault.kind == FaultKind::ReadOnly)
        return StoreWordsSaying::tr("It needs permission to write there.");
    if (fault.code == QLatin1String("locked"))
        return StoreWordsSaying::tr("It is written when that program lets go.");
    return {};
}

QString both(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + QLatin1Char(' ') + second;
}

/// The system's own words, where nothing better is known.
QString withReason(const Fault &fault, const QString &sentence)
{
    const bool known = !helps(fault).isEmpty() || fault.detail.isEmpty();
    return known ? both(sentence, helps(fault)) : both(sentence, StoreWordsSaying::tr("The system says: %1.").arg(fault.detail));
}

} // namespace

Words answerNotSavedWords(const Fault &fault)
{
    const bool answer = fault.kind == FaultKind::DiskFull || isReadOnlyDisk(fault) || isFailingDisk(fault);
    return {happened(fault), withReason(fault, answer ? StoreWordsSaying::tr("This answer is on screen but not saved.") : StoreWordsSaying::tr("What you see is on screen but not saved."))};
}

Words notAcceptedWords(const Fault &fault)
{
    return {happened(fault), withReason(fault, StoreWordsSaying::tr("This turn was not sent. Your text is kept."))};
}

Words batchNotWrittenWords(const Fault &fault)
{
    const QString title = isUnnamed(fault) ? StoreWordsSaying::tr("Breakwater could not write this batch down.") : happened(fault);
    return {title, withReason(fault, StoreWordsSaying::tr("Nothing was sent. All that stands here is kept."))};
}

Words notSavedWords(const Fault &fault)
{
    const QString title = isUnnamed(fault)
        ? StoreWordsSaying::tr("Breakwater could not save a change.")
        : happened(fault);
    return {title, withReason(fault, StoreWordsSaying::tr("Your last changes are on screen but not saved. Breakwater keeps them and tries again."))};
}

Words notOpenedWords(const Fault &fault, const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (fault.code == QLatin1String("newer"))
        return {StoreWordsSaying::tr("A newer Breakwater wrote your history."),
            StoreWordsSaying::tr("%1 wrote it; this program cannot read it. Nothing was changed. Update the program, or start it with another folder: breakwater --data FOLDER.")
                .arg(fault.detail.isEmpty() ? StoreWordsSaying::tr("A later version") : fault.detail)};
    if (fault.code == QLatin1String("backup")) {
        const QString nothing = StoreWordsSaying::tr("This version has to change the file, and makes a copy before. Nothing was changed.");
        return {StoreWordsSaying::tr("Your history could not be copied."), fault.kind == FaultKind::DiskFull ? StoreWordsSaying::tr("%1 The disk has no room for the copy: %2.").arg(nothing, folder) : withReason(fault, nothing)};
    }
    if (fault.code == QLatin1String("noFolder"))
        return {StoreWordsSaying::tr("Breakwater’s folder is not there."), StoreWordsSaying::tr("%1 is missing. Bring it back, or connect the disk that it is on, then try again. Nothing can be sent before.").arg(folder)};
    if (fault.code == QLatin1String("folderIsFile"))
        return {StoreWordsSaying::tr("A file is in the place of Breakwater’s folder."), StoreWordsSaying::tr("%1 is a file. Move it away, then try again. Nothing can be sent before.").arg(folder)};
    if (fault.code == QLatin1String("isFolder"))
        return {StoreWordsSaying::tr("A folder is in the place of Breakwater’s history."), StoreWordsSaying::tr("%1 is a folder. Move it away, then try again. Nothing can be sent before.").arg(file)};
    if (isReadOnlyDisk(fault))
        return {happened(fault), StoreWordsSaying::tr("%1 is on it, and has to be writable. Your history is unchanged. Nothing can be sent before.").arg(folder)};
    if (fault.kind == FaultKind::ReadOnly)
        return {StoreWordsSaying::tr("Breakwater’s folder cannot be written."), StoreWordsSaying::tr("It needs permission to write in %1. Your history is unchanged. Nothing can be sent before.").arg(folder)};
    if (fault.kind == FaultKind::DiskFull)
        return {StoreWordsSaying::tr("The disk is full."), StoreWordsSaying::tr("Your history cannot be opened without about 20 MB of room in %1. It is unchanged. Nothing can be sent before.").arg(folder)};
    if (fault.code == QLatin1String("locked"))
        return {StoreWordsSaying::tr("Another program holds Breakwater’s history."), StoreWordsSaying::tr("Let it go of %1, then try again. Nothing can be sent before.").arg(file)};
    if (fault.code == QLatin1String("damaged"))
        return {StoreWordsSaying::tr("Your history is damaged and could not be mended."), StoreWordsSaying::tr("%1 is as it was. Nothing can be sent before.").arg(file)};
    return {StoreWordsSaying::tr("Your history could not be opened."), withReason(fault, StoreWordsSaying::tr("%1 is as it was. Nothing can be sent before.").arg(file))};
}

Words onlyShownWords(const Fault &fault, const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    return {happened(fault), StoreWordsSaying::tr("Your history can be read, but nothing can be sent or changed before %1 can be written.").arg(folder)};
}

Words dataTroubleWords(const Fault &fault)
{
    if (fault.kind == FaultKind::DiskFull)
        return {StoreWordsSaying::tr("There is not enough room on that disk."), StoreWordsSaying::tr("Nothing was changed.")};
    if (fault.code == QLatin1String("newer"))
        return {StoreWordsSaying::tr("A newer Breakwater wrote that file."), StoreWordsSaying::tr("Update the program to read it. Nothing was changed.")};
    if (fault.code == QLatin1String("damaged"))
        return {StoreWordsSaying::tr("That file is damaged, or no history of Breakwater."), StoreWordsSaying::tr("Nothing was changed.")};
    if (fault.code == QLatin1String("taken"))
        return {StoreWordsSaying::tr("There is a history in that folder already."), StoreWordsSaying::tr("Choose another folder. Nothing was changed.")};
    if (fault.code == QLatin1String("locked"))
        return {StoreWordsSaying::tr("Another program holds the history."), StoreWordsSaying::tr("Try again when it lets go. Nothing was changed.")};
    if (fault.kind == FaultKind::ReadOnly)
        return {StoreWordsSaying::tr("That folder cannot be written."), StoreWordsSaying::tr("Choose one where you may write. Nothing was changed.")};
    return {StoreWordsSaying::tr("That did not work."), fault.detail.isEmpty() ? StoreWordsSaying::tr("Nothing was changed.") : StoreWordsSaying::tr("The system says: %1. Nothing was changed.").arg(fault.detail)};
}

Words mendedWords(int messages, std::optional<int> known, const QString &keptAt)
{
    const QLocale locale;
    const QString read = !known ? StoreWordsSaying::tr("%1 messages were read.").arg(locale.toString(messages))
        : *known == messages    ? StoreWordsSaying::tr("All %1 messages were read.").arg(locale.toString(messages))
                                : StoreWordsSaying::tr("%1 of %2 messages were read.").arg(locale.toString(messages), locale.toString(*known));
    return {StoreWordsSaying::tr("Your history was damaged, and is mended."), StoreWordsSaying::tr("%1 The damaged file is kept at %2.").arg(read, keptAt)};
}

Words settingsPutAsideWords(const QString &keptAt)
{
    return {StoreWordsSaying::tr("Your settings could not be read."),
        StoreWordsSaying::tr("Breakwater began with its usual ones. The damaged file is kept at %1.").arg(keptAt)};
}

} // namespace breakwater
