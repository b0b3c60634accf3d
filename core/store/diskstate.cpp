// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/diskstate.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace breakwater {

std::optional<FilePlace> filePlace(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return std::nullopt;
    return FilePlace {static_cast<quint64>(facts.st_dev), static_cast<quint64>(facts.st_ino)};
#else
    return QFileInfo::exists(path) ? std::optional(FilePlace {}) : std::nullopt;
#endif
}

std::optional<Fault> refusalAt(const QString &path)
{
    Fault fault;
#ifdef Q_OS_UNIX
    // A file of its own: to open and close SQLite's would let go of its locks.
    const QByteArray trial = QFile::encodeName(QStringLiteral("%1.trial-%2").arg(path).arg(QCoreApplication::applicationPid()));
    const int handle = ::open(trial.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const bool written = handle >= 0 && ::write(handle, "x", 1) == 1 && ::fsync(handle) == 0;
    const int why = errno;
    if (handle >= 0) {
        ::close(handle);
        ::unlink(trial.constData());
    }
    if (written)
        return std::nullopt;
    fault.detail = QString::fromLocal8Bit(std::strerror(why));
    if (why == EROFS) {
        fault.kind = FaultKind::ReadOnly;
        fault.code = QLatin1String(faultcode::readOnlyDisk);
    } else if (why == ENOSPC || why == EDQUOT) {
        fault.kind = FaultKind::DiskFull;
    } else if (why == ENOENT || why == ENOTDIR) {
        fault.kind = FaultKind::ReadOnly;
        fault.code = why == ENOENT ? QStringLiteral("noFolder") : QStringLiteral("folderIsFile");
    } else if (why == EACCES || why == EPERM) {
        fault.kind = FaultKind::ReadOnly;
    } else {
        fault.kind = FaultKind::Store;
        fault.code = QLatin1String(faultcode::failingDisk);
    }
    return fault;
#else
    if (!QStorageInfo(QFileInfo(path).absolutePath()).isReadOnly())
        return std::nullopt;
    fault.kind = FaultKind::ReadOnly;
    fault.code = QLatin1String(faultcode::readOnlyDisk);
    return fault;
#endif
}

} // namespace breakwater
