// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/attachmentwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace breakwater {

namespace {

struct AttachmentWordsSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::AttachmentWords)
};

} // namespace

QString sizeWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10 * 1024 * 1024 && bytes >= 1024 * 1024 ? 1 : 0, QLocale::DataSizeTraditionalFormat);
}

QString fileWords(const Attachment &attachment)
{
    const QString size = sizeWords(attachment.data.size());
    if (!attachment.pages)
        return size;
    return *attachment.pages == 1 ? AttachmentWordsSaying::tr("1 page, %1").arg(size) : AttachmentWordsSaying::tr("%1 pages, %2").arg(QLocale().toString(*attachment.pages), size);
}

QString tooManyPages(const QString &name, int pages, int most)
{
    const QString all = QLocale().toString(pages);
    const QString allowed = QLocale().toString(most);
    if (name.isEmpty())
        return AttachmentWordsSaying::tr("The PDFs of this turn have %1 pages. The models of this chain read %2 at once at most.").arg(all, allowed);
    return AttachmentWordsSaying::tr("With “%1” the PDFs of this turn have %2 pages. The models of this chain read %3 at once at most.").arg(name, all, allowed);
}

QString problemSentence(AttachmentProblem problem, const QString &name, qint64 bytes)
{
    switch (problem) {
    case AttachmentProblem::Empty:
        return AttachmentWordsSaying::tr("“%1” is empty.").arg(name);
    case AttachmentProblem::ImageTooLarge:
        return AttachmentWordsSaying::tr("“%1” has %2. An image may have %3 at most.").arg(name, sizeWords(bytes), sizeWords(mostImageBytes));
    case AttachmentProblem::FileTooLarge:
        return AttachmentWordsSaying::tr("“%1” has %2. A turn can carry %3 at most.").arg(name, sizeWords(bytes), sizeWords(mostAttachedBytes));
    case AttachmentProblem::UnknownKind:
        return AttachmentWordsSaying::tr("“%1” is neither text, a PDF nor an image that models read: PNG, JPEG, GIF or WebP.").arg(name);
    case AttachmentProblem::NotAPdf:
        return AttachmentWordsSaying::tr("“%1” is no PDF, whatever its name says.").arg(name);
    case AttachmentProblem::NotText:
        break;
    }
    return AttachmentWordsSaying::tr("“%1” is no text: its bytes are neither UTF-8 nor UTF-16.").arg(name);
}

QString togetherTooLarge(const QString &name, qint64 bytes)
{
    return AttachmentWordsSaying::tr("With “%1” the attachments have %2. A turn can carry %3 at most.").arg(name, sizeWords(bytes), sizeWords(mostAttachedBytes));
}

} // namespace breakwater
