// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace breakwater {

/// A disk of a few megabytes, in memory, that this process alone sees: to be filled. Without the right to mount one here
/// `why` says so, and the test is skipped.
class SmallDisk
{
public:
    explicit SmallDisk(qint64 bytes);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /// Leaves no byte free, or so many.
    void fill(qint64 free = 0);
    /// Gives back what `fill` took.
    void makeRoom();

private:
    QTemporaryDir m_folder;
    QString m_why;
    bool m_mounted = false;
};

/// A disk of its own with a file system that can meet an error, upon which Linux lets nothing more be written to it, also
/// through files that are open. Takes root; without the means `why` says so.
class FailingDisk
{
public:
    FailingDisk();
    ~FailingDisk();
    Q_DISABLE_COPY_MOVE(FailingDisk)

    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] QString path() const { return m_images.filePath(QStringLiteral("disk")); }
    void fail();
    /// As after a restart of the system: checked, and mounted anew. Files that are open stay as they are.
    void repair();

private:
    [[nodiscard]] QString image() const { return m_images.filePath(QStringLiteral("image-%1").arg(m_image)); }
    bool mountImage();

    QTemporaryDir m_images;
    QString m_why;
    int m_image = 0;
    int m_mounts = 0;
};

} // namespace breakwater
