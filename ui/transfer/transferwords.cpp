// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferwords.h"

#include "ui/words/faultwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace breakwater {

namespace {

struct TransferWords
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::TransferWords)
public:
    static QString trouble(const ImportReport &report)
    {
        switch (*report.trouble) {
        case ImportTrouble::CannotOpen:
            return tr("The file cannot be read: %1.").arg(report.detail);
        case ImportTrouble::NoExport:
            return tr("No conversation of a known kind is in it. Choose an export of Breakwater, ChatGPT or Claude: its zip archive, its folder or its JSON file.");
        case ImportTrouble::Locked:
            return tr("The archive is encrypted. Unpack it with its password, and choose the folder.");
        case ImportTrouble::Damaged:
            return tr("The archive is damaged. Download the export again.");
        case ImportTrouble::Bomb:
            return tr("The archive unpacks to far more than an export does. It was read no further.");
        case ImportTrouble::NewerFormat:
            return tr("The file is of a newer Breakwater. Update this one, and import it again.");
        case ImportTrouble::NotWritten:
            break;
        }
        return report.fault ? wordsFor(*report.fault, {}).sentence : tr("The history could not be written.");
    }
    static QString done(const ImportReport &report)
    {
        QStringList parts;
        if (report.added > 0)
            parts.append(report.added == 1 ? tr("1 conversation was added") : tr("%1 conversations were added").arg(QLocale().toString(report.added)));
        if (report.grown > 0)
            parts.append(report.grown == 1 ? tr("1 went on") : tr("%1 went on").arg(QLocale().toString(report.grown)));
        if (report.known > 0)
            parts.append(report.known == 1 ? tr("1 was there already") : tr("%1 were there already").arg(QLocale().toString(report.known)));
        const QString text = parts.isEmpty() ? tr("Nothing was added") : parts.join(tr(", "));
        if (report.messages == 0)
            return tr("%1.").arg(text);
        return report.messages == 1 ? tr("%1, with 1 message.").arg(text) : tr("%1, with %2 messages.").arg(text).arg(QLocale().toString(report.messages));
    }
    static QString reason(SkipReason reason)
    {
        switch (reason) {
        case SkipReason::NotReadable:
            return tr("is not readable");
        case SkipReason::TooLarge:
            return tr("is larger than what is read of one conversation");
        case SkipReason::NoMessages:
            return tr("has no messages");
        case SkipReason::IdTaken:
            return tr("has the name of something else in the history");
        case SkipReason::Unknown:
            return tr("is content of an unknown kind");
        case SkipReason::FileMissing:
            return tr("is named, but not in the export");
        case SkipReason::FileUnusable:
            return tr("is a file that cannot go along with a question");
        case SkipReason::Locked:
            return tr("is encrypted");
        case SkipReason::CutOff:
            break;
        }
        return tr("ends in the midst of it");
    }
    static QString unnamed() { return tr("Something without a name"); }
    static QString more(int count) { return tr("and %1 more").arg(QLocale().toString(count)); }
    static QString stopped() { return tr("Stopped. What is in stays."); }
    static QString written(const ExportReport &report)
    {
        const QString path = QDir::toNativeSeparators(report.path);
        return report.conversations == 1 ? tr("Written to %1.").arg(path) : tr("%1 conversations were written to %2.").arg(QLocale().toString(report.conversations)).arg(path);
    }
    static QString notWritten(const QString &why) { return tr("The export could not be written: %1.").arg(why); }
    static QString exportStopped(int count)
    {
        if (count == 0)
            return tr("Stopped. Nothing was written.");
        return count == 1 ? tr("Stopped. 1 conversation is written.") : tr("Stopped. %1 conversations are written.").arg(QLocale().toString(count));
    }
};

} // namespace

QString importSentence(const ImportReport &report)
{
    if (!report.trouble)
        return report.cancelled ? TransferWords::stopped() + QLatin1Char(' ') + TransferWords::done(report) : TransferWords::done(report);
    const QString trouble = TransferWords::trouble(report);
    return report.messages > 0 ? trouble + QLatin1Char(' ') + TransferWords::done(report) : trouble;
}

QStringList skippedLines(const ImportReport &report)
{
    QStringList lines;
    for (const Skipped &each : report.skipped)
        lines.append(QStringLiteral("%1: %2").arg(each.what.isEmpty() ? TransferWords::unnamed() : each.what, TransferWords::reason(each.reason)));
    if (const int more = report.left - static_cast<int>(report.skipped.size()); more > 0)
        lines.append(TransferWords::more(more));
    return lines;
}

QString exportSentence(const ExportReport &report)
{
    if (report.fault)
        return wordsFor(*report.fault, {}).sentence;
    if (!report.problem.isEmpty())
        return TransferWords::notWritten(report.problem);
    return report.cancelled ? TransferWords::exportStopped(report.conversations) : TransferWords::written(report);
}

QString formatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown:
        return QStringLiteral("Markdown");
    case ExportFormat::Html:
        return QStringLiteral("HTML");
    case ExportFormat::Pdf:
        return QStringLiteral("PDF");
    case ExportFormat::Json:
        break;
    }
    return QStringLiteral("JSON");
}

} // namespace breakwater
