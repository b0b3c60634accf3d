// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/certificate.h"

#include <QList>
#include <QSslCertificate>

#include <tl/expected.hpp>

namespace breakwater {

/// The certificates in a PEM file that a person named; never an empty list. Fails with one of the FileX problems. Reads
/// the disk: at most a few MiB, since a bundle of all known authorities has 0.3.
[[nodiscard]] tl::expected<QList<QSslCertificate>, TlsProblem> readCertificateFile(const QString &path);

} // namespace breakwater
