// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/attachmentreader.h"

#include <QFile>
#include <QMutex>
#include <QMutexLocker>
#include <QThreadPool>

namespace breakwater {

struct AttachmentReader::Mailbox
{
    QMutex mutex;
    AttachmentReader *reader = nullptr; // null: nobody waits any more
};

QThreadPool &AttachmentReader::pool()
{
    // Never destroyed: the program would wait at its end for a file that hangs, as it does for Qt's own pool.
    static auto *pool = new QThreadPool;
    return *pool;
}

AttachmentReader::AttachmentReader(QObject *parent)
    : QObject(parent)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->reader = this;
}

AttachmentReader::~AttachmentReader()
{
    const QMutexLocker lock(&m_mailbox->mutex);
    m_mailbox->reader = nullptr;
}

void AttachmentReader::read(const AttachmentId &id, const QString &name, Source source)
{
    pool().start([mailbox = m_mailbox, id, name, source = std::move(source)] {
        const Bytes read = source();
        ReadFile file {name, AttachmentProblem::Empty, read.data.size(), read.error};
        if (read.error.isEmpty())
            file.made = attachmentFrom(name, read.data);
        if (auto *attachment = std::get_if<Attachment>(&file.made))
            attachment->id = id;
        const QMutexLocker lock(&mailbox->mutex);
        if (AttachmentReader *reader = mailbox->reader)
            QMetaObject::invokeMethod(reader, [reader, id, file] { Q_EMIT reader->done(id, file); }, Qt::QueuedConnection);
    });
}

void AttachmentReader::readFile(const AttachmentId &id, const QString &name, const QString &path)
{
    read(id, name, [path]() -> Bytes {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {{}, file.errorString()};
        const QByteArray data = file.read(mostAttachedBytes + 1); // it may have grown
        return {data, file.error() == QFileDevice::NoError ? QString() : file.errorString()};
    });
}

} // namespace breakwater
