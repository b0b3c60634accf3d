// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/attachment.h"

#include <QObject>

#include <functional>
#include <memory>

class QThreadPool;

namespace breakwater {

/// What came of reading a file.
struct ReadFile
{
    QString name;
    std::variant<Attachment, AttachmentProblem> made; ///< with its id
    qint64 bytes = 0; ///< that were read
    QString error; ///< it could not be read: the system's own words
};

/// Reads files, and makes attachments of them, on the pool's threads: a large one takes longer than a frame, and one on
/// a network that went away takes forever. UI thread; destruction waits for nothing.
class AttachmentReader : public QObject
{
    Q_OBJECT
public:
    /// The bytes of a file; called on another thread.
    struct Bytes
    {
        QByteArray data;
        QString error;
    };
    using Source = std::function<Bytes()>;

    explicit AttachmentReader(QObject *parent = nullptr);
    ~AttachmentReader() override;

    /// The threads of all readers.
    [[nodiscard]] static QThreadPool &pool();

    /// `done` tells what came of it, once, and never before this returned.
    void read(const AttachmentId &id, const QString &name, Source source);
    void readFile(const AttachmentId &id, const QString &name, const QString &path);

Q_SIGNALS:
    void done(const breakwater::AttachmentId &id, const breakwater::ReadFile &file);

private:
    struct Mailbox; // outlives the reader while something is being read
    std::shared_ptr<Mailbox> m_mailbox;
};

} // namespace breakwater
