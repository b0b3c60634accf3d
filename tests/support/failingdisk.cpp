// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failingdisk.h"

#include "tests/support/ownmounts.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <linux/loop.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>
#endif

namespace breakwater {

#ifdef Q_OS_LINUX

namespace {

constexpr qint64 imageBytes = qint64(32) * 1024 * 1024;

/// The system's own reason for what went wrong last.
QString lastError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// A loop device that reads and writes the file, and goes with its last user; empty with `errno` where none is to be had.
QByteArray loopOver(const QString &image, int &keptOpen)
{
    const int control = ::open("/dev/loop-control", O_RDWR | O_CLOEXEC);
    if (control < 0)
        return {};
    const int file = ::open(QFile::encodeName(image).constData(), O_RDWR | O_CLOEXEC);
    QByteArray device;
    for (int tries = 0; tries < 8 && device.isEmpty() && file >= 0; ++tries) { // somebody else may take the free one
        const int number = ::ioctl(control, LOOP_CTL_GET_FREE);
        if (number < 0)
            break;
        const QByteArray name = "/dev/loop" + QByteArray::number(number);
        const int loop = ::open(name.constData(), O_RDWR | O_CLOEXEC);
        loop_config config = {};
        config.fd = static_cast<__u32>(file);
        config.info.lo_flags = LO_FLAGS_AUTOCLEAR;
        if (loop >= 0 && ::ioctl(loop, LOOP_CONFIGURE, &config) == 0) {
            device = name;
            keptOpen = loop; // until it is mounted: without a user it would be gone
        } else if (loop >= 0) {
            ::close(loop);
        }
    }
    const int why = errno;
    if (file >= 0)
        ::close(file);
    ::close(control);
    errno = why;
    return device;
}

} // namespace

FailingDisk::FailingDisk()
{
    const QString image = m_images.filePath(QStringLiteral("disk"));
    const QString maker = QStandardPaths::findExecutable(QStringLiteral("mkfs.ext4"), {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"), QStringLiteral("/usr/bin")});
    QFile file(image);
    if (!hasOwnMounts() || ::geteuid() != 0)
        m_why = QStringLiteral("no disk can be mounted here: it takes root");
    else if (maker.isEmpty())
        m_why = QStringLiteral("there is no mkfs.ext4 here");
    else if (!file.open(QIODevice::WriteOnly) || !file.resize(imageBytes) || QProcess::execute(maker, {QStringLiteral("-q"), QStringLiteral("-F"), image}) != 0)
        m_why = QStringLiteral("no file system could be made in %1").arg(image);
    else if (!attach())
        m_why = QStringLiteral("no disk can be mounted here: %1").arg(lastError());
}

FailingDisk::~FailingDisk()
{
    disconnect();
}

bool FailingDisk::attach()
{
    int device = -1;
    const QByteArray name = loopOver(m_images.filePath(QStringLiteral("disk")), device);
    m_mounted = !name.isEmpty() && ::mount(name.constData(), QFile::encodeName(m_folder.path()).constData(), "ext4", 0, nullptr) == 0;
    const int why = errno;
    if (device >= 0)
        ::close(device);
    errno = why;
    return m_mounted;
}

bool FailingDisk::turnReadOnly()
{
    return ::mount(nullptr, QFile::encodeName(m_folder.path()).constData(), nullptr, MS_REMOUNT, "abort") == 0;
}

bool FailingDisk::breakDown()
{
    // EXT4_IOC_SHUTDOWN of the kernel's fs/ext4/ext4.h, which no system header has.
    constexpr unsigned long shutDown = _IOR('X', 125, __u32);
    __u32 withoutFlushing = 2;
    const int folder = ::open(QFile::encodeName(m_folder.path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = folder >= 0 && ::ioctl(folder, shutDown, &withoutFlushing) == 0;
    if (folder >= 0)
        ::close(folder);
    return done;
}

void FailingDisk::disconnect()
{
    if (std::exchange(m_mounted, false))
        ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
}

bool FailingDisk::connectAgain()
{
    disconnect();
    return attach();
}

#else

FailingDisk::FailingDisk()
    : m_why(QStringLiteral("a disk that fails is mounted on Linux only"))
{
}
FailingDisk::~FailingDisk() = default;
bool FailingDisk::attach()
{
    return m_mounted;
}
bool FailingDisk::turnReadOnly()
{
    return false;
}
bool FailingDisk::breakDown()
{
    return false;
}
void FailingDisk::disconnect() { }
bool FailingDisk::connectAgain()
{
    return false;
}

#endif

} // namespace breakwater
