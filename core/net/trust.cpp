// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/trust.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace breakwater {

tl::expected<const Trust *, TlsProblem> TrustStore::of(const QString &file)
{
    const QFileInfo info(file);
    const auto known = m_read.find(file);
    if (known != m_read.end() && info.isReadable() && info.lastModified() == known->second.changed && info.size() == known->second.size)
        return &known->second.trust;
    const auto certificates = readCertificateFile(file);
    if (!certificates) {
        m_read.erase(file);
        return tl::unexpected(certificates.error());
    }
    Read read {info.lastModified(), info.size(), {file, {}, QSslConfiguration::defaultConfiguration()}};
    QCryptographicHash digest(QCryptographicHash::Sha256);
    for (const QSslCertificate &each : *certificates)
        digest.addData(each.toDer());
    read.trust.digest = digest.result();
    // Set as a whole: Qt then looks nowhere else.
    read.trust.configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + *certificates);
    return &m_read.insert_or_assign(file, std::move(read)).first->second.trust;
}

} // namespace breakwater
