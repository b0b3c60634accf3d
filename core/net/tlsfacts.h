// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/certificate.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>

namespace breakwater {

[[nodiscard]] CertificateFacts factsOf(const QSslCertificate &certificate);

/// What a handshake failed for. Of several problems the one to put right first: who vouches for the certificate, then
/// when, then for whom. `peer` is the server's own certificate, `words` what Qt says where it lists no error.
[[nodiscard]] TlsFacts tlsFactsOf(const QList<QSslError> &errors, const QSslCertificate &peer, const QString &words);

} // namespace breakwater
