// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smalldisk.h"

#include "tests/support/ownmounts.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

namespace breakwater {

SmallDisk::SmallDisk(qint64 bytes)
{
#ifdef Q_OS_LINUX
    const QByteArray folder = QFile::encodeName(m_folder.path());
    const QByteArray size = "size=" + QByteArray::number(bytes);
    m_mounted = hasOwnMounts() && ::mount("tmpfs", folder.constData(), "tmpfs", 0, size.constData()) == 0;
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

bool SmallDisk::setReadOnly(bool readOnly)
{
#ifdef Q_OS_LINUX
    return ::mount(nullptr, QFile::encodeName(m_folder.path()).constData(), nullptr, readOnly ? MS_REMOUNT | MS_RDONLY : MS_REMOUNT, nullptr) == 0;
#else
    return !readOnly;
#endif
}

void SmallDisk::makeRoom()
{
    QFile::remove(filePath(QStringLiteral("ballast")));
}

} // namespace breakwater
