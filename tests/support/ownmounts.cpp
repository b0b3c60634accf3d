// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ownmounts.h"

#include <QFile>

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

bool hasOwnMounts()
{
#ifdef Q_OS_LINUX
    return own;
#else
    return false;
#endif
}

} // namespace breakwater
