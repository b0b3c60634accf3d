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
    /// Read-only, or not any more; false where somebody has a file open for writing.
    [[nodiscard]] bool setReadOnly(bool readOnly);
    /// Gives back what `fill` took.
    void makeRoom();

private:
    QTemporaryDir m_folder;
    QString m_why;
    bool m_mounted = false;
};

} // namespace breakwater
