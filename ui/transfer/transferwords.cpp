// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferwords.h"

#include "ui/words/faultwords.h"

#include <QCoreApplication>
#include <QDir>

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
            parts.append(tr("%n conversation(s) added", nullptr, report.added));
        if (report.grown > 0)
            parts.append(tr("%n went on", nullptr, report.grown));
        if (report.known > 0)
            parts.append(tr("%n there already", nullptr, report.known));
        if (parts.isEmpty())
            parts.append(tr("nothing added"));
        QString text = parts.join(tr(", "));
        text[0] = text.at(0).toUpper();
        text += tr("; %n message(s) in all.", nullptr, report.messages);
        return text;
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
    static QString more(int count) { return tr("and %n more", nullptr, count); }
    static QString stopped() { return tr("Stopped. What is in stays."); }
    static QString written(const ExportReport &report)
    {
        return tr("%n conversation(s) written to %1.", nullptr, report.conversations).arg(QDir::toNativeSeparators(report.path));
    }
    static QString notWritten(const QString &why) { return tr("The export could not be written: %1.").arg(why); }
    static QString exportStopped(int count)
    {
        return count > 0 ? tr("Stopped. %n conversation(s) are written.", nullptr, count) : tr("Stopped. Nothing was written.");
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
