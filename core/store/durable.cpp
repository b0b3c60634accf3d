// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/durable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace breakwater {

namespace {

Fault fileFault(const QString &path, const QString &why)
{
    Fault fault;
    fault.kind = roomAt(path) <= 0 ? FaultKind::DiskFull : FaultKind::ReadOnly;
    fault.detail = why;
    return fault;
}

/// What a folder holds is only on disk once the folder is.
void flushFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    (void)::fsync(handle);
    ::close(handle);
#else
    Q_UNUSED(folder)
#endif
}

} // namespace

Result<void> flushToDisk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return tl::unexpected(fileFault(path, file.errorString()));
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return tl::unexpected(fileFault(path, QString::fromLocal8Bit(std::strerror(errno))));
#endif
    return {};
}

Result<void> moveDurably(const QString &from, const QString &to)
{
    if (auto flushed = flushToDisk(from); !flushed)
        return flushed;
    QFile file(from);
    if (!file.rename(to))
        return tl::unexpected(fileFault(to, file.errorString()));
    flushFolder(QFileInfo(to).absolutePath());
    if (QFileInfo(from).absolutePath() != QFileInfo(to).absolutePath())
        flushFolder(QFileInfo(from).absolutePath());
    return {};
}

Result<void> swapIn(const QString &fresh, const QString &path, const QString &kept)
{
    if (!QFile::exists(fresh))
        return {};
    QDir().mkpath(QFileInfo(kept).absolutePath());
    // The log first: beside another file it would be taken for that one's.
    for (const char *end : {"-wal", ""}) {
        if (!QFile::exists(path + QLatin1String(end)))
            continue;
        if (auto moved = moveDurably(path + QLatin1String(end), kept + QLatin1String(end)); !moved)
            return moved;
    }
    QFile::remove(path + QLatin1String("-shm")); // only a lookup into the log
    return moveDurably(fresh, path);
}

Fault writeFault(const QSaveFile &file)
{
    constexpr qint64 nearlyFull = 1024 * 1024; // bytes
    Fault fault;
    const QFileInfo folder(QFileInfo(file.fileName()).absolutePath());
    const bool full = QStorageInfo(folder.filePath()).bytesAvailable() < nearlyFull;
    fault.kind = !folder.isWritable() ? FaultKind::ReadOnly : full ? FaultKind::DiskFull : FaultKind::Store;
    fault.detail = file.errorString();
    return fault;
}

qint64 roomAt(const QString &path)
{
    QFileInfo place(path);
    while (!place.exists() && place.absolutePath() != place.absoluteFilePath())
        place = QFileInfo(place.absolutePath());
    return QStorageInfo(place.isDir() ? place.absoluteFilePath() : place.absolutePath()).bytesAvailable();
}

} // namespace breakwater
