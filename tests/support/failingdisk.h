// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace breakwater {

/// A disk with a file system of its own (ext4 in a file) that this process alone sees: it can fail under open files, as a
/// broken or unplugged one does, and be connected again. Where that cannot be had here, `why` says so, and the test is
/// skipped: it takes root, a free loop device and mkfs.ext4.
class FailingDisk
{
public:
    FailingDisk();
    ~FailingDisk();
    Q_DISABLE_COPY_MOVE(FailingDisk)

    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

    /// The system makes the file system read-only, as it does when it meets an error: for files that are open, for good.
    [[nodiscard]] bool turnReadOnly();
    /// Every read and write fails.
    [[nodiscard]] bool breakDown();
    /// Taken away: its folder is there, and empty. Who has files open still has them.
    void disconnect();
    /// There again, as after it was repaired.
    [[nodiscard]] bool connectAgain();

private:
    [[nodiscard]] bool attach();

    QTemporaryDir m_images;
    QTemporaryDir m_folder;
    QString m_why;
    bool m_mounted = false;
};

} // namespace breakwater
