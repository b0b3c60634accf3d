// SPDX-License-Identifier: GPL-3.0-or-later
// The files that go along with what is written.
#include "ui/composer/attachmentreader.h"
#include "ui/composer/attachmentrow.h"
#include "ui/composer/composer.h"
#include "ui/composer/pastenote.h"
#include "ui/words/attachmentwords.h"

#include <QBuffer>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>

#include <algorithm>
#include <numeric>

namespace breakwater {

namespace {

int pagesOf(const std::vector<Attachment> &attachments)
{
    return std::accumulate(attachments.begin(), attachments.end(), 0, [](int sum, const Attachment &each) { return sum + each.pages.value_or(0); });
}

} // namespace

void Composer::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        QList<QUrl> files;
        for (const QString &path : paths)
            files += QUrl::fromLocalFile(path);
        attachFiles(files);
    });
    dialog->open();
}

void Composer::attachFiles(const QList<QUrl> &files)
{
    m_files->refuse({});
    for (const QUrl &url : files) {
        const QFileInfo info(url.toLocalFile());
        if (info.isDir()) {
            m_files->refuse(tr("“%1” is a folder. Its files can go along one by one.").arg(info.fileName()));
        } else if (!info.isFile()) {
            m_files->refuse(tr("“%1” is no file that can be read.").arg(url.isLocalFile() ? info.fileName() : url.toDisplayString()));
        } else if (info.size() > mostAttachedBytes) { // not even read
            m_files->refuse(problemSentence(AttachmentProblem::FileTooLarge, info.fileName(), info.size()));
        } else {
            m_reader->readFile(comes(info.fileName()), info.fileName(), info.filePath());
        }
    }
}

AttachmentId Composer::attach(const QString &name, const QByteArray &bytes)
{
    m_files->refuse({});
    const AttachmentId id = comes(name);
    m_reader->read(id, name, [bytes]() -> AttachmentReader::Bytes { return {bytes, {}}; });
    return id;
}

/// It goes along as a file at once, so that nothing freezes; what to do instead is offered beside it.
void Composer::attachPasted(const QString &text)
{
    m_pasted->offer(attach(tr("Pasted text.txt"), text.toUtf8()), text);
}

void Composer::remove(const AttachmentId &id)
{
    const AttachmentId gone = id; // the chip that says so goes
    std::erase_if(m_attachments, [&gone](const Attachment &each) { return each.id == gone; });
    std::erase_if(m_coming, [&gone](const Coming &each) { return each.id == gone; });
    if (m_pasted->file() == gone)
        m_pasted->forget();
    m_sendsWhenRead.reset(); // it is another turn now
    m_files->refuse({});
    attachmentsChanged();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::attachImage(const QImage &image)
{
    const QString name = tr("Pasted image.png");
    m_files->refuse({});
    m_reader->read(comes(name), name, [image]() -> AttachmentReader::Bytes {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        return {bytes, {}};
    });
}

/// Its chip is there at once.
AttachmentId Composer::comes(const QString &name)
{
    const AttachmentId id(m_makeId ? m_makeId() : name);
    m_coming.push_back({id, name, m_conversation});
    m_given.emplace(id, m_given.size());
    attachmentsChanged();
    return id;
}

bool Composer::isReading() const
{
    return std::any_of(m_coming.begin(), m_coming.end(), [this](const Coming &each) { return each.conversation == m_conversation; });
}

void Composer::take(const AttachmentId &id, const ReadFile &file)
{
    const auto found = std::find_if(m_coming.begin(), m_coming.end(), [&id](const Coming &each) { return each.id == id; });
    if (found == m_coming.end())
        return; // removed meanwhile
    const ConversationId conversation = found->conversation;
    m_coming.erase(found);
    const bool here = conversation == m_conversation;
    const QString problem = problemWith(file, here ? m_attachments : std::vector<Attachment> {});
    if (!problem.isEmpty() && here)
        refuse(problem);
    else if (!problem.isEmpty())
        m_files->refuse(problem);
    else if (here)
        insert(std::get<Attachment>(file.made));
    else
        Q_EMIT readElsewhere(conversation, std::get<Attachment>(file.made));
    attachmentsChanged();
    if (m_sendsWhenRead && !isReading())
        submit(*m_sendsWhenRead);
}

/// Where it was given, not when it was read.
void Composer::insert(const Attachment &attachment)
{
    const std::size_t place = m_given[attachment.id];
    const auto later = std::find_if(m_attachments.begin(), m_attachments.end(), [this, place](const Attachment &each) {
        const auto given = m_given.find(each.id);
        return given != m_given.end() && given->second > place;
    });
    m_attachments.insert(later, attachment);
}

/// Why it cannot go along with those that are there; empty: it can.
QString Composer::problemWith(const ReadFile &file, const std::vector<Attachment> &beside) const
{
    if (!file.error.isEmpty())
        return tr("“%1” cannot be read: %2.").arg(file.name, file.error);
    if (const auto *problem = std::get_if<AttachmentProblem>(&file.made))
        return problemSentence(*problem, file.name, file.bytes);
    const auto &attachment = std::get<Attachment>(file.made);
    const qint64 together = std::accumulate(beside.begin(), beside.end(), qint64(attachment.data.size()),
        [](qint64 sum, const Attachment &each) { return sum + each.data.size(); });
    if (together > mostAttachedBytes)
        return togetherTooLarge(file.name, together);
    const int pages = pagesOf(beside) + attachment.pages.value_or(0);
    const auto most = m_mostPages && attachment.pages ? m_mostPages() : std::nullopt;
    return most && pages > *most ? tooManyPages(file.name, pages, *most) : QString();
}

/// The chain may be another one than when the files were given.
QString Composer::problemWithPages() const
{
    const int pages = pagesOf(m_attachments);
    const auto most = m_mostPages && pages > 0 ? m_mostPages() : std::nullopt;
    return most && pages > *most ? tooManyPages({}, pages, *most) : QString();
}

void Composer::refuse(const QString &sentence)
{
    m_sendsWhenRead.reset();
    m_files->refuse(sentence);
}

void Composer::attachmentsChanged()
{
    std::vector<ComingFile> coming;
    for (const Coming &each : m_coming) {
        if (each.conversation == m_conversation)
            coming.push_back({each.id, each.name});
    }
    m_files->setAttachments(m_attachments, coming);
    refresh();
    Q_EMIT edited();
}

void Composer::dragEnterEvent(QDragEnterEvent *event)
{
    if (!holdsFiles(*event->mimeData()))
        return;
    setDropping(true);
    event->acceptProposedAction();
}

void Composer::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropping(false);
}

void Composer::dropEvent(QDropEvent *event)
{
    setDropping(false);
    attachFiles(event->mimeData()->urls());
    event->acceptProposedAction();
}

void Composer::setDropping(bool dropping)
{
    m_dropping = dropping;
    showPlaceholder();
    update();
}

} // namespace breakwater
