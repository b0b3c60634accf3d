// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/storewords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace breakwater {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("breakwater::StoreWords", text);
}

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

/// What befell the disk, as a title.
QString happened(const Fault &fault)
{
    if (fault.kind == FaultKind::DiskFull)
        return say("The disk is full.");
    if (fault.code == QLatin1String("noFolder"))
        return say("Breakwater’s folder is not there.");
    if (fault.code == QLatin1String("folderIsFile") || fault.code == QLatin1String("isFolder"))
        return say("Something else is in the place of Breakwater’s folder.");
    if (isReadOnlyDisk(fault))
        return say("The disk is read-only.");
    if (isFailingDisk(fault))
        return say("The disk does not work as it should.");
    if (fault.kind == FaultKind::ReadOnly)
        return say("Breakwater’s folder cannot be written.");
    if (fault.code == QLatin1String("locked"))
        return say("Another program holds Breakwater’s history.");
    if (fault.code == QLatin1String("damaged"))
        return say("Breakwater’s history is damaged.");
    return say("Breakwater could not save this turn.");
}

/// What would help, as a sentence; empty where only the system knows.
QString helps(const Fault &fault)
{
    if (fault.kind == FaultKind::DiskFull)
        return say("About 20 MB is enough.");
    if (fault.code == QLatin1String("noFolder"))
        return say("Bring it back, or connect the disk that it is on.");
    if (fault.code == QLatin1String("folderIsFile") || fault.code == QLatin1String("isFolder"))
        return say("Move it away.");
    if (isReadOnlyDisk(fault))
        return say("The disk has to be made writable, or connected again.");
    if (isFailingDisk(fault))
        return say("The disk has to be repaired, or connected again.");
    if (fault.kind == FaultKind::ReadOnly)
        return say("It needs permission to write there.");
    if (fault.code == QLatin1String("locked"))
        return say("It is written when that program lets go.");
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
    return known ? both(sentence, helps(fault)) : both(sentence, say("The system says: %1.").arg(fault.detail));
}

} // namespace

Words answerNotSavedWords(const Fault &fault)
{
    const bool answer = fault.kind == FaultKind::DiskFull || isReadOnlyDisk(fault) || isFailingDisk(fault);
    return {happened(fault), withReason(fault, answer ? say("This answer is on screen but not saved.") : say("What you see is on screen but not saved."))};
}

Words notAcceptedWords(const Fault &fault)
{
    return {happened(fault), withReason(fault, say("This turn was not sent. Your text is kept."))};
}

Words notSavedWords(const Fault &fault)
{
    const bool named = isFailingDisk(fault) || fault.code == QLatin1String("locked") || fault.code == QLatin1String("damaged");
    const QString title = fault.kind == FaultKind::Store && !named
        ? say("Breakwater could not save a change.")
        : happened(fault);
    return {title, withReason(fault, say("Your last changes are on screen but not saved. Breakwater keeps them and tries again."))};
}

Words notOpenedWords(const Fault &fault, const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (fault.code == QLatin1String("newer"))
        return {say("A newer Breakwater wrote your history."),
            say("%1 wrote it; this program cannot read it. Nothing was changed. Update the program, or start it with another folder: breakwater --data FOLDER.")
                .arg(fault.detail.isEmpty() ? say("A later version") : fault.detail)};
    if (fault.code == QLatin1String("backup")) {
        const QString nothing = say("This version has to change the file, and makes a copy before. Nothing was changed.");
        return {say("Your history could not be copied."), fault.kind == FaultKind::DiskFull ? say("%1 The disk has no room for the copy: %2.").arg(nothing, folder) : withReason(fault, nothing)};
    }
    if (fault.code == QLatin1String("noFolder"))
        return {say("Breakwater’s folder is not there."), say("%1 is missing. Bring it back, or connect the disk that it is on, then try again. Nothing can be sent before.").arg(folder)};
    if (fault.code == QLatin1String("folderIsFile"))
        return {say("A file is in the place of Breakwater’s folder."), say("%1 is a file. Move it away, then try again. Nothing can be sent before.").arg(folder)};
    if (fault.code == QLatin1String("isFolder"))
        return {say("A folder is in the place of Breakwater’s history."), say("%1 is a folder. Move it away, then try again. Nothing can be sent before.").arg(file)};
    if (isReadOnlyDisk(fault))
        return {happened(fault), say("%1 is on it, and has to be writable. Your history is unchanged. Nothing can be sent before.").arg(folder)};
    if (fault.kind == FaultKind::ReadOnly)
        return {say("Breakwater’s folder cannot be written."), say("It needs permission to write in %1. Your history is unchanged. Nothing can be sent before.").arg(folder)};
    if (fault.kind == FaultKind::DiskFull)
        return {say("The disk is full."), say("Your history cannot be opened without about 20 MB of room in %1. It is unchanged. Nothing can be sent before.").arg(folder)};
    if (fault.code == QLatin1String("locked"))
        return {say("Another program holds Breakwater’s history."), say("Let it go of %1, then try again. Nothing can be sent before.").arg(file)};
    if (fault.code == QLatin1String("damaged"))
        return {say("Your history is damaged and could not be mended."), say("%1 is as it was. Nothing can be sent before.").arg(file)};
    return {say("Your history could not be opened."), withReason(fault, say("%1 is as it was. Nothing can be sent before.").arg(file))};
}

Words onlyShownWords(const Fault &fault, const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    return {happened(fault), say("Your history can be read, but nothing can be sent or changed before %1 can be written.").arg(folder)};
}

Words dataTroubleWords(const Fault &fault)
{
    if (fault.kind == FaultKind::DiskFull)
        return {say("There is not enough room on that disk."), say("Nothing was changed.")};
    if (fault.code == QLatin1String("newer"))
        return {say("A newer Breakwater wrote that file."), say("Update the program to read it. Nothing was changed.")};
    if (fault.code == QLatin1String("damaged"))
        return {say("That file is damaged, or no history of Breakwater."), say("Nothing was changed.")};
    if (fault.code == QLatin1String("taken"))
        return {say("There is a history in that folder already."), say("Choose another folder. Nothing was changed.")};
    if (fault.code == QLatin1String("locked"))
        return {say("Another program holds the history."), say("Try again when it lets go. Nothing was changed.")};
    if (fault.kind == FaultKind::ReadOnly)
        return {say("That folder cannot be written."), say("Choose one where you may write. Nothing was changed.")};
    return {say("That did not work."), fault.detail.isEmpty() ? say("Nothing was changed.") : say("The system says: %1. Nothing was changed.").arg(fault.detail)};
}

Words mendedWords(int messages, std::optional<int> known, const QString &keptAt)
{
    const QLocale locale;
    const QString read = !known ? say("%1 messages were read.").arg(locale.toString(messages))
        : *known == messages    ? say("All %1 messages were read.").arg(locale.toString(messages))
                                : say("%1 of %2 messages were read.").arg(locale.toString(messages), locale.toString(*known));
    return {say("Your history was damaged, and is mended."), say("%1 The damaged file is kept at %2.").arg(read, keptAt)};
}

} // namespace breakwater
