// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smalldisk.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>
#endif

namespace breakwater {

namespace {

#ifdef Q_OS_LINUX
void put(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

/// A view of the mounts of one's own, as root or in a user's name space of one's own.
bool ownMounts()
{
    if (::unshare(CLONE_NEWNS) != 0) {
        const QByteArray user = QByteArray::number(::getuid());
        const QByteArray group = QByteArray::number(::getgid());
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        put("/proc/self/setgroups", "deny");
        put("/proc/self/uid_map", "0 " + user + " 1");
        put("/proc/self/gid_map", "0 " + group + " 1");
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

const bool own = ownMounts(); // before there are threads: a user's name space is not to be had with several
#endif

} // namespace

SmallDisk::SmallDisk(qint64 bytes)
{
#ifdef Q_OS_LINUX
    const QByteArray folder = QFile::encodeName(m_folder.path());
    const QByteArray size = "size=" + QByteArray::number(bytes);
    m_mounted = own && ::mount("tmpfs", folder.constData(), "tmpfs", 0, size.constData()) == 0;
    if (!m_mounted)
        m_why = QStringLiteral("no small disk can be mounted here: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
#else
    Q_UNUSED(bytes)
    m_why = QStringLiteral("a small disk is mounted on Linux only");
#endif
}

SmallDisk::~SmallDisk()
{
#ifdef Q_OS_LINUX
    if (m_mounted)
        ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
#endif
}

void SmallDisk::fill(qint64 free)
{
    QFile file(filePath(QStringLiteral("ballast")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return;
    for (qint64 piece = 65536; piece >= 1; piece /= 2) {
        while (file.write(QByteArray(piece, 'x')) == piece) { }
    }
    if (free > 0)
        file.resize(std::max<qint64>(0, file.size() - free));
}

void SmallDisk::makeRoom()
{
    QFile::remove(filePath(QStringLiteral("ballast")));
}

} // namespace breakwater
