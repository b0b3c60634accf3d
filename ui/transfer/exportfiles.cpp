// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/exportfiles.h"

#include "core/chat/branch.h"
#include "ui/transfer/filenames.h"
#include "ui/transfer/htmltext.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace breakwater {

namespace {

/// The words of exported files.
struct ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::ExportWords)
public:
    static QString who(const Message &message)
    {
        QString name = message.role == Role::User ? tr("You") : message.model.isEmpty() ? tr("Answer") : message.model;
        if (message.state == MessageState::SetAside)
            name = tr("%1 (broke off, asked again)").arg(name);
        return name;
    }
    static QString versions(std::size_t count) { return tr("One of %1 versions; the others are not shown here.").arg(count); }
    static QString files() { return tr("Files"); }
    static QString page(int number, int count) { return tr("%1 of %2").arg(number).arg(count); }
};

QString isoTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODate);
}

QString localTime(WallTime at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()), QLocale::ShortFormat);
}

/// A text as YAML takes it: JSON's strings are YAML's.
QString quotedForYaml(const QString &text)
{
    const QString array = QString::fromUtf8(QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact));
    return array.mid(1, array.size() - 2);
}

QStringList modelsIn(const std::vector<const Message *> &branch)
{
    QStringList models;
    for (const Message *each : branch) {
        if (!each->model.isEmpty() && !models.contains(each->model))
            models.append(each->model);
    }
    return models;
}

/// The names of a branch's files in their folder, in the order of the messages: the same for the text and for the folder.
QStringList namesOfFiles(const std::vector<const Message *> &branch)
{
    FileNames names;
    QStringList all;
    for (const Message *message : branch) {
        for (const Attachment &each : message->attachments) {
            const QFileInfo name(each.name);
            const QString ending = name.suffix().isEmpty() ? QString() : QLatin1Char('.') + safeFileName(name.suffix()).left(12);
            all.append(names.next(ending.isEmpty() ? each.name : name.completeBaseName(), ending));
        }
    }
    return all;
}

/// How many versions there are where a turn begins; 1: only this one.
std::size_t versionsAt(const TurnTree &tree, const Message &message)
{
    return message.role == Role::User ? tree.versionsOf(message.turn).size() : 1;
}

std::optional<QString> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? std::nullopt : std::optional(file.errorString());
}

const QLatin1String exportStyle("body{font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;background:#fff;color:#16202a}"
                                "h1{font-size:1.5rem}h2{font-size:.95rem;color:#4a5a68;margin:2rem 0 .25rem}time,.note{color:#4a5a68;font-weight:normal;font-size:.85rem}"
                                "pre{background:#eef2f5;padding:.75rem;border-radius:6px;overflow-x:auto}code{font-family:ui-monospace,monospace;font-size:.9em}"
                                "table{border-collapse:collapse}td,th{border:1px solid #c3ccd4;padding:.25rem .5rem}img{max-width:100%}blockquote{border-left:3px solid #c3ccd4;margin-left:0;padding-left:1rem}"
                                "@media(prefers-color-scheme:dark){body{background:#10161c;color:#e3e9ee}h2,time,.note{color:#9fb0be}pre{background:#1a232c}a{color:#7fc1ff}td,th,blockquote{border-color:#3a4753}}");

QString filesAsHtml(const Message &message)
{
    QString text;
    for (const Attachment &each : message.attachments) {
        const QString name = each.name.toHtmlEscaped();
        if (each.kind == AttachmentKind::Image && each.mediaType.startsWith("image/") && each.mediaType != "image/svg+xml")
            text += QStringLiteral("<p><img alt=\"%1\" src=\"data:%2;base64,").arg(name, QString::fromLatin1(each.mediaType).toHtmlEscaped()) + QString::fromLatin1(each.data.toBase64())
                + QStringLiteral("\"></p>\n");
        else if (each.kind == AttachmentKind::Text)
            text += QStringLiteral("<details><summary>%1</summary><pre><code>%2</code></pre></details>\n").arg(name, QString::fromUtf8(each.data).toHtmlEscaped());
        else
            text += QStringLiteral("<p class=\"note\">%1</p>\n").arg(name);
    }
    return text;
}

std::optional<QString> writePdf(const QString &path, const Conversation &conversation, const std::vector<Message> &messages)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    {
        constexpr int dotsPerInch = 96;
        QPdfWriter pdf(&file);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(20, 18, 20, 22), QPageLayout::Millimeter);
        pdf.setResolution(dotsPerInch);
        pdf.setTitle(conversation.title);
        pdf.setCreator(QStringLiteral("Breakwater"));
        QTextDocument document;
        document.setUndoRedoEnabled(false);
        document.setDefaultFont(QFont(QStringLiteral("sans-serif"), 10));
        document.documentLayout()->setPaintDevice(&pdf);
        document.setHtml(asHtmlFile(conversation, messages).replace(exportStyle, QLatin1String("pre,code{font-family:monospace}pre{background-color:#f1f4f4}td,th{padding:2px 10px 2px 0}th{text-align:left}a{color:#0b6b75}img{max-width:600px}")));
        const QSizeF page(pdf.width(), pdf.height());
        document.setPageSize(page);
        QPainter painter(&pdf);
        QAbstractTextDocumentLayout::PaintContext context; // paper is white, whatever the window is
        context.palette.setColor(QPalette::Text, Qt::black);
        const int pages = document.pageCount();
        for (int number = 1; number <= pages; ++number) {
            if (number > 1)
                pdf.newPage();
            painter.save();
            painter.translate(0, -page.height() * (number - 1));
            context.clip = QRectF(QPointF(0, page.height() * (number - 1)), page);
            painter.setClipRect(context.clip);
            document.documentLayout()->draw(&painter, context);
            painter.restore();
            painter.drawText(QRectF(0, page.height() + 16, page.width(), 24), Qt::AlignRight | Qt::AlignVCenter, ExportWords::page(number, pages));
        }
    }
    return file.commit() ? std::nullopt : std::optional(file.errorString());
}

} // namespace

QString endingOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown:
        return QStringLiteral(".md");
    case ExportFormat::Html:
        return QStringLiteral(".html");
    case ExportFormat::Pdf:
        return QStringLiteral(".pdf");
    case ExportFormat::Json:
        break;
    }
    return QStringLiteral(".json");
}

QString asMarkdownFile(const Conversation &conversation, const std::vector<Message> &messages, const QString &filesFolder)
{
    const TurnTree tree(messages);
    const auto branch = branchOf(messages, conversation.leaf);
    QString text = QStringLiteral("---\ntitle: ") + quotedForYaml(conversation.title) + QStringLiteral("\ncreated: ") + isoTime(conversation.createdAt) + QStringLiteral("\nupdated: ")
        + isoTime(conversation.updatedAt) + QStringLiteral("\nmodels:");
    QStringList models = modelsIn(branch);
    for (QString &model : models)
        model = quotedForYaml(model);
    text += QStringLiteral(" [") + models.join(QStringLiteral(", ")) + QStringLiteral("]\n---\n\n# ") + conversation.title.simplified() + QLatin1Char('\n');
    QStringList files = namesOfFiles(branch);
    for (const Message *message : branch) {
        text += QStringLiteral("\n## ") + ExportWords::who(*message) + QStringLiteral("\n\n");
        if (const std::size_t versions = versionsAt(tree, *message); versions > 1)
            text += QLatin1Char('*') + ExportWords::versions(versions) + QStringLiteral("*\n\n");
        text += message->text.trimmed() + QLatin1Char('\n');
        for (const Attachment &each : message->attachments) {
            const QString target = QString::fromLatin1(QUrl::toPercentEncoding(filesFolder + QLatin1Char('/') + files.takeFirst(), "/"));
            QString label = each.name;
            label.replace(QLatin1Char('['), QLatin1Char('(')).replace(QLatin1Char(']'), QLatin1Char(')'));
            text += QLatin1Char('\n') + QString(each.kind == AttachmentKind::Image ? QStringLiteral("!") : QString()) + QStringLiteral("[%1](%2)\n").arg(label, target);
        }
    }
    return text;
}

QString asHtmlFile(const Conversation &conversation, const std::vector<Message> &messages)
{
    const TurnTree tree(messages);
    const QString title = conversation.title.toHtmlEscaped();
    QString text = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">"
                                  "<meta name=\"color-scheme\" content=\"light dark\"><title>")
        + title + QStringLiteral("</title><style>") + exportStyle + QStringLiteral("</style></head>\n<body><h1>") + title + QStringLiteral("</h1>\n");
    for (const Message *message : branchOf(messages, conversation.leaf)) {
        text += QStringLiteral("<section><h2>") + ExportWords::who(*message).toHtmlEscaped() + QStringLiteral(" <time datetime=\"") + isoTime(message->at) + QStringLiteral("\">")
            + localTime(message->at).toHtmlEscaped() + QStringLiteral("</time></h2>\n");
        if (const std::size_t versions = versionsAt(tree, *message); versions > 1)
            text += QStringLiteral("<p class=\"note\">") + ExportWords::versions(versions).toHtmlEscaped() + QStringLiteral("</p>\n");
        text += markdownToHtml(message->text) + filesAsHtml(*message) + QStringLiteral("</section>\n");
    }
    return text + QStringLiteral("</body></html>\n");
}

std::optional<QString> writeConversation(ExportFormat format, const QString &path, const Conversation &conversation, const std::vector<Message> &messages)
{
    switch (format) {
    case ExportFormat::Json:
        return QString();
    case ExportFormat::Pdf:
        return writePdf(path, conversation, messages);
    case ExportFormat::Html:
        return writeFile(path, asHtmlFile(conversation, messages).toUtf8());
    case ExportFormat::Markdown:
        break;
    }
    const QFileInfo file(path);
    const auto branch = branchOf(messages, conversation.leaf);
    QStringList names = namesOfFiles(branch);
    QString folder = safeFileName(file.completeBaseName()) + QLatin1Char(' ') + ExportWords::files().toLower();
    if (!names.isEmpty()) {
        const QDir parent = file.absoluteDir();
        const QString wanted = folder;
        for (int number = 2; !parent.mkdir(folder); ++number) {
            if (!QFileInfo::exists(parent.filePath(folder)))
                return QCoreApplication::translate("breakwater::ExportWords", "The folder %1 cannot be made.").arg(parent.filePath(folder));
            folder = QStringLiteral("%1 (%2)").arg(wanted).arg(number);
        }
        for (const Message *message : branch) {
            for (const Attachment &each : message->attachments) {
                if (auto problem = writeFile(parent.filePath(folder + QLatin1Char('/') + names.takeFirst()), each.data))
                    return problem;
            }
        }
    }
    return writeFile(path, asMarkdownFile(conversation, messages, folder).toUtf8());
}

} // namespace breakwater
