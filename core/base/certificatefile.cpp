// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/certificatefile.h"

#include <QFile>
#include <QFileInfo>

namespace breakwater {

namespace {
constexpr qint64 mostCertificateBytes = 4 * 1024 * 1024;
} // namespace

tl::expected<QList<QSslCertificate>, TlsProblem> readCertificateFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return tl::unexpected(TlsProblem::FileMissing);
    // A FIFO or a device would hang or never end.
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return tl::unexpected(TlsProblem::FileUnreadable);
    if (file.size() > mostCertificateBytes)
        return tl::unexpected(TlsProblem::FileWithoutCertificate);
    QList<QSslCertificate> certificates = QSslCertificate::fromData(file.readAll(), QSsl::Pem);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(TlsProblem::FileUnreadable);
    if (certificates.isEmpty())
        return tl::unexpected(TlsProblem::FileWithoutCertificate);
    return certificates;
}

} // namespace breakwater
